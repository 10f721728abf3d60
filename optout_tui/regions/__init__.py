"""Where a person lives: names, groups such as the EEA, parents such as the US of Iowa, search."""

from optout_tui.regions.finding import Match, RegionIndex, find, index_of, search
from optout_tui.regions.places import WORLD, chain, likely, members, name_of, parent_of

__all__ = [
    "WORLD",
    "Match",
    "RegionIndex",
    "chain",
    "find",
    "index_of",
    "likely",
    "members",
    "name_of",
    "parent_of",
    "search",
]
