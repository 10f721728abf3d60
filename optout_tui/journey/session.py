"""One open checklist: what is in memory, what is on disk, and the way back."""

import contextlib
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from optout_tui.checklist import change
from optout_tui.checklist.merge import Side, merge
from optout_tui.checklist.model import Account, Checklist
from optout_tui.checklist.order import next_step
from optout_tui.checklist.progress import AccountView, view_account, view_accounts
from optout_tui.checklist.store.joining import Conflict, content_of, whole_content
from optout_tui.checklist.store.reading import Stored
from optout_tui.checklist.store.store import read_only
from optout_tui.journey.on_disk import OnDisk, Place
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal, unknown

__all__ = ["Conflict", "Session"]


class _Past(NamedTuple):
    done: str
    checklist: Checklist


class Session:
    """A checklist being worked on. Changes happen in memory; ``save`` puts them on disk."""

    def __init__(self, place: Place, stored: Stored) -> None:
        """Open *stored*; raises BadFile for a region nobody knows."""
        try:
            chain(place.knowledge, stored.checklist.region)
        except Refusal as error:
            raise BadFile(stored.path.name, str(error), "region") from None
        self.place = place
        self._disk = OnDisk(place, stored)
        self.checklist = stored.checklist
        self._past: list[_Past] = []

    # -- looking ---------------------------------------------------------------

    @property
    def knowledge(self) -> Knowledge:
        """Everything that is true."""
        return self.place.knowledge

    @property
    def name(self) -> str:
        """The checklist's name, which is its file's."""
        return self.stored.path.stem

    @property
    def stored(self) -> Stored:
        """The checklist as it is on disk, as far as is known."""
        return self._disk.stored

    @property
    def revision(self) -> int:
        """The revision that is on disk."""
        return self.stored.checklist.revision

    @property
    def is_saved(self) -> bool:
        """Whether everything in memory is on disk."""
        return whole_content(self.checklist) == whole_content(self.stored.checklist)

    @property
    def word_before_saving(self) -> str:
        """What the person should know before the first save of this file, or nothing."""
        if self.stored.is_newer:
            return read_only(self.stored)
        if not self.stored.commented:
            return ""
        name = self.stored.path.name
        return f"{name} holds comments. Saving drops them; a backup with them is kept for good."

    @property
    def current(self) -> Checklist:
        """The checklist as it is in memory, under the revision that is on disk."""
        saved = self.stored.checklist
        return replace(
            self.checklist, revision=saved.revision, parent=saved.parent, updated=saved.updated
        )

    def views(self) -> tuple[AccountView, ...]:
        """Return what follows for every account today."""
        return view_accounts(self.checklist, self.knowledge, self.place.today)

    def view(self, account_id: str) -> AccountView:
        """Return what follows for one account today."""
        account = self.find_account(account_id)
        return view_account(account, self.checklist.region, self.knowledge, self.place.today)

    def find_account(self, name: str) -> Account:
        """Return the account of that id, or ``platform:handle``, or the platform's only account.

        Raises Refusal with the nearest id.
        """
        accounts = self.checklist.accounts
        if (exact := self.checklist.account(name)) is not None:
            return exact
        fitting = [a for a in accounts if f"{a.platform}:{a.handle}" == name]
        fitting = fitting or [a for a in accounts if a.platform == name]
        if len(fitting) == 1:
            return fitting[0]
        ids = [account.id for account in fitting or accounts]
        if fitting:
            raise Refusal(f"{name} has several accounts; say which: {', '.join(ids)}")
        raise unknown("account", name, ids, f'"{self.name}" has {", ".join(ids) or "none"}')

    def resume_at(self) -> tuple[str, str] | None:
        """Return the account and the step where the person stopped, or the next step to do."""
        here = self.checklist.here
        if here is not None and (account := self.checklist.account(here.account)) is not None:
            steps = [v.step for v in self.view(account.id).steps]
            for step in steps:
                if here.step == step.id or here.step in step.was:
                    return account.id, step.id
        if (upcoming := next_step(self.views())) is not None:
            return upcoming[0].account.id, upcoming[1].step.id
        accounts = self.checklist.accounts
        return (accounts[0].id, "") if accounts else None

    # -- changing --------------------------------------------------------------

    def apply(self, done: str, changed: Checklist) -> None:
        """Take *changed* as the new state; *done* says in a few words what was done.

        Raises Refusal where a newer program wrote the checklist.
        """
        if changed == self.checklist:
            return
        if self.stored.is_newer:
            raise Refusal(read_only(self.stored))
        self._past.append(_Past(done, self.checklist))
        self.checklist = changed

    def apply_to(self, done: str, account: Account) -> None:
        """Take *account* as the new state of the account of its id."""
        self.apply(done, change.change_account(self.checklist, account.id, lambda _: account))

    @contextlib.contextmanager
    def as_one(self, done: str) -> Iterator[None]:
        """Let everything done within be one change, undone at once; all or nothing on a Refusal."""
        before, depth = self.checklist, len(self._past)
        try:
            yield
        except BaseException:
            self.checklist = before
            del self._past[depth:]
            raise
        del self._past[depth:]
        if self.checklist != before:
            self._past.append(_Past(done, before))

    def undo(self) -> str | None:
        """Go back by one change and return what it was, or None when there is none."""
        if not self._past:
            return None
        done, self.checklist = self._past.pop()
        return done

    def stop_at(self, account_id: str, step_id: str) -> None:
        """Remember where the person is; it is saved with the next save and cannot be undone."""
        if self.checklist.account(account_id) is not None and not self.stored.is_newer:
            self.checklist = change.stop_at(self.checklist, account_id, step_id)

    # -- saving ----------------------------------------------------------------

    @property
    def has_changes(self) -> bool:
        """Whether something was changed in memory that is not on disk; moving on is no change."""
        return content_of(self.checklist) != content_of(self.stored.checklist)

    def save(self, prefer: Side | None = None) -> int:
        """Put everything in memory on disk and return the revision that is there now.

        What another program changed meanwhile is taken in. Raises NotSaved with the reason,
        and Conflict where both changed the same thing and no side is to be preferred; then
        the file is as it was, the changes stay in memory, and the next call tries again.
        """
        self.take_in()
        self._disk.put(self.checklist, prefer, place_too=True)
        self.take_in()
        return self.revision

    def put(self, *, place_too: bool = False) -> None:
        """Do the part of :meth:`save` that waits for the disk; any thread may.

        What comes of it counts only after :meth:`take_in`. A person who only moved on is not
        saved but with *place_too*. Raises as ``save`` does.
        """
        self._disk.put(self.checklist, None, place_too=place_too)

    def take_in(self) -> bool:
        """Take up what a save put on disk; return whether another program's work came with it.

        Only the thread that changes the checklist may call it.
        """
        landed = self._disk.collect()
        if landed is None:
            return False
        put, now_there = landed.put, landed.stored.checklist
        if content_of(put) == content_of(now_there):
            self._disk.stored = landed.stored
            return False
        merged = merge(put, self.checklist, now_there)
        if merged.differences:
            return False  # the person went on meanwhile: the next save sees both, and asks
        self._disk.stored = landed.stored
        self.checklist = merged.checklist
        self._rebase(put, now_there)
        return True

    def _rebase(self, put: Checklist, now_there: Checklist) -> None:
        """Let every state to go back to hold what the other side changed."""
        kept: list[_Past] = []
        for past in reversed(self._past):
            merged = merge(put, past.checklist, now_there)
            if merged.differences:
                break  # going back further would take away what the other side did
            kept.append(_Past(past.done, merged.checklist))
        self._past = kept[::-1]

    def keep_beside(self) -> str:
        """Keep what is in memory in a copy beside a file we may not replace; return its name.

        Raises NotSaved.
        """
        return self._disk.keep_beside(self.checklist)

    def settle(self, prefer: Side) -> int:
        """Save with *prefer* where both sides changed the same thing; return the revision.

        The copy that kept our side goes to the backups. Raises NotSaved.
        """
        revision = self.save(prefer)
        self._disk.put_copy_away()
        return revision
