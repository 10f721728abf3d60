"""Facebook's ``privacy_settings.json``: the account's settings by their labels, in groups.

Only one label was seen, in a public program that reads such exports: "Who can see your future
posts?". It says nothing of the posts there are, so the account's state stays unknown, and what the
file holds is told in words.
"""

from collections.abc import Iterator

import msgspec

from optout_tui.audit.archive.model import Item
from optout_tui.audit.archive.reader import Account
from optout_tui.audit.archive.readers.meta import Labelled
from optout_tui.audit.archive.text import repaired
from optout_tui.safety.text import clean


class Setting(msgspec.Struct, rename={"values": "dict"}, gc=False):
    """A group of settings."""

    label: str = ""
    values: list[Labelled] = []


FUTURE_POSTS = "Who can see your future posts?"
SETTINGS = (
    "Your export holds {:,} of your privacy settings, in privacy_settings.json. They do not say "
    "who can see a post you made."
)
_LONGEST = 60


def settings(found: list[Setting], account: Account) -> Iterator[Item]:
    """Tell how many settings there are, and the one of them whose label is known."""
    values = [value for one in found for value in one.values]
    if values:
        account.note(SETTINGS.format(len(values)))
    for one in values:
        if repaired(one.label) == FUTURE_POSTS and isinstance(one.value, str):
            value = clean(repaired(one.value)[:_LONGEST])
            account.note(f"“{FUTURE_POSTS}” is set to “{value}”.")
    return iter(())
