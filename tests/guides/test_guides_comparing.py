"""Every platform beside every other: the orders, and what they are made of."""

from itertools import pairwise

import pytest

from optout_tui.guides.comparing import FORM_MINUTES, ORDER_WORDS, ORDERS, Compared, compared
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain


def in_germany(small: Knowledge, order: str = "usual") -> list[Compared]:
    return compared(small.guides(), chain(small, "DE"), order)  # type: ignore[arg-type]


def test_each_platform_is_there_once_in_every_order(small: Knowledge) -> None:
    for order in ORDERS:
        assert sorted(one.guide.id for one in in_germany(small, order)) == sorted(small.guide_ids)
        assert ORDER_WORDS[order]


def test_the_usual_order_is_that_of_the_lists(small: Knowledge) -> None:
    assert [one.guide.id for one in in_germany(small)] == [*small.guide_ids]


def test_a_form_costs_more_than_its_steps(small: Knowledge) -> None:
    for one in in_germany(small):
        forms = sum(step.sends is not None for step in one.route.steps)
        assert one.effort == one.route.minutes + FORM_MINUTES * forms


@pytest.mark.parametrize("order", ["gain", "effort", "name"])
def test_an_order_is_one(small: Knowledge, order: str) -> None:
    found = in_germany(small, order)
    for one, other in pairwise(found):
        if order == "gain":
            assert one.gain >= other.gain
        elif order == "effort":
            assert one.effort <= other.effort
        else:
            assert one.guide.name.casefold() <= other.guide.name.casefold()


def test_what_does_not_train_wins_nothing(small: Knowledge) -> None:
    for one in in_germany(small):
        assert (one.gain == 0) == (one.default == "none" or one.route.kind == "none")
