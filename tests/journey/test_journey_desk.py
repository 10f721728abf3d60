from datetime import UTC, datetime
from pathlib import Path

import pytest

from optout_tui.checklist.store.whole import NotSaved
from optout_tui.journey.accounts import speak
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.journey.settings import Settings, load_settings, save_settings
from optout_tui.library import knowledge as knowledge_module
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.refusal import Refusal
from tests.conftest import TODAY

# -- the day and the knowledge -----------------------------------------------------


def test_a_fixed_day_is_today_and_its_noon_is_now(desk: Desk) -> None:
    assert desk.today == TODAY
    assert desk.now() == datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_without_one_now_is_this_moment_in_utc_to_the_second(tmp_path: Path) -> None:
    free = Desk(tmp_path)
    before = datetime.now(UTC).replace(microsecond=0)
    now = free.now()
    assert before <= now <= datetime.now(UTC)
    assert (now.microsecond, now.tzinfo) == (0, UTC)
    assert free.today in {before.astimezone().date(), datetime.now(UTC).astimezone().date()}


def test_without_other_facts_our_own_knowledge_holds(
    tmp_path: Path, small: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge_module, "knowledge", lambda: small)
    assert Desk(tmp_path).knowledge is small


# -- checklists --------------------------------------------------------------------


def test_a_region_nobody_knows_is_refused_before_anything_is_written(desk: Desk) -> None:
    with pytest.raises(Refusal, match="Atlantis"):
        desk.create("Personal", "Atlantis")
    assert not desk.data_dir.exists()


def test_a_region_is_taken_by_name_or_code(desk: Desk) -> None:
    for n, typed in enumerate(["germany", "Deutschland", "de"]):
        assert desk.create(f"No {n}", typed).checklist.region == "DE"


def test_every_checklist_has_a_row(desk: Desk, session: Session) -> None:
    desk.create("Acme", "BR")
    assert [(row.name, row.accounts) for row in desk.rows()] == [("Acme", 0), ("Personal", 1)]


def test_a_row_follows_every_save(desk: Desk, session: Session) -> None:
    assert [row.revision for row in desk.rows()] == [1]
    speak(session, "de")
    session.save()
    assert [row.revision for row in desk.rows()] == [2]


def test_a_renamed_checklist_is_open_under_its_new_name(desk: Desk, session: Session) -> None:
    renamed = desk.rename("Personal", "Work")
    assert renamed.name == "Work"
    assert renamed.checklist.id == session.checklist.id
    assert [row.name for row in desk.rows()] == ["Work"]


def test_who_has_it_open_under_the_old_name_cannot_save_it_there(
    desk: Desk, session: Session
) -> None:
    desk.rename("Personal", "Work")
    speak(session, "de")
    with pytest.raises(NotSaved):
        session.save()
    assert desk.store.names() == ["Work"]


def test_a_deleted_checklist_leaves_no_trace_of_it(desk: Desk, session: Session) -> None:
    speak(session, "de")
    session.save()
    desk.rows()
    desk.delete("Personal")
    left = [path for path in desk.data_dir.rglob("*") if path.is_file()]
    assert left == []


# -- preferences -------------------------------------------------------------------


def test_without_a_file_all_is_by_default(desk: Desk) -> None:
    assert desk.settings == Settings(theme="dark", device="phone")
    assert not desk.data_dir.exists()


def test_what_a_person_prefers_is_kept(desk: Desk) -> None:
    desk.prefer(Settings(theme="light", device="web"))
    assert desk.settings == Settings(theme="light", device="web")
    assert Desk(desk.data_dir).settings == desk.settings
    assert (desk.data_dir / "settings.toml").stat().st_mode & 0o777 == 0o600
    assert desk.data_dir.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "content", [b"", b"theme = ", b"\0\0", b"\xff", b"device = 7", b'device = "watch"', b"x = 1"]
)
def test_a_broken_file_means_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(content)
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.toml").read_bytes() == content


@pytest.mark.parametrize(
    ("theme", "reason"),
    [('"lihgt"', 'unknown theme "lihgt"; did you mean light?'), ("7", 'unknown theme "7"')],
)
def test_a_theme_nobody_knows_is_refused(tmp_path: Path, theme: str, reason: str) -> None:
    (tmp_path / "settings.toml").write_text(f"theme = {theme}\n", "utf-8")
    with pytest.raises(Refusal) as refused:
        load_settings(tmp_path)
    assert str(refused.value) == reason


def test_a_preference_that_cannot_be_kept_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    save_settings(tmp_path / "file", Settings(theme="light"))
    (tmp_path / "settings.toml").mkdir()
    save_settings(tmp_path, Settings(theme="light"))
    assert (tmp_path / "settings.toml").is_dir()
