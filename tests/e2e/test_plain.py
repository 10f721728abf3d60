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


def test_from_an_empty_folder_to_an_exported_checklist(computer: Computer) -> None:
    told = piped(
        computer, "Germany", "Instagram, X", "@anika", "@anika", *["done"] * 4,
        "done", "", "", "4711", "done", "a screenshot", "", "done", "a mail: they will", "yes",
        *["done"] * 5, "done", "a screenshot", "", "export", "html", "for others", "out.html", "",
    )  # fmt: skip
    assert "Instagram @anika: done, confirmed by the platform" in told
    assert told.endswith('All is saved. Go on with: optout-tui --plain "Personal"\n')
    page = (computer.desk / "out.html").read_text(encoding="utf-8")
    assert "Instagram" in page
    assert "@anika" not in page


def test_yes_to_everything_ends_by_itself(computer: Computer) -> None:
    first = computer.run(piped="y\n" * 100_000)
    assert (first.returncode, first.stderr) == (
        2,
        "optout-tui: 10 answers in a row could not be taken; stopped, and all that was answered "
        "before is saved\n",
    )
    assert len(first.stdout) < 10_000
    assert not (computer.data / "checklists").exists()
    computer.do("new", "Personal", "--region", "DE", "--account", "instagram:@anika")
    told = piped(computer, *["y"] * 100_000)
    assert (computer.desk / "Personal 2026-11-22.md").exists()
    assert told.endswith('All is saved. Go on with: optout-tui --plain "Personal"\n')


def test_lines_are_as_long_as_columns_says(computer: Computer) -> None:
    lines = ("germany", "instagram", "@anika", "more", "back", "menu", "summary", "quit")
    asked = [line.partition(" > ")[0] for line in piped(computer, *lines).splitlines()]
    assert max(map(len, asked)) in range(70, 81)
    computer.env["COLUMNS"] = "40"
    told = piped(computer, "facts", "rights", "", words=("Personal",))
    long = [line for line in told.splitlines() if len(line.partition(" > ")[0]) > 40]
    assert [line for line in long if " " in line.strip()] == []
