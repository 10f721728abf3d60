"""The figures of an audit, kept with an account: all that was counted, none of what was made."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from optout_tui.audit.archive import Report, audit
from optout_tui.checklist.model import Account
from optout_tui.journey.audit import sentence_for_letter
from optout_tui.journey.figures import (
    figures_of,
    keep_figures,
    kept_sentence,
    report_for,
    sentence_from,
)
from optout_tui.journey.session import Session
from optout_tui.safety.refusal import Refusal
from tests.audit.exports import chats, instagram, tables, x
from tests.audit.exports.making import Members, zipped
from tests.checklist.build import with_account

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def report_of(tmp_path: Path, members: Members) -> Report:
    return audit([zipped(tmp_path / "export.zip", members)]).reports[0]


@pytest.fixture
def instagram_session(session: Session) -> Session:
    account = Account(id="instagram:@a", platform="instagram", handle="@a", route="objection")
    session.apply("added", with_account(session.checklist, account))
    return session


def test_the_figures_are_those_of_the_report(tmp_path: Path) -> None:
    kept = figures_of(report_of(tmp_path, instagram.instagram_2025()), NOON)
    assert kept.items["posts"] == 5
    assert (kept.public, kept.not_public, kept.not_recorded) == (0, 4, 10)
    assert (kept.oldest, kept.newest) == (date(2021, 6, 1), date(2023, 9, 1))
    assert (kept.account_private, kept.training) == (False, None)
    assert figures_of(report_of(tmp_path, chats.chatgpt_2026()), NOON).training == "off"


def test_keeping_adds_to_what_is_there_saves_no_content_and_can_be_undone(
    instagram_session: Session, tmp_path: Path
) -> None:
    session, report = instagram_session, report_of(tmp_path, instagram.instagram_2025())
    keep_figures(session, "instagram", report)
    kept = keep_figures(session, "instagram", report)
    assert session.find_account("instagram").audits == (kept, kept)
    session.save()
    assert b"caption" not in session.stored.path.read_bytes()
    assert session.stored.checklist == session.checklist or session.is_saved
    assert session.undo() == "figures kept"
    assert len(session.find_account("instagram").audits) == 1


def test_an_export_of_another_platform_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="an export of Instagram; photopia"):
        keep_figures(session, "photopia", report_of(tmp_path, instagram.instagram_2025()))
    with pytest.raises(Refusal, match="the files hold YouTube, nothing of x"):
        report_for((report_of(tmp_path, tables.youtube()),), "x")


def test_the_sentence_from_kept_figures_is_that_of_the_report(
    instagram_session: Session, tmp_path: Path
) -> None:
    session, report = instagram_session, report_of(tmp_path, instagram.instagram_2025())
    assert kept_sentence(session, "instagram") == ""
    keep_figures(session, "instagram", report)
    named = session.view("instagram:@a").platform_name
    expected = sentence_for_letter(replace(report, name=named))
    assert kept_sentence(session, "instagram") == expected
    assert sentence_from(session, "instagram", []) == expected


def test_a_sentence_from_files_and_none_where_nothing_was_counted(
    instagram_session: Session, tmp_path: Path
) -> None:
    session = instagram_session
    whole = zipped(tmp_path / "export.zip", instagram.instagram_2025())
    assert sentence_from(session, "instagram", [whole]).startswith("My own data export from Insta")
    with pytest.raises(Refusal, match="no figures are kept"):
        sentence_from(session, "instagram", [])
    account = Account(id="x", platform="x", route="switch")
    session.apply("added", with_account(session.checklist, account))
    empty = {**x.x_2019(), "data/tweet.js": "window.YTD.tweet.part0 = []"}
    with pytest.raises(Refusal, match="nothing was counted"):
        sentence_from(session, "x", [zipped(tmp_path / "x.zip", empty)])
