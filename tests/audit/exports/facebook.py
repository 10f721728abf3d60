"""Threads, and Facebook in three layouts."""

from tests.audit.exports.instagram import NAME, escaped, photo, placed, profile, said
from tests.audit.exports.making import Members, at


def threads() -> Members:
    return {
        "your_instagram_activity/threads/threads_and_replies.json": {
            "text_post_app_text_posts": [
                {
                    "media": [
                        {
                            "uri": "",
                            "creation_timestamp": at("2024-01-01"),
                            "title": "only words",
                            "text_app_post": {"is_reply": False},
                        }
                    ]
                },
                {
                    "media": [photo(1, "2024-02-01", "with a picture")],
                    "creation_timestamp": at("2024-02-01"),
                },
            ]
        },
        "personal_information/personal_information/personal_information.json": {
            **profile(private=False),
            "text_post_app_text_post_app_profile": [
                {"string_map_data": {"Private Account": {"value": "True"}}}
            ],
        },
    }


PROFILE = "profile_information/profile_information.json"


def _facebook(root: str, posts: str, account: Members) -> Members:
    return {
        **account,
        f"{root}posts/{posts}_1.json": [
            {
                "timestamp": at("2015-01-01"),
                "data": [{"post": "hello all"}],
                "title": "A posted",
                "tags": [{"name": "Bo"}],
            },
            {
                "timestamp": at("2016-01-01"),
                "attachments": [
                    {"data": [{"media": placed(1, "2016-01-01")}, {"media": {"uri": "v.mp4"}}]},
                    {"data": [{"place": {"name": "Bonn"}}]},
                ],
                "data": [{"post": "look"}, {"update_timestamp": 5}],
            },
        ],
        f"{root}posts/your_uncategorized_photos.json": {
            "other_photos_v2": [photo(2, "2014-01-01", "loose")]
        },
        f"{root}posts/your_videos.json": {
            "videos_v2": [
                {"uri": "w.mp4", "creation_timestamp": at("2017-01-01"), "description": "it moves"}
            ]
        },
        f"{root}posts/album/0.json": {
            "name": "Summer",
            "photos": [photo(3, "2013-01-01"), photo(1, "2016-01-01")],
        },
        f"{root}comments_and_reactions/comments.json": {
            "comments_v2": [
                {
                    "timestamp": at("2018-01-01"),
                    "data": [
                        {
                            "comment": {
                                "timestamp": at("2018-01-01"),
                                "comment": "so true",
                                "author": "A",
                            }
                        }
                    ],
                }
            ]
        },
        f"{root}groups/your_posts_in_groups.json": {
            "group_posts_v2": [{"timestamp": at("2019-01-01"), "data": [{"post": "to the group"}]}]
        },
        f"{root}groups/your_comments_in_groups.json": {
            "group_comments_v2": [
                {
                    "timestamp": at("2019-02-01"),
                    "data": [{"comment": {"comment": "yes", "group": "G"}}],
                }
            ]
        },
        f"{root}messages/inbox/bo_1/message_1.json": {
            "messages": [said("Bo", "2020-02-01"), said(NAME, "2020-01-01")]
        },
        f"{root}messages/ai_conversations.json": [
            {"timestamp": at("2025-01-01"), "label_values": [{"label": "Title", "value": "a chat"}]}
        ],
        f"{root}stories/archived_stories.json": {
            "archived_stories_v2": [{"timestamp": at("2021-01-01")}]
        },
        f"{root}other_activity/trash.json": {
            "trash_v2": [{"timestamp": at("2022-01-01"), "data": [{"post": "gone"}]}]
        },
        "connections/friends/your_post_audiences.json": {"x": [1]},
    }


def facebook_2018() -> Members:
    account = {"profile": {"name": {"full_name": escaped(NAME)}}}
    return _facebook("", "your_posts", {PROFILE: account})


def facebook_2022() -> Members:
    account = {"profile_v2": {"emails": {}, "name": {"full_name": escaped(NAME)}}}
    return _facebook("your_activity_across_facebook/", "your_posts", {PROFILE: account})


def facebook_2024() -> Members:
    account = {"profile_v2": {"name": {"full_name": escaped(NAME), "first_name": "A"}}}
    posts = "your_posts__check_ins__photos_and_videos"
    return _facebook("your_facebook_activity/", posts, {f"personal_information/{PROFILE}": account})


FACEBOOK = {"2018": facebook_2018, "2022": facebook_2022, "2024": facebook_2024}
