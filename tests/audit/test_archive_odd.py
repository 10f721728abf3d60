"""Files and folders that are odd rather than hostile: too many, too deep, gone, half a part."""

import os
import struct
from pathlib import Path

import pytest

from optout_tui.audit.archive import Progress, Report, audit
from optout_tui.safety.refusal import Refusal
from tests.audit.exports import instagram, x
from tests.audit.exports.making import Members, unpacked, zipped
from tests.audit.hostile_zips import forged
from tests.audit.test_archive_hostile import BAD, FOLDER, GOOD


def report_of(*files: Path) -> Report:
    return audit(files).reports[0]


def reasons(report: Report) -> list[str]:
    return [one.reason for one in report.problems]


def test_more_members_than_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("optout_tui.audit.archive.zip_directory.MAX_MEMBERS", 3)
    lies = [GOOD._replace(name=f"{FOLDER}/posts_{n}.json") for n in range(5)]
    report = report_of(forged(tmp_path / "e.zip", *lies))
    assert report.items["posts"] == 9
    assert reasons(report) == ["holds more than 3 files; the rest was not looked at"]


def test_a_directory_that_breaks_off(tmp_path: Path) -> None:
    file = forged(tmp_path / "e.zip", GOOD)
    content = file.read_bytes()
    at = content.rindex(b"PK\5\6")
    size = struct.unpack_from("<L", content, at + 12)[0]
    end = content[at : at + 12] + struct.pack("<L", size + 20) + content[at + 16 :]
    file.write_bytes(content[:at] + b"PK\1\2" + bytes(16) + end)
    report = report_of(file)
    assert report.items["posts"] == 3
    assert reasons(report) == ["has a list of contents that breaks off; the rest was not looked at"]


def test_a_header_and_a_directory_that_do_not_agree(tmp_path: Path) -> None:
    file = forged(tmp_path / "e.zip", BAD, GOOD)
    content = bytearray(file.read_bytes())
    content[8] = 0  # not packed, says the header of the first
    file.write_bytes(content)
    assert reasons(report_of(file)) == ["is described in two ways that do not agree"]


def test_folders_inside_a_zip_are_no_members(tmp_path: Path) -> None:
    report = report_of(forged(tmp_path / "e.zip", GOOD, GOOD._replace(name="a/", content=b"")))
    assert (report.items["posts"], report.problems) == (3, ())


def test_names_in_a_folder_are_looked_at_as_in_a_zip(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "export", instagram.instagram_2025())
    (folder / FOLDER / "\x1b[2Jposts_9.json").write_text("[]")
    report = report_of(folder)
    assert reasons(report) == ["its name holds characters that drive a terminal"]
    assert "\x1b" not in report.problems[0].member


def test_a_folder_too_deep_or_too_full_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = unpacked(tmp_path / "export", instagram.instagram_2025())
    (folder / "a" / "b" / "c" / "d" / "e").mkdir(parents=True)
    monkeypatch.setattr("optout_tui.audit.archive.sources.MAX_FOLDERS", 4)
    assert report_of(folder).problems == (("a/b/c/d/e", "lies in more than 4 folders"),)
    monkeypatch.setattr("optout_tui.audit.archive.sources.MAX_FILES", 15)
    assert "holds more than 15 files" in reasons(report_of(folder))


def test_a_folder_that_cannot_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = unpacked(tmp_path / "export", instagram.instagram_2025())
    scandir = os.scandir

    def locked(path: Path) -> object:
        if path.name == "messages":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("optout_tui.audit.archive.sources.os.scandir", locked)
    report = report_of(folder)
    assert report.problems == (("your_instagram_activity/messages/", "Permission denied"),)
    assert report.items["posts"] == 5


@pytest.mark.parametrize("becomes", ["nothing", "a link"])
def test_what_goes_away_in_the_middle_is_said(tmp_path: Path, becomes: str) -> None:
    folder = unpacked(tmp_path / "export", instagram.instagram_2025())
    victim = folder / FOLDER / "reels.json"

    def go_away(_: Progress) -> None:
        victim.unlink(missing_ok=True)
        if becomes == "a link":
            victim.symlink_to(tmp_path)

    report = audit([folder], on_progress=go_away).reports[0]
    reason = "is no file any more" if becomes == "a link" else "No such file or directory"
    assert report.problems == ((f"{FOLDER}/reels.json", reason),)
    assert report.items["posts"] == 5


def test_a_part_without_a_mark_belongs_to_what_else_there_is(tmp_path: Path) -> None:
    first = zipped(tmp_path / "1.zip", x.x_2022())
    media = {"data/tweets_media/2.jpg": b"x", "data/tweets_media/3.mp4": b"x", "notes.txt": "x"}
    report = report_of(first, zipped(tmp_path / "2.zip", media))
    assert (report.parts, report.media_files) == (2, {"photos": 2, "videos": 1})


def test_an_archive_of_x_says_that_it_is_partial(tmp_path: Path) -> None:
    manifest = 'x = {"archiveInfo": {"isPartialArchive": true}}'
    report = report_of(zipped(tmp_path / "x.zip", {**x.x_2019(), "data/manifest.js": manifest}))
    assert "X says that this archive is partial." in report.notes


def test_an_export_without_anything_to_count_is_refused(tmp_path: Path) -> None:
    members: Members = {"Takeout/YouTube and YouTube Music/history/watch-history.json": []}
    with pytest.raises(Refusal, match="this export of YouTube holds nothing to count"):
        audit([zipped(tmp_path / "takeout.zip", members)])
