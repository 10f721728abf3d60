"""``letter``: a letter to a company or an authority, to be copied and sent."""

from argparse import Namespace
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from optout_tui.cli.desk import desk_of
from optout_tui.cli.output import say_json, say_text, tell
from optout_tui.cli.parser import Parser, one_of
from optout_tui.letters.grounds import ADVICE, QUESTIONS, QUESTIONS_FILE, joined
from optout_tui.letters.grounds import EXAMPLE as REASONS
from optout_tui.letters.letter import DRAFT, KINDS, Letter, Manner, OwnWords
from optout_tui.safety.limits import BadFile, read_bytes
from optout_tui.safety.refusal import Refusal

if TYPE_CHECKING:
    from optout_tui.journey.session import Session

_WIDTH = 78
MAX_FILE = 64 * 1024

EXAMPLE = "\n".join(
    [
        "optout-tui letter Personal instagram:@anika --kind objection --grounds reasons.txt",
        "",
        "Where the law wants your own reasons, these questions help:",
        *(f"  - {question}" for question in QUESTIONS),
        fill(ADVICE, _WIDTH, initial_indent="  ", subsequent_indent="  "),
        "",
        "So they may sound; yours must be your own:",
        fill(REASONS, _WIDTH, initial_indent="  ", subsequent_indent="  "),
        "",
        DRAFT,
    ]
)


def arguments(parser: Parser) -> None:
    """Take an account, the kind of letter, and what only the person can say."""
    parser.add_argument("name", metavar="NAME", help="a checklist")
    parser.add_argument("account", metavar="ACCOUNT", help="an account of it")
    parser.add_argument(
        "--kind",
        metavar="KIND",
        type=one_of("kind", KINDS),
        help=f"{', '.join(KINDS)}; without it, what comes next",
    )
    parser.add_argument("--grounds", metavar="FILE", help="a file with your own reasons")
    parser.add_argument(
        "--audit",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="add a sentence with figures from your export, or from those that were kept",
    )
    parser.add_argument(
        "--questions", action="store_true", help="print a file to write your reasons into"
    )
    parser.add_argument("--short", action="store_true", help="a form that fits a text box")
    parser.add_argument("--language", metavar="CODE", default="", help="de, en, fr and others")
    parser.add_argument("--request", metavar="ID", default="", help="the request it is about")
    parser.add_argument("--output", metavar="FILE", default="-", help="a file; - is the screen")
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def run(args: Namespace) -> None:
    """Print the letter, or write it into a file; what to know of it goes to stderr."""
    from optout_tui.journey.letters import draft, suggested_kind

    if args.questions and args.audit is None:
        _say_questions(args, QUESTIONS_FILE)
        return
    session = desk_of(args).open(args.name)
    account = session.find_account(args.account)
    figures = _figures(args, session) if args.audit is not None else ""
    if args.questions:
        _say_questions(args, f"{QUESTIONS_FILE}\n{figures}")
        return
    letter = draft(
        session,
        account.id,
        args.kind or suggested_kind(session, account.id),
        OwnWords(grounds=_grounds(args.grounds, figures) if args.grounds else ""),
        Manner(language=args.language, short=args.short),
        request_id=args.request,
    )
    _check(letter, args.grounds)
    path = _write(args, letter) if args.output != "-" else None
    if args.json:
        made = {"name": session.name, "account": account.id, **letter.as_json()}
        say_json(made | {"path": str(path) if path else None})
        return
    if path is None:
        say_text(letter.text.rstrip("\n"))
    else:
        tell(f"Written to {path}")
    for note in letter.notes:
        tell(f"- {note}")


def _say_questions(args: Namespace, text: str) -> None:
    if args.json:
        say_json({"path": None, "text": text})
    else:
        say_text(text)


def _check(letter: Letter, grounds_file: str | None) -> None:
    """Refuse a letter in which something is missing, and say where help is."""
    if letter.problem:
        cure = f"change {grounds_file}"
        if not grounds_file:
            cure = "write them into a file and add --grounds FILE"
        raise Refusal(f'{letter.problem}; {cure}; "optout-tui letter --help" asks what helps')


def _figures(args: Namespace, session: "Session") -> str:
    """Return the sentence from an audit, once it was shown; raises Refusal."""
    from optout_tui.journey.figures import sentence_from

    if not (args.grounds or args.questions):
        cure = "add --grounds FILE, or --questions to get a file that holds the figures"
        raise Refusal(f"--audit adds figures to reasons of your own; {cure}")
    sentence = sentence_from(session, args.account, args.audit)
    if not args.questions:
        tell(f"Added to your reasons: {sentence}")
    return sentence


def _grounds(file: str, figures: str) -> str:
    path = Path(file)
    try:
        return joined([read_bytes(path, MAX_FILE).decode("utf-8-sig"), figures])
    except UnicodeDecodeError as error:
        raise BadFile(path.name, "not UTF-8 text", f"byte {error.start}") from None


def _write(args: Namespace, letter: Letter) -> Path:
    from optout_tui.export.file import write_export  # printing does not need it

    path = Path(args.output).absolute()
    write_export(path, letter.text, force=args.force)
    return path
