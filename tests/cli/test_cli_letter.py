"""``letter``: printed or written whole; refused where the law wants reasons and there are none."""

from pathlib import Path

import pytest

from optout_tui.letters.grounds import EXAMPLE, QUESTIONS
from tests.audit.exports import instagram, x
from tests.audit.exports.making import zipped
from tests.cli.program import Program

DRAFT = "This is a draft. No lawyer has checked it."
REASONS = "I teach, and my pupils are in my pictures.\n"
REGIONS = {
    "DE": ("objection", "Art. 21 Abs. 1 DSGVO"),
    "GB": ("objection", "Article 21(1) UK GDPR"),
    "CH": ("objection", "30"),
    "BR": ("objection", "18"),
    "US-CA": ("erasure", "§ 1798.105"),
    "CA-QC": ("withdrawal", "P-39.1"),
    "TR": ("erasure", "Law 6698"),
    "ZA": ("objection", "section 11(3)(a)"),
    "KR": ("objection", "Art. 37"),
    "JP": ("erasure", "Art. 35"),
    "PE": ("objection", ""),
}


@pytest.fixture
def reasons(tmp_path: Path) -> str:
    file = tmp_path / "reasons.txt"
    file.write_text(f"# {QUESTIONS[0]}\n{REASONS}", "utf-8")
    return str(file)


def living_in(program: Program, region: str) -> tuple[str, str]:
    program.text("new", "Mine", "--region", region, "--account", "instagram:@anika")
    return "Mine", "instagram:@anika"


@pytest.mark.parametrize("region", REGIONS)
def test_an_objection_wherever_somebody_lives(program: Program, reasons: str, region: str) -> None:
    account = living_in(program, region)
    ended = program("letter", *account, "--kind", "objection", "--grounds", reasons)
    assert ended.status == 0
    assert ended.err.startswith(f"- {DRAFT}\n")
    assert DRAFT not in ended.out
    kind, article = REGIONS[region]
    assert article in ended.out
    assert REASONS in ended.out
    made = program.json("letter", *account, "--kind", "objection", "--grounds", reasons)
    assert (made["kind"], made["text"], made["path"]) == (kind, ended.out, None)
    assert made["notes"][0] == DRAFT
    assert (made["name"], made["account"]) == account


@pytest.mark.parametrize("region", ["DE", "GB", "BR", "ZA", "JP"])
def test_without_reasons_it_is_refused_and_says_where_the_questions_are(
    program: Program, region: str
) -> None:
    account = living_in(program, region)
    for more in ((), ("--short",), ("--json",)):
        reason = program.refused("letter", *account, "--kind", "objection", *more)
        assert "wants your own reasons for this letter, and there are none" in reason
        assert "--grounds FILE" in reason
        assert '"optout-tui letter --help"' in reason


def test_help_asks_what_helps(program: Program) -> None:
    shown = program.text("letter", "--help")
    assert all(question in shown for question in QUESTIONS)
    assert DRAFT in shown


def test_the_questions_come_as_json_too(program: Program) -> None:
    words = ("letter", "nobody", "x", "--questions")
    assert program.json(*words) == {"path": None, "text": program.text(*words).removesuffix("\n")}


def test_a_file_to_begin_with_holds_the_questions_and_no_reasons(
    program: Program, tmp_path: Path
) -> None:
    account = living_in(program, "GB")
    file = tmp_path / "begun.txt"
    file.write_text(program.text("letter", *account, "--questions"), "utf-8")
    assert all(f"# {question}" in file.read_text("utf-8") for question in QUESTIONS)
    assert "there are none" in program.refused("letter", *account, "--grounds", str(file))


def test_the_example_is_refused(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "copied.txt"
    file.write_text(EXAMPLE, "utf-8")
    reason = program.refused("letter", *living_in(program, "GB"), "--grounds", str(file))
    assert "hold a sentence of the example" in reason
    assert f"change {file}" in reason


def test_reasons_that_cannot_be_read_are_refused(program: Program, tmp_path: Path) -> None:
    account = living_in(program, "GB")
    assert "none.txt" in program.refused(
        "letter", *account, "--grounds", str(tmp_path / "none.txt")
    )
    assert "is not a file" in program.refused("letter", *account, "--grounds", str(tmp_path))
    file = tmp_path / "bytes.txt"
    file.write_bytes(b"\xff\xfe reasons")
    assert "not UTF-8 text" in program.refused("letter", *account, "--grounds", str(file))
    file.write_bytes(b"x" * 70_000)
    assert "larger than 64 KiB" in program.refused("letter", *account, "--grounds", str(file))


def test_it_is_written_whole_for_this_person_alone(
    program: Program, reasons: str, tmp_path: Path
) -> None:
    account = living_in(program, "GB")
    file = tmp_path / "letter.txt"
    words = ("letter", *account, "--grounds", reasons)
    ended = program(*words, "--output", str(file))
    assert (ended.status, ended.out) == (0, "")
    assert ended.err.startswith(f"Written to {file}\n- {DRAFT}\n")
    assert file.read_text("utf-8") == program(*words).out
    assert file.stat().st_mode & 0o777 == 0o600
    assert "already exists" in program.refused(*words, "--output", str(file))
    assert program.json(*words, "--output", str(file), "--force")["path"] == str(file)
    assert program(*words, "--output", "-").out == file.read_text("utf-8")


def test_short_fits_a_box(program: Program, reasons: str) -> None:
    account = living_in(program, "GB")
    whole = program.json("letter", *account, "--grounds", reasons)
    short = program.json("letter", *account, "--grounds", reasons, "--short")
    assert short["short"]
    assert len(short["text"]) < len(whole["text"]) / 2


def test_a_language_can_be_chosen_and_english_goes_along(program: Program, reasons: str) -> None:
    account = living_in(program, "DE")
    words = ("letter", *account, "--grounds", reasons)
    german, english = program.json(*words), program.json(*words, "--language", "en")
    assert (german["language"], english["language"]) == ("de", "en")
    assert german["english"] == english["text"]
    assert english["english"] == ""
    reason = program.refused(*words, "--language", "xx")
    assert reason.startswith('unknown language "xx"; this letter is there in de, en')


def test_what_comes_next_is_what_is_drafted(program: Program, reasons: str) -> None:
    account = living_in(program, "GB")
    words = ("letter", *account, "--grounds", reasons)
    assert program.json(*words)["kind"] == "objection"
    program.text("sent", *account, "--kind", "objection", "--on", "2026-06-01")
    assert program.json(*words)["kind"] == "reminder"
    program.text("sent", *account, "--kind", "reminder", "--on", "2026-10-01")
    assert program.json(*words)["kind"] == "company-complaint"
    program.text("reply", *account, "refused", "--on", "2026-11-02")
    program.text("sent", *account, "--kind", "company-complaint", "--on", "2026-11-03")
    assert program.json(*words, "--kind", "complaint")["kind"] == "complaint"


def test_what_cannot_be_is_refused_in_one_line(program: Program, reasons: str) -> None:
    account = living_in(program, "DE")
    for kind in ("reminder", "complaint"):
        assert "nothing was sent" in program.refused("letter", *account, "--kind", kind)
    program.text("sent", *account, "--kind", "objection", "--on", "2026-06-01")
    assert "knows no appeal" in program.refused("letter", *account, "--kind", "appeal")
    assert "unknown request" in program.refused(
        "letter", *account, "--kind", "reminder", "--request", "r9"
    )
    assert 'unknown kind "love"' in program.refused("letter", *account, "--kind", "love")
    assert "unknown account" in program.refused("letter", "Mine", "x", "--grounds", reasons)


FIGURES = "My own data export from Instagram holds 5 posts"


@pytest.fixture
def export(tmp_path: Path) -> str:
    return str(zipped(tmp_path / "instagram.zip", instagram.instagram_2025()))


def test_figures_are_shown_before_they_stand_among_the_reasons(
    demo: Program, reasons: str, export: str
) -> None:
    words = ("letter", "demo", "instagram", "--kind", "objection", "--grounds", reasons)
    ended = demo(*words, "--audit", export)
    assert ended.status == 0
    assert ended.err.startswith(f"Added to your reasons: {FIGURES}")
    assert ended.out.index(REASONS.strip()) < ended.out.index(FIGURES)
    assert FIGURES not in demo(*words).out


def test_figures_that_were_kept_need_no_file(demo: Program, reasons: str, export: str) -> None:
    words = ("letter", "demo", "instagram", "--kind", "objection", "--grounds", reasons, "--audit")
    ended = demo(*words)
    assert ended.status == 2
    assert "no figures are kept on instagram:@anika; name the export's files" in ended.err
    demo.text("audit", "archive", export, "--record", "demo", "instagram")
    assert FIGURES in demo(*words).out


def test_figures_alone_are_no_reasons_but_can_be_edited_in_the_file(
    demo: Program, export: str
) -> None:
    ended = demo("letter", "demo", "instagram", "--audit", export)
    assert ended.status == 2
    assert "--audit adds figures to reasons of your own" in ended.err
    asked = demo("letter", "demo", "instagram", "--questions", "--audit", export).out
    assert asked.rstrip().splitlines()[-1].startswith(FIGURES)
    assert f"# {QUESTIONS[0]}" in asked


def test_an_export_with_nothing_to_say_is_refused(
    demo: Program, reasons: str, tmp_path: Path
) -> None:
    members = {"data/manifest.js": "", **x.x_2019(), "data/tweet.js": "window.YTD.tweet.part0 = []"}
    file = str(zipped(tmp_path / "x.zip", members))
    ended = demo("letter", "demo", "x", "--grounds", reasons, "--audit", file)
    assert ended.status == 2
