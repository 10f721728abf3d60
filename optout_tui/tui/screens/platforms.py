"""Platforms and accounts: tick what you have, type the handles, see what can be done here."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from optout_tui.checklist.order import lying_open
from optout_tui.checklist.words import DEFAULT_WORDS, KIND_WORDS, minutes
from optout_tui.guides.choose import Chain, default_for, route_for
from optout_tui.guides.comparing import ORDER_WORDS, Order, compared
from optout_tui.journey.accounts import AccountName, checked_handle, choose_accounts, lost_without
from optout_tui.journey.coming import left_out
from optout_tui.journey.moving import platforms_first
from optout_tui.journey.session import Session
from optout_tui.journey.ticked import Ticked
from optout_tui.library.guides import Guide
from optout_tui.regions import chain, name_of
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean
from optout_tui.tui.compare_text import in_brief
from optout_tui.tui.flow import plain
from optout_tui.tui.leaving import Refreshing
from optout_tui.tui.own_guides import own_mark
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.page import MORE, Page
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.rows import columns


class PlatformsScreen(Page, Refreshing):
    """Asks which accounts the person has. Nothing is added or removed before they go on."""

    TITLE_HELP = "Which accounts do you have?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick"),
        Binding("enter", "go_on", "Go on"),
        Binding("h", "handles", "Handles"),
        Binding("s", "sort", "Sort"),
        Binding("c", "compare", "Compare"),
        Binding("g", "region", "Region", show=False),
        Binding("ctrl+p", "app.command_palette", "Everything by name", show=False),
        Binding("escape", "back", "Back"),
        Binding("q", "app.leave", "Leave", show=False),
        MORE,
    ]

    def __init__(self, session: Session) -> None:
        """Ask for *session*."""
        super().__init__()
        self.session = session
        self.guides: list[Guide] = []
        self.order: Order = "usual"
        self.ticked = Ticked(session.checklist.accounts)
        self._asked: Guide | None = None

    @property
    def shows_saving(self) -> bool:
        """It edits a checklist."""
        return True

    def body(self) -> Iterable[Widget]:
        """Yield the list, what was left out of it, the field for handles and a few facts."""
        yield Listing(id="platforms", moved=self._tell)
        yield Static(id="left-out", markup=False)
        yield Field(id="handle")
        yield Prose(id="about")

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        region = name_of(self.app.desk.knowledge, self.session.checklist.region)
        self.guides = self._in_order()
        self.set_place(Content.styled("Which accounts do you have?", "bold"), region)
        self.query_one("#about").can_focus = False
        skipped = left_out(self.app.desk.guide_problems)
        self.query_one("#left-out", Static).update(plain(skipped))
        self.query_one("#left-out").set_class(bool(skipped), "-shown")
        self._fill()
        self.query_one(OptionList).focus()

    def _fill(self) -> None:
        listing = self.query_one(OptionList)
        chosen = listing.highlighted or 0
        lines = columns([self._cells(guide) for guide in self.guides], gap=2)
        listing.set_options(Option(line) for line in lines)
        listing.highlighted = min(chosen, len(self.guides) - 1)

    def _cells(self, guide: Guide) -> tuple[Content, ...]:
        here = self._here
        route = route_for(guide, here)
        is_ticked = guide.id in self.ticked.handles
        handles = self._handles_on(guide)
        return (
            plain("[x] " if is_ticked else "[ ] ", "bold $primary" if is_ticked else "$muted")
            + plain(guide.name, "bold"),
            own_mark(self.app.desk.knowledge, guide.id)
            + plain(handles or KIND_WORDS[route.kind], "$primary" if handles else ""),
            plain(KIND_WORDS[route.kind] if handles else "", "$muted"),
            plain(DEFAULT_WORDS[default_for(guide, here).default], "$muted"),
            plain(minutes(route.minutes), "$muted"),
        )

    def _handles_on(self, guide: Guide) -> str:
        """The handles, and what audits found lying open there."""
        handles = ", ".join(h or "your account" for h in self.ticked.handles.get(guide.id, []))
        accounts = (a for a in self.session.checklist.accounts if a.platform == guide.id)
        found = lying_open(*accounts) if handles else ""
        return f"{handles}: {found}" if found else handles

    def _tell(self) -> None:
        """Tell a few facts of the platform."""
        guide, desk = self._chosen(), self.app.desk
        facts = in_brief(guide, route_for(guide, self._here), desk.knowledge, desk.today)
        self.query_one("#about", Prose).show(facts)

    @property
    def _here(self) -> Chain:
        """The person's region and the wider ones it lies in."""
        return chain(self.app.desk.knowledge, self.session.checklist.region)

    def _chosen(self) -> Guide:
        return self.guides[self.query_one(OptionList).highlighted or 0]

    def on_click(self, event: events.Click) -> None:
        """Tick the line that was clicked; the list has put the cursor there."""
        if "option" in event.style.meta:
            self.action_tick()

    def take_in(self) -> None:
        """Tick what another program added and untick what it removed; what is typed here stays."""
        self.ticked.take_in(self.session.checklist.accounts)
        self._fill()

    # -- ticking and typing ----------------------------------------------------

    def action_tick(self) -> None:
        """Tick the platform and ask for its handle, or take the tick back."""
        guide = self._chosen()
        if guide.id in self.ticked.handles:
            del self.ticked.handles[guide.id]
            self._fill()
        elif guide.handle.required:
            self.action_handles()
        else:
            self.ticked.handles[guide.id] = [""]
            self._fill()

    def action_handles(self) -> None:
        """Ask for the handles on the chosen platform."""
        guide = self._asked = self._chosen()
        entry = self.query_one(Input)
        entry.border_title = plain(f"{guide.handle.label} on {guide.name}; several: with commas")
        entry.placeholder = clean(guide.handle.example)
        entry.value = ", ".join(self.ticked.handles.get(guide.id, []))
        entry.add_class("-shown")
        entry.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the handles, or say why one is refused."""
        guide = self._asked or self._chosen()
        typed = [handle.strip() for handle in event.value.split(",") if handle.strip()]
        try:
            facts = self.app.desk.knowledge
            handles = [checked_handle(facts, guide.id, one) for one in typed or [""]]
        except Refusal as error:
            self.app.say_no(error)
            return
        self.ticked.handles[guide.id] = list(dict.fromkeys(handles))
        self._close_field()

    def _close_field(self) -> None:
        entry = self.query_one(Input)
        entry.remove_class("-shown")
        self.query_one(OptionList).focus()
        self._fill()

    # -- going on --------------------------------------------------------------

    def on_option_list_option_selected(self) -> None:
        """Go on; the list has the focus, so it gets the enter key."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Add and remove accounts as ticked, then go to the first open step."""
        if not self.ticked.handles:
            self.app.notify("Tick at least one platform with space.", markup=False)
            return
        lost = lost_without(self.session, self._wanted())
        if not lost:
            self._apply()
            return
        from optout_tui.tui.dialogs.confirm import ConfirmDialog

        words = f"These accounts go, with everything ticked and noted: {', '.join(lost)}."
        dialog = ConfirmDialog("Remove accounts?", words, "Remove them")
        self.app.push_screen(dialog, lambda yes: self._apply() if yes else None)

    def _wanted(self) -> list[AccountName]:
        """Return the accounts in the order of the list; those of platforms we do not know stay."""
        return self.ticked.accounts(guide.id for guide in self.guides)

    def _apply(self) -> None:
        session, app = self.session, self.app
        if app.attempt(lambda: choose_accounts(session, self._wanted()) or True):
            app.show_checklist(session)

    def action_sort(self) -> None:
        """Put first what wins the most for the least time, or the best known as before."""
        chosen = self._chosen()
        self.order = "usual" if self.order == "gain" else "gain"
        self.guides = self._in_order()
        self._fill()
        self.query_one(OptionList).highlighted = self.guides.index(chosen)
        self.app.notify(f"Now {ORDER_WORDS[self.order]}.", markup=False)

    def _in_order(self) -> list[Guide]:
        """Every guide; in the usual order those first where an audit found much lying open."""
        guides = self.app.desk.knowledge.guides()
        if self.order != "usual":
            return [one.guide for one in compared(guides, self._here, self.order)]
        first = platforms_first(self.session)
        places = {platform: n for n, platform in enumerate(first)}
        return sorted(guides, key=lambda guide: places.get(guide.id, len(first)))

    def action_compare(self) -> None:
        """Show every platform in one table."""
        self.app.show_compare(self.session.checklist.region)

    def action_region(self) -> None:
        """Ask again where the person lives."""
        self.app.show_region(self.session)

    def action_back(self) -> None:
        """Close the field, or go back to the checklist, or to the list of checklists."""
        if self.query_one(Input).has_class("-shown"):
            self._close_field()
        elif self.session.checklist.accounts:
            self.app.show_checklist(self.session)
        else:
            self.app.show_start()
