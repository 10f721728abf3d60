import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE
from optout_tui.rights import (
    NO_PERIOD,
    authority_for,
    complain_by,
    deadline,
    internal_step,
    internal_step_due,
    notes_for,
    regimes_for,
)
from optout_tui.safety.refusal import Refusal

RECEIVED = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("region", "kind", "expected", "extended"),
    [
        ("DE", "objection", "2026-12-22", "2027-02-22"),
        ("NO", "restriction", "2026-12-22", "2027-02-22"),
        ("GB", "erasure", "2026-12-22", "2027-02-22"),
        ("CH", "access", "2026-12-22", "2026-12-22"),
        ("BR", "access", "2026-12-07", "2026-12-07"),
        ("US-CA", "erasure", "2027-01-06", "2027-02-20"),
        ("US-CA", "optout", "2026-12-15", "2026-12-15"),
        ("US-IA", "erasure", "2027-02-20", "2027-04-06"),
        ("US-FL", "erasure", "2027-01-06", "2027-01-21"),
        ("US-DE", "erasure", "2027-01-06", "2027-02-20"),
        ("TR", "erasure", "2026-12-22", "2026-12-22"),
        ("KR", "objection", "2026-12-02", "2026-12-02"),
        ("ID", "withdrawal", "2026-11-25", "2026-11-25"),
        ("CA-QC", "erasure", "2026-12-22", "2026-12-22"),
        ("CA-ON", "access", "2026-12-22", "2027-01-21"),
        ("CA-BC", "access", "2027-01-05", "2027-02-17"),
        ("NZ", "access", "2026-12-18", "2026-12-18"),
        ("KE", "objection", "2026-11-29", "2026-12-06"),
    ],
)
def test_each_law_has_its_own_clock(
    knowledge: Knowledge, region: str, kind: RequestKind, expected: str, extended: str
) -> None:
    found = deadline(knowledge, region, kind, RECEIVED)
    assert found is not None
    assert found.due == date.fromisoformat(expected)
    assert found.latest == date.fromisoformat(extended)
    assert found.statutory


@pytest.mark.parametrize(
    ("region", "kind"),
    [
        ("CH", "objection"),
        ("CH", "erasure"),
        ("BR", "objection"),
        ("BR", "erasure"),
        ("DE", "withdrawal"),
        ("JP", "erasure"),
        ("CN", "objection"),
        ("NG", "objection"),
        ("AE", "objection"),
        ("ZA", "objection"),
    ],
)
def test_no_period_in_the_law_gives_no_date(
    knowledge: Knowledge, region: str, kind: RequestKind
) -> None:
    found = deadline(knowledge, region, kind, RECEIVED)
    assert found is not None
    assert (found.due, found.latest, found.statutory) == (None, None, False)
    assert found.words == NO_PERIOD


@pytest.mark.parametrize(
    ("region", "kind"),
    [("US-CA", "objection"), ("US-WY", "erasure"), ("KP", "objection"), ("DE", "optout")],
)
def test_no_right_gives_no_deadline(knowledge: Knowledge, region: str, kind: RequestKind) -> None:
    assert deadline(knowledge, region, kind, RECEIVED) is None


def test_a_law_gives_no_deadline_before_it_starts(brazil_waits: Knowledge) -> None:
    assert deadline(brazil_waits, "BR", "access", RECEIVED) is None
    started = deadline(brazil_waits, "BR", "access", date(2027, 5, 13))
    assert started is not None
    assert started.due == date(2027, 5, 28)


def test_beyond_the_calendar_the_reason_is_given_instead_of_a_date(knowledge: Knowledge) -> None:
    found = deadline(knowledge, "DE", "objection", date(2040, 1, 1))
    assert found is not None
    assert (found.due, found.latest, found.statutory) == (None, None, True)
    assert found.unknown == "the holidays of Ireland are known from 2024 to 2036, not for 2040"


def test_an_unknown_region_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(Refusal, match="unknown region"):
        deadline(knowledge, "XX", "objection", RECEIVED)


@pytest.mark.parametrize(
    ("region", "kind", "answer"),
    [
        ("GB", "company-complaint", "2026-12-22"),
        ("AU", "company-complaint", "2026-12-22"),
        ("US-VA", "appeal", "2027-01-21"),
        ("US-CO", "appeal", "2027-03-07"),  # 45 days and 60 more
    ],
)
def test_some_laws_want_the_company_to_hear_you_again_first(
    knowledge: Knowledge, region: str, kind: str, answer: str
) -> None:
    step = internal_step(knowledge, region, RECEIVED)
    assert step is not None
    assert step.kind == kind
    assert internal_step_due(knowledge, region, RECEIVED) == date.fromisoformat(answer)


@pytest.mark.parametrize("region", ["DE", "US-CA", "US-UT", "TR", "KP", "IN"])
def test_others_let_you_complain_at_once_or_do_not_hold_yet(
    knowledge: Knowledge, region: str
) -> None:
    assert internal_step(knowledge, region, RECEIVED) is None
    assert internal_step_due(knowledge, region, RECEIVED) is None


def test_a_step_may_have_no_known_period_and_a_calendar_may_end(knowledge: Knowledge) -> None:
    assert internal_step(knowledge, "US-AL", date(2027, 6, 1)) is not None
    assert internal_step_due(knowledge, "US-AL", date(2027, 6, 1)) is None
    assert internal_step_due(knowledge, "GB", date(2040, 1, 1)) is None


def test_the_door_of_the_turkish_board_closes_twice(knowledge: Knowledge) -> None:
    answered = date(2026, 12, 20)
    assert complain_by(knowledge, "TR", answered) == date(2027, 1, 19)
    assert complain_by(knowledge, "TR", answered, received=RECEIVED) == date(2027, 1, 19)
    late = date(2027, 1, 5)
    assert complain_by(knowledge, "TR", late, received=RECEIVED) == date(2027, 1, 21)


def test_the_door_of_the_ico_closes_after_three_months(knowledge: Knowledge) -> None:
    assert complain_by(knowledge, "GB", RECEIVED) == date(2027, 2, 22)
    assert complain_by(knowledge, "FR", RECEIVED) is None


def test_the_region_has_its_own_authority_where_the_law_leaves_it_open(
    knowledge: Knowledge,
) -> None:
    gdpr = regimes_for(knowledge, "DE")[0]
    german = authority_for(knowledge, gdpr, "DE")
    irish = authority_for(knowledge, gdpr, "IE")
    assert german is not None
    assert irish is not None
    assert german.name == "the data protection authority of your Land"
    assert len(german.offices) == 16
    assert irish.id == "ie-dpc"
    assert authority_for(knowledge, gdpr, "KP") is None


def test_a_state_without_a_law_gets_a_note_and_one_with_a_law_does_not(
    knowledge: Knowledge,
) -> None:
    [wyoming] = notes_for(knowledge, "US-WY")
    assert "no law" in wyoming.text.casefold()
    assert notes_for(knowledge, "US") == (wyoming,)
    assert notes_for(knowledge, "US-CA") == notes_for(knowledge, "US-TX") == ()


def test_a_region_nobody_looked_into_is_not_said_to_be_without_rights(
    knowledge: Knowledge,
) -> None:
    assert regimes_for(knowledge, "AD") == ()
    [note] = notes_for(knowledge, "AD")
    assert note.regions == ("*",)
    assert notes_for(knowledge, "DE") == ()


def test_regions_and_rights_load_nothing_heavy() -> None:
    heavy = {"asyncio", "rich", "textual", "dateutil", "difflib"}
    script = (
        "import sys, optout_tui.regions, optout_tui.rights;"
        f"print(sorted({heavy!r} & set(sys.modules)))"
    )
    root = Path(KNOWLEDGE).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
