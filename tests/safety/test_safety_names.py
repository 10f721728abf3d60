import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.safety.names import MAX_NAME_BYTES, checklist_name, one_line_text, same_name
from optout_tui.safety.refusal import Refusal


@pytest.mark.parametrize(
    "name", ["Personal", "Acme GmbH", "Müller", "a.b", "コンテンツ", "con-text", "com0"]
)
def test_a_name_people_give_is_a_file_name(name: str) -> None:
    assert checklist_name(name) == name


def test_spaces_around_a_name_go() -> None:
    assert checklist_name("  Studio Nord \n") == "Studio Nord"


def test_a_name_is_kept_in_composed_form() -> None:
    assert checklist_name("Mu\u0308ller") == "Müller"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "is empty"),
        ("   ", "is empty"),
        ("a/b", "holds /, which file names may not hold"),
        ("a\\b", "holds \\, which file names may not hold"),
        ("C:", "holds :, which file names may not hold"),
        ("what?", "holds ?, which file names may not hold"),
        ('"quoted"', 'holds ", which file names may not hold'),
        ("a|b", "holds |, which file names may not hold"),
        ("..", "may not begin with a dot or a dash, nor end with a dot"),
        (".hidden", "may not begin with a dot or a dash, nor end with a dot"),
        ("--help", "may not begin with a dot or a dash, nor end with a dot"),
        ("end.", "may not begin with a dot or a dash, nor end with a dot"),
        ("a\x1bb", "holds control characters"),
        ("a\nb", "holds control characters"),
        ("a\u202eb", "holds control characters"),
        ("a\ud800b", "holds control characters"),
        ("con", "is kept by Windows for a device"),
        ("NUL", "is kept by Windows for a device"),
        ("Aux.notes", "is kept by Windows for a device"),
        ("com1", "is kept by Windows for a device"),
        ("LPT9 .x", "is kept by Windows for a device"),
        ("com¹", "is kept by Windows for a device"),
        ("CONIN$", "is kept by Windows for a device"),
    ],
)
def test_a_name_is_refused_with_its_reason(name: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        checklist_name(name)
    assert str(refused.value).startswith('the name "')
    assert str(refused.value).endswith(f'" {reason}')


def test_a_hundred_bytes_are_the_most() -> None:
    assert checklist_name("ü" * 50) == "ü" * 50
    with pytest.raises(Refusal, match=r"is longer than 100 bytes$"):
        checklist_name("ü" * 50 + "x")


@given(st.text())
def test_whatever_passes_is_one_part_of_a_path_and_passes_again(text: str) -> None:
    try:
        name = checklist_name(text)
    except Refusal:
        return
    assert checklist_name(name) == name
    assert not set(name) & set('/\\:*?"<>|\0')
    assert 0 < len(name.encode()) <= MAX_NAME_BYTES


@pytest.mark.parametrize(
    ("one", "other"),
    [("Personal", "PERSONAL"), ("Müller", "mu\u0308ller"), ("Straße", "STRASSE"), ("ﬁn", "FIN")],
)
def test_two_names_are_the_same_whatever_their_case_and_form(one: str, other: str) -> None:
    assert same_name(one, other)


@given(st.text())
def test_a_name_is_the_same_in_every_unicode_form(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert same_name(text, unicodedata.normalize(form, text))


def test_other_names_are_others() -> None:
    assert not same_name("Personal", "Personal 2")


def test_one_line_is_trimmed() -> None:
    assert one_line_text("  Case 47112 ", "reference", 10) == "Case 47112"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12345678901", "the reference is longer than 10 characters"),
        ("a\nb", "the reference holds control characters"),
        ("a\x9bb", "the reference holds control characters"),
    ],
)
def test_one_line_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        one_line_text(text, "reference", 10)
    assert str(refused.value) == reason
