"""``guides history``: what changed on the platforms, and when."""

from argparse import Namespace
from collections.abc import Iterable
from typing import NamedTuple

from optout_tui.cli.desk import desk_of
from optout_tui.cli.layout import table
from optout_tui.cli.output import say_json, say_text
from optout_tui.cli.own_guides import marked, tell_left_out
from optout_tui.cli.parser import Parser
from optout_tui.library.guides import Change, Guide

EXAMPLE = "\n".join(
    [
        "optout-tui guides history",
        "optout-tui guides history linkedin",
    ]
)


class Happened(NamedTuple):
    """A change, on which platform, and whether a guide of the person's own tells of it."""

    change: Change
    guide: Guide
    yours: bool


def arguments(parser: Parser) -> None:
    """Take a platform, or none for all of them."""
    parser.add_argument("platform", metavar="PLATFORM", nargs="?", help="one platform alone")


def run(args: Namespace) -> None:
    """Print what changed, the newest first."""
    desk = desk_of(args)
    knowledge = desk.knowledge
    if args.platform is None:
        guides: Iterable[Guide] = knowledge.guides()
        tell_left_out(desk.guide_problems)
    else:
        guides = [knowledge.guide(args.platform)]
    found = [
        Happened(change, guide, knowledge.is_own(guide.id))
        for guide in guides
        for change in reversed(guide.history)
    ]
    found.sort(key=lambda one: one.change.on, reverse=True)
    if args.json:
        say_json([_json(one) for one in found])
    elif found:
        say_text(_text(found, alone=args.platform is not None))


def _json(one: Happened) -> dict[str, object]:
    return {
        "platform": one.guide.id,
        "on": one.change.on,
        "text": one.change.text,
        "sources": list(one.change.sources),
        "yours": one.yours,
    }


def _text(found: list[Happened], *, alone: bool) -> str:
    if alone:
        return table(("On", "What changed"), [(c.on, c.text) for c, _, _ in found], whole=(0,))
    rows = [
        (change.on, marked(guide.name, yours=yours), change.text) for change, guide, yours in found
    ]
    return table(("On", "Platform", "What changed"), rows, whole=(0,))
