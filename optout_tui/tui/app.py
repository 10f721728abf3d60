"""The full-screen program: which screen is shown, and in which colours."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.command import Provider
from textual.screen import Screen

from optout_tui.journey.desk import Desk
from optout_tui.journey.settings import THEMES
from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean
from optout_tui.tui.ending import SIGNALS, Ending
from optout_tui.tui.quiet import Quiet
from optout_tui.tui.sturdy import SturdyApp
from optout_tui.tui.theme import OURS, PREFIX, THEME_WORDS
from optout_tui.tui.widgets.page import Page

if TYPE_CHECKING:  # the first screen may need none
    from optout_tui.journey.session import Session
    from optout_tui.letters.letter import LetterKind


TURN = 0.0005
"""Seconds after which a thread has to let others go on: a frame is written by a thread of its own,
and would else wait until what follows the frame is done."""


def _palette() -> type[Provider]:
    from optout_tui.tui.palette import EverythingProvider  # late: only ctrl+p needs it

    return EverythingProvider


class OptOutApp(SturdyApp):
    """The wizard. One base screen at a time; dialogs and reading screens lie in front of it."""

    TITLE = "OptOut"
    CSS_PATH = "app.tcss"
    MORE_CSS = Path(__file__).with_name("screens.tcss")
    """How everything but the list of checklists looks: half the cost of its first frame."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}

    def __init__(self, desk: Desk, name: str | None = None) -> None:
        """Work at *desk*; open the checklist *name* at once where one is given.

        Raises Refusal where that checklist cannot be opened.
        """
        super().__init__(ansi_color=True if wants_no_color() else None)
        self.desk = desk
        self.quiet: Quiet | None = None
        self._is_first_start = False
        for theme in OURS.values():
            self.register_theme(theme)
        self._begin_with_theme("terminal" if self.no_color else desk.settings.theme)
        if name is not None:
            self.take_up(desk.open(name))

    # -- which screen ----------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen: a checklist that was named, the list of them, or Region."""
        first = self._first_screen() if self.session is None else self._screen_of(self.session)
        return first if isinstance(first, Page) and first.COMES_FIRST else self.get_screen(first)

    def get_screen(self, screen: Any, screen_class: Any = None) -> Any:
        """Return a screen that is about to be shown, once it is known how it looks."""
        self.read_more_css()
        return super().get_screen(screen, screen_class)

    def read_more_css(self) -> None:
        """Read how everything looks that does not come first; only once."""
        if not self.stylesheet.has_source(str(self.MORE_CSS)):
            self.stylesheet.read(self.MORE_CSS)

    def _first_screen(self) -> Screen[None]:
        rows = self.desk.rows()
        if rows:
            from optout_tui.tui.screens.start import StartScreen

            return StartScreen(rows)
        from optout_tui.tui.screens.region import RegionScreen

        self._is_first_start = True
        return RegionScreen(first=True)

    def _screen_of(self, session: "Session", account_id: str = "") -> Screen[None]:
        if session.checklist.accounts:
            from optout_tui.tui.screens.guide import GuideScreen

            there = session.checklist.account(account_id)
            return GuideScreen(session, there.id if there else "")
        from optout_tui.tui.screens.platforms import PlatformsScreen

        return PlatformsScreen(session)

    def _go(self, screen: Screen[None]) -> None:
        """Show *screen* instead of all others; the very first stays beneath, unseen."""
        for _ in self.screen_stack[2:]:  # a page in front can be left by name
            self.pop_screen()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def show_start(self) -> None:
        """Go to the list of checklists, or to Region where there is none.

        What cannot be saved keeps the person where they are, with the reason.
        """
        if reason := self.save_now():
            self.status = reason
            return
        self.session = None
        self._go(self._first_screen())

    def show_checklist(self, session: "Session", account_id: str = "") -> None:
        """Go to the checklist's guide, at that account where one is named.

        Where it has no account, go to its platforms.
        """
        self.take_up(session)
        self._go(self._screen_of(session, account_id))
        if self._is_first_start and session.checklist.accounts and not self.desk.settings.toured:
            self.call_after_refresh(self.show_tour)

    def show_region(self, session: "Session | None" = None, name: str = "") -> None:
        """Ask where the person lives: for a new checklist *name*, or to move *session*."""
        from optout_tui.tui.screens.region import RegionScreen

        self._go(RegionScreen(session=session, name=name))

    def show_platforms(self, session: "Session") -> None:
        """Ask which accounts the person has."""
        from optout_tui.tui.screens.platforms import PlatformsScreen

        self.take_up(session)
        self._go(PlatformsScreen(session))

    def open_checklist(self, name: str, account_id: str = "") -> bool:
        """Open the checklist of that name where it was left, or at an account.

        Return whether it is open; where not, it was said why. What cannot be saved keeps the
        person where they are, with the reason.
        """
        if reason := self.save_now():
            self.status = reason
            return False
        from optout_tui.tui.offers import offer_backup, offer_merging

        try:
            self.show_checklist(self.desk.open(name), account_id)
        except BadFile as error:
            offer_backup(self, name, error)
        except Refusal as error:
            self.say_no(error)
        else:
            offer_merging(self, name)
            return True
        return False

    def show_due(self) -> None:
        """Show what is late or soon over all checklists, as they are on disk.

        What cannot be saved keeps the person where they are, with the reason.
        """
        if reason := self.save_now():
            self.status = reason
            return
        from optout_tui.tui.screens.due import DueScreen

        self.push_screen(DueScreen(self.desk.rows()))

    def show_compare(self, region: str) -> None:
        """Show every platform in one table, for *region*."""
        from optout_tui.tui.screens.compare import CompareScreen

        self.push_screen(CompareScreen(region))

    def show_audit(
        self, region: str = "", session: "Session | None" = None, account_id: str = ""
    ) -> None:
        """Show how much is public: from an export, or of an account's website or videos."""
        from optout_tui.audit.platforms import WEBSITE, YOUTUBE
        from optout_tui.tui.screens.audit import AuditScreen

        account = session.checklist.account(account_id) if session else None
        if account is not None and account.platform in (WEBSITE, YOUTUBE):
            self.show_site(session, account_id)
        else:
            self.push_screen(AuditScreen(region, session, account_id))

    def show_site(
        self, session: "Session | None" = None, account_id: str = "", given: str = ""
    ) -> None:
        """Show who may train on a website or a video: of an account, or *given*."""
        from optout_tui.tui.screens.site import SiteScreen

        self.push_screen(SiteScreen(session, account_id, given))

    def show_letter(
        self,
        session: "Session",
        account_id: str,
        kind: "LetterKind | None" = None,
        request_id: str = "",
    ) -> None:
        """Show a letter for an account as it grows: of that *kind*, or what comes next."""
        from optout_tui.tui.screens.letter import LetterScreen

        self.push_screen(LetterScreen(session, account_id, kind, request_id))

    def show_summary(self, session: "Session") -> None:
        """Show what was done, what it does not do, and when to look again."""
        from optout_tui.tui.screens.summary import SummaryScreen

        self.push_screen(SummaryScreen(session))

    def show_tour(self) -> None:
        """Show the tour of the keys, and remember that it was shown."""
        from msgspec.structs import replace

        from optout_tui.tui.dialogs.tour import TourDialog

        self.push_screen(TourDialog())
        if not self.desk.settings.toured:
            self.desk.prefer(replace(self.desk.settings, toured=True))

    def ask_labels(self, session: "Session", then: Callable[[], None]) -> None:
        """Ask for the language of the menus on the person's devices, keep it, and do *then*."""
        from optout_tui.checklist.words import LANGUAGES
        from optout_tui.journey.accounts import speak
        from optout_tui.tui.dialogs.pick import PickDialog

        def keep(language: str | None) -> None:
            if language and self.attempt(lambda: speak(session, language)):
                then()

        words = "Which language do the menus on your devices have?"
        self.push_screen(PickDialog(words, list(LANGUAGES.items()), session.checklist.labels), keep)

    def copy_text(self, text: str, named: str = "") -> None:
        """Send *text* to the clipboard by every way there is, and say so without a promise.

        *named* is how a long text is called when it is said.
        """
        from optout_tui.handoff.clipboard import copy

        self.copy_to_clipboard(text)
        copy(text)
        self.notify(clean(f"Sent to the clipboard: {named or text}"), markup=False)

    async def on_event(self, event: events.Event) -> None:
        """Let nothing be pasted that drives a terminal, whichever field has the focus."""
        if self.quiet is not None and isinstance(event, events.InputEvent):
            self.quiet.disturb()
        if isinstance(event, events.Paste):
            event.text = clean(event.text.expandtabs(4), newlines=True)
        await super().on_event(event)

    # -- look ------------------------------------------------------------------

    def _begin_with_theme(self, name: str) -> None:
        """Have a theme from the start: changing to it would read the whole stylesheet twice."""
        self.set_reactive(OptOutApp.theme, f"{PREFIX}{name}")
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        if self.current_theme.ansi:
            self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def action_switch_theme(self) -> None:
        """Change to the next theme and remember it."""
        now = THEMES.index(self.theme.removeprefix(PREFIX))
        self.use_theme(THEMES[(now + 1) % len(THEMES)])

    def use_theme(self, name: str) -> None:
        """Change to the theme of that name, say so, and remember it."""
        from msgspec.structs import replace

        if self.no_color:
            self.notify("NO_COLOR is set: no theme is used.", markup=False)
            return
        self.theme = f"{PREFIX}{name}"
        self.desk.prefer(replace(self.desk.settings, theme=name))
        self.notify(f"Theme: {THEME_WORDS[name]}.", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """Yield nothing: the palette's one provider knows every command."""
        return ()


def wants_no_color() -> bool:
    """Whether ``NO_COLOR`` is set; set to nothing it asks for nothing, as its page says."""
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)  # the framework would take it for a wish
    return "NO_COLOR" in os.environ


def run(desk: Desk, name: str | None = None) -> int:
    """Run the wizard until it is left and return the exit status.

    Raises Refusal, and what a bug of ours raised, once the terminal is restored. Garbage is
    collected only from the first frame on: nothing made before is garbage.
    """
    import gc

    gc.disable()
    sys.setswitchinterval(TURN)
    app = OptOutApp(desk, name)
    app.ending = Ending()
    app.quiet = Quiet()
    app.call_later(app.quiet.begin)
    app.run()
    app.ending.came()
    if app.bug is not None:
        app.keep_work()
        raise app.bug
    status = app.return_code or 0
    if status == SIGNALS["SIGHUP"]:
        _let_go_of_terminal()
    elif app.left_with:
        print(clean(f"optout-tui: {app.left_with}"), file=sys.stderr)  # noqa: T201
    return status


def _let_go_of_terminal() -> None:
    """Drop what was still to be written: failing over it would change the exit status."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
