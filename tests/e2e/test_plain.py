"""Plain mode in the real program: through a pipe, in a dumb terminal, to the end of input."""

from tests.e2e.computer import Computer
from tests.e2e.terminal import Terminal


def piped(computer: Computer, *lines: str, words: tuple[str, ...] = ()) -> str:
    done = computer.run(*words, piped="".join(f"{line}\n" for line in lines))
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    return done.stdout


def test_a_pipe_leads_from_an_empty_folder_to_the_end_of_input(computer: Computer) -> None:
    told = piped(computer, "germany", "instagram, x", "@anika", "@anika", "done")
    assert told.endswith('All is saved. Go on with: optout-tui --plain "Personal"\n')
    checklist = computer.checklist("Personal")
    assert [account["platform"] for account in checklist["accounts"]] == ["instagram", "x"]
    assert [step["id"] for step in checklist["accounts"][0]["steps"]] == ["open-menu"]


def test_no_input_at_all_writes_nothing(computer: Computer) -> None:
    piped(computer)
    assert not (computer.data / "checklists").exists()


def test_it_goes_on_where_the_screen_left_off(computer: Computer) -> None:
    computer.do("new", "demo", "--region", "DE", "--account", "instagram:@anika")
    computer.do("mark", "demo", "instagram", "open-menu", "done")
    told = piped(computer, "quit", words=("demo", "--plain"))
    assert "Step 2 of 7" in told


def test_a_dumb_terminal_is_asked_on_lines(computer: Computer) -> None:
    computer.env["TERM"] = "dumb"
    terminal: Terminal = computer.start()
    terminal.expect("Where do you live?")
    terminal.type("quit\n")
    assert terminal.wait_exit() == 0
    assert b"\x1b" not in terminal.raw
