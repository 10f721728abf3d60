"""Whatever a person types, or a checklist of somebody else holds, is text and stays text."""

import pytest

from optout_tui.letters.letter import KINDS, OwnWords
from optout_tui.letters.texts import unfolded
from optout_tui.safety.text import has_controls
from tests.letters.desk import a_letter, an_account

TEMPLATES = [
    "{{ 7 * 7 }} and {{ fill('a trap') }}",
    "{% include 'gdpr.en' %} {% for x in range(10**9) %}x{% endfor %}",
    "{# a remark #} {{ ''.__class__.__mro__ }}",
    "{{ self.__init__.__globals__ }} {% endblock %}",
    "a line\\\nthat goes on",
]
MARKUP = [
    "[bold red]loud[/] [@click=app.quit]here[/]",
    "<script>alert(1)</script>",
    "[x](http://x)",
]
CONTROLS = [
    "\x1b]52;c;aGFja2Vk\x07 my reasons",
    "my \x1b[2J reasons",
    "my\u202e reasons\u2066 here\x00",
]


@pytest.mark.parametrize("words", [*TEMPLATES, *MARKUP])
@pytest.mark.parametrize("region", ["DE", "US-CA", "PE"])
def test_templates_and_markup_stay_text(words: str, region: str) -> None:
    grounds = f"{words} my own words"
    for kind in ("objection", "reminder"):
        letter = a_letter(region, kind, own=OwnWords(grounds=grounds, which=words, reach=words))
        if kind == "objection":
            assert grounds in letter.text
        assert "a trap" not in letter.fill_in
        assert "49" not in letter.text


@pytest.mark.parametrize("words", CONTROLS)
def test_nothing_that_drives_a_terminal_gets_into_a_letter(words: str) -> None:
    own = OwnWords(grounds=f"{words} and my own words", which=words, reach=words)
    view = an_account("DE", handle=words)
    for short in (False, True):
        letter = a_letter("DE", "objection", own=own, view=view, short=short)
        assert not has_controls(letter.text.replace("\n", ""))
        assert not has_controls(letter.subject)
        assert "my own words" in letter.text


def test_a_line_break_in_a_handle_makes_no_line() -> None:
    view = an_account("DE", handle="@a\nTo: somebody else")
    letter = a_letter("DE", "objection", view=view)
    assert "\nTo: somebody else" not in letter.text
    assert "@a␊To: somebody else" in letter.text


@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_volunteers_who_the_person_is(kind: str) -> None:
    region = {"company-complaint": "GB", "appeal": "US-VA"}.get(kind, "DE")
    letter = a_letter(region, kind)  # type: ignore[arg-type]
    words = ("passport", "date of birth", "born", "identity card", "telephone")
    assert not [word for word in words if word in letter.text.lower()]
    if kind != "complaint":
        assert "your name" not in letter.text


def test_lines_of_a_paragraph_are_joined_and_values_are_not() -> None:
    source = "{% block x %}\none\ntwo\n\n- a\n  b\n- c\nTo: x\\\nFrom: y\n{% endblock %}"
    assert unfolded(source) == (
        "{% block x %}\none two\n\n- a b\n- c To: x\nFrom: y\n{% endblock %}"
    )
