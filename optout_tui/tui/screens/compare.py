"""Compare: every platform in one table, for one region. The table a newcomer looks for first."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS
from optout_tui.guides.choose import default_for
from optout_tui.guides.comparing import ORDER_WORDS, ORDERS, Asked, Compared, Order, compared
from optout_tui.journey.comparing import is_asked
from optout_tui.library.guides import DEFAULTS, KINDS
from optout_tui.regions import chain, name_of
from optout_tui.tui.compare_text import HEADINGS, in_full, in_short, table_cells
from optout_tui.tui.flow import block, plain
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.page import MORE, Page
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.rows import columns

FILTER_BY = "a platform, a company, “switch”, “form” …"


class CompareScreen(Page):
    """A line a platform; below it, what the platform under the cursor trains on."""

    TITLE_HELP = "Compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,c", "back", "Back"),
        Binding("enter", "read_all", "Read all"),
        Binding("d", "default", "By default"),
        Binding("k", "kind", "You can"),
        Binding("o", "company", "Company"),
        Binding("s", "sort", "Sort"),
        Binding("slash", "filter", "Filter by words"),
        Binding("g", "region", "Region"),
        Binding("pagedown", "read(1)", "Read on", show=False, priority=True),
        Binding("pageup", "read(-1)", "Read back", show=False, priority=True),
        Binding("q", "app.leave", "Leave"),
        MORE,
    ]

    def __init__(self, region: str) -> None:
        """Compare what can be done in *region*."""
        super().__init__()
        self.code = region
        self.order: Order = "usual"
        self.words = ""
        self.asked = Asked()
        self.shown: list[Compared] = []

    def body(self) -> Iterable[Widget]:
        """Yield the table, the details and the field to filter by."""
        with Vertical(id="compared", classes="pane"):
            yield Static(id="heading", markup=False)
            yield Listing(id="table", moved=self._tell)
        yield Field(placeholder=FILTER_BY, id="filter")
        yield Prose(id="details", classes="pane")

    def on_mount(self) -> None:
        """Fill the table."""
        super().on_mount()
        self.query_one("#details").can_focus = False
        self.query_one(Field).typed = self._filter
        self._fill()
        self.query_one(OptionList).focus()

    def _fill(self) -> None:
        facts = self.app.desk.knowledge
        place = plain("Compare", "bold") + plain(f"  {name_of(facts, self.code)}", "$muted")
        self.set_place(place, self._said_of_the_table())
        found = compared(facts.guides(), chain(facts, self.code), self.order)
        self.shown = [one for one in found if self.asked.fits(one) and is_asked(one, self.words)]
        listing = self.query_one(OptionList)
        chosen = listing.highlighted or 0
        heading = tuple(plain(word, "bold $muted") for word in HEADINGS)
        cells = [table_cells(one, facts, self.app.desk.today) for one in self.shown]
        lines = columns([heading, *cells], gap=2)
        self.query_one("#heading", Static).update(lines[0])
        listing.set_options(Option(line) for line in lines[1:])
        listing.highlighted = min(chosen, len(self.shown) - 1) if self.shown else None
        if not self.shown:
            self._show_none()

    def _said_of_the_table(self) -> str:
        """What is left in, and in which order."""
        default, kind, company = self.asked
        left_in = [company, default and DEFAULT_WORDS[default], kind and KIND_WORDS[kind]]
        return " · ".join([*filter(None, left_in), ORDER_WORDS[self.order]])

    def _show_none(self) -> None:
        nothing = Option("Nothing is like that.", disabled=True)
        self.query_one(OptionList).set_options([nothing])
        pane = self.query_one("#details", Prose)
        pane.border_title = None
        pane.show([block("Press esc to see every platform again.")])

    def _tell(self) -> None:
        """Tell what the platform trains on."""
        one = self.shown[self.query_one(OptionList).highlighted or 0]
        pane = self.query_one("#details", Prose)
        pane.border_title = plain(_title(one))
        pane.show(in_short(one, self.app.desk.knowledge, self.app.desk.today))

    def on_option_list_option_selected(self) -> None:
        """Tell all; the list has the focus, so it gets the enter key."""
        self.action_read_all()

    # -- keys ------------------------------------------------------------------

    def action_read_all(self) -> None:
        """Tell all there is to know of the platform under the cursor."""
        from optout_tui.tui.dialogs.read import ReadDialog

        chosen = self.query_one(OptionList).highlighted
        if chosen is None:
            return
        facts, one = self.app.desk.knowledge, self.shown[chosen]
        place = default_for(one.guide, chain(facts, self.code))
        said = in_full(one, facts, place, self.app.desk.today)
        self.app.push_screen(ReadDialog(_title(one), said))

    def action_sort(self) -> None:
        """Put the lines in the next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.query_one(OptionList).highlighted = 0
        self._fill()

    def action_default(self) -> None:
        """Ask for the default that is to be left in."""
        words = {DEFAULT_WORDS[key]: key for key in DEFAULTS}
        now = self.asked.default and DEFAULT_WORDS[self.asked.default]
        self._pick("By default", words, now, lambda said: self._ask(default=words.get(said)))

    def action_kind(self) -> None:
        """Ask for what a person must be able to do there."""
        words = {KIND_WORDS[key]: key for key in KINDS}
        now = self.asked.kind and KIND_WORDS[self.asked.kind]
        self._pick("What you can do", words, now, lambda said: self._ask(kind=words.get(said)))

    def action_company(self) -> None:
        """Ask for the company whose platforms are to be left in."""
        companies = {guide.company for guide in self.app.desk.knowledge.guides()}
        words = sorted(companies, key=str.casefold)
        self._pick("Company", words, self.asked.company, lambda said: self._ask(company=said))

    def _ask(self, **what: Any) -> None:
        self.asked = self.asked._replace(**what)
        self.query_one(OptionList).highlighted = 0
        self._fill()

    def _pick(
        self, title: str, words: Iterable[str], now: str | None, keep: Callable[[str], None]
    ) -> None:
        """Ask for one of *words*, or for any of them, and *keep* it; "" is any."""
        from optout_tui.tui.dialogs.pick import PickDialog

        choices = [("", "any"), *((word, word) for word in words)]
        dialog = PickDialog(title, choices, now or "")
        self.app.push_screen(dialog, lambda said: None if said is None else keep(said))

    def action_filter(self) -> None:
        """Ask for words that the lines must hold."""
        entry = self.query_one("#filter", Field)
        entry.add_class("-shown")
        entry.focus()

    def _filter(self) -> None:
        """Leave in what holds the words."""
        self.words = self.query_one(Field).value
        self._fill()

    def on_input_submitted(self) -> None:
        """Go back to the list with what was left in."""
        self._close_filter()

    def _close_filter(self) -> None:
        self.query_one("#filter").set_class(bool(self.words), "-shown")
        self.query_one(OptionList).focus()

    def action_region(self) -> None:
        """Ask for another region to compare."""
        from optout_tui.tui.dialogs.region import RegionDialog

        self.app.push_screen(RegionDialog(self.app.desk.knowledge, self.code), self._move)

    def _move(self, code: str | None) -> None:
        if code is not None:
            self.code = code
            self._fill()

    def action_back(self) -> None:
        """Take the filter away, or go back."""
        if self.words or self.asked != Asked() or self.query_one("#filter").has_focus:
            self.query_one("#filter", Field).value = ""
            self.words, self.asked = "", Asked()
            self._close_filter()
            self._fill()
        else:
            self.app.pop_screen()

    def action_read(self, pages: int) -> None:
        """Scroll the details."""
        pane = self.query_one("#details", Prose)
        pane.scroll_page_down() if pages > 0 else pane.scroll_page_up()


def _title(one: Compared) -> str:
    return f"{one.guide.name} ({one.guide.company})"
