"""Golden letters, each held against a table made by hand and against the lint."""

import os
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from optout_tui.checklist.model import Event
from optout_tui.letters.letter import Letter
from optout_tui.library.knowledge import Knowledge, knowledge
from tests.letters.desk import GROUNDS, TODAY, a_letter
from tests.letters.lint import problems

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
RENEW = "RENEW_LETTERS"
"""Set it to write the golden files anew; then read the difference before it is kept."""

Entry = dict[str, Any]
MUST: dict[str, Entry] = tomllib.loads((HERE / "must.toml").read_text("utf-8"))
FOLLOWING = ("reminder", "company-complaint", "appeal", "complaint")


def written(entry: Entry) -> Letter:
    refused: date | None = entry.get("refused")
    events = (Event(kind="refused", on=refused, note="compelling grounds"),) if refused else ()
    return a_letter(
        entry["region"],
        entry["kind"],
        language=entry["language"],
        short=entry.get("short", False),
        asked=entry.get("asked", "objection"),
        events=events,
        today=entry.get("today", TODAY),
    )


def names_of_authorities(facts: Knowledge) -> set[str]:
    """Every name and every abbreviation in brackets by which an authority could be named."""
    names = {name for one in facts.authorities for name in (one.name, one.english) if name}
    short = {found for name in names for found in re.findall(r"\(([^)]{3,})\)", name)}
    return names | {one for one in short if one.isupper() and one != "KVKK"}  # a law's name too


@pytest.fixture(scope="session")
def authorities() -> set[str]:
    return names_of_authorities(knowledge())


@pytest.mark.parametrize("name", MUST)
def test_a_letter_is_as_it_was_read_and_kept(name: str) -> None:
    text = written(MUST[name]).text
    file = GOLDEN / f"{name}.txt"
    if os.environ.get(RENEW):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


@pytest.mark.parametrize("name", MUST)
def test_a_letter_says_what_it_must(name: str) -> None:
    entry, text = MUST[name], (GOLDEN / f"{name}.txt").read_text("utf-8")
    wanted = [entry.get(key, "") for key in ("article", "authority", "period")]
    missing = [words for words in (*wanted, *entry["must"]) if words not in text]
    assert missing == []


@pytest.mark.parametrize("name", MUST)
def test_a_letter_says_nothing_it_must_not(name: str) -> None:
    entry, text = MUST[name], (GOLDEN / f"{name}.txt").read_text("utf-8")
    assert [words for words in entry.get("must_not", ()) if words in text] == []


@pytest.mark.parametrize("name", MUST)
def test_the_lint_finds_nothing(name: str, authorities: set[str]) -> None:
    entry, text = MUST[name], (GOLDEN / f"{name}.txt").read_text("utf-8")
    authority = entry.get("authority", "").removeprefix("To: ")
    period = entry.get("period", "")
    found = problems(text, entry["law"], authority=authority, others=authorities, period=period)
    assert list(found) == []


@pytest.mark.parametrize("name", MUST)
def test_a_letter_comes_from_the_law_the_table_names(name: str) -> None:
    entry, letter = MUST[name], written(MUST[name])
    assert letter.regime == entry["law"]
    assert letter.kind == entry.get("got", entry["kind"])
    assert letter.language == entry["language"]


@pytest.mark.parametrize("name", MUST)
def test_the_persons_words_stand_in_it_whole(name: str) -> None:
    letter = written(MUST[name])
    if letter.needs_grounds or letter.kind in ("company-complaint", "appeal", "complaint"):
        assert GROUNDS in letter.text


def test_every_golden_letter_has_its_entry() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(MUST)
