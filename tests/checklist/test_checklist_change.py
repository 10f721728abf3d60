from typing import Any

import pytest
from msgspec.structs import replace

from optout_tui.checklist.change import mark_step, note_step, stop_at
from optout_tui.checklist.model import Here
from optout_tui.guides.seen import seen_hash
from optout_tui.library.guides import Step
from optout_tui.library.knowledge import Knowledge
from tests.checklist.build import STEPS, account, all_done, at, mark
from tests.checklist.edits import START


@pytest.fixture
def step(small: Knowledge) -> Step:
    """The second step of Photopia's objection."""
    route = small.guide("photopia").route("objection")
    assert route is not None
    return route.steps[1]


@pytest.mark.parametrize("state", ["done", "skipped", "problem"])
def test_a_mark_says_what_the_step_said_that_day(step: Step, state: Any) -> None:
    [found] = mark_step(account(), step, state, at(11)).steps
    assert (found.id, found.state, found.at, found.seen) == (
        step.id,
        state,
        at(11),
        seen_hash(step),
    )


def test_a_mark_made_again_keeps_its_place_its_note_and_what_is_unknown(step: Step) -> None:
    old = replace(mark(step.id), note="mine", extra={"a": 1})
    steps = tuple(old if one.id == step.id else one for one in all_done())
    found = mark_step(account(steps=steps), step, "problem", at(11), "no-word").steps
    assert [one.id for one in found] == [*STEPS]
    assert found[1] == replace(
        old, state="problem", at=at(11), trouble="no-word", seen=seen_hash(step)
    )


def test_a_mark_under_an_old_id_comes_under_the_new_one(step: Step) -> None:
    renamed = replace(step, was=("once",))
    found = mark_step(account(steps=(mark("once", note="mine"),)), renamed, "done", at(11))
    assert [(one.id, one.note) for one in found.steps] == [(step.id, "mine")]


@pytest.mark.parametrize(
    ("more", "is_left"), [({}, False), ({"note": "mine"}, True), ({"extra": {"a": 1}}, True)]
)
def test_an_unmarked_step_goes_unless_something_else_is_said_of_it(
    step: Step, more: dict[str, Any], *, is_left: bool
) -> None:
    steps = mark_step(account(steps=(mark(step.id, **more),)), step, "todo", at(11)).steps
    assert bool(steps) is is_left
    assert all((one.state, one.seen) == ("todo", "") for one in steps)


def test_a_note_changes_neither_what_was_said_nor_when(step: Step) -> None:
    noted = note_step(account(steps=(mark(step.id),)), step, "mine", at(20))
    assert noted.steps == (mark(step.id, note="mine"),)
    assert note_step(account(), step, "mine", at(20)).steps == (
        mark(step.id, "todo", at(20), note="mine"),
    )
    assert note_step(account(), step, "", at(20)).steps == ()


def test_where_one_stopped_keeps_what_is_unknown() -> None:
    assert stop_at(START, "chirp", "send").here == Here(account="chirp", step="send")
    here = Here(account="chirp", extra={"a": 1})
    assert stop_at(replace(START, here=here), "chirp", "send").here == replace(here, step="send")
