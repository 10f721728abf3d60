"""An export for the pictures: somebody's six years on TikTok, most of it public."""

import json
from pathlib import Path

YEARS = {2021: 41, 2022: 148, 2023: 236, 2024: 311, 2025: 292, 2026: 176}
HIDDEN_EVERY, UNKNOWN_EVERY = 13, 40


def put_made_export(folder: Path) -> Path:
    """Write it into *folder*, which is made, and return its path."""
    folder.mkdir()
    path = folder / "user_data_tiktok.json"
    path.write_text(json.dumps(_made()), encoding="utf-8")
    return path


def _made() -> dict[str, object]:
    days = [
        f"{year}-{n % 10 + 1:02}-{n % 28 + 1:02} 10:00:00"
        for year, count in YEARS.items()
        for n in range(count)
    ]
    comments = [{"date": day, "comment": "well done, all of you"} for day in days[::3]]
    settings = {"Settings": {"SettingsMap": {"Private Account": "Disabled"}}}
    return {
        "Profile And Settings": settings,
        "Comment": {"Comments": {"CommentsList": comments}},
        "Post": {"Posts": {"VideoList": [_video(n, day) for n, day in enumerate(days)]}},
    }


def _video(number: int, day: str) -> dict[str, str]:
    video = {"Date": day, "Link": f"https://v/{number}", "Title": "in the workshop"}
    if number % UNKNOWN_EVERY:
        video["WhoCanView"] = "Public" if number % HIDDEN_EVERY else "Friends"
    return video
