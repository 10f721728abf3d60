"""Exports that hypothesis makes up: of X with all its files, of Grok, LinkedIn and Reddit."""

import csv
import json
from datetime import datetime, timedelta
from html import escape
from io import StringIO
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.audit.exports import x
from tests.audit.generated import NOISE, WHEN

WORDS = st.text(st.sampled_from("ab ,;:&<\n\u00a0é😀"), max_size=30)
DAY = st.datetimes(datetime(2007, 1, 1), datetime(2026, 1, 1))  # noqa: DTZ001 - the text says the zone
MAYBE_DAY = DAY.map(lambda day: f"{day:%Y-%m-%d %H:%M:%S}") | st.just("")


# -- X ------------------------------------------------------------------------------


class Post(NamedTuple):
    """What somebody posts, and in which files it comes to stand."""

    place: str
    text: str
    when: datetime
    is_long: bool
    is_answer: bool
    late: int
    media: list[dict[str, str]]
    noise: dict[str, Any]


POST = st.builds(
    Post,
    st.sampled_from(["tweets", "tweets-part1", "community-tweet", "deleted-tweets", "circle"]),
    WORDS | WORDS.map(lambda text: f"RT @{text}"),
    DAY,
    st.booleans(),
    st.booleans(),
    st.integers(-900, 900),
    st.lists(st.sampled_from([{"type": "photo"}, {"type": "video"}]), max_size=3),
    NOISE,
)
MESSAGE = st.builds(
    lambda sender, when: x.direct(sender, f"{when:%Y-%m-%dT%H:%M:%S}.000Z"),
    st.sampled_from(["42", "9"]),
    DAY,
) | st.just({"participantsLeave": {"userIds": ["4"]}})
DIALOGUE = st.builds(
    lambda messages: x.dialogue("1", *messages), st.lists(MESSAGE, max_size=6)
)  # fmt: skip


def archive(
    posts: list[Post], talks: list[dict[str, Any]], dates: list[datetime], owner: str
) -> dict[str, str]:
    files: dict[str, list[Any]] = {"account": [{"account": {"accountId": owner}}], "tweets": []}
    for n, post in enumerate(posts):
        is_long = post.is_long and not post.text.startswith("RT @")
        text = f"{n} {post.text}{' and so on' * 30}" if is_long else post.text
        if is_long:
            at = post.when.replace(microsecond=0) + timedelta(milliseconds=post.late)
            note = x.note(text if n % 2 else escape(text), f"{at:%Y-%m-%dT%H:%M:%S.%f}Z")
            files.setdefault("note-tweet", []).append(note)
        shown = f"{'@bo ' * post.is_answer}{x.cut(text) if is_long else text}"
        tweet = {
            "id_str": str(n),
            "created_at": f"{post.when:%a %b %d %H:%M:%S} +0000 {post.when.year:04}",
            "full_text": escape(shown, quote=False),
            "extended_entities": {"media": post.media},
            **post.noise,
        }
        if post.place == "circle":
            files.setdefault("twitter-circle-tweet", []).append({"tweet": tweet})
            place = "tweets" if n % 2 else ""
        else:
            place = post.place
        if place:
            files.setdefault(place, []).append({"tweet": tweet})
    if talks:
        files["direct-messages"], files["direct-messages-group"] = talks[::2], talks[1::2]
    if dates:
        said = [{"article": {"createdAt": f"{day:%Y-%m-%dT%H:%M:%S}Z"}} for day in dates]
        files["article"] = said
    return {
        f"data/{name}.js": f"window.YTD.{name}.part0 = {json.dumps(value, indent=len(name) % 3)}"
        for name, value in files.items()
    }


X = st.builds(
    archive,
    st.lists(POST, max_size=8),
    st.lists(DIALOGUE, max_size=4),
    st.lists(DAY, max_size=2),
    st.sampled_from(["42", "7"]),
)

# -- Grok ---------------------------------------------------------------------------

ANSWER = st.builds(
    lambda sender, text, when, noise: {
        "response": {**noise, "sender": sender, "message": text, "create_time": when},
        "share_link": None,
    },
    st.sampled_from(["human", "Human", "assistant", "ASSISTANT", "grok-3"]),
    WORDS,
    st.none() | WHEN.map(lambda when: {"$date": {"$numberLong": f"{when}000"}}),
    NOISE,
)
CHAT = st.builds(
    lambda n, day, answers, noise: {
        "conversation": {"id": str(n), "create_time": f"{day:%Y-%m-%dT%H:%M:%S.%f}Z", **noise},
        "responses": answers,
    },
    st.integers(0, 3),
    DAY,
    st.lists(ANSWER, max_size=5),
    NOISE,
)
GROK = st.builds(
    lambda chats, noise: {
        "ttl/30d/export_data/u/prod-grok-backend.json": {
            "media_posts": noise,
            "conversations": chats,
            "projects": noise,
        },
        "ttl/30d/export_data/u/prod-mc-auth-mgmt-api.json": b"never opened",
    },
    st.lists(CHAT, max_size=6),
    st.lists(NOISE, max_size=2),
)

# -- tables -------------------------------------------------------------------------


def table(
    columns: str, *cells: st.SearchStrategy[str], preamble: str = ""
) -> st.SearchStrategy[str]:
    def written(rows: list[tuple[str, ...]]) -> str:
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows([columns.split(","), *rows])
        return preamble + out.getvalue()

    return st.lists(st.tuples(*cells), max_size=6).map(written)


def page(title: str, created: str, published: str, body: str) -> str:
    said = [f'<p class="created">Created on {created}</p>'] if created else []
    said += [f'<p class="published">Published on {published}</p>'] if published else []
    return (
        f"<html><head><title>{escape(title)}</title></head><body><h1>{escape(title)}</h1>"
        f"{''.join(said)}<div><p>{escape(body)}</p></div></body></html>"
    )


LINK = st.sampled_from(["", "https://l/1"])
NAMES = st.sampled_from(["Bo Ek", "bo ek", "Zoë Ek", "Ek", ""])
LINKEDIN = st.fixed_dictionaries(
    {
        "Shares.csv": table(
            "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility",
            MAYBE_DAY, LINK, WORDS, LINK, LINK, st.sampled_from(["PUBLIC", "MEMBER_NETWORK", ""]),
        ),
    },
    optional={
        "Comments.csv": table("Date,Link,Message", MAYBE_DAY, LINK, WORDS, preamble="Notes:\n\n"),
        "InstantReposts.csv": table("Date,Link", MAYBE_DAY, LINK),
        "Profile.csv": st.sampled_from(
            ["First Name,Last Name\nBo,Ek\n", "Maiden Name,First Name,Last Name\n,Zoë ,Ek\n"]
        ),
        "messages.csv": table("CONVERSATION ID,FROM,DATE,CONTENT", LINK, NAMES, MAYBE_DAY, WORDS),
        "Articles/Articles/one.html": st.builds(page, WORDS, MAYBE_DAY, MAYBE_DAY, WORDS),
    },
)  # fmt: skip
REDDIT_DAY = MAYBE_DAY.map(lambda day: f"{day} UTC" if day else "")
REDDIT = st.fixed_dictionaries(
    {
        "posts.csv": table("id,permalink,date,title,body", LINK, LINK, REDDIT_DAY, WORDS, WORDS),
    },
    optional={
        "comments.csv": table("id,date,body", LINK, REDDIT_DAY, WORDS),
        "statistics.csv": st.sampled_from(["Bo Ek", "Ek", ""]).map(
            lambda name: f"statistic,value\nis_deleted,False\naccount name,{name}\n"
        ),
        "chat_history.csv": table(
            "message_id,created_at,username,message", LINK, REDDIT_DAY, NAMES, WORDS
        ),
        "messages_archive.csv": table(
            "id,date,from,to,subject,body", LINK, REDDIT_DAY, NAMES, NAMES, WORDS, WORDS
        ),
    },
)
