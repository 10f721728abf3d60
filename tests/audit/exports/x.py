"""X, in three layouts."""

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


X = {"2016": x_2016, "2019": x_2019, "2022": x_2022}
