"""A talk with plain mode: answers go in, what it says comes out."""

from io import StringIO
from typing import NamedTuple

from optout_tui.journey.desk import Desk
from optout_tui.plain.wizard import run


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


def talk(desk: Desk, *answers: str, name: str | None = None) -> Told:
    """Answer plain mode on a fresh desk in the same folder, and return what it said."""
    out = StringIO()
    again = Desk(desk.data_dir, today=desk.today, facts=desk.knowledge)
    status = run(again, name, StringIO("".join(f"{answer}\n" for answer in answers)), out)
    return Told(status, out.getvalue())
