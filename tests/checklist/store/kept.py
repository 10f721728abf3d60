"""What the tests of the store keep in it, and what they find there."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

from msgspec.structs import replace

from optout_tui.checklist.model import Account, Checklist

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
ANIKA = Account(id="photopia:@anika", platform="photopia", handle="@anika", route="objection")


def moved(checklist: Checklist, region: str = "FR") -> Checklist:
    """*checklist* after its owner moved house."""
    return replace(checklist, region=region)


def files(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder, by path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def failing(number: int) -> Callable[..., NoReturn]:
    """A call of the system that fails with the error of that *number*."""

    def fail(*_: Any, **__: Any) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail
