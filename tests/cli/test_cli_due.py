"""``due``: what is late or soon over all checklists, and only from the index."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from optout_tui.checklist.store import derive, reading
from tests.cli.program import TODAY, Program


@pytest.fixture
def busy(demo: Program) -> Program:
    """A sent, an extended, a refused and an overdue request in two checklists."""
    demo.text("sent", "demo", "instagram", "--on", "2026-11-02")
    demo.text("sent", "demo", "x", "--kind", "objection", "--on", "2026-10-01")
    demo.text("reply", "demo", "x", "extension", "--on", "2026-10-20")
    demo.text("new", "Acme", "--region", "GB", "--account", "instagram:@acme", "--account", "x:@a")
    demo.text("sent", "Acme", "instagram", "--on", "2026-09-01")
    demo.text("reply", "Acme", "instagram", "refused", "--on", "2026-09-20")
    demo.text("sent", "Acme", "x", "--kind", "objection", "--on", "2026-07-06")
    return demo


def told(found: list[dict[str, Any]]) -> list[tuple[str, str, str, str, int]]:
    return [
        (one["checklist"], one["account"], one["what"], one["on"], one["days"]) for one in found
    ]


OVERDUE = [
    ("Acme", "x:@a", "reply", "2026-08-06", -108),
    ("Acme", "x:@a", "remind", "2026-08-07", -107),
    ("Acme", "instagram:@acme", "complain-from", "2026-09-20", -63),
    ("Acme", "x:@a", "complain-from", "2026-10-07", -46),
]
SOON = [
    ("demo", "instagram:@anika", "reply", "2026-12-02", 10),
    ("demo", "instagram:@anika", "remind", "2026-12-03", 11),
    ("Acme", "instagram:@acme", "complain-by", "2026-12-20", 28),
]
LATER = [
    ("demo", "x:@anika", "reply", "2027-01-04", 43),
    ("demo", "x:@anika", "remind", "2027-01-05", 44),
    ("demo", "x:@anika", "complain-from", "2027-01-05", 44),
    ("demo", "instagram:@anika", "complain-from", "2027-02-03", 73),
]


def test_due_lists_what_is_late_and_what_comes_within_thirty_days(busy: Program) -> None:
    assert told(busy.json("due")) == [*OVERDUE, *SOON]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("0", OVERDUE),
        ("9", OVERDUE),
        ("10", [*OVERDUE, SOON[0]]),
        ("99999", [*OVERDUE, *SOON, *LATER]),
    ],
)
def test_within_says_how_far_to_look_and_what_is_late_is_always_told(
    busy: Program, days: str, expected: list[Any]
) -> None:
    assert told(busy.json("due", "--within", days)) == expected


def test_each_day_names_its_request_and_the_letter_to_write(busy: Program) -> None:
    keys = {(one["what"], one["request"], one["letter"]) for one in busy.json("due", "Acme")}
    assert keys == {
        ("reply", "r1", None),
        ("remind", "r1", "reminder"),
        ("complain-from", "r1", "company-complaint"),
        ("complain-by", "r1", "complaint"),
    }


def test_time_to_check_again_has_no_request(demo: Program) -> None:
    guide = demo.json("guides", "show", "x", "--region", "DE")
    for step in guide["route"]["steps"]:
        demo.text("mark", "demo", "x", step["id"], "done")
    [found] = demo.json("due", "--within", "400")
    assert (found["what"], found["request"], found["letter"]) == ("check-again", None, None)


def test_a_name_leaves_one_checklist(busy: Program) -> None:
    assert {one["checklist"] for one in busy.json("due", "acme")} == {"Acme"}
    assert busy.refused("due", "Acm") == 'unknown checklist "Acm"; did you mean Acme?'
    assert busy.refused("due", "?") == 'unknown checklist "?"; see "optout-tui list"'


def test_a_person_reads_one_line_for_each_day(busy: Program) -> None:
    lines = busy.text("due").splitlines()
    assert [" ".join(line.split()) for line in lines[:3]] == [
        "Date Checklist Account What When",
        "2026-08-06 Acme x:@a X Corp.'s reply is overdue 108 days ago",
        "2026-08-07 Acme x:@a remind X Corp. 107 days ago",
    ]
    assert "Meta's reply is due" in lines[5]
    assert lines[5].endswith("in 10 days")


def test_where_nothing_is_due_it_says_so_and_prints_no_data(demo: Program) -> None:
    ended = demo("due")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == "Nothing is late, and nothing is due within 30 days.\n"
    assert demo.json("due") == []


def test_where_there_is_no_checklist_it_says_how_to_begin(program: Program) -> None:
    assert program("due") == (0, "", 'There is no checklist yet. Begin one with "optout-tui".\n')
    assert program.json("due") == []
    assert not program.data_dir.exists()


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ([], 3),
        (["--json"], 3),
        (["demo"], 3),
        (["demo", "--within", "9"], 0),
        (["Acme", "--within", "0"], 3),
    ],
)
def test_quiet_tells_only_by_its_exit_status(busy: Program, words: list[str], status: int) -> None:
    assert busy("due", "--quiet", *words) == (status, "", "")


@pytest.mark.parametrize("text", ["-1", "", "x", "1.5", "١", "100000", "1" * 5000])
def test_what_is_no_number_of_days_is_refused(demo: Program, text: str) -> None:
    assert demo.refused("due", "--within", text).endswith("is no number of days from 0 to 99999")


def test_a_checklist_that_cannot_be_read_is_named_and_the_others_are_told(busy: Program) -> None:
    busy.file("Broken").write_text("format = 1\nregion = [", "utf-8")
    ended = busy("due", "--json")
    assert ended.status == 0
    assert ended.err.startswith("Broken cannot be read: ")
    assert ended.err.count("\n") == 1
    assert '"Acme"' in ended.out
    assert busy.refused("due", "Broken").startswith("Broken cannot be read: ")
    assert busy("due", "--quiet").status == 3


def test_where_only_broken_ones_are_it_does_not_say_that_nothing_is_due(program: Program) -> None:
    path = program.file("Broken")
    path.parent.mkdir(parents=True)
    path.write_text("format", "utf-8")
    ended = program("due")
    assert (ended.status, ended.out) == (0, "")
    assert ended.err.startswith("Broken cannot be read: ")


def test_with_a_good_index_no_checklist_is_opened(
    busy: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = busy.json("due")

    def opened(*_: object) -> None:
        raise AssertionError("a checklist was opened")

    monkeypatch.setattr(derive, "derive", opened)
    monkeypatch.setattr(reading, "read_bytes", opened)
    assert busy.json("due") == right
    assert busy("due", "--quiet").status == 3


def test_without_an_index_the_same_is_told(busy: Program) -> None:
    right = busy.json("due")
    (busy.data_dir / "index.json").unlink()
    assert busy.json("due") == right


def test_due_is_as_light_as_listing(busy: Program) -> None:
    busy.json("due")
    code = (
        "import sys\n"
        "from optout_tui.cli.main import main\n"
        "status = main(sys.argv[1:])\n"
        "heavy = {'textual', 'asyncio', 'rich', 'icalendar', 'dateutil', 'jinja2',\n"
        "         'optout_tui.checklist.progress', 'optout_tui.checklist.store.store'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or status)\n"
    )
    words = ["--data-dir", str(busy.data_dir), "--today", TODAY, "due"]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_checklist_may_be_called_due_no_more(program: Program) -> None:
    told = program.refused("new", "due", "--region", "DE")
    assert told == 'the name "due" is a command\'s; choose another'


def test_hostile_names_are_cleaned(program: Program, tmp_path: Path) -> None:
    program.text("new", "demo", "--region", "DE", "--account", "instagram:@anika")
    program.text("sent", "demo", "instagram", "--on", "2026-09-01")
    path = program.file("demo")
    spoilt = path.read_text("utf-8").replace("@anika", "@\\u001b[31m\\u202e[b]x")
    path.write_text(spoilt, "utf-8")
    ended = program("due")
    assert ended.status == 0
    assert not set("\x1b\u202e") & set(ended.out)
    assert program.json("due")[0]["account"] == "instagram:@\x1b[31m\u202e[b]x"
