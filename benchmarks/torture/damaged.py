"""A real checklist's file, cut at every byte and with every bit turned over."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.torture.row import Row
from optout_tui.checklist.model import Checklist, Kept
from optout_tui.checklist.text import read_text
from optout_tui.journey.desk import Desk
from optout_tui.journey.proofs import proof
from optout_tui.journey.requests import reply
from optout_tui.journey.steps import mark, note
from optout_tui.safety.limits import BadFile
from tests.checklist.damage import cuts, flips

NAME, REGION, TODAY = "Personal", "DE", date(2026, 11, 22)
ACCOUNTS = [("instagram", "@anika"), ("x", "@anika"), ("chatgpt", "")]


ALL = 10**9


class Damage(NamedTuple):
    """What became of damaged files: how often each thing went wrong, and of how many."""

    wrong: Counter[str]
    tried: int


def real_file() -> bytes:
    """Return a checklist as it stands on disk after a few steps; it holds all kinds of things."""
    with tempfile.TemporaryDirectory() as folder:
        session = Desk(Path(folder), today=TODAY).create(NAME, REGION, ACCOUNTS)
        for step in ("open-menu", "open-form", "send"):
            mark(session, "instagram", step, "done")
        mark(session, "instagram", "fill-in", "skipped")
        note(session, "instagram", "open-menu", "it had another name")
        reply(session, "instagram", "question", on=TODAY, note="which account?")
        proof(session, "instagram", "mail", reference="4711")
        session.stop_at("instagram:@anika", "keep-screen")
        session.save()
        return session.stored.path.read_bytes()


def row(count: int = ALL) -> Row:
    """Return the line of the table, for all that can be damaged or about *count* of it."""
    content = real_file()
    bits = max(1, min(8, count // len(content) - 1))
    cut, turned = cut_everywhere(content), turn_every_bit(content, bits)
    wrong = cut.wrong + turned.wrong
    note = "; ".join(f"{often} × {one}" for one, often in wrong.items())
    what = "truncation at every byte, every bit turned over"
    return Row(what, cut.tried + turned.tried, wrong.total(), note or f"{len(content)} bytes")


def cut_everywhere(content: bytes) -> Damage:
    """Cut *content* at every byte; none of that may be read but what lost its last line end."""
    return _read_all(content, cuts(content))


def turn_every_bit(content: bytes, bits: int = 8) -> Damage:
    """Turn as many bits of each byte over; what is read then must not be less than there was."""
    return _read_all(content, flips(content, bits))


def _read_all(content: bytes, damaged: Iterator[bytes]) -> Damage:
    whole = {*_said(_read(content))}
    wrong: Counter[str] = Counter()
    tried = 0
    for one in damaged:
        tried += 1
        try:
            left = {*_said(_read(one))}
        except BadFile:
            continue
        except Exception as error:  # whatever it is, it would have ended the program
            wrong[f"{type(error).__name__} instead of a refusal"] += 1
            continue
        if not whole <= left:
            wrong["a part of it was read in silence"] += 1
    return Damage(wrong, tried)


def _read(content: bytes) -> Checklist:
    return read_text(content, f"{NAME}.toml")


def _said(value: Any, where: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the place of everything that a checklist says, but for its unknown fields."""
    if isinstance(value, Kept):
        for name in value.__struct_fields__:
            if name != "extra":
                yield from _said(getattr(value, name), (*where, name))
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _said(item, (*where, n))
    elif value not in (None, ""):
        yield where
