import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest

from optout_tui.checklist import words
from optout_tui.checklist.standing import Proof
from optout_tui.library.guides import Default, Kind, Stage
from optout_tui.library.kinds import Device
from optout_tui.library.knowledge import Knowledge
from tests.conftest import TODAY


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_day_is_written_in_english_whatever_the_computer_speaks() -> None:
    assert words.day(date(2026, 11, 22)) == "22 Nov 2026"
    assert words.day(date(2027, 3, 1)) == "1 Mar 2027"


@pytest.mark.usefixtures("berlin")
def test_a_moment_is_told_in_the_persons_own_time() -> None:
    assert words.moment(datetime(2026, 11, 22, 23, 5, tzinfo=UTC)) == "23 Nov 2026, 00:05"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (3, "in 3 days"),
        (-2, "2 days ago"),
    ],
)
def test_how_far_a_day_is(days: int, said: str) -> None:
    assert words.days_away(TODAY + timedelta(days=days), TODAY) == said


def test_how_long_it_takes() -> None:
    assert words.minutes(4) == "about 4 min"
    assert words.minutes(0) == "no time"


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("objection", "Objection form"),
        ("setting", "Switch"),
        ("request", "Request"),
        ("limit", "Where it counts"),
        ("none", "Where it counts"),
    ],
)
def test_the_heading_of_the_portal_follows_the_kind_of_the_route(kind: Kind, heading: str) -> None:
    assert words.stage_title("portal", kind) == heading


@pytest.mark.parametrize(
    ("stage", "heading"),
    [("settings", "Settings"), ("privacy-center", "Privacy Center"), ("proof", "Proof")],
)
def test_the_other_headings_are_the_same_everywhere(stage: Stage, heading: str) -> None:
    for kind in get_args(Kind):
        assert words.stage_title(stage, kind) == heading


@pytest.mark.parametrize(
    ("table", "literal"),
    [
        (words.PROOF_WORDS, Proof),
        (words.DEFAULT_WORDS, Default),
        (words.KIND_WORDS, Kind),
        (words.DEVICE_WORDS, Device),
    ],
)
def test_there_is_a_word_for_each(table: dict[str, str], literal: object) -> None:
    assert set(table) == set(get_args(literal))


def test_where_there_is_no_opt_out_it_says_so_in_those_words() -> None:
    said = words.no_opt_out("Instagram", "United States")
    assert said.startswith("There is no opt-out for Instagram in the United States. ")


def test_where_there_is_nothing_to_do_it_promises_nothing() -> None:
    assert words.nothing_to_do("Chirp", "United States") == (
        "Nothing to opt out of was found for Chirp in the United States. Look again later."
    )


@pytest.mark.parametrize(
    ("region", "said"),
    [
        ("Germany", "Germany"),
        ("United States", "the United States"),
        ("United Kingdom", "the United Kingdom"),
        ("Netherlands", "the Netherlands"),
        ("Cayman Islands", "the Cayman Islands"),
        ("California, United States", "California, United States"),
        ("Heard and McDonald Islands", "Heard and McDonald Islands"),
    ],
)
def test_a_region_stands_within_a_sentence(region: str, said: str) -> None:
    assert words.in_sentence(region) == said


def test_a_source_is_told_with_its_strength_and_its_date(small: Knowledge) -> None:
    policy, court = small.guide("photopia").sources
    assert words.of_source(policy) == "Photopia privacy policy · official · Jul 2026"
    assert words.of_source(court) == "A court's decision · court · no date"


@pytest.mark.parametrize(
    ("text", "said"),
    [("", ""), ("2026", "2026"), ("2026-07", "Jul 2026"), ("2026-07-03", "3 Jul 2026")],
)
def test_a_part_of_a_date_is_told_as_a_part(text: str, said: str) -> None:
    assert words.partial_day(text) == said
