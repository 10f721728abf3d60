"""The person's own browser, opened only after they saw the whole address."""

import os
import sys
import webbrowser

from optout_tui.safety.links import checked_link


def can_open() -> bool:
    """Return whether a browser with a window of its own can be expected here.

    Without a display a text browser would start inside this very terminal.
    """
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_link(link: str) -> bool:
    """Open *link* and return whether a browser was found; raises Refusal for an unsafe one."""
    safe = checked_link(link)
    return can_open() and webbrowser.open(safe)
