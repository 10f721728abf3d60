"""Compare: every platform in one table, for one region. The table a newcomer looks for first."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS, day, minutes, of_source
from optout_tui.guides.choose import default_for, route_for
from optout_tui.library.guides import Guide, Route
from optout_tui.regions import chain, name_of
from optout_tui.tui.flow import GAP, Block, block, field, plain
from optout_tui.tui.own_guides import own_blocks, own_mark
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.page import MORE, Page
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.rows import columns


class CompareScreen(Page):
    """A line a platform; below it, what the platform under the cursor trains on."""

    TITLE_HELP = "Compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,c", "app.pop_screen", "Back"),
        Binding("pagedown", "read(1)", "Read on", show=False, priority=True),
        Binding("pageup", "read(-1)", "Read back", show=False, priority=True),
        Binding("q", "app.leave", "Leave"),
        MORE,
    ]

    def __init__(self, region: str) -> None:
        """Compare what can be done in *region*."""
        super().__init__()
        self.code = region
        self.guides: list[Guide] = []

    def body(self) -> Iterable[Widget]:
        """Yield the table and the details."""
        with Vertical(id="compared", classes="pane"):
            yield Static(id="heading", markup=False)
            yield Listing(id="table")
        yield Prose(id="details", classes="pane")

    def on_mount(self) -> None:
        """Fill the table."""
        super().on_mount()
        facts = self.app.desk.knowledge
        self.guides = list(facts.guides())
        place = Content.styled("Compare", "bold") + plain(
            f"  {name_of(facts, self.code)}", "$muted"
        )
        self.set_place(place, "what trains, and what you can do here")
        self.query_one("#details").can_focus = False
        self.query_one(OptionList).focus()

    def on_listing_reshaped(self) -> None:
        """Line the columns up anew."""
        listing = self.query_one(OptionList)
        chosen = listing.highlighted or 0
        width = max(listing.scrollable_content_region.width - 2, 20)
        heading = tuple(
            plain(word, "bold $muted")
            for word in ("Platform", "You can", "By default", "Reaches", "Time", "Checked")
        )
        lines = columns([heading, *map(self._cells, self.guides)], width, gap=2)
        self.query_one("#heading", Static).update(lines[0])
        listing.set_options(Option(line) for line in lines[1:])
        listing.highlighted = min(chosen, len(self.guides) - 1)

    def _route(self, guide: Guide) -> Route:
        return route_for(guide, chain(self.app.desk.knowledge, self.code))

    def _cells(self, guide: Guide) -> tuple[Content, ...]:
        route = self._route(guide)
        default = default_for(guide, chain(self.app.desk.knowledge, self.code)).default
        return (
            plain(guide.name, "bold"),
            own_mark(self.app.desk.knowledge, guide.id) + plain(KIND_WORDS[route.kind]),
            plain(DEFAULT_WORDS[default]),
            plain(route.effect, "$muted"),
            plain(minutes(route.minutes).removeprefix("about "), "$muted"),
            plain(day(route.checked), "$muted"),
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the platform trains on."""
        guide = self.guides[event.option_index]
        pane = self.query_one("#details", Prose)
        pane.border_title = plain(f"{guide.name} ({guide.company})")
        whose = own_blocks(self.app.desk.knowledge, guide.id)
        pane.show([*whose, *_details(guide, self._route(guide))])

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
