"""What exports say of the guide: where to tap, how old it is, what changed since a tick."""

import csv
import io
import json
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist, StepMark
from optout_tui.export.render import render
from optout_tui.guides.seen import seen_hash
from optout_tui.library.knowledge import Knowledge

CHECKED = date(2026, 11, 10)
CHANGED = "The guide says something else now than on the day this was ticked"


def first_row(checklist: Checklist, knowledge: Knowledge, today: date) -> dict[str, str]:
    text = render(checklist, knowledge, today, "csv")
    return next(csv.DictReader(io.StringIO(text, newline="")))


def first_account(checklist: Checklist, knowledge: Knowledge, today: date) -> dict[str, Any]:
    account: dict[str, Any] = json.loads(render(checklist, knowledge, today, "json"))["accounts"][0]
    return account


@pytest.fixture
def renamed(unfinished: Checklist, knowledge: Knowledge) -> Checklist:
    """Ticked when the first step was called otherwise and led to another menu."""
    route = knowledge.guide("fotogram").route("objection")
    assert route is not None
    step = route.steps[0]
    menu = replace(step.ways[0], menu=("You", "Settings"))
    then = replace(step, title="Open the settings", ways=(menu, *step.ways[1:]))
    account = unfinished.accounts[0]
    mark = StepMark(id=step.id, state="done", at=account.steps[0].at, seen=seen_hash(then))
    return replace(unfinished, accounts=(replace(account, steps=(mark, *account.steps[1:])),))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "Profil › (Menu (three lines)) (in brackets: not seen in German)"),
        ("fr", "Profil › Menu"),
        ("it", "not seen in Italian"),
    ],
)
def test_menus_stand_beside_english_in_the_persons_language(
    finished: Checklist, knowledge: Knowledge, today: date, language: str, told: str
) -> None:
    name = {"de": "German", "fr": "French", "it": "Italian"}[language]
    for fmt, after in (("md", ":** "), ("html", ':</span> <span class="menu">')):
        text = render(replace(finished, labels=language), knowledge, today, fmt)
        assert "Profile › Menu (three lines)" in text
        assert f"In {name}{after}{told}" in text


@pytest.mark.parametrize("fmt", ["md", "html", "csv"])
def test_english_menus_stand_alone(
    finished: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(replace(finished, labels="en"), knowledge, today, fmt)
    assert "Profile › Menu (three lines)" in text
    assert "not seen in" not in text


def test_a_language_nobody_has_a_name_for_is_told_by_its_code(
    finished: Checklist, knowledge: Knowledge, today: date
) -> None:
    text = render(replace(finished, labels="<b>[x](y)"), knowledge, today, "md")
    assert r"not seen in &lt;b&gt;\[x\](y)" in text
    page = render(replace(finished, labels="<b>[x](y)"), knowledge, today, "html")
    assert "not seen in &lt;b&gt;[x](y)" in page


def test_json_holds_the_labels_one_by_one(
    finished: Checklist, knowledge: Knowledge, today: date
) -> None:
    steps = first_account(finished, knowledge, today)["steps"]
    assert steps[0]["ways"] == [
        {"device": "phone", "menu": ["Profile", "Menu (three lines)"], "seen": ["Profil", ""]},
        {"device": "web", "menu": ["More"], "seen": None},
    ]
    assert steps[1]["ways"] == []
    told = json.loads(render(finished, knowledge, today, "json"))["checklist"]
    assert told["labels"] == "de"


def test_a_spreadsheet_has_the_menus_in_one_cell(
    finished: Checklist, knowledge: Knowledge, today: date
) -> None:
    assert first_row(finished, knowledge, today)["menus"] == (
        "On your phone: Profile › Menu (three lines)"
        " | In German: Profil › (Menu (three lines)) (in brackets: not seen in German)"
        " | In a browser: More | In German: not seen in German"
    )


@pytest.mark.parametrize("fmt", ["md", "html"])
def test_what_was_not_checked_lately_is_told_to_be_so(
    finished: Checklist, knowledge: Knowledge, fmt: str
) -> None:
    fresh, old = CHECKED + timedelta(days=90), CHECKED + timedelta(days=91)
    account = replace(finished, accounts=finished.accounts[:1])
    assert "not checked lately" not in render(account, knowledge, fresh, fmt)
    assert "10 Nov 2026, not checked lately" in render(account, knowledge, old, fmt)


def test_programs_are_told_what_was_not_checked_lately(
    finished: Checklist, knowledge: Knowledge
) -> None:
    for days, lately in ((90, True), (91, False)):
        day = CHECKED + timedelta(days=days)
        assert first_account(finished, knowledge, day)["checked_lately"] is lately
        cell = first_row(finished, knowledge, day)["checked_lately"]
        assert cell == ("yes" if lately else "no")


@pytest.mark.parametrize("fmt", ["md", "html"])
def test_a_step_that_changed_since_its_tick_says_what_of_it(
    renamed: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(renamed, knowledge, today, fmt)
    assert f"{CHANGED}: its title, the menus." in text
    assert "15 Nov 2026" in text
    assert "The menu moved." not in text


def test_what_is_told_of_a_change_opens_no_link(
    renamed: Checklist, knowledge: Knowledge, today: date
) -> None:
    assert r"The page \[has\](a) new name." in render(renamed, knowledge, today, "md")


def test_a_tick_that_kept_no_parts_says_only_that_something_changed(
    unfinished: Checklist, knowledge: Knowledge, today: date
) -> None:
    assert f"{CHANGED}." in render(unfinished, knowledge, today, "md")
    assert first_row(unfinished, knowledge, today)["changed_what"] == (
        "2026-11-15: The page [has](a) new name."
    )


def test_programs_are_told_what_changed(
    renamed: Checklist, knowledge: Knowledge, today: date
) -> None:
    step, other = first_account(renamed, knowledge, today)["steps"][:2]
    assert (step["changed"], step["changed_parts"]) == (True, ["title", "menus"])
    assert step["changed_since"] == [{"on": "2026-11-15", "text": "The page [has](a) new name."}]
    assert (other["changed"], other["changed_parts"], other["changed_since"]) == (False, [], [])
    assert first_row(renamed, knowledge, today)["changed_what"].startswith("title | menus | 2026")


def test_a_step_that_did_not_change_says_nothing_of_it(
    finished: Checklist, knowledge: Knowledge, today: date
) -> None:
    assert CHANGED not in render(finished, knowledge, today, "md")
    assert first_row(finished, knowledge, today)["changed_what"] == ""
