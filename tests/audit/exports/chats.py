"""ChatGPT, in one file and in numbered ones, Grok, and TikTok."""

import json
from typing import Any

from tests.audit.exports.making import Members, at


def conversation(name: str, day: str, *texts: str) -> dict[str, Any]:
    def node(n: int, role: str, text: str, **metadata: Any) -> dict[str, Any]:
        said = {"content_type": "text", "parts": [text, {"asset_pointer": "x"}]}
        return {
            "id": str(n),
            "message": {
                "author": {"role": role},
                "create_time": at(day) + n + 0.5,
                "content": said,
                "metadata": metadata,
            },
            "parent": None,
            "children": [],
        }

    mapping: dict[str, Any] = {"root": {"id": "root", "message": None, "children": []}}
    mapping["hidden"] = node(0, "user", "about me", is_visually_hidden_from_conversation=True)
    for n, text in enumerate(texts, 1):
        mapping[f"q{n}"] = node(n, "user", text)
        mapping[f"a{n}"] = node(n, "assistant", "an answer")
    return {
        "title": "t",
        "create_time": at(day) + 0.25,
        "mapping": mapping,
        "conversation_id": name,
    }


def chatgpt_2023() -> Members:
    talks = [
        conversation("c1", "2023-05-01", "why is rain wet", "and snow"),
        {"title": "none", "create_time": None, "mapping": None, "id": "c2"},
    ]
    return {
        "conversations.json": json.dumps(talks, separators=(",", ":")),
        "shared_conversations.json": [
            {"conversation_id": "c1", "is_anonymous": True, "title": "t"}
        ],
        "message_feedback.json": [{"rating": "thumbs_up"}, {"rating": "thumbs_down"}],
        "user.json": {"id": "u"},
        "chat.html": "<html>",
    }


def chatgpt_2026() -> Members:
    return {
        "conversations-000.json": json.dumps(
            [conversation("c1", "2025-05-01", "one")], separators=(",", ":")
        ),
        "conversations-001.json": json.dumps(
            [conversation("c2", "2026-05-01", "two", "three")], separators=(",", ":")
        ),
        "export_manifest.json": {"export_files": []},
        "user_settings.json": [
            {
                "settings": {
                    "training_allowed": False,
                    "voice_training_allowed": True,
                    "codex_training_allowed_v2": None,
                }
            }
        ],
    }


CHATGPT = {"2023": chatgpt_2023, "2026": chatgpt_2026}


def answer(n: int, sender: str, text: str, when: Any, **more: Any) -> dict[str, Any]:
    said = {"_id": f"r{n}", "sender": sender, "message": text, "create_time": when}
    return {"response": said, "share_link": None, **more}


def grok() -> Members:
    milliseconds = str(at("2025-05-01") * 1000 + 20)
    dated = {"$date": {"$numberLong": milliseconds}}
    talks = [
        {
            "conversation": {"id": "g1", "title": "t", "create_time": "2025-05-01T10:00:00.4019Z"},
            "responses": [
                answer(1, "human", "why is rain wet", dated),
                answer(2, "ASSISTANT", "an answer", dated, steps=[{"text": ["x"]}]),
                answer(3, "Human", "and snow", dated, share_link={"id": "s1"}),
                answer(4, "grok-3", "", dated),
            ],
        },
        {"conversation": {"id": "g2", "create_time": "2026-05-01T10:00:00Z"}, "responses": []},
        {"conversation": None, "responses": [answer(5, "human", "alone", None)]},
    ]
    folder = "ttl/30d/export_data/e618db0b-b890-4728-b3ec-ab25abeb068b"
    return {
        f"{folder}/prod-grok-backend.json": {
            "conversations": talks,
            "projects": [{"name": "p"}],
            "tasks": [],
            "media_posts": [{"id": "m", "media_type": "image", "original_prompt": "a cat"}],
        },
        f"{folder}/prod-mc-auth-mgmt-api.json": {"accounts": [{"email": "a@example.org"}]},
        f"{folder}/prod-mc-billing.json": {},
        f"{folder}/prod-mc-asset-server//0380cd07/content": b"x",
    }


def tiktok(old: bool = False) -> Members:
    videos = [
        {
            "Date": "2021-01-01 10:00:00",
            "Link": "https://v/1",
            "Title": "a dance",
            "WhoCanView": "Public",
            "Location": "N/A",
        },
        {
            "Date": "2022-01-01 10:00:00",
            "Link": "https://v/2",
            "WhoCanView": "Friends",
            "Location": "Bonn",
        },
        {"Date": "2023-01-01 10:00:00", "Link": "https://v/3", "Likes": "3"},
    ]
    comments = [{"date": "2022-03-01 10:00:00", "comment": "great fun", "photo": "N/A"}]
    settings = {
        "Settings": {"SettingsMap": {"Private Account": "Enabled", "Allow Reuse of Content": "On"}}
    }
    if old:
        value: dict[str, Any] = {
            "Activity": {
                "Video Browsing History": {
                    "VideoList": [{"Date": "2021-01-01 10:00:00", "Link": "w"}]
                },
                "Like List": {"ItemFavoriteList": None},
            },
            "App Settings": settings,
            "Comment": {
                "Comments": {
                    "CommentsList": [
                        {"Date": one["date"], "Comment": one["comment"]} for one in comments
                    ]
                }
            },
            "Video": {"Videos": {"VideoList": videos}},
        }
    else:
        value = {
            "Your Activity": {"Watch History": {"VideoList": [{"Date": "2021-01-01 10:00:00"}]}},
            "Profile And Settings": settings,
            "Comment": {"Comments": {"CommentsList": comments}},
            "Post": {
                "Posts": {"VideoList": videos},
                "RecentlyDeletedPosts": {
                    "PostList": [{"Date": "2024-01-01 10:00:00", "WhoCanView": "Public"}]
                },
            },
        }
    return {"user_data_tiktok.json" if not old else "user_data.json": value}
