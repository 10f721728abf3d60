"""``guides history``, ``guides new``, and what a guide says of its age."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from optout_tui.cli.commands import guides_check
from optout_tui.cli.commands.guides_new import TEMPLATE
from optout_tui.library.knowledge import knowledge
from optout_tui.library.own import load_own
from tests.cli.program import TODAY, Program
from tests.own_guides import Table, copied

OWN_CHANGE = {"on": "2026-11-20", "text": "It changed.", "sources": ["policy"]}


def with_a_change(guide: Table) -> None:
    guide["history"] = [OWN_CHANGE]


# -- history -----------------------------------------------------------------------


def test_history_tells_every_change_the_newest_first(program: Program) -> None:
    told = program.json("guides", "history")
    assert len(told) == sum(len(guide.history) for guide in knowledge().guides())
    assert {one["platform"] for one in told} == set(knowledge().guide_ids)
    days = [one["on"] for one in told]
    assert days == sorted(days, reverse=True)
    for one in told:
        assert set(one) >= {"platform", "on", "text", "sources"}
        assert one["sources"]


def test_history_of_one_platform_is_its_own_turned_round(program: Program) -> None:
    told = program.json("guides", "history", "linkedin")
    ours = knowledge().guide("linkedin").history
    assert [one["text"] for one in told] == [change.text for change in reversed(ours)]
    heading, first, *_ = program.text("guides", "history", "linkedin").splitlines()
    assert heading.split("  ") == ["On", *[""] * 4, "What changed"]
    assert first == f"{ours[-1].on}  {ours[-1].text}"


def test_history_of_all_names_the_platform(program: Program) -> None:
    told = program.text("guides", "history").splitlines()
    assert told[0].split() == ["On", "Platform", "What", "changed"]
    assert any(line.startswith("2025-11-03  LinkedIn ") for line in told)
    assert any(line.startswith("2026-04-24  GitHub Copilot ") for line in told)


def test_history_keeps_to_the_width(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, program.text("guides", "history").splitlines())) <= 80


def test_history_marks_a_guide_of_ones_own(program: Program) -> None:
    copied(program.data_dir / "guides", "nimbus", with_a_change)
    [told] = program.json("guides", "history", "nimbus")
    assert told == {"platform": "nimbus", "yours": True, **OWN_CHANGE}
    assert "2026-11-20  Nimbus (yours) " in program.text("guides", "history")


def test_a_guide_without_a_history_prints_nothing(program: Program) -> None:
    copied(program.data_dir / "guides", "nimbus")
    assert program.text("guides", "history", "nimbus") == ""
    assert program.json("guides", "history", "nimbus") == []


def test_history_of_a_platform_nobody_knows_is_refused(program: Program) -> None:
    told = program.refused("guides", "history", "linkdin")
    assert told == 'unknown platform "linkdin"; did you mean linkedin?'


# -- new ---------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_new_writes_a_template_that_loads_and_has_only_blanks_to_fill(
    program: Program, folder: Path
) -> None:
    file = folder / "cloud-nine.toml"
    assert program.text("guides", "new", "cloud-nine") == f"{file}\n"
    ended = program("guides", "check", str(file), "--json")
    [judged] = json.loads(ended.out)
    assert {problem["rule"] for problem in judged["problems"]} == {"unfinished"}
    lines = file.read_text("utf-8").splitlines()
    for problem in judged["problems"]:
        assert "TODO" in lines[problem["line"] - 1] or "example.com" in lines[problem["line"] - 1]
    guide = tomllib.loads("\n".join(lines))
    assert (guide["id"], guide["name"]) == ("cloud-nine", "Cloud nine")
    assert guide["routes"][0]["checked"] == guide["sources"][0]["read"] == date.fromisoformat(TODAY)


def test_a_template_that_is_filled_in_keeps_every_rule(program: Program, folder: Path) -> None:
    program.text("guides", "new", "nimbus")
    file = folder / "nimbus.toml"
    text = file.read_text("utf-8").replace("TODO", "Say").replace("example.com", "nimbus.test")
    file.write_text(text, "utf-8")
    assert program("guides", "check", str(file)) == (0, "", "")


@pytest.mark.parametrize("platform", knowledge().guide_ids)
def test_a_copy_of_ours_says_what_ours_says(program: Program, folder: Path, platform: str) -> None:
    file = Path(program.text("guides", "new", platform, "--copy").rstrip("\n"))
    assert load_own(file) == knowledge().guide(platform)
    assert file.parent == folder


def test_only_what_is_there_can_be_copied(program: Program, folder: Path) -> None:
    told = program.refused("guides", "new", "instagrm", "--copy")
    assert told == 'unknown platform "instagrm"; did you mean instagram?'
    assert list(folder.iterdir()) == []


def test_where_the_files_are_not_what_was_made_of_them_is_judged(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = program.json("guides", "check")
    monkeypatch.setattr(guides_check, "KNOWLEDGE", tmp_path / "none")
    assert program.text("guides", "check") == ""
    without = program.json("guides", "check")
    assert {one["file"] for one in without} == {one["file"] for one in here}
    aged = program("guides", "check", "--ages", "--today", "2027-11-22")
    assert aged.status == 2
    assert "instagram.toml: routes[0].checked: " in aged.out


def test_new_can_print_and_write_elsewhere(program: Program, folder: Path) -> None:
    text = program.text("guides", "new", "nimbus", "--output", "-")
    made = program.json("guides", "new", "nimbus", "--output", "-")
    assert made == {"platform": "nimbus", "path": None, "text": text}
    assert list(folder.glob("*.toml")) == []
    file = folder / "elsewhere" / "nimbus.toml"
    file.parent.mkdir()
    made = program.json("guides", "new", "nimbus", "--output", str(file))
    assert made == {"platform": "nimbus", "path": str(file)}
    assert file.read_text("utf-8") == text
    assert "$" not in text
    assert "$id" in TEMPLATE.read_text("utf-8")


def test_new_replaces_nothing_unless_it_is_told_to(program: Program, folder: Path) -> None:
    file = folder / "nimbus.toml"
    file.write_text("mine", "utf-8")
    assert "already exists" in program.refused("guides", "new", "nimbus")
    assert file.read_text("utf-8") == "mine"
    assert program.text("guides", "new", "nimbus", "--force") == f"{file}\n"
    assert file.read_text("utf-8").startswith("# A guide")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["Cloud"], '"Cloud" cannot be a platform\'s id; take small letters, digits and hyphens'),
        (["a/b"], '"a/b" cannot be a platform\'s id'),
        (["-", "--force"], '"-" cannot be a platform\'s id'),
        (["x" * 61], "cannot be a platform's id"),
        (["instagram"], "there is a guide to instagram already; take a copy of "),
        (["nimbus", "--output", "other.toml"], "is found under the name nimbus.toml alone"),
        (["nimbus", "--output", "none/nimbus.toml"], "there is no folder"),
    ],
)
def test_new_refuses_what_would_not_load(
    program: Program, folder: Path, words: list[str], reason: str
) -> None:
    assert reason in program.refused("guides", "new", *words)
    assert list(folder.iterdir()) == []


# -- ages --------------------------------------------------------------------------


@pytest.mark.parametrize(("today", "said"), [("2026-11-30", False), ("2030-01-01", True)])
def test_what_was_not_checked_lately_is_said_to_be_so(
    program: Program, today: str, said: bool
) -> None:
    copied(program.data_dir / "guides", "nimbus")
    told = program.text("guides", "show", "nimbus", "--region", "DE", "--today", today)
    assert ("not checked lately" in told) == said
