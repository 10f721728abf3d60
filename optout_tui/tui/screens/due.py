"""Due: what is late or soon over all checklists, and what to do about it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from optout_tui.checklist.dated_words import what_falls, what_to_do
from optout_tui.checklist.words import day, days_away
from optout_tui.journey.desk import Row
from optout_tui.journey.due import WITHIN, Due, due_in
from optout_tui.tui.flow import GAP, Block, block, field, plain
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.page import MORE, Page
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.rows import columns

FAR = 100_000
"""More days than any clock runs."""


class DueScreen(Page):
    """A line for each day that matters, the soonest first; below it, what to do then."""

    TITLE_HELP = "Due"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("l", "letter", "Letter"),
        Binding("w", "further", "Look further ahead"),
        Binding("escape,d", "app.pop_screen", "Back"),
        Binding("ctrl+p", "app.command_palette", "Everything by name", show=False),
        Binding("q", "app.leave", "Leave"),
        MORE,
    ]

    def __init__(self, rows: list[Row]) -> None:
        """Show what *rows* hold."""
        super().__init__()
        self.rows = rows
        self.within = WITHIN
        self.shown: list[Due] = []
        self._lines: list[tuple[Content, ...]] = []

    def body(self) -> Iterable[Widget]:
        """Yield the list and what to do."""
        yield Listing(id="days", click_answers=True, moved=self._say)
        yield Prose(id="to-do", classes="pane")

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        self.query_one("#to-do").can_focus = False
        self._fill()
        self.query_one(OptionList).focus()

    def _fill(self) -> None:
        today = self.app.desk.today
        self.shown = due_in(self.rows, today, self.within)
        ahead = f"the next {WITHIN} days" if self.within == WITHIN else "all that is planned"
        self.set_place(plain("Due", "bold") + plain("  all checklists", "$muted"), ahead)
        self._lines = [self._cells(due) for due in self.shown]
        self._list(self.size.height)
        if not self.shown:
            nothing, so = self._nothing()
            listing = self.query_one(OptionList)
            listing.set_options([Option(plain(nothing), disabled=True)])
            self._tell([block(so), *self._unread()])
            return
        self.call_after_refresh(self._complete)

    def _complete(self) -> None:
        """List what the first frame had no room for."""
        if self.is_attached and self.query_one(OptionList).option_count < len(self._lines):
            self._list(len(self._lines))

    def _list(self, count: int) -> None:
        """List the first *count* days, and all as far as the cursor is."""
        listing = self.query_one(OptionList)
        chosen = min(listing.highlighted or 0, len(self._lines) - 1)
        all_of_them = zip(*self._lines, strict=True)
        widest = [max(cell.cell_length for cell in column) for column in all_of_them]
        first = self._lines[: max(count, chosen + 1)]
        listing.set_options(Option(line) for line in columns(first, widest=widest))
        listing.highlighted = chosen if self._lines else None

    def _cells(self, due: Due) -> tuple[Content, ...]:
        today, dated = self.app.desk.today, due.dated
        return (
            plain(days_away(dated.on, today), "$warning" if due.days < 0 else ""),
            plain(what_falls(dated, today), "bold"),
            plain(dated.label),
            plain(due.checklist, "$muted"),
            plain(day(dated.on), "$muted"),
        )

    def _nothing(self) -> tuple[str, str]:
        """What an empty list says, and what can be done about it."""
        if self.within == WITHIN:
            return (
                f"Nothing is late, and nothing is due within {WITHIN} days.",
                "Press w to look further ahead, or esc to go on with a checklist.",
            )
        return (
            "Nothing is planned.",
            "A day comes here when you send something, or are done: press esc and open a"
            " checklist.",
        )

    def _unread(self) -> list[Block]:
        """What may be missing from the list."""
        return [
            block(f"{row.name} cannot be read: {row.problem}", "$warning")
            for row in self.rows
            if row.problem
        ]

    def _say(self) -> None:
        """Say what to do about the day under the cursor."""
        if (due := self.chosen) is not None:
            self._tell([*self._about(due), *self._unread()])

    def _tell(self, blocks: list[Block]) -> None:
        self.query_one("#to-do", Prose).show(blocks)

    def _about(self, due: Due) -> list[Block]:
        today, dated = self.app.desk.today, due.dated
        blocks = [
            block(f"{dated.label}: {what_falls(dated, today)}", "bold"),
            field("On", f"{day(dated.on)}, {days_away(dated.on, today)}"),
            field("Checklist", due.checklist),
        ]
        if dated.kind is not None:
            blocks.append(field("About", f"{dated.kind} {dated.request}"))
        blocks += [GAP, block(what_to_do(dated, today))]
        if dated.letter is not None:
            blocks.append(block("Press l for the letter.", "$muted"))
        return blocks

    # -- keys ------------------------------------------------------------------

    @property
    def chosen(self) -> Due | None:
        """The day under the cursor."""
        line = self.query_one(OptionList).highlighted
        return self.shown[line] if line is not None and line < len(self.shown) else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the checklist at the account of that line."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the checklist at the account of the line under the cursor."""
        if (due := self.chosen) is not None:
            self.app.open_checklist(due.checklist, due.dated.account)

    def action_letter(self) -> None:
        """Open the account, and in front of it the letter that is due then."""
        due = self.chosen
        if due is None or due.dated.letter is None:
            self.app.notify("There is nothing to write for this.", markup=False)
            return
        dated = due.dated
        is_open = self.app.open_checklist(due.checklist, dated.account)
        if is_open and (session := self.app.session) is not None:
            self.app.show_letter(session, dated.account, dated.letter, dated.request)

    def action_further(self) -> None:
        """Show all that is planned, or only what comes soon."""
        self.within = FAR if self.within == WITHIN else WITHIN
        self._fill()
