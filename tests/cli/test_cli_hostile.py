"""Hostile text in every field and every argument of every command: it stays text."""

import io
import json
import os
import signal
import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from optout_tui.cli.catalog import COMMANDS
from optout_tui.cli.parser import Parser
from tests import payloads
from tests.cli.hostile import CALLS, READS, Victim, check_ended
from tests.cli.program import Program
from tests.hand_made import packed, places, saying, spoilt, with_value

CHANGES = [name for name in COMMANDS if "demo" in CALLS.get(name, [[]])[0] and name not in READS]
FEW = ("[/", "\x1b[31m\x9b2J\x7f", "one\nForged line", "\u202ex", "", "=1+1")
TYPED = ("[/", "\x1b[31m", "one\nForged line")


@pytest.fixture(autouse=True)
def far_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder some way down, so that no path out of it leads far; nothing is left around it."""
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    yield
    assert {path.name for path in tmp_path.iterdir()} <= {"a", "data"}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c"]


@pytest.fixture
def victim(program: Program) -> Victim:
    return Victim(program, "status")


# -- every command is here -----------------------------------------------------


def test_every_command_is_called_here() -> None:
    assert set(COMMANDS) - set(CALLS) == set(), "say in CALLS how it is called"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_that_takes_a_text_is_given_one_here(name: str) -> None:
    parser = Parser(name, "", "")
    everywhere = set(parser._option_string_actions)
    import_module(f"optout_tui.cli.commands.{COMMANDS[name].module}").arguments(parser)
    options = parser._option_string_actions.items()
    valued = {option for option, action in options if action.nargs != 0} - everywhere
    assert valued - {word for call in CALLS[name] for word in call} == set()


@pytest.mark.parametrize("name", [name for name in CHANGES if name != "restore"])
def test_a_call_does_what_it_says_where_nothing_is_hostile(program: Program, name: str) -> None:
    """Were all of them refused, the tests below would look at nothing but refusals."""
    victim = Victim(program, name)
    for n in range(len(CALLS[name])):
        victim.put(saying("x"))
        words = list(victim.words())[n]
        assert victim.run(words, "x").status == 0, words


# -- hostile files -------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(READS & set(COMMANDS)))
def test_looking_at_a_hostile_file(program: Program, name: str) -> None:
    victim = Victim(program, name)
    more = () if name == "export" else payloads.naughty()  # its formats have tests of their own
    victim.put(packed((*payloads.EVERY, *more)))
    calls = list(victim.words())
    for words in calls:
        victim.run(words, "everything")
    victim.run_as_json(calls[0], "everything")


@pytest.mark.parametrize("name", CHANGES)
def test_changing_a_hostile_file(program: Program, name: str) -> None:
    victim = Victim(program, name)
    for n, text in enumerate(payloads.EVERY):
        table = saying(text)
        victim.put(table)
        for words in victim.words():
            victim.run(words, text)
            victim.put(table)
            if n % 8 == 0:
                victim.run_as_json(words, text)
                victim.put(table)


def test_what_is_printed_as_json_is_exact(victim: Victim) -> None:
    texts = (*payloads.EVERY, *payloads.naughty())
    victim.put(packed(texts))
    told = victim.program.json("status", "demo")["accounts"]
    for text, account in zip(texts, told, strict=True):
        assert account["handle"] == text
        assert account["steps"][2]["note"] == text
        assert account["requests"][0]["reference"] == text
        assert account["evidence"][0]["note"] == text
    exported = victim.program.json("export", "demo", "--format", "json")
    assert [one["owner"] for one in json.loads(exported["text"])["accounts"]] == list(texts)


def test_a_change_keeps_every_other_text_exactly(victim: Victim) -> None:
    table = packed(filter(None, (*payloads.EVERY, *payloads.naughty())))
    victim.put(table)
    victim.program.text("mark", "demo", "0", "fill-in", "done")
    kept = tomllib.loads(victim.path.read_text("utf-8"))
    del kept["accounts"][0]["steps"][-1]
    assert kept["accounts"] == table["accounts"]
    assert {key: kept[key] for key in ("colour", "x", "labels")} == {
        key: table[key] for key in ("colour", "x", "labels")
    }


def test_a_wrong_text_in_any_place_is_read_as_text_or_refused(victim: Victim) -> None:
    for text in TYPED:
        for place, table in spoilt(saying("x"), text):
            victim.put(table)
            victim.run(["demo"], place)
            ended = victim.program("check", str(victim.path), "--json")
            check_ended("check", ended, place)
            assert all(
                problem["reason"] for one in json.loads(ended.out) for problem in one["problems"]
            )


FAR = (
    datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
    datetime.max.replace(microsecond=0, tzinfo=timezone(timedelta(hours=-14))),
)
"""Moments that have no UTC."""


@pytest.mark.parametrize("moment", FAR, ids=["first", "last"])
def test_a_moment_beyond_all_years_is_refused_with_its_place(
    victim: Victim, moment: datetime
) -> None:
    table = saying("x")
    for place in [(*place, "at") for place in places(table) if "at" in _at(table, place)]:
        victim.put(with_value(table, place, moment))
        for words in (["status", "demo"], ["mark", "demo", "instagram:x", "fill-in", "done"]):
            said = victim.program.refused(*words)
            assert f"{place[2]}[{place[3]}].at: lies before the first year or after" in said
    for name in ("created", "updated"):
        victim.put(with_value(table, (name,), moment))
        assert f"{name}: lies before" in victim.program.refused("export", "demo")


def _at(table: Any, place: Sequence[Any]) -> Any:
    for key in place:
        table = table[key]
    return table if isinstance(table, dict) else ()


@pytest.mark.parametrize("name", ["../../out", "/out", "a/b", ".", "x\0y", "x" * 5000, "CON", ""])
def test_an_id_from_a_file_leads_nowhere(victim: Victim, name: str, tmp_path: Path) -> None:
    victim.put(saying("x") | {"id": name})
    before = victim.path.read_bytes()
    words = ["demo", "instagram:x", "fill-in", "done"]
    ended = victim.program("mark", *words)
    check_ended("mark", ended, name)
    if ended.status:
        assert victim.path.read_bytes() == before
    check_ended("delete", victim.program("delete", "demo", "--yes"), name)


# -- hostile names of files ----------------------------------------------------

NAMES = (
    "[@click=x]",
    "\x1b[31m\x9b2J",
    "one\nForged line",
    "\u202ex",
    "=1+1",
    "--json",
    "a: b",
    " ",
)


@pytest.mark.parametrize("name", [*NAMES, os.fsdecode(b"\xff\xfe")])
def test_a_hostile_name_of_a_file(victim: Victim, name: str) -> None:
    victim.put(saying("x"))
    path = victim.path.rename(victim.path.with_name(f"{name}.toml"))
    for words in (
        ["list"],
        ["status", "--", name],
        ["check", "--", str(path)],
        ["mark", "--", name, "instagram:x", "fill-in", "done"],
        ["export", "--", name],
        ["export", "--format", "toml", "--", name],
        ["rename", "--", name, "demo"],
        ["delete", "--yes", "--", name],
    ):
        for more in ([], ["--json"]):
            ended = victim.program(*more, *words)
            check_ended(words[0], ended, words)


SPECIAL = {
    "check": ["{pipe}"],
    "guides check": ["{pipe}"],
    "import": ["{pipe}"],
    "merge": ["demo", "{pipe}"],
    "proof": ["demo", "instagram", "mail", "--file", "{pipe}"],
    "audit site": ["{pipe}"],
}
TAKES_FOLDERS = ("guides check", "audit site")


@pytest.mark.parametrize("name", sorted(SPECIAL.keys() & COMMANDS.keys()))
@pytest.mark.parametrize("what", ["pipe", "zero", "folder"])
def test_what_is_no_file_is_refused_and_not_waited_for(
    demo: Program, name: str, what: str, waiting_ends: None
) -> None:
    os.mkfifo("pipe")
    Path("folder").mkdir()
    path = {"pipe": "pipe", "zero": "/dev/zero", "folder": "folder"}[what]
    ended = demo(*name.split(), *(path if word == "{pipe}" else word for word in SPECIAL[name]))
    check_ended(name, ended, what)
    assert ended.status == 2 or (what == "folder" and name in TAKES_FOLDERS)


@pytest.fixture
def waiting_ends() -> Iterator[None]:
    """What waits without end fails instead."""

    def give_up(number: int, frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


# -- hostile arguments ---------------------------------------------------------

SAID = (*FEW, *payloads.ARGUMENTS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_hostile_argument_is_taken_or_refused(program: Program, name: str) -> None:
    victim = Victim(program, name)
    table = saying("x")
    victim.put(table)
    for words in list(victim.words())[:4]:
        for n in (n for n, word in enumerate(words) if not word.startswith("--")):
            for text in SAID:
                given = [*words[:n], text, *words[n + 1 :]]
                victim.put(table)
                victim.run(given, (n, text))
                _sweep()


@pytest.mark.parametrize("option", ["--data-dir", "--today"])
def test_a_hostile_value_of_an_option_of_every_command(program: Program, option: str) -> None:
    for text in (*FEW, "-", "..", "x" * 5000, "\udcff"):
        for name in ("list", "status"):
            words = [*name.split(), *(["demo"] if name == "status" else []), option, text]
            check_ended(name, program(*words), (option, text))


def _sweep() -> None:
    """Take away what an export put where it was told to."""
    for path in (*Path.cwd().iterdir(), Path("../x")):
        if path.name != "copy.toml" and path.is_file():
            path.unlink()
