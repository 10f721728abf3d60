"""The four themes, and what each of their text colours stands on.

Every text colour of ours has a contrast of at least 4.5:1 on every ground it meets, and of 7:1
in ``contrast``. A terminal with 256 or 16 colours takes the nearest; there too all can be read.
``terminal`` sends the terminal's own sixteen colours, which the person chose.
"""

from textual.theme import Theme

PREFIX = "optout-"
"""Before the name of a theme of ours: the framework has its own called dark and light."""


def _cursor(text: str, ground: str, chosen: str, pointed: str) -> dict[str, str]:
    """Return the colours of the lines under the cursor and the pointer, and of fields."""
    return {
        "cursor": chosen,
        "block-cursor-foreground": text,
        "block-cursor-background": chosen,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-background": chosen,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": pointed,
        "input-cursor-background": text,
        "input-cursor-foreground": ground,
        "input-selection-background": chosen,
        "input-selection-foreground": text,
    }


DARK = Theme(
    name="optout-dark",
    dark=True,
    primary="#4cc2a8",
    accent="#4cc2a8",
    secondary="#6cb6ff",
    success="#4cc2a8",
    warning="#e3b341",
    error="#f47067",
    foreground="#e6edf3",
    background="#10151b",
    surface="#161d25",
    panel="#1d2630",
    variables={
        "muted": "#93a1af",
        "line": "#2c3844",
        "link": "#6cb6ff",
        "scrollbar": "#2c3844",
        "scrollbar-background": "#161d25",
        **_cursor("#e6edf3", "#10151b", "#1c2f2b", "#1d2630"),
    },
)

LIGHT = Theme(
    name="optout-light",
    dark=False,
    primary="#0b7a63",
    accent="#0b7a63",
    secondary="#0a58ca",
    success="#0b7a63",
    warning="#8a5a00",
    error="#b3261e",
    foreground="#1f2328",
    background="#faf9f6",
    surface="#ffffff",
    panel="#f0eee8",
    variables={
        "muted": "#57606a",
        "line": "#d0d0c8",
        "link": "#0a58ca",
        "scrollbar": "#d0d0c8",
        "scrollbar-background": "#ffffff",
        **_cursor("#1f2328", "#faf9f6", "#e4f3ef", "#f0eee8"),
    },
)

CONTRAST = Theme(
    name="optout-contrast",
    dark=True,
    primary="#5ff0d0",
    accent="#5ff0d0",
    secondary="#9fd0ff",
    success="#5ff0d0",
    warning="#ffd75f",
    error="#ffaba3",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    variables={
        "muted": "#d4d4d4",
        "line": "#9c9c9c",
        "link": "#9fd0ff",
        "scrollbar": "#9c9c9c",
        "scrollbar-background": "#000000",
        **_cursor("#ffffff", "#000000", "#00382d", "#1c1c1c"),
    },
)

TERMINAL = Theme(
    name="optout-terminal",
    dark=True,
    ansi=True,
    primary="ansi_green",
    accent="ansi_green",
    secondary="ansi_default",
    success="ansi_green",
    warning="ansi_magenta",  # yellow cannot be read on white, nor blue on black
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "muted": "ansi_default",
        "line": "ansi_bright_black",
        "link": "ansi_default",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "scrollbar": "ansi_bright_black",
        "scrollbar-background": "ansi_default",
        **_cursor("ansi_default", "ansi_default", "ansi_default", "ansi_default"),
        "input-cursor-text-style": "reverse",
    },
)

OURS = {theme.name.removeprefix(PREFIX): theme for theme in (DARK, LIGHT, CONTRAST, TERMINAL)}
"""Each theme by the name it has in the settings."""

THEME_WORDS = {
    "dark": "dark",
    "light": "light",
    "contrast": "high contrast",
    "terminal": "the terminal's own colours",
}
"""What each is called on the screen."""
