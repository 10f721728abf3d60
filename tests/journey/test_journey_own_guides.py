"""A desk takes the person's own guides in, whatever they hold."""

import subprocess
import sys
from pathlib import Path

import pytest

from optout_tui.checklist.store import derive as derive_module
from optout_tui.journey.accounts import add_accounts
from optout_tui.journey.desk import Desk
from optout_tui.journey.steps import mark
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE
from tests.conftest import TODAY
from tests.own_guides import copied, first_step


def again(desk: Desk, small: Knowledge) -> Desk:
    """The same folder, as the next start finds it."""
    return Desk(desk.data_dir, today=TODAY, facts=small)


def test_a_desk_without_any_knows_what_we_know(desk: Desk, small: Knowledge) -> None:
    assert desk.guides_folder == desk.data_dir / "guides"
    assert desk.knowledge is small
    assert desk.guide_problems == ()
    assert not desk.data_dir.exists()


def test_a_desk_knows_the_person_s_own_guides_too(desk: Desk) -> None:
    copied(desk.guides_folder)
    assert desk.knowledge.is_own("mastodon")
    session = desk.create("Mine", "DE", [("mastodon", "@a")])
    mark(session, "mastodon", "open-menu", "done")
    session.save()
    assert [row.steps_done for row in desk.rows()] == [1]


BROKEN = {"zero": b"\0", "half": b"\xff", "deep": b"a = " + b"[" * 9999, "cut": b"id = 'broken'"}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_one_is_told_and_stops_nothing(desk: Desk, kind: str) -> None:
    copied(desk.guides_folder)
    (desk.guides_folder / "broken.toml").write_bytes(BROKEN[kind])
    assert desk.knowledge.guide_ids == ("photopia", "chirp", "mastodon")
    [problem] = desk.guide_problems
    assert problem.file == "broken.toml"
    assert str(problem).startswith("broken.toml: ")
    assert add_accounts(desk.create("Mine", "DE"), [("mastodon", "@a")])


def test_a_dangling_folder_stops_nothing(desk: Desk, small: Knowledge) -> None:
    desk.data_dir.mkdir()
    desk.guides_folder.symlink_to("nowhere")
    assert desk.knowledge is small
    assert desk.guide_problems == ()


def test_rows_are_derived_anew_when_a_guide_changes_and_only_then(
    desk: Desk, small: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived: list[Path] = []
    derive = derive_module.derive

    def watched(path: Path, knowledge: Knowledge) -> object:
        derived.append(path)
        return derive(path, knowledge)

    def titles() -> list[str]:
        return [row.next.title if row.next else "" for row in again(desk, small).rows()]

    copied(desk.guides_folder)
    desk.create("Mine", "DE", [("mastodon", "@a")])
    desk.rows()
    monkeypatch.setattr(derive_module, "derive", watched)
    assert titles() == ["Open the menu"]
    assert derived == []
    copied(desk.guides_folder, change=lambda guide: first_step(guide).update(title="Open a door"))
    assert titles() == ["Open a door"]
    assert len(derived) == 1
    (desk.guides_folder / "mastodon.toml").write_bytes(b"")
    assert titles() == [""]
    assert len(derived) == 2


def test_a_person_without_own_guides_pays_nothing_for_them(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from optout_tui.journey.desk import Desk\n"
        "Desk(Path(sys.argv[1])).guide_problems\n"
        "print(*[name for name in sys.modules if name.startswith('optout_tui.library.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=KNOWLEDGE.parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.rpartition(".")[2] for name in done.stdout.split()}
    assert "source" in loaded
    assert not loaded & {"knowledge", "own", "load", "untrusted"}
