"""Knowledge from its TOML files: each one parsed, typed and checked, or refused by name."""

from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from optout_tui.library.check_guide import check_guide
from optout_tui.library.check_law import check_regime
from optout_tui.library.convert import convert
from optout_tui.library.crawlers import CrawlerTable, check_crawlers
from optout_tui.library.guides import Guide
from optout_tui.library.inherit import whole_law
from optout_tui.library.law import AuthorityTable, HolidayTable, Regime, RegionTable
from optout_tui.library.letters import LetterTable
from optout_tui.safety.limits import BadFile, parse_toml, read_bytes

T = TypeVar("T")


def load_guide(path: Path) -> Guide:
    """Return the guide that *path* holds.

    Raises BadFile with the exact place, such as
    ``instagram.toml: routes[0].steps[2].sources[0]: no source named "x"``.
    """
    return read_guide(read_bytes(path), path.name)


def read_guide(content: bytes, file: str) -> Guide:
    """Return the guide that *content*, read from *file*, spells; raises BadFile as above."""
    guide = convert(parse_toml(content, file), Guide, file)
    if guide.id != file.removesuffix(".toml"):
        raise BadFile(file, f'the id "{guide.id}" is not the name of the file', "id")
    check_guide(guide, file)
    return guide


def load_regime(path: Path) -> Regime:
    """Return the body of law that *path* holds; raises BadFile with the exact place.

    With ``based_on`` it is filled up from ``shared/NAME.toml`` beside it.
    """
    regime = convert(whole_law(path), Regime, path.name)
    if regime.id != path.stem:
        raise BadFile(path.name, f'the id "{regime.id}" is not the name of the file', "id")
    check_regime(regime, path.name)
    return regime


def load_table(path: Path, kind: type[T]) -> T:
    """Return the table of type *kind* that *path* holds; raises BadFile."""
    return convert(parse_toml(read_bytes(path), path.name), kind, path.name)


def load_guides(folder: Path) -> dict[str, Guide]:
    """Return the guides of ``folder/platforms`` by id, by rank and name."""
    found = [load_guide(path) for path in (folder / "platforms").glob("*.toml")]
    return {guide.id: guide for guide in sorted(found, key=_rank)}


def _rank(guide: Guide) -> tuple[int, str]:
    return guide.rank, guide.name.casefold()


def load_regimes(folder: Path) -> dict[str, Regime]:
    """Return the bodies of law of ``folder/regimes`` by id."""
    return {p.stem: load_regime(p) for p in sorted((folder / "regimes").glob("*.toml"))}


def load_holidays(folder: Path) -> dict[str, HolidayTable]:
    """Return the calendars of ``folder/holidays`` by the name of the place."""
    files = sorted((folder / "holidays").glob("*.toml"))
    return {path.stem: load_table(path, HolidayTable) for path in files}


def load_regions(folder: Path) -> RegionTable:
    """Return the table of regions; raises BadFile for a group that names nobody."""
    path = folder / "regions.toml"
    table = load_table(path, RegionTable)
    for group, members in table.groups.items():
        for n, member in enumerate(members):
            if member not in table.regions and member not in table.groups:
                raise BadFile(path.name, f'no region "{member}"', f"groups.{group}[{n}]")
    return table


def load_authorities(folder: Path) -> AuthorityTable:
    """Return the table of authorities."""
    return load_table(folder / "authorities.toml", AuthorityTable)


def load_crawlers(folder: Path) -> CrawlerTable:
    """Return the table of crawlers, empty without one; raises BadFile with the exact place."""
    path = folder / "crawlers.toml"
    if not path.exists():
        return CrawlerTable()
    table = load_table(path, CrawlerTable)
    check_crawlers(table, path.name)
    return table


def load_letters(folder: Path) -> LetterTable:
    """Return the letters of ``folder/letters``: the table and every text; empty without it."""
    table = folder / "letters" / "letters.toml"
    if not table.exists():
        return LetterTable()
    texts = {path.stem: _text(path) for path in sorted(table.parent.glob("*.j2"))}
    return replace(load_table(table, LetterTable), texts=texts)


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode()
    except UnicodeDecodeError as error:
        raise BadFile(path.name, "not UTF-8 text", f"byte {error.start}") from None
