"""Through the steps of every account, one question each."""

from collections.abc import Callable

from optout_tui.checklist.progress import CLOSED, AccountView, StepView
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark
from optout_tui.library.kinds import Device
from optout_tui.plain.asks import (
    ask_note,
    ask_problem,
    ask_proof,
    ask_reply,
    ask_way,
    do_step,
)
from optout_tui.plain.step_text import account_lines, step_lines
from optout_tui.plain.talk import Back, Talk
from optout_tui.regions import name_of
from optout_tui.safety.refusal import Refusal

CHOICES = (
    ("done", "done"),
    ("problem", "problem: it did not go well"),
    ("skip", "skip this step"),
    ("note", "note"),
    ("more", "more: other device, other way, answers, undo, another account"),
)
MORE = (
    ("device", "show the way on the other device"),
    ("way", "follow another way that does as well"),
    ("reply", "an answer came back"),
    ("proof", "keep a proof"),
    ("undo", "undo the last change"),
    ("account", "go to another account"),
)


class Walk:
    """One person's way through one checklist."""

    def __init__(self, talk: Talk, session: Session, device: Device) -> None:
        """Walk through *session*, showing the ways on *device* first."""
        self.talk = talk
        self.session = session
        self.device = device

    def all(self) -> None:
        """Go on from where the person stopped until no step is open; raises Leave."""
        place = self.session.resume_at()
        account_id = ""
        while place is not None:
            view = self.session.view(place[0])
            step = _step_at(view, place[1])
            if step is None:
                return
            if view.account.id != account_id:
                account_id = view.account.id
                region = name_of(self.session.knowledge, self.session.checklist.region)
                self.talk.say(*account_lines(view, region))
            place = self._one(view, step)

    def _one(self, view: AccountView, step: StepView) -> tuple[str, str] | None:
        """Ask about one step and return where to go on, or None where all is done."""
        self.session.stop_at(view.account.id, step.step.id)
        lines = step_lines(
            view, step, self.device, self.session.checklist.labels, self.session.place.today
        )
        self.talk.say(*lines)
        before = self.session.checklist
        try:
            chosen = self.talk.choose("How did it go?", CHOICES)
            place = self._do(chosen, view.account.id, step)
        except Refusal as reason:
            self.talk.no(str(reason))
            return view.account.id, step.step.id
        except Back:
            return self._before(view, step)
        if self.session.checklist is not before:
            self.talk.say(f"Saved, revision {self.session.save()}.")
        return place

    def _do(self, chosen: str, account_id: str, step: StepView) -> tuple[str, str] | None:
        here = (account_id, step.step.id)
        talk, session = self.talk, self.session
        match chosen:
            case "done":
                do_step(talk, session, account_id, step)
                return self._after(account_id, step)
            case "skip":
                mark(session, account_id, step.step.id, "skipped")
                return self._after(account_id, step)
            case "problem":
                ask_problem(talk, session, account_id, step)
            case "note":
                ask_note(talk, session, account_id, step)
            case _:
                return self._more(talk.choose("What?", MORE), account_id) or here
        return here

    def _more(self, chosen: str, account_id: str) -> tuple[str, str] | None:
        asked: dict[str, Callable[[], None]] = {
            "way": lambda: ask_way(self.talk, self.session, account_id),
            "reply": lambda: ask_reply(self.talk, self.session, account_id),
            "proof": lambda: ask_proof(self.talk, self.session, account_id),
        }
        if chosen in asked:
            asked[chosen]()
        elif chosen == "device":
            self.device = "web" if self.device == "phone" else "phone"
        elif chosen == "undo":
            done = self.session.undo()
            self.talk.say(f"Undone: {done}" if done else "There is nothing to undo.")
        else:
            labels = [(view.account.id, view.label) for view in self.session.views()]
            return self.talk.choose("Which account?", labels), ""
        return None

    def _after(self, account_id: str, step: StepView) -> tuple[str, str] | None:
        """Return the next open step of this account, else of any, else None."""
        view = self.session.view(account_id)
        ids = [one.step.id for one in view.steps]
        later = view.steps[ids.index(step.step.id) + 1 :] if step.step.id in ids else view.steps
        for one in later:
            if one.state not in CLOSED:
                return account_id, one.step.id
        for other in self.session.views():
            if other.next_step is not None:
                return other.account.id, other.next_step.step.id
        return None

    def _before(self, view: AccountView, step: StepView) -> tuple[str, str]:
        """Return the step before; raises Back at the very first one."""
        number = view.steps.index(step)
        if number == 0:
            raise Back
        return view.account.id, view.steps[number - 1].step.id


def _step_at(view: AccountView, step_id: str) -> StepView | None:
    named = next((one for one in view.steps if one.step.id == step_id), None)
    return named or view.next_step or (view.steps[0] if view.steps else None)
