"""A person's own guides on the command line: marked, told when left out, harmless."""

import json
from itertools import cycle
from pathlib import Path

import pytest

from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.text import has_controls
from tests.cli.program import Program
from tests.own_guides import (
    LIVELY,
    copied,
    first_step,
    hostile_texts,
    said_by_guides,
    saying,
    written,
)

OWN = "your own guide, not one that came with the program"
MARKUP = "[/][b]x[a b=][@click=app.bell]y[/ <script>alert(1)</script> [a](https://b.example) `c` $d"


@pytest.fixture
def guides(program: Program, small: Knowledge, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the person's own guides, beside a small world of ours."""
    monkeypatch.setattr("optout_tui.library.knowledge.knowledge", lambda: small)
    return program.data_dir / "guides"


def left_out(*lines: str) -> str:
    return "".join(f"optout-tui: your guide was left out: {line}\n" for line in lines)


# -- marked --------------------------------------------------------------------------


def test_guides_list_marks_those_that_are_theirs(program: Program, guides: Path) -> None:
    copied(guides)
    copied(guides, "chirp", lambda guide: guide.update(name="My Chirp"))
    rows = {row["id"]: row for row in program.json("guides", "list")}
    assert {name for name, row in rows.items() if row["yours"]} == {"mastodon", "chirp"}
    assert rows["chirp"]["name"] == "My Chirp"
    lines = program.text("guides", "list").splitlines()
    assert [line.split()[0] for line in lines if "(yours)" in line] == ["chirp", "mastodon"]


def test_guides_show_says_whose_it_is(program: Program, guides: Path) -> None:
    copied(guides)
    told = program.text("guides", "show", "mastodon", "--region", "DE")
    assert told.splitlines()[1] == f"This is {OWN}."
    assert program.json("guides", "show", "mastodon", "--region", "DE")["yours"] is True
    assert OWN not in program.text("guides", "show", "chirp", "--region", "DE")
    assert program.json("guides", "show", "chirp", "--region", "DE")["yours"] is False


def test_compare_marks_those_that_are_theirs(program: Program, guides: Path) -> None:
    copied(guides)
    rows = program.json("compare", "--region", "DE")
    assert [row["platform"] for row in rows if row["yours"]] == ["mastodon"]
    [line] = [one for one in program.text("compare", "--region", "DE").splitlines() if "(y" in one]
    assert "Mastodon (yours)" in line


@pytest.mark.parametrize("fmt", ["md", "html", "json", "csv"])
def test_an_export_says_whose_guide_it_is(program: Program, guides: Path, fmt: str) -> None:
    copied(guides)
    accounts = ["--account", "mastodon:@a", "--account", "chirp:@a"]
    program.text("new", "demo", "--region", "DE", *accounts)
    written_down = program.text("export", "demo", "--format", fmt)
    if fmt == "json":
        assert [one["yours"] for one in json.loads(written_down)["accounts"]] == [True, False]
    if fmt == "csv":
        assert {line.rsplit(",", 1)[1] for line in written_down.splitlines()[1:]} == {"yes", "no"}
    else:
        assert written_down.count(OWN) == 1


def test_an_account_on_an_own_platform_works_like_any_other(program: Program, guides: Path) -> None:
    copied(guides)
    program.text("new", "demo", "--region", "DE", "--account", "mastodon:@a")
    program.text("mark", "demo", "mastodon", "open-menu", "done")
    [row] = program.json("list")
    assert (row["steps_done"], row["steps_total"]) == (1, 4)
    assert program.json("check", str(program.file("demo")))[0]["ok"]


def test_the_list_follows_a_guide_that_changes(program: Program, guides: Path) -> None:
    copied(guides)
    program.text("new", "demo", "--region", "DE", "--account", "mastodon:@a")
    assert program.json("list")[0]["next"]["title"] == "Open the menu"
    copied(guides, change=lambda guide: first_step(guide).update(title="Open the door"))
    assert program.json("list")[0]["next"]["title"] == "Open the door"
    (guides / "mastodon.toml").unlink()
    assert program.json("list")[0]["next"] is None


# -- left out ------------------------------------------------------------------------


def test_a_broken_one_is_told_on_stderr_and_stops_nothing(program: Program, guides: Path) -> None:
    copied(guides)
    copied(guides, "broken", lambda guide: guide.update(colour="red"))
    copied(guides, "chirp", lambda guide: guide.pop("name"))
    missing = "chirp.toml: object missing required field name"
    unknown = "broken.toml: object contains unknown field colour"
    for words in (["guides", "list"], ["compare", "--region", "DE"]):
        ended = program(*words, "--json")
        assert (ended.status, ended.err) == (0, left_out(unknown, missing))
        assert "mastodon" in ended.out
        assert program(*words).err == left_out(unknown, missing)
    shown = program("guides", "show", "chirp", "--region", "DE")
    assert (shown.status, shown.err) == (0, left_out(missing))
    assert OWN not in shown.out
    assert program("guides", "show", "mastodon", "--region", "DE").err == ""
    program.text("new", "demo", "--region", "DE", "--account", "chirp:@a")
    refused = program("guides", "show", "broken", "--region", "DE")
    assert refused.status == 2
    assert refused.err.startswith(left_out(unknown) + 'optout-tui: unknown platform "broken"')


def test_a_folder_that_is_none_stops_nothing(program: Program, guides: Path) -> None:
    guides.parent.mkdir()
    guides.write_bytes(b"")
    ended = program("guides", "list")
    assert (ended.status, ended.err) == (0, left_out("guides: Not a directory"))


# -- judged --------------------------------------------------------------------------


def test_guides_check_looks_at_ours_and_at_theirs(program: Program, guides: Path) -> None:
    ours = json.loads(program("guides", "check", "--json").out)
    copied(guides)
    copied(guides, "broken", lambda guide: guide.update(colour="red"))
    ended = program("guides", "check", "--json")
    assert ended.status == 2
    own = json.loads(ended.out)[len(ours) :]
    assert [one["file"] for one in own] == [
        str(guides / name) for name in ("broken.toml", "mastodon.toml")
    ]
    [unknown] = own[0]["problems"]
    assert (unknown["where"], unknown["rule"]) == ("colour", "field-unfit")
    assert unknown["reason"] == "object contains unknown field colour"
    empty = [one for one in own[1]["problems"] if one["rule"] == "step-empty"]
    assert empty[0]["where"] == "routes[0].steps[1]"
    line = (guides / "mastodon.toml").read_text("utf-8").splitlines()[empty[0]["line"] - 1]
    assert line == "[[routes.steps]]"


def test_a_folder_that_is_none_is_named_as_it_is(program: Program, guides: Path) -> None:
    guides.parent.mkdir()
    guides.write_bytes(b"")
    *_, judged = json.loads(program("guides", "check", "--json").out)
    assert judged["file"] == str(guides)
    [problem] = judged["problems"]
    assert (problem["where"], problem["reason"]) == ("", "Not a directory")
    assert (problem["rule"], problem["line"], problem["column"]) == ("unreadable", None, None)


def test_a_path_is_held_to_the_same(program: Program, guides: Path) -> None:
    path = copied(
        guides.with_name("elsewhere"), change=lambda guide: first_step(guide).update(title="a\x1bb")
    )
    ended = program("guides", "check", str(path))
    assert ended.status == 2
    reason = "holds the control or invisible character U+001B"
    line = next(
        n for n, said in enumerate(path.read_text("utf-8").splitlines(), 1) if 'title = "a' in said
    )
    assert ended.out == f"{path}:{line}:1: routes[0].steps[0].title: {reason} [unsafe]\n"


# -- harmless ------------------------------------------------------------------------


def check_harmless(out: str) -> None:
    assert not {char for char in out if has_controls(char)} - {"\n"}


def test_hostile_text_in_every_field_is_told_as_it_is(program: Program, guides: Path) -> None:
    written(guides, saying("hostile", cycle([MARKUP])))
    ended = program("guides", "show", "hostile", "--region", "DE", "--sources")
    assert ended.status == 0, ended
    check_harmless(ended.out)
    assert ended.out.count(MARKUP) >= 10
    assert LIVELY in ended.out
    told = program.json("guides", "show", "hostile", "--region", "DE")
    assert told["training"]["note"] == MARKUP


def test_every_hostile_text_is_told_or_left_out(program: Program, guides: Path) -> None:
    texts = hostile_texts()
    names = said_by_guides(guides, texts)
    driving = [text for text in texts if has_controls(text)]
    for n, text in enumerate(driving):
        written(guides, saying(f"bad-{n}", cycle([text])))
    listed = program("guides", "list")
    assert listed.status == 0
    assert len(listed.err.splitlines()) == len(driving) > 10
    for out in (listed.out, listed.err, program("compare", "--region", "DE").out):
        check_harmless(out)
    shown = [program("guides", "show", name, "--region", "DE", "--sources") for name in names]
    for ended in shown:
        assert ended.status == 0, ended
        check_harmless(ended.out)
