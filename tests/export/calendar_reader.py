"""A small reader of iCalendar files, written from RFC 5545 alone: it shares no code with ours."""

import re
from datetime import date, timedelta
from typing import NamedTuple

MAX_OCTETS = 75
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?)?")
_LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)')
_ESCAPED = {"\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}


class Part(NamedTuple):
    """A component: its name, its properties in their order, and what lies in it."""

    name: str
    lines: list[tuple[str, str, str]]
    parts: list["Part"]

    def value(self, name: str) -> str:
        """Return the raw value of a property that is there once."""
        [found] = [value for key, _, value in self.lines if key == name]
        return found

    def text(self, name: str) -> str:
        return re.sub(r"\\[nN,;\\]", lambda found: _ESCAPED[found[0]], self.value(name))

    def day(self, name: str) -> date:
        """Return a whole day of no time zone."""
        [(parameters, value)] = [(more, value) for key, more, value in self.lines if key == name]
        assert parameters == ";VALUE=DATE", "floating"
        assert re.fullmatch(r"\d{8}", value)
        return date(int(value[:4]), int(value[4:6]), int(value[6:]))

    def every(self, name: str) -> list["Part"]:
        return [part for part in self.parts if part.name == name]


def duration(text: str) -> timedelta:
    """Return a duration of days and hours."""
    found = _DURATION.fullmatch(text)
    assert found, text
    sign, days, hours = found.groups()
    length = timedelta(days=int(days or 0), hours=int(hours or 0))
    return -length if sign else length


def read_calendar(data: bytes) -> Part:
    """Return the one calendar in *data*; whatever is not as the RFC wants it fails."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    for line in physical:
        assert len(line) <= MAX_OCTETS, line
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line), line
        line.decode()  # no fold within a character
    unfolded: list[str] = []
    for line in physical:
        if line[:1] in (b" ", b"\t"):
            unfolded[-1] += line[1:].decode()
        else:
            unfolded.append(line.decode())
    return _calendar(unfolded)


def _calendar(lines: list[str]) -> Part:
    assert lines[0] == "BEGIN:VCALENDAR"
    top = Part("VCALENDAR", [], [])
    open_parts = [top]
    for line in lines[1:]:
        found = _LINE.fullmatch(line)
        assert found, line
        assert open_parts, "something after the end"
        key, parameters, value = found.groups()
        if key == "BEGIN":
            part = Part(value, [], [])
            open_parts[-1].parts.append(part)
            open_parts.append(part)
        elif key == "END":
            assert open_parts.pop().name == value
        else:
            open_parts[-1].lines.append((key, parameters, value))
    assert open_parts == []
    return top
