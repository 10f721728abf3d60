"""Guides of a person's own, as tests put them into a data folder."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import tomli_w

from optout_tui.safety.text import has_controls
from tests.conftest import SMALL
from tests.payloads import EVERY, naughty

Table = dict[str, Any]

LIVELY = 'https://own.example/"><img src=x onerror=alert(1)>[a](javascript:b)'.replace(" ", "%20")
"""An address that may be opened, and that says more than an address where it is not escaped."""

FIELDS_TO_FILL = 30
"""How many texts one guide of :func:`saying` has room for."""


def copied(
    folder: Path, name: str = "mastodon", change: Callable[[Table], object] | None = None
) -> Path:
    """Write a copy of the small guide to *folder* as a guide of that name, with a *change*."""
    table = tomllib.loads((SMALL / "platforms" / "photopia.toml").read_text("utf-8"))
    table |= {"id": name, "name": name.capitalize()}
    if change is not None:
        change(table)
    return written(folder, table)


def written(folder: Path, table: Table) -> Path:
    """Write *table* to *folder* under the name that its id asks for."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{table['id']}.toml"
    path.write_bytes(tomli_w.dumps(table).encode())
    return path


def first_step(table: Table) -> Table:
    step: Table = table["routes"][0]["steps"][0]
    return step


def saying(name: str, texts: Iterator[str]) -> Table:
    """Return a guide that takes one of *texts* for whatever it says, cut where a field ends."""

    def say(limit: int = 2000) -> str:
        return next(texts)[:limit]

    def step(number: int, stage: str, **more: Any) -> Table:
        return {
            "id": f"step-{number}", "stage": stage, "title": say(60), "text": say(),
            "sources": ["source"], "ways": [_way(say)], "troubles": [_trouble(say)],
        } | more  # fmt: skip

    source = {
        "id": "source", "title": say(), "publisher": say(200), "url": LIVELY, "tier": "user",
        "read": date(2026, 11, 1), "note": say(),
    }  # fmt: skip
    route = {
        "id": "way", "kind": "objection", "title": say(60), "regions": ["*"],
        "effect": "future only", "confidence": "low", "checked": date(2026, 11, 1),
        "again": {"after": "P6M", "events": [say()]}, "sources": ["source"], "note": say(),
        "undone_by": [say()], "not_covered": [say()],
        "steps": [step(1, "settings"), step(2, "portal", sends="objection")],
    }  # fmt: skip
    training = {
        "default": "on", "uses": [say(), say()], "not_used": [say()], "sources": ["source"],
        "note": say(),
    }  # fmt: skip
    return {
        "id": name, "name": say(60), "company": say(60), "training": training, "routes": [route],
        "handle": {"label": say(60), "example": say(60)}, "sources": [source],
    }  # fmt: skip


def _way(say: Callable[[int], str]) -> Table:
    seen = {"de": [say(200)]}
    return {
        "device": "phone", "menu": [say(200)], "menu_in": seen, "links": [LIVELY],
        "note": say(2000),
    }  # fmt: skip


def _trouble(say: Callable[[int], str]) -> Table:
    return {"id": "trouble", "sign": say(2000), "cure": say(2000)}


def hostile_texts() -> list[str]:
    """Return every string that breaks programs, as far as a field of a guide can hold it."""
    return [text for text in (*naughty(), *EVERY) if text.strip() and not _is_half(text)]


def _is_half(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)


def said_by_guides(folder: Path, texts: list[str]) -> list[str]:
    """Let guides in *folder* say all of *texts* that they may, and return the guides' ids."""
    clean = [text for text in texts if not has_controls(text)]
    supply = cycle(clean)
    names = [f"own-{n}" for n in range(len(clean) // FIELDS_TO_FILL + 1)]
    for name in names:
        written(folder, saying(name, supply))
    return names
