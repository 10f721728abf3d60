"""The pictures in ``assets/`` come from the real program, fetch nothing, and are small."""

import re
from pathlib import Path

import pytest

from tests import screenshots
from tests.house import house

PROJECT = Path(__file__).parents[1]
ASSETS = PROJECT / "assets"
THEMES = screenshots.THEMES
SCREENS = [f"screens/{name}-{theme}.svg" for name in screenshots.PICTURES for theme in THEMES]
MADE = [*SCREENS, "tour.svg", "house.svg"]
TOGETHER = 1_500_000
"""Bytes: who clones the project, or opens its page on a phone, pays for them."""


def words_of(svg: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", svg).replace("&#160;", " ").split())


def marks_of(svg: str) -> str:
    return re.sub(r">[^<]*</text>", "></text>", svg)


def test_each_picture_is_there_and_no_other() -> None:
    there = {str(path.relative_to(ASSETS)) for path in ASSETS.rglob("*.svg")}
    assert there - {"optout-tui.svg"} == set(MADE)
    assert sum(path.stat().st_size for path in ASSETS.rglob("*") if path.is_file()) < TOGETHER


@pytest.mark.parametrize("name", MADE)
def test_a_picture_fetches_and_runs_nothing(name: str) -> None:
    text = marks_of((ASSETS / name).read_text(encoding="utf-8"))
    assert not re.search(r"url\(|@import|<script|<image|href|\bon\w+=", text)
    assert set(re.findall(r"https?://[^\"\s]+", text)) <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize(
    ("name", "words"), [("guide", "OBJECTION FORM"), ("no-opt-out", "There is no opt-out")]
)
@pytest.mark.parametrize(("theme", "ground"), [("dark", "#10151b"), ("light", "#faf9f6")])
def test_a_picture_shows_the_program(name: str, words: str, theme: str, ground: str) -> None:
    made = screenshots.picture(name, theme)
    assert words in words_of(made)
    assert ground in made


def test_the_tour_goes_from_the_first_start_to_the_summary() -> None:
    made = screenshots.tour()
    frames = re.findall(r'<g class="f f\d+">.*?</g>\n</g>', made, re.DOTALL)
    assert len(frames) == len(screenshots.TOUR)
    assert "Nothing leaves this computer" in words_of(frames[0])
    assert "What this does not do" in words_of(frames[-1])
    assert made.count("@keyframes") == len(frames)


def test_the_house_has_every_room() -> None:
    rooms = {path.parent.name for path in (PROJECT / "optout_tui").glob("*/__init__.py")}
    drawn = set(re.findall(r'class="room"[^>]*>(\w+)<', house()))
    assert rooms <= drawn
    assert (ASSETS / "house.svg").read_text(encoding="utf-8") == house(), "make screenshots"
