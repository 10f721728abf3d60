"""The manual page, the desktop entry and the icon: what the wheel lays beside the program."""

import configparser
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from optout_tui.cli.catalog import COMMANDS
from optout_tui.cli.loading import parser_of
from tests.packaging import manual

PROJECT = Path(__file__).parents[2]
ASSETS = PROJECT / "assets"
DESKTOP = ASSETS / "optout-tui.desktop"
ICON = ASSETS / "optout-tui.svg"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed")
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_the_manual_page_is_what_the_parsers_make() -> None:
    assert manual.PAGE.read_text("ascii") == manual.page(), "make man"


def test_the_manual_page_names_every_command_and_option() -> None:
    text = manual.page()
    for name, command in COMMANDS.items():
        assert f"\\fBoptout\\-tui {manual.escaped(name)}\\fR" in text
        for option in parser_of(command).options():
            assert option[1] != "-" or manual.escaped(option) in text


def test_the_manual_page_renders_without_a_warning() -> None:
    done = run("groff", "-ww", "-man", "-Tutf8", "-P-cbou", str(manual.PAGE))
    assert (done.returncode, done.stderr) == (0, "")
    assert "optout-tui mark NAME ACCOUNT STEP STATE" in done.stdout


def test_man_shows_it_without_a_warning() -> None:
    done = run("man", "--warnings", "--encoding=UTF-8", "-l", str(manual.PAGE))
    assert (done.returncode, done.stderr) == (0, "")
    assert "optout-tui" in done.stdout


@pytest.mark.parametrize(
    ("text", "roff"),
    [
        (".TH", "\\&.TH"),
        ("a-b", "a\\-b"),
        ("it's", "it\\(aqs"),
        ("\\fB", "\\efB"),
        ("“é”", "\\[u201C]\\[u00E9]\\[u201D]"),
        ("~/x", "\\(ti/x"),
    ],
)
def test_nothing_in_a_text_is_a_request(text: str, roff: str) -> None:
    assert manual.escaped(text) == roff


def test_the_desktop_entry_is_valid() -> None:
    done = run("desktop-file-validate", str(DESKTOP))
    assert (done.returncode, done.stdout) == (0, "")


def test_the_desktop_entry_starts_the_program_in_a_terminal() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(DESKTOP, encoding="utf-8")
    told = entry["Desktop Entry"]
    scripts = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert told["Exec"] in scripts
    assert (told["Type"], told["Terminal"], told["Icon"]) == ("Application", "true", ICON.stem)


def test_the_icon_is_a_square_that_needs_nothing_else() -> None:
    icon = ET.parse(ICON).getroot()  # noqa: S314 - our own file
    assert icon.get("viewBox") == "0 0 128 128"
    names = {element.tag.rpartition("}")[2] for element in icon.iter()}
    assert names <= {"svg", "title", "rect", "path"}
    assert "href" not in ICON.read_text("utf-8")


def test_everything_laid_beside_the_program_is_there() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    for source, target in shared.items():
        assert (PROJECT / source).is_file(), source
        assert target.startswith("share/")
