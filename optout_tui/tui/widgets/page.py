"""The frame every screen has: top line, body, bottom line, and a word where there is no room."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual._styles_cache import StylesCache
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from optout_tui.tui.leaving import Telling
from optout_tui.tui.widgets.bars import KeyBar, TopBar

if TYPE_CHECKING:
    from optout_tui.tui.app import OptOutApp

ROOMY = Size(80, 24)
"""The least window whose first screen ``app.tcss`` alone says everything about."""

MORE = Binding("question_mark,f1", "help", "More", key_display="?")


class Page(Screen[None], Telling):
    """A screen with its frame. ``body`` yields what stands between the two lines."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - Textual reads it so
        (0, "-tiny"),
        (40, "-narrow"),
        (ROOMY.width, "-wide"),
        (100, "-wider"),
    ]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - Textual reads it so
        (0, "-flat"),
        (12, "-low"),
        (ROOMY.height, "-tall"),
    ]
    TITLE_HELP: ClassVar[str] = ""
    COMES_FIRST: ClassVar[bool] = False
    """Whether ``app.tcss`` alone says how it looks."""

    app: "OptOutApp"
    _focused_last: Widget | None = None
    _was_shown = False

    def body(self) -> Iterable[Widget]:
        """Yield the widgets between the top and the bottom line."""
        return ()

    def compose(self) -> ComposeResult:
        """Yield the frame and the body."""
        self._know_room()
        yield TopBar()
        yield from self.body()
        yield KeyBar()

    def _know_room(self) -> None:
        """Have the classes for this size before anything is styled: later it is styled twice."""
        size = self.app.size
        for breakpoints, room in (
            (self.HORIZONTAL_BREAKPOINTS, size.width),
            (self.VERTICAL_BREAKPOINTS, size.height),
        ):
            fitting = [name for least, name in breakpoints or () if room >= least]
            self.set_class(bool(fitting), *fitting[-1:], update=False)
        if size.width < ROOMY.width or size.height < ROOMY.height:
            self.app.read_more_css()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave a new screen as it was styled while it was put together, instead of once more."""
        event.refresh_styles = self._was_shown
        self._was_shown = True
        if self.app.quiet is not None and not self.COMES_FIRST:
            self.app.quiet.load_others()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember what has the focus: what is hidden in a small window loses it."""
        self._focused_last = event.widget

    @on(events.Resize)
    def give_focus_back(self) -> None:
        """Give the focus back once there is room again."""
        self.call_after_refresh(self._focus_again)

    def _focus_again(self) -> None:
        if self.focused is None and self._focused_last is not None:
            self._focused_last.focus()

    def on_mount(self) -> None:
        """Fill the bottom line and keep it telling whether all is saved."""
        bar = self.query_one(KeyBar)
        bar.keys = self.shown_keys()
        self.tell_status(self.app.status)

    def on_unmount(self) -> None:
        """Let go of how the screen was drawn: the framework would keep that for a thousand more."""
        StylesCache.get_inner_outer.cache_clear()
        if self.app.quiet is not None:
            self.app.quiet.let_go()

    @property
    def shows_saving(self) -> bool:
        """Whether this screen edits a checklist, so that its bottom line says what is saved."""
        return False

    def tell_status(self, status: str) -> None:
        """Say *status* on the bottom line, where a checklist is edited here."""
        if self.shows_saving:
            for bar in self.query(KeyBar):  # there is none before the screen stands
                bar.status = status

    def bindings_here(self) -> tuple[Binding, ...]:
        """Return the bindings of this screen in the order of the table they are written in."""
        return tuple(_as_binding(binding) for binding in self.BINDINGS)

    def shown_keys(self) -> tuple[Binding, ...]:
        """Return the bindings worth a place on the bottom line, the most important first."""
        shown = [b for b in self.bindings_here() if b.show and b is not MORE]
        return (*shown, MORE)

    def set_place(self, place: Content, progress: str = "") -> None:
        """Say on the top line where this is and how far the person has come."""
        bar = self.query_one(TopBar)
        bar.place = place
        bar.progress = progress

    def action_help(self) -> None:
        """Show every key of this screen."""
        from optout_tui.tui.dialogs.help import HelpDialog  # late: not needed for the first frame

        self.app.push_screen(HelpDialog(self.TITLE_HELP, self.bindings_here()))


def _as_binding(binding: BindingType) -> Binding:
    if isinstance(binding, Binding):
        return binding
    key, action, *description = binding
    return Binding(key, action, description[0] if description else "")
