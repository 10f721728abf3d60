"""What real exports do and honest tables do not tell, one by one."""

import json
from pathlib import Path
from typing import Any

import pytest

from optout_tui.audit.archive import Cancelled, Progress, Report, audit, item_at
from optout_tui.audit.archive.text import repaired, seconds_of, seconds_of_tweet
from optout_tui.safety.refusal import Refusal
from tests.audit.exports import chats, facebook, instagram, tables, x
from tests.audit.exports.instagram import comment, escaped, photo, profile
from tests.audit.exports.making import Members, at, zipped

POSTS = "your_instagram_activity/media/posts_1.json"
COMMENTS = "your_instagram_activity/comments/post_comments_1.json"
PROFILE = "personal_information/personal_information/personal_information.json"


def report_of(tmp_path: Path, members: Members) -> Report:
    return audit([zipped(tmp_path / "export.zip", members)]).reports[0]


def test_one_post_as_a_bare_object_is_one_post(tmp_path: Path) -> None:
    report = report_of(tmp_path, {POSTS: {"media": [photo(1, "2021-01-01", "a b c")]}})
    assert (report.items["posts"], report.words) == (1, 3)


def test_media_may_be_a_bare_object_too(tmp_path: Path) -> None:
    report = report_of(tmp_path, {POSTS: [{"media": photo(1, "2021-01-01", "a b")}]})
    assert (report.items["photos"], report.words, report.by_year) == (1, 2, {"2021": 1})


def test_text_is_repaired_only_when_it_is_sure() -> None:
    assert repaired(escaped("Größe ’n’ 😀")) == "Größe ’n’ 😀"
    for kept in ("Größe", "schon richtig: ’", "ascii", escaped("gut ") + "’"):
        assert repaired(kept) == kept


def test_words_are_counted_after_the_repair(tmp_path: Path) -> None:
    members = {POSTS: [{"media": [photo(1, "2021-01-01", escaped("voilà à côté"))]}]}
    assert report_of(tmp_path, members).words == 3


@pytest.mark.parametrize(
    "labels", [("Opmerking", "Media-eigenaar", "Tijd"), (escaped("评论"), "x", escaped("时间"))]
)
def test_labels_in_another_language(tmp_path: Path, labels: tuple[str, str, str]) -> None:
    members = {POSTS: [], COMMENTS: [comment("zo mooi is dat", "2022-01-01", labels)]}
    report = report_of(tmp_path, members)
    assert (report.items["comments"], report.words, report.by_year) == (1, 4, {"2022": 1})


def test_the_newer_wrapping_of_labelled_values(tmp_path: Path) -> None:
    values = [
        {"label": "Media Owner", "value": "bo"},
        {"label": "Comment", "value": "so very nice"},
    ]
    wrapped = {"timestamp": at("2025-05-01"), "media": [], "label_values": values, "fbid": "1"}
    report = report_of(tmp_path, {POSTS: [], COMMENTS: [wrapped]})
    assert (report.items["comments"], report.words, report.by_year) == (1, 3, {"2025": 1})


@pytest.mark.parametrize(
    ("label", "private"),
    [("Private Account", True), ("Privates Konto", True), (escaped("Compte privé"), True),
     ("Unbekannt", None)],
)  # fmt: skip
def test_the_switch_is_read_by_its_label_or_not_at_all(
    tmp_path: Path, label: str, private: bool | None
) -> None:
    members = {POSTS: [], PROFILE: profile(private=True, label=label)}
    assert report_of(tmp_path, members).account_private is private


def test_dates_that_cannot_be_right_are_none(tmp_path: Path) -> None:
    days = (-62169958800, 0, 99999999999999, at("2020-01-01"))
    posts = [{"title": "t", "creation_timestamp": day} for day in days]
    report = report_of(tmp_path, {POSTS: posts})
    assert (report.items["posts"], report.by_year, report.oldest) == (4, {"2020": 1}, "2020-01-01")
    file = tmp_path / "export.zip"
    assert [item_at([file], n).at for n in range(1, 5)] == [None, None, None, days[3]]


def test_a_wrong_type_in_one_record_of_a_thousand(tmp_path: Path) -> None:
    posts: list[Any] = [{"title": "t", "creation_timestamp": at("2020-01-01")}] * 1000
    report = report_of(tmp_path, {POSTS: [*posts[:500], {"title": ["x"]}, *posts[500:]]})
    assert report.items["posts"] == 1000
    assert report.problems == ((POSTS, "1 record was broken and left out"),)


def test_empty_members_are_normal(tmp_path: Path) -> None:
    report = report_of(tmp_path, {POSTS: b"", COMMENTS: b"", PROFILE: profile(private=True)})
    assert (report.problems, report.total, report.account_private) == ((), 0, True)


def test_a_member_that_lies_in_two_parts_is_read_once(tmp_path: Path) -> None:
    members = facebook.facebook_2024()
    one = audit([zipped(tmp_path / "1.zip", members)]).reports[0]
    media = {"your_facebook_activity/posts/media/1.jpg": b"x", "b.mp4": b"y"}
    parts = [zipped(tmp_path / "1.zip", members), zipped(tmp_path / "2.zip", {**members, **media})]
    both = audit(parts).reports[0]
    assert (both.parts, both.items, both.repeated) == (2, one.items, 0)
    assert both.media_files == {"photos": 1, "videos": 1}


def test_what_an_older_export_holds_too_is_counted_once(tmp_path: Path) -> None:
    posts = [{"title": f"t{n}", "creation_timestamp": at("2020-01-01") + n} for n in range(10)]
    twice = [*posts, posts[0]]
    older = zipped(tmp_path / "old.zip", {POSTS: posts[:4]})
    newer = zipped(tmp_path / "new.zip", {POSTS: twice})
    report = audit([older, newer]).reports[0]
    assert (report.items["posts"], report.repeated) == (10, 5)
    assert audit([newer]).reports[0].items["posts"] == 11


def test_the_second_part_of_x_counts(tmp_path: Path) -> None:
    members = x.x_2022()
    second = {name: members[name] for name in members if "part1" in name}
    first = {name: members[name] for name in members if "part1" not in name}
    parts = [zipped(tmp_path / "1.zip", first), zipped(tmp_path / "2.zip", second)]
    report = audit(parts).reports[0]
    assert (report.items["posts"], report.parts, report.problems) == (4, 2, ())


def test_two_platforms_at_once_stay_apart(tmp_path: Path) -> None:
    files = [
        zipped(tmp_path / "1.zip", instagram.instagram_2025()),
        zipped(tmp_path / "2.zip", facebook.facebook_2024()),
        zipped(tmp_path / "3.zip", tables.reddit()),
    ]
    alone = {report.platform: report.items for one in files for report in audit([one]).reports}
    found = audit(files).reports
    assert [report.platform for report in found] == ["instagram", "facebook", "reddit"]
    assert {report.platform: report.items for report in found} == alone


@pytest.mark.parametrize("above", ["", "downloads/"])
def test_exports_in_folders_of_one_file_stay_apart(tmp_path: Path, above: str) -> None:
    made = {
        "instagram-a-2026-01-09-f6T": instagram.instagram_2025(),
        "facebook-a-2026-01-09-Xy": facebook.facebook_2024(),
        "Basic_LinkedInDataExport_11-22-2026": tables.linkedin(),
        "export_a_20260101": tables.reddit(),
    }
    together = {
        f"{above}{folder}/{name}": value
        for folder, members in made.items()
        for name, value in members.items()
    }
    alone = [report_of(tmp_path, members) for members in made.values()]
    reports = audit([zipped(tmp_path / "all.zip", together)]).reports
    assert {(one.platform, *one.items.items()) for one in reports} == {
        (one.platform, *one.items.items()) for one in alone
    }


def test_a_file_by_itself_is_an_export_too(tmp_path: Path) -> None:
    file = tmp_path / "user_data_tiktok.json"
    file.write_text(json.dumps(chats.tiktok()["user_data_tiktok.json"]))
    assert audit([file]).reports[0].platform == "tiktok"


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        ("your_instagram_activity/content/posts_1.html", "choose JSON as its format"),
        ("your_instagram_activity/likes/liked_posts.html", "choose JSON as its format"),
        ("your_instagram_activity/threads/threads_and_replies.html", "choose JSON as its format"),
        ("your_facebook_activity/posts/your_posts_1.html", "choose JSON as its format"),
        ("Your Activity/Watch History.txt", "choose JSON as its format"),
        ("Takeout/YouTube and YouTube Music/my-comments/my-comments.html", "ask Google Takeout"),
    ],
)
def test_a_format_made_to_be_looked_at_is_answered_with_the_cure(
    tmp_path: Path, name: str, asks: str
) -> None:
    with pytest.raises(Refusal, match=asks):
        audit([zipped(tmp_path / "export.zip", {name: "<html>"})])


def test_html_beside_json_is_a_problem(tmp_path: Path) -> None:
    other = "your_instagram_activity/content/stories.html"
    report = report_of(tmp_path, {POSTS: [], other: "<html>", PROFILE: profile(private=False)})
    assert [one.member for one in report.problems] == [other]


def test_html_is_unescaped_before_words_are_counted(tmp_path: Path) -> None:
    members = {
        "data/tweets.js": x.script("tweets", [{"tweet": x.tweet(1, "a &lt;b&gt; c", "2020-01-01")}])
    }
    file = zipped(tmp_path / "x.zip", members)
    assert item_at([file], 1).text == "a <b> c"


def test_an_item_is_shown_by_its_number_without_private_messages(tmp_path: Path) -> None:
    file = zipped(tmp_path / "export.zip", instagram.instagram_2025())
    made = audit([file]).reports[0]
    kinds = {item_at([file], n).kind for n in range(1, 13)}
    assert "messages" not in kinds
    assert item_at([file], 1).text == "one picture, its caption inside"
    count = sum(made.by_year.values())
    with pytest.raises(Refusal, match=f"there is no item {count + 1}: {count} were counted"):
        item_at([file], count + 1)


def test_progress_grows_to_its_end_and_a_cancel_is_heard(tmp_path: Path) -> None:
    file = zipped(tmp_path / "export.zip", instagram.instagram_2025())
    told: list[Progress] = []
    audit([file], on_progress=told.append)
    assert told == sorted(told)
    assert told[-1].bytes_done == told[-1].bytes_total
    assert told[-1].members_done == told[-1].members_total
    with pytest.raises(Cancelled):
        audit([file], is_cancelled=lambda: True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10"),
        ("2013-05-01 10:00:00 +0000", "2013-05-01"),
        ("2025-05-18 04:35:32 UTC", "2025-05-18"),
        ("2026-08-01T10:00:00.000Z", "2026-08-01"),
        ("2021-01-01 10:00:00", "2021-01-01"),
    ],
)
def test_dates_as_platforms_write_them(text: str, day: str) -> None:
    found = seconds_of_tweet(text)
    assert found is not None
    assert 0 <= found - at(day) < 86_400


@pytest.mark.parametrize("text", ["", "n/a", "Wed Foo 10 20:19:24 +0000 2018", "0001-01-01+23:59"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert seconds_of_tweet(text) is None or text.startswith("0001")
    assert seconds_of("yesterday") is None


def test_a_title_is_not_taken_for_who_sees_a_video(tmp_path: Path) -> None:
    video = "abcdefghij{},60,{},{},Procesado,2021-01-01T10:00:00+00:00"
    rows = (("1", "Público", "Privado"), ("2", "Privado", "Oculto"), ("3", "Lluvia", "Público"))
    told = tables.lines(tables.SPANISH_VIDEOS, *(video.format(*row) for row in rows))
    member = "Takeout/YouTube y YouTube Music/metadatos de vídeos/vídeos.csv"
    report = report_of(tmp_path, {member: told})
    assert report.visibility == {"public": 1, "not_public": 1, "not_recorded": 1}


def test_a_photo_on_a_post_and_in_an_album_counts_once(tmp_path: Path) -> None:
    members = dict(facebook.facebook_2024())
    (album,) = [name for name in members if "album" in name]
    before = report_of(tmp_path, members)
    members[album] = {"photos": [photo(1, "2016-01-01"), photo(3, "2013-01-01"), {"title": "a"}]}
    report = report_of(tmp_path, members)
    assert report.items["photos"] == before.items["photos"] + 1  # the one without a name
    del members["your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json"]
    assert report_of(tmp_path, members).items["photos"] == 4
