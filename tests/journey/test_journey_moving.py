"""Where a person goes next, and which accounts they would lose."""

from optout_tui.journey.accounts import add_accounts, lost_without
from optout_tui.journey.moving import account_after, open_step_after
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark


def after(session: Session, step_id: str) -> str:
    step = open_step_after(session.view("photopia:@anika"), step_id)
    return step.id if step else ""


def test_the_next_open_step_is_looked_for_round_the_list(session: Session) -> None:
    mark(session, "photopia", "open-form", "done")
    assert after(session, "open-menu") == "send"
    assert after(session, "keep-mail") == "open-menu"
    assert after(session, "") == "open-menu"
    for step in ("open-menu", "send", "keep-mail"):
        mark(session, "photopia", step, "skipped")
    assert after(session, "send") == ""


def test_the_next_account_is_one_with_an_open_step(session: Session) -> None:
    assert account_after(session, "photopia:@anika") is None
    add_accounts(session, [("chirp", ""), ("photopia", "@second")])
    second = account_after(session, "photopia:@anika")
    assert second is not None
    assert second.account.id in ("chirp", "photopia:@second")
    first = account_after(session, "photopia:@second")
    assert first is not None
    assert first.account.id == "photopia:@anika"


def test_only_accounts_with_work_in_them_would_be_missed(session: Session) -> None:
    assert lost_without(session, []) == []
    mark(session, "photopia", "open-menu", "done")
    assert lost_without(session, []) == ["photopia:@anika"]
    assert lost_without(session, [("photopia", "@anika")]) == []
