"""Whether a YouTube video may be used for training by other companies: YouTube's public answer.

``videoTrainability`` needs no key; ``permitted`` is ``none``, ``all`` or a list of companies
(https://developers.google.com/youtube/data/video-trainability/guides/get). It says nothing of
Google's own training.
"""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import msgspec

from optout_tui.safety.links import checked_link
from optout_tui.safety.refusal import Refusal, shown
from optout_tui.safety.text import clean

ENDPOINT = "https://youtube.googleapis.com/youtube/v3/videoTrainability"
HOSTS = frozenset({"youtube.com", "youtube-nocookie.com", "youtu.be"})
IN_PATH = frozenset({"shorts", "embed", "live", "v"})
NOBODY, EVERYBODY = "none", "all"

MAX_PERMITTED = 100
MAX_NAME = 100

_ID = re.compile(r"[A-Za-z0-9_-]{11}")


class VideoReport(NamedTuple):
    """Who may train on a video, as YouTube says: ``none``, ``all``, or names of companies."""

    video: str
    permitted: tuple[str, ...]
    address: str

    @property
    def is_closed(self) -> bool:
        """Whether no other company may train on it."""
        return self.permitted == (NOBODY,)


class _Answer(msgspec.Struct):
    permitted: str | list[str]
    video: str = msgspec.field(default="", name="videoId")


def video_id(given: str) -> str:
    """Return the id of the video that *given* names: an address of YouTube's, or the id itself.

    Raises Refusal for anything else.
    """
    text = given.strip()
    found = text if "/" not in text else _id_in(text)
    if not _ID.fullmatch(found):
        cure = "write it as https://www.youtube.com/watch?v=…"
        raise Refusal(f"{shown(given)} is no address of a YouTube video; {cure}")
    return found


def _id_in(link: str) -> str:
    parts = urlsplit(checked_link(link if "://" in link else f"https://{link}"))
    host = (parts.hostname or "").lower()
    if not any(host == own or host.endswith(f".{own}") for own in HOSTS):
        return ""
    steps = [step for step in parts.path.split("/") if step]
    if host.endswith("youtu.be"):
        return steps[0] if steps else ""
    if len(steps) > 1 and steps[0] in IN_PATH:
        return steps[1]
    return parse_qs(parts.query).get("v", [""])[0]


def video_address(video: str, endpoint: str = ENDPOINT) -> str:
    """Return the one address that is asked about *video*."""
    return f"{endpoint}?id={video}"


def read_answer(video: str, address: str, status: int, content: bytes) -> VideoReport:
    """Return what YouTube answered; raises Refusal for an answer that cannot be understood."""
    if status in (400, 404):
        raise Refusal(f"YouTube knows no public video {video}")
    if status != 200:  # noqa: PLR2004 - HTTP's own word for "here it is"
        raise Refusal(f"YouTube did not answer: status {status}; try again later")
    try:
        answer = msgspec.json.decode(content, type=_Answer)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        raise Refusal("YouTube's answer cannot be understood") from None
    given = [answer.permitted] if isinstance(answer.permitted, str) else answer.permitted
    names = tuple(clean(name[:MAX_NAME]) for name in given[:MAX_PERMITTED])
    if not names or answer.video not in ("", video):
        raise Refusal("YouTube's answer is not about this video")
    lowered = names[0].lower()
    if len(names) == 1 and lowered in (NOBODY, EVERYBODY):
        names = (lowered,)
    return VideoReport(video, names, address)
