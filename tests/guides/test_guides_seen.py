"""What a tick remembers of a step, and what a later guide can tell from it."""

import pytest
from msgspec.structs import replace

from optout_tui.guides.seen import PARTS, changed_parts, is_changed, seen_hash
from optout_tui.library.guides import Step, Way
from optout_tui.library.knowledge import Knowledge

WAY = Way(
    device="phone",
    menu=("Profile", "Privacy"),
    menu_in={"de": ("Profil", "")},
    links=("https://photopia.example/privacy",),
    note="Not in the tablet's app.",
)


@pytest.fixture
def step(small: Knowledge) -> Step:
    return small.guide("photopia").routes[0].steps[0]


@pytest.fixture
def told(step: Step) -> Step:
    return replace(step, ways=(WAY,))


@pytest.mark.parametrize(
    "said",
    [
        {"title": "Another title"},
        {"text": "Another text."},
        {"ways": (Way(device="phone", menu=("Profile",)),)},
    ],
)
def test_the_hash_changes_with_what_the_step_says(step: Step, said: dict[str, object]) -> None:
    assert seen_hash(replace(step, **said)) != seen_hash(step)


@pytest.mark.parametrize(
    "unsaid",
    [
        {"sources": ("court",)},
        {"minutes": 9},
        {"confidence": "low"},
        {"troubles": ()},
        {"was": ("menu",)},
        {"id": "menu"},
    ],
)
def test_the_hash_stays_when_only_the_rest_changes(step: Step, unsaid: dict[str, object]) -> None:
    assert seen_hash(replace(step, **unsaid)) == seen_hash(step)


def test_the_hash_is_short_and_the_same_on_every_machine(step: Step) -> None:
    assert seen_hash(step)[:8] == "2115ce85"
    assert len(seen_hash(step)) == 8 + 1 + 4 * len(PARTS)


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ({"title": "Another title"}, ("title",)),
        ({"text": "Another text."}, ("text",)),
        ({"title": "Another title", "text": "Another text."}, ("title", "text")),
        ({"ways": (replace(WAY, menu=("Profile", "Safety")),)}, ("menus",)),
        ({"ways": (replace(WAY, menu_in={"de": ("Profil", "Datenschutz")}),)}, ("labels",)),
        ({"ways": (replace(WAY, links=("https://photopia.example/ai",)),)}, ("links",)),
        ({"ways": (replace(WAY, note=""),)}, ("notes",)),
        ({"ways": ()}, ("menus", "labels", "links", "notes")),
    ],
)
def test_what_of_a_step_changed_is_known_part_by_part(
    told: Step, said: dict[str, object], parts: tuple[str, ...]
) -> None:
    assert changed_parts(seen_hash(told), replace(told, **said)) == parts


def test_a_step_that_says_the_same_has_not_changed(told: Step) -> None:
    assert not is_changed(seen_hash(told), told)
    assert changed_parts(seen_hash(told), told) == ()


def test_a_tick_that_kept_nothing_of_the_step_tells_no_change(told: Step) -> None:
    assert not is_changed("", told)
    assert changed_parts("", told) == ()


@pytest.mark.parametrize("cut", [8, 12])
def test_a_tick_that_kept_no_parts_tells_a_change_but_not_where(told: Step, cut: int) -> None:
    seen = seen_hash(told)[:cut]
    assert not is_changed(seen, told)
    other = replace(told, text="Another text.")
    assert is_changed(seen, other)
    assert changed_parts(seen, other) == ()
