import subprocess
import sys
from datetime import date

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist, Request
from optout_tui.checklist.text import read_text
from optout_tui.export.render import FORMATS, render
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.refusal import Refusal

DOCUMENTS = tuple(fmt for fmt in FORMATS if fmt not in ("toml", "ics"))
"""What tells of a whole checklist, for somebody to read."""


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_format_takes_every_checklist_and_says_the_same_twice(
    any_checklist: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(any_checklist, knowledge, today, fmt)
    assert text == render(any_checklist, knowledge, today, fmt)
    assert text.endswith("\n")
    assert any_checklist.name in text


@pytest.mark.parametrize("fmt", DOCUMENTS)
def test_the_day_the_region_the_state_and_the_proof_are_told(
    finished: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(finished, knowledge, today, fmt)
    day = "22 Nov 2026" if fmt in ("md", "html") else "2026-11-22"
    for told in (day, "Germany", "done", "platform-confirmed", "nothing to do", "@anika", "17"):
        assert told in text


@pytest.mark.parametrize("fmt", DOCUMENTS)
def test_steps_come_with_their_times_and_notes(
    unfinished: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(unfinished, knowledge, today, fmt)
    moment = "2026-11-10 12:00 UTC" if fmt in ("md", "html") else "2026-11-10T12:00:00Z"
    for told in (moment, "Open the menu", "skipped", "problem", "ask Ben", "or Carla"):
        assert told in text
    assert "The word “object” is not there" in text


@pytest.mark.parametrize("fmt", DOCUMENTS)
def test_what_is_not_covered_and_the_sources_with_their_dates_are_told(
    finished: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(finished, knowledge, today, fmt)
    dated, read = (
        ("23 Jul 2026", "10 Nov 2026") if fmt in ("md", "html") else ("2026-07-23", "2026-11-10")
    )
    told = ("photos other people post", "a new account", "Fotogram Privacy Policy", dated, read)
    for one in (*told, "https://fotogram.example/privacy", "How to count"):
        assert one in text
    assert "Notice for the United States" not in text, "a source that was not used"


@pytest.mark.parametrize("fmt", DOCUMENTS)
def test_a_limit_route_says_that_there_is_no_opt_out(
    limited: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(limited, knowledge, today, fmt)
    assert (
        "There is no opt-out for Fotogram in the United States. "
        "These steps reduce what is public." in text
    )
    assert "when in Germany" in text, "a tick on the former route is still told"


@pytest.mark.parametrize("fmt", DOCUMENTS)
def test_requests_are_told_with_their_dates_and_what_became_of_them(
    refused: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(refused, knowledge, today, fmt)
    latest = "19 Feb 2027" if fmt in ("md", "html") else "2027-02-19"
    for told in (latest, "Case 4711", "refused", "no-grounds", "one sentence", "mail 3"):
        assert told in text


@pytest.mark.parametrize("fmt", DOCUMENTS)
def test_a_request_where_no_law_gives_a_right_has_no_due_date(
    limited: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    day = date(2026, 11, 10)
    asked = Request(id="r1", kind="optout", sent=day, received=day, channel="email")
    account = replace(limited.accounts[0], requests=(asked,))
    text = render(replace(limited, accounts=(account,)), knowledge, today, fmt)
    no_date = {
        "md": "- **Reply due:** no date: no law found here sets one\n",
        "html": 'data-label="Reply due" class="time">no date</td>',
        "json": '"due": null',
        "csv": "optout by email, sent 2026-11-10, received 2026-11-10, waiting",
    }
    assert no_date[fmt] in text
    assert "Rule:" not in text


@pytest.mark.parametrize("fmt", DOCUMENTS)
def test_the_document_never_promises_protection(
    any_checklist: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(any_checklist, knowledge, today, fmt).casefold()
    assert "protected" not in text


def test_an_unknown_format_is_refused_with_the_nearest_name(
    empty: Checklist, knowledge: Knowledge, today: date
) -> None:
    with pytest.raises(Refusal, match=r'unknown format "htm"; did you mean html\?'):
        render(empty, knowledge, today, "htm")
    with pytest.raises(Refusal, match="formats are md, html, json, csv, ics, toml"):
        render(empty, knowledge, today, "pdf9")


def test_a_region_nobody_knows_is_refused(knowledge: Knowledge, today: date) -> None:
    lost = replace(read_text(MINIMAL, "x.toml"), region="XX")
    for fmt in (*DOCUMENTS, "ics"):
        with pytest.raises(Refusal, match='unknown region "XX"'):
            render(lost, knowledge, today, fmt)
    assert 'region = "XX"' in render(lost, knowledge, today, "toml")
    with pytest.raises(Refusal, match='unknown region "XX"'):
        render(lost, knowledge, today, "toml", redact=True)


MINIMAL = b"""
format = 1
id = "1"
name = "Lost"
revision = 1
created = 2026-11-22T12:00:00Z
updated = 2026-11-22T12:00:00Z
region = "DE"
"""


def test_asking_for_an_export_loads_nothing_heavy() -> None:
    code = (
        "import sys, optout_tui.export.render, optout_tui.export.status, optout_tui.export.file\n"
        "heavy = {'jinja2', 'icalendar', 'tomli_w', 'asyncio', 'textual', 'rich', 'markupsafe'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_writing_html_loads_no_asyncio() -> None:
    code = (
        "import sys, jinja2\n"
        "jinja2.Environment(autoescape=True).from_string('{{ a }}').render(a=1)\n"
        "sys.exit('asyncio' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
