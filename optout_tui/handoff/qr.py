"""A link as a QR code made of half blocks, for the phone's camera."""

from optout_tui.safety.links import checked_link

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
QUIET_ZONE = 2


def qr_lines(link: str) -> list[str]:
    """Return the rows of a QR code of *link*, dark cells drawn, quiet zone included.

    It must be shown dark on light. Raises Refusal for an unsafe link.
    """
    import segno  # only this needs it

    code = segno.make(checked_link(link), error="l", micro=False)
    matrix = [[bool(cell) for cell in row] for row in code.matrix_iter(border=QUIET_ZONE)]
    matrix.append([False] * len(matrix[0]))  # a code has an odd number of rows
    return [
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(matrix[::2], matrix[1::2], strict=True)
    ]
