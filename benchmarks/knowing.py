"""Knowledge: loading guides, reading a person's own, working out the law of every region."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import partial

import msgspec

from benchmarks.figures import Figure, Goal, Pair, in_pairs
from optout_tui.library.compiled import Compiled, compile_folder, read_compiled
from optout_tui.library.knowledge import Knowledge, knowledge
from optout_tui.library.law import RIGHT_NAMES
from optout_tui.library.own import load_own
from optout_tui.library.source import KNOWLEDGE
from optout_tui.regions import chain
from optout_tui.rights import regimes_for
from optout_tui.rights.deadlines import deadline_of

RECEIVED = date(2026, 11, 22)
GUIDE = "facebook"
"""The guide with the most text."""


def regions(count: int) -> Figure:
    """Measure every right with its clock and its days, for all regions there are."""
    facts = knowledge()
    pairs = in_pairs(lambda: _rights(facts), lambda: _places(facts), count)
    what = f"rights and days of {len(facts.region_table.regions)} regions"
    return Figure(what, "their groups alone", pairs, (Goal("median", 15),))


def guides(count: int) -> Iterator[Figure]:
    """Measure one guide and all of them from the compiled file, and one from its TOML."""
    content = compile_folder(KNOWLEDGE, digest="")
    untyped = partial(_untyped, read_compiled(content))
    opened = read_compiled(content)
    pairs = in_pairs(lambda: Knowledge(opened).guide(GUIDE), lambda: untyped(GUIDE), count)
    yield Figure("one guide", "its bytes, untyped", pairs, (Goal("median", 1),))
    pairs = in_pairs(
        lambda: list(Knowledge(read_compiled(content)).guides()),
        lambda: untyped(*opened.guides),
        count,
    )
    what = f"all {len(opened.guides)} guides"
    yield Figure(what, "their bytes, untyped", pairs, (Goal("median", 15),))
    yield _own(count)


def _own(count: int) -> Figure:
    """Measure the way of a person's own guide: parsed, typed, checked."""
    path = KNOWLEDGE / "platforms" / f"{GUIDE}.toml"
    size = path.stat().st_size / 1024
    pairs = [
        Pair([ours / size for ours in pair.ours], [floor / size for floor in pair.floor])
        for pair in in_pairs(
            lambda: load_own(path), lambda: tomllib.loads(path.read_text("utf-8")), count
        )
    ]
    goals = (Goal("median", 0.6),)
    return Figure("a guide of one's own", "its TOML parsed", pairs, goals, "ms/KB")


def _untyped(compiled: Compiled, *ids: str) -> None:
    for name in ids:
        msgspec.msgpack.decode(compiled.guides[name])


def _rights(facts: Knowledge) -> None:
    for code in facts.region_table.regions:
        for regime in regimes_for(facts, code):
            for name in RIGHT_NAMES:
                if (right := regime.rights.named(name)) is not None:
                    deadline_of(facts, regime, right, RECEIVED)


def _places(facts: Knowledge) -> None:
    for code in facts.region_table.regions:
        chain(facts, code)
