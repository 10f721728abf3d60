"""What a person is told can be done, where they can do it."""

from optout_tui.audit.platforms import WEBSITE, YOUTUBE, can_audit
from optout_tui.checklist.model import Account
from optout_tui.checklist.order import lying_open


def audit_hint(account: Account, how: str) -> str:
    """Return how to see what of an account is public; empty where that cannot be seen here.

    *how* begins the sentence: the key to press, or the word to answer.
    """
    if account.platform == WEBSITE:
        return f"{how} to see whom your robots.txt lets in."
    if account.platform == YOUTUBE:
        return f"{how} to ask YouTube whether other companies may train on a video."
    if not can_audit(account.platform):
        return ""
    if found := lying_open(account):
        return f"{found}. {how} to count again."
    return f"{how} to see from your export what is public."
