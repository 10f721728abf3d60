"""A website or a video looked at on lines: what is fetched only after a yes, and kept after one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from optout_tui.audit.site.addresses import site_addresses
from optout_tui.audit.site.report import SiteReport
from optout_tui.audit.site.video import video_address, video_id
from optout_tui.audit.site.words import NOT_GOOGLE, permitted_words
from optout_tui.journey import checks
from optout_tui.journey import site_audit as look
from optout_tui.journey.desk import Desk
from optout_tui.journey.sentences import KEEP_CHECK, TO_FETCH
from optout_tui.journey.session import Session
from optout_tui.journey.site_text import in_words, site_text
from optout_tui.plain.talk import Talk
from optout_tui.safety.refusal import Refusal

ABOUT_FETCHING = (
    "No cookie and nothing of your checklist is sent; the site sees that somebody at your address"
    " asked."
)
NOTHING_FETCHED = "nothing was fetched"


def look_at_file(talk: Talk, desk: Desk, path: Path) -> None:
    """Tell what a robots.txt or a site's folder says; it proves nothing of what is public."""
    _tell(talk, desk, look.audit_file(path, desk.knowledge.crawlers, look.START))


def look_at_site(
    talk: Talk, desk: Desk, url: str, session: Session | None = None, account_id: str = ""
) -> None:
    """Ask, fetch, tell who may train on a website, and offer to keep that on an account.

    Raises Refusal, Back and Leave; without a yes nothing is fetched.
    """
    addresses = site_addresses(url)
    path = look.asked_path(None, url)
    _ask_to_fetch(talk, [address.url for address in addresses])
    from optout_tui.audit.site.fetch import Door  # opens sockets; only after a yes

    report = look.audit_site(url, addresses, desk.knowledge.crawlers, path, Door())
    _tell(talk, desk, report)
    if session is not None:
        _offer_to_keep(talk, session, account_id, lambda: checks.site_check(url, report))


def look_at_video(talk: Talk, _desk: Desk, typed: str, session: Session, account_id: str) -> None:
    """Ask, fetch, tell who may train on a video, and offer to keep that on an account.

    Raises Refusal, Back and Leave; without a yes nothing is fetched.
    """
    video = video_id(typed)
    address = video_address(video)
    _ask_to_fetch(talk, [address])
    from optout_tui.audit.site.fetch import Door  # opens sockets; only after a yes

    report = look.audit_video(video, address, Door())
    talk.say("", f"{report.video}: {permitted_words(report)}", NOT_GOOGLE)
    _offer_to_keep(talk, session, account_id, lambda: checks.video_check(report))


def _ask_to_fetch(talk: Talk, addresses: Sequence[str]) -> None:
    talk.say("", TO_FETCH)
    talk.say_whole(*(f"  {address}" for address in addresses))
    if not talk.yes("Fetch them now?", default=False, explain=ABOUT_FETCHING):
        raise Refusal(NOTHING_FETCHED)


def _tell(talk: Talk, desk: Desk, report: SiteReport) -> None:
    talk.say("")
    talk.say_text(site_text(report, desk.knowledge.crawlers, talk.width, in_words))


def _offer_to_keep(
    talk: Talk, session: Session, account_id: str, made: Callable[[], checks.Check]
) -> None:
    check = made()
    result = "passed" if check.passed else "not passed"
    talk.say("", f"The check is {result}: {check.note}.")
    if talk.yes("Keep this check as proof?", default=False, explain=KEEP_CHECK):
        checks.record_check(session, account_id, check)
        talk.say("The check is kept.")
