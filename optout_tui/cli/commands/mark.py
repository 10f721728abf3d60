"""``mark``: what the space bar does on a step."""

from argparse import Namespace
from typing import Any

from optout_tui.checklist.model import StepState
from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser, one_of
from optout_tui.cli.saving import account_json, save
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark, note, step_of
from optout_tui.library.guides import Step

EXAMPLE = "\n".join(
    [
        "optout-tui mark Personal instagram:@anika open-form done",
        'optout-tui mark Personal instagram:@anika send skipped --note "later, on the phone"',
    ]
)
STATES: tuple[StepState, ...] = ("done", "skipped", "problem", "todo")


def arguments(parser: Parser) -> None:
    """Take a step of an account, its state, and what there is to say about it."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("account", metavar="ACCOUNT", help="an account of it")
    parser.add_argument("step", metavar="STEP", help='a step\'s id, as "status" shows it')
    parser.add_argument(
        "state", metavar="STATE", type=one_of("state", STATES), help="done, skipped, problem, todo"
    )
    parser.add_argument("--trouble", metavar="ID", default="", help="which known trouble it was")
    parser.add_argument("--note", metavar="TEXT", help='a note of your own; "" takes it away')


def run(args: Namespace) -> None:
    """Mark the step; ticking one that sends something records a request of today."""
    session = desk_of(args).open(args.name)
    account = session.find_account(args.account)
    step = step_of(session, account, args.step)
    known = {request.id for request in account.requests}
    mark(session, account.id, step.id, args.state, args.trouble)
    if args.note is not None:
        note(session, account.id, step.id, args.note)
    line = f"{session.view(account.id).label}: {step.title}: {args.state}"
    save(args, session, line, lambda: _made(session, account.id, step, known))


def _made(session: Session, account_id: str, step: Step, known: set[str]) -> dict[str, Any]:
    account = account_json(session, account_id)
    marked = next((one for one in account["steps"] if one["id"] == step.id), {"id": step.id})
    made = [one for one in account["requests"] if one["id"] not in known]
    return {"account": account, "step": marked, "request": made[0] if made else None}
