"""What makes it instant, as far as it is sure: what is loaded and which files are opened."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest

HERE = Path(__file__).parents[2]
COMMAND = """
status = main()
"""
START_SCREEN = """
import asyncio
from optout_tui.cli.folder import checked_folder
from optout_tui.journey.desk import Desk
from optout_tui.tui.app import OptOutApp

async def first_frame():
    app = OptOutApp(Desk(checked_folder(None)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert type(app.screen).__name__ == "StartScreen"
        assert len(app.screen.rows) == 30

asyncio.run(first_frame())
status = 0
"""
TOLD = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
from optout_tui.__main__ import main
{code}
print(json.dumps([opened, sorted(sys.modules)]), file=sys.stderr)
sys.exit(status)
"""
FULL_SCREEN = {"textual", "rich", "asyncio"}
PARSERS = {"tomllib", "tomli_w", "jinja2", "icalendar", "segno"}
KNOWING = {
    "optout_tui.library.guides",
    "optout_tui.library.knowledge",
    "optout_tui.checklist.model",
    "optout_tui.checklist.store.reading",
    "optout_tui.checklist.store.derive",
}
SPARED = {"typing_extensions", "inspect", "ast"}
"""What msgspec would load to ask for what typing itself has: a third of a quick command."""


class Told(NamedTuple):
    """What a process opened below its data folder, and which modules it loaded."""

    opened: set[str]
    modules: set[str]
    knowledge: set[str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with thirty checklists, their index, and settings."""
    home = tmp_path_factory.mktemp("instant")
    folder = home / "data"
    new(folder, "Client 00")
    first = folder / "checklists" / "Client 00.toml"
    text = first.read_text("utf-8")
    identity = text.partition('id = "')[2][:16]
    for n in range(1, 30):
        copied = text.replace(identity, f"{n:016x}").replace("Client 00", f"Client {n:02}")
        first.with_name(f"Client {n:02}.toml").write_text(copied, "utf-8")
    (folder / "settings.toml").write_text('theme = "dark"\n', "utf-8")
    told(folder, COMMAND, "list")
    return home


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Path:
    """A data folder of one's own, beside what is compiled."""
    copytree(made, tmp_path / "home")
    return tmp_path / "home" / "data"


def new(folder: Path, name: str) -> None:
    accounts = ("--account", "instagram:@anika", "--account", "x:@anika")
    told(folder, COMMAND, "new", name, "--region", "DE", *accounts)


def told(data: Path, code: str, *words: str) -> Told:
    """Run *code* with *words* on the command line and return what it did."""
    cache = data.parent / "cache"
    done = subprocess.run(
        [sys.executable, "-c", TOLD.format(code=code), *words],
        env={
            "PYTHONPATH": str(HERE),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "HOME": str(data),
            "OPTOUT_DATA_DIR": str(data),
            "XDG_CACHE_HOME": str(cache),
        },
        cwd=HERE,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    opened, modules = json.loads(done.stderr.splitlines()[-1])
    below = {path.removeprefix(f"{data}/") for path in opened if path.startswith(f"{data}/")}
    known = {
        path for path in opened if path.startswith((f"{HERE}/optout_tui/knowledge", str(cache)))
    }
    return Told(below, set(modules), {Path(path).name for path in known})


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["list"],
        ["list", "--json"],
        ["due"],
        ["due", "--quiet"],
        ["status", "Client 00"],
        ["mark", "Client 00", "x", "open-settings", "done"],
        ["rights", "DE"],
        ["export", "Client 00"],
        ["letter", "Client 00", "instagram"],
    ],
    ids=" ".join,
)
def test_no_command_loads_the_full_screen(data: Path, words: list[str]) -> None:
    assert not told(data, COMMAND, *words).modules & FULL_SCREEN


@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["due"]], ids=" ".join)
def test_with_a_good_index_no_checklist_is_opened(data: Path, words: list[str]) -> None:
    done = told(data, COMMAND, *words)
    assert done.opened == {"index.json"}
    assert done.knowledge == {"knowledge.stamp"}
    assert not done.modules & PARSERS


def test_list_with_a_good_index_loads_no_guides_and_no_checklists(data: Path) -> None:
    assert not told(data, COMMAND, "list").modules & KNOWING


@pytest.mark.parametrize("words", [["list"], ["status", "Client 00"]], ids=" ".join)
def test_msgspec_is_loaded_at_half_its_cost(data: Path, words: list[str]) -> None:
    done = told(data, COMMAND, *words)
    assert "msgspec" in done.modules
    assert not done.modules & SPARED


def test_status_opens_one_checklist(data: Path) -> None:
    opened = told(data, COMMAND, "status", "Client 00").opened
    assert opened == {"checklists/Client 00.toml"}


def test_the_start_screen_opens_the_index_and_the_settings(data: Path) -> None:
    done = told(data, START_SCREEN)
    assert done.opened == {"index.json", "settings.toml"}
    assert done.knowledge == {"knowledge.stamp"}
    assert not done.modules & (KNOWING | PARSERS - {"tomllib"})
    assert not done.modules & {"argparse", "filelock"}


def test_a_checklist_that_changed_is_the_only_one_opened(data: Path) -> None:
    path = data / "checklists" / "Client 07.toml"
    path.write_text(path.read_text("utf-8").replace("[end]", "# seen\n\n[end]"), "utf-8")
    done = told(data, COMMAND, "list")
    assert {name for name in done.opened if name.startswith("checklists/")} == {
        "checklists/Client 07.toml"
    }
