"""The door to all knowledge: typed records, decoded when first asked for."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

import msgspec

from optout_tui.library.compiled import Compiled, compile_folder, of_package, read_compiled
from optout_tui.library.crawlers import CrawlerTable
from optout_tui.library.guides import Guide
from optout_tui.library.law import (
    Authority,
    AuthorityTable,
    HolidayTable,
    Regime,
    RegionTable,
)
from optout_tui.library.letters import LetterTable
from optout_tui.safety.refusal import unknown


class Knowledge:
    """Everything that is true: guides, regions, law. Read-only."""

    def __init__(
        self, compiled: Compiled, own: Mapping[str, Guide] | None = None, own_digest: str = ""
    ) -> None:
        """Wrap a compiled file; *own* guides of a person stand before those of the same id."""
        self._compiled = compiled
        self._own = own or {}
        self._own_digest = own_digest
        self._guides: dict[str, Guide] = dict(self._own)
        self._regimes: dict[str, Regime] = {}
        self._holidays: dict[str, HolidayTable] = {}

    @classmethod
    def from_folder(cls, folder: Path) -> "Knowledge":
        """Return the knowledge of a folder of TOML files; raises BadFile where it does not load."""
        return cls(read_compiled(compile_folder(folder, digest="")))

    def with_own(self, guides: Mapping[str, Guide], digest: str) -> "Knowledge":
        """Return this knowledge with a person's own *guides*, of that *digest*, and no others."""
        if not guides and not self._own:
            return self
        return Knowledge(self._compiled, guides, digest)

    def is_own(self, platform: str) -> bool:
        """Return whether the guide of that id is the person's own, and not ours."""
        return platform in self._own

    @property
    def digest(self) -> str:
        """Changes whenever anything in the knowledge does."""
        ours = self._compiled.digest
        return f"{ours} {self._own_digest}" if self._own else ours

    @property
    def guide_ids(self) -> tuple[str, ...]:
        """Ids of all guides by rank and name, a person's added ones after ours."""
        return tuple(dict.fromkeys((*self._compiled.guides, *self._own)))

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
        """Yield all guides, in the order of :attr:`guide_ids`."""
        return (self.guide(platform) for platform in self.guide_ids)

    @cached_property
    def region_table(self) -> RegionTable:
        """Every country and every part of one that matters."""
        return msgspec.msgpack.decode(self._compiled.regions, type=RegionTable)

    @property
    def regimes(self) -> tuple[Regime, ...]:
        """Every body of law in the table."""
        return tuple(self._regime(name) for name in self._compiled.regimes)

    def regimes_in(self, links: Iterable[str]) -> tuple[Regime, ...]:
        """Return the bodies of law that name a region or group in *links*, in that order."""
        laws = self._compiled.laws
        named = (name for link in links for name in laws.get(link, ()))
        return tuple(self._regime(name) for name in dict.fromkeys(named))

    def _regime(self, name: str) -> Regime:
        if name not in self._regimes:
            raw = self._compiled.regimes[name]
            self._regimes[name] = msgspec.msgpack.decode(raw, type=Regime)
        return self._regimes[name]

    @cached_property
    def authorities(self) -> tuple[Authority, ...]:
        """Every authority in the table."""
        raw = self._compiled.authorities
        return msgspec.msgpack.decode(raw, type=AuthorityTable).authorities

    @cached_property
    def crawlers(self) -> CrawlerTable:
        """The AI crawlers and signals that a website can speak of."""
        return msgspec.msgpack.decode(self._compiled.crawlers, type=CrawlerTable)

    @cached_property
    def letters(self) -> LetterTable:
        """The texts of letters, and what goes with them."""
        return msgspec.msgpack.decode(self._compiled.letters, type=LetterTable)

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
