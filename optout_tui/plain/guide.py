"""Through the steps of every account, one question each."""

from optout_tui.checklist.progress import CLOSED, AccountView, StepView
from optout_tui.journey.moving import account_after, open_step_after
from optout_tui.journey.steps import mark
from optout_tui.plain.asks import ask_note, ask_problem, do_step
from optout_tui.plain.choosing import Choice
from optout_tui.plain.menu import (
    CLOSED_STEP,
    EVERY_STEP,
    MENU,
    MORE,
    OPEN_STEP,
    do_with_account,
    do_with_checklist,
)
from optout_tui.plain.requests import tell_requests
from optout_tui.plain.setting_up import ask_accounts
from optout_tui.plain.step_text import account_lines, in_a_line, step_lines, step_place
from optout_tui.plain.talk import Back
from optout_tui.plain.visit import GoTo, Visit
from optout_tui.safety.refusal import Refusal

Place = tuple[str, str] | None
"""An account and a step, empty for its first open one; None is the menu."""

ABOUT_STEP = (
    "Do the step on your device, then say how it went.\n"
    "Any word of more or menu will do here too, such as letter or undo."
)
STATES = {"done": "done", "skipped": "skipped", "problem": "problem", "todo": "to do"}


class Steps:
    """One person's way through the steps of one checklist."""

    def __init__(self, visit: Visit, account_id: str = "") -> None:
        """Go on where the person stopped, or at an account."""
        self.visit = visit
        self.talk = visit.talk
        self.session = visit.session
        self.told = ""
        self.told_step: object = None
        self.listed: list[tuple[Choice[str], ...]] = []
        self.place: Place = (account_id, "") if account_id else self.resume()
        self.last = self.place
        self.shown = False

    def resume(self) -> Place:
        """Where the person stopped, or where that is closed, the next open step."""
        at = self.session.resume_at()
        if at is None:
            return None
        view = self.session.view(at[0])
        is_open = any(one.step.id == at[1] and one.state not in CLOSED for one in view.steps)
        return at if is_open else self._on(*at)

    def _on(self, account_id: str, step_id: str) -> Place:
        """The next open step of this account, else of the next account that has one."""
        upcoming = open_step_after(self.session.view(account_id), step_id)
        if upcoming is not None:
            return account_id, upcoming.id
        other = account_after(self.session, account_id)
        return (other.account.id, "") if other else None

    # -- one step ----------------------------------------------------------------

    def one(self, account_id: str, step_id: str) -> Place:
        """Ask about one step and return where to go on."""
        if self.session.checklist.account(account_id) is None:
            return self.resume()
        view = self.session.view(account_id)
        step = step_at(view, step_id)
        self.tell_account(view)
        if step is None:
            return self._on(account_id, "")
        self.session.stop_at(account_id, step.step.id)
        chosen = self._ask(view, step)
        if chosen is None:
            return self._before(view, step)
        here = (account_id, step.step.id)
        try:
            place = self.do(chosen, view, step)
        except Back:
            place = here
        except Refusal as reason:
            self.talk.no(str(reason))
            place = here
        if place is not None and self.session.checklist.account(place[0]) is not None:
            there = step_at(self.session.view(place[0]), place[1])
            self.session.stop_at(place[0], there.step.id if there else "")
        self.visit.save()
        return place

    def tell_account(self, view: AccountView) -> None:
        """Say which account it is and how it stands, unless that was said last."""
        if self.told == view.account.id:
            return
        self.told = view.account.id
        yours = self.session.knowledge.is_own(view.account.platform)
        self.talk.say(*account_lines(view, self.visit.region_name, yours=yours))
        tell_requests(self.visit, view.account.id)

    def _ask(self, view: AccountView, step: StepView) -> str | None:
        """Tell the step, ask how it went and return the choice; None for a step back."""
        labels, desk = self.session.checklist.labels, self.visit.desk
        lines = list(step_lines(view, step, desk.settings.device, labels, desk.today))
        here = f"{step_place(view, step)}: {step.step.title}"
        self.talk.place = f"{view.label}, {self.visit.region_name}. {here}"
        told = (view.account.id, step.step, desk.settings.device, labels)
        self.talk.say(*(lines if told != self.told_step else ("", here)))
        self.told_step = told
        first = CLOSED_STEP if step.state in CLOSED else OPEN_STEP
        also = [*OPEN_STEP, *MORE, *MENU]
        question = "What now?" if step.state in CLOSED else "How did it go?"
        try:
            choices = [*first, *EVERY_STEP]
            explain = "\n".join((*lines, "", ABOUT_STEP))
            short = first in self.listed
            self.listed.append(first)
            return self.talk.choose(question, choices, explain=explain, also=also, short=short)
        except Back:
            return None

    def do(self, chosen: str, view: AccountView, step: StepView) -> Place:
        """Do what was chosen at a step and return where to go on. Raises Back and Refusal."""
        account_id, step_id = here = (view.account.id, step.step.id)
        match chosen:
            case "done" if step.state not in CLOSED:
                do_step(self.visit, account_id, step)
                return self._on(*here)
            case "skip" if step.state not in CLOSED:
                mark(self.session, account_id, step_id, "skipped")
                return self._on(*here)
            case "todo":
                mark(self.session, account_id, step_id, "todo")
            case "problem":
                ask_problem(self.visit, account_id, step)
            case "note":
                ask_note(self.visit, account_id, step)
            case "on" | "later" | "done" | "skip":
                return self._on(*here)
            case _:
                return self._elsewhere(chosen, view, step)
        return here

    def _elsewhere(self, chosen: str, view: AccountView, step: StepView) -> Place:
        here = (view.account.id, step.step.id)
        match chosen:
            case "more":
                return self.do(self.talk.choose("What?", MORE, 0), view, step)
            case "menu":
                return None
            case "step":
                lines = [(s.step.id, f"{s.step.title}: {STATES[s.state]}") for s in view.steps]
                now = view.steps.index(step) + 1
                return view.account.id, self.talk.choose("Which step?", lines, now)
            case "account":
                labels = [(v.account.id, in_a_line(v)) for v in self.session.views()]
                self.told = ""
                return self.talk.choose("Which account?", labels, 0), ""
            case "steps":
                return here
            case _ if chosen in dict(MORE):
                self.told_step = None  # what was said of it is far up by now
                do_with_account(self.visit, chosen, view, step)
            case _:
                do_with_checklist(self.visit, chosen)
                self.told, self.told_step = "", None
        return here

    def _before(self, view: AccountView, step: StepView) -> Place:
        """Return the step before; from the very first one ask for the accounts."""
        number = view.steps.index(step)
        if number > 0:
            return view.account.id, view.steps[number - 1].step.id
        try:
            ask_accounts(self.visit)
        except Back:
            raise GoTo from None
        self.told = ""
        return view.account.id, ""


def step_at(view: AccountView, step_id: str) -> StepView | None:
    """Return that step, else the first open one, else the first; None where there is none."""
    named = next((one for one in view.steps if one.step.id == step_id), None)
    return named or view.next_step or (view.steps[0] if view.steps else None)
