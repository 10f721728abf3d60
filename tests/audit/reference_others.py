"""The slow and obvious way for Facebook, TikTok and YouTube."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from typing import Any

from tests.audit.reference_newer import Counted, time_of


def files_of(post: Any) -> list[str]:
    hung = [one for attachment in post.get("attachments", []) for one in attachment["data"]]
    return [one["media"]["uri"] for one in hung if "media" in one]


def _post(post: Any) -> Counted:
    said = [one["post"] for one in post.get("data", []) if one.get("post")]
    files = files_of(post)
    videos = sum(file.endswith(".mp4") for file in files)
    return "posts", post["timestamp"], (said or [""])[0], len(files) - videos, videos


def _story(post: Any) -> Counted:
    return "stories", *_post(post)[1:3], 0, 0


def _photo(medium: Any) -> Counted:
    text = medium.get("description") or medium.get("title") or ""
    return "photos", medium["creation_timestamp"], text, 0, 0


def _video(medium: Any) -> Counted:
    return "videos", *_photo(medium)[1:]


def _comment(comment: Any) -> Counted:
    said = [one["comment"]["comment"] for one in comment["data"]]
    return "comments", comment["timestamp"], (said or [""])[0], 0, 0


def plain(name: str | None) -> str:
    try:
        return (name or "").encode("latin-1").decode()
    except UnicodeError:
        return name or ""


KEYS: dict[str, Callable[[Any], Counted]] = {
    "group_posts_v2": _post,
    "archived_stories_v2": _story,
    "other_photos_v2": _photo,
    "videos_v2": _video,
    "comments_v2": _comment,
}


def all_of_facebook(members: dict[str, str]) -> list[Counted]:
    items: list[Counted] = []
    records: list[tuple[Callable[[Any], Counted], Any]] = []
    values = {name: json.loads(text) for name, text in members.items()}
    accounts = [values.pop(name) for name in list(values) if "profile_information" in name]
    own = {plain(one["profile_v2"]["name"]["full_name"]) for one in accounts} - {""}
    for value in values.values():
        if isinstance(value, dict) and "messages" in value:
            said = [one for one in value["messages"] if plain(one["sender_name"]) in own]
            items += [("messages", 0, "", 0, 0) for _ in said]
            continue
        known = [key for key in value if key in KEYS] if isinstance(value, dict) else []
        if known:
            found = [(KEYS[key], one) for key in known for one in value[key]]
        else:
            found = [(_post, one) for one in (value if isinstance(value, list) else [value])]
        records += found
    hung = {file for made, one in records if made is _post for file in files_of(one)}
    items += [made(one) for made, one in records if one.get("uri", "") not in hung]
    return items


def all_of_tiktok(members: dict[str, str]) -> list[Counted]:
    items: list[Counted] = []
    for text in members.values():
        value = json.loads(text)
        videos = value["Post"]["Posts"]["VideoList"] or []
        videos += value["Post"]["RecentlyDeletedPosts"]["PostList"] or []
        said = value["Comment"]["Comments"]["CommentsList"] or []
        items += [("videos", time_of(one["Date"]), one.get("Title") or "", 0, 0) for one in videos]
        items += [("comments", time_of(one["date"]), one["comment"], 0, 0) for one in said]
    return items


def all_of_youtube(members: dict[str, str]) -> list[Counted]:
    items: list[Counted] = []
    for name, text in members.items():
        for row in csv.DictReader(StringIO(text)):
            if "videos.csv" in name:
                when = row["Video Create Timestamp"]
                items.append(("videos", time_of(when), row["Video Title (Original)"], 0, 0))
            if "comments.csv" in name:
                said = "".join(one["text"] for one in json.loads(f"[{row['Comment Text']}]"))
                items.append(("comments", time_of(row["Comment Create Timestamp"]), said, 0, 0))
    return items
