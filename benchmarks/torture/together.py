"""Two processes change one checklist at the same time: no edit of either is lost in silence."""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.torture.editor import ACCOUNTS, NAME, REGION, STEPS, TODAY, Edit
from benchmarks.torture.row import Row
from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.reading import read_checklist
from optout_tui.journey.desk import Desk
from tests.e2e.computer import PROJECT

EDITS = 50
"""By each of the two in a round; then they begin with a checklist of its own."""
PAIRS = (("window", "window"), ("window", "command"), ("window", "window"))
PAUSES = (0.02, 0.02, 0)
"""The most seconds between two edits: without any, one is soon far ahead of the other."""

History = Mapping[int, Checklist]


def edit_together(count: int) -> tuple[Counter[str], Counter[str]]:
    """Let two programs make *count* edits; return what is wrong and what became of the edits."""
    wrong: Counter[str] = Counter()
    fates: Counter[str] = Counter()
    for n in range(max(1, round(count / (2 * EDITS)))):
        kinds, pause = PAIRS[n % len(PAIRS)], PAUSES[n % len(PAUSES)]
        with tempfile.TemporaryDirectory() as folder:
            edits = edit_once(Path(folder), kinds, pause, min(EDITS, count // 2))
            wrong.update(what_is_wrong(Path(folder), edits))
        fates.update(edit["fate"] for edit in edits)
        fates["asked"] += sum(edit["asked"] for edit in edits)
    return wrong, fates


def row(count: int = 2000) -> Row:
    """Return the line of the table."""
    wrong, fates = edit_together(count)
    told = (f"{often} {what}" for what, often in fates.most_common())
    found = (f"{often} × {one}" for one, often in wrong.items())
    note = "; ".join([*found, ", ".join(told)])
    return Row("two processes, interleaved edits", count, wrong.total(), note)


def edit_once(folder: Path, kinds: Sequence[str], pause: float, count: int) -> list[Edit]:
    """Let two edit a new checklist in *folder*, *count* times each; return what became of all."""
    Desk(folder, today=TODAY).create(NAME, REGION, ACCOUNTS)
    (folder / "history").mkdir()
    words = [sys.executable, "-m", "benchmarks.torture.editor", str(folder)]
    env = dict(os.environ) | {"PYTHONPATH": str(PROJECT)}
    editors = [
        subprocess.Popen(
            [*words, who, str(count), kind, str(pause)],
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for who, kind in zip("ab", kinds, strict=True)
    ]
    for editor in editors:
        next(iter(editor.stdout or ()))  # it has opened the checklist
    told = [line for told in _let_go(editors) for line in told.splitlines()]
    edits = {edit["word"]: edit for edit in map(json.loads, told)}
    if [editor.returncode for editor in editors] != [0, 0] or len(edits) != 2 * count:
        raise RuntimeError("an editor failed")
    return list(edits.values())


def _let_go(editors: Sequence["subprocess.Popen[str]"]) -> Iterator[str]:
    """Let all begin at once, and yield what each has told in the end."""
    for editor in editors:
        if editor.stdin:
            editor.stdin.write("\n")
            editor.stdin.flush()
    for editor in editors:
        yield editor.communicate()[0]


# -- what became of them -----------------------------------------------------------


def what_is_wrong(folder: Path, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield what is wrong with what the two left in *folder*, after all these *edits*."""
    now_there = read_checklist(Desk(folder).store.path(NAME))
    replaced = (*folder.glob("history/*-r*"), *folder.glob("backups/*/*-r*"))
    history = {one.revision: one for one in (*map(read_checklist, replaced), now_there)}
    if sorted(history) != list(range(1, now_there.revision + 1)):
        yield "a revision is kept nowhere"
    kept = "".join(path.read_text("utf-8") for path in _kept_for_good(folder))
    for edit in edits:
        is_kept = f'"{edit["word"]}"' in kept
        if edit["fate"] == "saved" and not (_is_saved(edit, history, now_there) or is_kept):
            yield "an edit that was called saved is lost, or there twice"
        if edit["fate"] == "copied" and not is_kept:
            yield "an edit is in no copy"
    yield from _overwritten(history, {edit["word"]: edit for edit in edits}, kept)


def _kept_for_good(folder: Path) -> Iterator[Path]:
    for pattern in ("backups/*/*copy*", "backups/*/*pinned*", "checklists/*conflict*"):
        yield from folder.glob(pattern)


def _is_saved(edit: Edit, history: History, now_there: Checklist) -> bool:
    if edit["step"]:
        revision = history.get(edit["revision"])
        return revision is not None and _note(revision, edit["step"]) == edit["word"]
    held = [one.reference for account in now_there.accounts for one in account.evidence]
    return held.count(edit["word"]) == 1


def _overwritten(history: History, edits: Mapping[str, Edit], kept: str) -> Iterator[str]:
    """Yield every note that somebody put another in the place of who had not seen it.

    Where a person was asked about both, the one that did not hold is kept for good.
    """
    for step in STEPS:
        before = ""
        for revision in sorted(history):
            now = _note(history[revision], step)
            seen = now == before or (now and edits[now]["saw"] == before)
            if before and not seen and f'"{before}"' not in kept:
                yield "a note was overwritten in silence"
            before = now


def _note(checklist: Checklist, step: str) -> str:
    return next((mark.note for mark in checklist.accounts[0].steps if mark.id == step), "")
