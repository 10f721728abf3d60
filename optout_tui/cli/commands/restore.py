"""``restore``: an earlier revision of a checklist, brought back from its backups."""

from argparse import Namespace

from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say, say_json
from optout_tui.cli.parser import Parser, a_count
from optout_tui.cli.saving import named
from optout_tui.journey.files import bring_back

EXAMPLE = "\n".join(
    [
        "optout-tui restore Personal",
        "optout-tui restore Personal --revision 1",
    ]
)


def arguments(parser: Parser) -> None:
    """Take a name and a revision."""
    parser.add_argument("name", metavar="NAME", help="a checklist, whole, damaged or gone")
    parser.add_argument(
        "--revision",
        metavar="N",
        type=a_count("--revision", "revision, such as 16"),
        help="which (default: the newest good one)",
    )


def run(args: Namespace) -> None:
    """Bring it back as a new revision; what stands there now is kept among the backups."""
    session = bring_back(desk_of(args), args.name, args.revision)
    if args.json:
        say_json(named(session))
    else:
        say(f"{session.name}: brought back · Saved, revision {session.revision}")
