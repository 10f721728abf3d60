"""The guide: from step to step, from account to account, and what stands above them."""

from datetime import date
from pathlib import Path

import pytest

from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.journey.settings import THEMES
from optout_tui.tui.screens.compare import CompareScreen
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.screens.platforms import PlatformsScreen
from optout_tui.tui.screens.start import StartScreen
from optout_tui.tui.screens.summary import SummaryScreen
from optout_tui.tui.symbols import PLAIN
from optout_tui.tui.theme import THEME_WORDS
from tests.tui.desks import count_on_x
from tests.tui.room import entered


async def test_the_guide_shows_the_steps_by_stage_and_the_step(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        assert room.top.startswith("Instagram  @anika · Germany")
        assert room.top.endswith("step 3 of 7 · about 6 min left")
        left = [line[:39].strip(" ┃") for line in room.lines[3:15]]
        assert left == [
            "SETTINGS",
            "✓ Open the menu",
            "✓ Find the block at the end",
            "PRIVACY CENTER",
            "▸  ○ Open the objection form",
            "OBJECTION FORM",
            "○ Fill it in",
            "○ Send it",
            "PROOF",
            "○ Keep a screenshot",
            "○ Keep their mail",
            "",
        ]
        for said in (
            "Settings › Privacy Center",
            "On your phone Privacy Center › object",
            "Or this link www.instagram.com/privacy/center",
            "If not, this help.instagram.com/contact/1",
            "Checked 22 Nov 2026 · high confidence",
        ):
            assert said in room.text_in("#step")


async def test_tab_and_shift_tab_go_round_the_accounts(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await room.press(key)
            seen.append(room.guide.account_id)
        assert seen == ["x:@anika", "deviantart", "instagram:@anika", "deviantart"]


async def test_enter_goes_to_the_next_step_then_the_next_account_then_the_summary(
    desk: Desk,
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("enter")
        assert room.step == "fill-in"
        for _ in range(5):
            await room.go_to(room.guide.account.next_step.step.id)  # type: ignore[union-attr]
            await room.press("s")
        await room.press("enter")
        assert room.guide.account_id == "x:@anika"
        await room.press("s", "s", "enter")
        room.at(SummaryScreen)


async def test_the_account_where_the_most_is_public_comes_next_and_it_says_why(desk: Desk) -> None:
    desk.create("Several", "DE", [("x", "@first"), ("instagram", "@a"), ("x", "@anika")])
    count_on_x(desk, "Several", "x:@anika")
    async with entered(desk, "Several") as room:
        assert room.guide.account_id == "x:@anika"
        await room.press("s", "s")
        assert "Press enter for X @first, about 2 min." in room.text_in("#step")
        await room.press("tab", "tab", "tab")
        assert room.guide.account_id == "x:@anika"
    count_on_x(desk, "Several", "instagram")
    async with entered(desk, "Several") as room:
        assert "Press enter for Instagram @a, about 8 min, 1,204 public." in room.text_in("#step")
        await room.press("enter")
        assert room.guide.account_id == "instagram:@a"


async def test_the_first_step_says_how_to_see_what_is_public_and_what_was_counted(
    desk: Desk,
) -> None:
    hint = "Press d to see from your export what is public."
    async with entered(desk, "Personal") as room:
        assert hint not in room.text_in("#step")
        await room.press("home")
        assert hint in room.text_in("#step")
        await room.press("i")
        assert hint in room.text
        await room.press("escape", "tab", "tab")
        assert room.guide.account_id == "deviantart"
        assert "Press d" not in room.text_in("#step")
    count_on_x(desk)
    async with entered(desk, "Personal") as room:
        assert room.guide.account_id == "x:@anika"
        assert "1,204 public. Press d to count again." in room.text_in("#step")


async def test_an_account_with_nothing_to_do_says_so(desk: Desk) -> None:
    async with entered(desk, "Artist") as room:
        said = "Nothing to opt out of was found for DeviantArt in Germany. Look again later."
        assert said in room.text
        assert room.top.endswith("nothing to do")
        await room.press("space", "s", "p", "n", "o")
        room.at(GuideScreen)
        await room.press("enter")
        room.at(SummaryScreen)


async def test_a_limit_opens_with_the_words_that_there_is_no_opt_out(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "data", today=date(2026, 11, 22))
    desk.create("Personal", "US", [("instagram", "@anika")])
    async with entered(desk, "Personal") as room:
        assert "There is no opt-out for Instagram in the United States." in room.text
        assert "These steps reduce what is public." in room.text


async def test_a_way_that_is_not_confirmed_says_so(desk: Desk) -> None:
    async with entered(desk, "Elsewhere") as room:
        assert "Not confirmed in Brazil." in room.text


async def test_an_objection_has_no_banner(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        assert not room.guide.query_one("#banner").display


async def test_f_shows_the_summary_and_escape_comes_back(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("f")
        room.at(SummaryScreen)
        await room.press("escape")
        assert room.step == "open-form"


@pytest.mark.parametrize(
    ("key", "screen"),
    [("a", PlatformsScreen), ("c", CompareScreen), ("escape", StartScreen)],
)
async def test_a_c_and_escape_lead_to_other_screens(
    desk: Desk,
    key: str,
    screen: type[PlatformsScreen] | type[CompareScreen] | type[StartScreen],
) -> None:
    async with entered(desk, "Personal") as room:
        await room.press(key)
        room.at(screen)


async def test_page_down_reads_on_while_the_list_keeps_the_focus(desk: Desk) -> None:
    async with entered(desk, "Personal", size=(60, 16)) as room:
        pane = room.guide.query_one("#step")
        await room.press("pagedown")
        assert pane.scroll_y > 0
        assert room.guide.query_one("#steps").has_focus
        await room.press("pageup")
        assert pane.scroll_y == 0


async def test_t_goes_through_the_themes_and_says_which(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        for name in (*THEMES[1:], THEMES[0]):
            await room.press("t")
            assert room.app.theme == f"optout-{name}"
            assert room.told[-1] == f"Theme: {THEME_WORDS[name]}."


async def test_a_step_whose_words_changed_since_it_was_ticked_says_so(desk: Desk) -> None:
    path = desk.store.path("Personal")
    text = path.read_text("utf-8")
    seen = desk.store.read("Personal").checklist.accounts[0].steps[1].seen
    path.write_text(text.replace(seen, "00000000"), "utf-8")
    async with entered(desk, "Personal") as room:
        await room.go_to("find-block")
        said = "Changed since you did it: the guide says something else now. Look again."
        assert said in room.text_in("#step")
        assert "(changed)" in room.text_in("#steps")


async def test_a_step_that_changed_since_it_was_ticked_says_what_of_it(desk: Desk) -> None:
    path = desk.store.path("Personal")
    seen = desk.store.read("Personal").checklist.accounts[0].steps[1].seen
    other = f"00000000-0000{seen[13:17]}0000{seen[21:]}"
    path.write_text(path.read_text("utf-8").replace(seen, other), "utf-8")
    async with entered(desk, "Personal") as room:
        await room.go_to("find-block")
        said = "Changed since you did it: its title, the menus. Look again."
        assert said in room.text_in("#step")


async def test_plain_signs_stand_in_where_a_terminal_draws_the_fine_ones_too_wide(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (
        "widgets.steps",
        "widgets.listing",
        "screens.guide",
        "step_text",
        "dialogs.read",
    ):
        monkeypatch.setattr(f"optout_tui.tui.{module}.SYMBOLS", PLAIN)
    async with entered(desk, "Personal") as room:
        assert "x Open the menu" in room.text
        assert ">  o Open the objection form" in "\n".join(room.lines)
        assert "Privacy Center > object" in room.text_in("#step")
        assert not set("✓○▸–›") & set("".join(room.lines))


async def test_from_an_empty_folder_to_instagrams_first_step_in_germany_in_ten_keys(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path / "data", today=date(2026, 11, 22))
    handle = "@anika"
    keys = [*"ger", "enter", "space", *handle, "enter", "enter"]
    async with entered(desk) as room:
        await room.press(*keys)
        assert room.top.startswith("Instagram  @anika · Germany")
        assert "step 1 of 7" in room.top
        assert "▸ ○ Open the menu" in room.text
        await room.press("escape")  # the tour of the keys
        assert room.step == "open-menu"
        assert room.here.region == "DE"
    assert len(keys) - len(handle) <= 10


async def test_a_key_that_is_faster_than_the_screen_does_no_harm(personal: Session) -> None:
    guide = GuideScreen(personal)
    assert not guide.check_action("tick", ())
    guide.before_leaving()
    assert personal.checklist.here is None
