"""Every example of every ``--help`` does what it says, in a folder where it can."""

import io
import json
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from optout_tui.audit.site import fetch
from optout_tui.cli.catalog import COMMANDS, WIZARD
from optout_tui.cli.commands import audit_video
from optout_tui.cli.loading import module_of
from tests.audit.exports.instagram import instagram_2025
from tests.audit.exports.making import zipped
from tests.cli.program import Program
from tests.local_site import Page, local_site

PROGRAM = "optout-tui"
_OF_SHELL = {">", "|", "||"}
"""Where a shell takes over."""

PERSONAL = ["new", "Personal", "--region", "DE", "--account", "instagram:@anika"]
WITH_X = ["account", "add", "Personal", "x:@anika"]
WRITTEN = ["export", "Personal", "--format", "toml", "--output"]
BEFORE: dict[str, list[list[str]]] = {
    "new": [],
    "account remove": [PERSONAL, WITH_X],
    "account rename": [PERSONAL, WITH_X],
    "reply": [PERSONAL, ["sent", "Personal", "instagram:@anika"]],
    "check": [PERSONAL, [*WRITTEN, "personal.toml"]],
    "import": [PERSONAL, [*WRITTEN, "personal.toml"], ["delete", "Personal", "--yes"]],
    "merge": [
        PERSONAL,
        [*WRITTEN, "Personal.sync-conflict-20261122-101500-ABCDEFG.toml"],
    ],
    "restore": [PERSONAL, ["mark", "Personal", "instagram", "open-form", "done"]],
    "guides check": [["guides", "new", "mastodon", "--copy"]],
}
"""What was done before the examples of a command; else there is a checklist ``Personal``."""


def examples(name: str) -> list[str]:
    """Return the lines of a command's example that a person would type."""
    command = WIZARD if name == WIZARD.name else COMMANDS[name]
    lines = module_of(command).EXAMPLE.splitlines()
    return [line for line in lines if line.startswith(f"{PROGRAM} ")]


def words_of(line: str) -> list[str]:
    """Return our own words of *line*, up to where the shell goes on."""
    words = shlex.split(line)[1:]
    ends = [n for n, word in enumerate(words) if word in _OF_SHELL]
    return words[: ends[0]] if ends else words


@pytest.fixture(autouse=True)
def _at_a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with the files that examples name, and nobody at the keyboard."""
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    reasons = "I am a photographer. My pictures show other people, who never agreed to this."
    (desk / "reasons.txt").write_text(reasons, "utf-8")
    (desk / "form.png").write_bytes(b"PNG")
    (desk / "robots.txt").write_text("User-agent: GPTBot\nDisallow: /\n", "utf-8")
    zipped(desk / "instagram-anika-2026-11-22.zip", instagram_2025())


@pytest.fixture(autouse=True)
def _an_answer_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the example of a video asks for lies here, as if that were the open internet."""
    with local_site() as site:
        answer = json.dumps({"videoId": "jNQXAC9IVRw", "permitted": ["none"]})
        site.pages["/answer"] = Page(answer.encode())
        monkeypatch.setattr(audit_video, "video_address", lambda _: f"{site.url}/answer")
        monkeypatch.setattr(fetch, "is_public", lambda _: True)
        yield


@pytest.mark.parametrize("name", [*COMMANDS, WIZARD.name])
def test_every_example_runs(program: Program, name: str) -> None:
    for words in BEFORE.get(name, [PERSONAL]):
        assert program(*words).status == 0
    lines = examples(name)
    assert lines
    for line in lines:
        ended = program(*words_of(line))
        assert ended.status == 0, (line, ended.err)


@pytest.mark.parametrize("name", [*COMMANDS, WIZARD.name])
def test_an_example_is_one_of_its_own_command(name: str) -> None:
    for line in examples(name):
        if name != WIZARD.name:
            assert line.startswith(f"{PROGRAM} {name}")


def test_the_overview_shows_one_that_runs(program: Program) -> None:
    told = program.text("--help")
    [line] = [line.strip() for line in told.splitlines() if line.startswith(f"  {PROGRAM} new ")]
    ended = program(*words_of(line))
    assert (ended.status, ended.err) == (0, "")
