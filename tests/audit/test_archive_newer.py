"""Files that exports got later: long posts, direct messages, articles, uploads, settings."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from optout_tui.audit.archive import Report, audit, item_at
from optout_tui.audit.archive.members import Member
from optout_tui.audit.archive.readers import facebook_settings
from optout_tui.audit.archive.sources import Zipped
from tests.audit.exports import chats, facebook, x
from tests.audit.exports.making import Members, zipped


def report_of(tmp_path: Path, members: Members) -> Report:
    return audit([zipped(tmp_path / "export.zip", members)]).reports[0]


@pytest.mark.parametrize(
    ("said", "at", "is_whole"),
    [
        (x.LONG, "2025-10-10T20:19:24.000Z", True),
        (x.LONG.removeprefix("@bo "), "2025-10-10T20:19:23.400Z", True),
        (x.LONG.replace("&amp;", "&"), "2025-10-10T20:19:24.999Z", True),
        (x.LONG, "2025-10-10T20:19:26.000Z", False),
        (x.LONG, "", False),
        (x.LONG.replace("this is", "that was"), "2025-10-10T20:19:24.000Z", False),
    ],
)
def test_a_long_post_is_one_post_with_all_its_words(
    tmp_path: Path, said: str, at: str, is_whole: bool
) -> None:
    members = {**x.x_2025(), "data/note-tweet.js": x.script("note_tweet", [x.note(said, at)])}
    file = zipped(tmp_path / "x.zip", members)
    assert audit([file]).reports[0].items["posts"] == 4
    told = [item_at([file], n).text for n in range(1, 5)]
    assert any(text.endswith("ends here") for text in told) == is_whole
    assert any(text.endswith("https://t.co/abc") for text in told) != is_whole
    assert not any("&amp;" in text for text in told)


@pytest.mark.parametrize("wrapping", ["noteTweet", "deletedNoteTweet"])
def test_a_long_post_that_was_deleted_is_not_public(tmp_path: Path, wrapping: str) -> None:
    post = {"tweet": x.tweet(1, x.cut(x.LONG), "2025-10-10")}
    said = x.note(x.LONG, "2025-10-10T20:19:24.000Z")["noteTweet"]
    members = {
        "data/tweets.js": x.script("tweets", []),
        "data/deleted-tweets.js": x.script("deleted_tweets", [post]),
        "data/deleted-note-tweet.js": x.script("deleted_note_tweet", [{wrapping: said}]),
    }
    report = report_of(tmp_path, members)
    assert (report.items["posts"], report.visibility["not_public"]) == (1, 1)
    assert report.words == len(x.LONG.split())


def test_more_long_posts_than_can_be_held_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optout_tui.audit.archive.readers.x_posts.MOST_HELD", 100)
    report = report_of(tmp_path, x.x_2025())
    assert report.items["posts"] == 4
    assert any("only the beginning is counted" in one for one in report.notes)


def test_long_posts_that_the_manifest_names_are_missed(tmp_path: Path) -> None:
    files = [{"fileName": "data/note-tweet.js", "count": "1"}]
    manifest = json.dumps({"dataTypes": {"noteTweet": {"files": files}}})
    members = {**x.x_2025(), "data/manifest.js": f"window.__THAR_CONFIG = {manifest}"}
    assert report_of(tmp_path, members).problems == ()
    del members["data/note-tweet.js"]
    (problem,) = report_of(tmp_path, members).problems
    assert problem == ("note-tweet.js", "is missing; by the export's own list it holds 1")


def test_a_post_for_a_circle_that_stands_nowhere_else_counts(tmp_path: Path) -> None:
    members = {**x.x_2025(), "data/tweets.js": x.script("tweets", [])}
    report = report_of(tmp_path, members)
    assert (report.items["posts"], report.visibility["not_public"]) == (2, 1)


def test_without_the_owner_nobody_is_taken_for_the_sender(tmp_path: Path) -> None:
    members = dict(x.x_2025())
    del members["data/account.js"]
    report = report_of(tmp_path, members)
    assert "messages" not in report.items
    assert any("account.js is missing" in one for one in report.notes)
    manifest = {"userInfo": {"accountId": "42"}, "dataTypes": {}}
    members["data/manifest.js"] = f"window.__THAR_CONFIG = {json.dumps(manifest)}"
    assert report_of(tmp_path, members).items["messages"] == 3


def test_a_dialogue_of_any_length_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("optout_tui.audit.archive.json_window.MAX_RECORD", 2000)
    sent = [x.direct("42", "2024-03-01T10:00:00.000Z")] * 3000
    said = x.script("direct_messages", [x.dialogue("1", *sent), x.dialogue("2", *sent[:5])])
    report = report_of(tmp_path, {**x.x_2025(), "data/direct-messages.js": said})
    assert (report.items["messages"], report.problems) == (3006, ())


def test_a_broken_dialogue_is_a_problem_and_the_rest_counts(tmp_path: Path) -> None:
    said = x.script("direct_messages", [x.dialogue("1", *[x.direct("42", "2024-03-01")] * 9)])
    members = {**x.x_2025(), "data/direct-messages.js": said[:-400]}
    report = report_of(tmp_path, members)
    assert (report.items["posts"], report.items["messages"]) == (4, 8)  # one of a group
    assert {one.member for one in report.problems} == {"data/direct-messages.js"}


def settings(*pairs: tuple[str, str]) -> Members:
    values = [{"ent_field_name": "x", "label": label, "value": value} for label, value in pairs]
    groups = [{"label": "Your posts", "dict": values}, {"label": "None"}]
    held = {"media": [], "label_values": groups, "fbid": "1"}
    return {**facebook.facebook_2024(), "preferences/preferences/privacy_settings.json": held}


def test_privacy_settings_of_facebook_say_nothing_of_a_post(tmp_path: Path) -> None:
    pairs = (
        ("Who can see your future posts?", "Friends ’n’ \x1b".encode().decode("latin-1")),
        ("Else?", "Public"),
    )
    report = report_of(tmp_path, settings(*pairs))
    assert (report.account_private, report.problems, report.visibility["public"]) == (None, (), 0)
    told = [one for one in report.notes if "settings" in one or "future posts" in one]
    assert told == [
        "Your export holds 2 of your privacy settings, in privacy_settings.json. They do not say "
        "who can see a post you made.",
        "“Who can see your future posts?” is set to “Friends ’n’ ␛”.",
    ]


@pytest.mark.parametrize("pairs", [(), (("Wer kann sehen?", "Alle"),)])
def test_labels_of_settings_that_are_not_known_are_not_read(
    tmp_path: Path, pairs: tuple[tuple[str, str], ...]
) -> None:
    notes = report_of(tmp_path, settings(*pairs)).notes
    assert sum("privacy settings" in one for one in notes) == len(pairs)
    assert not any("is set to" in one for one in notes)


def test_uploads_in_another_language_are_said_and_not_guessed(tmp_path: Path) -> None:
    head = "Date/Time,Media Description,Media Link\n"
    members = {"Rich_Media.csv": f"{head}Sie haben ein Foto hochgeladen,,\n" * 2, "Shares.csv": ""}
    report = report_of(tmp_path, members)
    assert (report.total, report.problems) == (0, ())
    assert sum("words that we do not know" in one for one in report.notes) == 1


@pytest.mark.parametrize(
    ("name", "above", "by_year"),
    [
        ("a", "<span class='created'>Created on 2019-01-02 10:00</span>", {"2019": 1}),
        ("a", '<p class="published">Published on 2019-01-02</p>', {"2019": 1}),
        ("2018-03-05 12:33:44.0-Title", "", {"2018": 1}),
        ("a", '<p class="published">Published yesterday</p>', {}),
        ("a", "<b>2019-01-02</b>", {}),
    ],
)
def test_the_date_of_an_article_is_taken_where_one_stands(
    tmp_path: Path, name: str, above: str, by_year: dict[str, int]
) -> None:
    page = f"<html><body><h1>On rain</h1>{above}<p>and snow</p></body></html>"
    report = report_of(tmp_path, {f"Articles/Articles/{name}.html": page})
    assert (report.platform, report.items["articles"], report.by_year) == ("linkedin", 1, by_year)
    assert report.problems == ()


def test_a_page_longer_than_a_page_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optout_tui.audit.archive.pages.MAX_PAGE", 1000)
    pages = {f"Articles/Articles/{n}.html": "<body>" + "x " * n for n in (100, 900)}
    report = report_of(tmp_path, pages)
    assert report.items["articles"] == 1
    assert [one.member for one in report.problems] == ["Articles/Articles/900.html"]


def test_reposts_of_linkedin_are_no_posts_of_reddit(tmp_path: Path) -> None:
    members = {"InstantReposts.csv": "Date,Link\n2023-01-01 10:00:00,x\n", "Comments.csv": ""}
    found = audit([zipped(tmp_path / "export.zip", members)]).reports
    assert [(report.platform, report.items["reposts"] == 1) for report in found] == [
        ("linkedin", True)
    ]


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+23:59", "9999-12-31", "", "soon"])
def test_a_change_of_the_switch_without_a_day_is_none(tmp_path: Path, at: str) -> None:
    change = {"protectedHistory": {"protectedAt": at, "action": "Protect"}}
    said = x.script("protected_history", [change])
    report = report_of(tmp_path, {**x.x_2025(), "data/protected-history.js": said})
    assert (report.account_private, report.privacy_history, report.problems) == (None, (), ())


def test_more_is_not_remembered_than_anybody_needs(tmp_path: Path) -> None:
    times = [f"2026-08-01T10:{n // 60:02}:{n % 60:02}" for n in range(3000)]
    change = [{"protectedHistory": {"protectedAt": at, "action": "Protect"}} for at in times]
    said = x.script("protected_history", change)
    report = report_of(tmp_path, {**x.x_2025(), "data/protected-history.js": said})
    assert len(report.privacy_history) == 1000
    chosen = [{"settings": {f"training_allowed_{n}": True for n in range(999)}}]
    members = {"conversations.json": [], "user_settings.json": chosen}
    assert len(report_of(tmp_path, members).training_choices) == 50
    values = [(facebook_settings.FUTURE_POSTS, f"list {n}") for n in range(99)]
    assert len(report_of(tmp_path, settings(*values)).notes) <= 22


def test_the_file_with_keys_in_an_export_of_grok_is_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    class Watched(Zipped):
        def pieces(self, member: Member) -> Iterator[bytes]:
            read.append(member.name.rpartition("/")[2])
            return super().pieces(member)

    monkeypatch.setattr("optout_tui.audit.archive.sources.Zipped", Watched)
    report_of(tmp_path, chats.grok())
    assert read == ["prod-grok-backend.json"]
