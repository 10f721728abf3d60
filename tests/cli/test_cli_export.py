"""A checklist for somebody else: printed as it stands, or written whole into a file."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from optout_tui.export.render import FORMATS, render
from optout_tui.journey.desk import Desk
from tests.cli.program import Program


def test_export_prints_markdown_unless_told_otherwise(demo: Program) -> None:
    told = demo.text("export", "demo")
    assert told == demo.text("export", "demo", "--format", "md", "--output", "-")
    assert "demo" in told.splitlines()[0]


@pytest.mark.parametrize("fmt", FORMATS)
def test_what_is_printed_is_what_export_made(demo: Program, fmt: str) -> None:
    desk = Desk(demo.data_dir, today=date(2026, 11, 22))
    made = render(desk.open("demo").checklist, desk.knowledge, desk.today, fmt)
    assert demo.text("export", "demo", "--format", fmt) == made


def test_an_export_can_be_read_again(demo: Program) -> None:
    assert json.loads(demo.text("export", "demo", "--format", "json"))
    assert tomllib.loads(demo.text("export", "demo", "--format", "toml"))["region"] == "DE"


def test_redacted_holds_no_handle(demo: Program) -> None:
    assert "anika" in demo.text("export", "demo")
    for fmt in FORMATS:
        assert "anika" not in demo.text("export", "demo", "--format", fmt, "--redact")


def test_a_file_is_written_for_this_person_and_its_place_told_on_stderr(
    demo: Program, tmp_path: Path
) -> None:
    file = tmp_path / "demo.md"
    ended = demo("export", "demo", "--output", str(file))
    assert (ended.status, ended.out, ended.err) == (0, "", f"Written to {file}\n")
    assert file.read_text("utf-8") == demo.text("export", "demo")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_replaced_only_by_force(demo: Program, tmp_path: Path) -> None:
    file = tmp_path / "demo.md"
    file.write_text("mine")
    assert "already exists" in demo.refused("export", "demo", "--output", str(file))
    assert file.read_text() == "mine"
    assert demo("export", "demo", "--output", str(file), "--force").status == 0
    assert file.read_text("utf-8") == demo.text("export", "demo")


def test_a_file_that_cannot_be_written_is_refused(demo: Program, tmp_path: Path) -> None:
    assert demo.refused("export", "demo", "--output", str(tmp_path / "none" / "demo.md"))
    assert demo.refused("export", "demo", "--output", str(tmp_path), "--force")


def test_as_json_an_export_is_one_value(demo: Program, tmp_path: Path) -> None:
    made = demo.json("export", "demo")
    assert (made["name"], made["format"], made["path"]) == ("demo", "md", None)
    assert made["text"] == demo.text("export", "demo")
    file = tmp_path / "demo.md"
    assert demo.json("export", "demo", "--output", str(file))["path"] == str(file)


def test_a_format_nobody_knows_is_refused(demo: Program) -> None:
    assert demo.refused("export", "demo", "--format", "htm").startswith('unknown format "htm"')
    assert "known are md, " in demo.refused("export", "demo", "--format", "zzzzzz")
