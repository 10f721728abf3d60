"""What tests of the Letter screen do again and again: give reasons, and look at what it says."""

from optout_tui.checklist.model import Checklist
from optout_tui.letters.letter import Letter
from optout_tui.tui.screens.letter import LetterScreen
from optout_tui.tui.widgets.fields import NoteField
from tests.tui.room import Room

MISSING = "GDPR Art. 21(1) wants your own reasons"
REASON = "My pupils are in my pictures."


async def answer(room: Room, text: str, field: int = 0) -> None:
    """Put *text* into one of the fields, as pasting does."""
    room.screen.query_one(f"#answer-{field}", NoteField).insert(text)
    await room.settle()


async def begin_letter(room: Room) -> None:
    """Open the letter from the guide and give the one answer it cannot do without."""
    await room.press("l")
    await answer(room, REASON)


def letter_on(room: Room) -> Letter:
    """The letter as it stands on the screen."""
    letter = room.at(LetterScreen).letter
    assert letter is not None
    return letter


def requests(checklist: Checklist) -> list[tuple[str, str]]:
    """What was asked for on the first account, each with what followed; empty where nothing did."""
    account = checklist.accounts[0]
    return [(one.kind, event.kind) for one in account.requests for event in one.events] or [
        (one.kind, "") for one in account.requests
    ]
