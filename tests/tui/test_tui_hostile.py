"""Text from outside stays text, on every screen, in every dialog, note and list."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_tui.journey.desk import Desk
from optout_tui.journey.proofs import proof
from optout_tui.journey.requests import Dispatch, sent
from optout_tui.journey.steps import mark, note
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean, has_controls
from optout_tui.tui.widgets.page import Page
from tests.tui.conftest import FIRST_FIVE, TODAY
from tests.tui.exports import HTML, exports_of, hostile, put, put_robots
from tests.tui.hostile import CONTROLS, MARKUP, NAMES, check_harmless, hostile_world, squeezed
from tests.tui.room import Room, entered
from tests.tui.surfaces import DISTINCT, Surface, reach

WIDE = (150, 44)
SHOWN = {
    "start": ("#checklists", "Coming"),
    "region": ("#law",),
    "platforms": ("#platforms", "#about", "TopBar"),
    "handles": ("#handle",),
    "guide": ("#steps", "#step", "TopBar"),
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
    "audit of an account": ("#told",),
    "one item": ("#text",),
}
"""Where on a surface the text must be seen as it is."""


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
    put(exports_of(desk), f"{name}.zip", hostile(text))
    put(exports_of(desk), f"{name} to look at.zip", HTML)
    put_robots(exports_of(desk), f"User-agent: {text}\nDisallow: /\n{text}: x\n")
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
        for surface in DISTINCT[half::2]:
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


@pytest.mark.parametrize("name", NAMES)
async def test_a_hostile_name_of_an_export_or_a_folder_stays_text(desk: Desk, name: str) -> None:
    (exports_of(desk) / name).mkdir()
    put(exports_of(desk), f"{name}.zip", HTML)
    async with entered(desk, size=WIDE) as room:
        await room.press("a")
        check_harmless(room, "list")
        assert squeezed(clean(name)) in squeezed(room.text_in("#files"))
        await room.press("enter")
        check_harmless(room, "folder")
        assert squeezed(clean(name)) in squeezed(room.text_in("#path"))
        await room.press("backspace", "end", "enter")
        check_harmless(room, "refused")
        assert squeezed(clean(name)) in squeezed(room.text_in("#told"))


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


async def test_a_region_from_a_file_that_nobody_knows_is_refused_as_text(desk: Desk) -> None:
    path = desk.store.path("Abroad")
    text = path.read_text("utf-8")
    path.write_text(text.replace('"US"', '"[/]\\u001b[31m"'), "utf-8")
    async with entered(desk, size=(200, 30)) as room:
        check_harmless(room, "start")
        assert "[/]␛[31m" in room.text
        await room.press("enter", "c")
        check_harmless(room, "refused")
