"""LinkedIn: tables as CSV, read by the names of their columns, and articles as HTML.

Columns grow over time, and some files bear the member's number: ``Shares_252701747.csv``.
"""

from collections.abc import Iterable, Iterator

from optout_tui.audit.archive.model import Item, Visibility
from optout_tui.audit.archive.reader import Account, Part, Reader, Row, named
from optout_tui.audit.archive.readers.linkedin_article import article
from optout_tui.audit.archive.readers.linkedin_media import uploaded_about, uploads
from optout_tui.audit.archive.readers.shared import cell, message_rows, rows_as, same_name
from optout_tui.audit.archive.text import seconds_of

_PUBLIC = frozenset({"public", "anyone", "everyone"})
_NOT_PUBLIC = frozenset(
    {"connections", "connections_only", "connections-only", "logged_in", "group", "private"}
)
"""``MEMBER_NETWORK`` stands on most posts, and LinkedIn does not say whom it lets in."""


def state_of(word: str) -> Visibility:
    """Return the state that LinkedIn's word for an audience means; other words say nothing."""
    word = word.casefold()
    if word in _PUBLIC:
        return "public"
    return "not_public" if word in _NOT_PUBLIC else "not_recorded"


def _shares(rows: Iterable[Row], account: Account) -> Iterator[Item]:
    for row in rows:
        at, link = seconds_of(cell(row, "date")), cell(row, "sharelink")
        text, state = _unquoted(cell(row, "sharecommentary")), state_of(cell(row, "visibility"))
        has_media = bool(cell(row, "mediaurl")) and not uploaded_about(at, account)
        yield Item("posts", at, text, state, int(has_media), id=link)


def _profile(rows: Iterable[Row], account: Account) -> Iterator[Item]:
    """Take the person's name, as messages write it; make no items."""
    for row in rows:
        account.goes_by(same_name(f"{cell(row, 'first name')} {cell(row, 'last name')}"))
    return iter(())


def _is_outgoing(row: Row) -> bool | None:
    """Return whether the person sent it, as older files say; None where they do not."""
    return {"outgoing": True, "incoming": False}.get(cell(row, "direction").casefold())


def _unquoted(text: str) -> str:
    """Return *text* without the quotation marks that LinkedIn puts round each of its lines."""
    return text.replace('"\n"', "\n").strip('"')


_COMMENTS = rows_as("comments", "message", name="link", tidied=_unquoted)
_MESSAGES = message_rows("Profile.csv", "from", is_sent=_is_outgoing)
_NUMBER = r"(?:_\d+)?"

PARTS = (
    Part(named(r"profile\.csv"), rows=_profile),
    Part(named(rf"rich[ _]media{_NUMBER}\.csv"), rows=uploads),
    Part(named(rf"shares{_NUMBER}\.csv"), rows=_shares),
    Part(named(rf"instantreposts{_NUMBER}\.csv"), rows=rows_as("reposts", name="link")),
    Part(named(rf"comments{_NUMBER}\.csv"), rows=_COMMENTS),
    Part(named(rf"messages{_NUMBER}\.csv"), rows=_MESSAGES),
    Part(named(r"articles/(?:articles/)?[^/]+\.html"), page=article),
)

READER = Reader(
    "linkedin",
    "LinkedIn",
    (
        ("2018", named(rf"(?:shares|instantreposts|rich[ _]media|member_follows){_NUMBER}\.csv")),
        ("2018", named(r"(?:connections|endorsement_received_info|profile)\.csv")),
        ("2018", named(r"articles/articles/[^/]+\.html")),
    ),
    PARTS,
    notes=(
        "LinkedIn marks most posts MEMBER_NETWORK and does not say whom that lets in; they count "
        "as not recorded. Nor does it say who can read an article.",
    ),
)
