"""Every language says every day, event and step; the region chooses, English goes along."""

from datetime import date
from typing import get_args

import pytest

from optout_tui.checklist.model import Event, EventKind
from optout_tui.letters.letter import REQUESTS, LetterKind
from optout_tui.letters.speech import Speech
from optout_tui.letters.texts import texts_of
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import knowledge
from optout_tui.library.law import Clock
from tests.letters.desk import a_letter

HOME = {"en": "IE", "de": "DE", "fr": "FR", "es": "ES", "pt": "PT", "it": "IT", "nl": "NL"}
EVERYTHING = tuple(
    Event(kind=kind, on=date(2026, 6, 2 + n)) for n, kind in enumerate(get_args(EventKind))
)
SENT: dict[str, date] = {
    "late": date(2026, 6, 1),
    "past due": date(2026, 10, 1),
    "not due": date(2026, 11, 20),
}


@pytest.mark.parametrize("language", HOME)
@pytest.mark.parametrize("asked", REQUESTS)
def test_all_that_can_have_happened_is_told(language: str, asked: RequestKind) -> None:
    region = HOME[language]
    letter = a_letter(region, "complaint", asked=asked, events=EVERYTHING, language=language)
    told = [line for line in letter.text.splitlines() if line.startswith("- ")]
    assert len(told) == 1 + len(EVERYTHING)
    assert len({line.split(":", 1)[1] for line in told}) == len(told)


@pytest.mark.parametrize("language", HOME)
@pytest.mark.parametrize("when", SENT)
def test_a_reminder_knows_how_late_it_is(language: str, when: str) -> None:
    said = {
        one: a_letter(HOME[language], "reminder", sent=day, language=language).text
        for one, day in SENT.items()
    }
    assert len(set(said.values())) == len(SENT)
    assert said[when].count("2026") >= 3


@pytest.mark.parametrize("language", HOME)
def test_months_and_periods_have_names(language: str) -> None:
    speech = Speech(texts_of(knowledge()), language)
    days = {speech.day(date(2026, month, 1)) for month in range(1, 13)}
    assert len(days) == 12
    for unit in ("months", "days"):
        one, more = (Clock(unit=unit, count=count, words="x", sources=("x",)) for count in (1, 30))
        assert "30" in speech.period(more)
        assert "30" in speech.within(more)
        assert "30" not in speech.within(one)


@pytest.mark.parametrize(
    ("region", "languages"),
    [
        ("DE", ("de", "en")),
        ("CH", ("de", "fr", "it", "en")),
        ("BE", ("nl", "fr", "de", "en")),
        ("CA-QC", ("fr", "en")),
        ("CA", ("en", "fr")),
        ("BR", ("pt", "en")),
        ("PE", ("es", "en")),
        ("MX", ("es", "en")),
        ("AR", ("es", "en")),
        ("GB", ("en",)),
        ("US-CA", ("en",)),
        ("TR", ("en",)),
        ("IE", ("en", "de")),
    ],
)
def test_the_regions_own_languages_come_first(region: str, languages: tuple[str, ...]) -> None:
    letter = a_letter(region, "objection", language="")
    assert letter.languages[: len(languages)] == languages
    assert letter.language == languages[0]


@pytest.mark.parametrize("kind", ["objection", "erasure", "access", "reminder", "complaint"])
@pytest.mark.parametrize("region", ["DE", "CH", "FR", "ES", "PT", "IT", "NL", "BR"])
def test_english_goes_along(region: str, kind: LetterKind) -> None:
    letter = a_letter(region, kind, language="")
    assert letter.language != "en"
    assert letter.english == a_letter(region, kind, language="en").text
    assert letter.english != letter.text
    assert a_letter(region, kind, language="en").english == ""


def test_what_to_fill_in_is_said_in_the_letters_language() -> None:
    assert "Ihr Name" in a_letter("DE", "complaint", language="de").fill_in
    assert "your name" in a_letter("DE", "complaint", language="en").fill_in
