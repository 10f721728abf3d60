"""One question at a time, on lines: what is said, what is answered, and the words that lead away.

This is the one way out for everything plain mode prints: no cursor moves, no colour.
"""

from collections.abc import Callable, Sequence
from typing import TextIO, TypeVar

from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean

T = TypeVar("T")

HELP = (
    "Answer with a number or a word. Enter alone takes what stands in brackets.",
    "? explains, back goes back, quit leaves. Everything is saved after every answer.",
)
MOST_SLIPS = 5
"""So many answers in a row that say nothing: nobody is there who reads the questions."""


class Leave(Exception):
    """The person quit, or the input ended."""


class Back(Exception):
    """The person wants the question before."""


class Talk:
    """A conversation over two streams."""

    def __init__(self, source: TextIO, out: TextIO) -> None:
        """Read answers from *source*, write to *out*."""
        self._source = source
        self._out = out
        self._slips = 0

    def say(self, *lines: str) -> None:
        """Write *lines*, each cleaned of whatever could drive a terminal."""
        for line in lines:
            self._write(clean(line) + "\n")

    def no(self, reason: str) -> None:
        """Say why an answer cannot be taken; raises Refusal after too many in a row."""
        self.say(reason)
        self._slips += 1
        if self._slips >= MOST_SLIPS:
            raise Refusal(
                f"{MOST_SLIPS} answers in a row could not be taken; stopped, all is saved"
            )

    def ask(self, question: str, default: str = "", explain: str = "") -> str:
        """Return the answer to *question*, trimmed, *default* for an empty one.

        Raises Back and Leave for the words that say so, Leave at the end of input.
        """
        shown = f"{question} [{default}]" if default else question
        while True:
            self._write(clean(f"{shown} ") + "> ")
            line = self._source.readline()
            if not line:
                self._write("\n")
                raise Leave
            answer = line.strip()
            if not self._source.isatty():  # a pipe shows no typing: the line would stay open
                self._write(clean(answer) + "\n")
            match answer.casefold():
                case "?":
                    self.say(*([explain] if explain else []), *HELP)
                case "back":
                    raise Back
                case "quit" | "q" | "exit":
                    raise Leave
                case _:
                    return answer or default

    def ask_for(self, question: str, take: Callable[[str], T], default: str = "") -> T:
        """Ask until *take* accepts the answer; what it refuses is said and asked again."""
        while True:
            try:
                answer = self.ask(question, default)
                return self._taken(take(default if default and _is_yes(answer) else answer))
            except Refusal as reason:
                self.no(str(reason))

    def choose(
        self, question: str, choices: Sequence[tuple[T, str]], default: int = 1, explain: str = ""
    ) -> T:
        """Return the key of the chosen line: by its number, its key, or how its words begin."""
        for n, (_, words) in enumerate(choices, 1):
            self.say(f"{n:3}. {words}")
        while True:
            answer = self.ask(question, str(default), explain)
            found = _chosen(answer, [(str(key), words) for key, words in choices])
            if found is None and _is_yes(answer):
                found = default - 1
            if found is not None:
                return self._taken(choices[found][0])
            self.no(f"There is no {answer[:40]}: type a number from 1 to {len(choices)}.")

    def yes(self, question: str, *, default: bool = True) -> bool:
        """Return whether the answer is a yes."""
        while True:
            answer = self.ask(question, "yes" if default else "no")
            if _is_yes(answer) or answer.casefold() in ("n", "no"):
                return self._taken(_is_yes(answer))
            self.no("Type yes or no.")

    def _taken(self, answer: T) -> T:
        self._slips = 0
        return answer

    def _write(self, text: str) -> None:
        self._out.write(_fit(text, getattr(self._out, "encoding", None) or "utf-8"))
        self._out.flush()


def _is_yes(answer: str) -> bool:
    return answer.casefold() in ("y", "yes")


def _fit(text: str, encoding: str) -> str:
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _chosen(answer: str, choices: Sequence[tuple[str, str]]) -> int | None:
    if answer.isdecimal() and 1 <= int(answer) <= len(choices):
        return int(answer) - 1
    start = answer.casefold()
    fitting = [
        n
        for n, (key, words) in enumerate(choices)
        if start and (key.casefold() == start or words.casefold().startswith(start))
    ]
    return fitting[0] if fitting else None
