"""The calendar: read back by a reader of our own, a second import brings it up to date."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace

from optout_tui.checklist.dates import dates_of
from optout_tui.checklist.model import Account, Checklist, Event, EventKind, Request, StepMark
from optout_tui.checklist.progress import view_accounts
from optout_tui.export.file import write_export
from optout_tui.export.render import render
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.knowledge import knowledge as real_knowledge
from optout_tui.safety.text import clean, has_controls
from tests.checklist.strategies import accounts
from tests.payloads import EVERY, naughty

from .calendar_reader import Part, duration, read_calendar
from .conftest import Plant, at, checklist, objected

NINE = timedelta(hours=9)


def calendar(found: Checklist, knowledge: Knowledge, *, redact: bool = False) -> Part:
    text = render(found, knowledge, date(2026, 11, 22), "ics", redact=redact)
    return read_calendar(text.encode())


def held(events: Iterable[Part]) -> list[tuple[date, str, str]]:
    """Day, what it is for, and whether it still holds."""
    return [(one.day("DTSTART"), one.text("SUMMARY"), one.value("STATUS")) for one in events]


def happened(knowledge: Knowledge, *kinds: tuple[EventKind, int]) -> Checklist:
    """One objection of 11 November, and what became of it on which days of December."""
    events = (Event(kind=kind, on=date(2026, 12, day)) for kind, day in kinds)
    return checklist(objected(knowledge, "@anika", *events))


def imported(*calendars: Part) -> dict[str, Part]:
    """What a calendar program holds after these imports: the higher SEQUENCE of each UID."""
    kept: dict[str, Part] = {}
    for one in calendars:
        for event in one.every("VEVENT"):
            old = kept.get(event.value("UID"))
            if old is None or int(old.value("SEQUENCE")) <= int(event.value("SEQUENCE")):
                kept[event.value("UID")] = event
    return kept


def test_a_request_that_waits_has_its_three_days(knowledge: Knowledge) -> None:
    found = calendar(happened(knowledge), knowledge)
    assert [(found.value("VERSION"), found.value("CALSCALE"))] == [("2.0", "GREGORIAN")]
    assert found.text("X-WR-CALNAME") == "OptOut: Personal, Germany"
    assert held(found.every("VEVENT")) == [
        (date(2026, 12, 11), "Fotogram @anika: Foto Inc.'s reply is due", "CONFIRMED"),
        (date(2026, 12, 12), "Fotogram @anika: remind Foto Inc.", "CONFIRMED"),
        (
            date(2027, 2, 12),
            "Fotogram @anika: you can complain to the authority",
            "CONFIRMED",
        ),
    ]


def test_each_event_is_a_free_whole_day_and_says_what_to_do(knowledge: Knowledge) -> None:
    first, *rest = calendar(happened(knowledge), knowledge).every("VEVENT")
    assert first.text("DESCRIPTION").split("\n") == [
        "Wait for the answer. When it comes, record it.",
        "Objection r1, late after 11 Feb 2027",
        "Checklist: Personal",
    ]
    for event in (first, *rest):
        assert event.value("TRANSP") == "TRANSPARENT"
        assert event.value("DTSTAMP") == "20261120T120000Z"
        assert event.value("SEQUENCE") == "17"
        assert "DTEND" not in [key for key, *_ in event.lines], "a day without an end is whole"


def test_every_day_rings_in_the_morning(knowledge: Knowledge) -> None:
    for event in calendar(happened(knowledge), knowledge).every("VEVENT"):
        [alarm] = event.every("VALARM")
        assert (alarm.value("ACTION"), alarm.text("DESCRIPTION")) == (
            "DISPLAY",
            event.text("SUMMARY"),
        )
        assert duration(alarm.value("TRIGGER")) == NINE


def test_a_last_day_rings_before_it() -> None:
    request = Request(
        id="r1",
        kind="erasure",
        sent=date(2026, 11, 11),
        received=date(2026, 11, 11),
        events=(Event(kind="refused", on=date(2026, 12, 1)),),
    )
    account = Account(id="x", platform="myblog", route="x", requests=(request,))
    events = calendar(checklist(account, region="TR"), real_knowledge()).every("VEVENT")
    last = next(one for one in events if "last day" in one.text("SUMMARY"))
    assert last.day("DTSTART") == date(2026, 12, 31)
    rings = [duration(alarm.value("TRIGGER")) for alarm in last.every("VALARM")]
    assert rings == [NINE - timedelta(days=14), NINE - timedelta(days=2)]


def test_a_second_import_updates_instead_of_doubling(knowledge: Knowledge) -> None:
    before = happened(knowledge)
    after = replace(happened(knowledge, ("extension", 1)), revision=18)
    first, second = calendar(before, knowledge), calendar(after, knowledge)
    assert set(imported(first)) == set(imported(first, second)) == set(imported(second, first))
    for order in ((first, second), (second, first)):
        assert held(imported(*order).values()) == [
            (date(2027, 2, 11), "Fotogram @anika: Foto Inc.'s reply is due", "CONFIRMED"),
            (date(2027, 2, 12), "Fotogram @anika: remind Foto Inc.", "CONFIRMED"),
            (date(2027, 2, 12), "Fotogram @anika: you can complain to the authority", "CONFIRMED"),
        ]
    assert imported(second, first).keys() == imported(first).keys()


def test_what_is_over_is_cancelled_and_rings_no_more(knowledge: Knowledge) -> None:
    after = replace(
        happened(knowledge, ("refused", 1), ("complaint", 2), ("granted", 9)), revision=20
    )
    kept = imported(calendar(happened(knowledge), knowledge), calendar(after, knowledge))
    by_state = {event.text("SUMMARY").partition(": ")[2]: event for event in kept.values()}
    for what in (
        "Foto Inc.'s reply is due",
        "remind Foto Inc.",
        "you can complain to the authority",
    ):
        assert by_state[what].value("STATUS") == "CANCELLED"
        assert by_state[what].every("VALARM") == []
    assert by_state["check again"].value("STATUS") == "CONFIRMED"
    assert len(by_state) == 4


@pytest.mark.parametrize("history", [(), (("question", 1),), (("refused", 1),)])
def test_the_events_that_hold_are_the_days_of_the_checklist(
    knowledge: Knowledge, history: tuple[tuple[EventKind, int], ...]
) -> None:
    found = happened(knowledge, *history)
    views = view_accounts(found, knowledge, date.min)
    days = sorted(one.on for view in views for one in dates_of(view, "DE", knowledge))
    events = calendar(found, knowledge).every("VEVENT")
    assert sorted(e.day("DTSTART") for e in events if e.value("STATUS") == "CONFIRMED") == days


def test_a_checklist_without_days_is_a_calendar_without_events(
    empty: Checklist, knowledge: Knowledge
) -> None:
    assert calendar(empty, knowledge).parts == []


def test_every_day_has_a_uid_of_its_own_that_tells_no_handle(
    finished: Checklist, knowledge: Knowledge
) -> None:
    account = objected(knowledge, "@anika")
    other = replace(account, id="fotogram:@other")
    second = replace(account.requests[0], id="r2")
    both = checklist(replace(account, requests=(*account.requests, second)), other)
    uids = [event.value("UID") for event in calendar(both, knowledge).every("VEVENT")]
    assert len(set(uids)) == len(uids) == 9
    elsewhere = calendar(replace(both, id="another"), knowledge).every("VEVENT")
    assert not {event.value("UID") for event in elsewhere} & set(uids)
    assert not [uid for uid in uids if "anika" in uid or not uid.endswith("@optout-tui")]


def test_a_renamed_checklist_keeps_its_uids(knowledge: Knowledge) -> None:
    found = happened(knowledge)
    renamed = replace(found, name="Home", revision=18)
    first, second = calendar(found, knowledge), calendar(renamed, knowledge)
    assert imported(first).keys() == imported(second).keys()


def test_a_redacted_calendar_says_whose_it_is_nowhere(knowledge: Knowledge) -> None:
    found = checklist(objected(knowledge, "@anika", Event(kind="refused", on=date(2026, 12, 1))))
    text = render(found, knowledge, date(2026, 11, 22), "ics", redact=True)
    read_calendar(text.encode())
    assert "Fotogram account 1" in text.replace("\r\n ", "")
    assert "anika" not in text.replace("\r\n ", "")
    assert "Case 4711" not in text


def test_a_file_keeps_its_line_ends(knowledge: Knowledge, tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    write_export(path, render(happened(knowledge), knowledge, date(2026, 11, 22), "ics"))
    assert read_calendar(path.read_bytes()).every("VEVENT")


def test_a_moment_of_another_zone_and_a_revision_beyond_all_numbers_are_brought_in(
    knowledge: Knowledge,
) -> None:
    east = datetime(2026, 11, 20, 1, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    strange = replace(happened(knowledge), updated=east, revision=2**60)
    event = calendar(strange, knowledge).every("VEVENT")[0]
    assert event.value("DTSTAMP") == "20261119T193000Z"
    assert event.value("SEQUENCE") == str(2**31 - 1)


def test_days_at_the_end_of_all_years_are_days_too(knowledge: Knowledge) -> None:
    end = datetime(9999, 12, 31, 12, tzinfo=UTC)
    done = tuple(StepMark(id=step.id, state="done", at=end) for step in steps(knowledge))
    found = checklist(replace(objected(knowledge, "@anika"), steps=done, requests=()))
    [event] = calendar(found, knowledge).every("VEVENT")
    assert event.day("DTSTART") == date.max


def steps(knowledge: Knowledge) -> tuple[StepMark, ...]:
    return objected(knowledge, "@anika").steps


@pytest.mark.parametrize("redact", [False, True])
def test_no_text_from_outside_changes_the_shape(
    knowledge: Knowledge, plant: Plant, redact: bool
) -> None:
    harmless = calendar(waiting(plant("word")), knowledge, redact=redact)
    for text in (*EVERY, *naughty()):
        hostile = calendar(waiting(plant(text)), knowledge, redact=redact)
        assert shape(hostile) == shape(harmless), text
        said = [event.text(name) for event in hostile.every("VEVENT") for name in TEXTS]
        assert not [one for one in said if has_controls(one.replace("\n", ""))], text
        assert [one.count("\n") for one in said] == [
            event.text(name).count("\n") for event in harmless.every("VEVENT") for name in TEXTS
        ], text


TEXTS = ("SUMMARY", "DESCRIPTION")


def waiting(found: Checklist) -> Checklist:
    """With a request that still waits."""
    changed = (
        replace(one, requests=tuple(replace(r, events=()) for r in one.requests))
        for one in found.accounts
    )
    return replace(found, accounts=tuple(changed), updated=at(20))


def shape(part: Part) -> object:
    return (part.name, [key for key, *_ in part.lines], [shape(one) for one in part.parts])


def test_a_handle_is_read_back_as_it_is_shown(knowledge: Knowledge) -> None:
    handle = "Ü, ;\\n💻 \x1b[2J\r\nBEGIN:VEVENT"
    found = happened(knowledge)
    account = replace(found.accounts[0], handle=handle)
    event = calendar(replace(found, accounts=(account,)), knowledge).every("VEVENT")[0]
    assert event.text("SUMMARY") == f"Fotogram {clean(handle)}: Foto Inc.'s reply is due"


@given(stranger=accounts)
def test_whatever_an_account_holds_the_calendar_can_be_read(
    knowledge: Knowledge, stranger: Account
) -> None:
    found = checklist(stranger)
    events = calendar(found, knowledge).every("VEVENT")
    uids = [event.value("UID") for event in events]
    assert len(uids) == len(set(uids))
