import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.checklist.text import read_text, write_file
from optout_tui.safety.limits import BadFile
from tests.checklist import damage
from tests.checklist.damage import cuts, flips, less, wrong
from tests.checklist.strategies import TIMES
from tests.checklist.test_checklist_text import GOOD

WHOLE = read_text(GOOD.encode(), "Personal.toml")
CONTENT = write_file(WHOLE)
HAND_MADE = GOOD.encode()
"""Without the promise of an end, as an earlier program or a hand wrote it."""


def test_a_file_cut_anywhere_is_refused() -> None:
    for cut in cuts(CONTENT):
        with pytest.raises(BadFile):
            read_text(cut, "Personal.toml")


def test_the_last_line_end_may_be_missing() -> None:
    assert read_text(CONTENT.rstrip(b"\n"), "Personal.toml") == WHOLE


def test_a_file_without_an_end_says_what_is_left_of_it() -> None:
    assert [found for cut in cuts(HAND_MADE) if (found := wrong(cut))] == []


@pytest.mark.parametrize("content", [CONTENT, HAND_MADE], ids=["ours", "made by hand"])
def test_a_file_with_a_bit_turned_over_is_refused_or_says_what_it_says_now(
    content: bytes,
) -> None:
    turned = [*flips(content, min(8, TIMES))]
    assert [found for flip in turned if (found := wrong(flip))] == []


def test_no_bit_that_is_turned_over_makes_less_of_a_file() -> None:
    assert [found for flip in flips(CONTENT) if (found := less(flip, WHOLE))] == []


def test_what_is_read_in_part_is_found() -> None:
    assert less(CONTENT, WHOLE) == ""
    without = replace(WHOLE, accounts=(replace(WHOLE.accounts[0], evidence=()),))
    assert less(write_file(without), WHOLE).startswith("read in part")


def test_every_byte_and_every_bit_is_turned_over() -> None:
    assert len({*flips(b"ab", 8)}) == 16
    assert [*flips(b"\0\0\0", 1)] == [b"\1\0\0", b"\0\2\0", b"\0\0\4"]


@pytest.mark.parametrize(
    ("old", "new"),
    [('"send"', '"sand"'), ("revision = 17", "revision = 18"), ('note = "', 'notes = "')],
)
def test_a_reader_that_leaves_out_or_makes_up_is_found(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert GOOD.count(old) == 1
    other = read_text(GOOD.replace(old, new).encode(), "")
    monkeypatch.setattr(damage, "read_text", lambda *_: other)
    assert wrong(CONTENT).startswith("read as something else")


def test_what_cannot_be_saved_again_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def not_saved(_: Checklist) -> bytes:
        raise NotSaved("no")

    monkeypatch.setattr(damage, "verified", not_saved)
    assert wrong(CONTENT).startswith("cannot be saved again: no")
