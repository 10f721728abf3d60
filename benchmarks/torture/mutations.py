"""Checklist files spoilt in every way we can think of; the same number gives the same file."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import tomli_w

from optout_tui.safety.limits import MAX_KEY_PARTS, MAX_TOML_BYTES
from tests.hand_made import places, saying, with_value, written
from tests.payloads import EVERY

Mutation = Callable[[random.Random], bytes]

_FAR = timezone(timedelta(hours=14)), timezone(timedelta(hours=-14))
VALUES: tuple[Any, ...] = (
    True, 0, -1, 2**63, -(10**400), 1.5, float("nan"), float("inf"), "", "x" * 10_000,
    date.min, date.max, time(23, 59),
    datetime.min.replace(tzinfo=_FAR[0]), datetime.max.replace(tzinfo=_FAR[1]),
    datetime(2026, 11, 22, tzinfo=UTC), [], [[]], {}, {"a": {}}, [1, "x"], [{}], [{"id": "x"}],
)  # fmt: skip
"""One of each type, and the ends of each."""

RAW = (
    b"\xef\xbb\xbf", b"\0", b"\r", b"\x1b", b"\x80", b"\xff", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    rb'"\uD800"', rb'"\udfff"', rb'"\U00110000"', rb'"\q"', b'"""', b"'''", b"#", b"[[", b"]]",
    b"= = =", b"9" * 5000, b"0x" + b"f" * 100_000, b"1e" + b"9" * 400, b"-nan", b"0000-00-00",
    b"9999-12-31T23:59:60Z", b"2026-11-22T00:00:00+99:99", b"0001-01-01T00:00:00+23:59",
    b"2026-11-22T00:00:00." + b"1" * 1000 + b"Z", b"\n[accounts]\n", b"\nformat = 1\n",
    b"\n[[accounts]]\n", b"\n[a]\n[a]\n", b'\n"" = 1\n', b"\nformat = 2\n", b"\nformat = true\n",
)  # fmt: skip
"""What is put somewhere into a file: bytes that are no text, and pieces of TOML."""


def mutated(seed: str, number: int) -> tuple[str, bytes]:
    """Return a kind of mutation and the file it made, the same for the same *seed* and *number*."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311 - for tests, not for secrets
    name = ORDER[number % len(ORDER)]
    return name, MUTATIONS[name](chance)[: MAX_TOML_BYTES + 100]


def whole(chance: random.Random) -> bytes:
    """Return a checklist as it should be, but for one hostile text in every field."""
    return written(saying(chance.choice(EVERY) if chance.random() < 0.5 else "@anika"))  # noqa: PLR2004


def _flipped(chance: random.Random) -> bytes:
    content = bytearray(whole(chance))
    for _ in range(chance.choice((1, 1, 1, 2, 8, 64))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _cut(chance: random.Random) -> bytes:
    content = whole(chance)
    start, end = sorted(chance.choices(range(len(content)), k=2))
    return chance.choice((content[:end], content[start:], content[:start] + content[end:]))


def _spliced(chance: random.Random) -> bytes:
    one, other = whole(chance), whole(chance)
    start, end = sorted(chance.choices(range(len(other)), k=2))
    at = chance.randrange(len(one))
    return one[:at] + other[start:end] * chance.choice((1, 1, 2, 50)) + one[at:]


def _lines(chance: random.Random) -> bytes:
    lines = whole(chance).split(b"\n")
    n, m = chance.choices(range(len(lines)), k=2)
    lines[n], lines[m] = lines[m], lines[n]
    return b"\n".join(lines[: chance.choice((n + 1, len(lines)))])


def _strewn(chance: random.Random) -> bytes:
    content = whole(chance)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.choice((0, len(content), chance.randrange(len(content))))
        content = content[:at] + chance.choice(RAW) + content[at:]
    return content


def _retyped(chance: random.Random) -> bytes:
    table = saying("@anika")
    for _ in range(chance.choice((1, 1, 1, 3))):
        place = chance.choice(list(places(table)))
        try:
            table = with_value(table, place, chance.choice(VALUES))
        except (TypeError, KeyError, IndexError, AttributeError):
            continue  # what was put there before has no such place any more
    try:
        return written(table)
    except (TypeError, ValueError):  # a moment that the writer cannot spell
        return tomli_w.dumps({"format": 1}).encode()


def _deep(chance: random.Random) -> bytes:
    depth = chance.choice((10, 255, 256, 257, 900, 5000, 200_000))
    opened, closed = chance.choice(((b"[", b"]"), (b"{a=", b"}")))
    closing = closed * chance.choice((depth, 0, depth - 1))
    return whole(chance) + b"\nx = " + opened * depth + b"1" + closing


def _long_key(chance: random.Random) -> bytes:
    parts = chance.choice((MAX_KEY_PARTS, MAX_KEY_PARTS + 1, 500, 20_000, 500_000))
    part = chance.choice((b"a", b"'a'", b'"."', b" a ", b"a\t"))
    key = b".".join([part] * parts)
    form = chance.choice((b"%s = 1\n", b"[%s]\n", b"[[%s]]\n", b"x = { %s = 1 }\n"))
    return form % key + whole(chance) if chance.random() < 0.5 else whole(chance) + form % key  # noqa: PLR2004


def _huge(chance: random.Random) -> bytes:
    size = chance.choice((1_000, 100_000, MAX_TOML_BYTES - 1, MAX_TOML_BYTES, MAX_TOML_BYTES + 1))
    filler = chance.choice((b"a", b"1", b".", b"#", b" ", b"\n", b"\0", b"\xff", b"'", b'"', b"["))
    form = chance.choice(
        (b"%s", b"%s = 1", b"x = %s", b'x = "%s"', b"x = '''%s'''", b"# %s", b"[%s]")
    )
    content = form % (filler * size)
    return content if chance.random() < 0.5 else whole(chance) + b"\n" + content  # noqa: PLR2004


def _many(chance: random.Random) -> bytes:
    count = chance.choice((100, 5_000, 60_000))
    line = chance.choice(
        (
            b"[[accounts]]\n",
            b"[[x]]\n",
            b"[x%d]\n",
            b"x%d = 1\n",
            b"[a.b%d]\n",
            b"[[accounts.steps]]\n",
        )
    )
    made = b"".join(line % n if b"%d" in line else line for n in range(count))
    head = chance.choice((b"", b"format = 1\n", whole(chance)))
    return head + made


def _empty(chance: random.Random) -> bytes:
    return chance.choice((b"", b"\n", b"\0" * 4096, b"\xef\xbb\xbf", b"format = 1\n", b"{}", b"#"))


MUTATIONS: dict[str, Mutation] = {
    "flipped": _flipped,
    "cut": _cut,
    "spliced": _spliced,
    "lines": _lines,
    "strewn": _strewn,
    "retyped": _retyped,
    "deep": _deep,
    "long key": _long_key,
    "huge": _huge,
    "many": _many,
    "empty": _empty,
    "whole": whole,
}

_OFTEN = ("flipped", "cut", "spliced", "lines", "strewn", "retyped")
ORDER = (*_OFTEN, "deep", *_OFTEN, "long key", *_OFTEN, "huge", *_OFTEN, "many", "empty", "whole")
"""Which kind comes when: those that make the most of chance come most often."""
