"""Region: type to find where the person lives; beside it, what the law gives there."""

import os
from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from optout_tui.journey.accounts import move_to
from optout_tui.journey.law import law_in_short
from optout_tui.journey.session import Session
from optout_tui.regions import likely, name_of, search
from optout_tui.tui.flow import GAP, Block, block, plain
from optout_tui.tui.law import law_blocks
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.page import Page
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.rows import columns

WELCOME = "Keep what you post out of AI training. Nothing leaves this computer."
LIMITS = (
    "It shows you the way and keeps the proof. It presses nothing for you, asks for no password, "
    "and cannot promise what a company answers."
)
AUDIT = "see how much is public in an export you downloaded"
FIRST_NAME = "Personal"
LAW_FROM = 38
"""In a narrower list the names need the room; the law stands beside it anyway."""


class RegionScreen(Page):
    """Asks where the person lives, for a new checklist or for one whose owner moves house."""

    TITLE_HELP = "Where do you live?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next", show=False),
        Binding("up", "move(-1)", "Previous", show=False),
        Binding("enter", "choose", "Use region"),
        Binding("pagedown", "read(1)", "Read on", show=False),
        Binding("pageup", "read(-1)", "Read back", show=False),
        Binding("f2", "compare", "Just compare"),
        Binding("f3", "audit", "Audit"),
        Binding("ctrl+l", "labels", "Menu language", show=False),
        Binding("ctrl+p", "app.command_palette", "Everything by name", show=False),
        Binding("escape", "back", "Back"),
        Binding("ctrl+q", "app.leave", "Leave"),
        Binding("f1", "help", "More"),
    ]

    def __init__(
        self, *, session: Session | None = None, name: str = "", first: bool = False
    ) -> None:
        """Ask for *session*, or for a new checklist called *name*; *first* greets the person."""
        super().__init__()
        self.session = session
        self.new_name = name or FIRST_NAME
        self.first = first
        self.codes: list[str] = []
        self._searched: str | None = None

    @property
    def shows_saving(self) -> bool:
        """Only a checklist that exists can be saved."""
        return self.session is not None

    def body(self) -> Iterable[Widget]:
        """Yield the field, the list and the law."""
        from textual.containers import Horizontal, Vertical

        if self.first:
            yield Static(WELCOME, markup=False, classes="lead")
            ways = Prose(_ways(), id="ways")
            ways.can_focus = False  # from the start: what is typed meanwhile goes to the field
            yield ways
        with Horizontal(classes="split"):
            with Vertical(id="choice"):
                yield Field(placeholder="A country, state or code", id="typed")
                yield Listing(id="regions", click_answers=True, moved=self._tell)
            yield Prose(id="law", classes="pane")

    def on_mount(self) -> None:
        """Put the likely region first and wait for typing."""
        super().on_mount()
        self.set_place(Content.styled("Where do you live?", "bold"), "step 1 of 3")
        self.query_one(OptionList).can_focus = False
        field = self.query_one(Field)
        field.typed = self._search
        field.focus()
        self._search()

    def shown_keys(self) -> tuple[Binding, ...]:
        """Return the keys that work while a field is typed in: help is ``f1`` here."""
        shown = [b for b in self.bindings_here() if b.show]
        unfit = ("escape",) if self.first else ("f2", "f3")
        return tuple(b for b in shown if b.key not in unfit)

    # -- searching -------------------------------------------------------------

    def _search(self) -> None:
        """Find what the field says now, whichever key the call is about."""
        typed = self.query_one(Input).value
        if typed == self._searched:
            return
        self._searched = typed
        found = [match.code for match in search(self.app.desk.knowledge, typed, 60)]
        self.codes = found if typed.strip() else self._likely_first(found)
        listing = self.query_one(OptionList)
        lines = columns([self._cells(code) for code in self.codes], gap=2, second_from=LAW_FROM)
        listing.set_options(Option(line) for line in lines)
        listing.highlighted = 0 if self.codes else None
        if not self.codes:
            self.query_one("#law", Prose).show([])
            listing.set_options([Option("Nothing found. Try a code such as DE.", disabled=True)])

    def _cells(self, code: str) -> tuple[Content, Content]:
        facts = self.app.desk.knowledge
        return plain(name_of(facts, code)), plain(law_in_short(facts, code), "$muted")

    def _likely_first(self, codes: list[str]) -> list[str]:
        """The region a computer is set to is a guess: it stands first and decides nothing."""
        now = self.session.checklist.region if self.session else ""
        first = now or likely(self.app.desk.knowledge, _locale_name())
        return [first, *(code for code in codes if code != first)] if first else codes

    def _tell(self) -> None:
        """Tell what the law gives there."""
        if (code := self._chosen()) is not None:
            desk = self.app.desk
            pane = self.query_one("#law", Prose)
            pane.border_title = plain(name_of(desk.knowledge, code))
            pane.show(law_blocks(desk.knowledge, code, desk.today))

    def _chosen(self) -> str | None:
        """The region under the cursor."""
        chosen = self.query_one(OptionList).highlighted
        return self.codes[chosen] if chosen is not None and chosen < len(self.codes) else None

    # -- keys ------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move along the list while the field keeps the focus."""
        listing = self.query_one(OptionList)
        listing.action_cursor_down() if by > 0 else listing.action_cursor_up()

    def action_read(self, pages: int) -> None:
        """Scroll what the law says."""
        pane = self.query_one("#law", Prose)
        pane.scroll_page_down() if pages > 0 else pane.scroll_page_up()

    def on_input_submitted(self) -> None:
        """Use the chosen region."""
        self.action_choose()

    def on_option_list_option_selected(self) -> None:
        """Use the region that was clicked."""
        self.action_choose()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed past the field: fast fingers begin before it has the focus."""
        if event.is_printable and event.character:
            self.query_one(Input).insert_text_at_cursor(event.character)
            event.stop()

    def action_choose(self) -> None:
        """Use the chosen region, after the keys that came before."""
        if self.focused is None:
            self.call_later(self._choose)
        else:
            self._choose()

    def _choose(self) -> None:
        """Use the chosen region: for a new checklist, or to move the open one."""
        self._search()  # fast fingers press enter before the list has followed
        code = self._chosen()
        if code is None:
            return
        app = self.app
        if self.session is not None:
            session = self.session
            app.attempt(lambda: move_to(session, code))
            app.show_platforms(session)
        else:
            made = app.attempt(lambda: app.desk.create(self.new_name, code))
            if made is not None:
                app.show_platforms(made)

    def action_back(self) -> None:
        """Go back to the accounts, or to the list of checklists."""
        if self.session is not None:
            self.app.show_platforms(self.session)
        elif not self.first:
            self.app.show_start()

    def action_compare(self) -> None:
        """Show every platform in one table, for the chosen region, and keep nothing."""
        self._search()
        if (code := self._chosen()) is not None:
            self.app.show_compare(code)

    def action_audit(self) -> None:
        """Show how much of an export is public; the region counts once it was typed."""
        self._search()
        code = self._chosen() if self.query_one(Input).value.strip() else None
        self.app.show_audit(code or "")

    def action_labels(self) -> None:
        """Choose the language of the menus on the person's devices."""
        if self.session is not None:
            self.app.ask_labels(self.session, lambda: None)


def _ways() -> list[Block]:
    """What this will not do, and the ways to start."""
    return [
        block(LIMITS, "$muted"),
        GAP,
        Block(plain("where you live: your accounts, then step by step"), plain("Type", "bold")),
        Block(plain("just compare what each platform does"), plain("f2", "bold")),
        Block(plain(AUDIT), plain("f3", "bold")),
    ]


def _locale_name() -> str | None:
    """The locale the person set; C and POSIX, which are nobody's country, count as none."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), "")
    return None if name.partition(".")[0] in ("", "C", "POSIX") else name
