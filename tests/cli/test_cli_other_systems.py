"""Windows and macOS, as far as the standard library lets one see to them from elsewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from optout_tui.cli.folder import data_folder

HERE = Path(__file__).parents[2]
DAY = "--today 2026-11-22"
KINDS = ("html", "csv", "ics")
COMMANDS = (
    f"new Studio --region DE --account instagram:@anika --account x:@anika {DAY}",
    f"mark Studio instagram open-menu done {DAY}",
    f"sent Studio instagram --reference 4711 {DAY}",
    f"account add Studio reddit:u/anika {DAY}",
    f"status Studio {DAY}",
    f"due {DAY}",
    f"list {DAY}",
    *(
        f"export Studio --format {fmt} --output studio.{fmt} {DAY}"
        for fmt in ("html", "csv", "ics")
    ),
    "the screen",
    f"rename Studio studio {DAY}",
    "doctor",
    "restore studio",
)
FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]|[. ]$')
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def run(folder: Path, *commands: str) -> subprocess.CompletedProcess[str]:
    """Run *commands* as on Windows, everything below *folder*."""
    environment = os.environ | {"PYTHONPATH": str(HERE), "OPTOUT_DATA_DIR": str(folder / "data")}
    return subprocess.run(
        [sys.executable, str(HERE / "tests/cli/as_windows.py"), *commands],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_every_command_and_the_screen_do_without_what_windows_has_not_got(tmp_path: Path) -> None:
    done = run(tmp_path, *COMMANDS)
    assert done.returncode == 0, (done.stderr, done.stdout)
    assert [line.rpartition(".")[2] for line in done.stderr.splitlines()] == list(KINDS)
    assert (tmp_path / "data" / "checklists" / "studio.toml").is_file()
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"studio.html", "studio.csv", "studio.ics"} <= {path.name for path in written}
    for path in written:
        relative = path.relative_to(tmp_path)
        assert PureWindowsPath(str(relative)).parts == relative.parts
        for part in relative.parts:
            assert not FORBIDDEN.search(part), path
            assert not RESERVED.match(part), path


@pytest.mark.parametrize(
    ("system", "lies_in"),
    [
        ("macos", "Library/Application Support/optout-tui"),
        ("unix", ".local/share/optout-tui"),
    ],
)
def test_checklists_lie_where_each_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, lies_in: str
) -> None:
    for name in ("OPTOUT_DATA_DIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    kind = {"macos": "MacOS", "unix": "Unix"}[system]
    module = __import__(f"platformdirs.{system}", fromlist=[kind])
    monkeypatch.setattr("platformdirs.PlatformDirs", getattr(module, kind))
    assert data_folder(None) == tmp_path / lies_in
