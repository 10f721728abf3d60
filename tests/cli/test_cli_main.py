"""Words find their command, options stand anywhere, and what fits nothing is refused."""

import re

import pytest

from optout_tui import __version__
from optout_tui.cli.catalog import COMMANDS, FAMILIES
from optout_tui.cli.main import main
from tests.cli.program import Program


def test_version_is_one_line(program: Program) -> None:
    assert program.text("--version") == f"optout-tui {__version__}\n"
    assert program.text("list", "--version") == f"optout-tui {__version__}\n"


def test_help_names_every_command_in_one_line(program: Program) -> None:
    lines = program.text("--help").splitlines()
    for name, command in COMMANDS.items():
        assert [line for line in lines if line.startswith(f"  {name} ")] == [
            f"  {name:<15} {command.summary}"
        ]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(program: Program, name: str) -> None:
    told = program.text(*name.split(), "--help")
    assert told.startswith(f"usage: optout-tui {name}")
    assert f"Example:\n  optout-tui {name.partition(' ')[0]}" in told
    assert program.text("--help", *name.split()) == told


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_family_explains_its_members(program: Program, family: str) -> None:
    told = program.text(family, "--help")
    for name in COMMANDS:
        assert (f"  {name} " in told) == name.startswith(f"{family} ")


def test_a_family_may_have_a_member_of_its_own_accord(program: Program) -> None:
    assert program.text("guides") == program.text("guides", "list")
    assert "add, remove, rename" in program.refused("account")


def test_options_stand_before_or_after_the_command(
    demo: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(demo.data_dir)
    assert main(["--json", "--data-dir", folder, "status", "demo"]) == 0
    before = capsys.readouterr().out
    assert main(["status", "demo", f"--data-dir={folder}", "--json"]) == 0
    assert capsys.readouterr().out == before


def test_an_option_between_the_arguments_is_fine(demo: Program) -> None:
    added = demo.json("account", "add", "--json", "demo", "threads:@a", "facebook:@b")
    assert [one["id"] for one in added["accounts"]] == ["threads:@a", "facebook:@b"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["lst"], 'unknown command or checklist "lst"; did you mean list?'),
        (["zzzz"], 'unknown command or checklist "zzzz"; see "optout-tui --help"'),
        (["dmo"], 'unknown command or checklist "dmo"; did you mean demo?'),
        (["guides", "shw"], 'unknown command of guides "shw"; did you mean show?'),
        (["account", "zzzz"], 'unknown command of account "zzzz"; known are add, remove, rename'),
        (["list", "--jsn"], 'unknown option "--jsn"; did you mean --json?'),
        (["list", "--zzzz=1"], 'unknown option "--zzzz"; see "optout-tui list --help"'),
        (["--plane"], 'unknown option "--plane"; did you mean --plain?'),
        (["list", "more"], 'unexpected argument "more"; see "optout-tui list --help"'),
        (["status"], 'the following arguments are required: NAME; see "optout-tui status --help"'),
        (["rights", "DE", "--received"], "argument --received: expected one argument; see"),
        (["list", "--js"], 'unknown option "--js"; did you mean --json?'),
        (["list", "--today=--"], '--today cannot be "--"; see "optout-tui list --help"'),
        (["--json"], '--json goes with a command that prints; see "optout-tui --help"'),
    ],
)
def test_words_that_fit_nothing_are_refused(demo: Program, words: list[str], reason: str) -> None:
    assert demo.refused(*words).startswith(reason)


def test_after_two_dashes_a_word_is_a_checklist_not_a_command(program: Program) -> None:
    assert program.refused("--", "list").startswith('unknown command or checklist "list"')


def test_a_handle_may_begin_with_a_dash_after_two_dashes(demo: Program) -> None:
    words = ["account", "rename", "demo", "x:@anika", "--", "-anika-"]
    assert demo.text(*words) == "demo: x:@anika is now X -anika- · Saved, revision 2\n"
    assert demo.refused(*words, "--json").startswith('unexpected argument "--json"')


@pytest.mark.parametrize(
    "day", ["22.11.2026", "2026-11-31", "20261122", "2026-W47-7", "", "9999-12-31", "0001-01-01"]
)
@pytest.mark.parametrize("command", [["list", "--today"], ["rights", "DE", "--received"]])
def test_a_day_is_an_iso_day_or_refused(program: Program, command: list[str], day: str) -> None:
    assert f'{command[-1]} "{day}" is no ' in program.refused(*command, day)


def test_the_data_folder_comes_from_the_option_or_the_environment(
    demo: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPTOUT_DATA_DIR", str(demo.data_dir))
    assert main(["list"]) == 0
    assert "demo" in capsys.readouterr().out
    other = str(demo.data_dir / "other")
    assert main(["list", "--data-dir", other]) == 0
    assert "demo" not in capsys.readouterr().out


def test_a_data_folder_that_is_none_is_refused(demo: Program) -> None:
    file = str(demo.file("demo"))
    assert f"the data folder {file} is no folder" in demo.refused("list", "--data-dir", file)
    assert "name too long" in demo.refused("list", "--data-dir", "x" * 300)
    assert demo.refused("list", "--data-dir", "") == "--data-dir is empty; name a folder"


def test_looking_writes_nothing_where_nothing_is(program: Program) -> None:
    program("list")
    program("status", "demo")
    program.text("compare", "--region", "DE")
    assert not program.data_dir.exists()


def test_no_command_line_word_gets_a_terminal_sequence_through(program: Program) -> None:
    for words in (["\x1b[31mlist"], ["list", "--\x1b]0;x\x07"], ["list", "\u202e"], ["a\nb"]):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202e]", program.refused(*words))
