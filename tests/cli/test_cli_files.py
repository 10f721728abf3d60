"""Files in, joined, brought back, looked at: ``import``, ``merge``, ``restore``, ``doctor``."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Program

ZEROS = b"\0" * 64


@pytest.fixture
def second(demo: Program, tmp_path: Path) -> Path:
    """Another computer's copy: there the first step was ticked, here the second one."""
    file = tmp_path / "second.toml"
    here = demo.file("demo").read_bytes()
    demo.text("mark", "demo", "instagram", "open-menu", "done")
    file.write_bytes(demo.file("demo").read_bytes())
    demo.file("demo").write_bytes(here)
    demo.text("mark", "demo", "instagram", "find-block", "done")
    return file


def marked(program: Program, name: str = "demo") -> dict[str, str]:
    steps = program.json("status", name)["accounts"][0]["steps"]
    return {step["id"]: step["state"] for step in steps if step["state"] != "todo"}


def ills(program: Program) -> list[dict[str, Any]]:
    ended = program("doctor", "--json")
    found = [one for one in json.loads(ended.out) if not one["ok"]]
    assert ended.status == (2 if found else 0)
    return found


# -- import ------------------------------------------------------------------------


def test_a_file_from_elsewhere_is_taken_in_and_stays(demo: Program, tmp_path: Path) -> None:
    file = tmp_path / "from-elsewhere.toml"
    file.write_bytes(demo.file("demo").read_bytes())
    demo.text("delete", "demo", "--yes")
    before = file.read_bytes()
    ended = demo("import", str(file))
    assert (ended.status, ended.out) == (0, f"{demo.file('demo')}\n")
    assert ended.err == "demo: taken in, 2 accounts\n"
    assert file.read_bytes() == before
    assert len(demo.json("status", "demo")["accounts"]) == 2


def test_a_checklist_that_is_here_already_is_not_taken_in_twice(demo: Program) -> None:
    told = demo.refused("import", str(demo.file("demo")))
    assert told.startswith('demo.toml is the checklist "demo", which is here already; join them')
    made = demo.json("import", str(demo.file("demo")), "--name", "Copy")
    assert (made["name"], made["revision"]) == ("Copy", 1)
    ids = {text.split()[-1] for text in _heads(demo) if text.startswith("id = ")}
    assert len(ids) == 2


def _heads(program: Program) -> list[str]:
    files = (program.data_dir / "checklists").glob("*.toml")
    return [line for file in files for line in file.read_text("utf-8").split("\n[[")[0].split("\n")]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--name", "demo"), 'a checklist named "demo" already exists'),
        (("--name", "list"), 'the name "list" is a command\'s'),
        (("--name", "a/b"), "holds /"),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    demo: Program, words: tuple[str, ...], reason: str
) -> None:
    assert reason in demo.refused("import", str(demo.file("demo")), *words)
    assert [path.stem for path in (demo.data_dir / "checklists").iterdir()] == ["demo"]


@pytest.mark.parametrize(
    "content",
    [b"", ZEROS, b"format = 1", b"\xff", b"a." * 99 + b"b = 1"],
    ids=["empty", "zeros", "cut", "not text", "long key"],
)
def test_what_is_not_whole_is_not_taken_in(demo: Program, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    assert demo.refused("import", str(file), "--name", "Third").startswith("bad.toml: ")
    assert not demo.file("Third").exists()
    assert file.read_bytes() == content


# -- merge -------------------------------------------------------------------------


def test_two_copies_become_one_that_says_what_both_say(demo: Program, second: Path) -> None:
    told = demo.text("merge", "demo", str(second))
    assert told == "demo: merged with second.toml · Saved, revision 3\n"
    assert marked(demo) == {"open-menu": "done", "find-block": "done"}
    assert (
        demo.text("merge", "demo", str(second)) == "demo: already says all that second.toml says\n"
    )
    assert second.exists()


@pytest.mark.parametrize(("side", "state"), [("mine", "skipped"), ("file", "done")])
def test_where_both_differ_somebody_has_to_say_whose_word_holds(
    demo: Program, second: Path, side: str, state: str
) -> None:
    demo.text("mark", "demo", "instagram", "open-menu", "skipped")
    before = demo.file("demo").read_bytes()
    told = demo.refused("merge", "demo", str(second))
    assert "open-menu (skipped here, done there)" in told
    assert told.endswith("say whose word holds with --prefer mine or file")
    assert demo.file("demo").read_bytes() == before
    made = demo.json("merge", "demo", str(second), "--prefer", side)
    assert made["name"] == "demo"
    assert marked(demo) == {"open-menu": state, "find-block": "done"}


def test_whose_word_holds_is_one_of_two(demo: Program) -> None:
    told = demo.refused("merge", "demo", "copy.toml", "--prefer", "mne")
    assert told == 'unknown side "mne"; did you mean mine?'


def test_another_checklist_is_not_merged(demo: Program) -> None:
    demo.text("new", "other", "--region", "CH")
    told = demo.refused("merge", "demo", str(demo.file("other")))
    assert told == "other.toml is another checklist than demo; import it instead"
    told = demo.refused("merge", "demo", str(demo.file("demo")))
    assert told == "demo.toml is that checklist itself; name another file"


def test_without_a_common_revision_nothing_is_guessed(demo: Program, second: Path) -> None:
    for folder in (demo.data_dir / "backups").iterdir():
        for backup in folder.iterdir():
            backup.unlink()
    assert "no common revision is kept" in demo.refused("merge", "demo", str(second))
    assert marked(demo) == {"find-block": "done"}


def test_the_copy_of_a_sync_program_is_found_merged_and_put_away(
    demo: Program, second: Path
) -> None:
    copy = demo.file("demo.sync-conflict-20261122-101500-ABCDEFG")
    second.rename(copy)
    [row] = demo.json("list") if demo("list").status == 0 else []
    assert row["copies"] == [str(copy)]
    assert demo("list").err == f'demo has a second version: optout-tui merge "demo" "{copy}"\n'
    [ill] = ills(demo)
    assert ill["problems"][0]["reason"] == "a conflict copy of demo"
    demo.text("merge", "demo", str(copy))
    assert not copy.exists()
    assert len([*(demo.data_dir / "backups").glob("*/*-copy.toml")]) == 1
    assert ills(demo) == []


# -- restore -----------------------------------------------------------------------


def test_an_earlier_revision_comes_back_as_a_new_one(demo: Program) -> None:
    for step in ("open-menu", "find-block"):
        demo.text("mark", "demo", "instagram", step, "done")
    assert demo.json("restore", "demo", "--revision", "2")["revision"] == 4
    assert marked(demo) == {"open-menu": "done"}
    assert demo.text("restore", "demo") == "demo: brought back · Saved, revision 5\n"
    assert marked(demo) == {"open-menu": "done", "find-block": "done"}


@pytest.mark.parametrize(
    "damage", [b"", ZEROS, b"format = 1\n", None], ids=["empty", "zeros", "cut", "gone"]
)
def test_a_damaged_or_lost_file_comes_back_and_what_was_left_is_kept(
    demo: Program, damage: bytes | None
) -> None:
    demo.text("mark", "demo", "instagram", "open-menu", "done")
    demo.text("mark", "demo", "instagram", "find-block", "done")
    path = demo.file("demo")
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
        [ill] = ills(demo)
        assert ill["problems"][0]["cure"] == 'optout-tui restore "demo" brings back revision 2'
    assert demo.json("restore", "demo")["revision"] == 3
    assert marked(demo) == {"open-menu": "done"}
    kept = [one.read_bytes() for one in (demo.data_dir / "backups").glob("*/*-damaged.toml")]
    assert kept == ([] if damage is None else [damage])
    assert ills(demo) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("demo",), 'no backup of "demo" is kept'),
        (("nobody",), 'no backup of "nobody" is kept'),
        (("dmo",), 'no backup of "dmo" is kept; did you mean demo?'),
        (("demo", "--revision", "x"), '--revision "x" is no revision, such as 16'),
    ],
)
def test_what_is_not_kept_cannot_come_back(
    demo: Program, words: tuple[str, ...], reason: str
) -> None:
    assert reason in demo.refused("restore", *words)


def test_a_revision_that_is_not_kept_is_named_with_those_that_are(demo: Program) -> None:
    demo.text("mark", "demo", "instagram", "open-menu", "done")
    told = demo.refused("restore", "demo", "--revision", "9")
    assert told == "revision 9 is not kept; kept are 1"


# -- doctor ------------------------------------------------------------------------


def test_a_healthy_folder_is_said_to_be_whole(demo: Program) -> None:
    assert demo.text("doctor") == (
        f"{demo.data_dir}\n  checklists/demo.toml: whole, revision 1, 0 backups\n"
    )


def test_an_empty_folder_is_healthy(program: Program) -> None:
    assert program.text("doctor") == f"{program.data_dir}\n  nothing lies there yet\n"
    assert not program.data_dir.exists()


def test_everything_that_is_wrong_is_named_with_its_cure(demo: Program) -> None:
    demo.text("mark", "demo", "instagram", "open-menu", "done")
    demo.text("new", "gone", "--region", "CH")
    demo.text("region", "gone", "FR")
    demo.file("gone").unlink()
    demo.file("twin").write_bytes(demo.file("demo").read_bytes())
    demo.file("newer").write_bytes(
        demo.file("demo").read_bytes().replace(b"format = 1", b"format = 2", 1)
    )
    demo.file("open").write_bytes(b"format = 1")
    demo.file("demo").chmod(0o644)
    (demo.data_dir / "checklists" / ".demo.toml.abcd.new").write_bytes(b"half")
    (demo.data_dir / "settings.toml").write_bytes(b"= = =")
    (demo.data_dir / "guides").mkdir()
    (demo.data_dir / "guides" / "mine.toml").write_bytes(b"id = 1")
    reasons = {Path(one["file"]).name: one["problems"][0]["reason"] for one in ills(demo)}
    folders = {path.name for path in (demo.data_dir / "backups").iterdir()}
    assert reasons.keys() - folders == {
        "demo.toml",
        "twin.toml",
        "newer.toml",
        "open.toml",
        ".demo.toml.abcd.new",
        "settings.toml",
        "mine.toml",
    }
    assert "other users of this computer can read it" in reasons.values()
    assert "backups of a checklist that is not here any more" in reasons.values()
    assert "left by a program that was killed while saving" in reasons.values()


def test_looking_changes_nothing(demo: Program) -> None:
    demo.file("demo").write_bytes(ZEROS)
    before = {path: path.stat().st_mtime_ns for path in demo.data_dir.rglob("*")}
    demo("doctor")
    assert {path: path.stat().st_mtime_ns for path in demo.data_dir.rglob("*")} == before
