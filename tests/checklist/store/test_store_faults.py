import errno
import os
from pathlib import Path

import pytest

from optout_tui.checklist.store.reading import read_stored
from optout_tui.checklist.store.whole import NotSaved
from tests.checklist.store.faults import (
    CALLS,
    CASES,
    LATEST,
    NUMBERS,
    Fault,
    every,
    problems,
    saving,
)

FIRED = {
    "saving": {*CALLS} - {"unlink"},
    "joining": {*CALLS} - {"unlink"},
    "creating": {*CALLS} - {"replace"},
    "restoring": {*CALLS} - {"unlink"},
}
"""Which calls each of them makes: a fault that never fires would prove nothing."""

ALL = [("saving", number) for number in NUMBERS]
SOME = [(case, number) for case in CASES if case != "saving" for number in NUMBERS[::4]]


@pytest.mark.parametrize(("case", "number"), [*ALL, *SOME])
def test_whatever_fails_the_file_is_what_it_was_or_what_was_said_to_be_saved(
    case: str, number: int, tmp_path: Path
) -> None:
    found = {
        (call, str(fault)): wrong
        for call in CALLS
        for fault, wrong in every(CASES[case], tmp_path, (call,), number)
    }
    assert {fault: wrong for fault, wrong in found.items() if wrong} == {}
    assert {call for call, _ in found} == FIRED[case]


@pytest.mark.parametrize("case", ["saving", "joining"])
def test_what_cannot_be_looked_at_is_no_reason_to_lose_anything(case: str, tmp_path: Path) -> None:
    found = {
        str(fault): wrong for fault, wrong in every(CASES[case], tmp_path, ("stat",), errno.EIO)
    }
    assert {fault: wrong for fault, wrong in found.items() if wrong} == {}
    assert len(found) > 10


@pytest.mark.parametrize("number", [errno.EROFS, errno.EIO], ids=lambda n: errno.errorcode[n])
def test_a_disk_that_dies_in_the_middle_leaves_a_whole_file_and_the_next_save_works(
    number: int, tmp_path: Path
) -> None:
    """The new file may be in place already when nothing works any more, not even putting back."""
    n, fired = 0, True
    while fired:
        n += 1
        case = saving(tmp_path / str(n))
        old = case.path.read_bytes()
        fault = Fault(CALLS, number, n, for_good=True)
        saved, said = None, os.strerror(number)
        with fault.let_loose():
            try:
                saved = case.act()
            except NotSaved as error:
                said = str(error)
        fired = fault.fired
        assert said.endswith(os.strerror(number))
        content = case.path.read_bytes()
        assert content == old or read_stored(case.path).checklist.accounts[0].steps
        last = case.again(saved)
        assert case.holds(last.checklist)
        assert last.checklist == read_stored(case.path).checklist
        kept = case.store.backup_folder(last.checklist.id).glob("*.toml")
        assert old in [path.read_bytes() for path in kept]
    assert n > 15


def test_where_the_old_file_cannot_be_put_back_it_is_a_backup(tmp_path: Path) -> None:
    """The folder cannot be flushed after the new file is in place, nor the old one put back."""
    case = saving(tmp_path)
    old = case.path.read_bytes()
    with (
        Fault(("fsync",), errno.EIO, 2, for_good=False).let_loose(),
        Fault(("replace",), errno.EIO, 2, for_good=False).let_loose(),
        pytest.raises(NotSaved, match="Input/output error"),
    ):
        case.act()
    assert read_stored(case.path).checklist.accounts[0].steps
    assert [path.read_bytes() for path in tmp_path.glob("backups/*/*.toml")] == [old]
    assert case.holds(case.again(None).checklist)


def test_a_file_that_was_not_replaced_is_no_backup(tmp_path: Path) -> None:
    """It would be one file under two names, and an editor would change both."""
    case = saving(tmp_path)
    with (
        Fault(("replace",), errno.EIO, 1, for_good=False).let_loose(),
        pytest.raises(NotSaved, match="Input/output error"),
    ):
        case.act()
    assert [*tmp_path.glob("backups/*/*")] == []
    assert case.path.stat().st_nlink == 1


def test_what_cannot_be_removed_is_swept_by_the_next_save(tmp_path: Path) -> None:
    case = saving(tmp_path)
    with (
        Fault(("replace", "unlink"), errno.EIO, 1, for_good=True).let_loose(),
        pytest.raises(NotSaved, match="Input/output error"),
    ):
        case.act()
    assert [path.name for path in tmp_path.rglob(".*.new")] != []
    case.again(None)
    assert [path.name for path in tmp_path.rglob(".*.new")] == []


def test_the_injector_tells_what_is_wrong(tmp_path: Path) -> None:
    """A save that lies, one that drops and one that lets an error out are all found."""
    fault = Fault(("fsync",), errno.EIO, 1, for_good=False)
    case = saving(tmp_path / "lies")

    def lie() -> None:
        case.path.write_bytes(b"")
        raise NotSaved("no")

    assert "said NOT saved and changed the file" in problems(case._replace(act=lie), fault)  # type: ignore[arg-type]
    case = saving(tmp_path / "drops")
    dropping = case._replace(act=lambda: read_stored(case.path), holds=lambda _: False)
    assert problems(dropping, fault) == ["the next save does not hold everything"]

    def bare() -> None:
        raise OSError(errno.EIO, "bare")

    case = saving(tmp_path / "bare")
    assert problems(case._replace(act=bare), fault) == ["OSError: [Errno 5] bare"]  # type: ignore[arg-type]
    assert LATEST.tzinfo is not None
