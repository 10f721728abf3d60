"""The bytes a terminal sends for a key."""

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


def bytes_of(key: str) -> bytes:
    """Return what is sent for *key*: a name, ``ctrl+`` and a letter, or the character itself."""
    if key in _NAMED:
        return _NAMED[key].encode()
    if key.startswith("ctrl+"):
        return bytes([ord(key.removeprefix("ctrl+")) - ord("a") + 1])
    return key.encode()
