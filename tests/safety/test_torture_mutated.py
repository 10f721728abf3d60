"""A small share of the torture: spoilt files into ``check`` and ``import``, the same each time."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.torture import mutated as feeding
from benchmarks.torture.mutated import MOST_MEBIBYTES, Mutated, batch, run
from benchmarks.torture.mutations import MUTATIONS, ORDER, mutated

CASES = 300


def test_spoilt_files_are_refused_or_taken_and_never_crash_anything() -> None:
    found = run(CASES, seed="quick", jobs=1)
    assert found.crashes == ()
    assert found.cases == found.refused + found.accepted == CASES
    assert found.accepted > CASES // 20, "all but nothing is whole enough: it tries too little"
    assert found.peak < MOST_MEBIBYTES


def test_every_kind_comes_and_the_same_number_gives_the_same_file() -> None:
    made = [mutated("quick", n) for n in range(len(ORDER))]
    assert made == [mutated("quick", n) for n in range(len(ORDER))]
    assert Counter(kind for kind, _ in made).keys() == MUTATIONS.keys()
    assert mutated("other", 0) != made[0]


def fails_with(error: BaseException) -> object:
    def main(words: Sequence[str]) -> int:
        raise error

    return main


def ends_with(status: int, said: str = "") -> object:
    def main(words: Sequence[str]) -> int:
        sys.stderr.write(said)
        return status

    return main


def meddles(words: Sequence[str]) -> int:
    if "check" in words:
        Path(words[-1]).write_bytes(b"changed")
    return 2


@pytest.mark.parametrize(
    ("main", "said"),
    [
        (fails_with(RecursionError()), "check: RecursionError got out"),
        (fails_with(SystemExit(1)), "check: SystemExit got out"),
        (ends_with(1, "optout-tui: a bug\n"), "check: status 1: optout-tui: a bug"),
        (ends_with(2, "one\ntwo\n"), "is not one clean line"),
        (ends_with(2, "\x1b[31m\n"), "is not one clean line"),
        (meddles, "the file was changed"),
    ],
)
def test_what_goes_wrong_is_noticed(
    monkeypatch: pytest.MonkeyPatch, main: object, said: str
) -> None:
    monkeypatch.setattr("optout_tui.cli.main.main", main)
    found = batch("quick", 0, 1)
    assert said in found.crashes[0]


def test_a_child_that_dies_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert "status 1" in run(1).crashes[0]


def test_a_child_that_never_ends_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeding, "PATIENCE", 0.0)
    assert "no end" in run(1).crashes[0]


def test_a_cost_above_what_is_allowed_is_bad() -> None:
    good = Mutated(1, 1, 0, (), 0.5, 100.0)
    assert good.bad == 0
    assert good._replace(slowest=1.5).bad == 1
    assert good._replace(peak=201.0).bad == 1
    assert good._replace(crashes=("a", "b")).bad == 2
