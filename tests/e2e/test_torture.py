"""The torture in short, and that it would notice: a program that loses something is found out."""

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from benchmarks.torture import __main__ as table
from benchmarks.torture import cases, costs, damaged, failing, killed, mounts, power, together
from benchmarks.torture import keys as slow_keys
from benchmarks.torture.row import Row
from benchmarks.torture.writer import NAME, TODAY
from optout_tui.journey.desk import Desk

LOST = "a revision that was called saved is lost"


def needs_mounts(*tools: str) -> None:
    """Skip a test where nothing can be mounted."""
    try:
        mounts.check_can_mount(*tools)
    except mounts.CannotMountError as error:
        pytest.skip(str(error))


# -- killed ------------------------------------------------------------------------


def test_killed_at_any_moment_it_loses_nothing_and_starts_again() -> None:
    found = killed.at_random(20, busy=0.2)
    assert found.wrong == {}
    assert found.acknowledged >= 20


def test_killed_right_after_it_said_saved_it_loses_nothing() -> None:
    found = killed.after_saved(2)
    assert found.wrong == {}
    assert found.acknowledged >= 4


def test_a_disk_that_puts_nothing_in_place_is_noticed() -> None:
    assert killed.after_saved(1, disk="lie").wrong == {LOST: 1}


# -- the power ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("disk", "wrong"), [("", {}), ("forget", {"the checklist cannot be read": 1})]
)
def test_a_power_cut_takes_nothing_but_what_a_forgetful_disk_promised(
    disk: str, wrong: dict[str, int]
) -> None:
    needs_mounts("mkfs.ext4", "losetup")
    found, acknowledged = power.cuts(1, disk)
    assert found == wrong
    assert acknowledged >= 1


def test_what_was_acknowledged_and_is_not_there_is_noticed(tmp_path: Path) -> None:
    session = Desk(tmp_path, today=TODAY).create(NAME, "DE", [("instagram", "@anika")])
    session.save()
    assert [*power.wrong_after(tmp_path, promised=2)] == [LOST]
    session.stored.path.write_bytes(bytes(300))
    assert [*power.wrong_after(tmp_path, promised=1)] == [
        "the checklist cannot be read",
        "a file is empty or full of zeros",
    ]


# -- a disk that refuses -----------------------------------------------------------


def test_a_disk_that_refuses_is_shown_and_the_next_save_works() -> None:
    assert [*failing.shown((errno.ENOSPC,))] == [("shown: ENOSPC", [])]


def test_a_full_disk_is_shown_and_the_next_save_works() -> None:
    needs_mounts()
    assert [*failing.full_disk()] == [("a full disk", [])]


# -- two at once -------------------------------------------------------------------


@pytest.mark.parametrize("kinds", together.PAIRS[:2], ids=" and ".join)
def test_two_who_edit_together_lose_nothing_in_silence(
    kinds: tuple[str, str], tmp_path: Path
) -> None:
    edits = together.edit_once(tmp_path, kinds, 0, 15)
    assert len(edits) == 30
    assert [*together.what_is_wrong(tmp_path, edits)] == []
    made_up = {"word": "c 1", "step": "", "saw": "", "asked": False, "revision": 2}
    assert [*together.what_is_wrong(tmp_path, [*edits, made_up | {"fate": "saved"}])] == [
        "an edit that was called saved is lost, or there twice"
    ]
    assert [*together.what_is_wrong(tmp_path, [*edits, made_up | {"fate": "copied"}])] == [
        "an edit is in no copy"
    ]


def test_a_note_overwritten_unseen_is_noticed(tmp_path: Path) -> None:
    edits = together.edit_once(tmp_path, ("window", "command"), 0, 10)
    blind = [edit | {"saw": "something else"} for edit in edits]
    assert "a note was overwritten in silence" in [*together.what_is_wrong(tmp_path, blind)]


# -- files and costs ---------------------------------------------------------------


@given(integers())
def no_law(number: int) -> None:
    assert number < 100


def test_the_laws_hold_and_one_that_does_not_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cases.broken(3) == []
    monkeypatch.setattr(cases, "LAWS", ((no_law, (integers(),)),))
    [said] = cases.broken(100)
    assert said.startswith("no_law: AssertionError: ")
    assert "number=100" in said


def test_a_cut_file_is_never_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    content = damaged.real_file()
    assert damaged.cut_everywhere(content) == ({}, len(content) - 1)
    monkeypatch.setattr("optout_tui.checklist.text.without_end", lambda table, _: table)
    assert damaged.cut_everywhere(content).wrong["a part of it was read in silence"] > 10


def test_a_bit_turned_over_leaves_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    content = damaged.real_file()
    assert damaged.turn_every_bit(content, 1) == ({}, len(content))
    monkeypatch.setattr("optout_tui.checklist.text.meant", lambda *_: None)
    assert damaged.turn_every_bit(content, 1).wrong["a part of it was read in silence"] > 10


def test_the_screens_thread_never_waits_for_the_disk() -> None:
    assert costs.on_the_screens_thread(2) == (6, 0)


def test_the_cost_of_a_save_is_measured() -> None:
    found = costs.measure(2)
    assert found.times > 0


def test_every_key_is_answered_while_the_disk_is_slow() -> None:
    found = slow_keys.press(3, seconds=0.5)
    assert len(found.took) == found.while_saving == 3


# -- the table ---------------------------------------------------------------------


@pytest.mark.parametrize(("words", "status"), [(["good", "-n", "10"], 0), ([], 1)])
def test_the_table_tells_what_was_found_and_the_status_whether_it_was_bad(
    words: list[str],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    trials = {
        "good": table.Trial(lambda count: Row("a good one", count, 0, "fine"), 2000),
        "bad": table.Trial(lambda count: Row("a bad one", count, 3, "lost"), 5, "≤ 2"),
    }
    monkeypatch.setattr(table, "TRIALS", trials)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("sys.argv", ["torture", *words])
    with pytest.raises(SystemExit) as ended:
        table.main()
    assert ended.value.code == status
    told = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert told[0] == "test count must be found"
    if words:
        assert told[1:] == ["a good one 200 0 0 · fine"]
    else:
        assert told[1:] == ["a good one 2,000 0 0 · fine", "a bad one 5 ≤ 2 3 · lost"]
