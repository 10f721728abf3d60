"""Files are judged and left as they are; a broken one is refused everywhere."""

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.program import Program

HEAD = """\
format = 1
id = "a1"
name = "demo"
revision = 1
created = 2026-11-22T20:00:00Z
updated = 2026-11-22T20:00:00Z
region = "DE"
"""
ACCOUNT = '[[accounts]]\nid = "x:@a"\nplatform = "x"\nhandle = "@a"\nroute = "setting"\n'

BROKEN: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "", "field"),
    "zeros": (b"\0" * 100, "", "not TOML"),
    "cut": (HEAD.encode()[:40], "", "not TOML"),
    "not utf-8": (b"\xff\xfe" + HEAD.encode(), "byte 0", "not UTF-8"),
    "no region": (HEAD.replace('region = "DE"\n', "").encode(), "", "region"),
    "wrong type": (HEAD.replace("revision = 1", 'revision = "1"').encode(), "revision", "int"),
    "bad step": (
        (HEAD + ACCOUNT + '[[accounts.steps]]\nid = "a"\nstate = "maybe"\n').encode(),
        "accounts[0].steps[0]",
        "",
    ),
    "twice": ((HEAD + ACCOUNT * 2).encode(), "accounts[1].id", "is there twice"),
    "newer": (HEAD.replace("format = 1", "format = 9").encode(), "format", "newer"),
    "long key": (b"a." * 100 + b"b = 1", "", "64 dotted parts"),
    "nested": (b"a = " + b"[" * 10000, "", "nested too deeply"),
    "huge": (b"#" * (3 * 1024**2), "", "larger than 2 MiB"),
}


def test_a_good_file_is_said_to_be_good(demo: Program) -> None:
    file = str(demo.file("demo"))
    assert demo.json("check", file) == [{"file": file, "ok": True, "problems": []}]
    assert demo.text("check", file, file) == "1 file looked at, nothing found\n"


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_named_with_place_and_reason(
    program: Program, tmp_path: Path, kind: str
) -> None:
    content, where, reason = BROKEN[kind]
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    ended = program("check", str(file))
    assert ended.status == 2
    assert ended.err == "optout-tui: 1 of 1 file with problems\n"
    assert ended.out.startswith(f"{file}: ")
    assert where in ended.out
    assert reason in ended.out
    assert file.read_bytes() == content


@pytest.mark.parametrize("kind", [kind for kind in BROKEN if kind != "newer"])
@pytest.mark.parametrize(
    "words",
    [
        ["status", "bad"],
        ["open", "bad"],
        ["bad"],
        ["export", "bad"],
        ["region", "bad", "CH"],
        ["proof", "bad", "x", "mail"],
        ["account", "add", "bad", "x:@a"],
    ],
)
def test_a_broken_checklist_is_refused_and_stays_as_it_is(
    demo: Program, kind: str, words: list[str]
) -> None:
    content, where, reason = BROKEN[kind]
    demo.file("bad").write_bytes(content)
    told = demo.refused(*words)
    assert told.startswith("bad.toml: ")
    assert where in told
    assert reason in told
    assert demo.file("bad").read_bytes() == content


def test_a_checklist_of_a_newer_program_can_be_looked_at_and_not_changed(demo: Program) -> None:
    content, _, _ = BROKEN["newer"]
    demo.file("late").write_bytes(content)
    assert "late" in demo.text("status", "late")
    assert demo.text("export", "late", "--output", "-").startswith("# late")
    for words in (["region", "late", "CH"], ["account", "add", "late", "x:@a"]):
        assert demo.refused(*words).startswith("late.toml has format 9, of a newer optout-tui")
    assert demo.file("late").read_bytes() == content


ODD: list[tuple[str, str, str, str]] = [
    ('region = "DE"', 'region = "XX"', "region", 'unknown region "XX"'),
    ('platform = "x"', 'platform = "y"', "accounts[0].platform", 'unknown platform "y"'),
    ('route = "setting"', 'route = "no"', "accounts[0].route", 'unknown route "no"'),
    ('handle = "@a"', 'handle = "a\\u001b"', "accounts[0].handle", "control characters"),
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[2])
def test_a_file_that_speaks_of_things_we_do_not_know_has_problems(
    program: Program, tmp_path: Path, odd: tuple[str, str, str, str]
) -> None:
    old, new, where, reason = odd
    file = tmp_path / "odd.toml"
    file.write_text((HEAD + ACCOUNT).replace(old, new))
    ended = program("check", str(file), "--json")
    assert ended.status == 2
    [judged] = json.loads(ended.out)
    assert (judged["file"], judged["ok"]) == (str(file), False)
    assert where in [problem["where"] for problem in judged["problems"]]
    assert any(reason in problem["reason"] for problem in judged["problems"])


def test_a_step_of_no_guide_is_a_problem(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "odd.toml"
    mark = '[[accounts.steps]]\nid = "no-step"\nstate = "done"\nat = 2026-11-22T20:00:00Z\n'
    file.write_text(HEAD + ACCOUNT + mark)
    assert 'accounts[0].steps[0].id: unknown step "no-step"' in program("check", str(file)).out


def test_what_is_no_file_is_a_problem_and_does_not_wait(program: Program, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    names = ("none", "pipe", "", "x" * 300)
    ended = program("check", *(str(tmp_path / name) for name in names))
    assert ended.status == 2
    assert ended.out.count("is not a file") == 2
    assert "No such file or directory" in ended.out
    assert "name too long" in ended.out
    assert ended.err == "optout-tui: 4 of 4 files with problems\n"


def test_guides_check_takes_our_own_files_one_by_one(program: Program) -> None:
    ended = program("guides", "check", "--json")
    assert '"file": "instagram.toml"' in ended.out
    assert '"file": "gdpr.toml"' in ended.out
    assert ended.status in (0, 2)


def test_guides_check_names_what_is_broken_in_a_guide(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('id = "mine"\nname = "Mine"\n')
    ended = program("guides", "check", str(file))
    assert ended.status == 2
    told = "object missing required field company [field-unfit]"
    assert ended.out == f"{file}:1:1: {told}\n"


def test_guides_check_gives_the_rule_the_line_and_the_column(
    program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('id = "mine"\nname = "Mine"\n  nmae = "Mine"\n')
    [judged] = json.loads(program("guides", "check", str(file), "--json").out)
    assert judged["problems"] == [
        {
            "where": "nmae",
            "reason": "object contains unknown field nmae",
            "rule": "field-unfit",
            "line": 3,
            "column": 3,
        }
    ]


def test_guides_check_says_nothing_where_it_finds_nothing(program: Program) -> None:
    assert program("guides", "check") == (0, "", "")


def test_guides_check_looks_through_a_folder(program: Program, tmp_path: Path) -> None:
    assert "holds no guide" in program("guides", "check", str(tmp_path)).out
    (tmp_path / "a.toml").write_text("x")
    (tmp_path / "b.toml").write_text("x")
    ended = program("guides", "check", "--ages", str(tmp_path))
    assert ended.err == "optout-tui: 2 of 2 files with problems\n"


def test_ages_are_judged_only_when_asked_for(program: Program) -> None:
    words = ["guides", "check", "--today", "2030-01-01"]
    assert "too old" not in program(*words).out
    ended = program(*words, "--ages")
    assert ended.status == 2
    found = r"^instagram\.toml:\d+:1: routes\[0\]\.checked: too old: checked .*\[checked-too-old\]$"
    assert re.search(found, ended.out, re.MULTILINE)
