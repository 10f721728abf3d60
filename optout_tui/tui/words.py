"""In which style the screens say how an account is, and what a checklist needs next."""

from optout_tui.checklist.standing import State
from optout_tui.journey.coming import Coming

STATE_STYLES: dict[State, str] = {
    "problem": "$warning",
    "refused": "$error",
    "overdue": "$error",
    "waiting": "$link",
    "done": "$primary",
    "reduced": "$primary",
    "nothing to do": "$primary",
}

TONE_STYLES = {"calm": "$muted", "soon": "$warning", "late": "$error"}


def styled(coming: Coming) -> tuple[str, str]:
    """Return what a checklist needs next, and the style to say it in."""
    return coming.text, TONE_STYLES[coming.tone]
