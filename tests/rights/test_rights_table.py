import json
from datetime import date, timedelta
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


@pytest.mark.parametrize(
    "code", ["DE", "GB", "CH", "BR", "US-CA", "US-TX", "KE", "TR", "JP", "AE", "US-WY"]
)
def test_the_shape_is_that_of_the_contract(knowledge: Knowledge, code: str) -> None:
    table = rights_json(knowledge, code, TODAY, TODAY)
    assert json.loads(json.dumps(table)) == table
    assert {"region", "name", "regimes", "notes"} <= set(table)
    for regime in table["regimes"]:
        assert set(regime) >= {
            "id", "law", "in_force", "in_force_from", "public_posts", "rights", "complain_from",
            "complain_by", "confidence", "authority", "sources", "not_given", "doubts", "cost",
            "identity", "internal_step", "confirm", "beside",
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


@pytest.mark.parametrize("code", ["US-WY", "US", "KP"])
def test_no_law_in_the_table_is_an_empty_list_and_a_note(knowledge: Knowledge, code: str) -> None:
    table = rights_json(knowledge, code, TODAY, TODAY)
    assert table["regimes"] == []
    assert [bool(note["sources"]) for note in table["notes"]] == [code != "KP"]


def test_california_confirms_and_the_united_kingdom_hears_a_complaint_first(
    knowledge: Knowledge,
) -> None:
    [ccpa] = rights_table(knowledge, "US-CA", TODAY, today=TODAY)
    assert (ccpa["confirm"]["due"], ccpa["internal_step"]) == ("2026-12-08", None)
    [uk] = rights_table(knowledge, "GB", today=TODAY)
    assert (uk["confirm"], uk["internal_step"]["kind"]) == (None, "company-complaint")
    assert uk["internal_step"]["clock"] == "30 days to confirm that it got your complaint"


def test_what_is_no_right_there_is_told(knowledge: Knowledge) -> None:
    [japan] = rights_table(knowledge, "JP", TODAY, today=TODAY)
    assert japan["not_given"] == ["object", "withdraw", "opt_out"]
    assert not any(right["statutory"] for right in filter(None, japan["rights"].values()))


@pytest.mark.parametrize(("code", "starts"), [("US-OK", "2027-01-01"), ("US-AL", "2027-05-01")])
def test_a_law_switches_on_at_its_day(knowledge: Knowledge, code: str, starts: str) -> None:
    day = date.fromisoformat(starts)
    before, on = (
        rights_table(knowledge, code, today=today)[0]["in_force"]
        for today in (day - timedelta(days=1), day)
    )
    assert (before, on) == (False, True)


def test_two_laws_in_one_place_stand_beside_each_other(knowledge: Knowledge) -> None:
    quebec, canada = rights_table(knowledge, "CA-QC", TODAY, today=TODAY)
    assert (quebec["id"], quebec["beside"]) == ("ca-qc-law25", [canada["id"]])


@pytest.mark.parametrize(
    ("code", "received", "said"),
    [
        ("DE", "2018-05-24", "GDPR gives rights from 2018-05-25 on"),
        ("US-AL", "2026-11-22", "APDPA gives rights from 2027-05-01 on"),
        ("CA-QC", "1999-01-01", "PIPEDA gives rights from 2004-01-01 on"),
    ],
)
def test_a_day_before_the_law_is_refused_with_the_reason(
    knowledge: Knowledge, code: str, received: str, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        rights_json(knowledge, code, date.fromisoformat(received), TODAY)


def test_where_there_is_no_law_no_day_is_before_it(knowledge: Knowledge) -> None:
    assert rights_json(knowledge, "KP", date(1990, 1, 1), TODAY)["regimes"] == []


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
