"""The table of crawlers is held to the same spirit as the guides."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from optout_tui.contentcheck.crawlers import crawler_ages, crawler_problems
from optout_tui.contentcheck.judge import judge_ours
from optout_tui.library.crawlers import Crawler, CrawlerTable
from optout_tui.library.knowledge import knowledge
from optout_tui.library.records import Source
from optout_tui.library.source import KNOWLEDGE

DAY = date(2026, 11, 23)

SOURCES = (
    Source(
        id="own", title="Own page", publisher="X", url="https://x.org", tier="official", read=DAY
    ),
    Source(id="list", title="A list", publisher="Y", url="https://y.org", tier="user", read=DAY),
)
CRAWLER = Crawler(
    token="XBot", operator="X", purpose="training", keeps="yes", stops="Visits.", leaves="Search.",
    confidence="high", checked=DAY, sources=("own", "list"),
)  # fmt: skip


def problems(**changes: object) -> list[tuple[str, str]]:
    """What is wrong with the table of that one crawler."""
    return list(
        crawler_problems(CrawlerTable(crawlers=(replace(CRAWLER, **changes),), sources=SOURCES))
    )


def test_our_own_table_has_no_problem() -> None:
    assert list(crawler_problems(knowledge().crawlers)) == []
    assert problems() == []


@pytest.mark.parametrize(
    ("changes", "where", "reason"),
    [
        ({"sources": ("list",)}, "crawlers[0].confidence", "high confidence needs"),
        ({"sources": ("list",), "confidence": "medium"}, "crawlers[0].confidence", "one user's"),
        ({"checked": DAY - timedelta(1)}, "crawlers[0].checked", '2026-11-22, but "own" was read'),
        ({"sources": ("own",)}, "sources[1].id", 'nothing names the source "list"'),
        ({"stops": "Everything!"}, "crawlers[0].stops", "exclamation mark"),
        ({"leaves": "word " * 30}, "crawlers[0].leaves", "a sentence of 30 words"),
        ({"stops": "It  is."}, "crawlers[0].stops", "two spaces"),
    ],
)  # fmt: skip
def test_a_problem_has_its_place(changes: dict[str, object], where: str, reason: str) -> None:
    assert any(place == where and reason in told for place, told in problems(**changes))


def test_what_was_checked_long_ago_is_told_on_a_given_day() -> None:
    table = CrawlerTable(crawlers=(CRAWLER,), sources=SOURCES)
    assert list(crawler_ages(table, DAY)) == []
    [(rule, where, _)] = crawler_ages(table, DAY + timedelta(100))
    assert (rule, where) == ("checked-old", "crawlers[0].checked")


def test_judging_all_of_ours_looks_at_it_too() -> None:
    judged = judge_ours(KNOWLEDGE, knowledge(), DAY + timedelta(400))
    assert "crawlers.toml" in judged.files
    first = next(problem for problem in judged.problems if problem.file == "crawlers.toml")
    assert (first.where, first.rule, first.line) == ("crawlers[0].checked", "checked-too-old", 16)
