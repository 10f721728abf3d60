"""The guide: ticking, what is asked when something is kept, taking it back."""

from optout_tui.guides.seen import seen_hash
from optout_tui.journey.desk import Desk
from optout_tui.tui.dialogs.evidence import EvidenceDialog
from tests.tui.room import entered, first, states


async def test_space_ticks_the_step_saves_it_and_goes_on(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        assert room.step == "open-form"
        await room.press("space")
        assert room.step == "fill-in"
        assert states(room) == {"open-menu": "done", "find-block": "done", "open-form": "done"}
        assert "✓ Open the objection form" in room.text
        assert room.bottom.endswith("Saved · revision 3")
        assert room.top.endswith("step 4 of 7 · about 4 min left")


async def test_space_on_a_ticked_step_takes_the_tick_back_and_stays(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("up", "space")
        assert room.step == "find-block"
        assert states(room) == {"open-menu": "done"}
        assert "○ Find the block at the end" in room.text


async def test_a_tick_keeps_what_the_step_said_and_when(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("up")
        assert "Done 22 Nov 2026, 12:00" in room.text
        guide = desk.knowledge.guide("instagram")
        assert first(room).steps[1].seen == seen_hash(guide.routes[0].steps[1])


async def test_s_skips_the_step_and_goes_on(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("s")
        assert room.step == "fill-in"
        assert states(room)["open-form"] == "skipped"
        assert "– Open the objection form" in room.text


async def test_a_proof_step_asks_what_is_held_and_suggests_its_own_kind(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.go_to("keep-screen")
        await room.press("space")
        room.at(EvidenceDialog)
        assert room.chosen == 2, "a screenshot"
        await room.press("tab")
        await room.paste("objection.png")
        await room.press("enter")
        (held,) = first(room).evidence
        assert (held.kind, held.reference) == ("screenshot", "objection.png")
        assert states(room)["keep-screen"] == "done"


async def test_e_keeps_evidence_without_ticking_anything(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        before = states(room)
        await room.press("e", "down", "enter")
        assert [held.kind for held in first(room).evidence] == ["receipt"]
        assert states(room) == before
        assert room.step == "open-form"


async def test_u_takes_back_one_change_after_the_other(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("space", "s")
        await room.press("u")
        assert "fill-in" not in states(room)
        assert states(room)["open-form"] == "done"
        await room.press("u")
        assert "open-form" not in states(room)
        assert room.told == ["Undone: Fill it in: skipped", "Undone: Open the objection form: done"]
        await room.press("u")
        assert room.told[-1] == "There is nothing to undo."
        assert states(room) == {"open-menu": "done", "find-block": "done"}


async def test_when_all_is_done_the_guide_names_what_comes_next(desk: Desk) -> None:
    async with entered(desk, "Personal") as room:
        await room.press("s", "s", "s", "s", "s")
        assert room.top.endswith("all 7 steps done")
        said = "Instagram @anika: done. Press enter for X @anika, about 2 min."
        assert said in room.text_in("#step")
        await room.press("enter", "s", "s")
        said = "X @anika: done. That was the last account. Press enter for the summary."
        assert said in room.text_in("#step")
