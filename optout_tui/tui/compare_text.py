"""What is said of one platform among others: a line of the table, a few facts, all there is."""

from datetime import date

from textual.content import Content

from optout_tui.checklist.words import KIND_WORDS, day, minutes
from optout_tui.contentcheck.ages import is_old
from optout_tui.guides.comparing import Compared
from optout_tui.library.guides import Default, Guide, Route, Training, TrainingIn
from optout_tui.library.knowledge import Knowledge
from optout_tui.tui.flow import GAP, Block, block, field, plain
from optout_tui.tui.own_guides import own_blocks, own_mark
from optout_tui.tui.step_text import checked_block, facts_blocks, source_block
from optout_tui.tui.symbols import SYMBOLS

HEADINGS = ("Platform", "You can", "By default", "Checked", "Sure", "Time", "Reaches")
"""In the order in which they are worth a place where there is not room for all."""

BY_DEFAULT: dict[Default, str] = {
    "on": "on",
    "off": "off",
    "none": "no training",
    "unclear": "not clear",
}
"""Said under a heading that says the rest."""

NOT_SURE = " ?"
"""Stands behind what can be done where we are not sure that it works there."""


def table_cells(one: Compared, facts: Knowledge, today: date) -> tuple[Content, ...]:
    """Return the line of *one*; signs say what was not checked lately and what is not sure."""
    route = one.route
    old = is_old(route.checked, today)
    doubt = NOT_SURE if route.confidence == "low" else ""
    checked = day(route.checked) + (SYMBOLS.problem if old else "")
    return (
        plain(one.guide.name, "bold"),
        own_mark(facts, one.guide.id) + plain(KIND_WORDS[route.kind]) + plain(doubt, "$warning"),
        plain(BY_DEFAULT[one.default]),
        plain(checked, "$warning" if old else "$muted"),
        plain(route.confidence, "$muted"),
        plain(minutes(route.minutes).removeprefix("about "), "$muted"),
        plain(route.effect, "$muted"),
    )


def in_brief(guide: Guide, route: Route, facts: Knowledge, today: date) -> list[Block]:
    """Return whose guide it is, how old its facts are, and first of all what it trains on."""
    blocks = [*own_blocks(facts, guide.id), checked_block(route, today)]
    blocks.append(block(f"{guide.name} trains on", "bold $muted"))
    blocks += [block(use, bullet="· ") for use in guide.training.uses[:3]]
    if guide.training.not_used:
        blocks.append(block(f"Not on: {guide.training.not_used[0]}"))
    return blocks


def in_short(one: Compared, facts: Knowledge, today: date) -> list[Block]:
    """Return how old and how sure it is, what the platform trains on, and where that is from."""
    guide, route = one.guide, one.route
    blocks = [*own_blocks(facts, guide.id), checked_block(route, today)]
    blocks.append(block("Trains on", "bold"))
    blocks += [block(use, bullet="· ") for use in guide.training.uses]
    if guide.training.not_used:
        blocks += [GAP, block("Not on", "bold")]
        blocks += [block(item, bullet="· ") for item in guide.training.not_used]
    return [*blocks, GAP, *(source_block(guide.source(name)) for name in route.sources[:3])]


def in_full(
    one: Compared, facts: Knowledge, place: Training | TrainingIn, today: date
) -> list[Block]:
    """Return all there is to know: what can be done, the facts, the changes, every source."""
    route = one.route
    return [
        *own_blocks(facts, one.guide.id),
        field("You can", f"{KIND_WORDS[route.kind]}: {route.title}, {minutes(route.minutes)}"),
        field("Reaches", route.effect),
        checked_block(route, today),
        *facts_blocks(one.guide, route, place),
    ]
