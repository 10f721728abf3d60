"""The desks that the screens are tested at: three platforms, five checklists."""

from datetime import date
from pathlib import Path

from optout_tui.checklist.change import add_audit
from optout_tui.checklist.model import Counted
from optout_tui.journey.desk import Desk
from optout_tui.journey.requests import Dispatch, sent
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark
from optout_tui.library.knowledge import Knowledge

TODAY = date(2026, 11, 22)
FIRST_FIVE = ("open-menu", "find-block", "open-form", "fill-in", "send")


def small_world() -> Knowledge:
    """Three platforms and six places of our own, which stay as they are."""
    return Knowledge.from_folder(Path(__file__).parent / "knowledge")


def add_personal(desk: Desk) -> Session:
    """Germany: Instagram with two of seven steps done, X, DeviantArt."""
    accounts = [("instagram", "@anika"), ("x", "@anika"), ("deviantart", "")]
    session = desk.create("Personal", "DE", accounts)
    for step in FIRST_FIVE[:2]:
        mark(session, "instagram", step, "done")
    session.save()
    return session


def count_on_x(desk: Desk, name: str = "Personal", account: str = "x") -> None:
    """Keep with an account, that on X, that most of what is there is public."""
    session = desk.open(name)
    made = Counted(at=desk.now(), public=1_204, not_public=96)
    session.apply_to("figures kept", add_audit(session.find_account(account), made))
    session.save()


def add_others(desk: Desk) -> None:
    """Four more checklists: a limit, nothing to do, not confirmed, waiting for a reply."""
    desk.create("Abroad", "US", [("instagram", "@anika")])
    desk.create("Artist", "DE", [("deviantart", "")])
    desk.create("Elsewhere", "BR", [("instagram", "@anika"), ("instagram", "@studio")])
    waiting = desk.create("Waiting", "DE", [("instagram", "@acme")])
    for step in FIRST_FIVE[:4]:
        mark(waiting, "instagram", step, "done")
    sent(waiting, "instagram", "objection", Dispatch(date(2026, 11, 2), reference="4711"))
    waiting.save()
