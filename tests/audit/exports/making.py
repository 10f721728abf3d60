"""From members to a ZIP file or a folder."""

import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Members = Mapping[str, Any]
"""Names of members, and their content: bytes and text as they are, all else as JSON."""


def content(value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode()
    return json.dumps(value, indent=2).encode()


def zipped(path: Path, members: Members) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in members.items():
            archive.writestr(name, content(value))
    return path


def unpacked(path: Path, members: Members) -> Path:
    for name, value in members.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content(value))
    return path


def at(text: str) -> int:
    """Seconds since 1970 of a day."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())
