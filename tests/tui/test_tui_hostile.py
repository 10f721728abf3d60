"""Text from outside stays text, on every screen, in every dialog, note and list."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.option_list import Option

from optout_tui.journey.desk import Desk
from optout_tui.journey.proofs import proof
from optout_tui.journey.requests import Dispatch, sent
from optout_tui.journey.steps import mark, note
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean, has_controls
from optout_tui.tui.dialogs.base import Dialog, label, words
from optout_tui.tui.flow import block, field, lay_out, plain
from optout_tui.tui.widgets.fields import Field, NoteField
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.page import Page
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.rows import columns
from tests.tui.conftest import FIRST_FIVE, TODAY
from tests.tui.hostile import CONTROLS, MARKUP, NAMES, PAYLOADS, hostile_world
from tests.tui.room import Room, entered
from tests.tui.surfaces import SURFACES, Surface, reach

WIDE = (240, 70)
SHOWN = {
    "start": ("#checklists", "#coming"),
    "platforms": ("#platforms", "#about", "TopBar"),
    "handles": ("#handle",),
    "guide": ("#steps", "#step", "TopBar"),
    "guide with a problem": ("#step",),
    "guide of a limit": ("#banner",),
    "guide with nothing to do": ("#banner",),
    "compare": ("#table", "#details"),
    "summary": ("#summary", "TopBar"),
    "sent": ("#box",),
    "problem": ("OptionList", "#cure"),
    "other way": (".words",),
    "note": ("#note",),
    "link": ("OptionList", "#host"),
    "qr": ("#address",),
    "way": ("OptionList",),
    "facts": ("#text",),
}
"""Where on a surface the text must be seen as it is."""


def squeezed(text: str) -> str:
    """Without spaces and line ends: text may be wrapped anywhere."""
    return "".join(text.split())


def check_harmless(room: Room, where: str) -> None:
    for line in room.segments:
        for text, style, _ in line:
            assert not has_controls(text), (where, text)
            if style is not None:
                assert style.link is None, (where, text)
                assert "@click" not in style.meta, (where, text)


def check_literal(room: Room, surface: Surface, text: str) -> None:
    for selector in SHOWN.get(surface.name, ()):
        seen = squeezed(room.text_in(selector))
        assert squeezed(clean(text)) in seen, (surface.name, selector, room.text_in(selector))


def fill(desk: Desk, text: str, name: str) -> None:
    """Put *text* wherever a person, or a file, can put text."""
    handle = text if not has_controls(text) else "@a"
    desk.create("Abroad", "US", [("instagram", handle)])
    desk.create("Artist", "DE", [("deviantart", handle)])
    desk.create("Elsewhere", "BR", [("instagram", handle)])
    personal = desk.create("Personal", "DE", [("instagram", handle), ("x", handle)])
    waiting = desk.create("Waiting", "DE", [("instagram", handle)])
    for session in (personal, waiting):
        for step in FIRST_FIVE[:2]:
            mark(session, "instagram", step, "done")
        note(session, "instagram", "open-form", text)
    sent(waiting, "instagram", "objection", Dispatch(TODAY))
    proof(waiting, "instagram", "receipt")
    for session in (personal, waiting):
        spoil(session.checklist.accounts[0].id, session, text)
        session.save()
    first = desk.create("Aaa", "DE")
    first.stored.path.rename(first.stored.path.with_name(f"{name}.toml"))


def spoil(account_id: str, session: object, text: str) -> None:
    """Write *text* where only a hand-edited file can have it."""
    from optout_tui.journey.session import Session

    assert isinstance(session, Session)
    account = session.find_account(account_id)
    requests = tuple(replace(request, reference=text) for request in account.requests)
    evidence = tuple(replace(one, reference=text, note=text) for one in account.evidence)
    changed = replace(account, handle=text, owner=text, requests=requests, evidence=evidence)
    session.apply_to("spoilt", changed)


@pytest.fixture(params=range(2), ids=["markup", "controls"])
def spoilt(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Desk, str]:
    text = (MARKUP, CONTROLS)[request.param]
    world = hostile_world(tmp_path / "world", text)
    desk = Desk(tmp_path / "data", today=TODAY, facts=world)
    fill(desk, text, NAMES[request.param])
    return desk, text


@pytest.mark.parametrize("half", [0, 1])
async def test_hostile_text_stays_text_on_every_screen_and_in_every_dialog(
    spoilt: tuple[Desk, str], half: int
) -> None:
    desk, text = spoilt
    async with entered(desk, size=WIDE) as room:
        for surface in SURFACES[half::2]:
            await reach(room, surface)
            check_harmless(room, surface.name)
            check_literal(room, surface, text)


@pytest.mark.parametrize("name", NAMES)
async def test_a_hostile_file_name_stays_text(desk: Desk, name: str) -> None:
    path = desk.store.path("Abroad")
    path.rename(path.with_name(f"{name}.toml"))
    async with entered(desk, size=WIDE) as room:
        await room.press("home")
        for key, place in (("e", "#line"), ("x", "#box"), ("ctrl+p", "CommandList")):
            await room.press(key)
            check_harmless(room, key)
            assert squeezed(clean(name)) in squeezed(room.text_in(place)), place
            await room.press("escape")
        await room.press("enter")
        assert room.guide.session.name == name
        await room.press("f")
        check_harmless(room, "summary")
        assert squeezed(clean(name)) in squeezed(room.top)


async def test_a_hostile_language_from_a_file_stays_text(desk: Desk) -> None:
    path = desk.store.path("Personal")
    text = path.read_text("utf-8")
    path.write_text('labels = "[/]\\u001b[31m"\n' + text, "utf-8")
    async with entered(desk, "Personal") as room:
        check_harmless(room, "guide")
        assert "in [/]␛[31m" in room.text
        await room.press("L")
        check_harmless(room, "labels")


async def test_hostile_text_stays_text_in_notes_in_the_corner(spoilt: tuple[Desk, str]) -> None:
    desk, text = spoilt
    async with entered(desk, "Personal", size=WIDE) as room:
        await room.go_to("open-form")
        await room.press("s", "u")
        assert squeezed(clean(text)) in squeezed(room.told[-1])
        await room.go_to("open-form")
        await room.press("y")
        await room.do(lambda: room.app.say_no(Refusal(text)))
        check_harmless(room, "toasts")
        assert squeezed(clean(text)) in squeezed(room.text_in("Toast"))


async def test_hostile_text_stays_text_when_it_cannot_be_saved(spoilt: tuple[Desk, str]) -> None:
    desk, text = spoilt
    async with entered(desk, "Personal", size=WIDE) as room:
        room.app.status = f"NOT saved: {text}"
        await room.settle()
        check_harmless(room, "status")
        assert squeezed(clean(text)) in squeezed(room.bottom)


async def test_hostile_text_stays_text_in_the_palette(spoilt: tuple[Desk, str]) -> None:
    desk, text = spoilt
    async with entered(desk, "Personal", size=WIDE) as room:
        await room.press("ctrl+p")
        check_harmless(room, "palette")
        for typed in ("Open", "Go to", "[", clean(text)[:12]):
            await room.paste(typed)
            check_harmless(room, f"palette: {typed}")
        await room.paste("Go to")
        assert squeezed(clean(text)) in squeezed(room.text)
        await room.press("enter")
        room.at(Page)


@pytest.mark.parametrize("text", PAYLOADS)
def test_plain_text_is_cleaned_and_otherwise_as_it_was(text: str) -> None:
    assert plain(text).plain == clean(text, newlines=True)
    assert plain(text).spans == []
    assert (
        squeezed(lay_out([block(text), field("Label", text)], 60).plain).count(
            squeezed(clean(text))
        )
        == 2
    )
    (line,) = columns([(plain("a"), plain(text))], 80)
    assert squeezed(line.plain).endswith(squeezed(clean(text)))


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
        for text in PAYLOADS:
            await room.press("n")
            room.screen.query_one(TextArea).text = text
            await room.press("ctrl+s")
            mark_ = room.on_disk().accounts[0].steps[-1]
            assert mark_.note == clean(text.strip(), newlines=True)
            assert squeezed(mark_.note) in squeezed(room.text_in("#step"))
            check_harmless(room, text)


async def test_a_region_from_a_file_that_nobody_knows_is_refused_as_text(desk: Desk) -> None:
    path = desk.store.path("Abroad")
    text = path.read_text("utf-8")
    path.write_text(text.replace('"US"', '"[/]\\u001b[31m"'), "utf-8")
    async with entered(desk, size=(200, 30)) as room:
        check_harmless(room, "start")
        assert "[/]␛[31m" in room.text
        await room.press("enter", "c")
        check_harmless(room, "refused")


async def test_a_field_never_hands_a_control_character_to_the_terminal(desk: Desk) -> None:
    async with entered(desk) as room:
        for key in ("n", "e"):
            await room.press(key)
            room.screen.query_one(Input).value = "a\x1b[31mb\u202ec\x9b"
            await room.settle()
            check_harmless(room, key)
            await room.press("escape")
