"""Guides: one and all out of the compiled file, and a person's own out of TOML."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, in_pairs
from optout_tui.library.compiled import Compiled, compile_folder, read_compiled
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.own import load_own
from optout_tui.library.source import KNOWLEDGE

LARGEST = "facebook"
"""The guide with the most text."""


def loading(count: int) -> Iterator[Figure]:
    """Measure the largest guide, all guides, and the largest as if it were a person's own."""
    compiled = read_compiled(compile_folder(KNOWLEDGE, digest=""))
    total = len(compiled.guides)
    for what, work in (
        (f"one guide of {total}", lambda: Knowledge(compiled).guide(LARGEST)),
        (f"all {total} guides", lambda: list(Knowledge(compiled).guides())),
    ):
        pairs = in_pairs(work, lambda: _copied(compiled), count)
        yield Figure(what, "the bytes of all, copied", pairs)
    path = KNOWLEDGE / "platforms" / f"{LARGEST}.toml"
    pairs = in_pairs(lambda: load_own(path), lambda: _parsed(path), count)
    size = path.stat().st_size // 1024
    yield Figure(f"an own guide of {size} KB", "its TOML, parsed", pairs)


def _copied(compiled: Compiled) -> None:
    for raw in compiled.guides.values():
        bytes(raw)


def _parsed(path: Path) -> None:
    tomllib.loads(path.read_text("utf-8"))
