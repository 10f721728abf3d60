"""What ``--help`` says before a command is named. It needs no parser, so it is quick."""

from optout_tui.cli.catalog import FAMILY_DEFAULTS, GROUPS, members

_HEAD = """\
optout-tui helps you keep what you post out of AI training.
Nothing leaves this computer.

Usage:
  optout-tui                   the wizard: asks, shows the way, keeps the proof
  optout-tui NAME              the wizard, with the checklist of that name
  optout-tui COMMAND ...       one thing, without a screen"""

_TAIL = """\
Options, before or after the command:
  --data-dir DIR  where checklists lie (also OPTOUT_DATA_DIR)
  --today DATE    take this day for today, such as 2026-11-22
  --plain         ask line by line and draw nothing (also OPTOUT_PLAIN=1)
  --json          print one JSON value and nothing else
  --version       show the version
  --help          show this, or what a command takes

Example:
  optout-tui new Personal --region DE --account instagram:@anika
  optout-tui COMMAND --help tells more about a command."""


def overview(family: str = "") -> str:
    """Return one line for every command, or for every command of one *family*."""
    if family:
        default = FAMILY_DEFAULTS.get(family, "")
        lines = [f"Usage: optout-tui {family} {'[COMMAND]' if default else 'COMMAND'} ...", ""]
        lines += [_line(command.name, command.summary) for command in members(family)]
        if default:
            lines += ["", f'"optout-tui {family}" alone is "optout-tui {family} {default}".']
        lines += ["", f"optout-tui {family} COMMAND --help tells more about a command."]
        return "\n".join(lines)
    groups = (
        "\n".join([f"{title}:", *(_line(command.name, command.summary) for command in group)])
        for title, group in GROUPS.items()
    )
    return "\n\n".join([_HEAD, *groups, _TAIL])


def _line(name: str, summary: str) -> str:
    return f"  {name:<15} {summary}"
