"""What cannot be opened is refused in one line, before the screen is taken."""

import pytest

from tests.e2e.computer import Computer

REFUSED = 2

BROKEN = {
    "cut off": 'format = 1\nid = "7f3a"\nname = "Bro',
    "no region": 'format = 1\nid = "7f3a"\nname = "Broken"\nrevision = 3\n',
    "a newer format": 'format = 99\nid = "7f3a"\n',
    "empty": "",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_checklist_named_on_the_command_line(computer: Computer, content: str) -> None:
    path = computer.path("Broken")
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    for words in (["Broken"], ["open", "Broken"]):
        terminal = computer.start(*words)
        assert terminal.wait_exit() == REFUSED
        said = terminal.screen().strip()
        assert said.startswith("optout-tui: Broken.toml")
        assert b"\x1b" not in terminal.raw, "the screen was touched"
        assert bytes(terminal.raw).count(b"\n") == 1
    assert path.read_text(encoding="utf-8") == content
    assert [found for found in path.parent.iterdir() if found != path] == []


def test_a_name_that_nothing_bears(computer: Computer) -> None:
    computer.do("new", "demo", "--region", "DE")
    done = computer.run("dmo")
    assert done.returncode == REFUSED
    assert_one_line(done.stderr)
    assert "demo" in done.stderr


def assert_one_line(said: str) -> None:
    """*said* is one line in the program's name."""
    assert said.startswith("optout-tui: ")
    assert said.endswith("\n")
    assert said.count("\n") == 1
