from datetime import date, datetime, timedelta, timezone
from typing import get_args

import pytest

from optout_tui.checklist import words as said
from optout_tui.checklist.model import EventKind
from optout_tui.checklist.standing import Proof, State
from optout_tui.export import words
from optout_tui.export.html import SYMBOLS
from optout_tui.library.guides import Default, EvidenceKind, Kind
from optout_tui.library.kinds import RequestKind


def test_days_are_english_whatever_the_locale() -> None:
    assert said.day(date(2026, 3, 1)) == "1 Mar 2026"
    assert [said.day(date(2026, month, 2))[2:5] for month in (5, 10, 12)] == ["May", "Oct", "Dec"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("", ""), ("2026", "2026"), ("2026-07", "Jul 2026"), ("2026-07-03", "3 Jul 2026")],
)
def test_a_date_is_told_as_far_as_it_is_known(text: str, wanted: str) -> None:
    assert said.partial_day(text) == wanted


def test_moments_are_told_in_utc() -> None:
    when = datetime(2026, 11, 22, 13, 5, 9, 7, tzinfo=timezone(timedelta(hours=1)))
    assert words.moment(when) == "2026-11-22 12:05 UTC"
    assert words.iso_moment(when) == "2026-11-22T12:05:09Z"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Germany", "Germany"),
        ("United States", "the United States"),
        ("California, United States", "California, United States"),
        ("Northwest Territories, Canada", "the Northwest Territories, Canada"),
        ("Netherlands", "the Netherlands"),
        ("Faroe Islands", "the Faroe Islands"),
        ("Dominican Republic", "the Dominican Republic"),
        (
            "South Georgia and the South Sandwich Islands",
            "South Georgia and the South Sandwich Islands",
        ),
    ],
)
def test_a_region_bears_its_article_in_a_sentence(name: str, wanted: str) -> None:
    assert said.in_sentence(name) == wanted


@pytest.mark.parametrize(
    ("states", "wanted"),
    [
        ([], "There are no accounts on this checklist yet."),
        (["done"], "1 of 1 account done."),
        (["done", "done"], "2 of 2 accounts done."),
        (
            ["done", "reduced", "waiting", "overdue"],
            "2 of 4 accounts done. By state: 1 done, 1 reduced, 1 waiting, 1 overdue.",
        ),
    ],
)
def test_the_summary_counts_what_is_done_and_names_the_rest(
    states: list[State], wanted: str
) -> None:
    assert words.summary(states) == wanted


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [([], ""), ([3], "3"), ([2, 1, 3], "1–3"), ([1, 2, 5, 7, 8], "1–2, 5, 7–8")],
)
def test_numbers_in_a_row_are_drawn_together(numbers: list[int], wanted: str) -> None:
    assert words.ranges(numbers) == wanted


def test_nothing_that_can_occur_is_without_a_word() -> None:
    for table, kind in (
        (words.STATE_MEANING, State),
        (words.PROOF_MEANING, Proof),
        (words.DEFAULTS, Default),
        (words.KINDS, Kind),
        (words.REQUESTS, RequestKind),
        (words.EVENTS, EventKind),
        (words.EVIDENCE, EvidenceKind),
    ):
        assert set(table) == set(get_args(kind))
    assert set(get_args(State)) <= set(SYMBOLS)
