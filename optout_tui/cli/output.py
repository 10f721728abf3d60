"""The one way out for every byte a command prints: data on stdout, talk on stderr."""

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean, has_controls

PROGRAM = "optout-tui"

_PLAIN = str.maketrans(
    {
        "✓": "x",
        "○": "o",
        "–": "-",
        "›": ">",
        "·": "-",
        "…": "...",
        "━": "=",
        "“": '"',
        "”": '"',
        "’": "'",
    }
)
_NOT_ASCII_TEXT = re.compile(r"[^\n -~]")


def say(line: str) -> None:
    """Print *line* on stdout, without anything that could drive a terminal or look like two lines.

    Raises Refusal where stdout takes no more, and BrokenPipeError where nobody reads it.
    """
    _to_stdout(_fit(clean(line) + "\n", _encoding(sys.stdout)))


def say_text(text: str) -> None:
    """Print the lines of *text*, in each of which outside text was cleaned; raises like say."""
    _to_stdout(_fit(clean(text, newlines=True) + "\n", _encoding(sys.stdout)))


def say_json(value: Any) -> None:
    """Print *value* as one JSON value; control and bidi characters are escaped in it."""
    import json  # only --json needs it

    utf8 = _encoding(sys.stdout) == "utf-8"
    text = json.dumps(value, indent=2, ensure_ascii=not utf8)
    _to_stdout(_NOT_ASCII_TEXT.sub(_escaped, text) + "\n")


def say_exactly(text: str) -> None:
    """Print *text* as it stands, in UTF-8 with its own line ends: it is a file's content."""
    with _telling_why():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def tell(text: str) -> None:
    """Print one line of talk on stderr; where nobody hears it, go on."""
    if sys.stderr is None:  # closed by whoever started us
        return
    with contextlib.suppress(OSError):
        sys.stderr.write(_fit(clean(text) + "\n", _encoding(sys.stderr)))
        sys.stderr.flush()


def ask(question: str) -> bool:
    """Ask *question* on stderr and return whether the answer on stdin was a yes."""
    if sys.stderr is not None:
        sys.stderr.write(_fit(clean(question), _encoding(sys.stderr)))
        sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        tell("")  # the end of input leaves the question's line open
    return answer.strip().casefold() in ("y", "yes")


def complain(reason: str) -> None:
    """Print why something was refused, as one line in the program's name."""
    tell(f"{PROGRAM}: {reason}")


def flush() -> None:
    """Put out what is still held back; raises like :func:`say`."""
    if sys.stdout is not None:
        with _telling_why():
            sys.stdout.flush()


def give_up_stdout() -> None:
    """Drop what stdout still holds, so that the interpreter does not try it again and complain."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _to_stdout(text: str) -> None:
    if sys.stdout is None:
        raise Refusal("the output cannot be written: stdout is closed")
    with _telling_why():
        sys.stdout.write(text)


@contextlib.contextmanager
def _telling_why() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up_stdout()
        reason = error.strerror or "stdout takes no more"
        raise Refusal(f"the output cannot be written: {reason}") from None


def _encoding(stream: TextIO) -> str:
    return (getattr(stream, "encoding", None) or "utf-8").lower()


def _fit(text: str, encoding: str) -> str:
    """Return *text* as *encoding* can spell it: our own symbols as ASCII, the rest as escapes."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_PLAIN)
        return text.encode(encoding, "backslashreplace").decode(encoding)
    return text


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if not has_controls(char):
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    pairs = (units[n : n + 2].hex() for n in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs)
