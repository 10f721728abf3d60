import json
from datetime import date
from typing import Any

import pytest

from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_NAMES
from optout_tui.rights import rights_json, rights_table
from optout_tui.safety.refusal import Refusal

TODAY = date(2026, 11, 22)


def rights_of(knowledge: Knowledge, code: str, received: date | None = TODAY) -> dict[str, Any]:
    [regime] = rights_json(knowledge, code, received, TODAY)["regimes"]
    rights: dict[str, Any] = regime["rights"]
    return rights


@pytest.mark.parametrize("code", ["DE", "GB", "CH", "BR", "US-CA", "US-TX", "KE"])
def test_the_shape_is_that_of_the_contract(knowledge: Knowledge, code: str) -> None:
    table = rights_json(knowledge, code, TODAY, TODAY)
    assert json.loads(json.dumps(table)) == table
    assert {"region", "name", "regimes", "notes"} <= set(table)
    for regime in table["regimes"]:
        assert set(regime) >= {
            "id", "law", "in_force", "in_force_from", "public_posts", "rights", "complain_from",
            "complain_by", "confidence", "authority", "sources",
        }  # fmt: skip
        assert tuple(regime["rights"]) == RIGHT_NAMES
        assert set(regime["authority"]) >= {"name", "url", "form", "checked"}
        for right in filter(None, regime["rights"].values()):
            assert set(right) >= {"article", "statutory", "clock", "due", "latest"}
            assert right["statutory"] == (right["due"] is not None) == (right["latest"] is not None)


def test_germany_has_the_gdpr(knowledge: Knowledge) -> None:
    table = rights_json(knowledge, "germany", TODAY, TODAY)
    assert (table["region"], table["name"], table["notes"]) == ("DE", "Germany", [])
    [gdpr] = table["regimes"]
    assert (gdpr["id"], gdpr["in_force"], gdpr["public_posts"]) == ("gdpr", True, "yes")
    assert gdpr["authority"]["name"] == "the data protection authority of your Land"
    assert gdpr["rights"]["opt_out"] is None
    right = gdpr["rights"]["object"]
    assert (right["article"], right["statutory"]) == ("GDPR Art. 21(1)", True)
    assert (right["due"], right["latest"]) == ("2026-12-22", "2027-02-22")


def test_britain_complains_to_the_company_first_and_never_under_article_77(
    knowledge: Knowledge,
) -> None:
    [regime] = rights_json(knowledge, "GB", None, TODAY)["regimes"]
    assert "164A" in regime["complain_from"]
    assert regime["complain_by"]
    assert "77" not in json.dumps(regime["rights"]) + regime["complain_from"]
    assert "12A" in regime["rights"]["object"]["clock"]


@pytest.mark.parametrize("code", ["CH", "BR"])
def test_only_access_has_a_period_in_switzerland_and_brazil(
    knowledge: Knowledge, code: str
) -> None:
    rights = rights_of(knowledge, code)
    timed = [name for name, right in rights.items() if right and right["statutory"]]
    assert timed == ["access"]
    assert rights["object"]["due"] is rights["object"]["latest"] is None


def test_california_has_no_objection(knowledge: Knowledge) -> None:
    rights = rights_of(knowledge, "US-CA")
    assert rights["object"] is rights["withdraw"] is None
    assert (rights["erase"]["due"], rights["erase"]["latest"]) == ("2027-01-06", "2027-02-20")


@pytest.mark.parametrize("code", ["US-TX", "KE"])
def test_no_law_in_the_table_is_an_empty_list_and_a_note(knowledge: Knowledge, code: str) -> None:
    table = rights_json(knowledge, code, TODAY, TODAY)
    assert table["regimes"] == []
    assert table["notes"][0]["sources"]


def test_without_a_day_of_receipt_there_are_no_dates(knowledge: Knowledge) -> None:
    for right in filter(None, rights_of(knowledge, "FR", None).values()):
        assert right["due"] is right["latest"] is None


def test_a_law_that_has_not_started_says_so_and_gives_no_dates(brazil_waits: Knowledge) -> None:
    [before] = rights_table(brazil_waits, "BR", TODAY, today=TODAY)
    assert (before["in_force"], before["in_force_from"]) == (False, "2027-05-13")
    assert before["rights"]["access"]["due"] is None
    [after] = rights_table(brazil_waits, "BR", date(2027, 5, 13), today=date(2027, 5, 13))
    assert after["in_force"] is True
    assert after["rights"]["access"]["due"] == "2027-05-28"


def test_beyond_the_calendar_the_table_says_why_there_is_no_date(knowledge: Knowledge) -> None:
    right = rights_of(knowledge, "DE", date(2040, 1, 1))["object"]
    assert right["due"] is right["latest"] is None
    assert "holidays of Ireland" in right["unknown"]


def test_an_unknown_region_is_refused_with_the_nearest(knowledge: Knowledge) -> None:
    with pytest.raises(Refusal, match="did you mean Germany"):
        rights_json(knowledge, "Germny", None, TODAY)
