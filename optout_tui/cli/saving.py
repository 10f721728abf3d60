"""The end of every command that changes a checklist: on disk first, then one line or one value."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from optout_tui.cli.output import say, say_json, tell
from optout_tui.journey.session import Session
from optout_tui.safety.refusal import Refusal

Made = Callable[[], dict[str, Any]]


def save(args: Namespace, session: Session, line: str, made: Made = dict) -> None:
    """Save *session* and print *line* with the revision, or what was *made* as JSON.

    Raises Refusal where nothing could be saved; then the file is as it was.
    """
    word = session.word_before_saving
    try:
        revision = session.save()
    except Refusal as reason:
        raise Refusal(f"NOT saved: {reason}") from None
    if args.json:
        say_json(named(session) | made())
    else:
        say(f"{line} · Saved, revision {revision}")
    if word:
        tell(word)


def named(session: Session) -> dict[str, Any]:
    """Return the keys that every changing command prints."""
    return {
        "name": session.name,
        "path": str(session.stored.path),
        "revision": session.revision,
    }


def accounts_json(session: Session) -> list[dict[str, Any]]:
    """Return every account as ``status`` shows it."""
    from optout_tui.export.status import status_json  # only --json needs it

    whole = status_json(session.checklist, session.knowledge, session.place.today)
    accounts: list[dict[str, Any]] = whole["accounts"]
    return accounts


def account_json(session: Session, account_id: str) -> dict[str, Any]:
    """Return the account of that id as ``status`` shows it."""
    return next(one for one in accounts_json(session) if one["id"] == account_id)


def request_json(session: Session, account_id: str, request_id: str) -> dict[str, Any]:
    """Return the account of that id, and its request, as ``status`` shows them."""
    account = account_json(session, account_id)
    request = next(one for one in account["requests"] if one["id"] == request_id)
    return {"account": account, "request": request}
