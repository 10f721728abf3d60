"""The scripts of ``completion`` in real shells: tab is pressed, and what comes is read."""

import os
import shutil
import sys

import pytest

from tests.e2e.computer import Computer
from tests.e2e.terminal import Terminal

SHELLS = ("bash", "zsh", "fish")

_START = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "--private", "-i"),
}
_LOAD = {
    "bash": "PS1='$ '; bind 'set enable-bracketed-paste off'; source {script}",
    "zsh": "PS1='$ '; unsetopt beep; autoload -U compinit; compinit -u -D; source {script}",
    "fish": "function fish_prompt; echo '$ '; end; source {script}",
}


@pytest.fixture
def owner(computer: Computer) -> Computer:
    """A computer with two checklists, and the program under its name on the search path."""
    folder = computer.home / "bin"
    folder.mkdir()
    command = folder / "optout-tui"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m optout_tui "$@"\n')
    command.chmod(0o755)
    computer.env["PATH"] = f"{folder}{os.pathsep}{computer.env['PATH']}"
    accounts = ("--account", "instagram:@anika", "--account", "x:@a")
    computer.do("new", "Personal", "--region", "DE", *accounts)
    computer.do("new", "My brand", "--region", "FR", "--account", "chatgpt")
    (computer.desk / "reasons.txt").touch()
    return computer


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, owner: Computer) -> Terminal:
    """Each shell that is installed, with its script read in."""
    name: str = request.param
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    script = owner.desk / "script"
    script.write_text(owner.do("completion", name))
    terminal = Terminal(_START[name], env=owner.env, cwd=owner.desk)
    owner.terminals.append(terminal)
    terminal.type(f"{_LOAD[name].format(script=script)}\r")
    terminal.type("clear; echo rea''dy\r")
    terminal.expect("ready")
    return terminal


LINES = {
    "optout-tui stat": "optout-tui status ",
    "optout-tui guides sho": "optout-tui guides show ",
    "optout-tui status Pers": "optout-tui status Personal ",
    "optout-tui status My": "optout-tui status My\\ brand ",
    "optout-tui status 'My": "optout-tui status 'My brand' ",
    "optout-tui mark Personal inst": "optout-tui mark Personal instagram:@anika ",
    "optout-tui mark Personal x:": "optout-tui mark Personal x:@a ",
    "optout-tui mark Personal instagram:@anika open-m": "instagram:@anika open-menu ",
    "optout-tui mark My\\ brand ch": "optout-tui mark My\\ brand chatgpt ",
    "optout-tui sent Personal x:@a --cha": "optout-tui sent Personal x:@a --channel ",
    "optout-tui sent Personal x:@a --kind=eras": "--kind=erasure ",
    "optout-tui letter Personal x:@a --grounds rea": "--grounds reasons.txt ",
}
"""What is typed before tab, and how it stands there after."""


def test_tab_completes_the_word(shell: Terminal) -> None:
    for typed, whole in LINES.items():
        shell.type(f"{typed}\t")
        shell.type("#end")
        shell.expect(f"{whole}#end")
        shell.press("ctrl+u")
        shell.expect_gone("#end")


def test_a_platform_waits_for_its_handle(shell: Terminal) -> None:
    shell.type("optout-tui account add Personal insta\t")
    shell.type("@b")
    shell.expect("account add Personal instagram:@b")


def test_where_nothing_fits_nothing_comes(shell: Terminal) -> None:
    shell.type("optout-tui guides new phot\t")
    shell.type("#end")
    shell.expect("guides new phot#end", "guides new phot #end")
