"""What the documents say is so: commands run, options and keys exist, files and links are there.

The README's own commands are run by ``test_readme``.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from optout_tui.checklist.text import read_text
from optout_tui.journey.settings import Settings
from optout_tui.library.knowledge import knowledge
from tests.e2e.computer import PROJECT, TODAY, Computer, program
from tests.e2e.documents import (
    PROGRAM,
    Example,
    all_keys,
    all_options,
    anchors,
    documents,
    examples,
    keys_in,
    links_in,
    options_in,
    options_of,
    spans,
)
from tests.e2e.test_readme import open_and_leave, opens_the_wizard

NAMES = [str(path.relative_to(PROJECT)) for path in documents()]
OTHERS = [name for name in NAMES if name != "README.md"]
NOT_RUN = ("make ", "optout-tui guides show photopia")
"""Long, or waiting for a template that somebody fills in; that they exist is checked."""

SOURCE_FILE = re.compile(r"(?:optout_tui|tests|docs|assets|benchmarks|\.ci|\.github)/[\w./-]*")
ROW = re.compile(r"^\| `(.*?)` \| ?(.*?) ?\| (`.*`) \|$", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)


def text_of(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


@pytest.fixture
def shell(computer: Computer) -> Computer:
    """A computer whose shell knows the program by its name, with the folders guides lie in."""
    command = computer.home / "bin" / PROGRAM
    command.parent.mkdir()
    words = shlex.join([*program(), "--today", TODAY])
    command.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
    command.chmod(0o700)
    computer.env["PATH"] = f"{command.parent}{os.pathsep}{computer.env['PATH']}"
    del computer.env["OPTOUT_DATA_DIR"]
    (computer.desk / "optout_tui/knowledge/platforms").mkdir(parents=True)
    return computer


@pytest.mark.skipif(sys.platform != "linux", reason="it names the folder checklists have on Linux")
@pytest.mark.parametrize("name", OTHERS)
def test_its_commands_run_in_their_order(shell: Computer, name: str) -> None:
    for example in examples(text_of(name)):
        words = shlex.split(example.line)
        if example.line.startswith(NOT_RUN):
            continue
        if words[0] == PROGRAM and opens_the_wizard(words[1:], shell):
            open_and_leave(words[1:], shell)
        else:
            run(shell, example)


def run(shell: Computer, example: Example) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", example.line],
        env=shell.env,
        cwd=shell.desk,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    said = f"{example.line}\n{done.stdout}{done.stderr}"
    assert done.returncode == example.ends_with, said
    rest = [" ".join(line.split()) for line in (done.stdout + done.stderr).splitlines()]
    for wanted in example.prints:
        if wanted != "…":
            line = " ".join(wanted.split())
            assert line in rest, f"“{line}” is not in: {said}"
            rest = rest[rest.index(line) + 1 :]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_it_names_takes_the_options_it_names(name: str) -> None:
    lines = [example.line for example in examples(text_of(name))]
    lines += [span for span in spans(text_of(name)) if span.startswith(f"{PROGRAM} ")]
    for line in lines:
        for part in line.split("|"):
            words = shlex.split(part)
            if words[:1] == [PROGRAM] and words[1:2] != ["NAME"]:
                assert set(options_in(part)) <= options_of(words[1:]), part


@pytest.mark.parametrize("name", NAMES)
def test_every_option_it_names_is_one(name: str) -> None:
    ours = [span for span in spans(text_of(name)) if span.startswith("--")]
    assert {option for span in ours for option in options_in(span)} <= all_options()


@pytest.mark.parametrize("name", NAMES)
def test_every_key_it_names_does_something(name: str) -> None:
    assert set(keys_in(text_of(name))) <= all_keys()


@pytest.mark.parametrize("name", NAMES)
def test_every_make_target_and_file_it_names_is_there(name: str) -> None:
    targets = set(TARGET.findall((PROJECT / "Makefile").read_text(encoding="utf-8")))
    lines = [*spans(text_of(name)), *(example.line for example in examples(text_of(name)))]
    for line in lines:
        if line.startswith("make "):
            assert line.split()[1] in targets
        elif SOURCE_FILE.fullmatch(line) and "NAME" not in line:
            assert (PROJECT / line).exists(), line


@pytest.mark.parametrize("name", NAMES)
def test_every_link_and_picture_is_there(name: str) -> None:
    for link in links_in(text_of(name)):
        file, _, anchor = link.partition("#")
        target = ((PROJECT / name).parent / file).resolve() if file else PROJECT / name
        assert target.is_relative_to(PROJECT), link
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


def test_these_tests_find_what_is_wrong(shell: Computer) -> None:
    [one, two] = examples("```console\n$ a b  # ends with 3\nsaid\n$ c\n```\n")
    assert (one, two) == (Example("a b", ("said",), 3), Example("c", (), 0))
    run(shell, Example("optout-tui list --json", ("[]",), 0))
    with pytest.raises(AssertionError, match="gone"):
        run(shell, Example("optout-tui status gone", (), 0))
    with pytest.raises(AssertionError, match="not in"):
        run(shell, Example("optout-tui list --json", ("never",), 0))
    with pytest.raises(KeyError):
        options_of(["unheard-of"])
    assert "--reason" not in options_of(["mark"])
    assert not {"z", "ctrl+y"} & all_keys()
    assert keys_in("press `z`, not `zebra`") == ["z"]
    assert links_in('[a](b.md#c) <img src="d.svg"> [e](https://f)') == ["b.md#c", "d.svg"]
    assert anchors("## Where files live, and why") == {"where-files-live-and-why"}


def test_every_document_is_found() -> None:
    assert {Path(name).name for name in NAMES} >= {"first-hour.md", "file-formats.md"}
    for name in NAMES:
        if name.startswith("docs/"):
            assert name in links_in(text_of("README.md")), name


def test_every_field_of_the_files_is_explained() -> None:
    told = set(spans(text_of("docs/file-formats.md")))
    guides = set(spans(text_of("docs/writing-guides.md")))
    assert fields_of("checklist") <= told
    assert fields_of("guide") <= guides
    assert set(Settings.__struct_fields__) <= told


def fields_of(schema: str) -> set[str]:
    """Return the names of all fields that a schema of ours knows."""
    path = PROJECT / "optout_tui/schemas" / f"{schema}.schema.json"
    records = json.loads(path.read_text(encoding="utf-8"))["$defs"].values()
    return {field for record in records for field in record.get("properties", {})}


def test_the_checklist_that_is_shown_is_one() -> None:
    [block] = re.findall(r"```toml\n(.*?)```", text_of("docs/file-formats.md"), re.DOTALL)
    shown = read_text(block.encode(), "shown.toml")
    [account] = shown.accounts
    assert shown.here is not None
    assert (account.owner, account.requests[0].events[0].about) == ("Jana", "identity")
    assert not shown.extra
    assert not account.extra
    guide = knowledge().guide("instagram")
    steps = {step.id: step for route in guide.routes for step in route.steps}
    assert {mark.id for mark in account.steps} | {shown.here.step} <= set(steps)
    assert "no-object-word" in {trouble.id for trouble in steps["open-form"].troubles}


def test_the_keys_that_are_told_of_are_in_what_commands_print(shell: Computer) -> None:
    shell.do("new", "Personal", "--region", "DE", "--account", "instagram:@anika")
    shell.do("sent", "Personal", "instagram", "--reference", "4711")
    shell.do("proof", "Personal", "instagram", "mail")
    rows = ROW.findall(text_of("docs/file-formats.md"))
    assert len(rows) > 20
    for command, place, keys in rows:
        printed = json.loads(shell.do(*shlex.split(command), "--json"))
        steps = [] if place in ("", "each") else place.strip("`").split(".")
        assert set(keys.strip("`").split("` `")) <= set(inside(printed, steps)), command


def inside(value: Any, steps: list[str]) -> Any:
    """Return what lies along *steps* in *value*; of a list, in the first that has it."""
    while isinstance(value, list):
        value = next(one for one in value if one)
    return inside(value[steps[0]], steps[1:]) if steps else value


def test_the_json_export_has_the_keys_that_are_told_of(shell: Computer) -> None:
    told = text_of("docs/file-formats.md").partition("## The JSON export")[2].partition("## ")[0]
    shell.do("new", "Personal", "--region", "DE", "--account", "instagram:@anika")
    shell.do("sent", "Personal", "instagram")
    shell.do("proof", "Personal", "instagram", "mail")
    text = shell.do("export", "Personal", "--format", "json", "--output", "-")
    printed = set(re.findall(r'"(\w+)":', text))
    named = set(spans(told)) - {"export", "--format json", "status", "format"}
    assert named
    assert named <= printed
