import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import find, index_of, search
from optout_tui.regions.finding import Fit
from optout_tui.regions.folding import fold, slip
from optout_tui.safety.refusal import Refusal


def codes(knowledge: Knowledge, typed: str, limit: int = 20) -> list[str]:
    return [match.code for match in search(knowledge, typed, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ger", "DE"),
        ("Deutschland", "DE"),
        ("osterreich", "AT"),
        ("ÖSTERREICH", "AT"),
        ("cote d ivoire", "CI"),
        ("côte d'ivoire", "CI"),
        ("ivory", "CI"),
        ("turkey", "TR"),
        ("turkiye", "TR"),
        ("st lucia", "LC"),
        ("St. Lucia", "LC"),
        ("bosnia & herz", "BA"),
        ("faeroerne", "FO"),
        ("uk", "GB"),
        ("u.s.a.", "US"),
        ("america", "US"),
        ("holland", "NL"),
        ("korea", "KR"),
        ("suisse", "CH"),
        ("россия", "RU"),
        ("भारत", "IN"),
        ("日本", "JP"),
        ("QC", "CA-QC"),
        ("us-tx", "US-TX"),
        ("california", "US-CA"),
        ("hawaii", "US-HI"),
        ("quebec, can", "CA-QC"),
        ("ca", "CA"),
    ],
)
def test_what_people_type_finds_the_region(knowledge: Knowledge, typed: str, first: str) -> None:
    assert codes(knowledge, typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("germny", "DE"),
        ("gremany", "DE"),
        ("germanny", "DE"),
        ("hermany", "DE"),
        ("deutchland", "DE"),
        ("bresil", "BR"),
        ("swizerland", "CH"),
        ("new yrok", "US-NY"),
        ("kindgom", "GB"),
        ("califronia", "US-CA"),
    ],
)
def test_one_slip_is_forgiven(knowledge: Knowledge, typed: str, first: str) -> None:
    assert codes(knowledge, typed)[0] == first


def test_two_slips_and_short_words_are_not(knowledge: Knowledge) -> None:
    assert codes(knowledge, "grmny") == []
    assert codes(knowledge, "gxr") == []


def test_a_slip_is_not_looked_for_where_a_name_begins_so(knowledge: Knowledge) -> None:
    assert codes(knowledge, "iran") == ["IR"]


def test_better_fits_come_first(knowledge: Knowledge) -> None:
    fits = [match.fit for match in search(knowledge, "united states", 100)]
    assert fits == sorted(fits)
    assert fits[0] is Fit.EXACT
    assert codes(knowledge, "ger") == ["DE", "DZ", "NE", "NG"]


def test_countries_come_before_parts_of_the_same_name(knowledge: Knowledge) -> None:
    assert codes(knowledge, "georgia")[:2] == ["GE", "US-GA"]


def test_the_letters_of_a_part_do_not_hide_a_country(knowledge: Knowledge) -> None:
    assert codes(knowledge, "de")[:2] == ["DE", "US-DE"]


def test_the_match_says_which_name_fitted(knowledge: Knowledge) -> None:
    match = search(knowledge, "osterr", 1)[0]
    assert (match.name, match.matched) == ("Austria", "Österreich")


def test_nothing_typed_gives_all_by_name(knowledge: Knowledge) -> None:
    everything = codes(knowledge, "  ", 1000)
    assert set(everything) == set(knowledge.region_table.regions)
    assert everything[0] == "AF"


def test_the_limit_holds(knowledge: Knowledge) -> None:
    assert len(codes(knowledge, "a", 7)) == 7
    assert codes(knowledge, "a", 0) == []


def test_every_region_is_found_first_by_its_own_name(knowledge: Knowledge) -> None:
    for code, region in knowledge.region_table.regions.items():
        alike = [m.code for m in search(knowledge, region.name) if m.fit is Fit.EXACT]
        assert code in alike


@given(st.text(max_size=40))
def test_anything_can_be_typed(knowledge: Knowledge, typed: str) -> None:
    found = codes(knowledge, typed)
    assert len(set(found)) == len(found)
    assert set(found) <= set(knowledge.region_table.regions)


def test_names_are_folded_once_for_all_searches(knowledge: Knowledge) -> None:
    assert index_of(knowledge) is index_of(knowledge)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d’Ivoire", "cote d ivoire"),
        ("Straße", "strasse"),
        ("Øst Æble Łódź ılık", "ost aeble lodz ilik"),
        ("İzmir", "izmir"),
        ("Saint-Pierre & Miquelon", "saint pierre and miquelon"),
        ("Hawaiʻi", "hawaii"),
        ("U.K.", "uk"),
        ("  ", ""),
        ("\u200b\x1b[31m", "31m"),
    ],
)
def test_folding_leaves_what_people_type_in_a_hurry(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


WORDS = st.text("abcd", min_size=4, max_size=9)


@given(WORDS, st.data())
def test_every_single_slip_is_recognised(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdx"))
    slips = [
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    ]
    assert all(slip(word, typed) is not None for typed in slips)


@pytest.mark.parametrize(
    ("given_code", "expected"),
    [
        ("DE", "DE"),
        ("de", "DE"),
        (" us-ca ", "US-CA"),
        ("us_tx", "US-TX"),
        ("germany", "DE"),
        ("Türkiye", "TR"),
        ("uk", "GB"),
        ("california, united states", "US-CA"),
    ],
)
def test_find_takes_codes_and_exact_names(
    knowledge: Knowledge, given_code: str, expected: str
) -> None:
    assert find(knowledge, given_code) == expected


@pytest.mark.parametrize(
    ("given_code", "said"),
    [
        ("Germny", 'unknown region "Germny"; did you mean Germany?'),
        ("TX", 'unknown region "TX"; did you mean US-TX?'),
        ("georgia", "give GE (Georgia) or US-GA (Georgia, United States)"),
        ("", 'unknown region ""'),
        ("*", 'unknown region "*"'),
        ("EEA", 'unknown region "EEA"'),
        ("\x1b]0;x\x07", "unknown region"),
    ],
)
def test_find_refuses_with_the_cure(knowledge: Knowledge, given_code: str, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        find(knowledge, given_code)
    assert said in str(refused.value)
    assert str(refused.value).isprintable()
