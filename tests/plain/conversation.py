"""A talk with plain mode: answers go in, what it says comes out."""

from collections.abc import Callable
from io import StringIO
from typing import NamedTuple

from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.plain.wizard import run

Answer = str | Callable[[], object]
"""What is typed, or what happens before the next answer."""


class Told(NamedTuple):
    """What plain mode said, and its exit status."""

    status: int
    text: str

    @property
    def words(self) -> str:
        """The text without the breaks of its lines."""
        return " ".join(self.text.split())

    def last(self) -> str:
        """The last line."""
        return self.text.rstrip("\n").splitlines()[-1]


class Person(StringIO):
    """Answers one question after the other; between two of them other things may happen."""

    def __init__(self, answers: tuple[Answer, ...]) -> None:
        super().__init__()
        self.answers = list(answers)

    def readline(self, limit: int | None = -1, /) -> str:  # type: ignore[override]
        while self.answers:
            answer = self.answers.pop(0)
            if isinstance(answer, str):
                return f"{answer}\n"
            answer()
        return ""


def talk(desk: Desk, *answers: Answer, name: str | None = None) -> Told:
    """Answer plain mode on a fresh desk in the same folder, and return what it said."""
    out = StringIO()
    again = Desk(desk.data_dir, today=desk.today, facts=desk.knowledge)
    status = run(again, name, Person(answers), out)
    return Told(status, out.getvalue())


def elsewhere(desk: Desk, work: Callable[[Session], object]) -> Callable[[], object]:
    """Return what does *work* on the checklist as another program does."""

    def do() -> None:
        other = Desk(desk.data_dir, today=desk.today, facts=desk.knowledge).open("Personal")
        work(other)
        other.save()

    return do
