"""The data folders that are measured in: what people have after a while, and far more."""

import shutil
from datetime import date, timedelta
from pathlib import Path

from optout_tui.journey.desk import Desk
from optout_tui.journey.requests import Dispatch, sent
from tests.e2e.computer import TODAY, Computer

HUNDRED, MANY = 100, 1000
REGION = "DE"
CHECKLIST = "Client 0000"
ACCOUNTS = (
    *(("instagram", "@anika"), ("x", "@anika"), ("facebook", "anika")),
    *(("threads", "@anika"), ("chatgpt", "")),
)
ANSWER_DUE = ("instagram", "facebook", "threads")
"""Where something was sent five weeks ago, so that there is something to watch."""


def fill(data: Path, count: int) -> None:
    """Make *count* checklists of five accounts each below *data*, and the index of them.

    All are copies of the first, each with an id and a name of its own.
    """
    today = date.fromisoformat(TODAY)
    desk = Desk(data, today=today)
    session = desk.create(CHECKLIST, REGION, ACCOUNTS)
    for account in session.checklist.accounts:
        if account.platform in ANSWER_DUE:
            sent(session, account.id, "objection", Dispatch(today - timedelta(weeks=5)))
    session.save()
    first = session.stored.path
    text = first.read_text("utf-8")
    for n in range(1, count):
        name = f"{CHECKLIST[:-4]}{n:04}"
        copied = text.replace(session.checklist.id, f"{n:016x}").replace(CHECKLIST, name)
        first.with_name(f"{name}.toml").write_text(copied, "utf-8")
    desk.rows()


def lay_out_anew(computer: Computer, data: Path) -> None:
    """Give *computer* a copy of the folder *data*, in place of whatever it had."""
    shutil.rmtree(computer.data, ignore_errors=True)
    shutil.copytree(data, computer.data)
