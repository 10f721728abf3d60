"""Saving off the screen's thread, and leaving so that nothing typed is lost."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean
from optout_tui.tui.ending import Ending, suspend_in_turn
from optout_tui.tui.leaving import Leavable, Refreshing, Telling

if TYPE_CHECKING:  # the first screen may need none
    from optout_tui.checklist.merge import Side
    from optout_tui.checklist.model import Checklist
    from optout_tui.journey.session import Conflict, Session

T = TypeVar("T")


class SavingApp(App[None]):
    """An app with one open checklist at a time, of which the bottom line says what is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", show=False, priority=True),
        Binding("ctrl+c", "copy_or_leave", "Copy or leave", show=False),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False),
    ]

    LOOK_EVERY: ClassVar[float] = 1.0
    """Seconds between two looks at whether another program changed the file."""

    status: reactive[str] = reactive("")
    """What the bottom line says of saving."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        """Begin without a checklist; *ansi_color* overrules what the theme says of colours."""
        super().__init__(ansi_color=ansi_color)
        self.session: Session | None = None
        self.left_with = ""
        self.ending: Ending | None = None
        """Set where a real terminal is there to be left in time."""
        self._saving = False
        self._disputed: Checklist | None = None
        self._warned = ""

    def take_up(self, session: "Session") -> None:
        """Make *session* the one whose saving the bottom line tells of."""
        self.session = session
        self._disputed = None
        if not session.has_changes:
            self.status = _saved(session)
        if word := session.word_before_saving:
            self.notify(clean(word), timeout=12, markup=False)

    def watch_status(self, status: str) -> None:
        """Have every screen say it. One that watched for itself would never be let go."""
        for screen in self.screen_stack:
            if isinstance(screen, Telling):
                screen.tell_status(status)

    def say_no(self, error: Refusal) -> None:
        """Say why something was refused."""
        self.notify(str(error), severity="error", timeout=8, markup=False)

    def attempt(self, work: Callable[[], T]) -> T | None:
        """Return what *work* returns and save what it changed, or say why it was refused."""
        try:
            result = work()
        except Refusal as error:
            self.say_no(error)
            return None
        self.save_soon()
        return result

    def save_soon(self) -> None:
        """Put all changes on disk, off the screen's thread; changes in a burst share a save."""
        if self.session is None or not self.session.has_changes:
            return
        self.status = "Saving…"
        if not self._saving:  # else that save is followed by another
            self._put(self.session)

    def look(self) -> None:
        """See whether another program changed the file, and try again what could not be saved."""
        session = self.session
        if session is not None and not self._saving and session.checklist is not self._disputed:
            self._put(session)

    def _put(self, session: "Session") -> None:
        self._saving = True
        self.run_worker(self._save(session), group="save", exit_on_error=False)

    async def _save(self, session: "Session") -> None:
        failed: Exception | None = None
        try:
            await asyncio.to_thread(session.put)
        except Exception as error:  # whatever it is, the work stays in memory
            failed = error
        self._saving = False
        came = session.take_in()
        if session is not self.session:  # it was left, and all of it saved, meanwhile
            self.save_soon()
            return
        if came:
            self._show_what_came(session.name)
        if failed is not None:
            self._say_not_saved(session, failed)
        elif session.has_changes:
            self.save_soon()
        else:
            self._disputed = None
            self.status = _saved(session)

    def _show_what_came(self, name: str) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Refreshing):
                screen.take_in()
        self.notify(clean(f"Another program changed {name}: its changes are in."), markup=False)

    def _say_not_saved(self, session: "Session", error: Exception) -> None:
        from optout_tui.journey.session import Conflict  # only two writers need it

        self.status = f"NOT saved: {clean(str(error))}"
        if isinstance(error, Conflict):
            self._dispute(session, error)

    def _dispute(self, session: "Session", error: "Conflict") -> None:
        """Keep our side in a file of its own, and ask which side holds."""
        self._disputed = session.checklist
        try:
            copy = session.keep_beside()
        except Refusal as reason:
            self.say_no(reason)
            return
        from optout_tui.tui.dialogs.conflict import ConflictDialog

        if not isinstance(self.screen, ConflictDialog):
            self.push_screen(ConflictDialog(session.name, error, copy), self._settle)

    def _settle(self, side: "Side | None") -> None:
        if self.session is None or side is None:
            return
        session = self.session
        if self.attempt(lambda: session.settle(side)) is not None:
            self._disputed = None
            self.status = _saved(session)
            for screen in self.screen_stack:
                if isinstance(screen, Refreshing):
                    screen.take_in()

    def save_now(self) -> str:
        """Put all changes on disk before anything else happens; return why where it fails."""
        if self.session is None:
            return ""
        from optout_tui.journey.session import Conflict

        places = (page for page in reversed(self.screen_stack) if isinstance(page, Leavable))
        if (page := next(places, None)) is not None:
            page.before_leaving()
        try:
            self.session.save()
        except Conflict as error:
            return f"NOT saved: {error}; {self._kept_beside()}"
        except Refusal as error:
            return f"NOT saved: {error}"
        return ""

    def _kept_beside(self) -> str:
        if self.session is None:
            return ""
        try:
            return f"your side is kept in {self.session.keep_beside()}"
        except Refusal as error:
            return str(error)

    # -- leaving ---------------------------------------------------------------

    def on_mount(self) -> None:
        """Listen for the signals that end a program, so that nothing typed is lost."""
        if self.ending is not None:
            loop = asyncio.get_running_loop()
            self.ending.listen(
                lambda status: loop.call_soon_threadsafe(self._leave_with, status),
                lambda: self.session.put(place_too=True) if self.session else None,
            )
            suspend_in_turn(loop)
        self.set_interval(self.LOOK_EVERY, self.look)

    def _leave_with(self, status: int) -> None:
        self._end_with(status, self.save_now())

    def _end_with(self, status: int, left_with: str) -> None:
        self.left_with = left_with
        self.exit(return_code=status)

    def action_leave(self) -> None:
        """Leave; there is nothing to confirm, it is all saved. What is not is said once before."""
        reason = self.save_now()
        if reason and reason != self._warned and "is kept in" not in reason:
            self._warned = self.status = reason
            self.notify("Press it again to leave without saving.", severity="error", markup=False)
            return
        self._end_with(0, reason)

    def action_suspend_process(self) -> None:
        """Give the terminal back to the shell for a while, with everything saved before."""
        if reason := self.save_now():
            self.status = reason
        super().action_suspend_process()

    async def action_copy_or_leave(self) -> None:
        """Copy what is selected; where nothing is, leave."""
        if (selected := self.screen.get_selected_text()) is not None:
            self.copy_to_clipboard(selected)
        else:
            self.action_leave()


def _saved(session: "Session") -> str:
    if session.stored.is_newer:
        return f"Read-only · format {session.checklist.format}, of a newer optout-tui"
    return f"Saved · revision {session.revision}"
