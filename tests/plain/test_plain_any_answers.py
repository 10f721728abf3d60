"""Whatever is answered, it ends, says nothing that drives a terminal, and the file stays whole."""

import os
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.journey.desk import Desk
from optout_tui.library.knowledge import Knowledge
from optout_tui.plain.menu import CLOSED_STEP, EVERY_STEP, MENU, MORE, OPEN_STEP
from optout_tui.plain.patience import MOST_ANSWERS
from optout_tui.plain.wizard import run
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import has_controls
from tests.conftest import TODAY
from tests.payloads import EVERY

WORDS = [key for keys in (OPEN_STEP, CLOSED_STEP, EVERY_STEP, MORE, MENU) for key, _ in keys]
NUMBERS = [str(n) for n in range(16)]
OTHERS = [
    "", "?", "back", "quit", "y", "no", "-", "list", "gain", "on", "add", "remove", "rename",
    "end", "new", "delete", "Personal", "germany", "DE", "US", "chirp", "photopia", "@anika",
    "@b, @c", "2026-11-20", "2027-01-01", "file", "words", "sent", "kind", "english", "further",
    "open", "filter", "sort", "region", "md", "out.md", "/", "~nobody/x", "many words", "x" * 5000,
]  # fmt: skip
ANSWERS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(NUMBERS),
    st.sampled_from(OTHERS),
    st.sampled_from(sorted(EVERY)),
    st.text(max_size=12),
)


@pytest.fixture(autouse=True)
def no_clipboard_no_browser_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("optout_tui.plain.asks.copy", lambda text: True)
    monkeypatch.setattr("optout_tui.plain.letters.copy", lambda text: False)
    monkeypatch.setattr("optout_tui.plain.asks.can_open", lambda: True)
    monkeypatch.setattr("optout_tui.plain.asks.open_link", lambda link: False)
    monkeypatch.setattr("optout_tui.audit.site.fetch.Door", no_network)


def no_network() -> None:
    raise Refusal("no network here")


def stopped(desk: Desk, name: str | None, source: TextIO, out: StringIO) -> str:
    """Run the wizard and return why it stopped, empty where it came to its end."""
    try:
        assert run(desk, name, source, out) == 0
    except Refusal as reason:
        return str(reason)
    return ""


def in_new_folder() -> Iterator[Path]:
    before = Path.cwd()
    with TemporaryDirectory() as made:
        (Path(made) / "here").mkdir()
        os.chdir(Path(made) / "here")
        try:
            yield Path(made) / "data"
        finally:
            os.chdir(before)


@pytest.mark.parametrize("begun", [False, True], ids=["from nothing", "with a checklist"])
@settings(max_examples=150)
@given(answers=st.lists(ANSWERS, max_size=40))
def test_any_answers_leave_a_whole_checklist(
    small: Knowledge, begun: bool, answers: list[str]
) -> None:
    for data in in_new_folder():
        if begun:
            Desk(data, today=TODAY, facts=small).create("Personal", "DE", [("photopia", "@anika")])
        out = StringIO()
        lines = "".join(f"{' '.join(one.splitlines())}\n" for one in answers)
        why = stopped(Desk(data, today=TODAY, facts=small), None, StringIO(lines), out)
        assert why == "" or "answers in a row" in why
        assert not [line for line in out.getvalue().split("\n") if has_controls(line)]
        desk = Desk(data, today=TODAY, facts=small)
        for row in desk.rows():
            assert row.problem == ""
            assert desk.open(row.name).views() is not None


class Forever:
    """Answers the same for ever, as ``yes`` does, in a few lines that take turns."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines
        self.asked = 0

    def isatty(self) -> bool:
        return False

    def readline(self, limit: int = -1) -> str:
        self.asked += 1
        return self.lines[self.asked % len(self.lines)]


@pytest.mark.parametrize(
    "lines",
    [
        *((f"{word}\n",) for word in [*WORDS, *NUMBERS, "", "?", "y", "back", "none of the sort"]),
        ("more\n", "device\n"), ("back\n", "1\n"), ("6\n", "1\n"), ("menu\n", "steps\n"),
        ("x" * 4096,), ("note\n", "a\n", "note\n", "b\n"),
    ],
)  # fmt: skip
def test_what_never_ends_is_brought_to_an_end(
    desk: Desk, lines: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desk.create("Personal", "DE", [("photopia", "@anika")])
    source, out = Forever(*lines), StringIO()
    why = stopped(desk, "Personal", source, out)  # type: ignore[arg-type]
    assert why == "" or why.endswith("; stopped, and all that was answered before is saved")
    assert source.asked <= MOST_ANSWERS + 1
    assert desk.open("Personal").is_saved
    shutil.rmtree(desk.data_dir)
