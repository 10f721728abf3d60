"""Which of several lines an answer means."""

from collections.abc import Sequence
from typing import TypeVar

from optout_tui.safety.refusal import Refusal, shown

T = TypeVar("T")
Choice = tuple[T, str]
"""What is chosen, and the words for it."""


def is_yes(answer: str) -> bool:
    """Return whether an answer is a yes."""
    return answer.casefold() in ("y", "yes")


def is_no(answer: str) -> bool:
    """Return whether an answer is a no."""
    return answer.casefold() in ("n", "no")


def chosen(
    answer: str, choices: Sequence[Choice[T]], default: int = 0, also: Sequence[Choice[T]] = ()
) -> T:
    """Return the key of the line that *answer* means: its number, its key, how its words begin.

    A yes means the *default*, where there is one. Of *also* only whole keys are meant. Raises
    Refusal where it means none, or more than one.
    """
    if answer.isdecimal() and len(answer) < 4 and 1 <= int(answer) <= len(choices):  # noqa: PLR2004
        return choices[int(answer) - 1][0]
    wanted = " ".join(answer.casefold().split())
    for key, words in choices:
        if wanted and wanted in (str(key).casefold(), words.casefold()):
            return key
    if is_yes(wanted):
        if default:
            return choices[default - 1][0]
        raise Refusal(_nothing(answer, len(choices)))
    for key, _ in also:
        if wanted and wanted == str(key).casefold():
            return key
    found = [choice for choice in choices if wanted and _begins(choice, wanted)]
    if len(found) == 1:
        return found[0][0]
    if found:
        raise Refusal(f"several begin with {shown(answer, 40)}; type the number")
    raise Refusal(_nothing(answer, len(choices)))


def _begins(choice: Choice[T], wanted: str) -> bool:
    key, words = choice
    plain = words.casefold()
    starts = (str(key).casefold(), plain, plain.removeprefix("a ").removeprefix("an "))
    return any(start.startswith(wanted) for start in starts)


def _nothing(answer: str, count: int) -> str:
    said = f"there is no {answer[:40]}: " if answer else ""
    return f"{said}type a number from 1 to {count}"
