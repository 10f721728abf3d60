"""The slow and obvious way to count an export: all of it in memory, one plain loop for each sort.

Shares nothing with the reader but its figures. Made-up exports hold what this understands.
"""

import json
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.audit.reference_newer import Counted, all_of_x, chats_of_grok, tables
from tests.audit.reference_others import all_of_facebook, all_of_tiktok, all_of_youtube


def plainly_counted(file: Path) -> tuple[dict[str, int], dict[str, int], int]:
    """Return the items by kind, the made ones by year, and the words."""
    kinds: Counter[str] = Counter()
    years: Counter[str] = Counter()
    words = 0
    for kind, when, text, photos, videos in _all_items(file):
        kinds[kind] += 1
        kinds["photos"] += photos
        kinds["videos"] += videos
        words += len(text.split())
        year = datetime.fromtimestamp(when, UTC).year if when else 0
        if kind not in ("messages", "chat_messages") and year:
            years[str(year)] += 1
    return {kind: n for kind, n in kinds.items() if n}, dict(sorted(years.items())), words


MARKS: dict[str, Callable[[dict[str, str]], list[Counted]]] = {
    "prod-grok": chats_of_grok,
    "your_facebook_activity": all_of_facebook,
    "user_data_tiktok": all_of_tiktok,
    "YouTube": all_of_youtube,
    "data/": all_of_x,
    ".csv": tables,
}
"""By what is in the name of any member: what counts the whole export."""


def _all_items(file: Path) -> list[Counted]:
    with zipfile.ZipFile(file) as archive:
        found = {name: archive.read(name).decode() for name in archive.namelist()}
    for mark, counted in MARKS.items():
        if any(mark in name for name in found):
            return counted(found)
    values = {name: json.loads(text) for name, text in found.items()}
    own = [_name(value) for name, value in values.items() if "personal_information" in name]
    return [item for name, value in values.items() for item in _items(name, value, own)]


def _name(value: Any) -> str:
    return _mended(value["profile_user"][0]["string_map_data"]["Name"]["value"])


def _items(name: str, value: Any, own: list[str]) -> list[Counted]:
    if "personal_information" in name:
        return []
    if "posts_" in name:
        return [_post("posts", one) for one in (value if isinstance(value, list) else [value])]
    if "stories" in name:
        return [(*_post("stories", one)[:3], 0, 0) for one in value["ig_stories"]]
    if "post_comments" in name:
        return [_comment(one) for one in value]
    if "message_" in name:
        said = [one for one in value["messages"] if one["sender_name"]]
        mine = [one for one in said if _mended(one["sender_name"]) in own]
        return [("messages", one["timestamp_ms"] / 1000, "", 0, 0) for one in mine]
    return [item for one in value for item in _talk(one)]


def _post(kind: str, post: Any) -> Counted:
    media = post.get("media", [])
    text = post.get("title") or next((one["title"] for one in media if one["title"]), "")
    when = post.get("creation_timestamp") or next(
        (one["creation_timestamp"] for one in media if one["creation_timestamp"]), 0
    )
    videos = sum(one["uri"].endswith(".mp4") for one in media)
    return kind, when, _mended(text), len(media) - videos, videos


def _comment(comment: Any) -> Counted:
    entries = comment["string_map_data"]
    text = _mended(entries["Comment"]["value"])
    return "comments", entries["Time"]["timestamp"], text, 0, 0


def _talk(talk: Any) -> list[Counted]:
    nodes = (node["message"] for node in (talk["mapping"] or {}).values())
    typed = [one for one in nodes if one and one["author"]["role"] == "user"]
    said = [" ".join(p for p in one["content"]["parts"] if isinstance(p, str)) for one in typed]
    chat = ("chats", talk["create_time"] or 0, "", 0, 0)
    return [chat, *(("chat_messages", 0, text, 0, 0) for text in said)]


def _mended(text: str) -> str:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
