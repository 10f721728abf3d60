"""Records of letters: their texts, and the little that is not said in a text."""

import msgspec

from optout_tui.library.guides import Language, RegionKey
from optout_tui.library.law import RightName
from optout_tui.library.records import Identifier, Record


class LetterTable(Record, frozen=True, kw_only=True):
    """Every text of a letter, by the name of its file without ``.j2``: ``gdpr.en``.

    ``families`` names for a law, or for what it is based on, the law whose texts it shares;
    ``grounds`` the rights under which a law wants the person's own reasons; ``languages``
    those of a region, the usual one first.
    """

    families: dict[Identifier, Identifier] = msgspec.field(default_factory=dict)
    grounds: dict[Identifier, tuple[RightName, ...]] = msgspec.field(default_factory=dict)
    languages: dict[RegionKey, tuple[Language, ...]] = msgspec.field(default_factory=dict)
    texts: dict[str, str] = msgspec.field(default_factory=dict)
