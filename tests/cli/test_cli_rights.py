"""What ``rights`` shows, against the lines of the law looked up by hand."""

from typing import Any

import pytest

from tests.cli.program import Program


def right(program: Program, region: str, name: str, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = program.json("rights", region, *words)["regimes"][0]["rights"][name]
    return found


@pytest.mark.parametrize(
    ("region", "name", "received", "days"),
    [
        ("DE", "object", "2026-11-30", ("2026-12-30", "2027-03-01")),
        ("DE", "object", "2026-12-01", ("2027-01-04", "2027-03-01")),
        ("DE", "object", "2027-01-31", ("2027-03-01", "2027-04-30")),
        ("US-CA", "erase", "2026-11-22", ("2027-01-06", "2027-02-20")),
        ("US-IA", "erase", "2026-11-22", ("2027-02-20", "2027-04-06")),
        ("TR", "erase", "2026-11-22", ("2026-12-22", "2026-12-22")),
    ],
)
def test_the_days_are_those_of_the_law(
    program: Program, region: str, name: str, received: str, days: tuple[str, str]
) -> None:
    found = right(program, region, name, "--received", received)
    assert (found["due"], found["latest"]) == days


def test_japan_names_no_period_and_gets_no_date(program: Program) -> None:
    for name in ("erase", "restrict", "access"):
        found = right(program, "JP", name, "--received", "2026-11-22")
        assert (found["statutory"], found["due"], found["latest"]) == (False, None, None)
    told = program.text("rights", "JP", "--received", "2026-11-22")
    assert "reply: the law names no period" in told
    assert "reply due" not in told


def test_brazil_has_a_period_for_access_alone(program: Program) -> None:
    assert right(program, "BR", "access")["statutory"]
    assert not right(program, "BR", "object")["statutory"]


@pytest.mark.parametrize(
    ("region", "starts"), [("US-AL", "2027-05-01"), ("US-OK", "2027-01-01"), ("IN", "2027-05-14")]
)
def test_a_law_to_come_says_until_when_it_is_not_in_force(
    program: Program, region: str, starts: str
) -> None:
    [before] = program.json("rights", region)["regimes"]
    assert (before["in_force"], before["in_force_from"]) == (False, starts)
    assert f"not in force until {starts}" in program.text("rights", region)
    [after] = program.json("rights", region, "--today", "2027-06-01")["regimes"]
    assert after["in_force"]


def test_delaware_has_its_own_law(program: Program) -> None:
    [law] = program.json("rights", "US-DE")["regimes"]
    assert law["title"] == "Delaware Personal Data Privacy Act"


def test_what_is_no_right_the_cost_and_the_proof_are_told(program: Program) -> None:
    told = program.text("rights", "US-CO")
    assert "No right found to: object, have its use restricted, withdraw consent" in told
    assert "There is no right to object to AI training as such." in told
    assert "Cost: Free" in told
    assert "Proof of who you are: " in told
    assert "Before the authority: appeal to the company against its refusal" in told
    assert "Not sure: " in told
    assert "medium confidence" in told


def test_what_was_not_found_is_said_in_those_words(program: Program) -> None:
    told = program.text("rights", "AE")
    assert "Cost: not found" in told
    assert "no address found" in told


def test_laws_beside_each_other_name_each_other(program: Program) -> None:
    assert "Holds beside: PIPEDA" in program.text("rights", "CA-QC")
    assert [law["id"] for law in program.json("rights", "CA-ON")["regimes"]] == ["ca-pipeda"]


def test_california_must_confirm_and_the_day_is_told(program: Program) -> None:
    told = program.text("rights", "US-CA", "--received", "2026-11-22")
    assert "Receipt: 10 working days to confirm that it arrived (2026-12-08)" in told
    assert (
        "(2026" not in program.text("rights", "US-CA").partition("Receipt:")[2].partition("\n")[0]
    )


def test_a_doubt_is_told_once(program: Program) -> None:
    assert program.text("rights", "CL").count("If the last day falls on a weekend") == 1


@pytest.mark.parametrize("received", ["1970-01-01", "2018-05-24"])
def test_a_day_before_the_law_is_refused_with_the_reason(program: Program, received: str) -> None:
    said = program.refused("rights", "DE", "--received", received)
    assert said == (
        f"received {received} lies before the law: GDPR gives rights from 2018-05-25 on; "
        "give a later day"
    )
