"""What a person prefers on this machine, and was shown. Kept in ``DATA/settings.toml``."""

import contextlib
from pathlib import Path
from typing import Any

import msgspec

from optout_tui.library.kinds import Device

THEMES = ("dark", "light", "contrast", "terminal")
"""In the order in which they follow each other. ``terminal`` has the terminal's own colours."""


class Settings(msgspec.Struct, frozen=True):
    """Preferences; every one has a default, and a broken file means the defaults."""

    theme: str = "dark"
    device: Device = "phone"
    toured: bool = False
    """Whether the tour of the keys was shown."""


def load_settings(data_dir: Path) -> Settings:
    """Return the saved preferences; those that are missing or make no sense are the defaults.

    Raises Refusal for a theme nobody knows, since the person typed it there on purpose.
    """
    path = data_dir / "settings.toml"
    if not path.exists():
        return Settings()
    from optout_tui.safety.limits import BadFile, parse_toml, read_bytes
    from optout_tui.safety.refusal import unknown

    table: dict[str, Any] = {}
    with contextlib.suppress(BadFile):
        table = parse_toml(read_bytes(path), path.name)
    theme = table.get("theme", "dark")
    if theme not in THEMES:
        raise unknown("theme", str(theme), THEMES)
    device: Device = "web" if table.get("device") == "web" else "phone"
    return Settings(theme=theme, device=device, toured=table.get("toured") is True)


def save_settings(data_dir: Path, settings: Settings) -> None:
    """Keep *settings*; a preference that cannot be kept is no reason to stop anybody."""
    import tomli_w  # only a change of preference needs it and what follows

    from optout_tui.checklist.store.whole import NotSaved, write_whole

    content = tomli_w.dumps(msgspec.to_builtins(settings)).encode()
    with contextlib.suppress(NotSaved, OSError):
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(data_dir / "settings.toml", content)
