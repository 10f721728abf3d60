import shutil
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.records import Source
from optout_tui.library.source import KNOWLEDGE
from optout_tui.regions import members, search
from optout_tui.regions.folding import fold
from optout_tui.rights import authority_for, notes_for, regimes_for

NOT_COUNTRIES = {
    "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ",
}  # fmt: skip
"""Two-letter codes of CLDR that ISO 3166-1 does not assign to a country."""

CITY_NAMES = {"HK", "MO"}
"""CLDR names these in full, as special administrative regions; nobody types that."""

PLACEHOLDERS = ("example.", "TODO", "http://")


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("data") / "knowledge"
    shutil.copytree(KNOWLEDGE, folder, ignore=shutil.ignore_patterns("platforms"))
    return Knowledge.from_folder(folder)


def all_sources(knowledge: Knowledge) -> Iterator[Source]:
    for regime in knowledge.regimes:
        yield from regime.sources
    for note in knowledge.region_table.notes:
        yield from note.sources


def test_every_country_of_iso_3166_is_there(knowledge: Knowledge) -> None:
    babel = pytest.importorskip("babel", reason="only development has CLDR")
    territories = babel.Locale("en").territories
    countries = {code for code in territories if code.isalpha() and len(code) == 2}
    ours = {code for code in knowledge.region_table.regions if "-" not in code}
    assert ours == countries - NOT_COUNTRIES
    assert len(ours) == 249


def test_the_english_name_of_cldr_is_among_the_names(knowledge: Knowledge) -> None:
    babel = pytest.importorskip("babel", reason="only development has CLDR")
    territories = babel.Locale("en").territories
    for code, region in knowledge.region_table.regions.items():
        if "-" not in code:
            names = {fold(name) for name in (region.name, *region.also)}
            assert fold(territories[code]) in names, code


def test_every_country_is_found_by_its_name_in_its_main_language(knowledge: Knowledge) -> None:
    babel = pytest.importorskip("babel", reason="only development has CLDR")
    from babel.languages import get_official_languages
    from babel.localedata import exists

    for code in {c for c in knowledge.region_table.regions if "-" not in c} - CITY_NAMES:
        for language in filter(exists, get_official_languages(code, de_facto=True)[:1]):
            name = babel.Locale.parse(language).territories.get(code)
            if name is not None:
                assert code in [match.code for match in search(knowledge, name, 3)], (code, name)


def test_every_state_and_province_is_there(knowledge: Knowledge) -> None:
    parts = Counter(code[:2] for code in knowledge.region_table.regions if "-" in code)
    assert parts == {"US": 51, "CA": 13}


def test_no_country_has_a_name_twice(knowledge: Knowledge) -> None:
    for code, region in knowledge.region_table.regions.items():
        names = [region.name, *region.native, *region.also]
        assert len(set(names)) == len(names), code


def test_only_known_regions_are_spoken_of(knowledge: Knowledge) -> None:
    table = knowledge.region_table
    known = {*table.regions, *table.groups, "*"}
    for regime in knowledge.regimes:
        assert set(regime.regions) <= known, regime.id
    for authority in knowledge.authorities:
        assert set(authority.regions) <= known, authority.id
    for note in table.notes:
        assert {*note.regions, *note.not_in} <= known, note.text


def test_every_region_has_a_law_or_a_note_and_no_contradiction(knowledge: Knowledge) -> None:
    for code in knowledge.region_table.regions:
        assert bool(regimes_for(knowledge, code)) != bool(notes_for(knowledge, code)), code


def test_every_law_has_an_authority_wherever_it_holds(knowledge: Knowledge) -> None:
    for code in knowledge.region_table.regions:
        for regime in regimes_for(knowledge, code):
            assert authority_for(knowledge, regime, code) is not None, (regime.id, code)


def test_each_country_of_the_eea_has_one_authority(knowledge: Knowledge) -> None:
    counted = Counter(code for one in knowledge.authorities for code in one.regions)
    assert all(counted[code] == 1 for code in members(knowledge, "EEA"))
    ids = [one.id for one in knowledge.authorities]
    assert len(set(ids)) == len(ids)


def test_every_calendar_a_clock_names_is_there(knowledge: Knowledge) -> None:
    for regime in knowledge.regimes:
        for clock in regime.clocks.values():
            assert not clock.holidays or knowledge.holidays(clock.holidays), regime.id


def test_every_claim_of_a_note_has_a_source(knowledge: Knowledge) -> None:
    unsourced = [note for note in knowledge.region_table.notes if not note.sources]
    assert [note.regions for note in unsourced] == [("*",)]


def test_every_address_is_a_whole_and_encrypted_one(knowledge: Knowledge) -> None:
    addresses = [source.url for source in all_sources(knowledge)]
    for one in knowledge.authorities:
        addresses += filter(None, [one.url, one.form])
        addresses += filter(None, (a for office in one.offices for a in (office.url, office.form)))
    for address in addresses:
        parts = urlsplit(address)
        assert parts.scheme == "https", address
        assert "." in (parts.hostname or ""), address
        assert address.isascii(), address
        assert not any(word in address for word in PLACEHOLDERS), address


def test_the_united_kingdom_does_not_cite_article_77(knowledge: Knowledge) -> None:
    [regime] = regimes_for(knowledge, "GB")
    assert all("77" not in text for text in (regime.summary, *regime.limits, regime.complain_from))
