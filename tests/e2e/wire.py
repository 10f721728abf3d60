"""What a terminal sends to a program: keys, and answers to what it is asked."""

import re

_NAMED = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "end": "\x1b[F",
    "home": "\x1b[H",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
}

_QUESTION = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p"  # do you know this mode?
    rb"|\x1b\[0?(?P<kind>c)"  # what are you?
    rb"|\x1b\[(?P<report>[56])n"  # are you well? where is the cursor?
    rb"|\x1b\[(?P<size>1[48])t"  # how large are you?
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"  # which colours have you?
)
_LONGEST = 16
_WHOLE_FRAMES = b"2026"
"""The one mode we know beside the old ones: frames are shown whole."""


def bytes_of(key: str) -> bytes:
    """Return what is sent for *key*: a name, ``ctrl+`` and a letter, or the character itself."""
    if key in _NAMED:
        return _NAMED[key].encode()
    if key.startswith("ctrl+"):
        return bytes([ord(key.removeprefix("ctrl+")) - ord("a") + 1])
    return key.encode()


class Answers:
    """Answers as today's terminals do; a question may come in two pieces."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self._before = b""

    def to(self, piece: bytes, columns: int, rows: int) -> bytes:
        """Return the answers to what *piece* asks of a terminal of that size."""
        whole = self._before + piece
        answers, done = b"", 0
        for question in _QUESTION.finditer(whole):
            answers += _answer(question, columns, rows)
            done = question.end()
        self._before = whole[max(done, len(whole) - _LONGEST) :]
        return answers


def _answer(question: re.Match[bytes], columns: int, rows: int) -> bytes:
    match question.lastgroup:
        case "mode":
            known = 2 if question["mode"] == _WHOLE_FRAMES else 0
            return b"\x1b[?%s;%d$y" % (question["mode"], known)
        case "kind":
            return b"\x1b[?62;22c"
        case "report":
            return b"\x1b[0n" if question["report"] == b"5" else b"\x1b[1;1R"
        case "size":
            pixels = question["size"] == b"14"
            high, wide = (rows * 16, columns * 8) if pixels else (rows, columns)
            return b"\x1b[%d;%d;%dt" % (4 if pixels else 8, high, wide)
        case _:
            return b"\x1b]%s;rgb:1e1e/1e1e/1e1e\x1b\\" % question["colour"]
