"""What a screen about one account can do: mark steps, change things, remember the place."""

from collections.abc import Callable

from optout_tui.checklist.model import StepState
from optout_tui.checklist.progress import CLOSED, StepView
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark
from optout_tui.regions import name_of
from optout_tui.tui.leaving import Leavable, Refreshing
from optout_tui.tui.widgets.page import Page


class AccountPage(Page, Leavable, Refreshing):
    """A screen about one account of a checklist, with a step under its cursor."""

    def __init__(self, session: Session, account_id: str) -> None:
        """Be about that account of *session*."""
        super().__init__()
        self.session = session
        self.account_id = account_id
        self.account = session.view(account_id)

    @property
    def shows_saving(self) -> bool:
        """It edits a checklist."""
        return True

    @property
    def region_name(self) -> str:
        """The region's name."""
        return name_of(self.session.knowledge, self.session.checklist.region)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no key act on steps that are not there yet, however fast it was typed."""
        return self.is_mounted and super().check_action(action, parameters)

    @property
    def chosen(self) -> StepView | None:
        """The step under the cursor."""
        return None

    def refresh_account(self) -> None:
        """Show what changed, leaving the cursor where it is."""

    def show_account(self, account_id: str) -> None:
        """Go to an account's first open step."""
        self.account_id = account_id

    def take_in(self) -> None:
        """Show what another program changed; where it removed the account, another one."""
        if self.session.checklist.account(self.account_id) is None:
            self.app.show_checklist(self.session)
        else:
            self.show_anew()

    def show_anew(self) -> None:
        """Show the account anew: its steps may be others now."""

    def advance(self) -> None:
        """Go to the next open step of this account, if there is one."""

    def before_leaving(self) -> None:
        """Remember the step, so that the person comes back to it."""
        if not self.is_mounted:  # a key can be faster than the screen
            return
        step = self.chosen
        self.session.stop_at(self.account_id, step.step.id if step else "")

    def there_or_kept(self, step_id: str) -> str:
        """Return *step_id* where the account's way has it, else the step the checklist keeps."""
        steps = [view.step.id for view in self.session.view(self.account_id).steps]
        here = self.session.checklist.here
        if step_id in steps or here is None or here.account != self.account_id:
            return step_id
        return here.step

    def mark(self, state: StepState, trouble: str = "") -> None:
        """Mark the chosen step and go on to the next one where it is closed now."""
        step = self.chosen
        if step is not None:
            self.do(lambda: mark(self.session, self.account_id, step.step.id, state, trouble))

    def do(self, work: Callable[[], object]) -> None:
        """Do *work*, show what changed, and go on where the chosen step is closed by it."""
        before = self.chosen
        if self.app.attempt(lambda: work() or True) is None:
            return
        self.refresh_account()
        after = self.chosen
        was_open = before is None or before.state not in CLOSED
        if was_open and after is not None and after.state in CLOSED:
            self.advance()
        self.before_leaving()  # before the save that is under way takes what it saves

    def action_compare(self) -> None:
        """Show every platform in one table."""
        self.app.show_compare(self.session.checklist.region)

    def action_back(self) -> None:
        """Go back to the list of checklists."""
        self.app.show_start()
