"""Colours one can read, focus one sees without them, and a frame that fits every window."""

from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from textual.geometry import Region
from textual.screen import ModalScreen

from optout_tui.journey.desk import Desk
from optout_tui.journey.settings import THEMES, Settings
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.theme import OURS, PREFIX
from optout_tui.tui.widgets.bars import TOO_SMALL, key_name
from optout_tui.tui.widgets.page import Page
from tests.tui.room import FRAME, Room, entered
from tests.tui.surfaces import DISTINCT, SCREENS, Surface, reach

EIGHT_BIT, STANDARD = ColorSystem.EIGHT_BIT, ColorSystem.STANDARD
READABLE = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
SMALLEST = (40, 12)
OPENED = {"dark": (100, 30), "light": (80, 24), "contrast": (60, 20), "terminal": SMALLEST}
"""The window in which every screen is opened, in each theme."""
SIZES = ((300, 100), (79, 24), SMALLEST)
"""The windows to which every screen is brought; a dialog, to the smallest."""
TOO_LITTLE = ((39, 12), (40, 11), (20, 5), (1, 1))
THIRDS = [DISTINCT[n::3] for n in range(3)]


def luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.get_truecolor()]
    r, g, b = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Color, other: Color) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def in_front(room: Room) -> list[Region]:
    """Where the screen in front is, without the dimmed page behind a dialog."""
    screen = room.screen
    if isinstance(screen, ModalScreen):
        return [child.region for child in screen.children if child.display]
    return [screen.region]


def seen(room: Room) -> list[str]:
    """What is drawn in front; a page behind a dialog is laid out anew only when that closes."""
    lines = room.lines
    return [
        line[region.x : region.right]
        for region in in_front(room)
        for line in lines[region.y : region.bottom]
    ]


def texts(room: Room) -> Iterator[tuple[str, Color | None, Color | None, bool]]:
    """Every piece of text in front with its colour, its ground, and whether it is dimmed."""
    regions = in_front(room)
    for y, line in enumerate(room.segments):
        x = 0
        for text, style, _ in line:
            words = "".join(c for c in text if c not in FRAME).strip()
            if words and style and any(region.contains(x, y) for region in regions):
                pair = (style.color, style.bgcolor)
                yield words, *(reversed(pair) if style.reverse else pair), bool(style.dim)
            x += cell_len(text)


def hard_to_read(room: Room) -> list[str]:
    theme = room.app.theme.removeprefix(PREFIX)
    found = []
    for words, colour, ground, dim in texts(room):
        if theme == "terminal":
            is_hard = not is_the_terminals_own(colour, ground)
        else:
            ratio = contrast(colour, ground) if colour and ground else 0
            is_hard = ratio < READABLE[theme] or dim
        if is_hard:
            found.append(f"{words!r}: {colour and colour.name} on {ground and ground.name}")
    return found


ANYWHERE = {1, 2, 5}
"""Red, green and magenta: no common palette has them invisible on black or on white."""


def is_the_terminals_own(colour: Color | None, ground: Color | None) -> bool:
    """Whether both are left to the terminal, the ground as it is; codes are drawn for cameras."""
    if colour is None or ground is None:
        return False
    if {colour.name, ground.name} == {"#000000", "#ffffff"}:
        return True
    return ground.is_default and (colour.is_default or colour.number in ANYWHERE)


@pytest.mark.parametrize("theme", THEMES)
async def test_every_screen_opens_and_all_its_text_can_be_read(desk: Desk, theme: str) -> None:
    desk.prefer(Settings(theme=theme))
    async with entered(desk, size=OPENED[theme]) as room:
        found = {}
        for surface in DISTINCT:
            await reach(room, surface)
            check_frame(room, surface, OPENED[theme])
            found[surface.name] = hard_to_read(room)
        assert {where: bad for where, bad in found.items() if bad} == {}


@pytest.mark.parametrize(("system", "least"), [(EIGHT_BIT, 4.0), (STANDARD, 3.5)])
@pytest.mark.parametrize("theme", READABLE)
def test_with_few_colours_text_can_still_be_read(
    theme: str, system: ColorSystem, least: float
) -> None:
    ours = OURS[theme]
    muted, chosen = ours.variables["muted"], ours.variables["cursor"]
    for text in (ours.foreground, muted, ours.primary, ours.warning, ours.error):
        for ground in (ours.background, ours.surface, ours.panel, chosen):
            pair = [Color.parse(str(one)).downgrade(system) for one in (text, ground)]
            assert contrast(*pair) >= least, (text, ground, pair)


@pytest.mark.parametrize("theme", THEMES)
async def test_notes_and_lines_under_the_pointer_can_be_read(desk: Desk, theme: str) -> None:
    desk.prefer(Settings(theme=theme))
    async with entered(desk, "Personal") as room:
        await room.press("b")
        await room.do(lambda: room.app.say_no(Refusal("something was refused")))
        assert "Nothing was sent" in room.text
        assert "something was refused" in room.text
        assert hard_to_read(room) == []
        await room.pilot.hover("#steps", offset=(5, 2))
        await room.settle()
        assert hard_to_read(room) == []


def check_focus(room: Room, where: str) -> None:
    """What has the focus has a heavier frame than all else: seen without any colour."""
    for widget in room.screen.query("OptionList, Input, TextArea, .pane"):
        if widget.display and widget.styles.border_top[0] and widget.region:
            x, y, *_ = widget.region
            if not room.screen.find_widget(widget).clip.contains(x, y):
                continue  # it is scrolled out of sight
            corner = "┏" if widget.has_focus or widget.has_focus_within else "╭"
            assert room.lines[y][x] == corner, (where, widget)


async def test_the_line_under_the_cursor_bears_a_sign(desk: Desk) -> None:
    async with entered(desk) as room:
        assert [line.strip()[0] for line in room.lines if "▸" in line] == ["▸"]
        await room.press("down")
        (marked,) = [line for line in room.lines if "▸" in line]
        assert "Artist" in marked


# -- windows of every size -------------------------------------------------------


def check_frame(room: Room, surface: Surface, size: tuple[int, int]) -> None:
    where = f"{surface.name} at {size}"
    width, height = size
    assert len(room.lines) == height, where
    assert {cell_len(line) for line in room.lines} == {width}, where
    page = room.screen
    if not isinstance(page, Page):
        return
    if width < SMALLEST[0] or height < SMALLEST[1]:
        assert room.text == TOO_SMALL or size == (1, 1), where
        return
    check_bottom(room, page, where)
    check_panes(page, width, where)


def check_bottom(room: Room, page: Page, where: str) -> None:
    """Whole words only: some keys, the last one, and what is saved."""
    labels = [f"{key_name(key)} {key.description}" for key in page.shown_keys()]
    assert labels[-1] in ("? More", "f1 More"), where
    shown = ["   ".join([*labels[:n], labels[-1]]) for n in range(len(labels))]
    status = room.app.status if page.shows_saving else ""
    keys = room.bottom.removesuffix(status).rstrip()
    assert keys in shown, (where, room.bottom)
    assert room.bottom.endswith(status), where


def check_panes(page: Page, width: int, where: str) -> None:
    for split in page.query(".split"):
        first, second = (child.region for child in split.children)
        if width < 80:
            assert second.y >= first.bottom, where
        else:
            assert second.y == first.y, where
            assert second.x >= first.right, where


@pytest.mark.parametrize("surfaces", THIRDS, ids=["first", "second", "third"])
async def test_every_screen_shows_its_focus_fits_every_window_and_comes_back(
    desk: Desk, surfaces: tuple[Surface, ...]
) -> None:
    async with entered(desk, size=(120, 40)) as room:
        for surface in surfaces:
            await reach(room, surface)
            await room.settle()
            before, focused = seen(room), room.screen.focused
            check_frame(room, surface, (120, 40))
            if surface.name != "palette":
                check_focus(room, surface.name)
            little = TOO_LITTLE if surface.name in ("compare", "letter", "sent", "palette") else ()
            for size in (*(SIZES[-1:] if surface.is_dialog else SIZES), *little):
                await room.resize(*size)
                check_frame(room, surface, size)
            await room.resize(120, 40)
            await room.settle()
            assert seen(room) == before, surface.name
            assert room.screen.focused is focused, surface.name
            if surface.is_dialog:
                await room.press("escape")
                room.at(Page)


@pytest.mark.parametrize("size", [(79, 24), (60, 20), (40, 12), (20, 5)])
async def test_a_start_in_a_window_of_any_size_shows_what_resizing_to_it_shows(
    desk: Desk, size: tuple[int, int]
) -> None:
    for surface in SCREENS[0], SCREENS[4], SCREENS[6]:
        async with entered(desk, surface.opens or None, size=size) as room:
            check_frame(room, surface, size)
            started = room.lines
        async with entered(desk, surface.opens or None, size=(120, 40)) as room:
            await room.resize(*size)
            await room.settle()
            assert started == room.lines, surface.name


async def test_every_dialog_can_be_opened_in_a_window_without_room(desk: Desk) -> None:
    async with entered(desk, size=(1, 1)) as room:
        for surface in DISTINCT:
            if surface.is_dialog:
                await reach(room, surface)
                check_frame(room, surface, (1, 1))


async def test_keys_still_work_after_the_window_was_too_small(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.resize(20, 5)
        await room.resize(100, 30)
        await room.settle()
        await room.press("down")
        assert room.step == "fill-in"


@pytest.mark.parametrize("width", range(40, 101, 15))
async def test_what_could_not_be_saved_is_cut_between_words(desk: Desk, width: int) -> None:
    status = "NOT saved: Personal.toml: No space left on this device"
    async with entered(desk, "Personal", size=(width, 20)) as room:
        room.app.status = status
        await room.settle()
        keys, _, said = room.bottom.partition("? More")
        assert all(len(key.split(" ", 1)) == 2 for key in keys.split("   ") if key)
        assert status.split()[: len(said.rstrip("…").split())] == said.rstrip("…").split()
        assert said.strip().startswith("NOT saved:")
