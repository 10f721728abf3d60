"""Fake programs on the PATH write down what they were given: arguments and standard input."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from optout_tui.handoff.clipboard import PROGRAMS, copy

TEXT = "Grüße an @anika\nund 💻"

Program = Callable[..., Path]
"""Puts a program of that name on the PATH; it ends with a status and writes down its input."""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "platform", "linux")

    def put(name: str, status: int = 0) -> Path:
        told = tmp_path / name
        script = folder / name
        script.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}.args"\n'
            f'/bin/cat > "{told}.in"\necho noise; echo noise >&2\nexit {status}\n',
            "utf-8",
        )
        script.chmod(0o755)
        return told.with_name(f"{name}.in")

    return put


def test_without_a_program_nothing_is_copied(program: Program) -> None:
    assert copy(TEXT) is False


def test_the_text_goes_in_by_standard_input(program: Program) -> None:
    given = program("wl-copy")
    assert copy(TEXT) is True
    assert given.read_text("utf-8") == TEXT


@pytest.mark.parametrize("name", [command[0] for command in PROGRAMS["linux"]])
def test_the_text_is_never_an_argument(
    program: Program, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    commands: list[Any] = []
    real = subprocess.run

    def watched(command: Any, **how: Any) -> Any:
        commands.append(command)
        return real(command, **how)

    monkeypatch.setattr(subprocess, "run", watched)
    given = program(name)
    assert copy("secret") is True
    assert "secret" not in given.with_suffix(".args").read_text("utf-8")
    assert commands
    assert "secret" not in repr(commands)
    assert "secret" not in repr(os.environ)


def test_the_next_program_is_asked_where_one_fails(program: Program) -> None:
    program("wl-copy", status=1)
    given = program("xclip")
    assert copy(TEXT) is True
    assert given.read_text("utf-8") == TEXT
    assert given.with_suffix(".args").read_text("utf-8").split() == ["-selection", "clipboard"]


def test_the_first_that_takes_it_is_enough(program: Program) -> None:
    program("wl-copy")
    given = program("xclip")
    assert copy(TEXT) is True
    assert not given.exists()


def test_where_all_fail_nothing_is_copied(program: Program) -> None:
    program("wl-copy", status=1)
    program("xsel", status=7)
    assert copy(TEXT) is False


def test_a_program_that_cannot_be_started_is_passed_over(program: Program, tmp_path: Path) -> None:
    broken = tmp_path / "bin" / "wl-copy"
    broken.write_bytes(b"\x7fELF nonsense")
    broken.chmod(0o755)
    assert copy(TEXT) is False


def test_a_program_that_hangs_is_passed_over(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(command: Any, **how: Any) -> Any:
        raise subprocess.TimeoutExpired(command, how["timeout"])

    program("wl-copy")
    monkeypatch.setattr(subprocess, "run", hang)
    assert copy(TEXT) is False


def test_windows_is_told_in_its_own_encoding(program: Program) -> None:
    given = program("clip.exe")
    assert copy(TEXT) is True
    assert given.read_bytes().decode("utf-16-le") == TEXT


def test_what_cannot_be_encoded_is_copied_as_far_as_it_can(program: Program) -> None:
    given = program("wl-copy")
    assert copy("a\ud800b") is True
    assert given.read_text("utf-8") == "a?b"


def test_a_system_nobody_knows_has_no_clipboard(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = program("wl-copy")
    monkeypatch.setattr(sys, "platform", "plan9")
    assert copy(TEXT) is False
    assert not given.exists()


def test_what_the_program_says_is_not_heard(
    program: Program, capfd: pytest.CaptureFixture[str]
) -> None:
    program("wl-copy")
    copy(TEXT)
    assert capfd.readouterr() == ("", "")
