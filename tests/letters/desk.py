"""Letters as the tests order them: one person, one day, one set of reasons."""

from datetime import date

from optout_tui.checklist.model import Account, Event, Request
from optout_tui.checklist.progress import AccountView, view_account
from optout_tui.letters.compose import Composer
from optout_tui.letters.letter import Letter, LetterKind, Manner, OwnWords, is_request
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge, knowledge

TODAY = date(2026, 11, 22)
SENT = date(2026, 6, 1)
GROUNDS = (
    "I teach, and my pupils are in my pictures.\n\nTheir parents said yes to a school page only."
)


def an_account(
    region: str,
    *,
    asked: RequestKind = "objection",
    sent: date = SENT,
    events: tuple[Event, ...] = (),
    platform: str = "instagram",
    handle: str = "@anika",
    today: date = TODAY,
    facts: Knowledge | None = None,
) -> AccountView:
    """An account in *region*, with one request sent long ago."""
    request = Request(
        id="r1", kind=asked, sent=sent, received=sent, reference="4711", events=events
    )
    account = Account(
        id=f"{platform}:{handle}",
        platform=platform,
        handle=handle,
        route="objection",
        requests=(request,),
    )
    return view_account(account, region, facts or knowledge(), today)


def a_letter(
    region: str,
    kind: LetterKind,
    *,
    grounds: str = GROUNDS,
    own: OwnWords | None = None,
    language: str = "en",
    short: bool = False,
    view: AccountView | None = None,
    asked: RequestKind = "objection",
    events: tuple[Event, ...] = (),
    sent: date = SENT,
    today: date = TODAY,
    facts: Knowledge | None = None,
) -> Letter:
    """The letter of *kind* for a person in *region*, in English; about their one request."""
    known = facts or knowledge()
    view = view or an_account(
        region, asked=asked, events=events, sent=sent, today=today, facts=known
    )
    by = Composer(known, region, view, today)
    words = own or OwnWords(grounds=grounds)
    manner = Manner(language=language, short=short)
    if is_request(kind):
        return by.request(kind, words, manner)
    return by.follow_up(kind, view.requests[0], words, manner)  # type: ignore[arg-type]
