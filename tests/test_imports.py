"""What may import what, and what a quick start must not load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "optout_tui"

HEAVY = {
    "textual",
    "rich",
    "asyncio",
    "jinja2",
    "dateutil",
    "icalendar",
    "tomli_w",
    "filelock",
    "segno",
    "platformdirs",
    "httpx",
    "httpcore",
    "anyio",
}
"""What costs more to import than most commands cost together."""

LIGHT = [
    "optout_tui.safety.limits",
    "optout_tui.safety.links",
    "optout_tui.library.knowledge",
    "optout_tui.regions",
    "optout_tui.rights",
    "optout_tui.guides.choose",
    "optout_tui.checklist.progress",
    "optout_tui.checklist.store.store",
    "optout_tui.checklist.store.index",
    "optout_tui.checklist.store.derive",
    "optout_tui.handoff.browser",
    "optout_tui.handoff.clipboard",
    "optout_tui.handoff.qr",
    "optout_tui.journey.desk",
    "optout_tui.journey.session",
    "optout_tui.journey.accounts",
    "optout_tui.journey.steps",
    "optout_tui.journey.requests",
    "optout_tui.journey.due",
    "optout_tui.journey.proofs",
    "optout_tui.journey.site_audit",
    "optout_tui.journey.checks",
    "optout_tui.journey.audit",
    "optout_tui.audit.archive",
]


def loaded_by(module: str) -> set[str]:
    """The names of all modules that importing one loads, in a Python of its own."""
    code = f"import {module}, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def imports_of(path: Path) -> Iterator[str]:
    """The full names of what a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield str(node.module)


def rooms_that_import(library: str) -> set[str]:
    return {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        for name in imports_of(path)
        if name.partition(".")[0] == library
    }


@pytest.mark.parametrize("module", LIGHT)
def test_the_core_loads_nothing_heavy(module: str) -> None:
    loaded = loaded_by(module)
    assert "optout_tui" in loaded
    assert not loaded & HEAVY


def test_a_start_loads_neither_the_store_nor_the_loader() -> None:
    ours = loaded_by("optout_tui.journey.desk")
    assert "optout_tui.checklist.store.index" in ours
    assert not ours & {"optout_tui.checklist.store.store", "optout_tui.library.load"}


def test_only_the_full_screen_imports_textual() -> None:
    assert rooms_that_import("textual") == {"tui"}


def test_rich_appears_only_on_the_screen_and_on_the_command_line() -> None:
    assert rooms_that_import("rich") <= {"tui", "cli"}


def test_knowledge_holds_no_code() -> None:
    suffixes = {path.suffix for path in (PACKAGE / "knowledge").rglob("*") if path.is_file()}
    assert ".toml" in suffixes
    assert not suffixes & {".py", ".pyc", ".pyi", ".so"}


NETWORKED = {"socket", "http", "httpx", "ssl", "urllib", "asyncio", "ftplib", "smtplib"}


def test_no_room_of_the_core_opens_a_socket_but_through_one_door() -> None:
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0]
        found = {name for name in imports_of(path) if name.partition(".")[0] in NETWORKED}
        is_free = room == "tui" or path == PACKAGE / "audit" / "site" / "fetch.py"
        assert is_free or found <= {"urllib.parse"}, path


def test_only_the_door_imports_httpx_and_the_door_is_loaded_by_nobody_early() -> None:
    users = [path for path in PACKAGE.rglob("*.py") if "httpx" in set(imports_of(path))]
    assert users == [PACKAGE / "audit" / "site" / "fetch.py"]
    for module in ("cli.commands.audit_site", "cli.commands.audit_video", "journey.site_audit"):
        loaded = loaded_by(f"optout_tui.{module}")
        assert not loaded & {"httpx", "httpcore", "optout_tui.audit.site.fetch"}, module
    assert "httpx" not in loaded_by("optout_tui.audit.site.fetch")


def test_a_checklist_is_changed_only_through_the_journey() -> None:
    changing = {"optout_tui.checklist.change", "optout_tui.checklist.store.store"}
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0] in ("cli", "tui"):
            found = {name for name in imports_of(path) if not changing.isdisjoint(_above(name))}
            assert not found, path


def _above(name: str) -> list[str]:
    """The module of that name and every package it lies in."""
    parts = name.split(".")
    return [".".join(parts[:n]) for n in range(1, len(parts) + 1)]


POSIX = ("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "syslog")
"""What Python has on no Windows; only the screen's framework may ask for it there."""

EVERYWHERE = """
import importlib, pathlib, sys
for name in sys.argv[1].split():
    sys.modules[name] = None
for name in sys.argv[2:]:
    importlib.import_module(name)
"""


def test_every_room_but_the_screen_loads_without_what_windows_lacks() -> None:
    names = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0] not in ("tui", "__main__.py")
        and path.name != "wheel_hook.py"
    ]
    assert "optout_tui.cli.main" in names
    assert "optout_tui.checklist.store.whole" in names
    done = subprocess.run(
        [sys.executable, "-c", EVERYWHERE, " ".join(POSIX), *names],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_no_module_begins_by_importing_what_windows_lacks() -> None:
    for path in PACKAGE.rglob("*.py"):
        body = ast.parse(path.read_text("utf-8")).body
        tops = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
        names = {a.name for n in tops if isinstance(n, ast.Import) for a in n.names}
        names |= {str(n.module) for n in tops if isinstance(n, ast.ImportFrom)}
        assert not names & set(POSIX), path
