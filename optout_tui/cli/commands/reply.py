"""``reply``: what a company answered."""

from argparse import Namespace
from typing import get_args

from optout_tui.checklist.model import About, ReplyKind
from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser, a_day, one_of
from optout_tui.cli.saving import request_json, save
from optout_tui.journey.requests import REASONS, reply

EXAMPLE = "\n".join(
    [
        "optout-tui reply Personal instagram:@anika granted --on 2026-11-22",
        "optout-tui reply Personal instagram:@anika question --about identity",
    ]
)
REPLIES: tuple[ReplyKind, ...] = get_args(ReplyKind)
SUBJECTS: tuple[About, ...] = get_args(About)


def arguments(parser: Parser) -> None:
    """Take an account, the reply, and what is known of it."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("account", metavar="ACCOUNT", help="an account of it")
    parser.add_argument(
        "reply", metavar="REPLY", type=one_of("reply", REPLIES), help=", ".join(REPLIES)
    )
    parser.add_argument(
        "--request", metavar="ID", default="", help="the request meant, where there are several"
    )
    parser.add_argument(
        "--reason", metavar="CODE", default="", help=f"why it was refused: {', '.join(REASONS)}"
    )
    parser.add_argument(
        "--about",
        metavar="SUBJECT",
        type=one_of("subject", SUBJECTS),
        help=f"what they ask about: {', '.join(SUBJECTS)}",
    )
    parser.add_argument("--on", metavar="DATE", type=a_day("--on"), help="the day it came")
    parser.add_argument("--note", metavar="TEXT", default="", help="a note of your own")


def run(args: Namespace) -> None:
    """Record the reply to the request."""
    session = desk_of(args).open(args.name)
    account = session.find_account(args.account)
    day = args.on or session.place.today
    answered = reply(
        session,
        account.id,
        args.reply,
        on=day,
        request_id=args.request,
        reason=args.reason,
        about=args.about,
        note=args.note,
    )
    label = session.view(account.id).label
    save(
        args,
        session,
        f"{label}: {answered.kind} {answered.id}: {args.reply} on {day}",
        lambda: request_json(session, account.id, answered.id),
    )
