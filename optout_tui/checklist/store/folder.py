"""Where checklists lie, and which there are. Light: the start screen needs no more than this."""

from pathlib import Path


class Folder:
    """The data folder. Looking at it creates nothing."""

    def __init__(self, data_dir: Path) -> None:
        """Look after the checklists below *data_dir*."""
        self.data_dir = data_dir
        self.checklists = data_dir / "checklists"

    def names(self) -> list[str]:
        """Return the names of all checklists, sorted as people sort."""
        found = (path.stem for path in self.checklists.glob("*.toml") if path.name[0] != ".")
        return sorted(found, key=str.casefold)

    def file(self, name: str) -> Path:
        """Return where a checklist of exactly that name lies, or would lie."""
        return self.checklists / f"{name}.toml"
