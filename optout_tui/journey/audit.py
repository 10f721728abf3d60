"""What an audit means for one person: what training may use there, and a sentence for a letter."""

from typing import NamedTuple

from optout_tui.audit.archive.model import Kind, Report
from optout_tui.guides.choose import default_for
from optout_tui.library.guides import Default
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain, name_of

COUNTED: tuple[Kind, ...] = (
    "posts",
    "photos",
    "videos",
    "stories",
    "articles",
    "comments",
    "chats",
)
"""What the sentence names, in this order."""

_ONE_IS: dict[Kind, str] = {
    "posts": "post", "photos": "photo", "videos": "video", "stories": "story",
    "articles": "article", "comments": "comment", "chats": "AI chat",
}  # fmt: skip
_MANY_ARE: dict[Kind, str] = {"chats": "AI chats"}


class TrainingThere(NamedTuple):
    """What the guide of a platform says of a region; ``default`` is what happens by itself."""

    region: str
    region_name: str
    default: Default
    uses: tuple[str, ...]
    not_used: tuple[str, ...]
    note: str


def training_there(knowledge: Knowledge, report: Report, code: str) -> TrainingThere | None:
    """Return what training may use in a region; None where there is no guide of the platform."""
    guide = knowledge.find_guide(report.platform)
    if guide is None:
        return None
    place = default_for(guide, chain(knowledge, code))
    return TrainingThere(
        code,
        name_of(knowledge, code),
        place.default,
        tuple(guide.training.uses),
        tuple(guide.training.not_used),
        place.note,
    )


def sentence_for_letter(report: Report) -> str:
    """Return a plain sentence a person may take into their grounds; empty with nothing counted.

    It says what was counted and what is not recorded, and names nothing of the content.
    """
    counts = [(kind, count) for kind in COUNTED if (count := report.items.get(kind, 0))]
    if not counts:
        return ""
    told = _listed([_counted(kind, count) for kind, count in counts])
    parts = [f"My own data export from {report.name} holds {told}{_span(report)}."]
    parts.extend(_of_visibility(report))
    if report.account_private is not None:
        state = "private" if report.account_private else "public"
        parts.append(f"It says that my account is {state}.")
    return " ".join(parts)


def _counted(kind: Kind, count: int) -> str:
    word = _ONE_IS[kind] if count == 1 else _MANY_ARE.get(kind, kind)
    return f"{count:,} {word}"


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _span(report: Report) -> str:
    years = list(report.by_year)
    if not years:
        return ""
    return f" from {years[0]}" if len(years) == 1 else f" from {years[0]} to {years[-1]}"


def _of_visibility(report: Report) -> list[str]:
    seen = report.visibility
    total = sum(seen.values())
    if total and seen["public"]:
        verb = "is" if seen["public"] == 1 else "are"
        public = "marked as public" if report.account_private else "public"
        told = f"Of its {total:,} posts, photos and videos, {seen['public']:,} {verb} {public}"
        open_ = seen["not_recorded"]
        more = f"; it does not record who can see {open_:,} of them" if open_ else ""
        return [f"{told}{more}."]
    if total and seen["not_recorded"]:
        return ["It does not record who can see each of them."]
    return []
