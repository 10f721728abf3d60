"""Letters to companies and authorities: drafted for an account, recorded once they are sent."""

from collections.abc import Iterator

from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.checklist.model import Request
from optout_tui.checklist.progress import AccountView, RequestView
from optout_tui.journey.requests import Dispatch, follow_up, request_meant, sent
from optout_tui.journey.session import Session
from optout_tui.letters.choice import choose, spoken_in
from optout_tui.letters.compose import Composer
from optout_tui.letters.letter import (
    FOLLOW_UPS,
    REQUESTS,
    Letter,
    LetterKind,
    Manner,
    OwnWords,
    is_follow_up,
    is_request,
)
from optout_tui.letters.story import basis_of, has_had

AS_USUAL = Manner()


def draft(
    session: Session,
    name: str,
    kind: LetterKind,
    own: OwnWords,
    manner: Manner = AS_USUAL,
    *,
    request_id: str = "",
) -> Letter:
    """Return the letter of *kind* for an account, as far as *own* words are there for it.

    Without a language of *manner* it is in that of the person's menus where the region speaks
    it, else in the region's own. A reminder, a complaint or an appeal is about the request of
    *request_id*, or the only one it fits. Raises Refusal where the law there knows no such
    letter, and where it is not clear which request is meant.
    """
    checklist, view = session.checklist, session.view(session.find_account(name).id)
    by = Composer(session.knowledge, checklist.region, view, session.place.today)
    if checklist.labels in spoken_in(session.knowledge, checklist.region):
        manner = manner._replace(preferred=checklist.labels)
    if is_follow_up(kind):
        return by.follow_up(kind, _about(view, kind, request_id), own, manner)
    assert is_request(kind)  # noqa: S101 - there is no third sort
    return by.request(kind, own, manner)


def letter_sent(
    session: Session, name: str, letter: Letter, dispatch: Dispatch, *, request_id: str = ""
) -> Request:
    """Record that *letter* went out, and return the request it is or is about.

    Raises Refusal where something is missing in it, and as ``sent`` and ``follow_up`` do.
    """
    kind = letter.whole().kind
    if is_follow_up(kind):
        return follow_up(session, name, kind, dispatch, request_id)
    assert is_request(kind)  # noqa: S101 - there is no third sort
    return sent(session, name, kind, dispatch)


def file_name(session: Session, name: str, letter: Letter) -> str:
    """Return the name of a file to keep *letter* in: ``instagram objection 2026-11-22.txt``."""
    platform, today = session.find_account(name).platform, session.place.today
    return f"{platform} {letter.kind} {today.isoformat()}.txt"


def kinds_for(session: Session, name: str) -> tuple[LetterKind, ...]:
    """Return the letters an account can have: one wish for each right that serves it.

    Only where no right serves anything can the letters ask politely.
    """
    account, region = session.find_account(name), session.checklist.region
    rights: dict[str, LetterKind] = {}
    polite: dict[str, LetterKind] = {}
    for wished in REQUESTS:
        choice = choose(session.knowledge, region, wished, session.place.today)
        found = rights if choice.regime else polite
        if choice.block not in found or choice.block == wished:
            found[choice.block] = wished
    found = rights or polite
    return (*found.values(), *_following(session, session.view(account.id)))


def suggested_kind(session: Session, name: str) -> LetterKind:
    """Return the letter that comes next: what follows an open request, else what the way sends."""
    view = session.view(session.find_account(name).id)
    if view.requests:
        newest = view.requests[-1]
        left = [one for one in _following(session, view) if not has_had(newest.request, one)]
        if newest.state == "refused":
            left = [kind for kind in left if kind != "reminder"]
        if newest.state in ("overdue", "refused") and left:
            return left[0]
    sends = (step.step.sends for step in view.steps)
    return next((kind for kind in sends if kind), "objection")


def _following(session: Session, view: AccountView) -> Iterator[FollowUpKind]:
    """Yield what can follow the newest request of an account, in the order it comes."""
    if not view.requests:
        return
    regime = basis_of(session.knowledge, session.checklist.region, view.requests[-1]).regime
    step = regime.internal_step.kind if regime and regime.internal_step else None
    known = {"reminder", step, "complaint" if regime else None}
    yield from (kind for kind in FOLLOW_UPS if kind in known)


def _about(view: AccountView, kind: FollowUpKind, request_id: str) -> RequestView:
    request = request_meant(view.account, kind, request_id)
    return next(one for one in view.requests if one.request.id == request.id)
