"""How the screens tell a person's own guides from ours."""

from textual.content import Content

from optout_tui.checklist.progress import AccountView
from optout_tui.checklist.words import OWN_GUIDE, YOURS
from optout_tui.library.knowledge import Knowledge
from optout_tui.tui.flow import Block, block, plain

NAME_ROOM = 24


def own_mark(facts: Knowledge, platform: str) -> Content:
    """Return what stands before a claim of a person's own guide; nothing for one of ours.

    Before it, because a long name or a narrow window cuts whatever stands behind.
    """
    return plain(f"{YOURS} · ", "$warning") if facts.is_own(platform) else Content("")


def own_title(facts: Knowledge, view: AccountView) -> Content:
    """Return the platform's name as a heading, marked; a long name gives way to the mark."""
    title = plain(view.platform_name, "bold")
    if not facts.is_own(view.account.platform):
        return title
    return title.truncate(NAME_ROOM, ellipsis=True) + plain(f" ({YOURS})", "$warning")


def own_blocks(facts: Knowledge, platform: str) -> list[Block]:
    """Return the line that says whose guide it is, where it is the person's own."""
    return [block(f"This is {OWN_GUIDE}.", "$warning")] if facts.is_own(platform) else []
