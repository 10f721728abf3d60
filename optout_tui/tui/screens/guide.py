"""Guide: the steps of an account on the left, one step on the right."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from optout_tui.checklist.order import lying_open
from optout_tui.checklist.progress import AccountView, StepView
from optout_tui.checklist.words import (
    in_sentence,
    minutes,
    no_opt_out,
    nothing_to_do,
    stage_title,
)
from optout_tui.guides.choose import default_for
from optout_tui.journey.moving import account_after, account_beside, open_step_after
from optout_tui.journey.session import Session
from optout_tui.library.guides import STAGES, Step
from optout_tui.regions import chain
from optout_tui.tui.flow import GAP, Block, block, plain
from optout_tui.tui.own_guides import own_blocks, own_title
from optout_tui.tui.screens.guide_asks import GuideAsks
from optout_tui.tui.step_text import audit_blocks, facts_blocks, step_blocks
from optout_tui.tui.symbols import SYMBOLS
from optout_tui.tui.widgets.page import MORE
from optout_tui.tui.widgets.prose import Prose
from optout_tui.tui.widgets.steps import StepsList

LOOK = "If a page does not look as the step says, press p; i tells what we know."


class GuideScreen(GuideAsks):
    """Walks a person through one account after the other."""

    TITLE_HELP = "The guide"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Done"),
        Binding("p", "problem", "Problem"),
        Binding("o", "open_link", "Open"),
        Binding("r", "qr", "QR code"),
        Binding("v", "device", "Phone/Web"),
        Binding("tab", "account(1)", "Next account", show=False, priority=True),
        Binding("shift+tab", "account(-1)", "Account before", show=False, priority=True),
        Binding("enter", "go_on", "Go on to what comes next", show=False),
        Binding("s", "skip", "Skip", show=False),
        Binding("n", "note", "Note", show=False),
        Binding("y", "copy", "Copy the link", show=False),
        Binding("e", "evidence", "Evidence: what you hold", show=False),
        Binding("b", "reply", "An answer came back", show=False),
        Binding("m", "follow_up", "A reminder, a complaint, an answer went out", show=False),
        Binding("l", "letter", "Letter", show=False),
        Binding("u", "undo", "Undo", show=False),
        Binding("i", "facts", "What trains, and where that is from", show=False),
        Binding("w", "way", "Another way that does as well", show=False),
        Binding("f", "summary", "Finish: summary and export", show=False),
        Binding("a", "accounts", "Accounts", show=False),
        Binding("d", "audit", "Audit: what of it is public", show=False),
        Binding("c", "compare", "Compare all platforms", show=False),
        Binding("L", "labels", "Language of your menus", show=False),
        Binding("t", "app.switch_theme", "Next theme", show=False),
        Binding("pagedown", "read(1)", "Read on", show=False, priority=True),
        Binding("pageup", "read(-1)", "Read back", show=False, priority=True),
        Binding("ctrl+p", "app.command_palette", "Everything by name", show=False),
        Binding("escape", "back", "Back to your checklists", show=False),
        Binding("q", "app.leave", "Leave", show=False),
        MORE,
    ]

    def __init__(self, session: Session, account_id: str = "") -> None:
        """Show *session* where it was left, or at *account_id*'s first open step."""
        account_id, self._first_step = _begin(session, account_id)
        super().__init__(session, account_id)

    def body(self) -> Iterable[Widget]:
        """Yield the banner, the steps and the step."""
        from textual.containers import Horizontal

        yield Static(id="banner", markup=False, classes="banner")
        with Horizontal(classes="split"):
            yield StepsList(self._show_step)
            yield Prose(id="step", classes="pane")

    def on_mount(self) -> None:
        """Show the account."""
        super().on_mount()
        self.query_one(StepsList).focus()
        self._show_account(self._first_step)

    # -- showing ---------------------------------------------------------------

    @property
    def chosen(self) -> StepView | None:
        """The step under the cursor."""
        chosen = self.query_one(StepsList).highlighted_step
        return next((s for s in self.account.steps if s.step.id == chosen), None)

    def _show_account(self, step_id: str) -> None:
        self.account = self.session.view(self.account_id)
        self._show_banner()
        self.query_one(StepsList).show(self.account, step_id)
        self._show_step()

    def refresh_account(self) -> None:
        """Show what changed, leaving the cursor where it is."""
        self.account = self.session.view(self.account_id)
        self.query_one(StepsList).redraw(self.account)
        self._show_step()

    def _show_banner(self) -> None:
        guide, route = self.account.guide, self.account.route
        banner = self.query_one("#banner", Static)
        text = ""
        if guide is not None and route is not None:
            if route.kind == "limit":
                text = no_opt_out(guide.name, self.region_name)
            elif route.kind == "none":
                text = nothing_to_do(guide.name, self.region_name)
            elif route.confidence == "low":
                text = f"Not confirmed in {in_sentence(self.region_name)}. {LOOK}"
        banner.update(plain(text))
        banner.set_class(bool(text), "-shown")

    def _show_step(self) -> None:
        step = self.chosen
        pane = self.query_one("#step", Prose)
        stage = step.step.stage if step else STAGES[0]
        index = self.account.steps.index(step) if step else 0
        self.set_place(self._place(), _step_place(self.account, index))
        if self.account.route is not None:
            kind = self.account.route.kind
            path = [stage_title(one, kind) for one in STAGES[: STAGES.index(stage) + 1]]
            pane.border_title = plain(f" {SYMBOLS.between} ".join(path))
        pane.show([*self._what_next(), *self._step_blocks(step)])

    def _place(self) -> Content:
        handle = f"{self.account.account.handle} · " if self.account.account.handle else ""
        title = own_title(self.session.knowledge, self.account)
        return title + plain(f"  {handle}{self.region_name}", "$muted")

    def _step_blocks(self, step: StepView | None) -> list[Block]:
        if step is None:
            return self._facts() if self.account.guide else [block("No guide knows this platform.")]
        labels = self.session.checklist.labels
        device, today = self.app.desk.settings.device, self.app.desk.today
        return step_blocks(self.account, step, device, labels, today)

    def _what_next(self) -> list[Block]:
        """What comes next, once every step of the account is closed."""
        if self.account.next_step is not None:
            return []
        upcoming = self._next_account()
        words = f"{self.account.label}: {self.account.state}. "
        words += (
            f"Press enter for {_in_a_line(upcoming)}."
            if upcoming
            else "That was the last account. Press enter for the summary."
        )
        return [block(words, "$primary"), GAP]

    def _facts(self) -> list[Block]:
        guide, route = self.account.guide, self.account.route
        if guide is None or route is None:
            return []
        place = default_for(guide, chain(self.session.knowledge, self.session.checklist.region))
        whose = own_blocks(self.session.knowledge, guide.id)
        return [*whose, *audit_blocks(self.account), *facts_blocks(guide, route, place)]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go on; the list has the focus, so it gets the enter key."""
        event.stop()
        self.action_go_on()

    # -- moving ----------------------------------------------------------------

    def _next_account(self) -> AccountView | None:
        """The next account with an open step, looking round from this one."""
        return account_after(self.session, self.account_id)

    def show_account(self, account_id: str) -> None:
        """Go to an account's first open step."""
        self.account_id = account_id
        upcoming = self.session.view(account_id).next_step
        self._show_account(upcoming.step.id if upcoming else "")

    def action_account(self, by: int) -> None:
        """Go to the next account, or to the one before."""
        self.show_account(account_beside(self.session, self.account_id, by))

    def action_go_on(self) -> None:
        """Go to the next open step, then the next account, then the summary."""
        if (upcoming := self._open_step_after()) is not None:
            self.query_one(StepsList).move_to(upcoming.id)
        elif (account := self._next_account()) is not None:
            self.show_account(account.account.id)
        else:
            self.action_summary()

    def show_anew(self) -> None:
        """Show the account anew: its steps may be others now."""
        step = self.chosen
        self._show_account(self.there_or_kept(step.step.id if step else ""))

    def action_facts(self) -> None:
        """Show what trains, what this does not cover, and where that is from."""
        from optout_tui.tui.dialogs.read import ReadDialog

        if self.account.guide is not None:
            self.app.push_screen(ReadDialog(f"About {self.account.platform_name}", self._facts()))

    def advance(self) -> None:
        """Go to the next open step of this account, if there is one."""
        if (upcoming := self._open_step_after()) is not None:
            self.query_one(StepsList).move_to(upcoming.id)

    def _open_step_after(self) -> Step | None:
        chosen = self.chosen
        return open_step_after(self.account, chosen.step.id if chosen else "")

    def action_read(self, pages: int) -> None:
        """Scroll the step."""
        pane = self.query_one("#step", Prose)
        pane.scroll_page_down() if pages > 0 else pane.scroll_page_up()


def _begin(session: Session, account_id: str) -> tuple[str, str]:
    """Return the account and the step to begin with."""
    if account_id:
        upcoming = session.view(account_id).next_step
        return account_id, upcoming.step.id if upcoming else ""
    return session.resume_at() or ("", "")


def _in_a_line(view: AccountView) -> str:
    """Return an account with the time it takes, and what an audit found open there."""
    found = lying_open(view.account)
    return f"{view.label}, {minutes(view.minutes_left)}" + (f", {found}" if found else "")


def _step_place(view: AccountView, index: int) -> str:
    """Return where in an account a person is: step 3 of 6 · about 3 min left."""
    if view.next_step is None:
        return f"all {len(view.steps)} steps done" if view.steps else "nothing to do"
    left = minutes(view.minutes_left)
    return f"step {index + 1} of {len(view.steps)} · {left} left"
