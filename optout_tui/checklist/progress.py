"""What follows from a checklist and today's date: steps, next step, state, proof. Never stored."""

from datetime import date
from typing import NamedTuple

from optout_tui.checklist.history import (
    complaint_about_refusal,
    extended_on,
    final_replies,
    is_open,
    questions,
)
from optout_tui.checklist.model import Account, Checklist, Evidence, Request, StepMark, StepState
from optout_tui.checklist.standing import FINISHED, Proof, RequestState, State
from optout_tui.guides.choose import route_for
from optout_tui.guides.seen import Part, changed_parts, is_changed
from optout_tui.library.guides import Guide, Route, Step
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain
from optout_tui.rights import Deadline, deadline, internal_step, internal_step_due

CLOSED: frozenset[StepState] = frozenset({"done", "skipped"})


class StepView(NamedTuple):
    """A step of the route and what the person said of it.

    ``changed`` is true when the guide says something else than on the day it was ticked;
    ``parts`` are what of it, as far as that is on record.
    """

    step: Step
    state: StepState
    mark: StepMark | None
    changed: bool
    parts: tuple[Part, ...] = ()


class RequestView(NamedTuple):
    """A request and its dates: ``due`` the ordinary and ``latest`` the last lawful day.

    Both are None where the law sets none, while its clock stands still, and once a complaint
    about a refusal is out; an appeal has dates of its own where the law sets some. ``law`` is
    what the law says of the request itself, None where it gives no such right.
    """

    request: Request
    due: date | None
    latest: date | None
    state: RequestState
    law: Deadline | None


class AccountView(NamedTuple):
    """Everything that follows for one account on one day."""

    account: Account
    guide: Guide | None
    route: Route | None
    steps: tuple[StepView, ...]
    requests: tuple[RequestView, ...]
    state: State
    proof: Proof

    @property
    def next_step(self) -> StepView | None:
        """The first step that is neither done nor skipped, or None."""
        return next((view for view in self.steps if view.state not in CLOSED), None)

    @property
    def minutes_left(self) -> int:
        """Minutes the open steps take together, as the guide estimates them."""
        return sum(view.step.minutes for view in self.steps if view.state not in CLOSED)

    @property
    def steps_done(self) -> int:
        """How many steps are done or skipped."""
        return sum(view.state in CLOSED for view in self.steps)

    @property
    def platform_name(self) -> str:
        """The platform's own name, or its id where no guide is known."""
        return self.guide.name if self.guide else self.account.platform

    @property
    def label(self) -> str:
        """Platform and handle, as people say it: ``Instagram @anika``."""
        return f"{self.platform_name} {self.account.handle}".rstrip()


def route_of(account: Account, guide: Guide, region: str, knowledge: Knowledge) -> Route:
    """Return the route the account follows; where its guide lost it, the region's own."""
    return guide.route(account.route) or route_for(guide, chain(knowledge, region))


def mark_of(account: Account, step: Step) -> StepMark | None:
    """Return what was said of *step*, under its id or any id it bore before."""
    ids = (step.id, *step.was)
    return next((mark for mark in account.steps if mark.id in ids), None)


def view_account(account: Account, region: str, knowledge: Knowledge, today: date) -> AccountView:
    """Return everything that follows for *account* of a person living in *region*."""
    guide = knowledge.find_guide(account.platform)
    route = route_of(account, guide, region, knowledge) if guide else None
    steps = tuple(_view_step(account, step) for step in route.steps) if route else ()
    requests = tuple(_view_request(r, region, knowledge, today) for r in account.requests)
    state = _state(account, route, steps, requests)
    return AccountView(account, guide, route, steps, requests, state, _proof(account, steps, state))


def view_accounts(
    checklist: Checklist, knowledge: Knowledge, today: date
) -> tuple[AccountView, ...]:
    """Return the view of every account, in the checklist's order."""
    return tuple(view_account(a, checklist.region, knowledge, today) for a in checklist.accounts)


def _view_step(account: Account, step: Step) -> StepView:
    mark = mark_of(account, step)
    if mark is None:
        return StepView(step, "todo", None, changed=False)
    changed, parts = is_changed(mark.seen, step), changed_parts(mark.seen, step)
    return StepView(step, mark.state, mark, changed, parts)


def _view_request(request: Request, region: str, knowledge: Knowledge, today: date) -> RequestView:
    law = deadline(
        knowledge,
        region,
        request.kind,
        request.received,
        questions=questions(request),
        extended_on=extended_on(request),
    )
    if complaint_about_refusal(request) is not None:
        due = latest = _appeal_due(request, region, knowledge)
    else:
        due, latest = (law.due, law.latest) if law else (None, None)
    return RequestView(request, due, latest, _request_state(request, latest, today), law)


def _request_state(request: Request, latest: date | None, today: date) -> RequestState:
    if not is_open(request):
        return "granted" if final_replies(request)[-1].kind == "granted" else "refused"
    return "overdue" if latest and today > latest else "waiting"


def _appeal_due(request: Request, region: str, knowledge: Knowledge) -> date | None:
    """Return when an appeal must be answered; for any other complaint the law sets no such day."""
    complaint = complaint_about_refusal(request)
    if complaint is None or complaint.kind != "appeal":
        return None
    step = internal_step(knowledge, region, complaint.on)
    if step is None or step.kind != "appeal":
        return None
    return internal_step_due(knowledge, region, complaint.on)


def _state(
    account: Account,
    route: Route | None,
    steps: tuple[StepView, ...],
    requests: tuple[RequestView, ...],
) -> State:
    if route is not None and route.kind == "none":
        return "nothing to do"
    if _problem_is_newest(account, steps):
        return "problem"
    if (out := _state_of_requests(requests)) is not None:
        return out
    if not any(view.state != "todo" for view in steps):
        return "not started"
    if any(view.state not in CLOSED for view in steps):
        return "in progress"
    return "reduced" if route is not None and route.kind == "limit" else "done"


def _state_of_requests(requests: tuple[RequestView, ...]) -> State | None:
    """Return what the requests hold up the account with, or None."""
    states = {view.state for view in requests}
    if "overdue" in states:
        return "overdue"
    if _is_refused(requests):
        return "refused"
    return "waiting" if "waiting" in states else None


def _is_refused(requests: tuple[RequestView, ...]) -> bool:
    """Whether the newest final reply to some kind of request is a refusal left as it is."""
    newest: dict[RequestKind, tuple[date, bool]] = {}
    for view in requests:
        if view.state in ("granted", "refused"):
            answer = (final_replies(view.request)[-1].on, view.state == "refused")
            before = newest.setdefault(view.request.kind, answer)
            if before[0] <= answer[0]:
                newest[view.request.kind] = answer
    return any(refused for _, refused in newest.values())


def _problem_is_newest(account: Account, steps: tuple[StepView, ...]) -> bool:
    """Whether the newest thing said of the account, notes aside, is that a step did not work."""
    marks = [view.mark for view in steps if view.mark is not None and view.state != "todo"]
    problems = [mark.at for mark in marks if mark.state == "problem"]
    if not problems:
        return False
    newest = max(problems)
    moments = [mark.at for mark in marks] + [evidence.at for evidence in account.evidence]
    if any(at > newest for at in moments):
        return False
    days = [request.sent for request in account.requests]
    days += [event.on for request in account.requests for event in request.events]
    return all(on <= newest.date() for on in days)


def _is_checked(account: Account) -> bool:
    """Whether a check passed, and none that looked at the same or at something else fails since.

    Of the checks of one address the newest counts: a site may have been opened again. One that
    names no address was ticked by hand, and speaks against nothing.
    """
    newest: dict[str, Evidence] = {}
    for evidence in account.evidence:
        if evidence.kind == "check" and (evidence.passed or _names_address(evidence)):
            before = newest.setdefault(evidence.reference, evidence)
            if evidence.at >= before.at:
                newest[evidence.reference] = evidence
    return bool(newest) and all(evidence.passed for evidence in newest.values())


def _names_address(evidence: Evidence) -> bool:
    return evidence.reference.startswith(("https://", "http://"))


def _proof(account: Account, steps: tuple[StepView, ...], state: State) -> Proof:
    kinds = {evidence.kind for evidence in account.evidence if evidence.kind != "check"}
    if _is_checked(account):
        return "machine-verified"
    granted = any(e.kind == "granted" for request in account.requests for e in request.events)
    if granted or kinds & {"mail", "receipt"}:
        return "platform-confirmed"
    ticked = any(view.state == "done" for view in steps)
    return "self-attested" if state in FINISHED and ticked else "none"
