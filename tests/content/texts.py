"""Guides held against texts at hand, such as notes on their sources: nothing may be copied."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from optout_tui.contentcheck.claims import Run, runs
from optout_tui.contentcheck.problem import Problem
from optout_tui.contentcheck.wording import own_texts
from optout_tui.library.guides import Guide

RULE = "copied"
LONGEST = 12
"""Words in a row that a guide may share with a text."""


def copies(guides: Iterable[Guide], folder: Path) -> Iterator[Problem]:
    """Yield the texts of *guides* that repeat a passage of a text in *folder*."""
    known: dict[Run, str] = {}
    for file in sorted(folder.rglob("*")):
        if file.suffix in (".md", ".txt"):
            text = file.read_text("utf-8")
            known.update(dict.fromkeys(runs(text, LONGEST), file.name))
    for guide in guides:
        for where, text in own_texts(guide):
            found = next((run for run in runs(text, LONGEST) if run in known), None)
            if found:
                reason = f"the same words as in {known[found]}: {' '.join(found)}"
                yield Problem(f"{guide.id}.toml", where, reason, RULE)
