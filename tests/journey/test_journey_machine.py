"""Journeys by chance: whatever a person does, in whatever order, nothing is lost or doubled."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace

from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.checklist.model import Checklist, StepState
from optout_tui.checklist.store.backups import backups_in
from optout_tui.checklist.store.joining import Conflict
from optout_tui.journey.accounts import (
    add_accounts,
    choose_accounts,
    follow_route,
    move_to,
    remove_account,
    rename_account,
    speak,
)
from optout_tui.journey.desk import Desk
from optout_tui.journey.proofs import proof
from optout_tui.journey.requests import Dispatch, follow_up, reply, sent
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark, note
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.refusal import Refusal
from tests.conftest import SMALL, TODAY

SMALL_WORLD = Knowledge.from_folder(SMALL)

names = st.tuples(
    st.sampled_from(["photopia", "chirp"]), st.sampled_from(["", "@a", " @a", "@b", "ü\u202e"])
)
places = st.integers(0, 3)
steps = st.sampled_from(
    ["open-menu", "open-form", "send", "keep-mail", "save-mail", "write", "ask", "turn-off", "none"]
)
texts = st.sampled_from(["", "a note", "two\nlines", "# no comment", '"""', "\x1b[2J", "💻"])
days = st.integers(-1, 60).map(lambda ago: TODAY - timedelta(days=ago))
requests = st.sampled_from(["", "r1", "r2"])


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


def content(checklist: Checklist) -> dict[str, Any]:
    kept = {name: getattr(checklist, name) for name in checklist.__struct_fields__}
    return {k: v for k, v in kept.items() if k not in ("revision", "parent", "updated")}


class Journeys(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk(Path(self.folder.name) / "data", today=TODAY, facts=SMALL_WORLD)
        self.session = self.desk.create("Personal", "DE", [("photopia", "@a")])
        self.revision = 1

    def teardown(self) -> None:
        self.folder.cleanup()

    def attempt(self, change: Callable[[Session], object]) -> None:
        """A change happens or is refused; refused, it has changed nothing; undone, neither."""
        before = self.session.checklist
        try:
            change(self.session)
        except Refusal:
            assert self.session.checklist is before
            return
        after = self.session.checklist
        if after is not before:
            assert self.session.undo()
            assert self.session.checklist is before
            change(self.session)
            assert content(self.session.checklist) == content(after)

    def nth(self, place: int) -> str:
        accounts = self.session.checklist.accounts
        return accounts[place % len(accounts)].id if accounts else "nobody"

    # -- what a person does --------------------------------------------------------

    @rule(name=names)
    def add(self, name: tuple[str, str]) -> None:
        self.attempt(lambda session: add_accounts(session, [name]))

    @rule(chosen=st.lists(names, max_size=3))
    def choose(self, chosen: list[tuple[str, str]]) -> None:
        old = {one.id: one for one in self.session.checklist.accounts}
        self.attempt(lambda session: choose_accounts(session, chosen))
        for one in self.session.checklist.accounts:
            stayed = one.id in old and old[one.id].handle == one.handle
            assert not stayed or old[one.id] == one

    @rule(place=places)
    def remove(self, place: int) -> None:
        self.attempt(lambda session: remove_account(session, self.nth(place)))

    @rule(place=places, name=names)
    def rename(self, place: int, name: tuple[str, str]) -> None:
        self.attempt(lambda session: rename_account(session, self.nth(place), name[1]))

    @rule(region=st.sampled_from(["DE", "IS", "GB", "US", "US-CA", "BR", "Atlantis"]))
    def move(self, region: str) -> None:
        said = {one.id: one.steps for one in self.session.checklist.accounts}
        self.attempt(lambda session: move_to(session, region))
        assert {one.id: one.steps for one in self.session.checklist.accounts} == said

    @rule(place=places, route=st.sampled_from(["objection", "letter", "reduce", "opt-out-ca"]))
    def follow(self, place: int, route: str) -> None:
        self.attempt(lambda session: follow_route(session, self.nth(place), route))

    @rule(place=places, step=steps, state=one_of(StepState))
    def mark(self, place: int, step: str, state: StepState) -> None:
        self.attempt(lambda session: mark(session, self.nth(place), step, state))

    @rule(place=places, step=steps, text=texts)
    def note(self, place: int, step: str, text: str) -> None:
        self.attempt(lambda session: note(session, self.nth(place), step, text))

    @rule(place=places, kind=one_of(RequestKind), day=days, request_id=requests)
    def send(self, place: int, kind: RequestKind, day: Any, request_id: str) -> None:
        how = Dispatch(day)
        self.attempt(lambda s: sent(s, self.nth(place), kind, how, request_id=request_id))

    @rule(
        place=places,
        kind=st.sampled_from(["granted", "refused", "extension", "question"]),
        day=days,
        request_id=requests,
    )
    def answer(self, place: int, kind: Any, day: Any, request_id: str) -> None:
        self.attempt(lambda s: reply(s, self.nth(place), kind, on=day, request_id=request_id))

    @rule(place=places, kind=one_of(FollowUpKind) | st.just("answer"), day=days)
    def follow_up(self, place: int, kind: Any, day: Any) -> None:
        self.attempt(lambda session: follow_up(session, self.nth(place), kind, Dispatch(day)))

    @rule(place=places, text=texts)
    def prove(self, place: int, text: str) -> None:
        self.attempt(lambda session: proof(session, self.nth(place), "mail", reference=text))

    @rule(place=places, step=steps)
    def stop(self, place: int, step: str) -> None:
        self.session.stop_at(self.nth(place), step)

    @rule()
    def undo(self) -> None:
        self.session.undo()

    # -- saving --------------------------------------------------------------------

    @rule()
    def save(self) -> None:
        due = 0 if self.session.is_saved else 1
        self.revision += due
        assert self.session.save() == self.revision
        assert self.session.is_saved
        read = self.desk.open("Personal")
        assert read.stored == self.session.stored
        assert content(read.checklist) == content(self.session.checklist)

    @rule()
    def reopen(self) -> None:
        """Leave and come back: whatever was saved is there, the rest is not."""
        saved = self.session.stored
        self.session = self.desk.open("Personal")
        assert self.session.stored == saved

    @precondition(lambda self: not self.session.is_saved)
    @rule(language=st.sampled_from(["de", "fr", "pl"]))
    def another_saves_first(self, language: str) -> None:
        other = self.desk.open("Personal")
        speak(other, language)
        if other.is_saved:
            return
        self.revision = other.save()
        mine, before = self.session.checklist, self.session.stored.checklist
        if mine.labels not in (before.labels, language):
            with pytest.raises(Conflict, match="language of the menus"):
                self.session.save()
            assert self.session.checklist is mine
            self.session = self.desk.open("Personal")
        elif content(mine) != content(replace(before, labels=mine.labels)):
            self.revision = self.session.save()
            assert content(self.session.checklist) == content(replace(mine, labels=language))
        else:
            self.session = self.desk.open("Personal")
        assert self.session.checklist.labels == language

    # -- what holds always ---------------------------------------------------------

    @invariant()
    def ids_are_unique(self) -> None:
        accounts = self.session.checklist.accounts
        assert len({one.id for one in accounts}) == len(accounts)
        assert len({(one.platform, one.handle) for one in accounts}) == len(accounts)
        for one in accounts:
            assert len({mark.id for mark in one.steps}) == len(one.steps)
            assert len({request.id for request in one.requests}) == len(one.requests)

    @invariant()
    def the_revision_only_grows(self) -> None:
        assert self.session.revision == self.revision
        kept = backups_in(self.desk.store.backup_folder(self.session.checklist.id))
        expected = range(self.revision - 1, max(0, self.revision - 21), -1)
        assert [backup.revision for backup in kept] == list(expected)

    @invariant()
    def the_start_screen_says_what_the_file_says(self) -> None:
        [row] = self.desk.rows()
        fresh = self.desk.open("Personal")
        assert row.problem == ""
        assert [one.on(TODAY) for one in row.standings] == [view.state for view in fresh.views()]
        assert row.revision == self.revision

    @invariant()
    def there_is_somewhere_to_come_back_to(self) -> None:
        found = self.session.resume_at()
        assert (found is None) == (not self.session.checklist.accounts)
        if found is not None:
            self.session.view(found[0])

    @invariant()
    def only_the_data_folder_is_written(self) -> None:
        assert [path.name for path in Path(self.folder.name).iterdir()] == ["data"]
        left = {path.name for path in self.desk.store.checklists.iterdir()}
        assert left == {"Personal.toml"}


TestJourneys = Journeys.TestCase
TestJourneys.settings = settings(
    max_examples=25, stateful_step_count=30, derandomize=True, deadline=None
)
