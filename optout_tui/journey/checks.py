"""What this program checked itself, kept on the account that it is about."""

from typing import NamedTuple
from urllib.parse import urlsplit

from optout_tui.audit.platforms import WEBSITE, YOUTUBE
from optout_tui.audit.site.addresses import ROBOTS, origin
from optout_tui.audit.site.report import SiteReport
from optout_tui.audit.site.video import VideoReport
from optout_tui.checklist import change
from optout_tui.checklist.model import MAX_NOTE, Account, Evidence
from optout_tui.journey.requests import MAX_REFERENCE
from optout_tui.journey.session import Session
from optout_tui.safety.links import host_of
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean


class Check(NamedTuple):
    """A public signal that was looked at: of which platform, where, and whether it is as wished.

    ``host`` is that of the website, empty where any account of the platform will do.
    """

    platform: str
    passed: bool
    reference: str
    note: str
    host: str = ""


def site_check(url: str, report: SiteReport) -> Check:
    """Return what a look at *url* proves: passed where every needed training crawler is out."""
    root = origin(url)
    if report.access != "read":
        note = f"robots.txt: {report.access}"
    elif report.still_open:
        note = f"not shut out: {', '.join(report.still_open)}"
    else:
        needed = sum(verdict.crawler.needed for verdict in report.verdicts)
        note = f"all {needed} training crawlers that the guide names are shut out"
    host = urlsplit(root).hostname or ""
    return Check(WEBSITE, not report.still_open, f"{root}{ROBOTS}", note, host)


def video_check(report: VideoReport) -> Check:
    """Return what YouTube's answer proves: passed where no other company may train on it."""
    reference = f"https://www.youtube.com/watch?v={report.video}"
    return Check(YOUTUBE, report.is_closed, reference, f"permitted: {', '.join(report.permitted)}")


def fitting_account(session: Session, name: str, platform: str, host: str = "") -> Account:
    """Return the account of that name; raises Refusal where such a check is not about it."""
    account = session.find_account(name)
    if account.platform != platform:
        raise Refusal(f"{account.id} is no account of {platform}; the check is not about it")
    if host and _bare(account.handle) != _bare(host):
        raise Refusal(f"{account.id} is not about {host}; add an account website:{host}")
    return account


def record_check(session: Session, name: str, check: Check) -> Evidence:
    """Keep *check* on the account of that name and return the evidence; raises Refusal.

    Where it passed, the step that asks for such a check is ticked.
    """
    account = fitting_account(session, name, check.platform, check.host)
    now = session.place.now()
    made = Evidence(
        kind="check",
        at=now,
        reference=clean(check.reference)[:MAX_REFERENCE],
        note=clean(check.note)[:MAX_NOTE],
        passed=check.passed,
    )
    changed = change.add_evidence(account, made)
    if check.passed:
        for view in session.view(account.id).steps:
            if view.step.evidence == "check" and view.state != "done":
                changed = change.mark_step(changed, view.step, "done", now)
    session.apply_to("check kept", changed)
    return made


def _bare(host: str) -> str:
    """Return a host, or the handle that names one, without what people add or leave out."""
    name = host.strip().casefold()
    name = name.partition("://")[2] or name
    name = name.partition("/")[0].partition(":")[0]
    name = name.removeprefix("www.").rstrip(".")
    try:
        return host_of(f"https://{name}")
    except Refusal:
        return name
