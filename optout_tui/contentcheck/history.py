"""What changed, told in order."""

from collections.abc import Iterator

from optout_tui.contentcheck.problem import Found
from optout_tui.library.guides import Guide


def misplaced_changes(guide: Guide) -> Iterator[Found]:
    """Yield changes that stand before an earlier one, or lie after the guide was last checked."""
    newest = max(route.checked for route in guide.routes).isoformat()
    last = ""
    for n, change in enumerate(guide.history):
        where = f"history[{n}].on"
        size = min(len(change.on), len(last))
        if change.on[:size] < last[:size]:
            yield where, f"{change.on} stands after {last}; the oldest comes first"
        if change.on > newest[: len(change.on)]:
            yield where, f"{change.on} lies after the day the guide was checked, {newest}"
        last = change.on
