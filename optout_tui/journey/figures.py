"""The figures of an audit kept with the account they are about: numbers and days, no content."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from optout_tui.audit.archive.model import KINDS, VISIBILITIES, Report
from optout_tui.checklist import change
from optout_tui.checklist.model import Counted
from optout_tui.checklist.order import newest_audit
from optout_tui.journey.audit import sentence_for_letter
from optout_tui.journey.session import Session
from optout_tui.safety.refusal import Refusal


def figures_of(report: Report, at: datetime) -> Counted:
    """Return what is kept of *report*, which was made at the moment *at*."""
    seen = report.visibility
    return Counted(
        at=at,
        items={kind: count for kind, count in report.items.items() if count},
        by_year=dict(report.by_year),
        public=seen["public"],
        not_public=seen["not_public"],
        not_recorded=seen["not_recorded"],
        oldest=date.fromisoformat(report.oldest) if report.oldest else None,
        newest=date.fromisoformat(report.newest) if report.newest else None,
        words=report.words,
        positions=report.positions,
        tags=report.tags,
        shared_chats=report.shared_chats,
        account_private=report.account_private,
        training=report.training_setting,
    )


def keep_figures(session: Session, name: str, report: Report) -> Counted:
    """Keep the figures of *report* on the account of that name and return them.

    Raises Refusal where the export is of another platform.
    """
    account = session.find_account(name)
    if account.platform != report.platform:
        raise Refusal(f"this is an export of {report.name}; {account.id} is another platform's")
    made = figures_of(report, session.place.now())
    session.apply_to("figures kept", change.add_audit(account, made))
    return made


def report_for(reports: tuple[Report, ...], platform: str) -> Report:
    """Return the report of that platform; raises Refusal where the files hold none."""
    for report in reports:
        if report.platform == platform:
            return report
    names = ", ".join(report.name for report in reports)
    raise Refusal(f"the files hold {names}, nothing of {platform}")


def kept_sentence(session: Session, name: str) -> str:
    """Return the sentence for a letter from the newest figures kept on an account, or nothing."""
    view = session.view(session.find_account(name).id)
    counted = newest_audit(view.account)
    return sentence_for_letter(_as_report(counted, view.platform_name)) if counted else ""


def sentence_from(session: Session, name: str, files: Sequence[Path]) -> str:
    """Return the sentence for a letter from the exports *files*, or from figures that were kept.

    Raises Refusal where there is nothing to say.
    """
    account = session.find_account(name)
    if not files:
        if not (sentence := kept_sentence(session, name)):
            raise Refusal(f"no figures are kept on {account.id}; name the export's files")
        return sentence
    from optout_tui.audit.archive import audit  # a letter without figures needs none of it

    report = report_for(audit(files).reports, account.platform)
    if not (sentence := sentence_for_letter(report)):
        raise Refusal(f"nothing was counted in this export of {report.name}")
    return sentence


def _as_report(kept: Counted, name: str) -> Report:
    """Return as much of the report as was kept; what only a newer program counts is left out."""
    counts = (kept.public, kept.not_public, kept.not_recorded)
    return Report(
        platform="",
        name=name,
        layout="",
        parts=0,
        items={kind: kept.items[kind] for kind in KINDS if kind in kept.items},
        by_year=dict(sorted(kept.by_year.items())),
        by_kind={},
        oldest=kept.oldest.isoformat() if kept.oldest else None,
        newest=kept.newest.isoformat() if kept.newest else None,
        words=kept.words,
        positions=kept.positions,
        tags=kept.tags,
        media_files={},
        visibility=dict(zip(VISIBILITIES, counts, strict=True)),
        account_private=kept.account_private,
        training_setting=kept.training,
        shared_chats=kept.shared_chats,
    )
