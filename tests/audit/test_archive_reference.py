"""Made-up exports by the hundred: the reader counts what the slow and obvious way counts."""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.audit.archive import audit, json_stream
from tests.audit.exports.making import zipped
from tests.audit.reference import plainly_counted

MANY = int(os.environ.get("OPTOUT_ARCHIVE_EXAMPLES", "60"))

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
MESSAGE = joined(
    st.fixed_dictionaries({"sender_name": TEXT, "timestamp_ms": WHEN.map(lambda n: n * 1000)}),
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
        f"{ROOT}/messages/inbox/a_1/message_1.json": st.fixed_dictionaries(
            {"participants": st.lists(NOISE, max_size=2), "messages": st.lists(MESSAGE, max_size=8)}
        ),
    },
)  # fmt: skip
TWEET = joined(
    st.fixed_dictionaries(
        {
            "id_str": st.text("123456789", min_size=8, max_size=12),
            "created_at": st.datetimes(
                datetime(2007, 1, 1),  # noqa: DTZ001 - the text says the zone
                datetime(2026, 1, 1),  # noqa: DTZ001
            ).map(lambda when: when.strftime("%a %b %d %H:%M:%S +0000 %Y")),
            "full_text": st.one_of(TEXT, TEXT.map(lambda text: f"RT @{text}")),
        },
        optional={
            "extended_entities": st.fixed_dictionaries(
                {
                    "media": st.lists(
                        st.sampled_from([{"type": "photo"}, {"type": "video"}]), max_size=3
                    )
                }
            )
        },
    ),
    NOISE,
).map(lambda tweet: {"tweet": tweet})
X = st.dictionaries(
    st.sampled_from(["data/tweets.js", "data/tweets-part1.js"]),
    st.lists(TWEET, max_size=8).map(lambda found: f"window.YTD.tweets.part0 = {json.dumps(found)}"),
    min_size=1,
)
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


@pytest.mark.parametrize("exports", [INSTAGRAM, X, CHATGPT], ids=["instagram", "x", "chatgpt"])
@settings(max_examples=MANY, deadline=None)
@given(data=st.data(), window=st.sampled_from([64, 1000, json_stream.WINDOW]))
def test_the_reader_counts_as_the_obvious_way_does(
    tmp_path_factory: pytest.TempPathFactory,
    exports: st.SearchStrategy[dict[str, Any]],
    data: st.DataObject,
    window: int,
) -> None:
    file = zipped(folder_of(tmp_path_factory) / "export.zip", data.draw(exports))
    with patch.object(json_stream, "WINDOW", window):
        (report,) = audit([file]).reports
    kinds = {kind: n for kind, n in report.items.items() if n}
    assert (kinds, report.by_year, report.words) == plainly_counted(file)
    assert report.problems == ()


def folder_of(factory: pytest.TempPathFactory) -> Path:
    return factory.getbasetemp()
