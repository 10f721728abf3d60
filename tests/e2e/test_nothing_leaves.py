"""Nothing leaves this computer, and nothing is written but where it says it is."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from optout_tui.cli.catalog import COMMANDS
from optout_tui.journey.desk import Desk
from tests.audit.exports.instagram import instagram_2025
from tests.audit.exports.making import zipped
from tests.e2e.computer import PROJECT, Computer
from tests.e2e.journey import add_account, leave, next_field, tick
from tests.e2e.terminal import Terminal
from tests.tui.exports import downloads

WATCH = Path(__file__).parent / "watch"

EVERY_COMMAND: dict[str, tuple[str, ...]] = {
    "new": ("Personal", "--region", "DE", "--account", "instagram:@anika"),
    "account add": ("Personal", "x:@anika", "chatgpt"),
    "account rename": ("Personal", "x", "@anika.new"),
    "account remove": ("Personal", "chatgpt"),
    "list": (),
    "status": ("Personal",),
    "mark": ("Personal", "instagram", "open-menu", "done", "--note", "easy"),
    "sent": ("Personal", "instagram", "--reference", "4711"),
    "proof": ("Personal", "instagram", "mail", "--reference", "a mail"),
    "reply": ("Personal", "instagram", "granted"),
    "due": ("--json",),
    "region": ("Personal", "CH"),
    "export": ("Personal", "--format", "html", "--output", "export.html"),
    "compare": ("--region", "DE"),
    "audit archive": ("../export.zip", "--region", "DE"),
    "audit site": ("../robots.txt", "--path", "/blog/"),
    "rights": ("DE", "--received", "2026-11-22"),
    "guides list": (),
    "guides show": ("instagram", "--region", "US"),
    "guides check": (),
    "guides history": (),
    "guides new": ("photopia", "--output", "-"),
    "letter": ("Personal", "instagram", "--kind", "objection"),
    "check": ("export.toml",),
    "import": ("export.toml", "--name", "Again"),
    "merge": ("Personal", "export.toml"),
    "restore": ("Personal", "--revision", "3"),
    "doctor": (),
    "completion": ("bash",),
    "rename": ("Personal", "Home"),
    "delete": ("Home", "--yes"),
}
"""What each command is given, in an order in which all of them succeed."""

ASKING_FIRST = {"audit site": "https://example.org/", "audit video": "jNQXAC9IVRw"}
"""What fetches, and what it would fetch: without a yes nothing at all."""


class Watched:
    """A computer on which everything the program does is written down."""

    def __init__(self, computer: Computer, log: Path) -> None:
        """Watch every program that is started on *computer* from now on."""
        self.computer, self.log = computer, log
        log.touch()
        paths = os.pathsep.join(map(str, (WATCH, PROJECT)))
        computer.env |= {
            "WATCH_LOG": str(log),
            "PYTHONPATH": paths,
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def done(self, kind: str) -> list[str]:
        """Return everything of *kind* that was done."""
        lines = (line.partition("\t") for line in self.log.read_text("utf-8").splitlines())
        return [said for found, _, said in lines if found == kind]

    def assert_quiet(self, *exports: str) -> None:
        """No network, no other program, and no file but in its own places and *exports*."""
        assert self.done("network") == []
        assert self.done("process") == []
        computer = self.computer
        own = (computer.data, computer.cache, Path("/dev"))
        written = {Path(path) for path in self.done("write")}
        elsewhere = {path for path in written if not any(map(path.is_relative_to, own))}
        desk = {path for path in elsewhere if path.parent == computer.desk}
        assert elsewhere == desk
        assert {path.name for path in desk if path.name[0] != "."} == set(exports)
        assert {path.name for path in computer.desk.iterdir()} == set(exports)
        assert any(path.is_relative_to(computer.data) for path in written), "it watched nothing"


@pytest.fixture
def watched(new_computer: Callable[[str], Computer], tmp_path: Path) -> Watched:
    """A watched computer with a cache folder of its own."""
    computer = new_computer("watched")
    computer.cache = tmp_path / "cache"
    computer.env["XDG_CACHE_HOME"] = str(computer.cache)
    return Watched(computer, tmp_path / "watch.log")


def test_no_command_touches_the_network(watched: Watched) -> None:
    computer = watched.computer
    told = set(EVERY_COMMAND) | set(ASKING_FIRST) | {"open"}
    assert told == set(COMMANDS), "say how each command is run"
    zipped(computer.desk.parent / "export.zip", instagram_2025())
    (computer.desk.parent / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    for name, words in EVERY_COMMAND.items():
        if name == "check":
            computer.do("export", "Personal", "--format", "toml", "--output", "export.toml")
        computer.do(*name.split(), *words)
    for name, address in ASKING_FIRST.items():
        refused = computer.run(*name.split(), address)
        assert refused.returncode == 2
        assert "nobody to ask whether to fetch" in refused.stderr
    watched.assert_quiet("export.html", "export.toml")


def test_what_fetches_after_a_yes_is_noticed(watched: Watched) -> None:
    """The watch sees the one door; here it is kept shut."""
    computer = watched.computer
    refused = computer.run("audit", "site", "https://example.org/", "--yes")
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 7
    assert any("getaddrinfo" in done for done in watched.done("network"))


def test_no_screen_touches_the_network(watched: Watched) -> None:
    watched.computer.do("new", "Acme", "--region", "DE", "--account", "instagram:@acme")
    terminal = watched.computer.start()
    terminal.expect("▸ Acme")
    look_and_go_back(terminal, "?", "Help: Your checklists")
    look_and_go_back(terminal, "c", "Compare  Germany")
    terminal.press("n")
    terminal.expect("A new checklist")
    terminal.press("enter")
    terminal.expect("Where do you live?")
    terminal.expect("▸")
    terminal.type("germany")
    terminal.expect("▸ Germany")
    terminal.press("enter")
    terminal.expect("▸ [ ]")
    add_account(terminal, "Instagram", "@anika")
    terminal.press("enter")
    terminal.expect("step 1 of 7")
    walk_the_guide(terminal)
    terminal.press("f")
    terminal.expect("What this does not do")
    terminal.press("x")
    terminal.expect("Export Personal")
    next_field(terminal)
    terminal.press("enter")
    terminal.expect("Written:")
    leave(terminal)
    watched.assert_quiet("Personal 2026-11-22.md")


LOOKS = (
    "audit", "../export.zip", "", "germany", "instagram, website", "@anika", "example.org",
    "audit", "../export.zip", "", "yes", "yes",
    "account", "2", "audit", "../robots.txt", "audit", "https://example.org/", "no",
    "menu", "export", "md", "1", "", "leave",
)  # fmt: skip


def test_no_look_in_plain_mode_touches_the_network_before_a_yes(watched: Watched) -> None:
    computer = watched.computer
    zipped(computer.desk.parent / "export.zip", instagram_2025())
    (computer.desk.parent / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    done = computer.run("--plain", piped="".join(f"{line}\n" for line in LOOKS))
    assert (done.returncode, done.stderr) == (0, "")
    assert "https://example.org/robots.txt" in done.stdout
    assert "Nothing was fetched." in done.stdout
    watched.assert_quiet("Personal 2026-11-22.md")
    computer.run("Personal", "--plain", piped="audit\nhttps://example.org/\nyes\n")
    assert any("getaddrinfo" in one for one in watched.done("network"))


def walk_the_guide(terminal: Terminal) -> None:
    """Tick two steps and open every dialog of the third, which has links and troubles."""
    tick(terminal, 2)
    terminal.expect("step 3 of 7")
    for key, title in {
        "?": "Help: The guide",
        "p": "What do you see?",
        "o": "Open this address?",
        "r": "Point your phone's camera here",
        "n": "Note: ",
        "e": "Proof: Instagram",
        "i": "About Instagram",
        "L": "Which language",
        "ctrl+p": "key space",
    }.items():
        look_and_go_back(terminal, key, title)


def look_and_go_back(terminal: Terminal, key: str, title: str) -> None:
    """Press *key*, see *title* come, and leave by escape."""
    terminal.press(key)
    terminal.expect(title)
    terminal.escape_from(title)


def test_a_tour_of_every_screen_and_dialog_touches_nothing(watched: Watched) -> None:
    """The tour that the screens' own tests make, without a terminal."""
    computer = watched.computer
    downloads(Desk(computer.data))  # the exports are there before anybody looks
    done = subprocess.run(
        [sys.executable, "-m", "tests.tui.tour", str(computer.data)],
        env=computer.env,
        cwd=computer.desk,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert len(done.stdout.split()) > 15
    watched.assert_quiet()


NOTICED = {
    "import socket; socket.create_connection(('127.0.0.1', 9), 1)": "network",
    "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)": "network",
    "import socket; socket.socket(socket.AF_UNIX).connect('x')": "network",
    "import socket; socket.getaddrinfo('localhost', 80)": "network",
    "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')": "network",
    "import subprocess; subprocess.run(['true'])": "process",
    "import os; os.system('true')": "process",
    "import os; os.fork() or os._exit(0)": "process",
    "import tempfile; tempfile.TemporaryFile()": "write",
    "import os; os.mkdir('folder')": "write",
    "import pathlib; pathlib.Path('file').touch()": "write",
    "import os, sys; os.chmod('.', 0o700)": "write",
    "import os; os.open('file', os.O_CREAT | os.O_WRONLY)": "write",
}


@pytest.mark.parametrize(("code", "kind"), NOTICED.items())
def test_the_watch_would_notice(watched: Watched, code: str, kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=watched.computer.env,
        cwd=watched.computer.desk,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert watched.done(kind) != []
    assert ("nothing may leave this computer" in done.stderr) == (kind == "network")


def test_the_watch_names_what_is_taken_away_by_its_whole_path(watched: Watched) -> None:
    folder = watched.computer.desk / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "file").touch()
    code = "import shutil; shutil.rmtree('folder')"
    subprocess.run(
        [sys.executable, "-c", code], env=watched.computer.env, cwd=folder.parent, check=True
    )
    assert str(folder / "inner" / "file") in watched.done("write")
