"""The two themes. Every text colour has a contrast of at least 4.5:1 on every ground it meets."""

from textual.theme import Theme


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
        **_cursor("#e6edf3", "#10151b", "#193530", "#1d2630"),
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
