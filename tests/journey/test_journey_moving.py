"""Where a person goes next, and which accounts they would lose."""

from datetime import UTC, datetime

from optout_tui.checklist.change import add_audit
from optout_tui.checklist.model import Counted
from optout_tui.journey.accounts import add_accounts, lost_without
from optout_tui.journey.moving import (
    account_after,
    account_beside,
    open_step_after,
    platforms_first,
)
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


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


def counted(session: Session, account_id: str, public: int) -> None:
    account = session.find_account(account_id)
    session.apply_to("figures kept", add_audit(account, Counted(at=NOON, public=public)))


def test_the_account_with_the_most_that_is_public_comes_next(session: Session) -> None:
    add_accounts(session, [("photopia", "@few"), ("photopia", "@most")])
    assert account_beside(session, "photopia:@anika", 1) == "photopia:@few"
    counted(session, "photopia:@few", 3)
    counted(session, "photopia:@most", 9)
    ids = ["photopia:@most", "photopia:@few", "photopia:@anika"]
    assert session.resume_at() == ("photopia:@most", "open-menu")
    for here, there in zip(ids, [*ids[1:], ids[0]], strict=True):
        assert account_beside(session, here, 1) == there
        assert account_beside(session, there, -1) == here
        following = account_after(session, here)
        assert following is not None
        assert following.account.id == there


def test_after_a_finished_account_the_most_public_one_comes_next(session: Session) -> None:
    add_accounts(session, [("photopia", "@few"), ("photopia", "@most")])
    counted(session, "photopia:@few", 3)
    counted(session, "photopia:@most", 9)
    for step in ("open-menu", "open-form", "send", "keep-mail"):
        mark(session, "photopia:@few", step, "skipped")
    following = account_after(session, "photopia:@few")
    assert following is not None
    assert following.account.id == "photopia:@most"


def test_platforms_come_first_where_an_open_account_has_something_public(session: Session) -> None:
    add_accounts(session, [("chirp", "")])
    assert platforms_first(session) == ()
    counted(session, "chirp", 2)
    assert platforms_first(session) == ("chirp",)
    counted(session, "photopia", 0)
    assert platforms_first(session) == ("chirp",)
    counted(session, "photopia", 3)
    assert platforms_first(session) == ("photopia", "chirp")
    for step in ("open-menu", "open-form", "send", "keep-mail"):
        mark(session, "photopia", step, "skipped")
    assert platforms_first(session) == ("chirp",)


def test_kept_figures_would_be_missed(session: Session) -> None:
    counted(session, "photopia", 1)
    assert lost_without(session, []) == ["photopia:@anika"]
