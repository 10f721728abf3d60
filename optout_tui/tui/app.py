"""The full-screen program: its first screen, and in which colours it is drawn."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.command import Provider
from textual.screen import Screen

from optout_tui.journey.desk import Desk
from optout_tui.journey.settings import THEMES
from optout_tui.safety.text import clean
from optout_tui.tui.going import Going
from optout_tui.tui.quiet import Quiet
from optout_tui.tui.saving import SavingApp
from optout_tui.tui.sturdy import Sturdy
from optout_tui.tui.theme import OURS, PREFIX, THEME_WORDS
from optout_tui.tui.widgets.page import Page


def _palette() -> type[Provider]:
    from optout_tui.tui.palette import EverythingProvider  # late: only ctrl+p needs it

    return EverythingProvider


class OptOutApp(Going, Sturdy, SavingApp):
    """The wizard. One base screen at a time; dialogs and reading screens lie in front of it."""

    TITLE = "OptOut"
    CSS_PATH = "app.tcss"
    MORE_CSS = Path(__file__).with_name("screens.tcss")
    """How everything but the list of checklists looks: half the cost of its first frame."""

    _has_theme = False

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}

    def __init__(self, desk: Desk, name: str | None = None) -> None:
        """Work at *desk*; open the checklist *name* at once where one is given.

        Raises Refusal where that checklist cannot be opened.
        """
        super().__init__(ansi_color=True if wants_no_color() else None)
        self.desk = desk
        self.quiet: Quiet | None = None
        for theme in OURS.values():
            self.register_theme(theme)
        self._begin_with_theme("terminal" if self.no_color else desk.settings.theme)
        if name is not None:
            self.take_up(desk.open(name))

    # -- the first screen ----------------------------------------------------------

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
        self._has_theme = True
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme; none while there is only the framework's."""
        return super().get_css_variables() if self._has_theme else {}

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
