"""Each of the strings that break programs, in every part a screen is made of."""

import unicodedata
from collections.abc import Iterable

import pytest
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.option_list import Option

from optout_tui.journey.desk import Desk
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean, has_controls
from optout_tui.tui.dialogs.base import Dialog, label, words
from optout_tui.tui.flow import block, field, lay_out, plain
from optout_tui.tui.widgets.fields import Field, NoteField
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.rows import columns
from tests import payloads
from tests.payloads import SHOWN as PAYLOADS
from tests.tui.hostile import check_harmless, squeezed
from tests.tui.room import FRAME, entered

WIDE = (150, 44)


@pytest.mark.parametrize("text", PAYLOADS)
def test_plain_text_is_cleaned_and_otherwise_as_it_was(text: str) -> None:
    assert plain(text).plain == clean(text)
    assert plain(text).spans == []
    assert (
        squeezed(lay_out([block(text), field("Label", text)], 60).plain).count(
            squeezed(clean(text))
        )
        == 2
    )
    (line,) = columns([(plain("a"), plain(text))])
    assert squeezed(line.at(80).plain).endswith(squeezed(clean(text)))


class Everything(Dialog[None]):
    """One text in every part a dialog can have."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def fields(self) -> Iterable[Widget]:
        yield words(self.text)
        yield label(self.text)
        yield Listing([Option(plain(self.text))])
        yield Field(self.text, placeholder=clean(self.text))
        yield NoteField(self.text, id="note")
        yield Prose([block(self.text, bullet="· "), field(self.text, self.text)], id="prose")


async def test_every_payload_is_harmless_in_every_part_of_a_dialog(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(100, 50)) as room:
        for text in PAYLOADS:
            room.app.push_screen(Everything(text))
            await room.settle()
            check_harmless(room, repr(text))
            parts = (".words", ".label", "Listing", "Field", "NoteField", "Prose", "#box")
            for part in parts:
                assert squeezed(clean(text)) in squeezed(room.text_in(part)), part
            room.app.pop_screen()


def test_the_big_list_is_cleaned_and_otherwise_as_it_was() -> None:
    for text in payloads.naughty():
        assert plain(text) == Content(clean(text))
        assert plain(text, newlines=True) == Content(clean(text, newlines=True))


async def test_the_big_list_is_harmless_on_a_page(desk: Desk) -> None:
    cleaned = [clean(text) for text in payloads.naughty()]
    texts = [text for text in cleaned if has_width(text)]
    texts += [text for text in cleaned if not has_width(text)]
    pages = [" ".join(texts[n : n + 6]) for n in range(0, len(texts), 6)]
    async with entered(desk, "Personal", size=(150, 600)) as room:
        await room.press("i")
        room.screen.query_one("#box").styles.max_height = 600
        await room.do(lambda: room.screen.query_one(Prose).show([block(one) for one in pages]))
        check_harmless(room, "the big list")
        seen = squeezed(room.text_in("#text"))
        assert [one for one in texts[:400] if bare(one) not in seen] == []


def has_width(text: str) -> bool:
    """Whether each of its characters has a cell: others stand in the cell before, or nowhere."""
    return all(unicodedata.category(char)[0] != "M" and char not in "\u200c\u200d" for char in text)


def bare(text: str) -> str:
    """As much of *text* as surely stands there: what looks like a frame is read as one."""
    return squeezed(text.translate({ord(char): None for char in FRAME}))


async def test_every_payload_is_harmless_when_it_is_told(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        for text in PAYLOADS:
            room.app.say_no(Refusal(text))
            room.app.status = text
            await room.settle()
            check_harmless(room, repr(text))
            assert squeezed(clean(text)) in squeezed(room.text_in("Toast"))
            assert squeezed(clean(text)) in squeezed(room.bottom)
            room.app.clear_notifications()


async def test_typed_handles_are_kept_and_shown_as_typed(empty: Desk) -> None:
    empty.create("Personal", "DE")
    typed = [text.replace(",", "") for text in PAYLOADS if not has_controls(text)]
    async with entered(empty, "Personal", size=WIDE) as room:
        await room.press("space")
        await room.paste(", ".join(typed))
        await room.press("enter", "enter")
        assert [account.handle for account in room.on_disk().accounts] == typed
        for handle in typed:
            assert squeezed(handle) in squeezed(room.top)
            check_harmless(room, handle)
            await room.press("tab")


async def test_typed_notes_are_kept_and_shown_as_typed(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        for text in PAYLOADS[::4]:
            await room.press("n")
            room.screen.query_one(TextArea).text = text
            await room.press("ctrl+s")
            mark_ = room.on_disk().accounts[0].steps[-1]
            assert mark_.note == clean(text.strip(), newlines=True)
            assert squeezed(mark_.note) in squeezed(room.text_in("#step"))
            check_harmless(room, text)


async def test_a_field_never_hands_a_control_character_to_the_terminal(desk: Desk) -> None:
    async with entered(desk) as room:
        for key in ("n", "e"):
            await room.press(key)
            room.screen.query_one(Input).value = "a\x1b[31mb\u202ec\x9b"
            await room.settle()
            check_harmless(room, key)
            await room.press("escape")
