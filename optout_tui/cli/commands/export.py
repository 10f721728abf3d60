"""``export``: a checklist for somebody else to read."""

from argparse import Namespace
from pathlib import Path

from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say_exactly, say_json, tell
from optout_tui.cli.parser import Parser, one_of

EXAMPLE = "\n".join(
    [
        "optout-tui export Personal --format md --output personal.md",
        "optout-tui export Personal --format ics --output personal.ics",
        "optout-tui export Personal --format csv --redact --output for-others.csv",
    ]
)


def arguments(parser: Parser) -> None:
    """Take a checklist, a format, and where it is to go."""
    from optout_tui.export.render import FORMATS

    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", FORMATS),
        default="md",
        help=f"{', '.join(FORMATS)}; md without it",
    )
    parser.add_argument("--output", metavar="FILE", default="-", help="a file; - is the screen")
    parser.add_argument("--redact", action="store_true", help="leave out handles and addresses")
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def run(args: Namespace) -> None:
    """Print the export, or write it into a file and say where on stderr."""
    from optout_tui.export.render import render

    desk = desk_of(args)
    session = desk.open(args.name)
    text = render(session.current, desk.knowledge, desk.today, args.format, redact=args.redact)
    made = {"name": session.name, "format": args.format, "redacted": args.redact}
    if args.output != "-":
        path = _write(args, text)
        if args.json:
            say_json(made | {"path": str(path)})
        else:
            tell(f"Written to {path}")
    elif args.json:
        say_json(made | {"path": None, "text": text})
    else:
        say_exactly(text)


def _write(args: Namespace, text: str) -> Path:
    from optout_tui.export.file import write_export  # printing does not need it

    path = Path(args.output).absolute()
    write_export(path, text, force=args.force)
    return path
