"""What rights and reach are called where people read them: one set of words for every surface."""

from optout_tui.library.law import Reach, RightName

RIGHT_WORDS: dict[RightName, str] = {
    "object": "object",
    "erase": "have it erased",
    "restrict": "have its use restricted",
    "access": "see what they hold",
    "withdraw": "withdraw consent",
    "opt_out": "opt out of sale",
}
"""Each fits behind “You can”."""

REACH_WORDS: dict[Reach, str] = {
    "yes": "yes",
    "partly": "in part",
    "no": "no",
    "untested": "not tested in court",
}
"""Whether a law reaches public posts."""

NO_RIGHT = "no statutory right found in our table"
NOT_FOUND = "not found"
