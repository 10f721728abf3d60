"""Draws the house, room over room, for ``docs/architecture.md``; see ``make screenshots``."""

from typing import NamedTuple

WIDTH, LEFT, TOP = 920, 40, 96
STOREY, GAP = 78, 10
WORDS_AT, ROOMS_AT = 60, 270
WHO = "a person, a script, a screen reader"
STYLE = """
svg { --ground: #faf9f6; --room: #ffffff; --line: #d0d0c8; --text: #1f2328; --muted: #57606a;
  --accent: #0b7a63; }
@media (prefers-color-scheme: dark) { svg { --ground: #10151b; --room: #1d2630; --line: #2c3844;
  --text: #e6edf3; --muted: #93a1af; --accent: #4cc2a8; } }
text { font: 15px system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; fill: var(--text); }
.small { font-size: 12.5px; fill: var(--muted); }
.room { font: 600 15px ui-monospace, 'DejaVu Sans Mono', Menlo, monospace; }
.ground { fill: var(--ground); }
.box { fill: var(--room); stroke: var(--line); }
.roof { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; }
.arrow { stroke: var(--accent); stroke-width: 2; fill: none; }
"""


class Storey(NamedTuple):
    """One floor: what it is for, and its rooms, each with a few words."""

    title: str
    rooms: tuple[tuple[str, str], ...]


HOUSE = (
    Storey("Who asks", (("tui", "full screen"), ("plain", "line by line"), ("cli", "commands"))),
    Storey("What can be done", (("journey", "tick, send, answer: each means one thing"),)),
    Storey("What leaves", (("handoff", "browser, clipboard, QR code"),)),
    Storey("What comes out", (("letters", "drafts"), ("export", "files for others"))),
    Storey("What is public", (("audit", "data exports, websites"),)),
    Storey("What the person did", (("checklist", "the model, saving, merging, backups"),)),
    Storey("What judges knowledge", (("contentcheck", "the rules for guides"),)),
    Storey("What applies here", (("regions", "places"), ("rights", "clocks"), ("guides", "steps"))),
    Storey("What is true", (("library", "reads"), ("knowledge", "TOML, no code"))),
    Storey("The door", (("safety", "whatever is not ours passes here"),)),
)
"""From the roof to the ground. A room may use those below it, never those above."""


def house() -> str:
    """Return the picture as SVG, for light and dark."""
    height = TOP + len(HOUSE) * (STOREY + GAP) + 30
    bottom = height - 30
    middle, wide = WIDTH / 2, f"M{LEFT - 18} {TOP - 8} L{WIDTH / 2} 22 L{WIDTH - LEFT + 18}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        "<title>The rooms of the program: each uses only those below it</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}"/>',
        f'<path class="roof" d="{wide} {TOP - 8} Z"/>',
        f'<text x="{middle}" y="74" text-anchor="middle">{WHO}</text>',
        f'<path class="arrow" d="M{LEFT - 14} {TOP + 8} V{bottom - 12} m-6 -10 l6 10 l6 -10"/>',
    ]
    for number, storey in enumerate(HOUSE):
        parts += _storey(storey, TOP + number * (STOREY + GAP))
    return "\n".join([*parts, "</svg>\n"])


def _storey(storey: Storey, y: int) -> list[str]:
    whole = WIDTH - 2 * LEFT
    parts = [
        f'<rect class="box" x="{LEFT}" y="{y}" width="{whole}" height="{STOREY}" rx="6"/>',
        f'<text x="{WORDS_AT}" y="{y + STOREY / 2 + 5:g}">{storey.title}</text>',
    ]
    each = (WIDTH - LEFT - ROOMS_AT) / len(storey.rooms)
    for number, (name, words) in enumerate(storey.rooms):
        x = ROOMS_AT + number * each
        up = y + STOREY / 2 - 4
        parts.append(f'<text class="room" x="{x:g}" y="{up:g}">{name}</text>')
        parts.append(f'<text class="small" x="{x:g}" y="{up + 21:g}">{words}</text>')
    return parts
