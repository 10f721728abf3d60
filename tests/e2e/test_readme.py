"""The README says what is so: each of its commands runs, in the order in which it is read."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from tests.e2e.computer import PROJECT, Computer
from tests.e2e.journey import assert_restored

README = PROJECT / "README.md"
PROGRAM = "optout-tui"

_BLOCK = re.compile(r"^```(?:console|sh)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SNIPPET = re.compile(r"^```bash\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_OURS = re.compile(r"\boptout-tui ([^|\n]+)")
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")

INSTALLERS = {("pipx", "install"), ("uv", "tool", "install")}


def commands() -> list[list[str]]:
    """Return the words of every command in the README's blocks."""
    blocks = _BLOCK.findall(README.read_text(encoding="utf-8"))
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [shlex.split(line, comments=True) for line in lines if line.strip()]


@pytest.mark.skipif(sys.platform != "linux", reason="it names the folder checklists have on Linux")
def test_its_commands_run_one_after_the_other(computer: Computer) -> None:
    del computer.env["OPTOUT_DATA_DIR"]
    ours = [ours_of(words) for words in commands() if PROGRAM in words]
    assert ours
    for line in ours:
        words = [word.replace("~", str(computer.home), 1) for word in line]
        if "|" in words:
            answer_on_lines(words, computer)
        elif opens_the_wizard(words, computer):
            open_and_leave(words, computer)
        else:
            computer.do(*words)


def test_what_it_puts_into_other_files_runs(computer: Computer) -> None:
    snippets = "".join(_SNIPPET.findall(README.read_text(encoding="utf-8")))
    ours = _OURS.findall(snippets)
    assert ours
    for line in ours:
        assert computer.run(*shlex.split(line)).returncode == 0, line


def ours_of(words: list[str]) -> list[str]:
    """Return what the program is given; with answers for it, all words of the line."""
    return words[1:] if words[0] == PROGRAM else words


def answer_on_lines(words: list[str], computer: Computer) -> None:
    """Pipe the answers that ``printf`` prints into the wizard, and find what it names as made."""
    at = words.index("|")
    assert words[:2] == ["printf", "%s\\n"], f"say how to try {' '.join(words)}"
    assert words[at + 1] == PROGRAM
    answers = words[2:at]
    done = computer.run(*words[at + 2 :], piped="".join(f"{answer}\n" for answer in answers))
    assert (done.returncode, done.stderr) == (0, "")
    assert "type a number from" not in done.stdout
    made = next(answer for answer in answers if answer.endswith(".md"))
    assert (computer.desk / made).read_text(encoding="utf-8").startswith("# Personal")


def opens_the_wizard(words: list[str], computer: Computer) -> bool:
    """Whether *words* are none, or the name of a checklist that is there."""
    made = computer.home / ".local/share/optout-tui/checklists"
    return not words or words[0] in ("open", *(path.stem for path in made.glob("*.toml")))


def open_and_leave(words: list[str], computer: Computer) -> None:
    """Open the wizard, wait until its first screen is whole, and leave."""
    terminal = computer.start(*words)
    terminal.expect("? More", "f1 More")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert_restored(terminal)


def test_its_other_commands_are_ones_we_know() -> None:
    targets = set(_TARGET.findall((PROJECT / "Makefile").read_text(encoding="utf-8")))
    for words in commands():
        if PROGRAM in words:
            continue
        if words[0] == "make":
            assert words[1] in targets
        else:
            *installer, place = words
            assert tuple(installer) in INSTALLERS, f"say how to try {' '.join(words)}"
            assert (PROJECT / place / "pyproject.toml").is_file()


def test_every_make_target_it_speaks_of_is_there() -> None:
    targets = set(_TARGET.findall((PROJECT / "Makefile").read_text(encoding="utf-8")))
    text = README.read_text(encoding="utf-8")
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets


def test_what_it_shows_and_links_to_is_there() -> None:
    links = _LINK.findall(README.read_text(encoding="utf-8"))
    assert [link for link in links if not (PROJECT / Path(link)).exists()] == []
