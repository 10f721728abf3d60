"""``python -m benchmarks.torture.writer FOLDER``: saves without end and tells what is saved.

Each line it prints is a revision; the note at the first step then holds that revision's number.
"""

import sys
from datetime import date
from pathlib import Path

from optout_tui.checklist.store.whole import NotSaved
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.journey.steps import note

NAME, REGION = "Power", "DE"
ACCOUNT, STEP = "instagram", "open-menu"
ACCOUNTS = [("instagram", "@anika"), ("x", "@anika"), ("facebook", "anika"), ("chatgpt", "")]
TODAY = date(2026, 11, 22)


def save_once(session: Session) -> int:
    """Write the number of the next revision into it and return the revision once it is saved."""
    note(session, ACCOUNT, STEP, words(session.revision + 1))
    return session.save()


def words(revision: int) -> str:
    """Return the note that *revision* holds."""
    return f"revision {revision}"


def main() -> None:
    """Make a checklist and save it until nothing can be saved any more."""
    session = Desk(Path(sys.argv[1]), today=TODAY).create(NAME, REGION, ACCOUNTS)
    print(session.revision, flush=True)
    try:
        while True:
            print(save_once(session), flush=True)
    except NotSaved as error:
        print(error, file=sys.stderr)


if __name__ == "__main__":
    main()
