"""``proof``: a mail, a receipt or a screenshot the person holds."""

from argparse import Namespace
from pathlib import Path

from optout_tui.cli.desk import desk_of
from optout_tui.cli.parser import Parser, one_of
from optout_tui.cli.saving import account_json, save
from optout_tui.contentcheck.files import is_special
from optout_tui.journey.proofs import proof
from optout_tui.safety.limits import BadFile

EXAMPLE = "\n".join(
    [
        "optout-tui proof Personal instagram:@anika mail --reference 4711",
        "optout-tui proof Personal instagram:@anika screenshot --file form.png",
    ]
)
KINDS = ("mail", "receipt", "screenshot")


def arguments(parser: Parser) -> None:
    """Take an account, the kind of proof, and where it is."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("account", metavar="ACCOUNT", help="an account of it")
    parser.add_argument("kind", metavar="KIND", type=one_of("kind", KINDS), help=", ".join(KINDS))
    parser.add_argument(
        "--file", metavar="F", type=Path, help="a file: its name and SHA-256 are kept, no copy"
    )
    parser.add_argument("--reference", metavar="TEXT", default="", help="a case number or the like")
    parser.add_argument("--note", metavar="TEXT", default="", help="a note of your own")


def run(args: Namespace) -> None:
    """Record the proof."""
    if args.file is not None and is_special(args.file):
        raise BadFile(str(args.file), "is not a file")  # a pipe would be waited for without end
    session = desk_of(args).open(args.name)
    account = session.find_account(args.account)
    proof(
        session,
        account.id,
        args.kind,
        file=args.file,
        reference=args.reference,
        note=args.note,
    )

    def made() -> dict[str, object]:
        shown = account_json(session, account.id)
        return {"account": shown, "evidence": shown["evidence"][-1]}

    save(args, session, f"{session.view(account.id).label}: {args.kind} kept", made)
