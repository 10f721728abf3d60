"""What a hostile export costs: seconds, memory, and nothing on the disk."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.audit.exports import x
from tests.audit.hostile_zips import Lie, forged
from tests.audit.test_archive_hostile import BAD, CONTENT, FOLDER, GOOD, LIES
from tests.e2e.test_nothing_leaves import WATCH

PROJECT = Path(__file__).parents[2]
MOST_SECONDS, MOST_MEBIBYTES = 15, 300

MEASURED = """
import re, sys, time
from pathlib import Path
from optout_tui.cli.main import main
status = main(sys.argv[1:])
peak = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1]
print(peak, time.process_time(), file=sys.stderr)
sys.exit(status)
"""
"""Says on stderr how many KiB the process held at its peak, and what seconds it worked."""

measured_here = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to ask")


def audited(file: Path, **env: str) -> tuple[dict[str, Any], float, float]:
    """Return the report, the MiB at the peak and the seconds of work of a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "audit", "archive", str(file), "--json"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **env},
    )
    peak, seconds = done.stderr.split()[-2:]
    return json.loads(done.stdout), int(peak) / 1024, float(seconds)


@measured_here
def test_a_hundred_thousand_members(tmp_path: Path) -> None:
    file = forged(
        tmp_path / "export.zip",
        *(Lie(f"{FOLDER}/posts_{n}.json", CONTENT) for n in range(30_000)),
        *(Lie(f"media/{n}.jpg", b"", method=0) for n in range(30_000)),
        *(Lie(f"../{n}.json", b"", method=0) for n in range(40_000)),
    )
    told, mebibytes, seconds = audited(file)
    assert (told["items"]["posts"], told["media_files"]) == (90_000, {"photos": 30_000})
    assert mebibytes < 100 < MOST_MEBIBYTES
    assert seconds < MOST_SECONDS


@measured_here
def test_a_hundred_bombs_at_once(tmp_path: Path) -> None:
    """Of honest directories, of lying ones, and a file that is one bomb slowly let off."""
    content = b"[" + b" " * 8_000_000
    bombs = [
        BAD._replace(name=f"{FOLDER}/posts_{n}.json", content=content, size=size)
        for n, size in enumerate([len(content), 5_000, 7_900_000] * 33, 2)
    ]
    told, mebibytes, seconds = audited(forged(tmp_path / "export.zip", GOOD, *bombs))
    assert told["items"]["posts"] == 3
    assert len(told["problems"]) == 99
    assert mebibytes < 100 < MOST_MEBIBYTES
    assert seconds < MOST_SECONDS


@measured_here
def test_what_is_remembered_of_an_archive_of_x_is_bounded(tmp_path: Path) -> None:
    """Each id, each long post and each chat is another one, and there are very many."""
    long = json.dumps(x.note("w " * 200, "2025-10-10T20:19:24.000Z"))
    many = 120_000
    members = {
        "data/note-tweet.js": (long.replace("w w", f"{n} w", 1) for n in range(many)),
        "data/twitter-circle-tweet.js": (f'{{"tweet":{{"id_str":"{n}"}}}}' for n in range(many)),
        "data/grok-chat-item.js": (f'{{"grokChatItem":{{"chatId":"{n}"}}}}' for n in range(many)),
    }
    lies = [Lie(name, f"x = [{','.join(held)}]".encode()) for name, held in members.items()]
    told, mebibytes, seconds = audited(forged(tmp_path / "export.zip", *lies))
    assert (told["items"]["posts"], told["items"]["chats"]) == (many, many)
    assert any("more long posts" in one for one in told["notes"])
    assert mebibytes < 150 < MOST_MEBIBYTES
    assert seconds < MOST_SECONDS


TEXTS = {
    "tags": ("Articles/Articles/a.html", b"<p class=created>" * 200_000),
    "open brackets": ("Articles/Articles/a.html", b"<" * 3_000_000),
    "open tags": ("Articles/Articles/a.html", b"<p class=created " * 200_000),
    "half entities": ("Articles/Articles/a.html", b"&#" * 1_500_000),
    "one cell": ("Rich_Media.csv", b"Date/Time\n" + b"You uploaded a " * 500_000),
    "lists in lists": ("data/direct-messages.js", b"x = " + b'[{"dmConversation":' * 300_000),
    "a deep list": (
        "data/direct-messages.js",
        b'[{"dmConversation":{"messages":' + b"[" * 3_000_000,
    ),
    "empty talks": (
        "data/direct-messages.js",
        b"x = [" + b'{"dmConversation":{"messages":[]}},' * 100_000,
    ),
    "deep objects": (
        "export_data/prod-grok-backend.json",
        b'{"conversations":[' + b'{"a":' * 500_000,
    ),
}
"""What would cost more with every byte: scanned again and again, or deeper and deeper."""


@measured_here
@pytest.mark.parametrize("name", TEXTS)
def test_no_text_makes_it_slow(tmp_path: Path, name: str) -> None:
    member, content = TEXTS[name]
    marks = {"Profile.csv", "data/account.js", "export_data/prod-grok-backend.json"} - {member}
    others = [Lie(one, b"", method=0) for one in sorted(marks)]
    good = Lie("your_instagram_activity/media/posts_1.json", CONTENT)
    bad = Lie(member, content, method=0)
    told, mebibytes, seconds = audited(forged(tmp_path / "e.zip", good, bad, *others))
    assert told["items"]["posts"] == 3
    assert mebibytes < MOST_MEBIBYTES
    assert seconds < MOST_SECONDS / 3


def test_nothing_is_written_whatever_an_export_claims(tmp_path: Path) -> None:
    lies = [lie for lie, _ in LIES.values()]
    file, log = forged(tmp_path / "export.zip", GOOD, *lies), tmp_path / "log"
    log.touch()
    env = {
        "WATCH_LOG": str(log),
        "PYTHONPATH": os.pathsep.join((str(WATCH), str(PROJECT))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPTOUT_DATA_DIR": str(tmp_path / "data"),
    }
    told, _, _ = audited(file, **env)
    assert told["items"]["posts"] >= 3
    assert len(told["problems"]) >= len(lies) - 2
    assert log.read_text("utf-8") == ""
    assert sorted(one.name for one in tmp_path.iterdir()) == ["export.zip", "log"]
