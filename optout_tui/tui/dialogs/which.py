"""Which of several requests is meant: a list in a dialog, or nothing where there is but one."""

from collections.abc import Callable, Iterable, Sequence

from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from optout_tui.checklist.model import Request
from optout_tui.checklist.words import day
from optout_tui.tui.dialogs.base import label
from optout_tui.tui.flow import plain
from optout_tui.tui.widgets.listing import Listing

Requests = Sequence[Request]


def which_request(requests: Requests) -> Iterable[Widget]:
    """Yield the list to choose from, where there are several."""
    if len(requests) > 1:
        yield label("About which request?")
        lines = (f"{one.kind} of {day(one.sent)} {one.reference}".rstrip() for one in requests)
        yield Listing((Option(plain(line)) for line in lines), id="request")


def begin_at(dialog: Widget, requests: Requests, fits: Callable[[Request], bool]) -> None:
    """Put the cursor on the first request that *fits*, else on the newest."""
    if len(requests) > 1:
        first = next((n for n, one in enumerate(requests) if fits(one)), len(requests) - 1)
        dialog.query_one("#request", OptionList).highlighted = first


def chosen_request(dialog: Widget, requests: Requests) -> str:
    """Return the id of the request under the cursor, or of the only one; empty for none."""
    if len(requests) > 1:
        return requests[dialog.query_one("#request", OptionList).highlighted or 0].id
    return requests[0].id if requests else ""
