"""Exports that hypothesis makes up: of Instagram and of ChatGPT."""

import json
from typing import Any

from hypothesis import strategies as st

TEXT = st.text(st.sampled_from('ab "\\{}[],:\n\u00a0é😀'), max_size=30)
META_TEXT = TEXT | TEXT.map(lambda text: text.encode().decode("latin-1"))
WHEN = st.integers(1_100_000_000, 1_790_000_000)
MAYBE = st.one_of(st.none(), WHEN)
NOISE = st.dictionaries(
    st.sampled_from(["fbid", "x", "backup"]),
    st.lists(st.fixed_dictionaries({"title": TEXT, "n": st.integers()}), max_size=2) | TEXT,
    max_size=2,
)


def joined(*parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(*parts).map(lambda found: {k: v for one in found for k, v in one.items()})


MEDIA = st.fixed_dictionaries(
    {"uri": st.sampled_from(["a.jpg", "b.mp4"]), "creation_timestamp": MAYBE, "title": META_TEXT}
)
POST = joined(
    st.fixed_dictionaries(
        {"media": st.lists(MEDIA, max_size=3)},
        optional={"title": META_TEXT, "creation_timestamp": WHEN},
    ),
    NOISE,
)
COMMENT = st.builds(
    lambda text, when: {
        "string_map_data": {"Comment": {"value": text}, "Time": {"timestamp": when}}
    },
    META_TEXT,
    WHEN,
)
NAMES = st.sampled_from(["Bo", "Zoë", "Zoë".encode().decode("latin-1"), "Zoe", "à 😀", "", None])
ACCOUNT = "personal_information/personal_information/personal_information.json"
MESSAGE = joined(
    st.fixed_dictionaries({"sender_name": NAMES, "timestamp_ms": WHEN.map(lambda n: n * 1000)}),
    NOISE,
)
ROOT = "your_instagram_activity"
INSTAGRAM = st.fixed_dictionaries(
    {f"{ROOT}/media/posts_1.json": st.lists(POST, max_size=8) | POST},
    optional={
        f"{ROOT}/media/posts_2.json": st.lists(POST, min_size=1, max_size=3),
        f"{ROOT}/media/stories.json": st.lists(POST, max_size=3).map(
            lambda found: {"ig_stories": found}
        ),
        f"{ROOT}/comments/post_comments_1.json": st.lists(COMMENT, max_size=8),
        ACCOUNT: NAMES.filter(bool).map(
            lambda name: {"profile_user": [{"string_map_data": {"Name": {"value": name}}}]}
        ),
        f"{ROOT}/messages/inbox/a_1/message_1.json": st.fixed_dictionaries(
            {"participants": st.lists(NOISE, max_size=2), "messages": st.lists(MESSAGE, max_size=8)}
        ),
    },
)  # fmt: skip
NODE = st.fixed_dictionaries(
    {
        "message": st.none()
        | st.fixed_dictionaries(
            {
                "author": st.fixed_dictionaries({"role": st.sampled_from(["user", "assistant"])}),
                "create_time": MAYBE,
                "content": st.fixed_dictionaries(
                    {"parts": st.lists(TEXT | st.just({"title": "t", "x": 1}), max_size=3)}
                ),
                "metadata": st.fixed_dictionaries({"citations": st.lists(NOISE, max_size=2)}),
            }
        )
    }
)
TALK = st.fixed_dictionaries(
    {
        "title": TEXT,
        "create_time": MAYBE,
        "mapping": st.none() | st.dictionaries(TEXT, NODE, max_size=4),
    }
)
CHATGPT = st.fixed_dictionaries(
    {"conversations.json": st.lists(TALK, max_size=8).map(json.dumps)}
) | st.fixed_dictionaries(
    {
        f"conversations-00{n}.json": st.lists(TALK, max_size=5).map(
            lambda found: json.dumps(found, separators=(",", ":"))
        )
        for n in range(2)
    }
)
