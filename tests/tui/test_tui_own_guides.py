"""A person's own guides on the screens: marked where they speak, harmless, told when left out."""

from collections.abc import Iterator
from itertools import cycle

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.safety.text import has_controls
from optout_tui.tui.dialogs.read import ReadDialog
from optout_tui.tui.screens.compare import CompareScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from tests.own_guides import copied, hostile_texts, said_by_guides, saying, written
from tests.payloads import SHOWN
from tests.tui.hostile import MARKUP, check_harmless, squeezed
from tests.tui.room import Room, entered

OWN = "This is your own guide, not one that came with the program."
WIDE = (150, 44)
SMALL = (40, 12)
LONG = "Long names push everything else out of the window at once."


def hostile(text: str) -> Iterator[str]:
    return cycle([text])


# -- marked --------------------------------------------------------------------------


async def test_the_list_of_platforms_marks_them(empty: Desk) -> None:
    copied(empty.guides_folder)
    empty.create("Personal", "DE")
    async with entered(empty, "Personal") as room:
        assert "[ ] Mastodon yours · object with a form on by default" in room.text
        assert "[ ] X turn off a switch" in room.text
        assert OWN not in room.text_in("#about")
        await room.press("end")
        assert OWN in room.text_in("#about")
        await room.press("space")
        await room.paste("@a")
        await room.press("enter")
        assert "[x] Mastodon yours · @a object with a form" in room.text


async def test_the_guide_says_whose_it_is_on_top_and_in_the_facts(empty: Desk) -> None:
    copied(empty.guides_folder)
    empty.create("Personal", "DE", [("mastodon", "@a"), ("x", "@a")])
    async with entered(empty, "Personal") as room:
        assert room.top.startswith("Mastodon (yours)  @a · Germany")
        await room.press("i")
        room.at(ReadDialog)
        assert OWN in room.text
        await room.press("escape", "tab")
        assert room.top.startswith("X  @a · Germany")
        await room.press("i")
        assert OWN not in room.text


async def test_compare_marks_them(empty: Desk) -> None:
    copied(empty.guides_folder, "x", lambda guide: guide.update(name="My X"))
    empty.create("Personal", "DE", [("instagram", "@a")])
    async with entered(empty, "Personal", size=WIDE) as room:
        await room.press("c")
        room.at(CompareScreen)
        assert "My X yours · object with a form" in room.text
        assert room.text.count("yours · ") == 1
        assert OWN not in room.text_in("#details")
        await room.press("down")
        assert OWN in room.text_in("#details")


async def test_no_name_is_long_enough_to_hide_the_mark(empty: Desk) -> None:
    copied(empty.guides_folder, change=lambda guide: guide.update(name=LONG))
    empty.create("Personal", "DE", [("mastodon", "@a" * 50)])
    async with entered(empty, "Personal", size=SMALL) as room:
        assert "(yours)" in room.top
        await room.press("a", "end")
        room.at(PlatformsScreen)
        assert "yours ·" in room.text_in("#platforms")
        await room.resize(40, 20)
        await room.press("c", "end")
        room.at(CompareScreen)
        assert "yours ·" in room.text_in("#table")


# -- left out ------------------------------------------------------------------------


async def test_a_guide_that_was_left_out_is_told_below_the_list(empty: Desk) -> None:
    copied(empty.guides_folder, change=lambda guide: guide.pop("name"))
    empty.create("Personal", "DE")
    async with entered(empty, "Personal") as room:
        line = "1 guide of yours was left out: mastodon.toml: object missing required field name"
        assert room.text_in("#left-out") == line
        await room.resize(*SMALL)
        assert room.text_in("#left-out").startswith("1 guide of yours was left out")
        assert len(room.text_in("#left-out")) <= SMALL[0]


async def test_several_that_were_left_out_are_counted(empty: Desk) -> None:
    for name in ("beta", "alpha"):
        copied(empty.guides_folder, name, lambda guide: guide.pop("name"))
    empty.create("Personal", "DE")
    async with entered(empty, "Personal", size=WIDE) as room:
        told = room.text_in("#left-out")
        assert told.startswith("2 guides of yours were left out (“optout-tui guides check” says")
        assert "alpha.toml: object missing required field name" in told


async def test_where_none_was_left_out_there_is_no_line(empty: Desk) -> None:
    copied(empty.guides_folder)
    empty.create("Personal", "DE")
    async with entered(empty, "Personal") as room:
        assert not room.screen.query_one("#left-out").display


@pytest.mark.parametrize("text", [text for text in SHOWN if has_controls(text)])
async def test_one_that_would_drive_the_terminal_is_left_out_in_clean_words(
    empty: Desk, text: str
) -> None:
    written(empty.guides_folder, saying("hostile", hostile(text)))
    copied(empty.guides_folder, "unknown", lambda guide: guide.update({text: 1}))
    name = text.replace("\0", "").replace("/", "")
    (empty.guides_folder / f"{name}.toml").write_bytes(b"")
    empty.create("Personal", "DE")
    async with entered(empty, "Personal", size=WIDE) as room:
        assert len(empty.guide_problems) == 3
        assert room.text_in("#left-out").startswith("3 guides of yours were left out")
        check_harmless(room, repr(text))


# -- harmless ------------------------------------------------------------------------


async def tour(room: Room, platform: str) -> dict[str, str]:
    """Go wherever the guide of the open account speaks; return what stands in each place."""
    places = {
        "guide": (), "problem": ("p",), "link": ("o",), "qr": ("r",), "facts": ("i",),
        "note": ("n",), "sent": ("down", "space"), "compare": ("c", "end"), "summary": ("f",),
        "palette": ("ctrl+p",), "platforms": ("a", "end"), "handles": ("h",),
    }  # fmt: skip
    seen = {}
    for place, keys in places.items():
        await room.press(*keys)
        check_harmless(room, f"{platform}: {place}")
        seen[place] = squeezed(room.text)
        if place not in ("guide", "platforms", "handles"):
            await room.press("escape")
    return seen


@pytest.mark.parametrize("text", [MARKUP, "[@click=app.leave]x[/]", "$error %s {0} :skull: \\[b]"])
async def test_hostile_text_in_every_field_stays_text(empty: Desk, text: str) -> None:
    written(empty.guides_folder, saying("hostile", hostile(text)))
    empty.create("Personal", "DE", [("hostile", "@a")])
    async with entered(empty, "Personal", size=WIDE) as room:
        seen = await tour(room, "hostile")
        silent = {place for place, shown in seen.items() if squeezed(text) not in shown}
        assert silent <= {"palette"}


async def test_every_hostile_text_is_shown_as_it_is(empty: Desk) -> None:
    names = said_by_guides(empty.guides_folder, hostile_texts())
    empty.create("Personal", "DE", [(name, "@a") for name in names])
    async with entered(empty, "Personal", size=WIDE) as room:
        for name in names:
            check_harmless(room, name)
            assert "(yours)  @a · Germany" in room.top
            await room.press("p")
            check_harmless(room, f"{name}: problem")
            await room.press("escape", "i")
            check_harmless(room, f"{name}: facts")
            await room.press("escape", "tab")
        for key in ("c", "escape", "f", "escape", "a"):
            await room.press(key)
            check_harmless(room, key)


async def test_the_longest_guide_that_loads_can_be_walked(empty: Desk) -> None:
    long = "words and more words " * 95
    written(empty.guides_folder, saying("hostile", hostile(long)))
    empty.create("Personal", "DE", [("hostile", "@a")])
    async with entered(empty, "Personal", size=SMALL) as room:
        for key in ("pagedown", "down", "i", "escape", "p", "escape", "a", "c"):
            await room.press(key)
            check_harmless(room, key)
        room.at(CompareScreen)
