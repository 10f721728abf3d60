from datetime import UTC, date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from optout_tui.checklist.change import add_event, add_request, without_account
from optout_tui.checklist.merge import Difference, Merged, Side, merge
from optout_tui.checklist.model import Account, Checklist, Event, Evidence, Here, Request, StepMark
from tests.checklist.edits import START

PHOTOPIA = "photopia:@anika"


def at(hour: int) -> datetime:
    return datetime(2026, 11, 22, hour, tzinfo=UTC)


def day(number: int) -> date:
    return date(2026, 11, number)


def mark(state: Any = "done", hour: int = 10, **more: Any) -> StepMark:
    return StepMark(id="send", state=state, at=at(hour), **more)


def request(number: int = 1, sent: int = 20, *events: Event, **more: Any) -> Request:
    return Request(
        id=f"r{number}",
        kind="objection",
        sent=day(sent),
        received=day(sent),
        events=events,
        **more,
    )


def event(kind: Any, on: int) -> Event:
    return Event(kind=kind, on=day(on))


def holding(*, steps: Any = (), requests: Any = (), evidence: Any = (), **more: Any) -> Checklist:
    """A checklist with one account that holds this."""
    account = Account(
        id=PHOTOPIA,
        platform="photopia",
        route="objection",
        steps=tuple(steps),
        requests=tuple(requests),
        evidence=tuple(evidence),
        **more,
    )
    return replace(START, accounts=(account,))


BARE = holding()


def merged(base: Checklist, ours: Checklist, theirs: Checklist) -> Account:
    """The account after a merge without differences."""
    outcome, differences = merge(base, ours, theirs)
    assert differences == ()
    return outcome.accounts[0]


def test_two_ticks_at_different_steps_are_both_there() -> None:
    other = replace(mark("skipped"), id="open-form")
    account = merged(BARE, holding(steps=[mark()]), holding(steps=[other]))
    assert account.steps == (mark(), other)


def test_the_same_tick_on_both_sides_is_one_made_by_whoever_was_first() -> None:
    early, late = holding(steps=[mark(hour=9)]), holding(steps=[mark(hour=11, seen="new")])
    assert merged(BARE, late, early).steps == (mark(hour=9),)
    assert merged(BARE, early, late).steps == (mark(hour=9),)


def test_a_step_that_was_ticked_anew_keeps_the_new_moment() -> None:
    base, again = holding(steps=[mark(hour=9)]), holding(steps=[mark(hour=11, seen="new")])
    assert merged(base, base, again).steps == (mark(hour=11, seen="new"),)
    assert merged(base, again, base).steps == (mark(hour=11, seen="new"),)


def test_two_answers_to_one_step_are_a_difference_and_each_can_be_had() -> None:
    ours, theirs = holding(steps=[mark()]), holding(steps=[mark("problem", trouble="no-word")])
    outcome, differences = merge(BARE, ours, theirs)
    assert differences == (Difference(f"{PHOTOPIA}, send", "done", "problem: no-word"),)
    assert outcome.accounts == ours.accounts
    assert merge(BARE, ours, theirs, "theirs").checklist.accounts == theirs.accounts


def test_a_tick_and_a_note_at_one_step_are_both_there() -> None:
    base = holding(steps=[mark("todo", note="why")])
    ours = holding(steps=[mark("done", 11, note="why")])
    theirs = holding(steps=[mark("todo", note="because")])
    assert merged(base, ours, theirs).steps == (mark("done", 11, note="because"),)
    assert merged(base, theirs, ours).steps == (mark("done", 11, note="because"),)


def test_two_notes_are_a_difference_that_names_both() -> None:
    ours, theirs = holding(steps=[mark(note="x" * 80)]), holding(steps=[mark(note="\x1b[2J")])
    _, differences = merge(holding(steps=[mark()]), ours, theirs)
    assert differences == (Difference(f"{PHOTOPIA}, send, note", "x" * 59 + "…", "␛[2J"),)


def test_a_step_unticked_here_and_noted_there_is_a_difference() -> None:
    base, theirs = holding(steps=[mark()]), holding(steps=[mark(note="look")])
    outcome, differences = merge(base, BARE, theirs)
    assert differences == (Difference(f"{PHOTOPIA}, send", "removed", "changed"),)
    assert outcome.accounts == BARE.accounts
    assert merge(base, BARE, theirs, "theirs").checklist.accounts == theirs.accounts


@pytest.mark.parametrize(("prefer", "is_there"), [("ours", False), ("theirs", True)])
def test_an_account_removed_here_and_changed_there_is_a_difference(
    prefer: Side, *, is_there: bool
) -> None:
    ours = without_account(BARE, PHOTOPIA)
    outcome, differences = merge(BARE, ours, holding(steps=[mark()]), prefer)
    assert differences == (Difference(PHOTOPIA, "removed", "changed"),)
    assert bool(outcome.accounts) is is_there


def test_an_account_removed_on_one_side_and_left_alone_on_the_other_is_gone() -> None:
    gone = without_account(BARE, PHOTOPIA)
    assert merge(BARE, gone, BARE) == Merged(gone, ())
    assert merge(BARE, BARE, gone) == Merged(gone, ())


def test_accounts_added_on_both_sides_are_both_there_in_our_order() -> None:
    def adding(name: str) -> Checklist:
        made = Account(id=name, platform=name, route="x")
        return replace(BARE, accounts=(made, *BARE.accounts))

    outcome = merge(BARE, adding("ours"), adding("theirs")).checklist
    assert [account.id for account in outcome.accounts] == ["ours", PHOTOPIA, "theirs"]


def test_an_order_that_only_they_changed_is_theirs() -> None:
    other = Account(id="other", platform="other", route="x")
    base = replace(BARE, accounts=(*BARE.accounts, other))
    theirs = replace(base, accounts=base.accounts[::-1])
    ours = replace(base, region="FR")
    assert merge(base, ours, theirs).checklist.accounts == theirs.accounts


def test_an_account_made_on_both_sides_is_one() -> None:
    ours = holding(steps=[mark()], handle="@anika")
    theirs = holding(evidence=[Evidence(kind="mail", at=at(9))], handle="@anika")
    account = merged(START, ours, theirs)
    assert (account.handle, len(account.steps), len(account.evidence)) == ("@anika", 1, 1)


def test_an_account_of_one_id_on_two_platforms_is_a_difference() -> None:
    theirs = replace(BARE, accounts=(replace(BARE.accounts[0], platform="chirp"),))
    _, differences = merge(START, BARE, theirs)
    assert differences == (Difference(f"{PHOTOPIA}, platform", "photopia", "chirp"),)


def test_two_regions_are_a_difference() -> None:
    outcome, differences = merge(START, replace(START, region="FR"), replace(START, region="GB"))
    assert (outcome.region, differences) == ("FR", (Difference("region", "FR", "GB"),))


def test_the_place_is_ours_where_we_moved_and_theirs_where_only_they_did() -> None:
    here, there = Here(account=PHOTOPIA, step="send"), Here(account=PHOTOPIA, step="open-form")
    ours, theirs = replace(BARE, here=here), replace(BARE, here=there)
    assert merge(BARE, ours, theirs) == Merged(ours, ())
    assert merge(BARE, BARE, theirs) == Merged(theirs, ())


# -- requests ----------------------------------------------------------------------


def test_two_new_requests_of_one_number_are_both_kept() -> None:
    account = merged(BARE, holding(requests=[request(1, 20)]), holding(requests=[request(1, 21)]))
    assert account.requests == (request(1, 20), request(2, 21))


def test_a_free_number_is_free_on_all_sides() -> None:
    base = holding(requests=[request(2, 1)])
    ours = holding(requests=[request(1, 20)])
    theirs = holding(requests=[request(2, 1), request(1, 21), request(3, 22)])
    assert merged(base, ours, theirs).requests == (request(1, 20), request(4, 21), request(3, 22))


def test_several_new_requests_of_the_same_numbers_get_numbers_of_their_own() -> None:
    ours = holding(requests=[request(1, 18), request(2, 19)])
    theirs = holding(requests=[request(1, 20), request(2, 21)])
    assert merged(BARE, ours, theirs).requests == (
        request(1, 18),
        request(2, 19),
        request(3, 20),
        request(4, 21),
    )


def test_a_request_recorded_on_both_sides_is_one_with_the_replies_of_both() -> None:
    granted, question = event("granted", 22), event("question", 21)
    ours = holding(requests=[request(1, 20, granted)])
    theirs = holding(requests=[request(1, 19), request(2, 20, question)])
    account = merged(BARE, ours, theirs)
    assert account.requests == (request(1, 20, question, granted), request(3, 19))


def test_a_reply_goes_to_its_request_though_an_earlier_merge_renumbered_it() -> None:
    """They recorded X as r1; another merge put Y there and made X r2; now X is answered."""
    answer = event("granted", 22)
    base = holding(requests=[request(1, 20)])
    ours = holding(requests=[request(1, 20, answer)])
    theirs = holding(requests=[request(1, 21), request(2, 20)])
    assert merged(base, ours, theirs).requests == (request(3, 21), request(1, 20, answer))
    assert merged(base, theirs, ours).requests == (request(1, 21), request(2, 20, answer))


def test_a_renumbering_is_taken_as_it_is_where_we_changed_no_request() -> None:
    base = holding(requests=[request(1, 20)])
    theirs = holding(requests=[request(1, 21), request(2, 20)])
    ours = holding(requests=[request(1, 20)], steps=[mark()])
    assert merged(base, ours, theirs).requests == theirs.accounts[0].requests


def test_a_request_that_was_corrected_keeps_its_number_and_the_others_reply() -> None:
    base = holding(requests=[request(1, 20)])
    ours = holding(requests=[request(1, 19, reference="Case 7")])
    theirs = holding(requests=[request(1, 20, event("granted", 22))])
    found = merged(base, ours, theirs).requests
    assert found == (request(1, 19, event("granted", 22), reference="Case 7"),)


def test_a_request_dropped_here_and_answered_there_is_a_difference() -> None:
    base = holding(requests=[request(1, 20)])
    theirs = holding(requests=[request(1, 20, event("granted", 22))])
    _, differences = merge(base, BARE, theirs)
    assert differences == (Difference(f"{PHOTOPIA}, r1", "removed", "changed"),)


def test_replies_of_both_sides_come_in_the_order_of_their_days() -> None:
    base = holding(requests=[request(1, 1, event("question", 9), event("extension", 5))])
    before = base.accounts[0].requests[0].events
    ours = change_replies(base, event("complaint", 20))
    theirs = change_replies(base, event("refused", 15))
    for one, other in ((ours, theirs), (theirs, ours)):
        [found] = merged(base, one, other).requests
        assert found.events == (*before, event("refused", 15), event("complaint", 20))


def change_replies(checklist: Checklist, *added: Event) -> Checklist:
    account = checklist.accounts[0]
    for one in added:
        account = add_event(account, "r1", one)
    return replace(checklist, accounts=(account,))


def test_one_reply_typed_on_both_sides_is_there_once_and_a_second_one_twice() -> None:
    base, answer = holding(requests=[request()]), event("refused", 21)
    once, twice = change_replies(base, answer), change_replies(base, answer, answer)
    assert merged(base, once, once).requests[0].events == (answer,)
    assert merged(base, once, twice).requests[0].events == (answer, answer)
    assert merged(base, twice, once).requests[0].events == (answer, answer)


def test_evidence_of_both_sides_is_kept_and_what_one_took_out_is_gone() -> None:
    old, ours, theirs = (Evidence(kind="mail", at=at(9), reference=name) for name in "abc")
    base = holding(evidence=[old])
    assert merged(
        base, holding(evidence=[old, ours]), holding(evidence=[old, theirs])
    ).evidence == (old, ours, theirs)
    assert merged(base, holding(evidence=[ours]), holding(evidence=[old, theirs])).evidence == (
        ours,
        theirs,
    )
    assert merged(base, holding(evidence=[old, ours]), holding(evidence=[theirs])).evidence == (
        ours,
        theirs,
    )


def test_a_request_added_beside_a_dropped_one_is_kept() -> None:
    base = holding(requests=[request(1, 1)])
    theirs = replace(base, accounts=(add_request(base.accounts[0], request(2, 21)),))
    assert merged(base, BARE, theirs).requests == (request(2, 21),)


# -- unknown fields ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "outcome"),
    [
        ({}, {"a": 1}, {"b": 2}, {"a": 1, "b": 2}),
        ({"a": 1, "b": 1}, {"b": 1}, {"a": 1, "b": 2}, {"b": 2}),
        ({"t": {"a": 1}}, {"t": {"a": 2}}, {"t": {"a": 1, "b": 2}}, {"t": {"a": 2, "b": 2}}),
        ({"a": 1}, {"a": 1}, {"a": True}, {"a": True}),
        ({"a": float("nan")}, {"a": float("nan")}, {"a": float("nan"), "b": 1}, None),
    ],
)
def test_unknown_fields_of_both_sides_are_kept(
    base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], outcome: Any
) -> None:
    one, two, three = (replace(START, extra=extra) for extra in (base, ours, theirs))
    found, differences = merge(one, two, three)
    assert differences == ()
    if outcome is None:
        assert found.extra["b"] == 1
    else:
        assert repr(found.extra) == repr(outcome)


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        ({"a": 2}, {"a": 3}, ("2", "3")),
        ({}, {"a": 3}, ("removed", "3")),
        ({"a": {"b": 1}}, {"a": ""}, ("{'b': 1}", "nothing")),
    ],
)
def test_an_unknown_field_that_both_changed_is_a_difference(
    ours: dict[str, Any], theirs: dict[str, Any], said: tuple[str, str]
) -> None:
    one, two, three = (replace(START, extra=extra) for extra in ({"a": 1}, ours, theirs))
    outcome, differences = merge(one, two, three)
    assert differences == (Difference("a", *said),)
    assert outcome.extra == ours
