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


def _theme(
    name: str,
    *,
    dark: bool = True,
    ours: str,
    link: str,
    warning: str,
    error: str,
    text: str,
    muted: str,
    line: str,
    grounds: tuple[str, str, str],
    chosen: str,
) -> Theme:
    """Return a theme; *ours* is the colour of the program itself, *chosen* that of the cursor.

    The *grounds* are that of the window, of a page, and of what lies on a page.
    """
    background, surface, panel = grounds
    return Theme(
        name=f"{PREFIX}{name}",
        dark=dark,
        primary=ours,
        accent=ours,
        secondary=link,
        success=ours,
        warning=warning,
        error=error,
        foreground=text,
        background=background,
        surface=surface,
        panel=panel,
        variables={
            "muted": muted,
            "line": line,
            "link": link,
            "scrollbar": line,
            "scrollbar-background": surface,
            **_cursor(text, background, chosen, panel),
        },
    )


DARK = _theme(
    "dark",
    ours="#4cc2a8",
    link="#6cb6ff",
    warning="#e3b341",
    error="#f47067",
    text="#e6edf3",
    muted="#93a1af",
    line="#2c3844",
    grounds=("#10151b", "#161d25", "#1d2630"),
    chosen="#1c2f2b",
)

LIGHT = _theme(
    "light",
    dark=False,
    ours="#0b7a63",
    link="#0a58ca",
    warning="#8a5a00",
    error="#b3261e",
    text="#1f2328",
    muted="#57606a",
    line="#d0d0c8",
    grounds=("#faf9f6", "#ffffff", "#f0eee8"),
    chosen="#e4f3ef",
)

CONTRAST = _theme(
    "contrast",
    ours="#5ff0d0",
    link="#9fd0ff",
    warning="#ffd75f",
    error="#ffaba3",
    text="#ffffff",
    muted="#d4d4d4",
    line="#9c9c9c",
    grounds=("#000000", "#000000", "#1c1c1c"),
    chosen="#00382d",
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
