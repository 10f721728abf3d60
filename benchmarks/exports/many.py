"""An Instagram export of many small posts, made in a moment: the same ones in every member."""

import json
import zipfile
from pathlib import Path

POSTS_A_FILE = 2_500
BEGUN, DAY = 1_400_000_000, 86_400


def make(path: Path, posts: int) -> Path:
    """Write an export of at least that many posts, in files of ``POSTS_A_FILE``."""
    records = [
        {
            "media": [
                {
                    "uri": f"media/posts/{n}.jpg",
                    "creation_timestamp": BEGUN + n * DAY,
                    "title": f"the words under picture {n}",
                }
            ]
        }
        for n in range(POSTS_A_FILE)
    ]
    content = json.dumps(records, indent=2)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for n in range(-(-posts // POSTS_A_FILE)):
            archive.writestr(f"your_instagram_activity/media/posts_{n + 1}.json", content)
    return path
