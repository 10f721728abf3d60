"""Start: every checklist on a line, and what is coming up."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from optout_tui.checklist.dated_words import what_falls
from optout_tui.checklist.words import day, days_away
from optout_tui.journey.coming import accounts_done, coming_up, free_name
from optout_tui.journey.desk import Row
from optout_tui.journey.due import WITHIN, Due, due_in
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean
from optout_tui.tui.flow import Block, field, plain
from optout_tui.tui.symbols import progress_bar
from optout_tui.tui.widgets.coming import Coming
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.page import MORE, Page
from optout_tui.tui.widgets.rows import columns
from optout_tui.tui.words import styled

SHOWN = 40
BAR_FROM = 100
SECOND_VERSION = "a second version to merge"


class StartScreen(Page):
    """The list of checklists."""

    TITLE_HELP = "Your checklists"
    COMES_FIRST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("n", "new", "New"),
        Binding("d", "due", "Due"),
        Binding("c", "compare", "Compare"),
        Binding("a", "audit", "Audit"),
        Binding("e", "rename", "Rename", show=False),
        Binding("x", "delete", "Delete", show=False),
        Binding("t", "app.switch_theme", "Next theme", show=False),
        Binding("ctrl+p", "app.command_palette", "Everything by name", show=False),
        Binding("q", "app.leave", "Leave"),
        MORE,
    ]

    def __init__(self, rows: list[Row]) -> None:
        """Show *rows*."""
        super().__init__()
        self.rows = rows
        self._has_bars = False

    def body(self) -> Iterable[Widget]:
        """Yield the list and what is coming up."""
        yield Static("Your checklists", markup=False, classes="lead")
        yield Listing(id="checklists", click_answers=True)
        yield self._coming()

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        self.set_place(Content.styled("OptOut", "bold"), "Nothing leaves this computer")
        self._fill(self.rows[: self._room()])
        self.query_one(OptionList).focus()
        self.call_after_refresh(self._complete)

    def _complete(self) -> None:
        """Do what the first frame did not need."""
        if len(self.rows) > self._room():
            self._fill(self.rows)
        self.app.read_more_css()

    def _room(self) -> int:
        """Return how many lines of the list can be seen at once: ``app.tcss`` says so too."""
        return self.size.height * 3 // 5 + 1

    def on_resize(self, event: events.Resize) -> None:
        """Show how far each is as a bar where there is room for it."""
        if (event.size.width >= BAR_FROM) != self._has_bars:
            self._fill(self.rows)

    def _fill(self, rows: list[Row]) -> None:
        self._has_bars = self.size.width >= BAR_FROM
        listing = self.query_one(OptionList)
        chosen = listing.highlighted
        cells = [self._cells(row) for row in rows]
        lines = columns(cells, widest=self._widest())
        listing.set_options(Option(line) for line in lines)
        listing.highlighted = min(chosen or 0, len(rows) - 1)

    def _widest(self) -> tuple[int, int]:
        """Return how wide the names of all checklists are, and their regions."""
        regions = {row.region_name for row in self.rows}
        names = (clean(row.name) for row in self.rows)
        return max(map(cell_len, names)), max(cell_len(clean(region)) for region in regions)

    def _cells(self, row: Row) -> tuple[Content, ...]:
        today = self.app.desk.today
        full, empty = progress_bar(row.steps_done, row.steps_total)
        bar = plain(full, "$primary") + plain(empty, "$muted")
        return (
            plain(row.name, "bold"),
            plain(row.region_name, "$muted"),
            *([bar] if self._has_bars else []),
            plain("not readable" if row.problem else accounts_done(row)),
            plain(SECOND_VERSION, "$warning")
            if row.copies
            else plain(*styled(coming_up(row, today))),
        )

    def _coming(self) -> Coming:
        today = self.app.desk.today
        due = [one for one in due_in(self.rows, today) if one.days <= 0 or _is_sure(one)]
        lines = [_said(one, today) for one in due[:SHOWN]]
        return Coming(f"In the next {WITHIN} days", lines, len(due))

    # -- keys ------------------------------------------------------------------

    def _chosen(self) -> Row:
        return self.rows[self.query_one(OptionList).highlighted or 0]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the checklist of that line."""
        self.app.open_checklist(self.rows[event.option_index].name)

    def action_open(self) -> None:
        """Open the chosen checklist where it was left."""
        self.app.open_checklist(self._chosen().name)

    def action_new(self) -> None:
        """Ask for a name, then where the person lives."""
        from optout_tui.tui.dialogs.line import LineDialog

        names = [row.name for row in self.rows]
        dialog = LineDialog("A new checklist", "Its name: yours, or a client's", free_name(names))
        self.app.push_screen(dialog, self._named)

    def _named(self, name: str | None) -> None:
        if name:
            self.app.show_region(name=name)

    def action_due(self) -> None:
        """Show what is late or soon over all checklists."""
        self.app.show_due()

    def action_compare(self) -> None:
        """Show every platform in one table, for the chosen checklist's region."""
        self.app.show_compare(self._chosen().region or "DE")

    def action_audit(self) -> None:
        """Show what of an export is public, and may train where the chosen checklist's owner is."""
        self.app.show_audit(self._chosen().region)

    def action_rename(self) -> None:
        """Ask for another name."""
        from optout_tui.tui.dialogs.line import LineDialog

        row = self._chosen()
        dialog = LineDialog(f"Rename {row.name}", "Its new name", row.name)
        self.app.push_screen(dialog, lambda name: self._rename(row.name, name))

    def _rename(self, old: str, new: str | None) -> None:
        if new and new != old:
            self._do(lambda: self.app.desk.rename(old, new))

    def action_delete(self) -> None:
        """Ask, then delete the chosen checklist with all its backups."""
        from optout_tui.tui.dialogs.confirm import ConfirmDialog

        name = self._chosen().name
        words = "The checklist, all its notes and all its backups go. This cannot be undone."
        dialog = ConfirmDialog(f"Delete {name}?", words, "Delete it")
        self.app.push_screen(dialog, lambda yes: self._delete(name) if yes else None)

    def _delete(self, name: str) -> None:
        self._do(lambda: self.app.desk.delete(name))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Refusal as error:
            self.app.say_no(error)
            return
        self.app.show_start()


def _is_sure(due: Due) -> bool:
    """Whether a day that lies ahead will matter: an answer may come before a reminder is due."""
    return due.dated.what not in ("remind", "complain-from")


def _said(due: Due, today: date) -> Block:
    what = what_falls(due.dated, today)
    text = f"{due.checklist}  {due.dated.account}: {what}, {days_away(due.dated.on, today)}"
    return field(day(due.dated.on), text, "$warning" if due.days < 0 else "")
