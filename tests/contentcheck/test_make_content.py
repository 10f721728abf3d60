"""``make content``: ages on a given day, hard texts, copies of texts at hand, and the table."""

import shutil
from pathlib import Path

import pytest

from optout_tui.contentcheck.released import RELEASED, Released
from optout_tui.library.load import load_guide, load_table
from optout_tui.library.source import KNOWLEDGE
from tests.conftest import SMALL
from tests.content.__main__ import main
from tests.content.figures import HEADINGS
from tests.content.readability import grade_of, hard_texts
from tests.contentcheck.sample import GUIDE, changed

CHECKED = "checked = 2026-11-22"

EASY = "Open the menu and press the big red button. Then wait a while and look at it again."
HARD = (
    "Notwithstanding aforementioned considerations, organisational accountability necessitates "
    "comprehensive documentation of algorithmic personalisation, interoperability, anonymisation "
    "and pseudonymisation methodologies"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One guide and a small law, all of it checked on 22 November 2026."""
    made = tmp_path / "knowledge"
    shutil.copytree(SMALL, made, ignore=shutil.ignore_patterns("platforms"))
    for law in (made / "regimes").glob("*.toml"):
        law.write_text(law.read_text("utf-8").replace("checked = 2026-11-01", CHECKED), "utf-8")
    shutil.copy(KNOWLEDGE / RELEASED, made)
    (made / "platforms").mkdir()
    (made / "platforms" / "sample.toml").write_text(GUIDE, "utf-8")
    return made


@pytest.fixture(autouse=True)
def as_wide_as_need_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)


def rules(out: str) -> set[str]:
    """The rules that the lines of *out* name."""
    return {line.rpartition("[")[2].rstrip("]") for line in out.splitlines() if line[-1:] == "]"}


def content(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = main(words, folder)
    return status, capsys.readouterr().out


@pytest.mark.parametrize(
    ("today", "status", "found"),
    [
        ("2027-02-20", 0, set()),
        ("2027-02-21", 0, {"checked-old"}),
        ("2027-05-21", 0, {"checked-old"}),
        ("2027-05-22", 1, {"checked-too-old"}),
        ("2026-11-21", 1, {"checked-ahead"}),
    ],
)
def test_it_shows_what_is_old_and_fails_for_what_is_too_old(
    folder: Path, capsys: pytest.CaptureFixture[str], today: str, status: int, found: set[str]
) -> None:
    ended, out = content(folder, capsys, "--today", today)
    assert (ended, rules(out)) == (status, found)


def test_it_ends_with_a_table_of_what_there_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = content(folder, capsys, "--today", "2026-11-29")
    heading, row, total = out.splitlines()[-3:]
    assert [name for name in HEADINGS if name in heading] == list(HEADINGS)
    figures = ["3", "5", "13", "2", "0", "0", "0", "1", "7", "60%"]
    assert row.split() == ["sample", *figures]
    assert total.split() == ["1", "platforms", *figures]


def test_it_fails_for_what_guides_check_finds(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "platforms" / "sample.toml").write_text(changed(('"Write it."', '"Hey!"')), "utf-8")
    status, out = content(folder, capsys, "--today", "2026-11-29")
    assert (status, rules(out)) == (1, {"raised-voice"})


def test_a_text_that_is_hard_to_read_is_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "platforms" / "sample.toml"
    file.write_text(changed(('"Write it."', f'"{HARD}."')), "utf-8")
    [text, whole] = hard_texts(load_guide(file))
    assert (text.where, whole.where) == ("routes[1].steps[0].text", "")
    assert content(folder, capsys, "--today", "2026-11-29")[0] == 1
    file.write_text(changed(('"Write it."', f'"{EASY}"')), "utf-8")
    assert list(hard_texts(load_guide(file))) == []


def test_grades_grow_with_long_sentences_and_long_words() -> None:
    assert grade_of([EASY]) < grade_of([EASY.replace(". Then", " and then")]) < grade_of([HARD])
    assert grade_of(["…"]) == 0


def test_nothing_may_be_copied_from_a_text_at_hand(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    said = "Open the menu, then the page, and read all of what stands there."
    file = folder / "platforms" / "sample.toml"
    file.write_text(changed(('"Write it."', f'"{said}"')), "utf-8")
    notes = tmp_path / "notes"
    notes.mkdir()
    words = ["--today", "2026-11-29", "--texts", str(notes)]
    assert "copied" not in rules(content(folder, capsys, *words)[1])
    (notes / "note.md").write_text(f"# A note\n\n> {said.upper()}\n", "utf-8")
    status, out = content(folder, capsys, *words)
    assert (status, "copied" in rules(out)) == (1, True)


def test_a_release_adds_its_steps_and_forgets_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / RELEASED
    heading = file.read_text("utf-8").partition("[steps]")[0]
    file.write_text(f'{heading}[steps]\nsample = ["gone", "open"]\n', "utf-8")
    status, out = content(folder, capsys, "--released")
    assert (status, out) == (0, f"{file}\n")
    assert load_table(file, Released).steps == {"sample": ("gone", "keep", "open", "send", "write")}
    assert file.read_text("utf-8").startswith(heading)
    assert main(["--released"], folder) == 0
    assert load_table(file, Released).steps["sample"][0] == "gone"
