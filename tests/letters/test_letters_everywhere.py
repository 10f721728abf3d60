"""Every place and every wish: a letter that names its own law, authority and period only."""

from collections.abc import Iterator
from datetime import date

import pytest

from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.letters.letter import FOLLOW_UPS, REQUESTS, Letter
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge, knowledge
from optout_tui.library.law import Regime
from optout_tui.rights import authority_for, regimes_for
from optout_tui.rights.regimes import in_force
from optout_tui.safety.refusal import Refusal
from tests.letters.desk import TODAY, a_letter
from tests.letters.lint import problems
from tests.letters.test_letters_must import names_of_authorities

# The article under which each law is asked, by hand; where a letter spells it out in full, how.
ARTICLES: dict[str, dict[RequestKind, str]] = {
    "gdpr": {"objection": "21(1)", "erasure": "17(1)", "access": "15", "withdrawal": "7(3)"},
    "uk-gdpr": {"objection": "21(1)", "erasure": "17(1)", "access": "15", "withdrawal": "7(3)"},
    "ch-fadp": {"objection": "30(2)(b)", "erasure": "32(2)", "access": "25"},
    "br-lgpd": {"objection": "18 §2", "erasure": "18 IV", "access": "19 II", "withdrawal": "8 §5"},
    "ca-pipeda": {"withdrawal": "4.3.8", "erasure": "4.5.3", "access": "4.9"},
    "ca-qc-law25": {"withdrawal": "section 12", "erasure": "section 28", "access": "section 27"},
    "ca-ab-pipa": {"withdrawal": "section 9", "access": "section 24"},
    "ca-bc-pipa": {"withdrawal": "section 9", "access": "section 23"},
    "au-privacy-act": {"access": "Principle 12"},
    "nz-privacy-act": {"erasure": "principle 7", "access": "principle 6"},
    "kr-pipa": {"objection": "Art. 37", "erasure": "Art. 36", "access": "Art. 35"},
    "jp-appi": {"erasure": "Art. 35", "access": "Art. 33"},
    "sg-pdpa": {"withdrawal": "section 16", "access": "section 21"},
    "za-popia": {"objection": "11(3)(a)", "erasure": "section 24", "access": "section 23"},
    "ng-ndpa": {"objection": "section 36"},
    "ke-dpa": {"objection": "section 36", "erasure": "section 40", "access": "section 26"},
    "tr-kvkk": {"erasure": "Art. 7 and 11", "access": "Art. 11"},
    "mx-lfpdppp": {"objection": "oppose", "erasure": "cancel", "access": "access"},
    "ar-25326": {"erasure": "Art. 16", "access": "Art. 14"},
    "cn-pipl": {"objection": "27 and 44", "erasure": "47", "access": "45"},
    "ae-pdpl": {"objection": "Art. 17", "erasure": "Art. 15", "access": "Art. 13"},
    "il-ppl": {"erasure": "section 14", "access": "section 13"},
    "th-pdpa": {"objection": "section 32", "erasure": "section 33", "access": "section 30"},
    "id-pdp": {"withdrawal": "Art. 9", "erasure": "Art. 8", "access": "Art. 7"},
    "ph-dpa": {"objection": "34(b)", "erasure": "34(e)"},
}

_UNITS = {"months": "month", "days": "day", "hours": "hour", "working-days": "working day"}


def laws() -> Iterator[Regime]:
    """Every law in force, with letters of its own."""
    return (law for law in knowledge().regimes if in_force(law, TODAY))


def a_place(law: Regime, facts: Knowledge) -> str:
    """Somewhere the law comes first; one place of it, where it holds in many."""
    places = facts.region_table.regions
    return next(code for code in places if law in regimes_for(facts, code)[:1])


@pytest.mark.parametrize("law", laws(), ids=lambda law: law.id)
@pytest.mark.parametrize("kind", REQUESTS)
def test_a_letter_speaks_of_its_own_law_alone(law: Regime, kind: RequestKind) -> None:
    facts = knowledge()
    place = a_place(law, facts)
    for short in (False, True):
        letter = a_letter(place, kind, language="en", short=short)
        authority = authority_for(facts, law, place)
        names = {authority.name, authority.english} if authority else set()
        own = letter.authority
        others = {name for name in names_of_authorities(facts) - names if name not in own}
        found = problems(
            letter.text, letter.regime, authority=own, others=others, period=period_of(law)
        )
        assert list(found) == []


def period_of(law: Regime) -> str:
    """Every period the law sets, as letters say it."""
    said = []
    for clock in law.clocks.values():
        unit = _UNITS[clock.unit]
        said.append(f"one {unit}" if clock.count == 1 else f"{clock.count} {unit}s")
    return "; ".join(said)


@pytest.mark.parametrize(
    ("law", "kind", "article"),
    [(law, kind, words) for law, table in ARTICLES.items() for kind, words in table.items()],
)
def test_a_letter_names_the_article_of_the_table(law: str, kind: RequestKind, article: str) -> None:
    facts = knowledge()
    [regime] = [one for one in facts.regimes if one.id == law]
    letter = a_letter(a_place(regime, facts), kind, language="en")
    assert (letter.regime, letter.kind) == (law, kind)
    assert article in letter.text


def test_the_table_of_articles_forgets_no_law() -> None:
    assert {law.id for law in laws() if not law.id.startswith("us-")} == set(ARTICLES)


@pytest.mark.parametrize("kind", REQUESTS)
def test_every_region_gets_a_letter_for_every_wish(kind: RequestKind) -> None:
    for code in knowledge().region_table.regions:
        letter = a_letter(code, kind, language="")
        assert letter.notes[0] == "This is a draft. No lawyer has checked it."
        assert letter.text.endswith("\n")
        assert letter.problem == ""


@pytest.mark.parametrize("kind", FOLLOW_UPS)
def test_every_region_gets_what_follows_or_a_reason(kind: FollowUpKind) -> None:
    for code in knowledge().region_table.regions:
        made, reason = made_or_refused(code, kind)
        assert made is None or made.kind == kind
        assert reason.startswith(("the law in", "our table names no law")) or made


def made_or_refused(code: str, kind: FollowUpKind) -> tuple[Letter | None, str]:
    try:
        return a_letter(code, kind, language=""), ""
    except Refusal as refusal:
        return None, str(refusal)


def test_a_law_that_is_not_in_force_yet_claims_nothing() -> None:
    letter = a_letter("IN", "erasure")
    assert letter.regime == ""
    assert "not a legal claim" in letter.text
    assert "DPDP Act gives rights from 14 May 2027 on." in letter.notes
    later = a_letter("IN", "erasure", today=date(2027, 6, 1), sent=date(2027, 5, 20))
    assert later.regime == "in-dpdp"
    assert "section 12" in later.text
