"""Accounts come, go and change their handle; the person moves."""

from typing import Any

import pytest

from tests.cli.program import Program


def accounts(program: Program) -> dict[str, Any]:
    return {one["id"]: one for one in program.json("status", "demo")["accounts"]}


def test_add_makes_accounts_on_the_way_of_the_region(demo: Program) -> None:
    added = demo.json("account", "add", "demo", "facebook:@anika", "chatgpt")
    assert (added["name"], added["revision"]) == ("demo", 2)
    assert added["account"]["id"] == "facebook:@anika"
    assert [one["id"] for one in added["accounts"]] == ["facebook:@anika", "chatgpt"]
    assert accounts(demo)["facebook:@anika"]["kind"] == "objection"


def test_add_makes_all_or_none(demo: Program) -> None:
    before = demo.file("demo").read_bytes()
    assert "unknown platform" in demo.refused("account", "add", "demo", "threads:@a", "nope:@b")
    assert demo.file("demo").read_bytes() == before


def test_remove_takes_accounts_away(demo: Program) -> None:
    removed = demo.json("account", "remove", "demo", "x", "x:@anika")
    assert [one["id"] for one in removed["accounts"]] == ["x:@anika"]
    assert list(accounts(demo)) == ["instagram:@anika"]


def test_remove_takes_all_or_none(demo: Program) -> None:
    assert "unknown account" in demo.refused("account", "remove", "demo", "x", "nope")
    assert set(accounts(demo)) == {"instagram:@anika", "x:@anika"}


@pytest.mark.parametrize("handle", ["@new", "x:@new", " @new "])
def test_rename_changes_the_handle_and_keeps_the_id(demo: Program, handle: str) -> None:
    renamed = demo.json("account", "rename", "demo", "x", handle)
    assert (renamed["account"]["id"], renamed["account"]["handle"]) == ("x:@anika", "@new")
    assert demo.json("status", "demo")["accounts"][1]["handle"] == "@new"


def test_the_renamed_account_is_found_by_either_name(demo: Program) -> None:
    demo.text("account", "rename", "demo", "x", "@new")
    for name in ("x:@new", "x:@anika", "x"):
        assert demo.json("proof", "demo", name, "mail")["account"]["id"] == "x:@anika"


def test_region_moves_every_account(demo: Program) -> None:
    moved = demo.json("region", "demo", "us")
    assert moved["region"] == "US"
    assert {one["platform"]: one["kind"] for one in moved["accounts"]}["instagram"] == "limit"
    assert demo.text("region", "demo", "DE") == "demo: Germany · Saved, revision 3\n"


def test_ticks_of_the_old_way_come_back_with_it(demo: Program) -> None:
    step = accounts(demo)["instagram:@anika"]["steps"][0]["id"]
    demo.text("mark", "demo", "instagram", step, "done")
    demo.text("region", "demo", "US")
    demo.text("region", "demo", "DE")
    assert accounts(demo)["instagram:@anika"]["steps"][0]["state"] == "done"


def test_moving_to_where_one_lives_saves_nothing_new(demo: Program) -> None:
    assert demo.json("region", "demo", "DE")["revision"] == 1


@pytest.mark.parametrize(
    ("handle", "reason"),
    [
        ("", "Instagram needs a handle"),
        ("   ", "Instagram needs a handle"),
        ("x" * 201, "is longer than 200 characters"),
        ("a\x1b[31mb", "holds control characters"),
        ("a\u202eb", "holds control characters"),
        ("a\nb", "holds control characters"),
        ("@anika", "is already there"),
    ],
)
def test_a_handle_that_cannot_be_is_refused(demo: Program, handle: str, reason: str) -> None:
    before = demo.file("demo").read_bytes()
    assert reason in demo.refused("account", "add", "demo", f"instagram:{handle}")
    assert demo.file("demo").read_bytes() == before


def test_a_handle_of_200_characters_is_taken(demo: Program) -> None:
    handle = "x" * 200
    assert demo.json("account", "add", "demo", f"x:{handle}")["account"]["handle"] == handle


def test_two_accounts_of_a_platform_have_to_be_told_apart(demo: Program) -> None:
    demo.text("account", "add", "demo", "x:@second")
    assert demo.refused("proof", "demo", "x", "mail") == (
        "x has several accounts; say which: x:@anika, x:@second"
    )
