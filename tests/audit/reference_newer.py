"""The slow and obvious way for X, Grok and the tables: a plain loop over all there is."""

import csv
import json
from datetime import UTC, datetime
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from typing import Any

Counted = tuple[str, float, str, int, int]
"""A kind, seconds since 1970 or 0, words, photos and videos."""


def all_of_x(members: dict[str, str]) -> list[Counted]:
    found = {name: json.loads(text.partition("=")[2]) for name, text in members.items()}

    def of(part: str) -> list[Any]:
        return [one for name, value in found.items() if part in name for one in value]

    few = {one["tweet"]["id_str"] for one in of("circle")}
    long = [one["noteTweet"] for one in of("note-tweet")]
    owners = {one["account"]["accountId"] for one in of("account.js")}
    written = [*of("data/tweets"), *of("community"), *of("deleted")]
    tweets = [one["tweet"] for one in written if one["tweet"]["id_str"] not in few]
    tweets += [one["tweet"] for one in of("circle")]
    items = [_tweet(tweet, long) for tweet in tweets]
    items += [("articles", time_of(one["article"]["createdAt"]), "", 0, 0) for one in of("article")]
    for talk in of("direct-messages"):
        for message in talk["dmConversation"]["messages"]:
            if message.get("messageCreate", {}).get("senderId") in owners:
                items.append(("messages", 0, "", 0, 0))
    return items


def _tweet(tweet: Any, long: list[Any]) -> Counted:
    when = datetime.strptime(tweet["created_at"], "%a %b %d %H:%M:%S %z %Y").timestamp()
    text = unescape(tweet["full_text"])
    if text.startswith("RT @"):
        return "reposts", when, "", 0, 0
    kinds = [one["type"] for one in tweet.get("extended_entities", {}).get("media", [])]
    begins, is_cut, _ = text.removeprefix("@bo ").partition("…")
    for note in long if is_cut else []:
        whole = unescape(note["core"]["text"])
        if abs(time_of(note["createdAt"]) - when) < 1 and begins in whole:
            text = whole
    return "posts", when, text, kinds.count("photo"), kinds.count("video")


def chats_of_grok(members: dict[str, str]) -> list[Counted]:
    items: list[Counted] = []
    for name, text in members.items():
        for chat in json.loads(text)["conversations"] if "grok-backend" in name else []:
            items.append(("chats", time_of(chat["conversation"]["create_time"]), "", 0, 0))
            for one in chat["responses"]:
                said = one["response"]
                if said["sender"].lower() == "human":
                    items.append(("chat_messages", 0, said["message"], 0, 0))
    return items


def tables(members: dict[str, str]) -> list[Counted]:
    found = {name.lower(): text for name, text in members.items()}
    profiles = csv.DictReader(StringIO(found.pop("profile.csv", "")))
    own = [f"{row['First Name'].strip()} {row['Last Name'].strip()}" for row in profiles]
    told = csv.DictReader(StringIO(found.pop("statistics.csv", "")))
    own += [row["value"].strip() for row in told if row["statistic"] == "account name"]
    names = {name.strip().lower() for name in own} - {""}
    return [item for name, text in found.items() for item in _table(name, text, names)]


def _table(name: str, text: str, own: set[str]) -> list[Counted]:
    if name.endswith(".html"):
        page = Page()
        page.feed(text)
        page.close()
        return [("articles", time_of(page.when), " ".join(page.said), 0, 0)]
    rows = list(csv.DictReader(StringIO(text.partition("Notes:\n\n")[2] or text)))
    if "messages" in name or "chat" in name:
        writers = ("FROM", "from", "username")
        rows = [
            row
            for row in rows
            if any((row.get(one) or "").strip().lower() in own for one in writers)
        ]
    kind = {
        "shares": "posts",
        "posts": "posts",
        "comments": "comments",
        "instantreposts": "reposts",
    }
    made = kind.get(name.rpartition("/")[2].removesuffix(".csv"), "messages")
    columns = ("ShareCommentary", "Message", "title", "body")
    return [
        (
            made,
            time_of(row.get("Date") or row.get("date") or row.get("created_at") or ""),
            " ".join(row.get(column) or "" for column in columns) if made != "messages" else "",
            1 if row.get("MediaUrl") else 0,
            0,
        )
        for row in rows
    ]


class Page(HTMLParser):
    """The words of an article, and its date."""

    def __init__(self) -> None:
        super().__init__()
        self.when, self.said, self.skipped = "", list[str](), "head"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("class")
        self.skipped = name if name in ("created", "published") else self.skipped
        self.skipped = "" if tag == "body" else self.skipped

    def handle_endtag(self, tag: str) -> None:
        self.skipped = "" if self.skipped != "head" else self.skipped

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.said.append(data)
        if self.skipped == "published" or (self.skipped == "created" and not self.when):
            self.when = data.partition(" on ")[2]


def time_of(text: str) -> float:
    if not text:
        return 0
    when = datetime.fromisoformat(text.removesuffix(" UTC"))
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()
