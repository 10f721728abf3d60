"""Where checklists lie, and which there are. Light: the start screen needs no more than this."""

import os
from pathlib import Path

SUFFIX = ".toml"
CONFLICT = (
    *("conflic", "conflit", "konflik", "modstridende"),
    *("конфлик", "конфлік", "競合", "冲突", "衝突", "충돌"),
)
"""How sync programs say, in the person's language, that a file is a copy; in lower case."""


class Folder:
    """The data folder. Looking at it creates nothing."""

    def __init__(self, data_dir: Path) -> None:
        """Look after the checklists below *data_dir*."""
        self.data_dir = data_dir
        self.checklists = data_dir / "checklists"

    def names(self) -> list[str]:
        """Return the names of all checklists, sorted as people sort; conflict copies are none."""
        names, copies = self.sorted_out()
        return [name for name in names if name not in copies]

    def sorted_out(self) -> tuple[list[str], dict[str, str]]:
        """Return the names of all files, and which can only be copies, each of which checklist."""
        try:
            files = os.listdir(self.checklists)  # noqa: PTH208 - a thousand paths take their time
        except OSError:
            return [], {}
        found = (file for file in files if file.endswith(SUFFIX) and file[0] != ".")
        names = sorted((file.removesuffix(SUFFIX) for file in found), key=str.casefold)
        if not any(word in name.casefold() for name in names for word in CONFLICT):
            return names, {}
        from optout_tui.checklist.store.copies import named_as_copies  # there are hardly ever any

        return names, named_as_copies(names)

    def file(self, name: str) -> Path:
        """Return where a checklist of exactly that name lies, or would lie."""
        return self.checklists / f"{name}{SUFFIX}"
