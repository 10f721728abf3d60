"""Text that wants to be more than text: markup, escape sequences, letters that turn the line."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import tomli_w

from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.text import has_controls
from tests.tui.room import Room

MARKUP = "[/][b]x[a b=][@click=app.bell]y[/"
CONTROLS = "[/etc/hosts][$a]\x1b[31m\x9b1m\u202ez"
NAMES = ("[b]x[a b=][@click=app.bell]y[", "[$a]\x1b[31m\x9b1m\u202ez")
"""What a file can be called, which is all but slashes."""

_WORDLESS = (
    "id kind default effect confidence url tier dated stage sends evidence route also was since "
    "clock unit authority public_posts groups not_in device after"
)
_KEPT = frozenset(_WORDLESS.split())
"""Fields that are no words for people; ``regions`` is kept where it lists codes."""


def squeezed(text: str) -> str:
    """Without spaces and line ends: text may be wrapped anywhere."""
    return "".join(text.split())


def check_harmless(room: Room, where: str) -> None:
    for line in room.segments:
        for text, style, _ in line:
            assert not has_controls(text), (where, text)
            if style is not None:
                assert style.link is None, (where, text)
                assert "@click" not in style.meta, (where, text)


def hostile_world(folder: Path, texts: str) -> Knowledge:
    """Return the small world with *texts* at the end of whatever a guide or a law says."""
    shutil.copytree(Path(__file__).parent / "knowledge", folder)
    for path in folder.rglob("*.toml"):
        table = tomllib.loads(path.read_text("utf-8"))
        path.write_text(tomli_w.dumps(_spoilt(table, texts)), "utf-8")
    return Knowledge.from_folder(folder)


def _spoilt(value: Any, texts: str) -> Any:
    if isinstance(value, dict):
        return {k: v if _is_kept(k, v) else _spoilt(v, texts) for k, v in value.items()}
    if isinstance(value, list):
        return [_spoilt(item, texts) for item in value]
    return f"{value[:20].strip()}{texts}" if isinstance(value, str) and value else value


def _is_kept(key: str, value: Any) -> bool:
    codes = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return key in _KEPT or (key in ("regions", "sources") and codes)
