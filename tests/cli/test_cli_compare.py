"""``compare``: what is left in, in which order, and how it gives way to a narrow terminal."""

import pytest

from tests.cli.program import Program


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [(("--default", "on"), "default", "on"), (("--kind", "limit"), "kind", "limit")],
)
def test_only_what_is_asked_for_is_shown(
    program: Program, words: tuple[str, ...], key: str, value: str
) -> None:
    every = program.json("compare", "--region", "US")
    found = program.json("compare", "--region", "US", *words)
    assert found == [row for row in every if row[key] == value] != []


def test_a_company_is_found_by_a_part_of_its_name(program: Program) -> None:
    found = program.json("compare", "--region", "DE", "--company", "meta")
    assert {"instagram", "facebook", "threads"} <= {row["platform"] for row in found}
    assert {row["company"] for row in found} == {"Meta"}


def test_the_quickest_come_first(program: Program) -> None:
    effort = [
        row["effort"] for row in program.json("compare", "--region", "DE", "--sort", "effort")
    ]
    assert effort == sorted(effort)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--default", "onn"), 'unknown default "onn"; did you mean on?'),
        (("--kind", "settng"), 'unknown kind "settng"; did you mean setting?'),
        (("--sort", "gian"), 'unknown order "gian"; did you mean gain?'),
    ],
)
def test_what_nobody_knows_is_refused(
    program: Program, words: tuple[str, ...], reason: str
) -> None:
    assert program.refused("compare", "--region", "DE", *words) == reason


def test_a_company_nobody_knows_is_refused_by_the_nearest(program: Program) -> None:
    told = program.refused("compare", "--region", "DE", "--company", "Mta")
    assert told == 'unknown company "Mta"; did you mean Meta?'


def test_where_nothing_is_like_that_it_says_so(program: Program) -> None:
    ended = program("compare", "--region", "DE", "--company", "bluesky", "--default", "on")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == "No platform is like that there.\n"


@pytest.mark.parametrize("region", ["DE", "US", "BR", "JP"])
@pytest.mark.parametrize("columns", [80, 100, 140, 300])
def test_each_platform_has_one_line_in_every_width(
    program: Program, monkeypatch: pytest.MonkeyPatch, region: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = program.text("compare", "--region", region).splitlines()
    assert len(lines) == 1 + len(program.json("compare", "--region", region))
    assert max(map(len, lines)) <= columns


def test_what_was_not_checked_lately_is_told_in_words_where_there_is_room(program: Program) -> None:
    ended = program("--today", "2027-06-01", "compare", "--region", "DE")
    first, *rows = ended.out.splitlines()
    assert first.endswith("Checked")
    assert all(row.endswith(", not checked lately") for row in rows)
    assert ended.err == ""
    assert "not checked lately" not in program.text("compare", "--region", "DE")


@pytest.mark.parametrize("region", ["DE", "US", "BR", "JP"])
def test_in_eighty_columns_the_day_and_how_sure_it_is_are_still_there(
    program: Program, monkeypatch: pytest.MonkeyPatch, region: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ended = program("--today", "2027-06-01", "compare", "--region", region)
    first, *rows = ended.out.splitlines()
    assert first.split()[-2:] == ["Sure", "Checked"]
    assert all(row.endswith("!") and "2026-11-2" in row for row in rows)
    assert {row.split()[-2] for row in rows} == {"high", "medium", "low"}
    assert max(map(len, (first, *rows))) <= 80
    assert ended.err == "!  not checked lately\n"


def test_where_there_is_no_room_to_say_how_sure_it_is_doubt_has_a_sign(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    ended = program("compare", "--region", "DE")
    rows = program.json("compare", "--region", "DE")
    doubted = {one["name"] for one in rows if one["confidence"] == "low"}
    marked = {line.split("  ")[0] for line in ended.out.splitlines() if line.endswith(" ?")}
    assert marked == doubted
    assert ended.err == "?  we are not sure that it works there\n"


def test_programs_are_told_what_was_not_checked_lately(program: Program) -> None:
    for today, lately in (("2026-11-24", True), ("2027-06-01", False)):
        rows = program.json("--today", today, "compare", "--region", "DE")
        assert {row["checked_lately"] for row in rows} == {lately}
        rows = program.json("--today", today, "guides", "list")
        assert {row["checked_lately"] for row in rows} == {lately}
        shown = program.json("--today", today, "guides", "show", "x", "--region", "DE")
        assert shown["route"]["checked_lately"] is lately


@pytest.mark.parametrize(("columns", "told"), [("80", "!"), ("160", ", not checked lately")])
def test_the_list_of_guides_says_what_was_not_checked_lately(
    program: Program, monkeypatch: pytest.MonkeyPatch, columns: str, told: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ended = program("--today", "2027-06-01", "guides", "list")
    lines = [line for line in ended.out.splitlines() if line.startswith(("instagram ", "x "))]
    assert len(lines) == 2
    assert all(line.endswith(f"2026-11-22{told}") for line in lines)
    assert ended.err == ("!  not checked lately\n" if told == "!" else "")
