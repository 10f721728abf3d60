"""X, in three layouts, and all that an archive of today holds."""

import json
from datetime import datetime
from typing import Any

from tests.audit.exports.making import Members


def script(name: str, value: Any, part: int = 0) -> str:
    return f"window.YTD.{name}.part{part} = {json.dumps(value, indent=2)}"


def tweet(n: int, text: str, day: str, **more: Any) -> dict[str, Any]:
    when = datetime.fromisoformat(day).strftime("%a %b %d 20:19:24 +0000 %Y")
    return {"id_str": str(n), "created_at": when, "full_text": text, "favorite_count": "3", **more}


def x_2016() -> Members:
    old = [{"id_str": "1", "created_at": "2013-05-01 10:00:00 +0000", "text": "first words"}]
    return {
        "data/js/tweets/2013_05.js": f"Grailbird.data.tweets_2013_05 = {json.dumps(old)}",
        "data/js/payload_details.js": "var payload_details = {}",
    }


def x_2022() -> Members:
    picture = {"media": [{"type": "photo"}, {"type": "video"}]}
    first = [
        {
            "tweet": tweet(
                1,
                "salt &amp; pepper &lt;3",
                "2018-10-10",
                extended_entities=picture,
                entities={"media": [{"type": "photo"}]},
            )
        },
        {"tweet": tweet(2, "RT @bo: not mine", "2019-10-10", retweeted=False)},
        {
            "tweet": tweet(
                3,
                "@bo an answer",
                "2020-10-10",
                in_reply_to_status_id_str="9",
                coordinates={"type": "Point"},
            )
        },
    ]
    return {
        "Your archive.html": "<html>",
        "data/manifest.js": "window.__THAR_CONFIG = "
        + json.dumps(
            {
                "userInfo": {"userName": "anika"},
                "archiveInfo": {"isPartialArchive": False},
                "dataTypes": {
                    "tweets": {
                        "files": [
                            {
                                "fileName": "data/tweets.js",
                                "globalName": "YTD.tweets.part0",
                                "count": "3",
                            },
                            {
                                "fileName": "data/tweets-part1.js",
                                "globalName": "YTD.tweets.part1",
                                "count": "1",
                            },
                        ]
                    }
                },
            }
        ),
        "data/tweets.js": script("tweets", first),
        "data/tweets-part1.js": script(
            "tweets", [{"tweet": tweet(4, "in the second part", "2021-10-10")}], 1
        ),
        "data/deleted-tweets.js": script(
            "deleted_tweets", [{"tweet": tweet(5, "taken back", "2022-10-10")}]
        ),
        "data/grok-chat-item.js": script(
            "grok_chat_item",
            [
                {
                    "grokChatItem": {
                        "chatId": "7",
                        "createdAt": "2025-01-01T10:00:00.000Z",
                        "sender": {"name": "User"},
                        "message": "what is rain",
                    }
                },
                {
                    "grokChatItem": {
                        "chatId": "7",
                        "createdAt": "2025-01-01T10:00:01.000Z",
                        "sender": {"name": "Agent"},
                        "message": "water",
                    }
                },
            ],
        ),
        "data/protected-history.js": script(
            "protected_history",
            [
                {
                    "protectedHistory": {
                        "protectedAt": "2026-08-01T10:00:00.000Z",
                        "action": "Protect",
                    }
                }
            ],
        ),
        "data/tweets_media/1.jpg": b"x",
    }


def x_2019() -> Members:
    return {
        "data/tweet.js": script("tweet", [{"tweet": tweet(1, "one tweet", "2019-10-10")}]),
        "data/protected-history.js": script("protected_history", []),
    }


LONG = "@bo this is a long post &amp; it " + "goes on and " * 30 + "ends here"


def cut(text: str) -> str:
    """As it stands among the tweets."""
    return f"{text[:270]}… https://t.co/abc"


def note(text: str, at: str) -> dict[str, Any]:
    return {
        "noteTweet": {
            "noteTweetId": "77",
            "createdAt": at,
            "lifecycle": {"value": 3, "name": "PERSISTENT"},
            "core": {"text": text, "mentions": [], "urls": []},
        }
    }


def direct(sender: str, at: str) -> dict[str, Any]:
    return {
        "messageCreate": {
            "id": "1",
            "senderId": sender,
            "recipientId": "9",
            "text": "private words",
            "createdAt": at,
            "mediaUrls": [],
            "reactions": [],
        }
    }


def dialogue(name: str, *messages: dict[str, Any]) -> dict[str, Any]:
    return {"dmConversation": {"conversationId": name, "messages": list(messages)}}


def x_2025() -> Members:
    joined = {"participantsJoin": {"userIds": ["4"], "createdAt": "2024-01-01T10:00:00.000Z"}}
    seen_by_few = {"tweet": tweet(12, "for my circle", "2023-10-10")}
    return {
        "data/account.js": script("account", [{"account": {"accountId": "42", "email": "a@b"}}]),
        "data/tweets.js": script(
            "tweets",
            [
                {"tweet": tweet(10, cut(LONG), "2025-10-10")},
                {"tweet": tweet(11, "short", "2025-10-11")},
                seen_by_few,
            ],
        ),
        "data/note-tweet.js": script(
            "note_tweet", [note(LONG.removeprefix("@bo "), "2025-10-10T20:19:24.000Z")]
        ),
        "data/twitter-circle-tweet.js": script("twitter_circle_tweet", [seen_by_few]),
        "data/community-tweet.js": script(
            "community_tweet", [{"tweet": tweet(13, "hello all", "2024-01-07", community_id="5")}]
        ),
        "data/article.js": script(
            "article",
            [{"article": {"title": "On rain", "createdAt": "2024-02-01T10:00:00.000Z"}}, {}],
        ),
        "data/direct-messages.js": script(
            "direct_messages",
            [
                dialogue(
                    "42-9",
                    direct("9", "2024-03-02T10:00:00.000Z"),
                    direct("42", "2024-03-01T10:00:00.000Z"),
                ),
                dialogue("42-8", direct("42", "2020-03-01T10:00:00.000Z")),
            ],
        ),
        "data/direct-messages-group.js": script(
            "direct_messages_group",
            [dialogue("77", direct("42", "2024-04-01T10:00:00.000Z"), joined, direct("3", ""))],
        ),
    }


X = {"2016": x_2016, "2019": x_2019, "2022": x_2022}
