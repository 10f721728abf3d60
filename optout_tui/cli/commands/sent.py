"""``sent``: a request went out, or a reminder, a complaint, an appeal, an answer about one."""

from argparse import Namespace
from typing import get_args

from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.checklist.model import Account, Channel, WrittenKind
from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser, a_day, one_of
from optout_tui.cli.saving import request_json, save
from optout_tui.journey.requests import Dispatch, find_request, follow_up, sent
from optout_tui.journey.session import Session
from optout_tui.library.kinds import RequestKind
from optout_tui.safety.refusal import Refusal

EXAMPLE = "\n".join(
    [
        "optout-tui sent Personal instagram:@anika --on 2026-11-22 --reference 4711",
        "optout-tui sent Personal instagram:@anika --kind reminder --channel email",
    ]
)
REQUESTS: tuple[RequestKind, ...] = get_args(RequestKind)
FOLLOW_UPS: tuple[WrittenKind, ...] = (*get_args(FollowUpKind), "answer")
CHANNELS: tuple[Channel, ...] = get_args(Channel)


def arguments(parser: Parser) -> None:
    """Take an account and what is known of the sending."""
    kinds = (*REQUESTS, *FOLLOW_UPS)
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("account", metavar="ACCOUNT", help="an account of it")
    parser.add_argument(
        "--kind",
        metavar="KIND",
        type=one_of("kind", kinds),
        help=f"{', '.join(kinds)}; without it, what the account's way sends",
    )
    parser.add_argument(
        "--request", metavar="ID", default="", help="the request meant; with its kind, corrects it"
    )
    parser.add_argument("--on", metavar="DATE", type=a_day("--on"), help="the day it was sent")
    parser.add_argument(
        "--received", metavar="DATE", type=a_day("--received"), help="the day it arrived"
    )
    parser.add_argument(
        "--channel",
        metavar="CHANNEL",
        type=one_of("channel", CHANNELS),
        help=", ".join(CHANNELS),
    )
    parser.add_argument("--reference", metavar="TEXT", help="a case number or the like")


def run(args: Namespace) -> None:
    """Record the sending; for a request the clock starts on the day it was received."""
    session = desk_of(args).open(args.name)
    account = session.find_account(args.account)
    if args.kind in FOLLOW_UPS:
        if args.received:
            raise Refusal("--received goes with a request; leave it out here")
        dispatch = _dispatch(args, session)
        made = follow_up(session, account.id, args.kind, dispatch, args.request)
        line = f"{args.kind} about {made.id} sent on {dispatch.sent}"
    elif args.request:
        kind, dispatch = _corrected(args, account)
        made = sent(session, account.id, kind, dispatch, request_id=args.request)
        line = f"{made.id} corrected: {kind} sent on {made.sent}"
    else:
        kind = args.kind or _usual_kind(session, account)
        made = sent(session, account.id, kind, _dispatch(args, session))
        line = f"{kind} {made.id} sent on {made.sent}"
    label = session.view(account.id).label
    made_json = lambda: request_json(session, account.id, made.id)  # noqa: E731
    save(args, session, f"{label}: {line}", made_json)


def _dispatch(args: Namespace, session: Session) -> Dispatch:
    day = args.on or session.place.today
    return Dispatch(day, args.received, args.channel or "form", args.reference or "")


def _corrected(args: Namespace, account: Account) -> tuple[RequestKind, Dispatch]:
    """Return the kind and the sending of a request, as it was but for what is given now."""
    old = find_request(account, args.request)
    day = args.on or old.sent
    moved = bool(args.on) and old.received == old.sent
    received = args.received or (None if moved else old.received)
    reference = old.reference if args.reference is None else args.reference
    kind: RequestKind = args.kind or old.kind
    return kind, Dispatch(day, received, args.channel or old.channel, reference)


def _usual_kind(session: Session, account: Account) -> RequestKind:
    """Return what the account's route sends, an objection where it sends nothing."""
    steps = (view.step for view in session.view(account.id).steps)
    return next((step.sends for step in steps if step.sends), "objection")
