"""What plain mode says of one step: labels, what changed, how old it is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Account, StepMark
from optout_tui.checklist.progress import AccountView, StepView, view_account
from optout_tui.guides.seen import seen_hash
from optout_tui.library.guides import Change, Guide, Way
from optout_tui.library.knowledge import Knowledge
from optout_tui.plain.step_text import step_lines
from tests.conftest import TODAY

WAY = Way(device="phone", menu=("Profile", "Privacy"), menu_in={"de": ("Profil", "")})
THEN = datetime(2026, 11, 10, 12, tzinfo=UTC)


@pytest.fixture
def guide(small: Knowledge) -> Guide:
    found = small.guide("photopia")
    changes = [
        Change(on=on, text=f"News of {on}.", sources=("policy",))
        for on in ("2026-11-01", "2026-11-15")
    ]
    return replace(found, history=tuple(changes))


def told(
    small: Knowledge, guide: Guide, seen: str, language: str = "en", today: date = TODAY
) -> str:
    mark = StepMark(id=guide.routes[0].steps[0].id, state="done", at=THEN, seen=seen)
    account = Account(id="a", platform="photopia", route="objection", steps=(mark,))
    view: AccountView = view_account(account, "DE", small, today)._replace(guide=guide)
    one: StepView = view.steps[0]
    step = replace(one.step, ways=(WAY,))
    view = view._replace(steps=(one._replace(step=step),))
    return "\n".join(step_lines(view, view.steps[0], "phone", language, today))


def test_labels_in_the_persons_language_stand_below_the_english_ones(
    small: Knowledge, guide: Guide
) -> None:
    lines = told(small, guide, "", "de")
    assert "On your phone: Profile > Privacy\nIn German: Profil > (Privacy)" in lines
    assert "(in brackets: not seen in German)" in lines
    assert "In Dutch: not seen in Dutch" in told(small, guide, "", "nl")
    assert "not seen" not in told(small, guide, "", "en")


def test_what_changed_since_the_tick_is_said_with_what_of_it(
    small: Knowledge, guide: Guide
) -> None:
    other = replace(guide.routes[0].steps[0], text="Something else.")
    lines = told(small, guide, seen_hash(other))
    assert "Changed since you did it: what to do.\n15 Nov 2026: News of 2026-11-15." in lines
    assert "2026-11-01" not in lines
    assert "Changed" not in told(small, guide, "")


def test_what_was_not_checked_lately_is_told_to_be_so(small: Knowledge, guide: Guide) -> None:
    checked = guide.routes[0].checked
    for days, old in ((90, False), (91, True)):
        lines = told(small, guide, "", today=checked + timedelta(days=days))
        assert ("not checked lately" in lines) is old
        assert "confidence" in lines.splitlines()[-1]
