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


def test_where_nothing_is_like_that_it_says_so(program: Program) -> None:
    ended = program("compare", "--region", "DE", "--company", "nobody")
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
