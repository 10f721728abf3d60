"""The law of a region as text to be read, from the very table that ``--json`` prints."""

from collections.abc import Iterator
from typing import Any

from optout_tui.cli.layout import line_width
from optout_tui.journey.lines import hang
from optout_tui.rights.words import NO_RIGHT, NOT_FOUND, REACH_WORDS, RIGHT_WORDS

Json = dict[str, Any]


def rights_text(law: Json) -> str:
    """Return one block for each body of law, then what else must be said."""
    lines = [f"{law['name']} ({law['region']})"]
    if not law["regimes"]:
        lines.append(f"There is {NO_RIGHT}.")
    names = {regime["id"]: regime["law"] for regime in law["regimes"]}
    for regime in law["regimes"]:
        beside = [names[other] for other in regime["beside"] if other in names]
        lines += ["", *_regime(regime, beside)]
    for note in law.get("notes", ()):
        told = f"{note['text']} (checked {note['checked']}, {note['confidence']} confidence)"
        lines += ["", *_hang("", told), *_sources(note["sources"])]
    return "\n".join(lines)


def _regime(regime: Json, beside: list[str]) -> Iterator[str]:
    force = "in force since" if regime["in_force"] else "not in force until"
    yield from _hang("", f"{regime['law']} · {force} {regime['in_force_from']}")
    if regime["title"] != regime["law"]:
        yield from _hang("  ", regime["title"])
    if beside:
        yield from _hang("  Holds beside: ", ", ".join(beside))
    yield from _hang("  ", regime["summary"])
    yield from _hang("  Reaches public posts: ", REACH_WORDS[regime["public_posts"]])
    for name, right in regime["rights"].items():
        if right is not None:
            yield from _right(RIGHT_WORDS[name], right)
    yield from _what_is_not(regime)
    yield from _procedure(regime)
    yield from _authority(regime["authority"])
    for doubt in _doubts(regime):
        yield from _hang("  Not sure: ", doubt)
    yield from _hang("  ", f"Checked {regime['checked']} · {regime['confidence']} confidence")
    yield from _sources(regime["sources"])


def _right(words: str, right: Json) -> Iterator[str]:
    yield from _hang("  You can ", f"{words}: {right['article']}; reply: {right['clock']}")
    if right["due"]:
        later = right["latest"] and right["latest"] != right["due"]
        latest = f", at the latest {right['latest']}" if later else ""
        yield from _hang("    ", f"reply due {right['due']}{latest}")
    for told in (right.get("unknown"), right["note"]):
        if told:
            yield from _hang("    ", told)


def _doubts(regime: Json) -> list[str]:
    """Return what is not sure, each once: of the law, then of its clocks."""
    clocked = [*filter(None, regime["rights"].values()), regime["internal_step"]]
    told = [part["doubt"] for part in clocked if part and part["doubt"]]
    return list(dict.fromkeys([*regime["doubts"], *told]))


def _what_is_not(regime: Json) -> Iterator[str]:
    """Say what nobody must expect: the rights that were not found, then the limits."""
    if regime["not_given"]:
        missing = ", ".join(RIGHT_WORDS[name] for name in regime["not_given"])
        yield from _hang("  No right found to: ", missing)
    for limit in regime["limits"]:
        yield from _hang("  Mind: ", limit)


def _procedure(regime: Json) -> Iterator[str]:
    yield from _hang("  Cost: ", regime["cost"] or NOT_FOUND)
    yield from _hang("  Proof of who you are: ", regime["identity"] or NOT_FOUND)
    if confirm := regime["confirm"]:
        due = f" ({confirm['due']})" if confirm["due"] else ""
        yield from _hang("  Receipt: ", f"{confirm['clock']}{due}")
    if step := regime["internal_step"]:
        yield from _hang("  Before the authority: ", step["words"])
    yield from _hang("  Complain from: ", regime["complain_from"])
    if regime["complain_by"]:
        yield from _hang("  Complain by: ", regime["complain_by"])


def _authority(authority: Json | None) -> Iterator[str]:
    if authority is None:
        yield "  Authority: none in our table"
        return
    own, english = authority["name"], authority["english"]
    name = f"{own} ({english})" if english and english != own else own
    yield from _hang("  Authority: ", f"{name} · checked {authority['checked']}")
    yield from _hang("    ", authority["url"] or "no address found")
    if authority["form"]:
        yield from _hang("    form: ", authority["form"])
    for office in authority["offices"]:
        named = f"{office['name']} · " if office["name"] else ""
        yield from _hang(f"    {office['place']}: ", f"{named}{office['form'] or office['url']}")
    if authority["note"]:
        yield from _hang("    ", authority["note"])


def _sources(sources: list[Any]) -> Iterator[str]:
    for source in sources:
        dated = source["dated"] or "no date"
        yield from _hang("  Source: ", f"{source['title']} · {source['tier']} · {dated}")
        yield from _hang("          ", source["url"])
        if source["note"]:
            yield from _hang("          ", source["note"])


def _hang(lead: str, text: str) -> list[str]:
    return hang(lead, text, line_width())
