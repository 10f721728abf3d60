"""From the files a person hands over to one report for each platform in them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from optout_tui.audit.archive.budget import Budget
from optout_tui.audit.archive.csv_rows import rows_of
from optout_tui.audit.archive.inflating import Damaged
from optout_tui.audit.archive.json_stream import JsonStream
from optout_tui.audit.archive.json_window import Broken
from optout_tui.audit.archive.members import Member
from optout_tui.audit.archive.model import (
    Audit,
    Cancelled,
    IsCancelled,
    Item,
    OnProgress,
    Progress,
    Report,
)
from optout_tui.audit.archive.pages import page_of
from optout_tui.audit.archive.reader import Account, Part
from optout_tui.audit.archive.readers.all import READERS
from optout_tui.audit.archive.recognising import Recognised, recognised
from optout_tui.audit.archive.repeats import Repeats
from optout_tui.audit.archive.reporting import report_of
from optout_tui.audit.archive.sources import Problems, Source, opened
from optout_tui.audit.archive.tally import Tally
from optout_tui.safety.refusal import Refusal


def audit(
    files: Sequence[Path],
    *,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Audit:
    """Return what the exports in *files* hold: ZIP files, unpacked folders or single files.

    Nothing is written anywhere. What cannot be read is a problem in a report, the rest is
    counted. Raises Refusal where nothing could be read, with the reason and the cure, and
    Cancelled once *is_cancelled* says so; it is asked, and progress told, for every piece.
    """
    run = _Run(files, on_progress, is_cancelled)
    return Audit(tuple(run.reports()))


def item_at(
    files: Sequence[Path],
    number: int,
    *,
    on_progress: OnProgress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Item:
    """Return the item of that number, from 1 on, as they stand in the exports.

    Private messages are not among them. Raises Refusal and Cancelled, as ``audit`` does.
    """
    run = _Run(files, on_progress, is_cancelled, wanted=number)
    tallies = [tally for _, tally in run.tallies()]
    for tally in tallies:
        if tally.wanted is not None:
            return tally.wanted
    counted = max((tally.number for tally in tallies), default=0)
    raise Refusal(f"there is no item {number:,}: {counted:,} were counted")


class _Run:
    """One reading of some files."""

    def __init__(
        self,
        files: Sequence[Path],
        on_progress: OnProgress | None,
        is_cancelled: IsCancelled | None,
        wanted: int = 0,
    ) -> None:
        self._on_progress, self._is_cancelled = on_progress, is_cancelled
        self._wanted = wanted
        self._problems = Problems()
        self._sources = opened(list(files), self._problems)
        members = _once([one for source in self._sources for one in source.members])
        self._found = recognised(members, READERS)
        if not any(found.members for found in self._found):
            raise self._refusal(files)
        self._budget = Budget(self._sources)
        self._done = 0, 0
        read = [one for found in self._found for one in found.members]
        self._total = sum(one.size for one in read), len(read)

    def reports(self) -> list[Report]:
        """Return a report for each platform, the one with most items first."""
        found = [report for report, _ in self.tallies()]
        if not any(report.total or _says_something(report) for report in found):
            for report in found:
                for member, reason in report.problems[:1]:
                    raise Refusal(f"{member}: {reason}; nothing else could be counted")
        return sorted(found, key=lambda report: -report.total)

    def tallies(self) -> Iterator[tuple[Report, Tally]]:
        """Yield each platform's report, and what it was made from."""
        problems = self._problems
        for found in self._found:
            if not found.members:
                continue
            tally, account = self._counted(found, problems)
            sources = self._sources_of(found)
            yield report_of(found, tally, account, sources, problems), tally
            problems = Problems()

    def _sources_of(self, found: Recognised) -> list[Source]:
        """Return the files a platform's export came in, those with nothing but media too."""
        own = {one.source for one in found.members}
        others = {one.source for other in self._found for one in other.members} - own
        return [source for source in self._sources if source.number not in others]

    def _counted(self, found: Recognised, problems: Problems) -> tuple[Tally, Account]:
        is_several = len({one.source for one in found.members}) > 1
        tally = Tally(Repeats() if is_several else None, self._wanted)
        account = Account(is_in_several=is_several)
        for part, member in _in_order(found):
            before = tally.records
            self._read(part, member, tally, account, problems)
            _check_count(member, tally.records - before, account, problems)
        _check_missing(found, account, problems)
        for one in found.other[:1]:
            problems.add(one.name, f"is not counted; {found.reader.ask_for}")
        return tally, account

    def _read(
        self, part: Part, member: Member, tally: Tally, account: Account, problems: Problems
    ) -> None:
        pieces = self._pieces(member, problems)
        stream = JsonStream(pieces, {path: one.shape for path, one in part.lists.items()})
        told = len(problems.told)
        try:
            if part.rows:
                tally.add(part.rows(rows_of(pieces), account), member.source)
            elif part.page:
                tally.add(part.page(member.name, page_of(pieces)), member.source)
            else:
                for path, records in stream.records(part.after):
                    tally.records += len(records)
                    tally.add(part.lists[path].items(records, account), member.source)
            for _ in pieces:  # what follows is looked at for damage alone
                pass
        except (Damaged, Broken) as reason:
            if len(problems.told) == told:  # else it is the damage that breaks it
                problems.add(member.name, str(reason))
        if stream.bad:
            were = "record was" if stream.bad == 1 else "records were"
            problems.add(member.name, f"{stream.bad} {were} broken and left out")
        self._done = self._done[0] + member.size, self._done[1] + 1
        self._tell(0)

    def _tell(self, more: int) -> None:
        if self._on_progress:
            (size, members), (total, total_members) = self._done, self._total
            done = min(size + more, total)
            self._on_progress(Progress(done, total, members, total_members))

    def _pieces(self, member: Member, problems: Problems) -> Iterator[bytes]:
        """Yield what can be had of a member; where it ends early, that is a problem."""
        read = 0
        try:
            for piece in self._sources[member.source].pieces(member):
                if self._is_cancelled and self._is_cancelled():
                    raise Cancelled
                self._budget.spend(member.source, len(piece))
                read += len(piece)
                self._tell(read)
                yield piece
        except Damaged as reason:
            problems.add(member.name, str(reason))

    def _refusal(self, files: Sequence[Path]) -> Refusal:
        """Return why nothing could be read, with the cure."""
        for found in sorted(self._found, key=lambda one: not one.other):
            name = found.reader.name
            if found.other:
                return Refusal(
                    f"{files[0].name}: this is an export of {name} in a format made to be looked "
                    f"at, not counted ({found.other[0].name}); {found.reader.ask_for}"
                )
            return Refusal(f"{files[0].name}: this export of {name} holds nothing to count")
        for member, reason in self._problems.told:
            named = member if member == files[0].name else f"{files[0].name}: {member}"
            return Refusal(f"{named}: {reason}")
        for source in self._sources:
            if source.packed:
                return Refusal(
                    f"{source.path.name}: holds another packed file ({source.packed[:200]}) and "
                    "nothing we know; unpack it, then name the file inside"
                )
        known = ", ".join(reader.name for reader in READERS)
        return Refusal(
            f"{files[0].name}: this is no export we know; we read those of {known}. Name the file "
            "as it was downloaded"
        )


def _says_something(report: Report) -> bool:
    known = (report.account_private, report.training_setting, report.rated or None)
    return any(one is not None for one in known) or report.shared_chats > 0


def _once(members: Sequence[Member]) -> list[Member]:
    """Return *members* without those that lie in several parts of an export, byte for byte."""
    by_content = {
        (one.name, one.size, one.crc) if one.crc else (one.source, one.name): one
        for one in reversed(members)
    }
    return list(reversed(by_content.values()))


def _in_order(found: Recognised) -> Iterator[tuple[Part, Member]]:
    """Yield what is to be read, in the order of the reader's parts."""
    for part in found.reader.parts:
        for member in found.members:
            if part.names.search(member.name):
                yield part, member


def _check_count(member: Member, count: int, account: Account, problems: Problems) -> None:
    expected = account.expected.get(_last_name(member.name), count)
    if expected != count:
        problems.add(
            member.name, f"by the export's own list it holds {expected:,}, but {count:,} were found"
        )


def _check_missing(found: Recognised, account: Account, problems: Problems) -> None:
    held = {_last_name(one.name) for one in found.members}
    for name, count in account.expected.items():
        if count and name not in held:
            problems.add(name, f"is missing; by the export's own list it holds {count:,}")


def _last_name(name: str) -> str:
    return name.rpartition("/")[2]
