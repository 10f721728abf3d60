"""One question at a time, on lines: what is said, what is answered, and the words that lead away.

This is the one way out for everything plain mode prints: no cursor moves, no colour.
"""

import io
from collections.abc import Callable, Sequence
from typing import TextIO, TypeVar

from optout_tui.journey.lines import fold, line_width
from optout_tui.plain.choosing import Choice, chosen, is_no, is_yes
from optout_tui.plain.patience import Patience
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean

T = TypeVar("T")

HELP = (
    "Answer with a number or a word. Enter alone takes what stands in brackets.",
    "? explains, back goes back, quit leaves. Everything you answered is saved.",
)
WIDTH = 80
"""Where nothing says how long a line may be."""
BULLET = "- "
MAX_ANSWER = 4096
MAX_LINE = 1 << 20


class Leave(Exception):
    """The person quit, or the input ended."""


class Enough(Leave):
    """Nobody seems to be there who reads the questions; the text says why."""


class Back(Exception):
    """The person wants the question before."""


class Talk:
    """A conversation over two streams."""

    def __init__(self, source: TextIO, out: TextIO) -> None:
        """Read answers from *source*, write to *out*."""
        self._source = source
        self._out = out
        self._typed = source.isatty()
        self._patience = Patience(endless=self._typed)
        self.place = ""
        """Where the person is, for those who ask with a question mark."""
        if isinstance(source, io.TextIOWrapper):  # bytes of another encoding are no end of it
            source.reconfigure(errors="backslashreplace")

    # -- saying ----------------------------------------------------------------

    @property
    def width(self) -> int:
        """How many cells a line may take."""
        return line_width(self._out) or WIDTH

    def say(self, *lines: str) -> None:
        """Write *lines*, wrapped by words, cleaned of whatever could drive a terminal."""
        for line in lines:
            self._put(_wrapped(clean(line), self.width))

    def say_text(self, text: str) -> None:
        """Write a text of several lines, which stay lines of their own."""
        self.say(*clean(text, newlines=True).expandtabs(4).rstrip("\n").split("\n"))

    def say_whole(self, *lines: str) -> None:
        """Write *lines* that may not be wrapped, such as an address; clean all the same."""
        self._put([clean(line) for line in lines])

    def no(self, reason: str) -> None:
        """Say why an answer cannot be taken; raises Enough after too many in a row."""
        self.say(f"{reason[:1].upper()}{reason[1:].rstrip('.')}.")
        if why := self._patience.slipped():
            raise Enough(why)

    # -- asking ----------------------------------------------------------------

    def ask(
        self, question: str, default: str = "", explain: str = "", lines: Sequence[str] = ()
    ) -> str:
        """Return the answer to *question*, trimmed, *default* for an empty one.

        To a question mark it says where the person is, *explain* and *lines*. Raises Back and
        Leave for the words that say so, Leave at the end of input.
        """
        shown = f"{question} [{default}]" if default else question
        while True:
            answer = self._answer(shown)
            match answer.casefold():
                case "?":
                    self._explain(explain, lines)
                case "back":
                    raise Back
                case "quit" | "q" | "exit":
                    raise Leave
                case _:
                    return answer or default

    def _answer(self, question: str) -> str:
        *lines, last = _wrapped(clean(f"{question} >"), self.width)
        self._put(lines)
        self._write(f"{last} ")
        line = self._source.readline(MAX_ANSWER)
        if not line:
            self._write("\n")
            raise Leave
        answer = line.strip()
        if not self._typed:  # a pipe shows no typing: the line would stay open
            self._write(f"{clean(answer)}\n")
        if len(line) == MAX_ANSWER and not line.endswith("\n"):
            self._skip_rest()
        if why := self._patience.answered(answer):
            raise Enough(why)
        return answer

    def _skip_rest(self) -> None:
        """Leave the rest of a very long line unread; the part that was read counts."""
        left = MAX_LINE
        while (line := self._source.readline(MAX_ANSWER)) and not line.endswith("\n"):
            left -= len(line)
            if left < 0:
                raise Enough("a line does not end")
        self.say(f"That line was too long: only its first {MAX_ANSWER} characters count.")

    def _explain(self, explain: str, lines: Sequence[str]) -> None:
        if self.place:
            self.say(f"You are here: {self.place}")
        self.say(*(explain.split("\n") if explain else ()), *HELP)
        self._list(lines)
        if why := self._patience.slipped():
            raise Enough(why)

    def ask_for(
        self, question: str, take: Callable[[str], T], default: str = "", explain: str = ""
    ) -> T:
        """Ask until *take* accepts the answer; what it refuses is said and asked again."""
        while True:
            answer = self.ask(question, default, explain)
            try:
                return self._taken(take(default if default and is_yes(answer) else answer))
            except Refusal as reason:
                self.no(str(reason))

    def choose(
        self,
        question: str,
        choices: Sequence[Choice[T]],
        default: int = 1,
        *,
        explain: str = "",
        also: Sequence[Choice[T]] = (),
        short: bool = False,
    ) -> T:
        """Return the key of the chosen line: by its number, its key, or how its words begin.

        *default* is a line's number, 0 for none. The keys of *also* are taken, but not listed.
        With *short* the keys are told on one line, and the words only to those who ask.
        """
        lines = [f"{n:3}. {words}" for n, (_, words) in enumerate(choices, 1)]
        keys = ", ".join(f"{n} {key}" for n, (key, _) in enumerate(choices, 1))
        if short:
            self.say(keys)
        else:
            self._list(lines)
        while True:
            answer = self.ask(question, str(default) if default else "", explain, lines)
            try:
                return self._taken(chosen(answer, choices, default, also))
            except Refusal as reason:
                self.no(str(reason))

    def yes(self, question: str, *, default: bool = True, explain: str = "") -> bool:
        """Return whether the answer is a yes."""
        while True:
            answer = self.ask(question, "yes" if default else "no", explain)
            if is_yes(answer) or is_no(answer):
                return self._taken(is_yes(answer))
            self.no("Type yes or no")

    def _taken(self, answer: T) -> T:
        self._patience.taken()
        return answer

    def _list(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._put(_wrapped(clean(line), self.width, 5))

    # -- writing ---------------------------------------------------------------

    def _put(self, lines: Sequence[str]) -> None:
        self._write("".join(f"{line}\n" for line in lines))

    def _write(self, text: str) -> None:
        self._out.write(_fit(text, getattr(self._out, "encoding", None) or "utf-8"))
        self._out.flush()


def in_turn(*questions: Callable[[], bool]) -> None:
    """Ask one question after the other; ``back`` leads to the one before.

    Each says whether it asked anything. Raises Back where there is none before.
    """
    asked: list[int] = []
    at = 0
    while at < len(questions):
        try:
            if questions[at]():
                asked.append(at)
            at += 1
        except Back:
            if not asked:
                raise
            at = asked.pop()


def _wrapped(line: str, width: int, indent: int = 0) -> list[str]:
    """Return *line* broken at spaces, all but the first under its own beginning."""
    lead = len(line) - len(line.lstrip(" "))
    indent = indent or lead + (len(BULLET) if line.startswith(BULLET, lead) else 0)
    first, *more = fold(line[indent:], max(width - indent, 10))
    return [f"{line[:indent]}{first}", *(f"{' ' * indent}{one}" for one in more)]


def _fit(text: str, encoding: str) -> str:
    return text.encode(encoding, "backslashreplace").decode(encoding)
