import tomllib
from typing import Any

import pytest
from msgspec.structs import replace

from optout_tui.checklist.store.reading import verified
from optout_tui.checklist.text import NewerFormat, read_text, write_file, write_text
from optout_tui.checklist.wholeness import meant
from optout_tui.safety.limits import BadFile
from tests.checklist.damage import cuts, flips
from tests.checklist.test_checklist_text import GOOD, read

FILE = write_file(read(GOOD)).decode()


def refusal_of(text: str) -> str:
    with pytest.raises(BadFile) as refused:
        read(text)
    return str(refused.value)


# -- the end -----------------------------------------------------------------------


def test_a_file_says_at_the_top_how_it_ends_and_else_what_it_said() -> None:
    first, *lines = GOOD.splitlines()
    assert FILE.splitlines() == [first, 'ends_with = "[end]"', *lines, "", "[end]"]
    assert read(FILE) == read(GOOD)


def test_a_file_cut_anywhere_is_refused() -> None:
    whole = FILE.encode()
    for cut in cuts(whole.removesuffix(b"\n")):
        with pytest.raises(BadFile):
            read_text(cut, "Personal.toml")


def test_a_cut_file_is_refused_with_the_reason() -> None:
    reason = "Personal.toml: [end]: it is missing: the file was cut"
    assert refusal_of(FILE.removesuffix("\n[end]\n")) == reason
    assert refusal_of(FILE[: FILE.index("[[accounts]]")]) == reason
    assert refusal_of(FILE.replace("\n[end]\n", "\n[eod]\n")) == reason


def test_a_file_without_the_promise_needs_no_end() -> None:
    assert read(GOOD).accounts != ()


@pytest.mark.parametrize(
    "added", ['colour = "red"\n', '[[accounts]]\nid = "y"\nplatform = "y"\nroute = "y"\n']
)
def test_what_was_added_after_the_end_is_read_and_kept(added: str) -> None:
    checklist = read(FILE + added)
    again = write_file(checklist)
    assert tomllib.loads(again.decode()) == tomllib.loads(FILE + added)
    assert verified(checklist) == again
    assert checklist != read(FILE)


def test_a_field_of_somebody_elses_that_is_named_end_is_kept() -> None:
    text = GOOD.replace('labels = "de"\n', 'labels = "de"\nend = "of the year"\n')
    checklist = read(text)
    assert checklist.extra == {"end": "of the year"}
    assert write_file(checklist) == write_text(checklist).encode()


# -- a key that one bit makes of another -------------------------------------------


def test_no_bit_turned_over_leaves_anything_out_in_silence() -> None:
    lost = []
    for flip in flips(FILE.encode()):
        try:
            found = read_text(flip, "Personal.toml")
        except BadFile:
            continue
        if said(found) < said(read(FILE)):
            lost.append(flip)
    assert lost == []


def said(checklist: Any) -> int:
    """How many values a checklist holds outside its unknown fields."""
    text = write_text(replace(checklist, extra={}))
    return sum("=" in line for line in text.splitlines())


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (
            "\n[end]",
            '\n[[aacounts]]\nid = "y"\n\n[end]',
            "aacounts: not a field; damaged, or misspelt for “accounts”",
        ),
        ("[[accounts.steps]]", "[[accounts.stepq]]", "accounts[0].stepq: not a field"),
        ("[[accounts.steps]]", "[[accountsnsteps]]", "accountsnsteps: not a field"),
        ("[[accounts.evidence]]", "[[accounts.evide.ce]]", "accounts[0].evide: not a field"),
        (
            "\nhandle =",
            "\nha.dle =",
            "accounts[0].ha: not a field; damaged, or misspelt for “handle”",
        ),
        ("\nhandle =", "\nHandle =", "accounts[0].Handle: not a field"),
        ("\nhandle =", "\nhandle0=", "accounts[0].handle0: not a field"),
    ],
)
def test_such_a_key_is_refused_with_its_place(old: str, new: str, where: str) -> None:
    assert FILE.count(old) >= 1
    assert refusal_of(FILE.replace(old, new, 1)).startswith(f"Personal.toml: {where}")


def test_other_unknown_keys_are_kept_however_close() -> None:
    for key in ("handles", "handel", "note2", "owners", "here_", "stepz"):
        text = GOOD.replace("[[accounts.steps]]\n", f'[[accounts.steps]]\n{key} = "x"\n', 1)
        assert tomllib.loads(write_text(read(text))) == tomllib.loads(text)


def test_in_a_newer_format_it_is_a_newer_file() -> None:
    with pytest.raises(NewerFormat):
        read(GOOD.replace("format = 1", "format = 2").replace("\nhandle =", "\nHandle ="))


@pytest.mark.parametrize(
    ("key", "found"),
    [("note", None), ("notd", "note"), ("nota", "note"), ("motd", None), ("", None)],
)
def test_what_is_one_bit_off(key: str, found: str | None) -> None:
    known = () if key == "note" else ("note", "seen")
    assert meant(key, 1, known) == found
