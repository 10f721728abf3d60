"""The slow and obvious way to count an export: all of it in memory, one plain loop for each sort.

Shares nothing with the reader but its figures. Made-up exports hold what this understands.
"""

import json
import zipfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def plainly_counted(file: Path) -> tuple[dict[str, int], dict[str, int], int]:
    """Return the items by kind, the made ones by year, and the words."""
    kinds: Counter[str] = Counter()
    years: Counter[str] = Counter()
    words = 0
    for name, value in _members(file):
        for kind, when, text, photos, videos in _items(name, value):
            kinds[kind] += 1
            kinds["photos"] += photos
            kinds["videos"] += videos
            words += len(text.split())
            year = datetime.fromtimestamp(when, UTC).year if when else 0
            if kind not in ("messages", "chat_messages") and year:
                years[str(year)] += 1
    return {kind: n for kind, n in kinds.items() if n}, dict(sorted(years.items())), words


def _members(file: Path) -> list[tuple[str, Any]]:
    with zipfile.ZipFile(file) as archive:
        found = [(name, archive.read(name).decode()) for name in archive.namelist()]
    return [
        (name, json.loads(text.partition("=")[2] if name.endswith(".js") else text))
        for name, text in found
    ]


def _items(name: str, value: Any) -> list[tuple[str, float, str, int, int]]:
    if "posts_" in name:
        return [_post("posts", one) for one in (value if isinstance(value, list) else [value])]
    if "stories" in name:
        return [(*_post("stories", one)[:3], 0, 0) for one in value["ig_stories"]]
    if "post_comments" in name:
        return [_comment(one) for one in value]
    if "message_" in name:
        return [("messages", one["timestamp_ms"] / 1000, "", 0, 0) for one in value["messages"]]
    if "tweets" in name:
        return [_tweet(one["tweet"]) for one in value]
    return [item for one in value for item in _talk(one)]


def _post(kind: str, post: Any) -> tuple[str, float, str, int, int]:
    media = post.get("media", [])
    text = post.get("title") or next((one["title"] for one in media if one["title"]), "")
    when = post.get("creation_timestamp") or next(
        (one["creation_timestamp"] for one in media if one["creation_timestamp"]), 0
    )
    videos = sum(one["uri"].endswith(".mp4") for one in media)
    return kind, when, _mended(text), len(media) - videos, videos


def _comment(comment: Any) -> tuple[str, float, str, int, int]:
    entries = comment["string_map_data"]
    text = _mended(entries["Comment"]["value"])
    return "comments", entries["Time"]["timestamp"], text, 0, 0


def _tweet(tweet: Any) -> tuple[str, float, str, int, int]:
    when = datetime.strptime(tweet["created_at"], "%a %b %d %H:%M:%S %z %Y").timestamp()
    if tweet["full_text"].startswith("RT @"):
        return "reposts", when, "", 0, 0
    kinds = [one["type"] for one in tweet.get("extended_entities", {}).get("media", [])]
    return "posts", when, tweet["full_text"], kinds.count("photo"), kinds.count("video")


def _talk(talk: Any) -> list[tuple[str, float, str, int, int]]:
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
