"""What holds of a merge, whatever three checklists meet and whatever people did to them."""

from hypothesis import given
from msgspec.structs import replace

from optout_tui.checklist.merge import Merged, merge
from optout_tui.checklist.model import Checklist
from optout_tui.checklist.text import read_text, write_text
from tests.checklist.edits import START, Edit, dropped, edited, edits
from tests.checklist.strategies import checklists, examples


def with_meta_of(one: Checklist, other: Checklist) -> Checklist:
    """*one* under the name, the numbers and the dates of *other*, which no merge takes over."""
    fields = ("format", "id", "name", "revision", "parent", "created", "updated")
    return replace(one, **{field: getattr(other, field) for field in fields})


@examples(25)
@given(checklists, checklists)
def test_where_only_one_side_changed_the_outcome_is_that_side(
    base: Checklist, side: Checklist
) -> None:
    assert merge(base, side, base) == Merged(side, ())
    assert merge(base, base, side) == Merged(with_meta_of(side, base), ())


@examples(15)
@given(checklists, checklists)
def test_where_both_sides_say_the_same_the_outcome_says_it_once(
    base: Checklist, both: Checklist
) -> None:
    assert merge(base, both, both) == Merged(both, ())
    assert merge(base, both, both, "theirs") == Merged(both, ())


@examples(15)
@given(checklists, checklists, checklists)
def test_what_comes_out_can_always_be_saved(
    base: Checklist, ours: Checklist, theirs: Checklist
) -> None:
    for prefer in ("ours", "theirs"):
        outcome = merge(base, ours, theirs, prefer).checklist
        assert read_text(write_text(outcome).encode(), "") == outcome


given_edits = given(edits, edits, edits)
Edits = list[Edit]


def three(before: Edits, ours: Edits, theirs: Edits) -> tuple[Checklist, Checklist, Checklist]:
    """A revision with two accounts and what was done *before*, and what both sides made of it."""
    first = [Edit("add account", name, "objection", "") for name in ("photopia:@anika", "chirp")]
    base = edited(START, [*first, *before])
    return base, edited(base, ours), edited(base, theirs)


@examples(250)
@given_edits
def test_every_change_is_in_the_outcome_or_named(
    before: Edits, our_edits: Edits, their_edits: Edits
) -> None:
    base, ours, theirs = three(before, our_edits, their_edits)
    outcome, differences = merge(base, ours, theirs)
    assert dropped(base, ours, outcome, differences) == []
    assert dropped(base, theirs, outcome, differences) == []


@examples(100)
@given_edits
def test_a_side_that_is_preferred_loses_nothing_at_all(
    before: Edits, our_edits: Edits, their_edits: Edits
) -> None:
    base, ours, theirs = three(before, our_edits, their_edits)
    assert dropped(base, ours, merge(base, ours, theirs, "ours").checklist, ()) == []
    assert dropped(base, theirs, merge(base, ours, theirs, "theirs").checklist, ()) == []


@examples(100)
@given_edits
def test_both_sides_see_the_same_differences(
    before: Edits, our_edits: Edits, their_edits: Edits
) -> None:
    base, ours, theirs = three(before, our_edits, their_edits)
    found = {(one.where, one.ours, one.theirs) for one in merge(base, ours, theirs).differences}
    if not any(edit.what == "sent" for edit in (*our_edits, *their_edits)):  # others bear numbers
        turned = merge(base, theirs, ours).differences
        assert found == {(one.where, one.theirs, one.ours) for one in turned}


@examples(100)
@given_edits
def test_merging_again_changes_nothing(before: Edits, our_edits: Edits, their_edits: Edits) -> None:
    base, ours, theirs = three(before, our_edits, their_edits)
    outcome, _ = merge(base, ours, theirs)
    assert merge(theirs, outcome, theirs).checklist == outcome
    assert merge(ours, outcome, ours).checklist == outcome
