"""The law of a region as text to be read, from the very table that ``--json`` prints."""

from collections.abc import Iterator
from typing import Any

from optout_tui.cli.layout import hang, line_width

Json = dict[str, Any]

RIGHT_WORDS = {
    "object": "object",
    "erase": "have it erased",
    "restrict": "have its use restricted",
    "access": "see what they hold",
    "withdraw": "withdraw consent",
    "opt_out": "opt out",
}
NO_RIGHT = "no statutory right found in our table"


def rights_text(law: Json) -> str:
    """Return one block for each body of law, then what else must be said."""
    lines = [f"{law['name']} ({law['region']})"]
    if not law["regimes"]:
        lines.append(f"There is {NO_RIGHT}.")
    for regime in law["regimes"]:
        lines += ["", *_regime(regime)]
    for note in law.get("notes", ()):
        told = f"{note['text']} (checked {note['checked']}, {note['confidence']} confidence)"
        lines += ["", *_hang("", told), *_sources(note["sources"])]
    return "\n".join(lines)


def _regime(regime: Json) -> Iterator[str]:
    force = "in force since" if regime["in_force"] else "in force from"
    yield from _hang("", f"{regime['law']} · {force} {regime['in_force_from']}")
    if regime.get("summary"):
        yield from _hang("  ", regime["summary"])
    yield from _hang("  ", f"Reaches public posts: {regime['public_posts']}")
    for name, right in regime["rights"].items():
        if right is not None:
            yield from _right(RIGHT_WORDS[name], right)
    for limit in regime.get("limits", ()):
        yield from _hang("  ", limit)
    yield from _hang("  ", f"Complain from: {regime['complain_from']}")
    if regime["complain_by"]:
        yield from _hang("  ", f"Complain by: {regime['complain_by']}")
    yield from _authority(regime["authority"])
    if regime.get("checked"):
        yield from _hang("  ", f"Checked {regime['checked']} · {regime['confidence']} confidence")
    yield from _sources(regime["sources"])


def _right(words: str, right: Json) -> Iterator[str]:
    yield from _hang("  You can ", f"{words}: {right['article']}; reply: {right['clock']}")
    if right["due"]:
        later = right["latest"] and right["latest"] != right["due"]
        latest = f", at the latest {right['latest']}" if later else ""
        yield from _hang("    ", f"reply due {right['due']}{latest}")
    if right.get("unknown"):
        yield from _hang("    ", right["unknown"])
    if right.get("note"):
        yield from _hang("    ", right["note"])


def _authority(authority: Json | None) -> Iterator[str]:
    if authority is None:
        yield "  Authority: none in our table"
        return
    own, english = authority["name"], authority.get("english")
    name = f"{own} ({english})" if english and english != own else own
    yield from _hang("  Authority: ", f"{name} · checked {authority['checked']}")
    yield from _hang("    ", authority["url"])
    if authority["form"]:
        yield from _hang("    form: ", authority["form"])
    for office in authority.get("offices", ()):
        yield from _hang("    ", f"{office['place']}: {office['url']}")


def _sources(sources: list[Any]) -> Iterator[str]:
    for source in sources:
        dated = source["dated"] or "no date"
        yield from _hang("  Source: ", f"{source['title']} · {source['tier']} · {dated}")
        yield from _hang("          ", source["url"])


def _hang(lead: str, text: str) -> list[str]:
    return hang(lead, text, line_width())
