"""What was answered to the questions becomes what only the person can say."""

from optout_tui.letters.grounds import FIELDS, own_words
from optout_tui.letters.letter import OwnWords


def test_reasons_are_paragraphs_and_the_rest_is_one_line() -> None:
    answers = [""] * len(FIELDS)
    answers[0], answers[2], answers[-2], answers[-1] = "One.", "Two.", "my\npictures ", " by mail"
    assert own_words(answers) == OwnWords(
        grounds="One.\n\nTwo.", which="my pictures", reach="by mail"
    )


def test_nothing_answered_is_nothing_said() -> None:
    assert own_words([""] * len(FIELDS)) == OwnWords()
