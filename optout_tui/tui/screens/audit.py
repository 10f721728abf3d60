"""Audit: how much of what a person made is public, from the export they downloaded."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from optout_tui.journey.session import Session
from optout_tui.regions import name_of
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.audit_text import (
    one_line,
    progress_blocks,
)
from optout_tui.tui.flow import GAP, block, plain
from optout_tui.tui.leaving import Refreshing
from optout_tui.tui.screens.audit_found import AuditFound, Phase
from optout_tui.tui.widgets.bars import KeyBar
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.files import FileList
from optout_tui.tui.widgets.page import MORE
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.two_columns import TwoColumns

if TYPE_CHECKING:
    from textual.timer import Timer


LEAD = (
    "Which export? Take the file as you downloaded it, all its parts, or the folder it was "
    "unpacked into. It is read here; nothing leaves this computer."
)
LOOK_EVERY = 0.1
"""Seconds between two looks at how far the reading is."""


class AuditScreen(AuditFound, Refreshing):
    """Asks for an export, reads it, and shows what it holds as counts."""

    TITLE_HELP = "What is public"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("space", "tick", "Tick"),
        Binding("s", "start", "Read what is ticked"),
        Binding("slash", "type", "Type a path"),
        Binding("backspace", "up", "The folder above", show=False),
        Binding("k", "keep", "Keep the figures"),
        Binding("l", "letter", "Into a letter"),
        Binding("i", "item", "One item"),
        Binding("tab", "next", "Next platform", priority=True),
        Binding("f", "files", "Other files"),
        Binding("pagedown", "read(1)", "Read on", show=False),
        Binding("pageup", "read(-1)", "Read back", show=False),
        Binding("ctrl+p", "app.command_palette", "Everything by name", show=False),
        Binding("t", "app.switch_theme", "Next theme", show=False),
        Binding("escape", "back", "Back"),
        Binding("q", "app.leave", "Leave"),
        MORE,
    ]
    PHASES: ClassVar[dict[str, tuple[Phase, ...]]] = {
        "open": ("choosing",),
        "tick": ("choosing",),
        "start": ("choosing",),
        "type": ("choosing",),
        "up": ("choosing",),
        "keep": ("told",),
        "letter": ("told",),
        "item": ("told",),
        "next": ("choosing", "told"),
        "files": ("told",),
        "read": ("told",),
    }
    """In which phases a key does something; in all where it is not named."""

    def __init__(
        self, region: str = "", session: Session | None = None, account_id: str = ""
    ) -> None:
        """Ask for exports; *region* is where the person lives, *account_id* what it is about."""
        place = session.checklist.region if session else region
        super().__init__(place, session, account_id)
        self.phase: Phase = "choosing"
        self._timer: Timer | None = None

    @property
    def shows_saving(self) -> bool:
        """It is about a checklist where it was come to from an account."""
        return self.session is not None

    def body(self) -> Iterable[Widget]:
        """Yield what each phase shows."""
        with Vertical(id="choosing"):
            yield Static(LEAD, markup=False, classes="lead")
            yield Field(id="path")
            yield FileList(self.beginning(), id="files")
            yield Static(id="ticked", markup=False)
        yield Prose(id="reading", classes="pane")
        yield TwoColumns(id="told", classes="pane")

    def on_mount(self) -> None:
        """Show the folder where downloads are, or the one the program was started in."""
        super().on_mount()
        self._timer = self.set_interval(LOOK_EVERY, self._draw_progress, pause=True)
        self.go_to("choosing")
        self.call_after_refresh(self._enter, self.beginning())

    def take_in(self) -> None:
        """Leave where another program removed the account."""
        if self.session and self.session.checklist.account(self.account_id) is None:
            self.app.show_checklist(self.session)

    # -- which phase -------------------------------------------------------------

    def go_to(self, phase: Phase) -> None:
        """Show another phase."""
        self.phase = phase
        for name in ("choosing", "reading", "told"):
            self.query_one(f"#{name}").display = name == phase
        if self._timer is not None:
            (self._timer.resume if phase == "reading" else self._timer.pause)()
        self.query_one("#files" if phase == "choosing" else f"#{phase}").focus()
        self.query_one(KeyBar).keys = self.shown_keys()
        self._say_where()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key act only where it means something."""
        if action == "next" and self.phase == "told" and len(self.reports) < 2:  # noqa: PLR2004
            return False
        if action in ("keep", "letter") and not (self.session and self.reports):
            return False
        if action == "item" and not self.reports:
            return False
        wanted = self.PHASES.get(action)
        return (wanted is None or self.phase in wanted) and super().check_action(action, parameters)

    def shown_keys(self) -> tuple[Binding, ...]:
        """Return the keys of this phase."""
        return tuple(
            binding
            for binding in super().shown_keys()
            if self.check_action(binding.action.partition("(")[0], ())
            and not (self.phase == "choosing" and binding.action == "next")
        )

    def _say_where(self) -> None:
        title = plain("What is public", "bold")
        if self.session is not None:
            title += plain(f"  {self.session.view(self.account_id).label}", "$muted")
        right = name_of(self.app.desk.knowledge, self.place) if self.place else ""
        if self.phase == "told" and self.reports:
            title = one_line(self.reports[self.at])
            if len(self.reports) > 1:
                right = f"{self.at + 1} of {len(self.reports)} platforms"
        self.set_place(title, right)

    # -- reading -------------------------------------------------------------------

    def read_files(self, files: Sequence[Path]) -> None:
        """Read *files*, each once."""
        self.files = list(dict.fromkeys(files))
        self.start_reading()
        self.begin_audit(self.files)

    def start_reading(self) -> None:
        """Show that something is being read."""
        names = ", ".join(path.name for path in self.files)
        self.query_one("#reading").border_title = plain(names)
        self.progress = None
        self.go_to("reading")
        self._draw_progress()

    def _draw_progress(self) -> None:
        pane = self.query_one("#reading", Prose)
        width = pane.scrollable_content_region.width
        told = progress_blocks(self.progress, width)
        pane.show([*told, GAP, block("Press esc to stop. Nothing is kept then.", "$muted")])

    def stopped(self) -> None:
        """Go back to what was there before."""
        self.go_to("told" if self.reports else "choosing")
        self.app.notify("Stopped. Nothing was kept.", markup=False)

    def refused(self, reason: Refusal) -> None:
        """Say why nothing could be read, and keep it in sight."""
        if self.reports:  # it was about one item of them
            self.go_to("told")
            self.app.say_no(reason)
            return
        words = [block("This cannot be read", "bold"), GAP, block(str(reason), "$warning"), GAP]
        words.append(block("Press f for other files."))
        self.query_one("#told", TwoColumns).show_one(lambda _: words)
        self.go_to("told")

    def action_next(self) -> None:
        """Show the next platform that the files held; while choosing, go from field to list."""
        if self.phase == "choosing":
            (self.list if self.query_one("#path").has_focus else self.query_one("#path")).focus()
            return
        self.at = (self.at + 1) % len(self.reports)
        self.show_report()

    # -- moving --------------------------------------------------------------------

    def action_read(self, pages: int) -> None:
        """Scroll what was found."""
        pane = self.query_one("#told", Prose)
        pane.scroll_page_down() if pages > 0 else pane.scroll_page_up()

    def action_back(self) -> None:
        """Stop the reading; out of the field; else back to where the person came from."""
        if self.phase == "reading":
            self.stop_reading()
        elif self.phase == "choosing" and self.query_one("#path").has_focus:
            self.list.focus()
            self._enter(self.list.folder)
        else:
            self.app.pop_screen()
