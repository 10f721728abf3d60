"""Every command: its name, what it does in one line, and where it stands in the overview."""

from keyword import iskeyword
from typing import NamedTuple

from optout_tui.safety.names import same_name
from optout_tui.safety.refusal import Refusal, shown


class Command(NamedTuple):
    """One command; ``name`` is one word, or two where a family of commands shares the first."""

    name: str
    summary: str

    @property
    def module(self) -> str:
        """The name of its module in ``cli/commands``; a word of Python's own needs another."""
        name = self.name.replace(" ", "_")
        return f"{name}_" if iskeyword(name) else name


WIZARD = Command("wizard", "Go through it step by step, on a screen")

GROUPS: dict[str, tuple[Command, ...]] = {
    "Your checklists": (
        Command("new", "Create a checklist, without a screen"),
        Command("open", "Open the wizard at a checklist"),
        Command("list", "Show every checklist and what comes next"),
        Command("status", "Show one checklist, account by account"),
        Command("rename", "Give a checklist another name"),
        Command("delete", "Delete a checklist with its backups"),
    ),
    "Where you live, which accounts you have": (
        Command("region", "Say that you moved: every account takes the way of that region"),
        Command("account add", "Add accounts"),
        Command("account remove", "Remove accounts with everything said of them"),
        Command("account rename", "Give an account another handle"),
    ),
    "What you did, what came back": (
        Command("mark", "Mark a step as done, skipped, a problem or still to do"),
        Command("letter", "Draft a letter: a request, a reminder, a complaint"),
        Command("sent", "Record that a request, a reminder or a complaint went out"),
        Command("reply", "Record what a company answered"),
        Command("proof", "Record a mail, a receipt or a screenshot you hold"),
        Command("due", "Show what is late or soon, over all checklists"),
    ),
    "What can be done where": (
        Command("compare", "Show every platform in one table"),
        Command("rights", "Show the law of a region: rights, reply times, authority"),
        Command("guides list", "Show every guide and when it was checked"),
        Command("guides show", "Show one guide: what is trained on, and every step"),
        Command("guides history", "Show what changed on the platforms, and when"),
        Command("guides check", "Judge guides: ours, or files of your own"),
        Command("guides new", "Begin a guide of your own, from a template"),
    ),
    "What is public": (
        Command("audit archive", "Count what is public in the exports of platforms"),
        Command("audit site", "Show which AI crawlers a website lets in, and by which line"),
        Command("audit video", "Ask YouTube whether others may train on a video"),
    ),
    "Files": (
        Command("export", "Write a checklist for somebody else to read"),
        Command("import", "Take in a checklist file from elsewhere"),
        Command("check", "Judge checklist files"),
        Command("merge", "Join another copy of a checklist into it"),
        Command("restore", "Bring an earlier revision back from the backups"),
        Command("doctor", "Look at every file, and say what is wrong"),
    ),
    "Your shell": (Command("completion", "Print what makes a shell complete our words"),),
}

COMMANDS: dict[str, Command] = {
    command.name: command for group in GROUPS.values() for command in group
}
FAMILIES: frozenset[str] = frozenset(name.split()[0] for name in COMMANDS if " " in name)
FAMILY_DEFAULTS = {"guides": "list"}
FIRST_WORDS: tuple[str, ...] = tuple(dict.fromkeys(name.split()[0] for name in COMMANDS))

_PROMISED = ("help",)
"""Words that name a command in a later version: a checklist of that name could not be opened."""


def members(family: str) -> tuple[Command, ...]:
    """Return the commands of a family, in the order of the overview."""
    return tuple(command for name, command in COMMANDS.items() if name.startswith(f"{family} "))


def refuse_command_name(name: str) -> None:
    """Raise Refusal where *name* is a command's, so that ``optout-tui NAME`` stays clear."""
    if any(same_name(word, name.strip()) for word in (*FIRST_WORDS, *_PROMISED)):
        raise Refusal(f"the name {shown(name)} is a command's; choose another")
