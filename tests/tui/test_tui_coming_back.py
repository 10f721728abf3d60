"""Left at any moment, a checklist opens again at the very step."""

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.app import OptOutApp
from optout_tui.tui.screens.region import RegionScreen
from tests.tui.room import entered


@pytest.mark.parametrize("keys", [("down", "down"), ("tab", "down"), ("up",)])
async def test_q_comes_back_to_the_very_step_though_nothing_was_ticked(
    desk: Desk, keys: tuple[str, ...]
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press(*keys)
        left = (room.guide.account_id, room.step)
        await room.press("q")
    async with entered(desk, "Personal") as room:
        assert (room.guide.account_id, room.step) == left


@pytest.mark.parametrize("key", ["q", "ctrl+q", "escape"])
async def test_however_it_is_left_the_step_is_the_one_after_the_last_tick(
    desk: Desk, key: str
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("space", "s", key)
    async with entered(desk, "Personal") as room:
        assert room.step == "send"


async def test_a_dialog_or_a_page_in_front_does_not_forget_the_step(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("down", "n", "ctrl+q")
    async with entered(desk, "Personal") as room:
        assert room.step == "fill-in"
        await room.press("down", "f", "q")
    async with entered(desk, "Personal") as room:
        assert room.step == "send"


async def test_a_name_on_start_opens_that_checklist_directly(desk: Desk) -> None:
    async with entered(desk, "waiting") as room:
        assert room.guide.session.name == "Waiting"
        assert room.step == "keep-screen"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Broken", "Broken.toml: not TOML"),
        ("Persnal", 'unknown checklist "Persnal"; did you mean Personal?'),
        ("Moon", 'Moon.toml: region: unknown region "ZZ"'),
    ],
)
def test_a_name_that_cannot_be_opened_is_refused_before_the_screen_starts(
    desk: Desk, name: str, reason: str
) -> None:
    good = desk.store.path("Artist").read_text("utf-8")
    (desk.data_dir / "checklists" / "Broken.toml").write_text("format = = 1", "utf-8")
    (desk.data_dir / "checklists" / "Moon.toml").write_text(
        good.replace('region = "DE"', 'region = "ZZ"'), "utf-8"
    )
    with pytest.raises(Refusal) as refused:
        OptOutApp(desk, name)
    assert str(refused.value).startswith(reason)


def test_a_theme_nobody_knows_is_refused_before_the_screen_starts(desk: Desk) -> None:
    (desk.data_dir / "settings.toml").write_text('theme = "drak"\n', "utf-8")
    with pytest.raises(Refusal, match='unknown theme "drak"; did you mean dark'):
        OptOutApp(Desk(desk.data_dir, today=desk.today, facts=desk.knowledge))


async def test_without_a_checklist_region_comes_first(empty: Desk) -> None:
    async with entered(empty) as room:
        room.at(RegionScreen)


async def test_a_place_that_is_gone_leads_to_the_first_open_step(
    desk: Desk, personal: Session
) -> None:
    path = desk.store.path("Personal")
    text = path.read_text("utf-8")
    path.write_text(text + '\n[here]\naccount = "instagram:@anika"\nstep = "gone"\n', "utf-8")
    async with entered(desk, "Personal") as room:
        assert room.step == "open-form"
