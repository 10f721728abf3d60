"""Exports to be read on the screen, and a folder to find them in."""

import os
from pathlib import Path
from typing import Any

from optout_tui.journey.desk import Desk
from tests.audit.exports import chats, instagram
from tests.audit.exports.making import Members, zipped

HTML = {"your_instagram_activity/content/posts_1.html": "<html></html>"}
"""An export that was asked for in the format to look at."""


def exports_of(desk: Desk) -> Path:
    """Where the person at *desk* keeps what they downloaded."""
    folder = desk.data_dir.parent / "exports"
    if not folder.is_dir():
        folder.mkdir()
    return folder


def put(folder: Path, name: str = "instagram-anika.zip", members: Members | None = None) -> Path:
    """Put an export into *folder*, older than those that are there."""
    age = 1_700_000_000 - len(list(folder.iterdir()))
    path = zipped(folder / name, instagram.instagram_2025() if members is None else members)
    os.utime(path, (age, age))
    return path


def downloads(desk: Desk) -> Path:
    """Where the person at *desk* keeps what they downloaded; where nothing is there, two files."""
    folder = exports_of(desk)
    if not any(folder.iterdir()):
        put(folder)
        put(folder, "instagram-to-look-at.zip", HTML)
        put_robots(folder, "User-agent: GPTBot\nDisallow: /\n")
    return folder


def put_robots(folder: Path, text: str) -> Path:
    """Put a robots.txt into *folder*, older than all that is there."""
    path = folder / "robots.txt"
    path.write_text(text, "utf-8")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    return path


def two_platforms(folder: Path) -> tuple[Path, Path]:
    """An export of Instagram and one of ChatGPT."""
    return put(folder), put(folder, "chatgpt.zip", chats.chatgpt_2026())


def hostile(text: str) -> Members:
    """An export with *text* in the caption of its first thing, and in the name of a member."""
    members = _said(instagram.instagram_2025(), "one picture, its caption inside", text)
    return {**members, f"../{text}.json": "{"}


def _said(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: _said(item, old, new) for key, item in value.items()}
    if isinstance(value, list):
        return [_said(item, old, new) for item in value]
    return new if value == old else value
