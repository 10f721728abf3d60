"""``audit archive``: figures and bars, JSON by the contract, one item when asked for."""

import json
from pathlib import Path

import pytest

from tests.audit.exports import chats, facebook, instagram, tables, x
from tests.audit.exports.making import zipped
from tests.cli.program import Program
from tests.test_imports import loaded_by

PROMISED = {"platform", "parts", "items", "by_year", "visibility", "account_private",
            "training_setting", "problems"}  # fmt: skip
ONE_OF_EACH = {
    "instagram": instagram.instagram_2025, "facebook": facebook.facebook_2024, "x": x.x_2022,
    "chatgpt": chats.chatgpt_2026, "grok": chats.grok, "tiktok": chats.tiktok,
    "youtube": tables.youtube, "linkedin": tables.linkedin, "reddit": tables.reddit,
}  # fmt: skip


@pytest.fixture
def export(tmp_path: Path) -> str:
    return str(zipped(tmp_path / "instagram.zip", instagram.instagram_2025()))


@pytest.mark.parametrize("platform", ONE_OF_EACH)
def test_json_keeps_the_contract(program: Program, tmp_path: Path, platform: str) -> None:
    file = zipped(tmp_path / "export.zip", ONE_OF_EACH[platform]())
    told = program.json("audit", "archive", str(file))
    assert told.keys() >= PROMISED
    assert (told["platform"], told["parts"], told["problems"]) == (platform, 1, [])
    assert told["items"].keys() >= {"posts", "comments", "photos", "videos", "chats"}
    assert set(told["visibility"]) == {"public", "not_public", "not_recorded"}
    seen = sum(told["items"][kind] for kind in ("posts", "photos", "videos"))
    assert sum(told["visibility"].values()) == seen
    assert "training" not in told


def test_text_shows_bars_and_says_what_is_not_recorded(program: Program, export: str) -> None:
    told = program.text("audit", "archive", export)
    assert told.startswith("Instagram · 1 Jun 2021 to 1 Sep 2023\n")
    assert f"  photos                    6  {'━' * 30}\n" in told
    assert f"  stories                   1  {'━' * 5}\n" in told
    assert f"  2021                      4  {'━' * 24}\n" in told
    assert "  Your account      public\n" in told
    assert "made private on 1 Mar 2022" in told
    assert "\nBy year, without private messages\n" in told
    assert "  “Not recorded” means that the export does not say who can see it." in told
    assert "  Training          your export does not record this\n" in told
    assert "My own data export from Instagram holds 5 posts" in told
    assert "caption" not in told


def test_choices_about_training_are_told_in_words(program: Program, tmp_path: Path) -> None:
    settings = {"training_allowed": False, "voice_training_allowed": True, "x_training": True}
    members = {**chats.chatgpt_2026(), "user_settings.json": [{"settings": settings}]}
    told = program.text("audit", "archive", str(zipped(tmp_path / "a.zip", members)))
    assert "  Training          off\n" in told
    assert "\nBy year\n" in told
    assert "Not recorded" not in told
    assert [line.strip() for line in told.splitlines() if line.endswith((": on", ": off"))] == [
        "chats: off", "voice recordings: on",
    ]  # fmt: skip


def test_what_a_shared_chat_means_is_said(program: Program, tmp_path: Path) -> None:
    told = program.text("audit", "archive", str(zipped(tmp_path / "a.zip", chats.grok())))
    shared = f"  {'Shared by link':<16}{1:>11}\n{'':20}Anyone who has the link can read these.\n"
    assert shared in told


def test_an_export_that_holds_nothing_says_so(program: Program, tmp_path: Path) -> None:
    members = {"Profile.csv": "First Name,Last Name\nA,B\n"}
    told = program.text("audit", "archive", str(zipped(tmp_path / "a.zip", members)))
    assert told.startswith("LinkedIn\n\nWhat you made\n  nothing was counted\n")
    assert "grounds of a letter" not in told


@pytest.mark.parametrize("columns", ["40", "60", "80"])
def test_lines_fit_the_window(
    program: Program, export: str, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    told = program.text("audit", "archive", export, "--region", "DE")
    assert max(map(len, told.splitlines())) <= int(columns)


def test_a_region_tells_what_training_may_use(program: Program, export: str) -> None:
    told = program.text("audit", "archive", export, "--region", "Germany")
    assert "What Instagram may train on in Germany" in told
    assert "+ comments on public posts, also from a private account" in told
    training = program.json("audit", "archive", export, "--region", "DE")["training"]
    assert (training["region"], training["default"]) == ("DE", "on")


def test_a_checklist_knows_the_region(demo: Program, export: str) -> None:
    told = demo.json("audit", "archive", export, "--checklist", "demo")
    assert told["training"]["region_name"] == "Germany"
    assert "not allowed with" in demo.refused(
        "audit", "archive", export, "--checklist", "demo", "--region", "DE"
    )


def test_two_platforms_are_told_one_after_the_other(program: Program, tmp_path: Path) -> None:
    both = {**instagram.instagram_2025(), **facebook.threads()}
    file = str(zipped(tmp_path / "export.zip", both))
    told = program.json("audit", "archive", file)
    assert told["platform"] == "instagram"
    assert [one["platform"] for one in told["also"]] == ["threads"]
    text = program.text("audit", "archive", file)
    assert text.index("Instagram · 1 Jun 2021") < text.index("\n\nThreads · 1 Jan 2024")


def test_several_parts_are_told(program: Program, tmp_path: Path) -> None:
    parts = [zipped(tmp_path / f"{n}.zip", members) for n, members in enumerate(
        (chats.grok(), {"photo.jpg": b"x"})
    )]  # fmt: skip
    told = program.text("audit", "archive", *map(str, parts))
    assert told.startswith("Grok · 2 parts · 1 May 2025 to 1 May 2026\n")


def test_one_item_is_shown_only_when_asked_for(program: Program, export: str) -> None:
    told = program.text("audit", "archive", export, "--item", "1")
    assert told == "Item 1 · posts · 1 Jun 2021 · not recorded\n\none picture, its caption inside\n"
    value = program.json("audit", "archive", export, "--item", "2")
    assert (value["kind"], value["photos"], value["text"]) == ("posts", 2, "three of them")
    assert "is no number" in program.refused("audit", "archive", export, "--item", "0")
    assert "there is no item 99" in program.refused("audit", "archive", export, "--item", "99")


def test_an_item_cannot_drive_the_terminal(program: Program, tmp_path: Path) -> None:
    posts = [{"title": "a\x1b]0;x\x07b\nc", "creation_timestamp": 1600000000}]
    members = {"your_instagram_activity/media/posts_1.json": posts}
    file = str(zipped(tmp_path / "export.zip", members))
    assert "a␛]0;x␇b\nc" in program.text("audit", "archive", file, "--item", "1")


def test_problems_do_not_end_it(program: Program, tmp_path: Path) -> None:
    members = {**instagram.instagram_2025(), "your_instagram_activity/media/posts_9.json": b"[{]"}
    ended = program("audit", "archive", str(zipped(tmp_path / "export.zip", members)))
    assert ended.status == 0
    assert "Problems\n  - your_instagram_activity/media/posts_9.json: " in ended.out


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"notes.txt": "hello"}, "this is no export we know; we read those of Instagram"),
        ({"your_instagram_activity/content/posts_1.html": ""}, "choose JSON as its format"),
        ({"notes.txt": "hello", "part-1.zip": b"PK"}, "packed file (part-1.zip) and nothing we kn"),
        ({"conversations.json": b"[{]"}, "conversations.json: breaks off in the middle"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_cure(
    program: Program, tmp_path: Path, members: dict[str, bytes], reason: str
) -> None:
    assert reason in program.refused("audit", "archive", str(zipped(tmp_path / "e.zip", members)))


@pytest.mark.parametrize("name", ["takeout.tgz", "takeout.tar.gz", "export.7z", "export.RAR"])
def test_what_is_packed_in_another_way_is_refused_with_the_cure(
    program: Program, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(b"\x1f\x8b\x08")
    told = program.refused("audit", "archive", str(file))
    assert f"{name}: is packed, but not as ZIP; unpack it and name the folder" in told


def test_a_zip_by_another_name_is_read(program: Program, tmp_path: Path) -> None:
    file = zipped(tmp_path / "export.tgz", chats.grok())
    assert program.json("audit", "archive", str(file))["platform"] == "grok"


def test_nothing_is_written(program: Program, export: str) -> None:
    program.text("audit", "archive", export, "--region", "DE")
    assert not program.data_dir.exists()
    assert [one.name for one in Path(export).parent.iterdir()] == ["instagram.zip"]


def test_neither_textual_nor_asyncio_is_loaded() -> None:
    loaded = loaded_by("optout_tui.journey.audit_text, optout_tui.audit.archive")
    assert "optout_tui.audit.archive.auditing" in loaded
    assert not loaded & {"textual", "rich", "asyncio", "jinja2", "zipfile"}


def test_figures_are_kept_on_the_account_and_told_by_every_export(
    demo: Program, export: str, tmp_path: Path
) -> None:
    told = demo.text("audit", "archive", export, "--record", "demo", "instagram")
    assert told.startswith("Instagram @anika: figures kept, 23 things counted · Saved, revision 2")
    for form in ("md", "html", "json", "csv", "toml"):
        out = demo.text("export", "demo", "--format", form)
        assert "its caption inside" not in out
        assert ("What is public" in out) == (form in ("md", "html"))
        assert {"json": '"posts": 5', "csv": "5 posts", "toml": "posts = 5"}.get(
            form, "5 posts"
        ) in out
    again = demo.json("audit", "archive", export, "--record", "demo", "instagram")
    assert again["revision"] == 3
    assert again["figures"]["items"]["posts"] == 5
    exported = json.loads(demo.text("export", "demo", "--format", "json"))
    saved = exported["accounts"][0]["audits"]
    assert [one["visibility"] for one in saved] == [
        {"public": 0, "not_public": 4, "not_recorded": 10}
    ] * 2


def test_list_goes_on_with_the_account_whose_figures_tell_the_most(
    demo: Program, export: str
) -> None:
    demo.text("new", "turned", "--region", "DE", "--account", "x:@a", "--account", "instagram:@a")
    names = {row["name"]: row["next"]["account"] for row in demo.json("list")}
    assert names == {"demo": "instagram:@anika", "turned": "x:@a"}
    demo.text("audit", "archive", export, "--record", "turned", "instagram")
    names = {row["name"]: row["next"]["account"] for row in demo.json("list")}
    assert names == {"demo": "instagram:@anika", "turned": "instagram:@a"}


def test_status_tells_the_newest_figures_in_a_line_and_all_of_them_as_json(
    demo: Program, export: str
) -> None:
    assert [one["audits"] for one in demo.json("status", "demo")["accounts"]] == [[], []]
    assert "audit" not in demo.text("status", "demo")
    demo.text("audit", "archive", export, "--record", "demo", "instagram")
    told = demo.text("status", "demo")
    line = "  audit of your export on 2026-11-22 · 0 public · 4 not public · 10 not recorded\n"
    assert told.count(line) == 1
    first = "Begin with Instagram @anika: who can see 10 posts, photos or videos is not recorded."
    assert told.splitlines()[1].startswith(first)
    (kept,) = demo.json("status", "demo")["accounts"][0]["audits"]
    assert kept["visibility"] == {"public": 0, "not_public": 4, "not_recorded": 10}
    assert (kept["at"], kept["oldest"]) == ("2026-11-22T12:00:00Z", "2021-06-01")
    assert (kept["account_private"], kept["training_setting"]) == (False, None)


def test_figures_of_another_platform_are_refused(demo: Program, export: str) -> None:
    ended = demo("audit", "archive", export, "--record", "demo", "x")
    assert ended.status == 2
    assert "the files hold Instagram, nothing of x" in ended.err
