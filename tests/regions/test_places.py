import pytest

from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import WORLD, chain, likely, members, name_of, parent_of
from optout_tui.safety.refusal import Refusal


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("US-CA", ("US-CA", "US", "*")),
        ("DE", ("DE", "EU", "EEA", "*")),
        ("IS", ("IS", "EEA", "*")),
        ("GB", ("GB", "*")),
        ("CA-QC", ("CA-QC", "CA", "*")),
    ],
)
def test_a_chain_runs_from_the_most_specific_to_the_world(
    knowledge: Knowledge, code: str, expected: tuple[str, ...]
) -> None:
    assert chain(knowledge, code) == expected


def test_every_chain_begins_with_its_region_and_ends_with_the_world(knowledge: Knowledge) -> None:
    for code in knowledge.region_table.regions:
        links = chain(knowledge, code)
        assert (links[0], links[-1]) == (code, WORLD)
        assert len(set(links)) == len(links)


def test_a_group_has_the_members_of_the_groups_in_it(knowledge: Knowledge) -> None:
    assert members(knowledge, "EEA") == members(knowledge, "EU") | {"IS", "LI", "NO"}
    assert (len(members(knowledge, "EU")), len(members(knowledge, "EEA"))) == (27, 30)


def test_a_chain_refuses_what_is_no_code(knowledge: Knowledge) -> None:
    with pytest.raises(Refusal, match='unknown region "de"; did you mean DE'):
        chain(knowledge, "de")


def test_a_part_is_named_with_its_country(knowledge: Knowledge) -> None:
    assert name_of(knowledge, "DE") == "Germany"
    assert name_of(knowledge, "US-CA") == "California, United States"
    with pytest.raises(Refusal):
        name_of(knowledge, "EU")


def test_only_a_part_has_a_parent() -> None:
    assert (parent_of("US-CA"), parent_of("US")) == ("US", None)


@pytest.mark.parametrize(
    ("locale_name", "expected"),
    [
        ("de_DE.UTF-8", "DE"),
        ("pt_BR@euro", "BR"),
        ("sr_Latn_RS", "RS"),
        ("zh-Hant-TW", "TW"),
        ("fr_ca", "CA"),
        ("de", None),
        ("es_419", None),
        ("C", None),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("", None),
        (None, None),
    ],
)
def test_a_locale_hints_at_a_region(
    knowledge: Knowledge, locale_name: str | None, expected: str | None
) -> None:
    assert likely(knowledge, locale_name) == expected
