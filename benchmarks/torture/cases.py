"""Checklists by chance, by the thousand: the laws of the tests, with many more examples."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from benchmarks.torture.row import Row
from tests.checklist import test_checklist_merge_laws as merging
from tests.checklist import test_checklist_text as writing
from tests.checklist.edits import edits
from tests.checklist.strategies import checklists

THREE = (edits, edits, edits)
LAWS: tuple[tuple[Callable[..., None], tuple[SearchStrategy[Any], ...]], ...] = (
    (writing.test_what_was_written_is_read_again, (checklists,)),
    (merging.test_every_change_is_in_the_outcome_or_named, THREE),
    (merging.test_a_side_that_is_preferred_loses_nothing_at_all, THREE),
)


def broken(count: int) -> list[str]:
    """Return which laws do not hold in each of *count* cases, with the first that breaks each."""
    return [said for law, strategies in LAWS if (said := _counterexample(law, strategies, count))]


def row(count: int = 10_000) -> Row:
    """Return the line of the table."""
    found = broken(count)
    what = "write, read, equal; unknown fields kept; a merge drops no side"
    return Row(what, count * len(LAWS), len(found), "; ".join(found) or f"{len(LAWS)} laws")


def _counterexample(
    law: Callable[..., None], strategies: tuple[SearchStrategy[Any], ...], count: int
) -> str:
    """Return what breaks *law*, empty where nothing does."""
    many = settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    inner = law.hypothesis.inner_test  # type: ignore[attr-defined]
    try:
        many(given(*strategies)(inner))()
    except Exception as error:  # whatever it is, the law does not hold
        said = " ".join([*getattr(error, "__notes__", ()), str(error)])
        return f"{inner.__name__}: {type(error).__name__}: {' '.join(said.split())}"
    return ""
