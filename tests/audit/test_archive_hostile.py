"""Exports that mean harm: each lie is named, the rest is counted, nothing is written."""

import json
import os
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.audit.archive import Report, audit
from optout_tui.safety.refusal import Refusal
from tests.audit.exports import instagram
from tests.audit.exports.making import unpacked, zipped
from tests.audit.hostile_zips import Lie, forged, packed_up

FOLDER = "your_instagram_activity/media"
RECORD = {"title": "a", "creation_timestamp": 1600000000}
CONTENT = json.dumps([RECORD] * 3).encode()
GOOD = Lie(f"{FOLDER}/posts_1.json", CONTENT)
BAD = Lie(f"{FOLDER}/posts_2.json", CONTENT)
WORDS = ("audit", "archive", "--json")
PROJECT = Path(__file__).parents[2]


def report_of(file: Path) -> Report:
    return audit([file]).reports[0]


LIES = {
    "a bomb": (BAD._replace(content=b"[" + b" " * 20_000_000 + b"]"), "more than 200 times"),
    "a bomb that claims less": (
        BAD._replace(content=b" " * 30_000_000, size=1_500_000), "more than it claims",
    ),
    "a bomb that claims little by little": (
        BAD._replace(content=b" " * 30_000_000, size=30_000_000, packed=30_000), "",
    ),
    "a bomb that hides in a large member": (
        BAD._replace(content=b"[" + b" " * 30_000_000, tail=bytes(200_000)), "more than 200 times",
    ),
    "less than claimed": (BAD._replace(size=500), "breaks off before its end"),
    "longer than the file": (BAD._replace(packed=2**32 - 2), "overlaps another file of the export"),
    "a wrong checksum": (BAD._replace(crc=5), "checksum does not fit"),
    "no header": (BAD._replace(header=b"PKxx"), "not where the list of contents says"),
    "a link": (BAD._replace(mode=0o120777), "a link, which is not followed"),
    "encrypted": (BAD._replace(flags=1), "is encrypted"),
    "another packing": (BAD._replace(method=9), "packed by a method we do not read (9)"),
    "outside": (BAD._replace(name=f"../../{FOLDER}/posts_2.json"), "leads out of the export"),
    "absolute": (BAD._replace(name=f"/{FOLDER}/posts_2.json"), "leads out of the export"),
    "of Windows": (BAD._replace(name="C:\\x\\media\\posts_2.json"), "leads out of the export"),
    "escape bytes": (BAD._replace(name=f"{FOLDER}/\x1b]0;x\x07posts_2.json"), "drive a terminal"),
    "too long a name": (BAD._replace(name="x" * 2000 + "/posts_2.json"), "name is too long"),
    "no JSON": (BAD._replace(content=b"\x00\xff" * 500), "holds no JSON"),
    "deep": (BAD._replace(content=b"[" * 300_000), "broken"),
    "deep objects": (BAD._replace(content=b'{"media":' * 20_000), "broken"),
    "cut": (BAD._replace(content=b"[" + json.dumps(RECORD).encode()[:-5]), "broken"),
    "a new layout": (BAD._replace(content=b'{"renamed": []}'), "its layout may be new"),
}  # fmt: skip

DAMAGED = {"less than claimed", "a wrong checksum"}
"""What came out of these is counted all the same."""


@pytest.mark.parametrize("name", LIES)
def test_a_lie_is_named_and_the_rest_counted(tmp_path: Path, name: str) -> None:
    lie, reason = LIES[name]
    report = report_of(forged(tmp_path / "export.zip", GOOD, lie))
    assert report.items["posts"] == (6 if name in DAMAGED else 3)
    assert report.problems
    assert all("\x1b" not in member for member, _ in report.problems)
    assert reason in " ".join(one.reason for one in report.problems)
    assert [one.name for one in tmp_path.iterdir()] == ["export.zip"]


@pytest.mark.parametrize("name", sorted(LIES.keys() - DAMAGED))
def test_nothing_but_a_lie_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal):
        audit([forged(tmp_path / "export.zip", LIES[name][0])])


@pytest.mark.parametrize("indent", [None, 2])
def test_broken_json_in_the_middle_costs_what_is_broken(tmp_path: Path, indent: int | None) -> None:
    posts = json.dumps([{**RECORD, "title": f"t{n}"} for n in range(1000)], indent=indent)
    broken = posts.replace('"t500"', "\x00oops", 1)
    report = report_of(forged(tmp_path / "e.zip", GOOD, BAD._replace(content=broken.encode())))
    assert report.items["posts"] == 3 + 999
    assert report.problems == ((BAD.name, "1 record was broken and left out"),)


def test_members_that_share_bytes_are_read_once(tmp_path: Path) -> None:
    shared = {
        "at": 0,
        "crc": zlib.crc32(CONTENT),
        "size": len(CONTENT),
        "packed": len(packed_up(CONTENT)),
    }
    copies = [Lie(f"{FOLDER}/posts_{n}.json", b"", **shared) for n in range(2, 60)]  # type: ignore[arg-type]
    report = report_of(forged(tmp_path / "export.zip", GOOD, *copies))
    assert report.items["posts"] == 3
    assert len(report.problems) == 58


def test_what_was_put_before_a_zip_does_not_matter(tmp_path: Path) -> None:
    assert report_of(forged(tmp_path / "a.zip", GOOD, before=b"junk" * 9)).items["posts"] == 3


def test_a_zip_of_the_large_kind_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = audit([zipped(tmp_path / "export.zip", instagram.instagram_2025())])
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    large = zipped(tmp_path / "export.zip", instagram.instagram_2025())
    assert b"PK\6\6" in large.read_bytes()
    assert audit([large]) == whole


def test_members_that_are_not_packed_are_read(tmp_path: Path) -> None:
    stored = BAD._replace(method=0)
    assert report_of(forged(tmp_path / "export.zip", GOOD, stored)).items["posts"] == 6
    cut = report_of(forged(tmp_path / "cut.zip", GOOD, stored._replace(size=10**6)))
    assert (cut.items["posts"], len(cut.problems)) == (6, 1)


def test_a_table_that_is_no_table_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optout_tui.audit.archive.csv_rows.MAX_CELL", 1000)
    head = "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
    row = "p1,u,2025-05-18 04:35:32 UTC,,python,0,A title,u,x\n"
    for bad in ('"' + "never closed, " * 300, "x" * 3000):
        members = {"posts.csv": head + row + bad, "comments.csv": "", "user_preferences.csv": "a"}
        report = report_of(zipped(tmp_path / "export.zip", members))
        assert report.items["posts"] >= 1
        assert [one.member for one in report.problems] == ["posts.csv"]


def test_the_standard_library_inflates_where_no_faster_one_is(tmp_path: Path) -> None:
    file = zipped(tmp_path / "export.zip", instagram.instagram_2025())
    code = "import sys; sys.modules['isal'] = None; from optout_tui.cli.main import main; "
    told = [
        subprocess.run(
            [sys.executable, "-c", f"{begin}sys.exit(main(sys.argv[1:]))", *WORDS, str(file)],
            cwd=PROJECT,
            capture_output=True,
            check=True,
        ).stdout
        for begin in (code, code.replace("sys.modules['isal'] = None; ", ""))
    ]
    assert told[0] == told[1] != b""


def test_a_hundred_problems_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    lies = [BAD._replace(name=f"../{n}.json", content=b"") for n in range(250)]
    report = report_of(forged(tmp_path / "export.zip", GOOD, *lies))
    assert (len(report.problems), report.problems_left_out) == (100, 150)


def test_a_file_that_unpacks_to_far_too_much_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optout_tui.audit.archive.budget.FREE", 500)
    monkeypatch.setattr("optout_tui.audit.archive.budget.MOST_TO_ONE", 0)
    lies = [GOOD._replace(name=f"{FOLDER}/posts_{n}.json") for n in range(9)]
    report = report_of(forged(tmp_path / "export.zip", *lies))
    assert report.items["posts"] == 9
    assert "far more than an export does" in report.problems[0].reason


def test_links_and_pipes_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "export", instagram.instagram_2025())
    secret = tmp_path / "secret.json"
    secret.write_text("[]")
    (folder / FOLDER / "posts_9.json").symlink_to(secret)
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / FOLDER / "posts_8.json")
    report = report_of(folder)
    assert report.items["posts"] == 5
    assert sorted(report.problems) == [
        ("loop", "is a link, which is not followed"),
        (f"{FOLDER}/posts_8.json", "is no file"),
        (f"{FOLDER}/posts_9.json", "is a link, which is not followed"),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "end is missing"),
        (b"PK\3\4 and then nothing", "end is missing"),
        (b"PK\5\6" + b"\xff" * 18, "list of contents is not where it should be"),
        (b"PK\5\6" + bytes(18), "this is no export we know"),
    ],
)
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "export.zip"
    file.write_bytes(content)
    with pytest.raises(Refusal, match=reason):
        audit([file])


def test_what_is_not_there_and_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="No such file"):
        audit([tmp_path / "none.zip"])
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(Refusal, match="is no file"):
        audit([tmp_path / "pipe.zip"])


def test_one_file_of_two_may_be_bad(tmp_path: Path) -> None:
    good = forged(tmp_path / "good.zip", GOOD)
    (tmp_path / "bad.zip").write_bytes(b"PK")
    report = audit([tmp_path / "bad.zip", good]).reports[0]
    assert report.items["posts"] == 3
    assert [one.member for one in report.problems] == ["bad.zip"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_zip_is_counted_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any bytes of it changed, cut out or doubled: never anything but a report or a refusal."""
    file = zipped(tmp_path_factory.mktemp("zip") / "x.zip", instagram.instagram_2025())
    content = bytearray(file.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.sampled_from(["flip", "cut", "twice"])):
            case "flip":
                content[place] ^= data.draw(st.integers(1, 255))
            case "cut":
                del content[place : place + data.draw(st.integers(1, 40))]
            case "twice":
                content[place:place] = content[max(0, place - 30) : place]
    file.write_bytes(content)
    try:
        found = audit([file])
    except Refusal:
        return
    assert found.reports
