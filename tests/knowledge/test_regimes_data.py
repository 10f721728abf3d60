"""The whole table of laws, held against itself and against lists made by hand."""

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import pytest

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_NAMES, Regime
from optout_tui.library.source import KNOWLEDGE
from optout_tui.regions import members, name_of
from optout_tui.rights import authority_for, notes_for, regimes_for

TODAY = date(2026, 11, 22)

LAW_OF = {
    "GB": "uk-gdpr", "CH": "ch-fadp", "BR": "br-lgpd", "CA": "ca-pipeda", "AU": "au-privacy-act",
    "NZ": "nz-privacy-act", "IN": "in-dpdp", "KR": "kr-pipa", "JP": "jp-appi", "SG": "sg-pdpa",
    "ZA": "za-popia", "NG": "ng-ndpa", "KE": "ke-dpa", "TR": "tr-kvkk", "MX": "mx-lfpdppp",
    "AR": "ar-25326", "CL": "cl-21719", "CN": "cn-pipl", "AE": "ae-pdpl", "IL": "il-ppl",
    "TH": "th-pdpa", "ID": "id-pdp", "PH": "ph-dpa",
}  # fmt: skip
"""Every country outside the EEA whose law was looked into."""

OUTERMOST = {"AX", "GF", "GP", "MF", "MQ", "RE", "YT"}
"""Parts of the Union with a country code of their own (Article 355 of its treaty)."""

STATES = {
    "AL", "CA", "CO", "CT", "DE", "FL", "IA", "IN", "KY", "MD", "MN", "MT", "NE", "NH", "NJ",
    "OK", "OR", "RI", "TN", "TX", "UT", "VA",
}  # fmt: skip
PROVINCES = {"CA-QC": "ca-qc-law25", "CA-AB": "ca-ab-pipa", "CA-BC": "ca-bc-pipa"}

STARTS_LATER = {
    "us-ok-okcdpa": date(2027, 1, 1),
    "us-al-apdpa": date(2027, 5, 1),
    "in-dpdp": date(2027, 5, 14),
    "cl-21719": date(2026, 12, 1),
}


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("laws") / "knowledge"
    shutil.copytree(KNOWLEDGE, folder, ignore=shutil.ignore_patterns("platforms"))
    return Knowledge.from_folder(folder)


@pytest.fixture(scope="module")
def laws(knowledge: Knowledge) -> dict[str, Regime]:
    return {regime.id: regime for regime in knowledge.regimes}


def texts_of(regime: Regime) -> Iterator[str]:
    """Everything a person reads of a law, but its sources."""
    yield from (regime.law, regime.title, regime.summary, regime.cost, regime.identity)
    yield from (*regime.limits, *regime.doubts, regime.complain_from, regime.complain_by)
    for name in RIGHT_NAMES:
        if (right := regime.rights.named(name)) is not None:
            yield from (right.article, right.note)
    for clock in regime.clocks.values():
        yield from (clock.words, clock.doubt)


# -- who has which law ---------------------------------------------------------------


def test_each_region_has_the_law_of_the_list_and_no_other(knowledge: Knowledge) -> None:
    europe = members(knowledge, "EEA") | OUTERMOST
    for code in knowledge.region_table.regions:
        country, _, part = code.partition("-")
        found = [regime.id for regime in regimes_for(knowledge, code)]
        if code in PROVINCES:
            assert found == [PROVINCES[code], "ca-pipeda"]
        elif country == "US":
            assert len(found) == (part in STATES), code
            assert all(name.startswith(f"us-{part.lower()}-") for name in found), code
        else:
            law = "gdpr" if country in europe else LAW_OF.get(country)
            assert found == [law][: law is not None], code


def test_every_region_has_a_law_or_is_told_that_none_was_found(knowledge: Knowledge) -> None:
    regions = knowledge.region_table.regions
    with_law = [code for code in regions if regimes_for(knowledge, code)]
    assert all(bool(notes_for(knowledge, code)) != (code in with_law) for code in regions)
    assert len(regions) == 249 + 51 + 13
    assert len(with_law) == 30 + len(OUTERMOST) + len(LAW_OF) + len(STATES) + 13


def test_delaware_is_not_india_nor_germany(knowledge: Knowledge) -> None:
    """Codes that are a country's and, behind a dash, a part's too must not be mixed up."""
    [delaware] = regimes_for(knowledge, "US-DE")
    assert "Delaware" in delaware.title
    for code in knowledge.region_table.regions:
        _country, dash, part = code.partition("-")
        if dash and part in knowledge.region_table.regions:
            ours = {regime.id for regime in regimes_for(knowledge, code)}
            theirs = {regime.id for regime in regimes_for(knowledge, part)}
            assert not ours & theirs, code


def test_a_law_of_a_state_names_the_state(knowledge: Knowledge) -> None:
    for code in STATES - {"CA"}:
        [regime] = regimes_for(knowledge, f"US-{code}")
        state = name_of(knowledge, f"US-{code}").partition(",")[0]
        assert state in regime.title or code in regime.rights.named("erase").article, code  # type: ignore[union-attr]
        authority = authority_for(knowledge, regime, f"US-{code}")
        assert authority is not None
        assert state in authority.name, code


def test_where_two_laws_hold_the_nearer_one_says_so(knowledge: Knowledge) -> None:
    for code in knowledge.region_table.regions:
        found = regimes_for(knowledge, code)
        for near, *others in [found] if len(found) > 1 else []:
            assert set(near.beside) == {other.id for other in others}, code
            assert all(other.law in " ".join(near.limits) for other in others), code


def test_what_stands_beside_a_law_is_there(laws: dict[str, Regime]) -> None:
    assert all(set(regime.beside) <= set(laws) for regime in laws.values())


# -- each law ------------------------------------------------------------------------


def test_every_right_and_every_clock_has_a_source_with_a_date_of_reading(
    laws: dict[str, Regime],
) -> None:
    for regime in laws.values():
        known = {source.id: source for source in regime.sources}
        given = filter(None, (regime.rights.named(name) for name in RIGHT_NAMES))
        for sources in [
            *(right.sources for right in given),
            *(clock.sources for clock in regime.clocks.values()),
        ]:
            assert sources, regime.id
            assert all(known[name].read <= date(2026, 11, 23) for name in sources), regime.id


def test_every_clock_is_used(laws: dict[str, Regime]) -> None:
    for regime in laws.values():
        used = {right.clock for n in RIGHT_NAMES if (right := regime.rights.named(n))}
        used |= {regime.confirm_within, regime.complain_within, regime.complain_at_latest}
        used |= {regime.internal_step.clock} if regime.internal_step else set()
        assert set(regime.clocks) == used - {""}, regime.id


def test_a_clock_says_its_number_in_words(laws: dict[str, Regime]) -> None:
    numbers = {1: "one", 3: "three", 6: "six", 72: "3 times 24"}
    for regime in laws.values():
        for clock in regime.clocks.values():
            said = (
                numbers.get(clock.count, str(clock.count))
                if clock.unit in ("months", "hours")
                else str(clock.count)
            )
            assert said in clock.words, (regime.id, clock.words)


def test_a_low_confidence_says_what_is_not_sure(laws: dict[str, Regime]) -> None:
    for regime in laws.values():
        if regime.confidence != "high":
            doubts = [*regime.doubts, *(clock.doubt for clock in regime.clocks.values())]
            assert any(doubts), regime.id


def test_what_comes_from_general_knowledge_alone_is_never_of_high_confidence(
    laws: dict[str, Regime],
) -> None:
    for regime in laws.values():
        if any("general knowledge" in text for text in texts_of(regime)):
            assert regime.confidence != "high", regime.id


def test_no_text_promises_too_much(laws: dict[str, Regime]) -> None:
    wrong = re.compile(r"absolute right|you are protected|guarantee|must delete", re.IGNORECASE)
    for regime in laws.values():
        found = [text for text in texts_of(regime) if wrong.search(text)]
        assert found in ([], ["Not an absolute right: a company may refuse with reasons."]), (
            regime.id
        )


def test_no_state_of_the_united_states_has_an_objection_or_reaches_public_posts(
    knowledge: Knowledge,
) -> None:
    for code in STATES:
        [regime] = regimes_for(knowledge, f"US-{code}")
        assert regime.rights.object is None
        assert regime.public_posts == "no"


def test_only_laws_that_start_later_are_not_in_force(laws: dict[str, Regime]) -> None:
    later = {name: law.in_force_from for name, law in laws.items() if law.in_force_from > TODAY}
    assert later == STARTS_LATER


def test_chile_shows_its_doubt(laws: dict[str, Regime]) -> None:
    assert any("1 December 2027" in doubt for doubt in laws["cl-21719"].doubts)


# -- whom to complain to ---------------------------------------------------------------


def test_every_law_has_an_authority_that_serves_the_place(knowledge: Knowledge) -> None:
    for code in knowledge.region_table.regions:
        for regime in regimes_for(knowledge, code):
            authority = authority_for(knowledge, regime, code)
            assert authority is not None, (regime.id, code)
            assert regime.authority in ("", authority.id)
            assert authority.source


def test_each_authority_serves_somebody(knowledge: Knowledge) -> None:
    serving = defaultdict(set)
    for code in knowledge.region_table.regions:
        for regime in regimes_for(knowledge, code):
            authority = authority_for(knowledge, regime, code)
            serving[authority.id if authority else ""].add(code)
    assert set(serving) == {one.id for one in knowledge.authorities}


def test_the_sixteen_german_states_are_there(knowledge: Knowledge) -> None:
    [german] = [one for one in knowledge.authorities if one.id == "de-land"]
    assert len({office.place for office in german.offices}) == 16
    for field in ("url", "name", "email"):
        assert len({getattr(office, field) for office in german.offices} - {""}) == 16, field
    assert sum(bool(office.form) for office in german.offices) == 13
