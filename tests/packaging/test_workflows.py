"""The workflows are valid, and every command in them is one that exists."""

import importlib.util
import os
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.packaging.tagged import complaint

PROJECT = Path(__file__).parents[2]
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
_ACTION = re.compile(r"[\w.-]+/[\w.-]+@(v\d+|release/v\d+)")


def loaded(path: Path) -> dict[Any, Any]:
    workflow: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return workflow


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in loaded(path)["jobs"].items():
            for n, step in enumerate(job["steps"]):
                yield f"{path.stem}: {name} {n}", step


RUNS = {where: step["run"] for where, step in steps() if "run" in step}


def test_there_is_one_for_tests_for_a_release_and_for_the_content() -> None:
    assert [path.stem for path in WORKFLOWS] == ["content", "release", "tests"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_is_whole_and_may_do_little(path: Path) -> None:
    workflow = loaded(path)
    assert set(workflow) <= {"name", True, "permissions", "concurrency", "jobs"}  # True is "on"
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job["runs-on"]
        assert job["steps"]


def test_every_step_runs_something_or_uses_a_pinned_action() -> None:
    for where, step in steps():
        assert ("run" in step) != ("uses" in step), where
        if "uses" in step:
            assert _ACTION.fullmatch(step["uses"]), where


@pytest.mark.parametrize("where", RUNS)
def test_every_command_exists(where: str) -> None:
    for line in RUNS[where].splitlines():
        first, *rest = shlex.split(line)
        if first == "make":
            assert rest[0] in TARGETS
        elif first == "python":
            assert rest[0] == "-m"
            assert importlib.util.find_spec(rest[1]) is not None
        else:
            assert os.access(PROJECT / first, os.X_OK)
            assert first.startswith(".ci/")


def test_the_tests_run_on_three_systems_and_every_python_we_name() -> None:
    workflow = loaded(PROJECT / ".github" / "workflows" / "tests.yml")
    matrix = workflow["jobs"]["tests"]["strategy"]["matrix"]
    assert {system.partition("-")[0] for system in matrix["system"]} == {
        "ubuntu", "macos", "windows",
    }  # fmt: skip
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [text.rpartition(" ")[2] for text in project["classifiers"] if ":: 3." in text]
    assert matrix["python"] == named == ["3.11", "3.12", "3.13", "3.14"]


def test_a_release_is_published_without_a_password() -> None:
    jobs = loaded(PROJECT / ".github" / "workflows" / "release.yml")["jobs"]
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert jobs["publish"]["needs"] == "build"
    assert "secrets." not in (PROJECT / ".github" / "workflows" / "release.yml").read_text("utf-8")


def test_only_the_tagged_version_is_released() -> None:
    built = ["optout_tui-1.2.tar.gz", "optout_tui-1.2-py3-none-any.whl", "optout-tui.pyz"]
    assert complaint("v1.2", built) == ""
    assert "optout_tui-1.3.tar.gz" in complaint("v1.3", built)
