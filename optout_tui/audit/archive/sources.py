"""What a person hands over: ZIP files, unpacked folders, single files. Nothing is unpacked."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from optout_tui.audit.archive.inflating import BOMB, Damaged, inflated, is_bomb, plain_pieces
from optout_tui.audit.archive.members import Member, is_junk, is_packed, media_kind, why_not_name
from optout_tui.audit.archive.model import Problem
from optout_tui.audit.archive.zip_directory import (
    DEFLATED,
    STORED,
    Entry,
    Overlaps,
    entries,
    find_directory,
)
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean

MAX_PROBLEMS = 100
MAX_FILES = 500_000
MAX_FOLDERS = 40
_READABLE = frozenset({"json", "js", "csv", "html", "txt"})
_LINKED = "is a link, which is not followed"


class Problems:
    """What went wrong, the first hundred by name; each place is told once for each reason."""

    def __init__(self) -> None:
        """Begin with none."""
        self.told: list[Problem] = []
        self.left_out = 0

    def add(self, member: str, reason: str) -> None:
        """Take note of a problem; what is named is cleaned."""
        problem = Problem(clean(member[:200]), clean(reason))
        if problem in self.told:
            return
        if len(self.told) < MAX_PROBLEMS:
            self.told.append(problem)
        else:
            self.left_out += 1


class Source:
    """One file or folder a person named, with the members of it that can be read."""

    def __init__(self, number: int, path: Path) -> None:
        """Begin without members."""
        self.number, self.path = number, path
        self.members: list[Member] = []
        self.media: Counter[str] = Counter()
        self.packed = ""
        """A packed file inside of it, which is not looked into."""

        self.weight = 0
        """Bytes of what was handed over, as it lies on the disk."""

    def look(self, problems: Problems) -> None:
        """Find the members; raises Refusal where there can be none."""
        raise NotImplementedError

    def pieces(self, member: Member) -> Iterator[bytes]:
        """Yield the content of *member* piece by piece; raises Damaged."""
        raise NotImplementedError

    def _take(self, name: str) -> bool:
        """Count media; return whether a member of that name is one to be read."""
        if kind := media_kind(name):
            self.media[kind] += 1
            return False
        if is_packed(name):
            self.packed = self.packed or name
        return name.rpartition(".")[2].lower() in _READABLE and not is_junk(name)


class Zipped(Source):
    """A ZIP file, of whose members nothing is believed."""

    def look(self, problems: Problems) -> None:
        """Read the directory; raises Refusal where there is none."""
        with self.path.open("rb") as stream:
            self.weight = length = stream.seek(0, os.SEEK_END)
            place = find_directory(stream, length)
            overlaps, found = Overlaps(), dict[int, Member]()
            try:
                for n, entry in enumerate(entries(stream, place)):
                    overlaps.add(entry)
                    if self._wanted(entry, problems):
                        found[n] = Member(
                            entry.name, self.number, entry.packed, entry.size, entry.crc,
                            entry.at, entry.method,
                        )  # fmt: skip
            except Refusal as reason:
                problems.add(self.path.name, str(reason))
        bad = overlaps.found(place.at)
        for n, member in found.items():
            if n in bad:
                problems.add(member.name, "overlaps another file of the export; it was not read")
            elif is_bomb(member.size, member.packed):
                problems.add(member.name, f"{BOMB}; it was not read")
            else:
                self.members.append(member)

    def _wanted(self, entry: Entry, problems: Problems) -> bool:
        if entry.name.endswith("/"):
            return False
        reason = why_not_name(entry.name)
        if entry.is_link:
            reason = _LINKED
        if reason:
            problems.add(entry.name, reason)
            return False
        if not self._take(entry.name):
            return False
        if entry.is_encrypted:
            problems.add(entry.name, "is encrypted; unpack the export with its password first")
            return False
        if entry.method not in (STORED, DEFLATED):
            problems.add(entry.name, f"is packed by a method we do not read ({entry.method})")
            return False
        return True

    def pieces(self, member: Member) -> Iterator[bytes]:
        """Yield the content of *member* piece by piece; raises Damaged."""
        with self.path.open("rb") as stream:
            yield from inflated(stream, member)


class Folder(Source):
    """An unpacked export, or one file of it; links in it are not followed."""

    def look(self, problems: Problems) -> None:
        """Walk the folder."""
        if not self.path.is_dir():
            self._add(self.path, self.path.name, problems)
            return
        todo, seen = [(self.path, "", 0)], 0
        while todo:
            folder, before, depth = todo.pop()
            try:
                with os.scandir(folder) as found:
                    inside = sorted(found, key=lambda one: one.name)
            except OSError as error:
                problems.add(before or folder.name, error.strerror or "cannot be read")
                continue
            for one in inside:
                seen += 1
                name = f"{before}{one.name}"
                if one.is_symlink():
                    problems.add(name, _LINKED)
                elif one.is_dir(follow_symlinks=False):
                    if depth < MAX_FOLDERS:
                        todo.append((folder / one.name, f"{name}/", depth + 1))
                    else:
                        problems.add(name, f"lies in more than {MAX_FOLDERS} folders")
                else:
                    self._add(folder / one.name, name, problems)
            if seen > MAX_FILES:
                problems.add(self.path.name, f"holds more than {MAX_FILES:,} files")
                return

    def _add(self, path: Path, name: str, problems: Problems) -> None:
        if reason := why_not_name(name):
            problems.add(name, reason)
        elif self._take(name):
            found = path.stat(follow_symlinks=False)
            if stat.S_ISREG(found.st_mode):
                self.members.append(Member(name, self.number, found.st_size, found.st_size))
                self.weight += found.st_size
            else:
                problems.add(name, "is no file")

    def pieces(self, member: Member) -> Iterator[bytes]:
        """Yield the content of *member* piece by piece; raises Damaged."""
        path = self.path / member.name if self.path.is_dir() else self.path
        try:
            if not stat.S_ISREG(path.lstat().st_mode):
                raise Damaged("is no file any more")
            with path.open("rb") as stream:
                yield from plain_pieces(stream)
        except OSError as error:
            raise Damaged(error.strerror or "cannot be read") from None


def opened(files: list[Path], problems: Problems) -> list[Source]:
    """Return what *files* are; what is no export is a problem, and left out."""
    sources: list[Source] = []
    for path in files:
        try:
            source = _opened(len(sources), path)
            source.look(problems)
        except OSError as error:
            problems.add(str(path), error.strerror or "cannot be read")
        except Refusal as reason:
            problems.add(path.name, str(reason))
        else:
            sources.append(source)
    return sources


def _opened(number: int, path: Path) -> Zipped | Folder:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        return Folder(number, path)
    if not stat.S_ISREG(mode):
        raise Refusal("is no file")
    with path.open("rb") as stream:
        begin = stream.read(4)
    if begin.startswith(b"PK") or path.suffix.lower() == ".zip":
        return Zipped(number, path)
    if is_packed(path.name):
        raise Refusal("is packed, but not as ZIP; unpack it and name the folder")
    return Folder(number, path)
