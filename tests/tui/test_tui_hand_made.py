"""A checklist made by hand, with hostile text in every field, on every screen that shows it."""

from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from textual import events

from optout_tui.journey.desk import Desk
from optout_tui.safety.text import clean, has_controls
from tests import payloads
from tests.hand_made import packed, saying, spoilt, written
from tests.tui.hostile import check_harmless, squeezed
from tests.tui.room import Room, entered
from tests.tui.surfaces import DISTINCT, reach

STRANGE = "[/][@click=app.leave]x\x1b[31m\x9b2J\u202ez\none more"


def put(desk: Desk, content: bytes, name: str = "Personal") -> Path:
    """Put *content* in the place of a checklist."""
    path = desk.store.file(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


async def test_every_payload_in_every_field_of_an_account(empty: Desk) -> None:
    table = packed(payloads.EVERY)
    put(empty, written(table))
    async with entered(empty, "Personal", size=(150, 40)) as room:
        for text, account in zip(payloads.EVERY, table["accounts"], strict=True):
            await room.do(partial(room.guide.show_account, account["id"]))
            check_harmless(room, repr(text))
            if len(squeezed(text)) < 60:
                assert squeezed(clean(text)) in squeezed(room.top), text


async def test_every_payload_on_the_pages_that_show_all_accounts(empty: Desk) -> None:
    texts = payloads.EVERY[::2]
    put(empty, written(packed(texts)))
    async with entered(empty, size=(150, 500)) as room:
        check_harmless(room, "start")
        await room.press("enter", "f")
        check_harmless(room, "summary")
        seen = squeezed(room.text_in("#summary"))
        shown = [squeezed(clean(text)) for text in texts]
        assert [text for text in shown if text.isascii() and text not in seen] == []
        for keys in ("escape a", "space down down space", "enter"):
            await room.press(*keys.split())
            check_harmless(room, keys)
        assert "These accounts go" in room.text


@pytest.mark.parametrize("half", [0, 1])
async def test_a_hand_made_checklist_on_every_surface(empty: Desk, half: int) -> None:
    for name in ("Personal", "Waiting", "Abroad", "Artist", "Elsewhere"):
        region = {"Abroad": "US", "Elsewhere": "BR"}.get(name, "DE")
        put(empty, written(saying(STRANGE) | {"region": region}), name)
    surfaces = [surface for surface in DISTINCT if surface.opens in ("Personal", "Waiting")]
    async with entered(empty, size=(150, 44)) as room:
        check_harmless(room, "start")
        for surface in surfaces[half::2]:
            await reach(room, surface)
            check_harmless(room, surface.name)


async def test_a_wrong_text_in_any_place_is_shown_as_text_or_refused(empty: Desk) -> None:
    put(empty, written(saying("x")))
    async with entered(empty, size=(150, 44)) as room:
        for place, table in islice(spoilt(saying("x"), STRANGE), 0, None, 2):
            put(empty, written(table))
            room.app.show_start()
            await room.do(lambda: room.app.open_checklist("Personal"))
            check_harmless(room, place)
            while len(room.app.screen_stack) > 2:
                room.app.pop_screen()
            room.app.clear_notifications()


@pytest.mark.parametrize("key", ["ctrl+p", "n"])
async def test_what_is_pasted_is_cleaned_in_whichever_field(desk: Desk, key: str) -> None:
    async with entered(desk) as room:
        await room.press(key)
        for text in payloads.TERMINAL:
            await paste(room, text)
            check_harmless(room, repr(text))
            assert not has_controls(str(getattr(room.app.focused, "value", "")))


async def test_several_lines_can_be_pasted_into_a_note(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("n")
        await paste(room, "one\n\ttwo\x1b[31m\u202e")
        check_harmless(room, "note")
        await room.press("ctrl+s")
        assert room.on_disk().accounts[0].steps[-1].note == "one\n    two␛[31m<U+202E>"


async def paste(room: Room, text: str) -> None:
    """Paste as a terminal does."""
    room.app.post_message(events.Paste(text))
    await room.settle()
