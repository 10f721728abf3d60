"""Private messages: only what the person wrote counts, where the export tells who wrote."""

from collections.abc import Callable
from pathlib import Path

import pytest

from optout_tui.audit.archive import Report, audit
from tests.audit.exports import facebook, instagram, tables, x
from tests.audit.exports.instagram import NAME, escaped, said
from tests.audit.exports.making import Members, unpacked, zipped

INSIDE = "personal_information/personal_information/personal_information.json"
TALK = "your_instagram_activity/messages/inbox/bo_1/message_1.json"

EVERY: dict[str, tuple[Callable[[], Members], str, int]] = {
    "instagram-2018": (instagram.instagram_2018, "profile.json", 4),
    "instagram-2021": (
        instagram.instagram_2021,
        "account_information/personal_information.json",
        5,
    ),
    "instagram-2025": (instagram.instagram_2025, INSIDE, 5),
    "facebook-2018": (facebook.facebook_2018, facebook.PROFILE, 2),
    "facebook-2024": (facebook.facebook_2024, f"personal_information/{facebook.PROFILE}", 2),
    "x": (x.x_2025, "data/account.js", 5),
    "linkedin": (tables.linkedin, "Profile.csv", 2),
    "reddit": (tables.reddit, "statistics.csv", 4),
}
"""What makes an export, the file in it that says whose it is, and all messages in it."""


def report_of(tmp_path: Path, members: Members) -> Report:
    return audit([zipped(tmp_path / "export.zip", members)]).reports[0]


def about_messages(report: Report) -> list[str]:
    return [note for note in report.notes if "private message" in note]


@pytest.mark.parametrize("name", EVERY)
def test_where_it_is_not_said_whose_export_it_is_no_message_counts(
    tmp_path: Path, name: str
) -> None:
    made, file, _ = EVERY[name]
    members = dict(made())
    del members[file]
    report = report_of(tmp_path, members)
    assert "messages" not in report.items
    (note,) = about_messages(report)
    assert f"({file.rpartition('/')[2]} is missing or names nobody)" in note


@pytest.mark.parametrize("name", EVERY)
def test_how_many_others_wrote_is_told(tmp_path: Path, name: str) -> None:
    made, _, total = EVERY[name]
    report = report_of(tmp_path, made())
    own = report.items["messages"]
    assert 0 < own < total
    messages = "message" if total - own == 1 else "messages"
    assert about_messages(report) == [
        f"Your export also holds {total - own} private {messages} by others; only yours count."
    ]


def talk(*names: str, account: str = escaped(NAME), label: str = "Name") -> Members:
    return {
        "your_instagram_activity/media/posts_1.json": [],
        INSIDE: {"profile_user": [{"string_map_data": {label: {"value": account}}}]},
        TALK: {"messages": [said(name) for name in names]},
    }


def test_where_nothing_is_by_the_person_that_is_told(tmp_path: Path) -> None:
    report = report_of(tmp_path, talk("Bo", "Carl"))
    assert "messages" not in report.items
    assert about_messages(report) == [
        "No private message in your export (2) is by a name that it gives as yours; "
        "none is counted."
    ]


def test_nothing_is_told_where_all_of_it_is_by_the_person(tmp_path: Path) -> None:
    report = report_of(tmp_path, talk(NAME, NAME))
    assert (report.items["messages"], about_messages(report)) == (2, [])


@pytest.mark.parametrize("written", [NAME, escaped(NAME)])
@pytest.mark.parametrize("given", [NAME, escaped(NAME)])
def test_a_name_is_known_however_either_file_writes_it(
    tmp_path: Path, written: str, given: str
) -> None:
    messages = [{"sender_name": written, "timestamp_ms": 1}, said("Bo")]
    members = {**talk(account=given), TALK: {"messages": messages}}
    assert report_of(tmp_path, members).items["messages"] == 1


@pytest.mark.parametrize("label", ["Username", "Naam", "Benutzername", "Nom d’utilisateur"])
def test_labels_of_names_are_translated(tmp_path: Path, label: str) -> None:
    assert report_of(tmp_path, talk(NAME, label=escaped(label))).items["messages"] == 1


def test_no_other_value_of_the_account_is_taken_for_a_name(tmp_path: Path) -> None:
    report = report_of(tmp_path, talk("Bo", account="Bo", label="Bio"))
    assert "messages" not in report.items
    assert "is missing or names nobody" in about_messages(report)[0]


def test_the_name_may_lie_in_another_part_of_the_export(tmp_path: Path) -> None:
    members = dict(facebook.facebook_2024())
    account = {name: members.pop(name) for name in list(members) if name.endswith(facebook.PROFILE)}
    files = [zipped(tmp_path / "a.zip", members), zipped(tmp_path / "b.zip", account)]
    (report,) = audit(files).reports
    assert (report.items["messages"], report.parts) == (1, 2)


@pytest.mark.parametrize("name", [{"full_name": 5}, {}, None, NAME])
def test_a_name_of_facebook_may_stand_by_itself_or_be_none(tmp_path: Path, name: object) -> None:
    members = dict(facebook.facebook_2018())
    members[facebook.PROFILE] = {"profile": {"name": name}}
    report = report_of(tmp_path, members)
    assert report.items.get("messages", 0) == (1 if name == NAME else 0)
    assert report.problems == ()


def test_older_files_of_linkedin_say_who_sent(tmp_path: Path) -> None:
    members = dict(tables.linkedin())
    del members["Profile.csv"]
    members["messages.csv"] = tables.lines(
        "From,To,Date,Subject,Content,Direction,Folder",
        "A,B,2017-01-01,,hi,OUTGOING,SENT",
        "B,A,2017-01-01,,hi,INCOMING,INBOX",
    )
    report = report_of(tmp_path, members)
    assert report.items["messages"] == 1
    assert about_messages(report) == [
        "Your export also holds 1 private message by others; only yours count."
    ]


def test_an_old_conversation_of_any_length_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optout_tui.audit.archive.json_window.MAX_RECORD", 2000)
    sent = [{"sender": "anika", "created_at": "2019-01-01", "text": "hi"}] * 3000
    talks = [{"participants": ["a"], "conversation": part} for part in (sent, [], sent[:5])]
    report = report_of(tmp_path, {**instagram.instagram_2018(), "messages.json": talks})
    assert (report.items["messages"], report.problems) == (3005, ())


def test_names_that_are_remembered_are_bounded(tmp_path: Path) -> None:
    rows = (f"account name,n{n}" for n in range(3000))
    members = {**tables.reddit(), "statistics.csv": tables.lines("statistic,value", *rows)}
    members["chat_history.csv"] = tables.lines(
        "created_at,username", *(f"2024-01-01,n{n}" for n in (0, 99, 100, 2999))
    )
    assert report_of(tmp_path, members).items["messages"] == 2


@pytest.mark.parametrize("name", EVERY)
def test_a_message_in_two_exports_counts_once(tmp_path: Path, name: str) -> None:
    made, file, _ = EVERY[name]
    later = {one: value for one, value in made().items() if one != file}
    files = [zipped(tmp_path / "a.zip", made()), unpacked(tmp_path / "b", later)]
    own = audit(files[:1]).reports[0].items["messages"]
    (report,) = audit(files).reports
    assert report.items["messages"] == own
    assert report.parts == 2


def test_messages_without_a_date_are_never_taken_for_each_other(tmp_path: Path) -> None:
    undated = {"messages": [{"sender_name": NAME}]}
    same = [zipped(tmp_path / f"{n}.zip", {**talk(), TALK: undated}) for n in range(2)]
    other = zipped(tmp_path / "other.zip", {**talk(), TALK: {"more": 1, **undated}})
    (once,), (twice,) = audit(same).reports, audit([*same, other]).reports
    assert (once.items["messages"], twice.items["messages"]) == (1, 2)
