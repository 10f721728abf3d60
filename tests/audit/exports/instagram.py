"""Instagram, in five layouts."""

from typing import Any

from tests.audit.exports.making import Members, at

NAME = "Zoë à"


def photo(n: int, day: str, caption: str = "", **more: Any) -> dict[str, Any]:
    uri = f"media/posts/{n}.jpg"
    return {"uri": uri, "creation_timestamp": at(day), "title": caption, **more}


def placed(n: int, day: str) -> dict[str, Any]:
    exif = {"photo_metadata": {"exif_data": [{"latitude": 52.5, "longitude": 13.4}]}}
    return photo(n, day, media_metadata=exif)


def comment(
    text: str, day: str, labels: tuple[str, str, str] = ("Comment", "Media Owner", "Time")
) -> Any:
    said, owner, time = labels
    return {
        "string_map_data": {
            said: {"value": text},
            owner: {"value": "bo"},
            time: {"timestamp": at(day)},
        }
    }


def escaped(text: str) -> str:
    """Text as Meta writes it: each byte of its UTF-8 as a character by itself."""
    return text.encode().decode("latin-1")


def profile(*, private: bool, label: str = "Private Account") -> Any:
    entries = {
        "Email": {"value": "a"},
        "Name": {"value": escaped(NAME)},
        label: {"value": "True" if private else "False"},
    }
    return {"profile_user": [{"string_map_data": entries}]}


def said(name: str, day: str = "2022-01-01") -> Any:
    return {"sender_name": escaped(name), "timestamp_ms": at(day) * 1000, "content": "hi"}


def instagram_2018() -> Members:
    return {
        "media.json": {
            "photos": [
                {
                    "caption": "two in one",
                    "taken_at": "2018-05-01T10:00:00",
                    "path": "photos/1.jpg",
                },
                {
                    "caption": "two in one",
                    "taken_at": "2018-05-01T10:00:00",
                    "path": "photos/2.jpg",
                },
                {
                    "caption": "a place",
                    "taken_at": "2019-05-01T10:00:00",
                    "path": "photos/3.jpg",
                    "location": "Bonn",
                },
            ],
            "videos": [
                {"caption": "moves", "taken_at": "2020-01-01T10:00:00", "path": "videos/1.mp4"}
            ],
            "stories": [
                {"caption": "", "taken_at": "2020-02-01T10:00:00", "path": "stories/1.jpg"}
            ],
            "profile": [
                {"caption": "", "taken_at": "2018-01-01T10:00:00", "path": "profile/1.jpg"}
            ],
            "direct": [],
        },
        "comments.json": {"media_comments": [["2019-03-01T10:00:00+00:00", "so nice", "bo"]]},
        "profile.json": {"username": "anika", "private_account": True},
        "messages.json": [
            {
                "participants": ["anika", "bo"],
                "conversation": [
                    {"sender": who, "created_at": "2019-04-01T10:00:00+00:00", "text": "hi"}
                    for who in ("anika", "bo", "anika", "carl")
                ],
            }
        ],
        "connections.json": {"followers": {}},
        "photos/1.jpg": b"x",
        "photos/2.jpg": b"x",
        "photos/3.jpg": b"x",
        "videos/1.mp4": b"x",
    }


def _instagram(prefix: str, content_folder: str, profile_folder: str, history: str) -> Members:
    folder = f"{prefix}{content_folder}"
    return {
        f"{folder}/posts_1.json": [
            {"media": [photo(1, "2021-06-01", "one picture, its caption inside")]},
            {
                "media": [
                    photo(2, "2022-06-01"),
                    placed(3, "2022-06-01"),
                    {
                        "uri": "media/posts/4.mp4",
                        "creation_timestamp": at("2022-06-01"),
                        "title": "",
                    },
                ],
                "title": "three of them",
                "creation_timestamp": at("2022-06-01"),
            },
        ],
        f"{folder}/posts_2.json": {"media": [photo(5, "2023-06-01", "alone in its file")]},
        f"{folder}/stories.json": {"ig_stories": [photo(6, "2022-07-01")]},
        f"{folder}/reels.json": {
            "ig_reels_media": [
                {
                    "media": [
                        {
                            "uri": "media/reels/1.mp4",
                            "creation_timestamp": at("2022-08-01"),
                            "title": "a reel",
                        }
                    ]
                }
            ]
        },
        f"{folder}/igtv_videos.json": {
            "ig_igtv_media": [
                {
                    "media": [
                        {
                            "uri": "media/igtv/1.mp4",
                            "creation_timestamp": at("2021-08-01"),
                            "title": "",
                        }
                    ]
                }
            ]
        },
        f"{folder}/archived_posts.json": {
            "ig_archived_post_media": [{"media": [photo(7, "2021-09-01", "put away")]}]
        },
        f"{folder}/recently_deleted_content.json": {
            "ig_recently_deleted_media": [{"media": [photo(8, "2023-09-01", "thrown away")]}]
        },
        f"{folder}/profile_photos.json": {"ig_profile_picture": [photo(9, "2021-10-01")]},
        f"{prefix}comments/post_comments_1.json": [
            comment("nice", "2022-01-02"),
            comment("very nice indeed", "2023-01-02"),
        ],
        f"{prefix}comments/reels_comments.json": {
            "comments_reels_comments": [comment("wow", "2023-02-02")]
        },
        f"{prefix}comments/hype.json": {"comments_story_comments": [comment("hey", "2023-03-02")]},
        f"{prefix}messages/inbox/bo_17/message_1.json": {
            "participants": [{"name": "Bo"}, {"name": escaped(NAME)}],
            "messages": [
                said(NAME),
                said("Bo"),
                said(NAME),
                said(NAME),
                {"sender_name": None, "timestamp_ms": 1},
            ],
        },
        f"{profile_folder}/personal_information.json": profile(private=False),
        history: {
            "account_history_account_privacy_history": [
                {
                    "title": "Profile switched to private",
                    "string_map_data": {"Time": {"timestamp": at("2022-03-01")}},
                },
                {
                    "title": "Profile switched to public",
                    "string_map_data": {"Time": {"timestamp": at("2022-05-01")}},
                },
            ]
        },
        "media/posts/1.jpg": b"x",
        "media/posts/4.mp4": b"x",
        "no-data.txt": b"",
        f"{prefix}comments/empty.json": b"",
    }


def instagram_2021() -> Members:
    return _instagram(
        "",
        "content",
        "account_information",
        "login_and_account_creation/account_privacy_changes.json",
    )


def instagram_2022() -> Members:
    return _instagram(
        "",
        "content",
        "personal_information",
        "login_and_account_creation/account_privacy_changes.json",
    )


def instagram_2023() -> Members:
    return _instagram(
        "your_instagram_activity/",
        "content",
        "personal_information",
        "security_and_login_information/login_and_profile_creation/profile_privacy_changes.json",
    )


def instagram_2025() -> Members:
    return _instagram(
        "your_instagram_activity/",
        "media",
        "personal_information/personal_information",
        "security_and_login_information/login_and_profile_creation/profile_privacy_changes.json",
    )


INSTAGRAM = {
    "2018": instagram_2018,
    "2021-05": instagram_2021,
    "2022": instagram_2022,
    "2023-12": instagram_2023,
    "2025-03": instagram_2025,
}
