"""The door to all knowledge: typed records, decoded when first asked for."""

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

import msgspec

from optout_tui.library.compiled import Compiled, compile_folder, of_package, read_compiled
from optout_tui.library.guides import Guide
from optout_tui.library.law import (
    Authority,
    AuthorityTable,
    HolidayTable,
    Regime,
    RegionTable,
)
from optout_tui.safety.refusal import unknown


class Knowledge:
    """Everything that is true: guides, regions, law. Read-only."""

    def __init__(self, compiled: Compiled) -> None:
        """Wrap a compiled file."""
        self._compiled = compiled
        self._guides: dict[str, Guide] = {}
        self._holidays: dict[str, HolidayTable] = {}

    @classmethod
    def from_folder(cls, folder: Path) -> "Knowledge":
        """Return the knowledge of a folder of TOML files; raises BadFile where it does not load."""
        return cls(read_compiled(compile_folder(folder, digest="")))

    @property
    def digest(self) -> str:
        """Changes whenever anything in the knowledge does."""
        return self._compiled.digest

    @property
    def guide_ids(self) -> tuple[str, ...]:
        """Ids of all guides, in the order of the platforms' names."""
        return tuple(self._compiled.guides)

    def find_guide(self, platform: str) -> Guide | None:
        """Return the guide of that id, or None."""
        if platform not in self._guides and platform in self._compiled.guides:
            raw = self._compiled.guides[platform]
            self._guides[platform] = msgspec.msgpack.decode(raw, type=Guide)
        return self._guides.get(platform)

    def guide(self, platform: str) -> Guide:
        """Return the guide of that id; raises Refusal with the nearest known one."""
        guide = self.find_guide(platform)
        if guide is None:
            raise unknown("platform", platform, self.guide_ids, 'see "optout-tui guides"')
        return guide

    def guides(self) -> Iterator[Guide]:
        """Yield all guides in the order of the platforms' names."""
        return (self.guide(platform) for platform in self.guide_ids)

    @cached_property
    def region_table(self) -> RegionTable:
        """Every country and every part of one that matters."""
        return msgspec.msgpack.decode(self._compiled.regions, type=RegionTable)

    @cached_property
    def regimes(self) -> tuple[Regime, ...]:
        """Every body of law in the table."""
        return tuple(
            msgspec.msgpack.decode(raw, type=Regime) for raw in self._compiled.regimes.values()
        )

    @cached_property
    def authorities(self) -> tuple[Authority, ...]:
        """Every authority in the table."""
        raw = self._compiled.authorities
        return msgspec.msgpack.decode(raw, type=AuthorityTable).authorities

    def holidays(self, place: str) -> HolidayTable | None:
        """Return the public holidays of *place*, or None when there is no such calendar."""
        if place not in self._holidays and place in self._compiled.holidays:
            raw = self._compiled.holidays[place]
            self._holidays[place] = msgspec.msgpack.decode(raw, type=HolidayTable)
        return self._holidays.get(place)


@cache
def knowledge() -> Knowledge:
    """Return the knowledge this program came with."""
    return Knowledge(of_package())
