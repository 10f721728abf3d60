"""Checklists are made, listed, shown, renamed and deleted."""

import io
import sys
import tomllib

import pytest

from optout_tui.cli.catalog import FIRST_WORDS
from tests.cli.program import Program


def test_new_prints_the_path_of_a_file_for_this_person_alone(program: Program) -> None:
    path = program.text("new", "Anika", "--region", "DE", "--account", "chatgpt").rstrip("\n")
    assert path == str(program.file("Anika"))
    assert program.file("Anika").stat().st_mode & 0o777 == 0o600
    saved = tomllib.loads(program.file("Anika").read_text("utf-8"))
    assert (saved["region"], saved["revision"]) == ("DE", 1)
    assert saved["created"].isoformat() == "2026-11-22T12:00:00+00:00"


def test_new_as_json_tells_what_it_made(program: Program) -> None:
    made = program.json("new", "demo", "--region", "germany", "--account", "x:@anika")
    assert (made["name"], made["revision"], made["region"]) == ("demo", 1, "DE")
    assert made["path"] == str(program.file("demo"))
    assert [one["id"] for one in made["accounts"]] == ["x:@anika"]


@pytest.mark.parametrize("word", [*FIRST_WORDS, "due", "letter", "LIST", " list "])
def test_a_commands_name_names_no_checklist(program: Program, word: str) -> None:
    assert "is a command's; choose another" in program.refused("new", word, "--region", "DE")
    assert not program.data_dir.exists()


@pytest.mark.parametrize("name", ["", "a/b", "..", "con", "a\x1bb", "x" * 101])
def test_a_name_no_file_can_bear_is_refused(program: Program, name: str) -> None:
    assert "the name " in program.refused("new", name, "--region", "DE")
    assert not program.data_dir.exists()


def test_a_name_is_taken_once(demo: Program) -> None:
    assert "already exists" in demo.refused("new", "DEMO", "--region", "DE")
    demo.text("new", "other", "--region", "DE")
    assert "already exists" in demo.refused("rename", "other", "demo")


def test_list_has_the_contracts_shape(demo: Program) -> None:
    [row] = demo.json("list")
    assert set(row) >= {
        "name", "region", "path", "updated", "revision", "accounts", "steps_done", "steps_total",
        "state", "next",
    }  # fmt: skip
    assert (row["name"], row["region"], row["revision"]) == ("demo", "DE", 1)
    assert (row["accounts"], row["steps_done"], row["state"]) == (2, 0, "not started")
    assert row["path"] == str(demo.file("demo"))
    assert row["updated"] == "2026-11-22T12:00:00Z"
    assert set(row["next"]) == {"account", "step", "title"}
    assert row["next"]["account"] == "instagram:@anika"


def test_list_without_a_checklist_is_empty_and_says_how_to_begin(program: Program) -> None:
    assert program.json("list") == []
    ended = program("list")
    assert (ended.status, ended.out) == (0, "")
    assert "no checklist yet" in ended.err


def test_list_shows_a_broken_checklist_with_its_reason(demo: Program) -> None:
    demo.file("broken").write_text("format = ")
    rows = {row["name"]: row for row in demo.json("list")}
    assert rows["broken"]["state"] == "broken"
    assert "not TOML" in rows["broken"]["problem"]
    assert (rows["broken"]["updated"], rows["broken"]["next"]) == (None, None)
    assert rows["demo"]["state"] == "not started"
    assert "not TOML" in demo.text("list")


def test_status_has_the_contracts_shape(demo: Program) -> None:
    table = demo.json("status", "demo")
    assert set(table) >= {"format", "name", "region", "revision", "state", "accounts"}
    for account in table["accounts"]:
        assert set(account) >= {
            "id", "platform", "handle", "route", "kind", "state", "proof", "steps", "requests",
            "evidence",
        }  # fmt: skip
        for step in account["steps"]:
            assert set(step) >= {"id", "stage", "title", "state", "at", "note", "changed"}


def test_status_as_text_shows_what_other_commands_need(demo: Program) -> None:
    account = demo.json("status", "demo")["accounts"][0]
    told = demo.text("status", "demo")
    assert told.startswith("demo · Germany · not started · revision 1\n")
    assert "account instagram:@anika" in told
    for step in account["steps"]:
        assert f"○  {step['id']} " in told


def test_status_shows_requests_proof_and_notes(demo: Program) -> None:
    step = demo.json("status", "demo")["accounts"][0]["steps"][0]["id"]
    demo.text("mark", "demo", "instagram", step, "problem", "--note", "two\nlines")
    demo.text("sent", "demo", "instagram", "--reference", "4711")
    demo.text("proof", "demo", "instagram", "mail", "--reference", "mail-1")
    told = demo.text("status", "demo")
    assert f"{step}: note: two lines" in told
    assert "request r1: objection, waiting · sent 2026-11-22 by form · reference 4711" in told
    assert "reply due 2026-12-22, at the latest 2027-02-22" in told
    assert "mail kept on 2026-11-22 · mail-1" in told


def test_a_checklist_is_found_whatever_its_case(demo: Program) -> None:
    assert demo.json("status", "DEMO")["name"] == "demo"


def test_rename_keeps_everything_but_the_name(demo: Program) -> None:
    before = tomllib.loads(demo.file("demo").read_text("utf-8"))
    renamed = demo.json("rename", "demo", "Studio Nord")
    assert renamed == {"name": "Studio Nord", "path": str(demo.file("Studio Nord")), "revision": 1}
    assert not demo.file("demo").exists()
    after = tomllib.loads(demo.file("Studio Nord").read_text("utf-8"))
    assert after["id"] == before["id"]
    assert demo.text("rename", "Studio Nord", "demo").rstrip() == str(demo.file("demo"))


def test_rename_refuses_a_commands_name(demo: Program) -> None:
    assert "is a command's" in demo.refused("rename", "demo", "status")
    assert demo.file("demo").exists()


def test_delete_takes_the_backups_with_it(demo: Program) -> None:
    demo.text("region", "demo", "CH")
    assert list(demo.data_dir.glob("backups/*/*.toml"))
    deleted = demo.json("delete", "demo", "--yes")
    assert deleted == {"name": "demo", "path": str(demo.file("demo")), "revision": 2}
    assert not list(demo.data_dir.glob("**/*.toml"))


def test_delete_takes_a_broken_checklist_too(demo: Program) -> None:
    demo.file("broken").write_text("format = ")
    assert demo.json("delete", "broken", "--yes")["revision"] is None
    assert not demo.file("broken").exists()


def test_delete_without_anybody_to_ask_is_refused(demo: Program) -> None:
    assert "add --yes" in demo.refused("delete", "demo")
    assert demo.file("demo").exists()


@pytest.mark.parametrize(("answer", "gone"), [("y\n", True), ("YES\n", True), ("n\n", False)])
def test_delete_asks_on_a_terminal(
    demo: Program, monkeypatch: pytest.MonkeyPatch, answer: str, gone: bool
) -> None:
    stdin = io.StringIO(answer)
    monkeypatch.setattr(stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", stdin)
    ended = demo("delete", "demo")
    assert "Delete demo with all its backups" in ended.err
    assert (ended.status == 0) == gone
    assert demo.file("demo").exists() != gone
