"""How a look at a website is said to people, on the screen and by the command."""

from optout_tui.audit.site.report import Access
from optout_tui.audit.site.verdicts import Reach
from optout_tui.audit.site.video import VideoReport
from optout_tui.library.crawlers import Keeps, Purpose

HEADINGS: dict[Purpose, str] = {
    "training": "WHO MAY TRAIN",
    "search": "WHO MAY SEARCH, AND SHOW IT IN ANSWERS",
    "user": "WHO MAY FETCH IT BECAUSE A PERSON ASKS",
}
PURPOSE_WORDS: dict[Purpose, str] = {
    "training": "for training",
    "search": "for search and answers",
    "user": "because a person asks",
}
FOUND: dict[Access, str] = {
    "read": "robots.txt was read.",
    "missing": "There is no robots.txt: everything is allowed.",
    "unreachable": "robots.txt cannot be reached: careful crawlers stay away, for now.",
    "not asked": "No robots.txt was looked at.",
}
REACHES: dict[Reach, str] = {"all": "yes", "part": "part", "none": "no"}
KEEPS: dict[Keeps, str] = {
    "yes": "said to keep to robots.txt",
    "no": "does not keep to robots.txt",
    "may not": "may pass robots.txt by",
    "unclear": "not known whether it keeps to robots.txt",
}
OBEYS: dict[Keeps, str] = {
    "yes": "yes",
    "no": "no",
    "may not": "not always",
    "unclear": "unclear",
}
"""Whether a crawler keeps to robots.txt, in a column."""

LIMITS = (
    "A robots.txt asks; it is no lock. It reaches visits from now on, neither copies that were "
    "collected before nor models that are already trained."
)
NOT_GOOGLE = "This says nothing of Google's own training, which cannot be refused."
_PERMITTED = {
    "none": "no other company may train on it",
    "all": "any company may train on it",
}


def permitted_words(report: VideoReport) -> str:
    """Return who may train on a video, as YouTube says."""
    who = report.permitted[0] if len(report.permitted) == 1 else ""
    return _PERMITTED.get(who) or f"these may train on it: {', '.join(report.permitted)}"
