"""Every rule that a guide must keep, by its id and with the reason it is there."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from optout_tui.contentcheck import (
    copied,
    history,
    labels,
    links,
    places,
    reading,
    released,
    routes,
    sources,
    steps,
    wording,
)
from optout_tui.contentcheck.context import Context
from optout_tui.contentcheck.problem import Found
from optout_tui.library.guides import Guide

Judge = Callable[[Guide, Context], Iterator[Found]]


class Rule(NamedTuple):
    """A rule: its id, why it is there, and what finds the places that break it.

    ``judge`` is None where something else finds them: loading, or looking at a day.
    """

    id: str
    why: str
    judge: Judge | None = None


def _alone(find: Callable[[Guide], Iterator[Found]]) -> Judge:
    """Return the judge of a rule for which a guide is enough."""
    return lambda guide, _: find(guide)


def _vanished(guide: Guide, context: Context) -> Iterator[Found]:
    if context.released is not None:
        yield from released.vanished_steps(guide, context.released)


def _unheard_of(guide: Guide, context: Context) -> Iterator[Found]:
    if context.released is not None:
        yield from released.unheard_of(guide, context.released)


TO_LOAD: tuple[Rule, ...] = (
    Rule("unreadable", "what is missing, too large or no TOML cannot be read at all"),
    Rule("field-unfit", "a misspelt field would be a claim that nobody sees"),
    Rule("file-name", "a guide is found by the name of its file"),
    Rule("unsafe", "text and links of somebody else's must not drive a terminal or a browser"),
    Rule("date-impossible", "a date that no calendar has was never checked"),
    Rule("id-repeated", "an id names one thing"),
    Rule("step-repeated", "a tick would stand for two steps"),
    Rule("source-missing", "a claim without a source is an opinion"),
    Rule("region-repeated", "a person has one route"),
    Rule("route-unknown", "whoever is sent on must arrive"),
    Rule("steps-missing", "a route without steps helps nobody"),
    Rule("stage-order", "the way goes through the stages in their order"),
    Rule("menu-lengths", "labels in two languages stand side by side"),
    Rule("step-reused", "a retired id on a new step would hand it another's tick"),
)
"""What must hold for a guide to load. Two more rules begin here and go on below."""

JUDGED: tuple[Rule, ...] = (
    Rule("was-dead", "a former id is there to move ticks, and this one moves none", _unheard_of),
    Rule("step-vanished", "ticks on a step that is gone must still be understood", _vanished),
    Rule("region-uncovered", "everybody on earth finds a route", places.without_route),
    Rule("region-unknown", "a region nobody knows is nobody's", places.regions_nobody_knows),
    Rule("default-repeated", "a place has one default", _alone(places.defaults_given_twice)),
    Rule("step-empty", "a step says what to do", _alone(steps.empty_steps)),
    Rule("step-differs", "an id means the same in every route", _alone(steps.differing_steps)),
    Rule("way-empty", "a way leads somewhere", _alone(steps.empty_ways)),
    Rule("device-missing", "people have a phone or a browser", _alone(steps.missing_devices)),
    Rule("label-unfit", "a label can be read, and found, on a screen", _alone(labels.unfit_labels)),
    Rule("label-differs", "one label has one spelling", labels.differing_labels),
    Rule("menu-unseen", "a language counts where a label was seen", _alone(labels.unseen_menus)),
    Rule("nothing-sent", "a request that nobody sends has no clock", _alone(routes.nothing_sent)),
    Rule("sent-unasked", "a switch starts no clock", _alone(routes.sent_unasked)),
    Rule("no-proof", "whoever did it can show it", _alone(routes.no_proof)),
    Rule(
        "limit-promises",
        "where there is no opt-out, nothing may look like one",
        _alone(routes.limits_that_promise),
    ),
    Rule("no-such-right", "no letter names a right that is not there", routes.no_such_right),
    Rule("no-way-on", "whoever fails must not be left alone", _alone(routes.no_way_on)),
    Rule("one-sided", "what does as well goes both ways", _alone(routes.one_sided)),
    Rule("period-odd", "one looks again between a week and a year", _alone(routes.odd_periods)),
    Rule("tier-weak", "a claim is as sure as its sources", _alone(sources.weak_tiers)),
    Rule("read-later", "what was checked had been read", _alone(sources.read_later)),
    Rule("source-unused", "a source stands for a claim", _alone(sources.unused_sources)),
    Rule(
        "source-unsafe",
        "whoever wants to read a source can open it",
        _alone(lambda guide: links.unsafe_sources(guide.sources)),
    ),
    Rule(
        "source-to-come",
        "nobody reads what is not yet written",
        _alone(lambda guide: links.sources_to_come(guide.sources)),
    ),
    Rule("link-unsafe", "what people open is encrypted", _alone(links.unsafe_links)),
    Rule("link-foreign", "people are sent to the platform itself", _alone(links.foreign_links)),
    Rule("form-first", "pages outlive the numbers of forms", _alone(links.pages_after_forms)),
    Rule("history-order", "a timeline runs one way", _alone(history.misplaced_changes)),
    Rule("invisible", "what is there can be seen", _alone(wording.invisible)),
    Rule("raised-voice", "nobody is shouted at", _alone(wording.raised_voices)),
    Rule("forbidden-word", "nobody is told that all is well", _alone(wording.forbidden_words)),
    Rule("unfinished", "a template is not knowledge", _alone(wording.unfinished)),
    Rule("long-sentence", "a twelve-year-old can follow", _alone(reading.long_sentences)),
    Rule("slip", "a slip in the text makes readers doubt the facts", _alone(reading.slips)),
    Rule("copied", "facts are free, sentences are not", copied.copied_texts),
)
"""What is judged in a guide that loads."""

AGES: tuple[Rule, ...] = (
    Rule("checked-old", "menus change within months"),
    Rule("checked-too-old", "after half a year nothing is taken for known"),
    Rule("checked-ahead", "nobody checks on a day to come"),
)
"""What is judged on a given day alone."""

LAW = Rule("law", "the table of rights holds together")
"""Whatever is wrong in a file of law."""

RULES: tuple[Rule, ...] = (*TO_LOAD, *JUDGED, *AGES, LAW)
