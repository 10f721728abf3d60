"""How it is said to people what a company answered, and what became of its time to answer."""

from optout_tui.checklist.history import complaint_about_refusal, is_open
from optout_tui.checklist.model import About, Reason
from optout_tui.checklist.progress import RequestView

REASON_WORDS: dict[Reason, str] = {
    "no_match": "they found no data about you",
    "insuf_verification": "you did not prove enough who you are",
    "claim_not_covered": "the law does not cover this, they say",
    "outside_jurisdiction": "the law does not hold where you live, they say",
    "too_many_requests": "you asked too often",
    "suspected_fraud": "they take it for a fraud",
    "other": "another reason",
}

ABOUT_WORDS: dict[About, str] = {
    "identity": "who you are",
    "form": "that you use a form of theirs",
    "address": "that you write to another address",
    "language": "that you write in another language",
}
"""What a company asks for; each fits behind “they ask”."""

LATE_NOTICE = "they told you too late that they need more time: it does not count"


def about_the_time(view: RequestView) -> str:
    """Return what a person should know of the time a request takes, or nothing.

    It says why there is no day for the answer, or why a notice of more time moved none.
    """
    law = view.law
    if law is None or not is_open(view.request) or complaint_about_refusal(view.request):
        return ""
    if law.late_notice:
        return LATE_NOTICE
    return law.unknown or ("" if law.statutory else law.words)
