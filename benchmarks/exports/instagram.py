"""An Instagram export: much media that packs no further, and many small JSON members."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.exports.words import Words

MEDIA_FILES, MEDIA_BYTES = 634, 150_000_000
POSTS, COMMENTS, MESSAGES = 84_000, 190_000, 326_000
BEGUN, YEARS = 1_400_000_000, 12
POSTS_A_FILE, COMMENTS_A_FILE, MESSAGES_A_FILE = 5_000, 2_000, 1_700
ROOT = "your_instagram_activity"


def make(path: Path, share: float = 1.0) -> Path:
    """Write a *share* of 200 MB: 150 MB of media and 240 MB of JSON with 600,000 items in it."""
    words = Words(7)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for n in range(int(MEDIA_FILES * share)):
            name = f"media/posts/2019{n % 12 + 1:02}/{n}.jpg"
            content = words.random.randbytes(MEDIA_BYTES // MEDIA_FILES)
            archive.writestr(name, content, zipfile.ZIP_STORED)
        for name, records in _members(words, share):
            archive.writestr(name, json.dumps(records, indent=2))
        archive.writestr(
            "personal_information/personal_information/personal_information.json",
            json.dumps(
                {
                    "profile_user": [
                        {
                            "string_map_data": {
                                "Name": {"value": "anika"},
                                "Private Account": {"value": "False"},
                            }
                        }
                    ]
                }
            ),
        )
    return path


def _members(words: Words, share: float) -> Iterator[tuple[str, object]]:
    for n, size in enumerate(_sizes(int(POSTS * share), POSTS_A_FILE), 1):
        yield f"{ROOT}/media/posts_{n}.json", [_post(words, k) for k in range(size)]
    for n, size in enumerate(_sizes(int(COMMENTS * share), COMMENTS_A_FILE), 1):
        name = f"{ROOT}/comments/post_comments_{n}.json"
        yield name, [_comment(words) for _ in range(size)]
    for n, size in enumerate(_sizes(int(MESSAGES * share), MESSAGES_A_FILE), 1):
        name = f"{ROOT}/messages/inbox/friend{n}_{n * 7919}/message_1.json"
        messages = [_message(words) for _ in range(size)]
        yield name, {"participants": [{"name": "anika"}, {"name": "friend"}], "messages": messages}


def _sizes(total: int, each: int) -> Iterator[int]:
    for begin in range(0, total, each):
        yield min(each, total - begin)


def _when(words: Words) -> int:
    return BEGUN + words.random.randrange(YEARS * 365 * 86_400)


def _post(words: Words, n: int) -> dict[str, object]:
    when, place = _when(words), {"latitude": 52.5 + n / 1e6, "longitude": 13.4}
    media = {
        "uri": f"media/posts/201903/{words.random.getrandbits(56)}.jpg",
        "creation_timestamp": when,
        "media_metadata": {"photo_metadata": {"exif_data": [place if n % 5 == 0 else {}]}},
        "title": words.text(34),
        "cross_post_source": {"source_app": "FB"},
        "backup_uri": "",
    }
    return {"media": [media]}


def _comment(words: Words) -> dict[str, object]:
    return {
        "media_list_data": [{"uri": ""}],
        "string_map_data": {
            "Comment": {"value": words.text(18)},
            "Media Owner": {"value": f"friend{words.random.randrange(500)}"},
            "Time": {"timestamp": _when(words)},
        },
    }


def _message(words: Words) -> dict[str, object]:
    return {
        "sender_name": words.random.choice(("anika", "friend")),
        "timestamp_ms": _when(words) * 1000 + words.random.randrange(1000),
        "content": words.text(29),
        "is_geoblocked_for_viewer": False,
        "is_unsent_image_by_messenger_kid_parent": False,
    }
