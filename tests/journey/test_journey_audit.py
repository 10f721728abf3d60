"""What an audit means where a person lives, and the sentence they may take into a letter."""

from pathlib import Path

import pytest

from optout_tui.audit.archive import Report, audit
from optout_tui.journey.audit import sentence_for_letter, training_there
from optout_tui.library.knowledge import knowledge
from tests.audit.exports import chats, instagram, tables, x
from tests.audit.exports.making import Members, zipped


def report_of(tmp_path: Path, members: Members) -> Report:
    return audit([zipped(tmp_path / "export.zip", members)]).reports[0]


def test_training_is_what_the_guide_says_of_the_region(tmp_path: Path) -> None:
    report = report_of(tmp_path, instagram.instagram_2025())
    there = training_there(knowledge(), report, "BR")
    assert there is not None
    assert (there.region_name, there.default) == ("Brazil", "on")
    assert "16 December 2025" in there.note
    assert there.uses == tuple(knowledge().guide("instagram").training.uses)


def test_a_platform_without_a_guide_tells_nothing(tmp_path: Path) -> None:
    report = report_of(tmp_path, instagram.instagram_2025())
    unknown = {name: getattr(report, name) for name in report.__struct_fields__}
    assert training_there(knowledge(), Report(**unknown | {"platform": "none"}), "DE") is None


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        (
            instagram.instagram_2025(),
            "My own data export from Instagram holds 5 posts, 6 photos, 3 videos, 1 story and "
            "4 comments from 2021 to 2023. It does not record who can see each of them. It says "
            "that my account is public.",
        ),
        (
            tables.youtube(),
            "My own data export from YouTube holds 3 videos and 1 comment from 2020 to 2022. Of "
            "its 3 posts, photos and videos, 1 is public. It says that my account is public.",
        ),
        (
            tables.linkedin(),
            "My own data export from LinkedIn holds 3 posts, 2 photos, 1 video, 2 articles and "
            "1 comment from 2020 to 2025. Of its 6 posts, photos and videos, 1 is public; it does "
            "not record who can see 4 of them.",
        ),
        (
            chats.tiktok(old=False),
            "My own data export from TikTok holds 4 videos and 1 comment from 2021 to 2024. Of "
            "its 4 posts, photos and videos, 1 is marked as public; it does not record who can "
            "see 1 of them. It says that my account is private.",
        ),
        (
            chats.chatgpt_2023(),
            "My own data export from ChatGPT holds 2 AI chats from 2023.",
        ),
        ({**x.x_2019(), "data/tweet.js": "window.YTD.tweet.part0 = []"}, ""),
    ],
    ids=["instagram", "youtube", "linkedin", "tiktok", "chatgpt", "nothing"],
)
def test_the_sentence_says_what_was_counted_and_what_is_not_known(
    tmp_path: Path, members: Members, sentence: str
) -> None:
    assert sentence_for_letter(report_of(tmp_path, members)) == sentence
