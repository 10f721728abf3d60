import pytest
import segno

from optout_tui.handoff.qr import QUIET_ZONE, qr_lines
from optout_tui.safety.refusal import Refusal

LINKS = [
    "https://www.facebook.com/privacy/center/",
    "mailto:dpo@example.org",
    "https://example.org/" + "a" * 300,
]


def cells(lines: list[str]) -> list[list[bool]]:
    """Read the half blocks back as rows of dark and light cells."""
    upper_lower = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
    rows: list[list[bool]] = []
    for line in lines:
        pairs = [upper_lower[char] for char in line]
        rows += [[upper for upper, _ in pairs], [lower for _, lower in pairs]]
    return rows


@pytest.mark.parametrize("link", LINKS)
def test_what_is_drawn_is_the_code_of_the_link(link: str) -> None:
    code = segno.make(link, error="l", micro=False)
    expected = [[bool(cell) for cell in row] for row in code.matrix_iter(border=QUIET_ZONE)]
    drawn = cells(qr_lines(link))
    assert drawn[: len(expected)] == expected
    assert not any(cell for row in drawn[len(expected) :] for cell in row)


@pytest.mark.parametrize("link", LINKS)
def test_a_code_is_square_with_light_around_it(link: str) -> None:
    lines = qr_lines(link)
    assert {len(line) for line in lines} == {len(cells(lines)[0])}
    assert 0 <= 2 * len(lines) - len(lines[0]) <= 1
    assert lines[0].strip() == ""
    assert all(line.startswith("  ") and line.endswith("  ") for line in lines)
    assert lines[1].startswith("  █▀▀▀▀▀█ ")  # the first of the three squares


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://a@b.example/", "file:///x", ""])
def test_no_code_is_drawn_of_an_unsafe_link(link: str) -> None:
    with pytest.raises(Refusal):
        qr_lines(link)
