"""Menu labels: spelled one way wherever the same one stands, and as they stand on a screen."""

import re
from collections.abc import Iterable, Iterator

from optout_tui.contentcheck.context import Context
from optout_tui.contentcheck.problem import Found, ways_of
from optout_tui.library.guides import Guide

NO_SURE_WIDTH = "☰"

_LETTERS = re.compile(r"[\W_]+")

Sight = tuple[tuple[str, ...], str, str]
"""What makes two labels the same one, how this one is spelled, and where it stands."""


def unfit_labels(guide: Guide) -> Iterator[Found]:
    """Yield labels that are empty, or hold a sign that has no sure width."""
    for where, way in ways_of(guide):
        for n, label in enumerate(way.menu):
            yield from _unfit(label, f"{where}.menu[{n}]")
        for language, labels in way.menu_in.items():
            seen = ((n, label) for n, label in enumerate(labels) if label)
            for n, label in seen:
                yield from _unfit(label, f"{where}.menu_in.{language}[{n}]")


def unseen_menus(guide: Guide) -> Iterator[Found]:
    """Yield menus in a language of which not one label was seen."""
    for where, way in ways_of(guide):
        for language, labels in way.menu_in.items():
            if not any(labels):
                place = f"{where}.menu_in.{language}"
                yield place, "no label was seen in this language; leave it out"


def differing_labels(guide: Guide, context: Context) -> Iterator[Found]:
    """Yield labels that are spelled otherwise elsewhere: in this guide, or in one of its company.

    The first spelling in the guide counts, then that of the guides beside it.
    """
    first: dict[tuple[str, ...], tuple[str, str]] = {}
    for key, label, where in _sights(guide):
        spelling, place = first.setdefault(key, (label, where))
        if spelling != label:
            yield where, f'"{label}" is "{spelling}" in {place}'
    for other in context.others_of_company(guide):
        yield from _other_spellings(first, other)


def _other_spellings(own: dict[tuple[str, ...], tuple[str, str]], other: Guide) -> Iterator[Found]:
    told: set[tuple[str, ...]] = set()
    for key, label, _ in _sights(other):
        spelling, where = own.get(key, (label, ""))
        if spelling != label and key not in told:
            told.add(key)
            yield where, f'"{spelling}" is "{label}" in {other.id}.toml'


def _sights(guide: Guide) -> Iterator[Sight]:
    """Yield every label: it may differ between devices, and a translation is of one label."""
    for where, way in ways_of(guide):
        for n, label in enumerate(way.menu):
            yield ("", way.device, _bare(label)), label, f"{where}.menu[{n}]"
        for language, labels in way.menu_in.items():
            for n, (english, label) in enumerate(_pairs(way.menu, labels)):
                if label:
                    key = (language, way.device, english)
                    yield key, label, f"{where}.menu_in.{language}[{n}]"


def _pairs(menu: Iterable[str], labels: Iterable[str]) -> Iterator[tuple[str, str]]:
    return zip(menu, labels, strict=True)


def _bare(label: str) -> str:
    """Return what is left where capitals, signs and two spellings of a word make no difference."""
    return _LETTERS.sub("", label.casefold().replace("&", "and").replace("centre", "center"))


def _unfit(label: str, where: str) -> Iterator[Found]:
    if not label.strip():
        yield where, "is an empty label"
    if NO_SURE_WIDTH in label:
        yield where, f'holds "{NO_SURE_WIDTH}"; write "Menu (three lines)"'
