"""What the law gives where a person lives: regimes, clocks, dates, whom to complain to."""

from optout_tui.rights.clocks import OutsideCalendar, due, latest
from optout_tui.rights.deadlines import (
    NO_PERIOD,
    Deadline,
    company_complaint_due,
    complain_by,
    deadline,
)
from optout_tui.rights.regimes import authority_for, notes_for, regimes_for
from optout_tui.rights.table import rights_json, rights_table

__all__ = [
    "NO_PERIOD",
    "Deadline",
    "OutsideCalendar",
    "authority_for",
    "company_complaint_due",
    "complain_by",
    "deadline",
    "due",
    "latest",
    "notes_for",
    "regimes_for",
    "rights_json",
    "rights_table",
]
