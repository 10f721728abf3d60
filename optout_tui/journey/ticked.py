"""Which platforms a person ticked, with their handles, before any account comes or goes."""

from collections.abc import Iterable

from optout_tui.checklist.model import Account
from optout_tui.journey.accounts import AccountName


class Ticked:
    """The ticks of a list of platforms. Nothing here touches the checklist."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        """Tick the platforms of *accounts*."""
        self.handles: dict[str, list[str]] = {}
        """The handles on each platform that is ticked; an empty one where none is needed."""
        self._known: set[AccountName] = set()
        self.take_in(accounts)

    def take_in(self, accounts: Iterable[Account]) -> None:
        """Tick what came since the last look and untick what went; what was typed here stays."""
        now_there = [(one.platform, one.handle) for one in accounts]
        for platform, handle in self._known.difference(now_there):
            left = [one for one in self.handles.get(platform, []) if one != handle]
            self.handles[platform] = left
            if not left:
                del self.handles[platform]
        for platform, handle in now_there:
            handles = self.handles.get(platform, [])
            if (platform, handle) not in self._known and handle not in handles:
                self.handles[platform] = [*handles, handle]
        self._known = set(now_there)

    def accounts(self, platforms: Iterable[str]) -> list[AccountName]:
        """Return the accounts in the order of *platforms*; what is ticked besides comes last."""
        ids = dict.fromkeys([*platforms, *self.handles])
        return [(name, handle) for name in ids for handle in self.handles.get(name, [])]
