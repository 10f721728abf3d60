"""The real program in a process of its own: how it ends, and what it loads."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from optout_tui import __version__

HERE = Path(__file__).parents[2]
MODULES = """
import sys
from optout_tui.__main__ import main
sys.argv[0] = "optout-tui"
status = main()
print(*sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
sys.exit(status)
"""
HEAVY = {"textual", "asyncio"}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_DATA")}
    return kept | {"OPTOUT_DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(HERE)}


def run(
    environment: dict[str, str], *words: str, code: str = ""
) -> subprocess.CompletedProcess[str]:
    how = ["-c", code] if code else ["-m", "optout_tui"]
    return subprocess.run(
        [sys.executable, *how, *words],
        env=environment,
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.fixture
def demo(environment: dict[str, str]) -> dict[str, str]:
    words = ["new", "demo", "--region", "DE", "--account", "x:@a"]
    assert run(environment, *words).returncode == 0
    return environment


def test_done_and_refused_end_as_promised(environment: dict[str, str]) -> None:
    done = run(environment, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"optout-tui {__version__}\n", "")
    refused = run(environment, "lst")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        'optout-tui: unknown command or checklist "lst"; did you mean list?\n'
    )


def test_without_a_terminal_the_wizard_asks_on_lines(environment: dict[str, str]) -> None:
    asked = run(environment)
    assert (asked.returncode, asked.stderr) == (0, "")
    question, how_to_go_on = asked.stdout.splitlines()[-2:]
    assert question.startswith("Where do you live?")
    assert how_to_go_on == "Begin again with: optout-tui --plain"


def test_new_works_with_the_options_before_it(environment: dict[str, str], tmp_path: Path) -> None:
    words = ["--data-dir", str(tmp_path / "d"), "new", "demo", "--region", "DE"]
    made = run(environment, *words, "--account", "instagram:@anika", "--account", "x:@anika")
    assert (made.returncode, made.stderr) == (0, "")
    assert Path(made.stdout.rstrip("\n")).is_file()


@pytest.mark.parametrize("words", [["--version"], ["list", "--version"]])
def test_version_loads_next_to_nothing(environment: dict[str, str], words: list[str]) -> None:
    loaded = set(run(environment, *words, code=MODULES).stderr.split())
    assert not loaded & (HEAVY | {"rich", "msgspec", "argparse"})


def test_version_alone_loads_nothing_at_all(environment: dict[str, str]) -> None:
    loaded = set(run(environment, "--version", code=MODULES).stderr.split())
    before = set(run(environment, code="import sys; print(*sys.modules)").stdout.split())
    assert loaded - before <= {"gc", "optout_tui", "__main__"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_version_that_cannot_be_written_is_refused(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "optout_tui", "--version"],
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 2
    assert ended.stderr == ("optout-tui: the output cannot be written: No space left on device\n")


def test_help_loads_no_parser(environment: dict[str, str]) -> None:
    loaded = set(run(environment, "--help", code=MODULES).stderr.split())
    assert not loaded & (HEAVY | {"rich", "msgspec", "argparse"})


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "--json"],
        ["status", "demo"],
        ["status", "demo", "--json"],
        ["export", "demo"],
        ["export", "demo", "--format", "json"],
        ["export", "demo", "--format", "csv"],
        ["export", "demo", "--format", "toml"],
        ["status", "--help"],
        ["proof", "demo", "x", "mail"],
        ["compare", "--region", "DE"],
        ["rights", "DE"],
    ],
)
def test_commands_load_no_screen_and_no_event_loop(demo: dict[str, str], words: list[str]) -> None:
    ended = run(demo, *words, code=MODULES)
    assert ended.returncode == 0
    assert not set(ended.stderr.split()) & (HEAVY | {"rich"})


def test_a_reader_that_leaves_is_no_trouble(demo: dict[str, str]) -> None:
    code = """
import sys
from optout_tui.cli import output
from optout_tui.cli.main import main
import optout_tui.cli.commands.list as command
command.run = lambda args: [output.say("x" * 1000) for _ in range(1000)] and None
sys.exit(main(["list"]))
"""
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env=demo,
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141


def test_a_bug_writes_a_report_without_personal_data(demo: dict[str, str]) -> None:
    code = """
import sys
from optout_tui.cli.main import main
from optout_tui.journey.desk import Desk
def rows(self):
    raise ValueError("secret @anika")
Desk.rows = rows
sys.exit(main(sys.argv[1:]))
"""
    ended = run(demo, "list", code=code)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("optout-tui: a bug of ours (ValueError); the report, ")
    [report] = (Path(demo["OPTOUT_DATA_DIR"]) / "crash-reports").iterdir()
    assert str(report) in ended.stderr
    assert report.stat().st_mode & 0o777 == 0o600
    told = report.read_text("utf-8")
    assert "builtins.ValueError" in told
    assert "optout_tui/cli/commands/list.py:" in told
    assert __version__ in told
    for personal in ("anika", "secret", demo["OPTOUT_DATA_DIR"], str(Path.home()), "<string>"):
        assert personal not in told


def test_a_bug_that_cannot_be_reported_is_one_line_too(
    demo: dict[str, str], tmp_path: Path
) -> None:
    code = """
import sys
from optout_tui.cli.main import main
import optout_tui.cli.main as room
room.find_command = None
sys.exit(main(sys.argv[1:]))
"""
    (tmp_path / "file").touch()
    ended = run(demo, "list", "--data-dir", str(tmp_path / "file"), code=code)
    assert ended.returncode == 1
    assert ended.stderr == (
        "optout-tui: a bug of ours (TypeError); no report could be written (NotADirectoryError)\n"
    )


WAITING = """
import signal, sys, threading
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore them
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
from optout_tui.__main__ import main
import optout_tui.cli.commands.list as command
def run(args):
    print("ready", flush=True)
    threading.Event().wait(30)
command.run = run
sys.argv = ["optout-tui", "list"]
sys.exit(main())
"""


@pytest.fixture
def waiting(demo: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """The program in the middle of a command."""
    with subprocess.Popen(
        [sys.executable, "-c", WAITING],
        env=demo,
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield process
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="there a signal ends a program as it is")
@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_it_quietly_with_its_status(
    waiting: subprocess.Popen[bytes], name: str, status: int
) -> None:
    waiting.send_signal(signal.Signals[name])
    assert waiting.wait(10) == status
    assert waiting.stderr is not None
    assert waiting.stderr.read() == b""
