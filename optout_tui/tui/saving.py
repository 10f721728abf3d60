"""Saving off the screen's thread, and leaving so that nothing typed is lost."""

import asyncio
import contextlib
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean
from optout_tui.tui.leaving import Leavable

if TYPE_CHECKING:  # the first screen may need none
    from optout_tui.journey.session import Session

T = TypeVar("T")

SIGNALS = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129}
"""The exit status for each signal that ends the program."""


class SavingApp(App[None]):
    """An app with one open checklist at a time, of which the bottom line says what is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave", show=False, priority=True),
        Binding("ctrl+c", "copy_or_leave", "Copy or leave", show=False),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False),
    ]

    status: reactive[str] = reactive("")
    """What the bottom line says of saving."""

    def __init__(self) -> None:
        """Begin without a checklist."""
        super().__init__()
        self.session: Session | None = None
        self.left_with = ""
        self._saving = False

    def take_up(self, session: "Session") -> None:
        """Make *session* the one whose saving the bottom line tells of."""
        self.session = session
        if session.is_saved:
            self.status = f"Saved · revision {session.revision}"

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
        if self.session is None or self.session.is_saved or self._saving:
            return
        self.status = "Saving…"
        self._saving = True
        self.run_worker(self._save(self.session), group="save", exit_on_error=False)

    async def _save(self, session: "Session") -> None:
        try:
            revision = await asyncio.to_thread(session.save)
            text = f"Saved · revision {revision}"
        except Exception as error:  # whatever it is, the work stays in memory
            text = f"NOT saved: {clean(str(error))}"
        self._saving = False
        if session is self.session:
            self.status = text
        if text.startswith("Saved") or session is not self.session:
            self.save_soon()

    def save_now(self) -> str:
        """Put all changes on disk before anything else happens; return why where it fails."""
        if self.session is None:
            return ""
        places = (page for page in reversed(self.screen_stack) if isinstance(page, Leavable))
        if (page := next(places, None)) is not None:
            page.before_leaving()
        try:
            self.session.save()
        except Refusal as error:
            return f"NOT saved: {error}"
        return ""

    # -- leaving ---------------------------------------------------------------

    def on_mount(self) -> None:
        """Listen for the signals that end a program, so that nothing typed is lost."""
        loop = asyncio.get_running_loop()
        for name, status in SIGNALS.items():
            if hasattr(signal, name):
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(getattr(signal, name), self._leave_with, status)

    def _leave_with(self, status: int) -> None:
        self.left_with = self.save_now()
        self.exit(return_code=status)

    def action_leave(self) -> None:
        """Leave; there is nothing to confirm, it is all saved."""
        self._leave_with(0)

    async def action_copy_or_leave(self) -> None:
        """Copy what is selected; where nothing is, leave."""
        if (selected := self.screen.get_selected_text()) is not None:
            self.copy_to_clipboard(selected)
        else:
            self.action_leave()
