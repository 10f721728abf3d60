"""Every hostile text in every field, through every command, export and screen: it stays text."""

import asyncio
import contextlib
import csv
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from unittest.mock import patch

from markdown_it import MarkdownIt

from benchmarks.torture.row import Row
from optout_tui.checklist.text import read_text
from optout_tui.cli.catalog import COMMANDS
from optout_tui.cli.main import main
from optout_tui.export.render import FORMATS, render
from optout_tui.journey.desk import Desk
from optout_tui.library.knowledge import knowledge
from optout_tui.safety.text import has_controls
from tests.cli.hostile import CALLS, READS, Victim
from tests.cli.program import TODAY, Ended, Program
from tests.hand_made import Table, packed, places, saying, written
from tests.payloads import EVERY, naughty
from tests.tui.conftest import breathe
from tests.tui.desks import TODAY as DAY
from tests.tui.desks import small_world
from tests.tui.hostile import check_harmless
from tests.tui.room import entered
from tests.tui.surfaces import DISTINCT, reach

Outcome = tuple[int, str]
"""For how many texts it stands, and what is wrong, empty where nothing is."""

ALL_RUNS = 100_000
"""A bound on runs above all that there are."""

ON_SCREEN = [surface for surface in DISTINCT if surface.opens in ("Personal", "Waiting")]
OPENS = {"link_open", "image", "html_inline", "html_block"}
SIZE = (150, 44)
LIVE = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def row(count: int = ALL_RUNS) -> Row:
    """Return the line of the table; fewer runs than ALL_RUNS take that share of the texts."""
    own, others = _share(EVERY, count), _share(naughty(), count)
    ways = {
        "commands": _commands(own, others),
        "exports": _exports((*own, *others)),
        "screens": _screens(own, others),
    }
    wrong: list[str] = []
    runs = dict.fromkeys(ways, 0)
    for way, outcomes in ways.items():
        for times, said in outcomes:
            runs[way] += times
            wrong += [f"{way}: {said}"] if said else []
    fields = sum(1 for place in places(saying("x")) if _at(saying("x"), place) == "x")
    told = ", ".join(f"{number:,} {way}" for way, number in runs.items())
    note = f"{len(own) + len(others)} texts × {fields} fields in {told}"
    first = f"; first: {wrong[0]}" if wrong else ""
    return Row("hostile texts everywhere", sum(runs.values()) * fields, len(wrong), note + first)


def _share(texts: tuple[str, ...], count: int) -> tuple[str, ...]:
    return texts[: max(1, len(texts) * min(count, ALL_RUNS) // ALL_RUNS)]


def _at(value: object, place: tuple[object, ...]) -> object:
    for key in place:
        value = value[key]  # type: ignore[index]
    return value


# -- commands ------------------------------------------------------------------


class Alone(Program):
    """The program as the tests of commands see it, without a test around it."""

    def __init__(self, data_dir: Path) -> None:
        """Work in *data_dir*."""
        self.data_dir = data_dir
        self.terminals = set()

    def __call__(self, *words: str) -> Ended:
        """Run it in this process and return how it ended."""
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", newline=""), io.StringIO()
        nothing = patch.object(sys, "stdin", io.StringIO(""))
        with nothing, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(["--data-dir", str(self.data_dir), "--today", TODAY, *words])
            out.flush()
        assert isinstance(out.buffer, io.BytesIO)  # noqa: S101 - it was made three lines above
        return Ended(status, out.buffer.getvalue().decode(), err.getvalue())


def _commands(own: tuple[str, ...], others: tuple[str, ...]) -> Iterator[Outcome]:
    """Yield how each command ends: on a file for each of *own*, on one that says all *others*."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name in COMMANDS:
            calls = CALLS.get(name, ())
            if not any(word in ("demo", "{file}") for call in calls for word in call):
                continue  # it never sees a checklist
            victim = Victim(Alone(Path(folder) / name), name)
            tables = [(1, text, saying(text)) for text in own]
            if name in READS - {"export"}:
                tables.append((len(others), "the big list", packed(others)))
            for times, text, table in tables:
                victim.put(table)
                for words in victim.words():
                    for call in (victim.run, victim.run_as_json):
                        yield times, _said(call, words, text)
                        victim.put(table)


def _said(work: object, *given: object) -> str:
    assert callable(work)  # noqa: S101 - for the type's sake
    try:
        work(*given)
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}"
    return ""


# -- exports -------------------------------------------------------------------


def _exports(texts: tuple[str, ...]) -> Iterator[Outcome]:
    facts, day = knowledge(), date.fromisoformat(TODAY)
    reader = MarkdownIt("gfm-like")
    meant = {
        fmt: render(read_text(written(saying("word")), "x"), facts, day, fmt) for fmt in FORMATS
    }
    for text in texts:
        checklist = read_text(written(saying(text)), "x")
        for fmt in FORMATS:
            made = render(checklist, facts, day, fmt)
            said = _alive(fmt, made, meant[fmt], reader)
            yield 1, f"{fmt} of {text!r}: {said}" if said else ""


def _alive(fmt: str, made: str, meant: str, reader: MarkdownIt) -> str:
    """Return what in an export is more than text, empty where nothing is."""
    if {char for char in made if has_controls(char)} - {"\n", "\t", "\r"}:
        return "a control character"
    if fmt == "csv":
        rows = csv.reader(io.StringIO(made, newline=""), strict=True)
        return next(
            (f"a live cell, {cell}" for row in rows for cell in row if LIVE.match(cell)), ""
        )
    if fmt == "html":
        tags = [set(re.findall(r"<[a-zA-Z!/][^\s>]*", page)) for page in (made, meant)]
        return "a tag of its own" if tags[0] - tags[1] else ""
    if fmt == "ics":
        names = [re.findall(r"(?m)^[A-Z-]+(?=[:;])", calendar) for calendar in (made, meant)]
        return "a line of its own" if names[0] != names[1] else ""
    if fmt == "md":
        opened = [_opened(page, reader) for page in (made, meant)]
        return "a link or a tag of its own" if opened[0] != opened[1] else ""
    return ""


def _opened(page: str, reader: MarkdownIt) -> list[tuple[str, str]]:
    parts = [part for token in reader.parse(page) for part in (token, *(token.children or []))]
    return [(part.type, str(part.attrs)) for part in parts if part.type in OPENS]


# -- screens -------------------------------------------------------------------


def _screens(own: tuple[str, ...], others: tuple[str, ...]) -> Iterator[Outcome]:
    with tempfile.TemporaryDirectory() as folder, _quiet():
        for n, text in enumerate(own):
            yield from asyncio.run(_tour(Path(folder) / str(n), text))
        yield from asyncio.run(_accounts(Path(folder) / "others", others))


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """A computer without a window, on which the program is not waited for longer than needed."""
    kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    with (
        patch.dict(os.environ, kept, clear=True),
        patch("textual.app.wait_for_idle", breathe),
        patch("textual.pilot.wait_for_idle", breathe),
        patch("textual.constants.TEXTUAL_ANIMATIONS", "none"),
        patch("optout_tui.tui.saving.SavingApp.LOOK_EVERY", 3600),
    ):
        yield


async def _tour(folder: Path, text: str) -> list[Outcome]:
    """Go to every surface of checklists that say *text*; return what is wrong on each."""
    desk = _desk(folder, saying(text))
    outcomes = []
    try:
        async with entered(desk, size=SIZE) as room:
            for surface in ON_SCREEN:
                await reach(room, surface)
                outcomes.append((1, _said(check_harmless, room, f"{surface.name}: {text!r}")))
    except Exception as error:
        outcomes.append((1, f"{type(error).__name__} with {text!r}"))
    return outcomes


async def _accounts(folder: Path, texts: tuple[str, ...]) -> list[Outcome]:
    """Go through accounts that say one of *texts* each; return what is wrong on each."""
    table = packed(texts)
    outcomes = []
    try:
        async with entered(_desk(folder, table), "Personal", size=SIZE) as room:
            for text, account in zip(texts, table["accounts"], strict=True):
                await room.do(partial(room.guide.show_account, account["id"]))
                outcomes.append((1, _said(check_harmless, room, repr(text))))
            await room.press("f")
            outcomes.append((1, _said(check_harmless, room, "summary")))
    except Exception as error:
        outcomes.append((1, f"{type(error).__name__} among the accounts"))
    return outcomes


def _desk(folder: Path, table: Table) -> Desk:
    desk = Desk(folder, today=DAY, facts=small_world())
    for name in ("Personal", "Waiting"):
        path = desk.store.file(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(table))
    return desk


if __name__ == "__main__":
    print(row(int(sys.argv[1]) if len(sys.argv) > 1 else ALL_RUNS))
