"""What the law gives where a person lives: regimes, clocks, dates, whom to complain to."""

from optout_tui.rights.clocks import OutsideCalendar, due, latest
from optout_tui.rights.deadlines import (
    NO_PERIOD,
    Deadline,
    complain_by,
    deadline,
    internal_step,
    internal_step_due,
)
from optout_tui.rights.notices import Question, Running, refused_in_time, running
from optout_tui.rights.regimes import authority_for, notes_for, regimes_for
from optout_tui.rights.table import rights_json, rights_table

__all__ = [
    "NO_PERIOD",
    "Deadline",
    "OutsideCalendar",
    "Question",
    "Running",
    "authority_for",
    "complain_by",
    "deadline",
    "due",
    "internal_step",
    "internal_step_due",
    "latest",
    "notes_for",
    "refused_in_time",
    "regimes_for",
    "rights_json",
    "rights_table",
    "running",
]
