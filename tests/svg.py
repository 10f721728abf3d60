"""Pictures of the program as SVG: small, without anything to fetch, still or moving."""

import re
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

_RULE = re.compile(r"\.(terminal-\d+-r\d+) \{ (.*?) \}")
_SCREEN = re.compile(r'<g transform="translate\(9, 41\)".*?>\n(.*)</g>\s*</svg>', re.DOTALL)
_RECT = re.compile(
    r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)".*?/>'
)
_TEXT = re.compile(
    r'<text class="([\w-]+)" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>(.*?)</text>'
)
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_FONT = "font: 20px 'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace"
_FRAMES = {True: ("#292929", "#c5c8c6"), False: ("#e4e2dc", "#57606a")}
"""The window around the screen and the words on it, by whether it is dark."""


class Rect(NamedTuple):
    """A stretch of one line in one colour."""

    fill: str
    x: float
    y: float
    width: float
    height: float


class Text(NamedTuple):
    """Some words in one style, as long as *length* whatever the font."""

    style: str
    x: str
    y: str
    length: str
    words: str


class Screen(NamedTuple):
    """What one screenshot shows: its size with the window, its ground, its colours, its words."""

    width: float
    height: float
    ground: str
    rects: tuple[Rect, ...]
    texts: tuple[Text, ...]


def screen(screenshot: str) -> Screen:
    """Return what *screenshot* shows, as Textual exports it."""
    styles = dict(_RULE.findall(screenshot))
    size, inside = _SIZE.search(screenshot), _SCREEN.search(screenshot)
    assert size is not None
    assert inside is not None
    rects = [Rect(fill, *map(float, rest)) for fill, *rest in _RECT.findall(inside[1])]
    areas: Counter[str] = Counter()
    for rect in rects:
        areas[rect.fill] += round(rect.width)
    main = areas.most_common(1)[0][0]
    texts = (Text(styles[name], *rest) for name, *rest in _TEXT.findall(inside[1]))
    return Screen(
        width=float(size[1]),
        height=float(size[2]),
        ground=main,
        rects=tuple(rect for rect in _joined(rects) if rect.fill != main),
        texts=tuple(text for text in texts if text.words.replace("&#160;", "").strip()),
    )


def _joined(rects: Sequence[Rect]) -> list[Rect]:
    found: list[Rect] = []
    for rect in rects:
        last = found[-1] if found else None
        if last and (last.fill, last.y) == (rect.fill, rect.y) and _meet(last, rect):
            found[-1] = last._replace(width=last.width + rect.width)
        else:
            found.append(rect)
    return found


def _meet(one: Rect, other: Rect) -> bool:
    return abs(one.x + one.width - other.x) < 0.1


def still(shown: Screen, title: str) -> str:
    """Return one picture of *shown* in a window with that title."""
    styles: dict[str, str] = {}
    inside = _window(shown) + _titled(shown, title) + _drawn(shown, styles)
    return _document(shown, _rules(styles), inside)


def moving(frames: Sequence[tuple[Screen, str, float]]) -> str:
    """Return one picture of all *frames*: each a screen, a title, and its seconds.

    Who wants no motion, and a viewer that knows none, sees the first.
    """
    styles: dict[str, str] = {}
    total = sum(seconds for _, _, seconds in frames)
    first = frames[0][0]
    inside, rules, begun = [_window(first)], [], 0.0
    for number, (shown, title, seconds) in enumerate(frames):
        ended = begun + seconds
        rules.append(_turn(number, 100 * begun / total, 100 * ended / total))
        picture = _titled(shown, title) + _drawn(shown, styles)
        inside.append(f'<g class="f f{number}">{picture}</g>\n')
        begun = ended
    motion = (
        f".f{{visibility:hidden;animation:{total:g}s step-end infinite}}.f0{{visibility:visible}}"
        "@media(prefers-reduced-motion:reduce){.f{animation:none!important}}"
    )
    return _document(first, "\n".join([_rules(styles), motion, *rules]), "".join(inside))


def _turn(number: int, begins: float, ends: float) -> str:
    steps = {0.0: "hidden", round(begins, 2): "visible", round(ends, 2): "hidden"}
    steps[100.0] = "visible" if ends > 99.9 else "hidden"
    frames = "".join(f"{at:g}%{{visibility:{seen}}}" for at, seen in sorted(steps.items()))
    return f".f{number}{{animation-name:k{number}}}@keyframes k{number}{{{frames}}}"


def _rules(styles: dict[str, str]) -> str:
    return "\n".join(f".{name}{{{rule}}}" for rule, name in styles.items())


def _document(shown: Screen, rules: str, inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {shown.width:g} {shown.height:g}">\n'
        f"<style>text{{{_FONT};white-space:pre}}\n{rules}</style>\n{inside}</svg>\n"
    )


def _window(shown: Screen) -> str:
    frame, _ = _FRAMES[_is_dark(shown)]
    lights = "".join(
        f'<circle cx="{x}" cy="22" r="7" fill="{fill}"/>'
        for x, fill in ((26, "#ff5f57"), (48, "#febc2e"), (70, "#28c840"))
    )
    return (
        f'<rect x="1" y="1" width="{shown.width - 2:g}" height="{shown.height - 2:g}" rx="8" '
        f'fill="{frame}" stroke="#8888" />{lights}\n'
    )


def _titled(shown: Screen, title: str) -> str:
    _, words = _FRAMES[_is_dark(shown)]
    middle = shown.width / 2
    return f'<text x="{middle:g}" y="28" text-anchor="middle" fill="{words}">{escape(title)}</text>'


def _is_dark(shown: Screen) -> bool:
    return int(shown.ground[1:3], 16) < 0x80


def _drawn(shown: Screen, styles: dict[str, str]) -> str:
    width, height = shown.width - 18, shown.height - 51
    parts = [
        '<g transform="translate(9 41)">',
        f'<rect width="{width:g}" height="{height:g}" fill="{shown.ground}"/>',
        '<g shape-rendering="crispEdges">',
    ]
    parts += [_rect(rect) for rect in shown.rects]
    parts.append("</g>")
    for text in shown.texts:
        name = styles.setdefault(text.style, f"c{len(styles)}")
        parts.append(
            f'<text class="{name}" x="{text.x}" y="{text.y}" textLength="{text.length}" '
            f'xml:space="preserve">{text.words}</text>'
        )
    return "".join([*parts, "</g>\n"])


def _rect(rect: Rect) -> str:
    return (
        f'<rect fill="{rect.fill}" x="{rect.x:g}" y="{rect.y:g}" '
        f'width="{rect.width:g}" height="{rect.height:g}"/>'
    )
