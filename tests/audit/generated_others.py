"""Exports that hypothesis makes up: of Facebook, TikTok and YouTube."""

import json

from hypothesis import strategies as st

from tests.audit.generated import NAMES, NOISE, WHEN, joined
from tests.audit.generated_newer import DAY, WORDS, table

# -- Facebook -----------------------------------------------------------------------

URI = st.builds("{}.{}".format, st.integers(0, 20), st.sampled_from(["jpg", "mp4"]))
MEDIA = joined(
    st.fixed_dictionaries(
        {"uri": URI, "creation_timestamp": WHEN},
        optional={"title": WORDS, "description": WORDS},
    ),
    NOISE,
)
HUNG = st.fixed_dictionaries({"media": MEDIA}) | st.fixed_dictionaries({"external_context": NOISE})
POST = joined(
    st.fixed_dictionaries(
        {"timestamp": WHEN},
        optional={
            "data": st.lists(
                st.fixed_dictionaries({"post": WORDS}) | st.just({"update_timestamp": 5}),
                max_size=2,
            ),
            "attachments": st.lists(
                st.fixed_dictionaries({"data": st.lists(HUNG, max_size=3)}), max_size=2
            ),
            "title": WORDS,
        },
    ),
    NOISE,
)
SAID = st.fixed_dictionaries({"timestamp": WHEN, "comment": WORDS, "author": WORDS})
COMMENT = st.fixed_dictionaries(
    {
        "timestamp": WHEN,
        "data": st.lists(st.fixed_dictionaries({"comment": SAID}), max_size=1),
    }
)
MESSAGE = st.fixed_dictionaries({"sender_name": NAMES, "timestamp_ms": WHEN})
ROOT = "your_facebook_activity"


def listed(key: str, one: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.fixed_dictionaries({"other": NOISE, key: st.lists(one, max_size=5)})


FACEBOOK = st.fixed_dictionaries(
    {
        f"{ROOT}/posts/your_posts__check_ins__photos_and_videos_1.json": st.lists(POST, max_size=6)
        | POST
    },
    optional={
        f"{ROOT}/posts/your_uncategorized_photos.json": listed("other_photos_v2", MEDIA),
        f"{ROOT}/posts/your_videos.json": listed("videos_v2", MEDIA),
        f"{ROOT}/groups/your_posts_in_groups.json": listed("group_posts_v2", POST),
        f"{ROOT}/stories/archived_stories.json": listed("archived_stories_v2", POST),
        f"{ROOT}/comments_and_reactions/comments.json": listed("comments_v2", COMMENT),
        "personal_information/profile_information/profile_information.json": NAMES.map(
            lambda name: {"profile_v2": {"name": {"full_name": name}}}
        ),
        f"{ROOT}/messages/inbox/a_1/message_1.json": listed("messages", MESSAGE),
    },
)

# -- TikTok -------------------------------------------------------------------------

DATE = DAY.map(lambda day: f"{day:%Y-%m-%d %H:%M:%S}")
VIDEO = st.fixed_dictionaries(
    {"Date": DATE, "Link": st.just("https://v/1"), "Noise": NOISE},
    optional={"Title": WORDS, "WhoCanView": st.sampled_from(["Public", "Friends", "Whoever"])},
)
REMARK = st.fixed_dictionaries({"date": DATE, "comment": WORDS, "photo": st.just("N/A")})
TIKTOK = st.builds(
    lambda videos, deleted, comments, noise: {
        "user_data_tiktok.json": {
            "Your Activity": {"Watch History": {"VideoList": noise}},
            "Comment": {"Comments": {"App": noise, "CommentsList": comments}},
            "Post": {
                "Posts": {"VideoList": videos},
                "RecentlyDeletedPosts": {"PostList": deleted},
            },
        }
    },
    st.none() | st.lists(VIDEO, max_size=6),
    st.none() | st.lists(VIDEO, max_size=3),
    st.none() | st.lists(REMARK, max_size=6),
    st.lists(NOISE, max_size=2),
)

# -- YouTube ------------------------------------------------------------------------

MOMENT = DAY.map(lambda day: f"{day:%Y-%m-%dT%H:%M:%S.%f}+00:00")
SEGMENTS = st.lists(WORDS, min_size=1, max_size=3).map(
    lambda texts: ",".join(json.dumps({"text": text}) for text in texts)
)
FOLDER = "Takeout/YouTube and YouTube Music"
STATE = st.sampled_from(["Public", "Unlisted", "Private", "Elsewhere"])
YOUTUBE = st.fixed_dictionaries(
    {
        f"{FOLDER}/video metadata/videos.csv": table(
            "Video ID,Approx Duration (ms),Video Title (Original),Privacy,Video State,"
            "Video Create Timestamp",
            st.just("abcdefghij1"), st.just("60"), WORDS, STATE, st.just("Processed"), MOMENT,
        ),
    },
    optional={
        f"{FOLDER}/comments/comments.csv": table(
            "Comment ID,Channel ID,Comment Create Timestamp,Comment Text",
            st.just("Ugx0123456789abcdefghij"), st.just("UCx"), MOMENT, SEGMENTS,
        ),
        f"{FOLDER}/subscriptions/subscriptions.csv": table("Channel Id,Channel Url", WORDS, WORDS),
    },
)  # fmt: skip
