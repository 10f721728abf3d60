"""Which words may go where the cursor is, read from the parsers, the checklists and the guides."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from optout_tui.cli.catalog import COMMANDS, FAMILIES, FIRST_WORDS
from optout_tui.cli.commands.completion import FOLDER, SCRIPTS
from optout_tui.cli.loading import parser_of
from tests.cli.program import Program

BASH = shutil.which("bash") or ""
OF_EVERY_COMMAND = {"--help", "--json", "--plain", "--data-dir", "--today"}


def offered(program: Program, *words: str) -> tuple[str, list[str]]:
    """Return the kind of place, and the words for it, after *words* of which the last is begun."""
    folder = ("--data-dir", str(program.data_dir))
    line = (f"={word}" for word in ("optout-tui", *folder, *words))
    told = program.text("completion", "--candidates", "zsh", *line)
    kind, *lines = told.splitlines()
    return kind, [line.partition("\t")[0] for line in lines]


def words(program: Program, *typed: str) -> list[str]:
    """Return the words that are offered, which must be of our own making."""
    kind, found = offered(program, *typed)
    assert kind == "words"
    return found


@pytest.fixture
def two(demo: Program) -> Program:
    """The program with a second checklist, whose name has a space in it."""
    demo.text("new", "My brand", "--region", "US-CA", "--account", "chatgpt")
    return demo


@pytest.mark.parametrize("shell", SCRIPTS)
def test_each_shell_has_a_script(program: Program, shell: str) -> None:
    script = (FOLDER / SCRIPTS[shell]).read_text("utf-8")
    assert program.text("completion", shell) == script
    assert program.json("completion", shell) == {"shell": shell, "script": script}
    assert f"--candidates {shell} " in script


def test_another_shell_is_refused_by_the_nearest_name(program: Program) -> None:
    assert program.refused("completion", "bsh") == 'unknown shell "bsh"; did you mean bash?'
    assert "name one shell" in program.refused("completion", "bash", "zsh")


def test_what_the_scripts_ask_with_is_hidden(program: Program) -> None:
    told = program.text("completion", "--help")
    assert "candidates" not in told
    assert "[words" not in told
    assert set(words(program, "completion", "--")) == OF_EVERY_COMMAND


def test_the_first_word_is_a_command_or_a_checklist(two: Program) -> None:
    assert words(two, "") == [*FIRST_WORDS, "demo", "My brand"]
    assert words(two, "de") == ["delete", "demo"]
    assert words(two, "demo", "") == []
    assert set(words(two, "--")) == OF_EVERY_COMMAND


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_family_offers_its_members(program: Program, family: str) -> None:
    members = [name.split()[1] for name in COMMANDS if name.startswith(f"{family} ")]
    assert words(program, family, "") == members
    assert words(program, family, members[0][:2])[0] == members[0]
    assert set(words(program, family, "--")) >= OF_EVERY_COMMAND


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_every_command_is_offered(program: Program, name: str) -> None:
    known = {option for option in parser_of(COMMANDS[name]).options() if option[:2] == "--"}
    assert set(words(program, *name.split(), "--")) == known


@pytest.mark.parametrize("name", COMMANDS)
def test_every_value_that_is_one_of_some_is_offered(program: Program, name: str) -> None:
    for option, action in parser_of(COMMANDS[name]).options().items():
        if known := getattr(action.type, "known", None) or action.choices:
            assert words(program, *name.split(), option, "") == [*map(str, known)]
            assert words(program, *name.split(), f"{option}=")[0] == f"{option}={next(iter(known))}"


@pytest.mark.parametrize(
    ("typed", "fit"),
    [
        ("status |", ["demo", "My brand"]),
        ("status d|", ["demo"]),
        ("status demo |", []),
        ("new |", []),
        ("rename demo |", []),
        ("mark demo |", ["instagram:@anika", "x:@anika"]),
        ("mark --note hello demo x|", ["x:@anika"]),
        ("mark nobody |", []),
        ("mark demo instagram:@anika open|", ["open-menu", "open-form"]),
        ("mark demo instagram open|", ["open-menu", "open-form"]),
        ("mark demo nobody |", []),
        ("mark demo x:@anika open-menu |", ["done", "skipped", "problem", "todo"]),
        ("mark demo x:@anika open-menu done |", []),
        ("mark --nonsense demo x|", ["x:@anika"]),
        ("mark demo -- x|", ["x:@anika"]),
        ("mark demo -- -|", []),
        ("account add demo chat|", ["chatgpt"]),
        ("account add demo x:@b insta|", ["instagram:"]),
        ("new Home --account insta|", ["instagram:"]),
        ("account remove demo x:@anika |", ["instagram:@anika"]),
        ("guides show insta|", ["instagram"]),
        ("guides new insta|", []),
        ("guides --js|", ["--json"]),
        ("region demo US-C|", ["US-CA", "US-CO", "US-CT"]),
        ("rights D|", ["DE", "DJ", "DK", "DM", "DO", "DZ"]),
        ("new Home --region D|", ["DE", "DJ", "DK", "DM", "DO", "DZ"]),
        ("compare --region DE --company Me|", ["Meta"]),
        ("letter demo x:@anika --language |", ["de", "en", "es", "fr", "it", "nl", "pt"]),
        ("import demo.toml --name |", []),
        ("sent demo x:@anika --kind=r|", ["--kind=restriction", "--kind=reminder"]),
        ("sent demo x:@anika --nonsense=|", []),
        ("sent demo x:@anika --json=|", []),
        ("reply demo x:@anika refused --reason d|", []),
        ("nonsense |", []),
    ],
)
def test_what_fits_is_offered(two: Program, typed: str, fit: list[str]) -> None:
    assert words(two, *typed.rstrip("|").split(" ")) == fit


def test_what_was_sent_and_what_went_wrong_is_offered(demo: Program) -> None:
    demo.text("sent", "demo", "x:@anika", "--kind", "erasure")
    assert words(demo, "reply", "demo", "x:@anika", "--request", "") == ["r1"]
    before = ["mark", "demo", "instagram:@anika", "open-form"]
    troubles = words(demo, *before, "problem", "--trouble", "")
    assert troubles
    demo.text(*before, "problem", "--trouble", troubles[0])
    assert words(demo, "reply", "demo", "x:@anika", "refused", "--reason", "")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("check |", "files"),
        ("check a.toml |", "files"),
        ("import |", "files"),
        ("proof demo x:@anika mail --file |", "files"),
        ("export demo --output |", "files"),
        ("export demo --output=|", "files"),
        ("guides check |", "files"),
        ("list --data-dir |", "folders"),
    ],
)
def test_files_and_folders_are_left_to_the_shell(demo: Program, typed: str, kind: str) -> None:
    assert offered(demo, *typed.rstrip("|").split(" ")) == (kind, [])


def test_no_name_drives_the_terminal(demo: Program) -> None:
    demo.file("a\x1bb").write_bytes(demo.file("demo").read_bytes())
    assert "a\x1bb" not in words(demo, "status", "")


@pytest.mark.parametrize(
    ("line", "breaks", "fit"),
    [
        ("optout-tui status My", ":=@", ["My\\ brand"]),
        ("optout-tui status 'My", ":=@", ["My brand"]),
        ('optout-tui status "My', ":=@", ["My brand"]),
        ("optout-tui status My\\ b", ":=@", ["My\\ brand"]),
        ("optout-tui mark demo x:", ":=@", ["@anika"]),
        ("optout-tui mark demo x:@", ":=@", ["anika"]),
        ("optout-tui mark demo x:@", ":=", ["@anika"]),
        ("optout-tui mark demo x:@", "", ["x:@anika"]),
        ("OPTOUT_PLAIN=1 optout-tui mark demo x:", "", ["x:@anika"]),
        ("optout-tui sent demo x --kind=eras", ":=@", ["erasure"]),
        ("optout-tui mark 'My brand' ''", ":=@", ["chatgpt"]),
        ("optout-tui mark demo \\x", ":=@", ["x:@anika"]),
    ],
)
def test_bash_gets_what_it_puts_in(
    two: Program, monkeypatch: pytest.MonkeyPatch, line: str, breaks: str, fit: list[str]
) -> None:
    monkeypatch.setenv("COMP_WORDBREAKS", breaks)
    monkeypatch.setenv("OPTOUT_DATA_DIR", str(two.data_dir))
    told = two.text("completion", "--candidates", "bash", f"={line}")
    assert told.splitlines() == ["words", *fit]


@pytest.mark.skipif(not BASH, reason="bash is not installed")
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_no_name_runs_anything_in_bash(two: Program, tmp_path: Path, quote: str) -> None:
    name = "x'y\"z$(touch it)`touch it`!!;touch it"
    two.file(name).write_bytes(two.file("demo").read_bytes())
    line = f"optout-tui --data-dir {two.data_dir} status {quote}x"
    place, found = two.text("completion", "--candidates", "bash", f"={line}").splitlines()
    assert place == "words"
    echoed = subprocess.run(
        [BASH, "-c", f"printf %s {quote}{found}{quote}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert echoed.stdout.replace("\\!", "!") == name
    assert not (tmp_path / "it").exists()


def test_completing_loads_no_screen_and_writes_nothing(two: Program) -> None:
    before = sorted(two.data_dir.rglob("*"))
    code = """
import sys
from optout_tui.cli.main import main
main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
"""
    line = ["completion", "--candidates", "fish", "=optout-tui", "=mark", "=demo", "="]
    done = subprocess.run(
        [sys.executable, "-c", code, *line],
        env=os.environ | {"OPTOUT_DATA_DIR": str(two.data_dir)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "instagram:@anika\tInstagram @anika: not started" in done.stdout
    assert not set(done.stderr.split()) & {"textual", "rich", "asyncio", "jinja2", "icalendar"}
    assert sorted(two.data_dir.rglob("*")) == before
