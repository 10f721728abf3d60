"""The order of work: the accounts where an audit found the most lying open come first."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_tui.checklist.model import Account, Counted
from optout_tui.checklist.order import (
    begin_with,
    exposure,
    lying_open,
    newest_audit,
    next_step,
    order_of_work,
)
from optout_tui.checklist.progress import AccountView
from optout_tui.library.knowledge import Knowledge
from tests.checklist.build import account, all_done, at, mark, view
from tests.checklist.strategies import examples

FINISHED = all_done()


def found(public: int = 0, **more: Any) -> Counted:
    return Counted(at=more.pop("at", at(20)), public=public, **more)


def named(name: str, *audits: Counted, **said: Any) -> Account:
    return replace(account(**said), id=name, handle=name, audits=audits)


def ids(views: tuple[AccountView, ...]) -> list[str]:
    return [one.account.id for one in views]


def in_order(knowledge: Knowledge, *accounts: Account) -> list[str]:
    return ids(order_of_work(tuple(view(knowledge, one) for one in accounts)))


# -- which comes first -------------------------------------------------------------


def test_without_audits_everything_stays_where_it_is(small: Knowledge) -> None:
    accounts = (named("a"), named("b", steps=FINISHED), named("c"))
    assert in_order(small, *accounts) == ["a", "b", "c"]


def test_what_is_most_public_comes_first_and_what_is_finished_last(small: Knowledge) -> None:
    accounts = (
        named("nobody-looked"),
        named("finished", found(9_000), steps=FINISHED),
        named("few", found(3)),
        named("nothing-public", found(0, not_public=500)),
        named("most", found(1_204, not_public=96)),
    )
    expected = ["most", "few", "nobody-looked", "nothing-public", "finished"]
    assert in_order(small, *accounts) == expected


def test_what_is_not_recorded_counts_between_public_and_not_public(small: Knowledge) -> None:
    accounts = (
        named("hidden", found(not_public=10)),
        named("unknown", found(not_recorded=10)),
        named("public", found(10)),
    )
    assert in_order(small, *accounts) == ["public", "unknown", "hidden"]


def test_much_that_is_not_recorded_outweighs_a_little_that_is_public(small: Knowledge) -> None:
    little, much = named("little", found(10)), named("much", found(not_recorded=5_000))
    assert in_order(small, little, much) == ["much", "little"]
    private = named("private", found(not_recorded=5_000, account_private=True))
    assert in_order(small, private, little) == ["little", "private"]


def test_chats_shared_by_a_link_are_public(small: Knowledge) -> None:
    accounts = (named("posts", found(2)), named("chats", found(shared_chats=3)))
    assert in_order(small, *accounts) == ["chats", "posts"]


def test_an_export_without_anything_in_it_tells_as_little_as_none(small: Knowledge) -> None:
    accounts = (named("empty", found()), named("none"), named("one", found(1)))
    assert in_order(small, *accounts) == ["one", "empty", "none"]


def test_the_audits_of_finished_accounts_move_nobody(small: Knowledge) -> None:
    accounts = (named("a"), named("b", found(7), steps=FINISHED), named("c"))
    assert in_order(small, *accounts) == ["a", "b", "c"]


def test_only_the_newest_figures_count(small: Knowledge) -> None:
    before, after = found(500, at=at(10)), found(1, at=at(20))
    for audits in ((before, after), (after, before)):
        assert newest_audit(named("a", *audits)) is after
        assert in_order(small, named("two", found(2)), named("a", *audits)) == ["two", "a"]
    same = found(9, at=at(20))
    assert newest_audit(named("a", after, same)) is same
    assert newest_audit(named("a")) is None


def test_the_next_step_is_that_of_the_account_that_comes_first(small: Knowledge) -> None:
    first, second = named("a"), named("b", found(1), steps=(mark("open-menu"),))
    upcoming = next_step((view(small, first), view(small, second)))
    assert upcoming is not None
    assert (upcoming[0].account.id, upcoming[1].step.id) == ("b", "open-form")


counts = st.integers(0, 5) | st.integers(0, 10**6)
audits = st.builds(
    Counted,
    at=st.integers(0, 3).map(lambda days: at(1) + timedelta(days=days)),
    public=counts,
    not_public=counts,
    not_recorded=counts,
    shared_chats=st.just(0) | counts,
    account_private=st.none() | st.booleans(),
)
some = st.lists(
    st.tuples(st.lists(audits, max_size=2), st.sampled_from([(), FINISHED, (mark("open-menu"),)])),
    max_size=6,
)


def views_of(knowledge: Knowledge, chosen: Any) -> tuple[AccountView, ...]:
    made = (named(f"n{n}", *kept, steps=steps) for n, (kept, steps) in enumerate(chosen))
    return tuple(view(knowledge, one) for one in made)


@given(chosen=some)
@examples(200)
def test_no_account_is_lost_and_the_order_is_that_of_a_slow_reading_of_the_rule(
    small: Knowledge, chosen: Any
) -> None:
    views = views_of(small, chosen)
    ordered = order_of_work(views)
    assert Counter(ids(ordered)) == Counter(ids(views))
    assert order_of_work(ordered) == ordered
    open_ones = [one for one in ordered if one.next_step]
    for before, after in pairwise(open_ones):
        assert open_of(before) >= open_of(after)
        if open_of(before) == open_of(after):
            assert views.index(before) < views.index(after)
    if len({open_of(one) for one in open_ones}) > 1:
        closed = [one for one in views if not one.next_step]
        assert list(ordered[len(open_ones) :]) == closed
    else:
        assert ordered == views


def open_of(one: AccountView) -> float:
    """How much lies open: the rule said once more, as plainly as it can be."""
    newest: datetime | None = None
    counted = None
    for kept in one.account.audits:
        if newest is None or kept.at >= newest:
            newest, counted = kept.at, kept
    if counted is None:
        return 0
    halves = 0 if counted.account_private is True else counted.not_recorded / 2
    score = counted.public + counted.shared_chats + halves
    seen = counted.not_public + counted.not_recorded
    return score if score else (-1 if seen else 0)


@given(kept=audits)
def test_a_known_public_thing_adds_more_than_an_unknown_and_that_more_than_a_hidden_one(
    kept: Counted,
) -> None:
    kept = replace(kept, account_private=None)
    known = exposure(replace(kept, public=kept.public + 1))
    unknown = exposure(replace(kept, not_recorded=kept.not_recorded + 1))
    hidden = exposure(replace(kept, not_public=kept.not_public + 1))
    assert known > unknown > hidden == exposure(kept)


# -- why it comes first ------------------------------------------------------------


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (found(1_204, not_public=96), "1,204 public"),
        (found(3, not_recorded=1_300), "3 public, 1,300 may be public"),
        (found(not_recorded=1_300), "1,300 may be public"),
        (found(not_recorded=1_300, account_private=True), ""),
        (found(shared_chats=2), "2 public"),
        (found(not_public=4), ""),
    ],
)
def test_what_lies_open_is_said_in_a_few_words(counted: Counted, words: str) -> None:
    assert lying_open(named("a", counted)) == words


def test_several_accounts_are_counted_together() -> None:
    assert lying_open(named("a", found(2)), named("b", found(3)), named("c")) == "5 public"
    assert lying_open() == ""


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (found(1_204, not_public=96), "1,204 of 1,300 posts, photos and videos are public."),
        (found(5), "5 posts, photos and videos are public."),
        (found(1), "1 post, photo or video is public."),
        (found(1, not_public=1), "1 of 2 posts, photos and videos is public."),
        (found(3, not_recorded=9), "are public; who can see 9 is not recorded."),
        (found(not_recorded=9), "who can see 9 posts, photos or videos is not recorded."),
        (found(shared_chats=1), "1 AI chat is shared by a link."),
        (found(shared_chats=2), "2 AI chats are shared by a link."),
    ],
)
def test_the_account_to_begin_with_is_named_with_the_reason(
    small: Knowledge, counted: Counted, words: str
) -> None:
    views = tuple(view(small, one) for one in (named("a"), named("@b", counted)))
    said = begin_with(views)
    assert said.startswith("Begin with Photopia @b: ")
    assert said.endswith(f"{words} Counted in your export on 20 Nov 2026.")


def test_one_goes_on_with_what_was_begun(small: Knowledge) -> None:
    begun = named("@b", found(5), steps=(mark("open-menu"),))
    said = begin_with((view(small, named("a")), view(small, begun)))
    assert said.startswith("Go on with Photopia @b: 5 posts")


def test_nothing_is_said_where_no_audit_decides(small: Knowledge) -> None:
    a, b = named("a"), named("b", found(not_public=4))
    assert begin_with((view(small, a), view(small, b))) == ""
    only = view(small, named("c", found(4)))
    assert begin_with((only,)) == ""
    assert begin_with((only, view(small, named("d", steps=FINISHED)))) == ""
    assert begin_with(()) == ""
