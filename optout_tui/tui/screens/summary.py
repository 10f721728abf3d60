"""Summary: what was done, what it does not do, what may undo it, when to look again."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from optout_tui.checklist.dates import check_again_on
from optout_tui.checklist.order import begin_with
from optout_tui.checklist.progress import AccountView
from optout_tui.checklist.words import PROOF_WORDS, checked_and_sure, day
from optout_tui.journey.session import Session
from optout_tui.journey.summary import not_done, public_said, request_said, undone_by
from optout_tui.regions import name_of
from optout_tui.safety.text import clean
from optout_tui.tui.flow import GAP, Block, block, field, plain
from optout_tui.tui.leaving import Refreshing
from optout_tui.tui.widgets.page import MORE, Page
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.words import STATE_STYLES


class SummaryScreen(Page, Refreshing):
    """One page to read and to export."""

    TITLE_HELP = "Summary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "export", "Export"),
        Binding("escape", "app.pop_screen", "Back to the guide"),
        Binding("s", "start", "Your checklists"),
        Binding("c", "compare", "Compare", show=False),
        Binding("q", "app.leave", "Leave"),
        MORE,
    ]

    def __init__(self, session: Session) -> None:
        """Sum *session* up."""
        super().__init__()
        self.session = session

    @property
    def shows_saving(self) -> bool:
        """It shows a checklist that is being edited."""
        return True

    def body(self) -> Iterable[Widget]:
        """Yield the page."""
        yield Prose(self._blocks(), id="summary", classes="pane")

    def on_mount(self) -> None:
        """Say whose summary it is."""
        super().on_mount()
        session = self.session
        region = name_of(session.knowledge, session.checklist.region)
        place = plain(session.name, "bold") + plain(f"  {region}", "$muted")
        self.set_place(place, day(self.app.desk.today))
        self.query_one(Prose).focus()

    def take_in(self) -> None:
        """Show what another program changed."""
        self.query_one(Prose).show(self._blocks())

    def _blocks(self) -> list[Block]:
        views = self.session.views()
        today = self.app.desk.today
        first = begin_with(views)
        blocks = [block(first, "$primary"), GAP] if first else []
        blocks += [made for view in views for made in (*_account(view, today), GAP)]
        blocks.append(block("What this does not do", "bold"))
        blocks += [block(text, bullet="· ") for text in not_done(views)]
        if undone := undone_by(views):
            blocks += [GAP, block("What may undo it", "bold")]
            blocks += [block(text, bullet="· ") for text in undone]
        last = block("Press x to export this, for yourself or for a client.", "$muted")
        return [*blocks, GAP, last]

    def action_export(self) -> None:
        """Ask for a format and a file, and write it."""
        from optout_tui.tui.dialogs.export import ExportDialog

        self.app.push_screen(ExportDialog(self.session), self._exported)

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self.app.notify(clean(f"Written: {path}"), timeout=10, markup=False)

    def action_start(self) -> None:
        """Go to the list of checklists."""
        self.app.pop_screen()
        self.app.show_start()

    def action_compare(self) -> None:
        """Show every platform in one table."""
        self.app.show_compare(self.session.checklist.region)


def _account(view: AccountView, today: date) -> list[Block]:
    state = plain(view.state, STATE_STYLES.get(view.state, ""))
    blocks = [block(plain(view.label, "bold") + "   " + state)]
    if view.steps:
        blocks.append(field("  Steps", f"{view.steps_done} of {len(view.steps)}"))
    if changed := [step.step.title for step in view.steps if step.changed]:
        blocks.append(field("  Changed", f"since you did it: {', '.join(changed)}", "$warning"))
    if view.state != "nothing to do":
        blocks.append(field("  Proof", PROOF_WORDS[view.proof]))
    if told := public_said(view.account):
        blocks.append(field("  Public", told, "$warning"))
    blocks += [field("  Sent", request_said(request)) for request in view.requests]
    if (when := check_again_on(view)) is not None:
        blocks.append(field("  Check again", day(when)))
    if view.route is not None:
        blocks.append(field("  Guide", f"checked {checked_and_sure(view.route, today)}"))
        if view.next_step is not None:
            blocks.append(field("  Next", view.next_step.step.title))
    return blocks
