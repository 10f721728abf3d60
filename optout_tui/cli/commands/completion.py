"""``completion``: what makes a shell complete our commands, checklists, accounts and steps."""

import argparse
from argparse import Namespace
from pathlib import Path

from optout_tui.cli.output import say_json, say_text
from optout_tui.cli.parser import Parser, one_of
from optout_tui.safety.refusal import Refusal, shown

SCRIPTS = {"bash": "optout-tui.bash", "zsh": "_optout-tui", "fish": "optout-tui.fish"}
FOLDER = Path(__file__).parent.parent / "completions"

EXAMPLE = "\n".join(
    [
        "optout-tui completion bash > optout-tui.bash",
        "",
        "Where each shell looks for it:",
        "  bash  ~/.local/share/bash-completion/completions/optout-tui",
        "        or, in ~/.bashrc: source <(optout-tui completion bash)",
        "  zsh   a file _optout-tui in a folder of $fpath, before compinit runs",
        "  fish  ~/.config/fish/completions/optout-tui.fish",
    ]
)


def arguments(parser: Parser) -> None:
    """Take a shell; what its script asks us with is hidden."""
    parser.add_argument(
        "shell", metavar="SHELL", type=one_of("shell", SCRIPTS), help=", ".join(SCRIPTS)
    )
    parser.add_argument("--candidates", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)  # each after an "="


def run(args: Namespace) -> None:
    """Print the script of a shell, or to that script the words that may go where the cursor is."""
    if args.candidates:
        from optout_tui.cli.shells import answer

        told = answer(args.shell, [word.removeprefix("=") for word in args.words])
        if args.json:
            say_json(told.splitlines())
        else:
            say_text(told)
        return
    if args.words:
        raise Refusal(f"unexpected argument {shown(args.words[0])}; name one shell")
    script = (FOLDER / SCRIPTS[args.shell]).read_text("utf-8")
    if args.json:
        say_json({"shell": args.shell, "script": script})
    else:
        say_text(script.rstrip("\n"))
