"""Each platform and each layout of its exports: what is counted, and what is not claimed."""

from pathlib import Path
from typing import Any

import pytest

from optout_tui.audit.archive import Report, audit, reporting
from tests.audit.exports import chats, facebook, instagram, tables, x
from tests.audit.exports.making import Members, unpacked, zipped


def report_of(tmp_path: Path, members: Members) -> Report:
    return audit([zipped(tmp_path / "export.zip", members)]).reports[0]


def counted(report: Report) -> dict[str, int]:
    return {kind: n for kind, n in report.items.items() if n}


@pytest.mark.parametrize("layout", [name for name in instagram.INSTAGRAM if name != "2018"])
def test_instagram_since_2021(tmp_path: Path, layout: str) -> None:
    report = report_of(tmp_path, instagram.INSTAGRAM[layout]())
    assert (report.platform, report.layout, report.problems) == ("instagram", layout, ())
    assert counted(report) == {
        "posts": 5, "photos": 6, "videos": 3, "stories": 1, "profile_photos": 1, "comments": 4,
        "messages": 3,
    }  # fmt: skip
    assert report.visibility == {"public": 0, "not_public": 4, "not_recorded": 10}
    assert report.account_private is False
    assert report.privacy_history == (("2022-03-01", True), ("2022-05-01", False))
    assert report.by_year == {"2021": 4, "2022": 4, "2023": 5}
    assert (report.oldest, report.newest) == ("2021-06-01", "2023-09-01")
    assert (report.words, report.positions, report.training_setting) == (24, 1, None)
    assert report.media_files == {"photos": 1, "videos": 1}


def test_instagram_of_2018(tmp_path: Path) -> None:
    report = report_of(tmp_path, instagram.instagram_2018())
    assert (report.platform, report.layout, report.problems) == ("instagram", "2018", ())
    assert counted(report) == {
        "posts": 3, "photos": 3, "videos": 1, "stories": 1, "profile_photos": 1, "comments": 1,
        "messages": 2,
    }  # fmt: skip
    assert (report.account_private, report.positions, report.words) == (True, 1, 8)
    assert report.by_year == {"2018": 2, "2019": 2, "2020": 2}
    assert report.by_kind["messages"] == {"2019": 2}


def test_threads_comes_inside_instagram(tmp_path: Path) -> None:
    members = {**instagram.instagram_2025(), **facebook.threads()}
    first, second = audit([zipped(tmp_path / "both.zip", members)]).reports
    assert (first.platform, second.platform) == ("instagram", "threads")
    assert counted(second) == {"posts": 2, "photos": 1}
    assert (first.account_private, second.account_private) == (False, True)
    assert second.by_year == {"2024": 2}
    assert second.words == 5


@pytest.mark.parametrize("layout", facebook.FACEBOOK)
def test_facebook(tmp_path: Path, layout: str) -> None:
    report = report_of(tmp_path, facebook.FACEBOOK[layout]())
    assert (report.platform, report.layout, report.problems) == ("facebook", layout, ())
    assert counted(report) == {
        "posts": 4, "photos": 3, "videos": 2, "stories": 1, "comments": 2, "chats": 1,
        "messages": 1,
    }  # fmt: skip
    assert report.visibility == {"public": 0, "not_public": 1, "not_recorded": 8}
    assert report.account_private is None
    assert (report.positions, report.tags) == (2, 1)
    assert report.by_year["2013"] == 1
    assert report.by_kind["messages"] == {"2020": 1}


def test_facebook_matches_by_how_names_end(tmp_path: Path) -> None:
    nested = {
        f"personal_information/profile_information/{name}": value
        for name, value in facebook.facebook_2024().items()
    }
    assert report_of(tmp_path, nested).items["posts"] == 4


@pytest.mark.parametrize(("layout", "posts"), [("2016", 1), ("2019", 1), ("2022", 4)])
def test_x(tmp_path: Path, layout: str, posts: int) -> None:
    report = report_of(tmp_path, x.X[layout]())
    assert (report.platform, report.layout, report.problems) == ("x", layout, ())
    assert report.items["posts"] == posts
    assert report.visibility["public"] == 0


def test_x_in_detail(tmp_path: Path) -> None:
    report = report_of(tmp_path, x.x_2022())
    assert counted(report) == {
        "posts": 4, "photos": 1, "videos": 1, "reposts": 1, "chats": 1, "chat_messages": 1,
    }  # fmt: skip
    assert report.visibility == {"public": 0, "not_public": 1, "not_recorded": 5}
    assert report.account_private is True
    assert report.privacy_history == (("2026-08-01", True),)
    assert (report.positions, report.words) == (1, 4 + 3 + 4 + 2 + 3)
    assert report.by_year == {"2018": 1, "2019": 1, "2020": 1, "2021": 1, "2022": 1, "2025": 1}


def test_all_that_an_archive_of_x_holds(tmp_path: Path) -> None:
    report = report_of(tmp_path, x.x_2025())
    assert (report.platform, report.layout, report.problems) == ("x", "2022", ())
    assert counted(report) == {"posts": 4, "articles": 2, "messages": 3}
    assert report.visibility == {"public": 0, "not_public": 1, "not_recorded": 3}
    assert report.words == len(x.LONG.split()) - 1 + 1 + 3 + 2
    assert report.by_year == {"2023": 1, "2024": 2, "2025": 2}
    assert report.by_kind["messages"] == {"2020": 1, "2024": 2}
    assert not any("account.js" in one for one in report.notes)


def test_no_change_in_six_months_is_not_public(tmp_path: Path) -> None:
    assert report_of(tmp_path, x.x_2019()).account_private is None


def test_a_part_of_x_that_the_manifest_names_is_missed(tmp_path: Path) -> None:
    members = dict(x.x_2022())
    del members["data/tweets-part1.js"]
    reasons = report_of(tmp_path, members).problems
    assert reasons == (("tweets-part1.js", "is missing; by the export's own list it holds 1"),)


def test_a_file_of_x_with_fewer_records_than_promised(tmp_path: Path) -> None:
    members = dict(x.x_2022())
    members["data/tweets.js"] = "window.YTD.tweets.part0 = [ ]"
    (problem,) = report_of(tmp_path, members).problems
    assert problem == ("data/tweets.js", "by the export's own list it holds 3, but 0 were found")


def test_chatgpt_in_one_file(tmp_path: Path) -> None:
    report = report_of(tmp_path, chats.chatgpt_2023())
    assert (report.platform, report.layout, report.problems) == ("chatgpt", "2023", ())
    assert counted(report) == {"chats": 2, "chat_messages": 2}
    assert (report.shared_chats, report.rated, report.words) == (1, 2, 6)
    assert report.training_setting is None
    assert sum(report.visibility.values()) == 0


def test_chatgpt_in_numbered_files(tmp_path: Path) -> None:
    report = report_of(tmp_path, chats.chatgpt_2026())
    assert (report.layout, report.training_setting) == ("2026", "off")
    assert report.training_choices == {"training_allowed": False, "voice_training_allowed": True}
    assert counted(report) == {"chats": 2, "chat_messages": 3}
    assert report.by_year == {"2025": 1, "2026": 1}


def test_grok(tmp_path: Path) -> None:
    report = report_of(tmp_path, chats.grok())
    assert (report.platform, report.layout, report.problems) == ("grok", "2025", ())
    assert counted(report) == {"chats": 3, "chat_messages": 3}
    assert (report.shared_chats, report.words) == (1, 4 + 2 + 1)
    assert report.by_year == {"2025": 1, "2026": 1}
    assert report.by_kind["chat_messages"] == {"2025": 2}
    assert (report.training_setting, report.records_training) == (None, False)


@pytest.mark.parametrize("old", [True, False])
def test_tiktok(tmp_path: Path, old: bool) -> None:
    report = report_of(tmp_path, chats.tiktok(old=old))
    assert (report.platform, report.problems) == ("tiktok", ())
    assert counted(report) == {"videos": 3 if old else 4, "comments": 1}
    hidden = 1 if old else 2
    assert report.visibility == {"public": 1, "not_public": hidden, "not_recorded": 1}
    assert (report.account_private, report.positions) == (True, 1)
    assert report.words == 4
    assert report.notes == (reporting.BOTH,)


@pytest.mark.parametrize("spanish", [False, True])
def test_youtube(tmp_path: Path, spanish: bool) -> None:
    report = report_of(tmp_path, tables.youtube(spanish=spanish))
    assert (report.platform, report.problems) == ("youtube", ())
    assert counted(report) == {"videos": 3, "comments": 1}
    assert report.visibility == {"public": 1, "not_public": 2, "not_recorded": 0}
    assert report.account_private is False
    assert ["Unlisted" in note for note in report.notes] == [True]
    assert report.by_year == {"2020": 1, "2021": 1, "2022": 2}


def test_linkedin(tmp_path: Path) -> None:
    report = report_of(tmp_path, tables.linkedin())
    assert (report.platform, report.problems) == ("linkedin", ())
    assert counted(report) == {
        "posts": 3, "photos": 2, "videos": 1, "reposts": 1, "articles": 2, "profile_photos": 1,
        "comments": 1, "messages": 1,
    }  # fmt: skip
    assert report.visibility == {"public": 1, "not_public": 1, "not_recorded": 4}
    assert report.words == 4 + 1 + 2 + 2 + 2 * 5
    assert report.by_year == {
        "2020": 3, "2021": 1, "2022": 1, "2023": 1, "2024": 3, "2025": 2,
    }  # fmt: skip


def test_reddit(tmp_path: Path) -> None:
    report = report_of(tmp_path, tables.reddit())
    assert (report.platform, report.problems) == ("reddit", ())
    assert counted(report) == {"posts": 1, "comments": 1, "messages": 2}
    assert report.visibility == {"public": 0, "not_public": 0, "not_recorded": 1}
    assert report.by_year == {"2024": 1, "2025": 1}
    assert report.by_kind["messages"] == {"2021": 1, "2024": 1}
    assert (report.training_setting, report.training_choices) == (None, {})


EVERY: dict[str, Any] = {
    **{f"instagram-{name}": made for name, made in instagram.INSTAGRAM.items()},
    "threads": facebook.threads,
    **{f"facebook-{name}": made for name, made in facebook.FACEBOOK.items()},
    **{f"x-{name}": made for name, made in x.X.items()},
    "x-all": x.x_2025,
    **{f"chatgpt-{name}": made for name, made in chats.CHATGPT.items()},
    "grok": chats.grok,
    "tiktok": chats.tiktok,
    "youtube": tables.youtube,
    "linkedin": tables.linkedin,
    "reddit": tables.reddit,
}


@pytest.mark.parametrize("name", EVERY)
def test_an_unpacked_folder_says_the_same_as_the_zip(tmp_path: Path, name: str) -> None:
    members = EVERY[name]()
    folder = audit([unpacked(tmp_path / "folder", members)])
    assert folder == audit([zipped(tmp_path / "export.zip", members)])


@pytest.mark.parametrize("name", EVERY)
def test_a_folder_inside_the_zip_changes_nothing(tmp_path: Path, name: str) -> None:
    members = EVERY[name]()
    inside = {f"some-export-2026/{one}": value for one, value in members.items()}
    found = audit([zipped(tmp_path / "in.zip", inside)])
    assert found == audit([zipped(tmp_path / "flat.zip", members)])


@pytest.mark.parametrize("name", EVERY)
def test_visibility_adds_up(tmp_path: Path, name: str) -> None:
    for report in audit([zipped(tmp_path / "export.zip", EVERY[name]())]).reports:
        seen = sum(report.items[kind] for kind in ("posts", "photos", "videos"))
        assert sum(report.visibility.values()) == seen
        assert sum(report.by_year.values()) <= report.total
