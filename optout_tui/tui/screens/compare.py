"""Compare: every platform in one table, for one region. The table a newcomer looks for first."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS, day, minutes, of_source
from optout_tui.guides.comparing import ORDER_WORDS, ORDERS, Compared, Order, compared
from optout_tui.library.guides import Guide, Route
from optout_tui.regions import chain, name_of
from optout_tui.tui.flow import GAP, Block, block, field, plain
from optout_tui.tui.own_guides import own_blocks, own_mark
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.page import MORE, Page
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.rows import columns

FILTER_BY = "a platform, a company, “on by default”, “switch” …"


class CompareScreen(Page):
    """A line a platform; below it, what the platform under the cursor trains on."""

    TITLE_HELP = "Compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,c", "back", "Back"),
        Binding("slash", "filter", "Filter"),
        Binding("s", "sort", "Sort"),
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
        self.shown: list[Compared] = []

    def body(self) -> Iterable[Widget]:
        """Yield the table, the details and the field to filter by."""
        with Vertical(id="compared", classes="pane"):
            yield Static(id="heading", markup=False)
            yield Listing(id="table")
        yield Field(placeholder=FILTER_BY, id="filter")
        yield Prose(id="details", classes="pane")

    def on_mount(self) -> None:
        """Fill the table."""
        super().on_mount()
        self.query_one("#details").can_focus = False
        self.query_one(OptionList).focus()

    def on_listing_reshaped(self) -> None:
        """Line the columns up anew."""
        self._fill()

    def _fill(self) -> None:
        facts = self.app.desk.knowledge
        place = plain("Compare", "bold") + plain(f"  {name_of(facts, self.code)}", "$muted")
        self.set_place(place, ORDER_WORDS[self.order])
        found = compared(facts.guides(), chain(facts, self.code), self.order)
        self.shown = [one for one in found if self._is_asked(one)]
        listing = self.query_one(OptionList)
        chosen = listing.highlighted or 0
        width = max(listing.scrollable_content_region.width - 2, 20)
        heading = tuple(
            plain(word, "bold $muted")
            for word in ("Platform", "You can", "By default", "Reaches", "Time", "Checked")
        )
        lines = columns([heading, *map(self._cells, self.shown)], width, gap=2)
        self.query_one("#heading", Static).update(lines[0])
        listing.set_options(Option(line) for line in lines[1:])
        listing.highlighted = min(chosen, len(self.shown) - 1) if self.shown else None
        if not self.shown:
            self._show_none()

    def _is_asked(self, one: Compared) -> bool:
        """Whether each word typed is found in what the line says, or in the company's name."""
        said = " ".join(
            (
                one.guide.name,
                one.guide.company,
                KIND_WORDS[one.route.kind],
                DEFAULT_WORDS[one.default],
                one.route.effect,
            )
        ).casefold()
        return all(word in said for word in self.words.casefold().split())

    def _show_none(self) -> None:
        pane = self.query_one("#details", Prose)
        pane.border_title = plain("Nothing is like that")
        pane.show([block("Press / and type less, such as a company or “on by default”.")])

    def _cells(self, one: Compared) -> tuple[Content, ...]:
        route = one.route
        return (
            plain(one.guide.name, "bold"),
            own_mark(self.app.desk.knowledge, one.guide.id) + plain(KIND_WORDS[route.kind]),
            plain(DEFAULT_WORDS[one.default]),
            plain(route.effect, "$muted"),
            plain(minutes(route.minutes).removeprefix("about "), "$muted"),
            plain(day(route.checked), "$muted"),
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the platform trains on."""
        if event.option_index >= len(self.shown):  # the list was filled anew meanwhile
            return
        one = self.shown[event.option_index]
        pane = self.query_one("#details", Prose)
        pane.border_title = plain(f"{one.guide.name} ({one.guide.company})")
        whose = own_blocks(self.app.desk.knowledge, one.guide.id)
        pane.show([*whose, *_details(one.guide, one.route)])

    # -- keys ------------------------------------------------------------------

    def action_sort(self) -> None:
        """Put the lines in the next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.query_one(OptionList).highlighted = 0
        self._fill()

    def action_filter(self) -> None:
        """Ask for words that the lines must hold."""
        entry = self.query_one("#filter", Field)
        entry.add_class("-shown")
        entry.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leave in what holds the words."""
        self.words = event.value
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
        if self.words or self.query_one("#filter").has_focus:
            self.query_one("#filter", Field).value = ""
            self.words = ""
            self._close_filter()
            self._fill()
        else:
            self.app.pop_screen()

    def action_read(self, pages: int) -> None:
        """Scroll the details."""
        pane = self.query_one("#details", Prose)
        pane.scroll_page_down() if pages > 0 else pane.scroll_page_up()


def _details(guide: Guide, route: Route) -> list[Block]:
    blocks = [block("Trains on", "bold")]
    blocks += [block(use, bullet="· ") for use in guide.training.uses]
    if guide.training.not_used:
        blocks += [GAP, block("Not on", "bold")]
        blocks += [block(item, bullet="· ") for item in guide.training.not_used]
    sources = [
        field("Source", of_source(guide.source(name)), "$muted") for name in route.sources[:3]
    ]
    return [*blocks, GAP, *sources]
