"""How each command is called on a hostile checklist, and how it has to end."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from optout_tui.export.render import FORMATS
from optout_tui.safety.text import has_controls
from tests.cli.program import Ended, Program
from tests.hand_made import Table, written

CALLS: dict[str, tuple[tuple[str, ...], ...]] = {
    "new": (("Fresh", "--region", "DE", "--account", "instagram:@new"),),
    "open": (("demo",),),
    "list": ((),),
    "status": (("demo",),),
    "rename": (("demo", "Home"),),
    "delete": (("demo", "--yes"),),
    "region": (("demo", "CH"),),
    "account add": (("demo", "x:@more", "chatgpt"),),
    "account remove": (("demo", "{account}"),),
    "account rename": (("demo", "{account}", "@new"),),
    "mark": (
        ("demo", "{account}", "open-form", "done", "--note", "easy"),
        ("demo", "{account}", "open-form", "problem", "--trouble", "no-object-word"),
    ),
    "sent": (
        ("demo", "{account}", "--on", "2026-11-20", "--received", "2026-11-21"),
        ("demo", "{account}", "--channel", "email", "--reference", "4711"),
        ("demo", "{account}", "--kind", "reminder", "--request", "r1"),
    ),
    "reply": (
        (
            *("demo", "{account}", "refused", "--request", "r1", "--reason", "other"),
            *("--note", "x", "--on", "2026-11-21"),
        ),
        ("demo", "{account}", "question", "--about", "identity", "--request", "r1"),
    ),
    "due": ((), ("demo",), ("--within", "9999", "--quiet")),
    "proof": (
        ("demo", "{account}", "mail", "--reference", "x", "--note", "x", "--file", "{file}"),
    ),
    "compare": (
        ("--region", "DE"),
        ("--region", "DE", "--default", "on", "--kind", "setting", "--sort", "company"),
        ("--region", "DE", "--company", "Meta"),
    ),
    "rights": (("DE", "--received", "2026-11-22"),),
    "guides list": ((),),
    "guides show": (("instagram", "--region", "US"),),
    "guides check": (("{file}",),),
    "export": (
        ("demo", "--output", "-"),
        *(("demo", "--format", fmt, *more) for fmt in FORMATS for more in ((), ("--redact",))),
    ),
    "check": (("{file}",),),
    "import": (("{file}", "--name", "Imported"),),
    "merge": (("demo", "{copy}"), ("demo", "{copy}", "--prefer", "mine")),
    "restore": (("demo", "--revision", "1"),),
    "doctor": ((),),
    "letter": (
        ("demo", "{account}", "--kind", "objection", "--grounds", "{file}", "--language", "en"),
        ("demo", "{account}", "--kind", "reminder", "--request", "r1", "--output", "-"),
        ("demo", "{account}", "--kind", "objection", "--audit", "{file}"),
    ),
    "audit archive": (
        ("{file}", "--region", "DE"),
        ("{file}", "--checklist", "demo", "--item", "1"),
        ("{file}", "--record", "demo", "{account}"),
    ),
    "audit site": (
        ("{file}", "--agent", "GPTBot", "--path", "/blog/"),
        ("https://example.org/", "--record", "demo", "{account}"),
        ("{file}", "--path", "/blog/"),
    ),
    "audit video": (("jNQXAC9IVRw",), ("jNQXAC9IVRw", "--record", "demo", "{account}")),
    "completion": (
        ("bash",),
        ("--candidates", "bash", "=optout-tui mark demo "),
        ("--candidates", "bash", "=optout-tui mark demo instagram "),
    ),
    "guides history": (("instagram",), ()),
    "guides new": (("photopia", "--output", "-"),),
}
"""What each command is given: ``{file}`` is the hostile file, ``{copy}`` another like it, and
``{account}`` the first account of both."""

READS = frozenset(
    {"open", "list", "status", "due", "export", "check", "completion", "doctor", "letter"}
)
"""Commands that look at checklists and change none."""

PRINTS_A_FILE = frozenset({"export"})
"""Commands whose stdout is a file's content, with its own line ends."""

FINDS = frozenset({"check", "guides check", "doctor"})
"""Commands that print on stdout what they find, and end with status 2."""


def check_ended(name: str, ended: Ended, said: object, *, as_json: bool = False) -> None:
    """It ended in order: status 0 or 2, one line of refusal, nothing that drives a terminal.

    ``due --quiet`` may also end with 3, and then says nothing.
    """
    if name == "due" and ended.status == 3:
        assert (ended.out, ended.err) == ("", ""), (said, ended)
        return
    assert ended.status in (0, 2), (name, said, ended)
    prints_a_file = name in PRINTS_A_FILE and not as_json
    kept = "\r\n\t" if prints_a_file else "\n"
    for text in (ended.out, ended.err):
        fit = text.translate({ord(char): None for char in kept})
        assert not has_controls(fit), (name, said, text)
    if ended.status:
        assert ended.err.count("\n") == 1, (name, said, ended.err)
        assert ended.err.startswith("optout-tui: "), (name, said, ended.err)
        assert ended.out == "" or name in FINDS, (name, said, ended.out)
    if not prints_a_file:
        assert not re.search("^Forged", _before_own_lines(ended), re.MULTILINE), (name, said, ended)


def _before_own_lines(ended: Ended) -> str:
    """What was said up to the person's own reasons in a letter, which keep their own lines."""
    return ended.err + ended.out.partition("My reasons, which arise")[0]


class Victim:
    """The program with one checklist, made by hand, and the calls of one command."""

    def __init__(self, program: Program, name: str) -> None:
        self.program, self.name = program, name
        self.path, self.copy = program.file("demo"), Path("copy.toml")
        self.path.parent.mkdir(parents=True)
        self.account = "instagram"

    def put(self, table: Table) -> None:
        """Put *table* in the checklist's place, and another version of it beside."""
        self.path.write_bytes(written(table))
        parent = f"sha256:{sha256(self.path.read_bytes()).hexdigest()}"
        changed = {"revision": 2, "parent": parent, "region": "FR"}
        self.copy.write_bytes(written(table | changed))
        accounts = table.get("accounts")
        if isinstance(accounts, list) and accounts and isinstance(accounts[0], dict):
            self.account = accounts[0].get("id", "instagram")

    def words(self) -> Iterator[list[str]]:
        """Every way the command is called."""
        filled = {"{file}": str(self.path), "{copy}": str(self.copy), "{account}": self.account}
        for call in CALLS[self.name]:
            yield [filled.get(word, word) for word in call]

    def run(self, words: list[str], said: object) -> Ended:
        """Call the command, look how it ended, and return that."""
        ended = self.program(*self.name.split(), *words)
        check_ended(self.name, ended, said)
        return ended

    def run_as_json(self, words: list[str], said: object) -> Any:
        """Call the command with ``--json`` and return the one value it prints, if it does."""
        ended = self.program("--json", *self.name.split(), *words)
        check_ended(self.name, ended, said, as_json=True)
        return json.loads(ended.out) if ended.out else None
