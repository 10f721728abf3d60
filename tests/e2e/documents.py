"""What the documents say that a test can check: commands, options, keys, files, links."""

import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import optout_tui.tui
from optout_tui.cli.catalog import COMMANDS, FAMILIES, WIZARD
from optout_tui.cli.loading import parser_of
from tests.e2e.computer import PROJECT

PROGRAM = "optout-tui"
BESIDE_THE_README = ("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
CHECKLISTS = {"Personal", "demo", "NAME"}
"""What the documents call a checklist: its name alone opens the wizard."""

EVERYWHERE = {"--version", "--help"}

_BLOCK = re.compile(r"^ *```console\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_FENCED = re.compile(r"^ *```.*?^ *```$", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"""(?:\]\(|(?:src|srcset|href)=")(?!https?://|mailto:)([^)"\s]*)""")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
_ENDS = re.compile(r" +# ends with (\d+)$")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_KEY = re.compile(r"(?:ctrl|shift)\+\w+|f\d+|space|enter|tab|escape|pageup|pagedown|[a-zA-Z?/]")


class Example(NamedTuple):
    """A command a reader is to type: what it prints in part, and how it ends."""

    line: str
    prints: tuple[str, ...]
    ends_with: int


def documents() -> list[Path]:
    """Return every document of the project, the README first."""
    folder = sorted((PROJECT / "docs").glob("*.md"))
    return [PROJECT / "README.md", *(PROJECT / name for name in BESIDE_THE_README), *folder]


def examples(text: str) -> list[Example]:
    """Return the commands in the ``console`` blocks of a document, in their order."""
    found: list[Example] = []
    for line in "".join(_BLOCK.findall(text)).splitlines():
        said = line.strip()
        if said.startswith("$ "):
            ends = _ENDS.search(said)
            found.append(Example(_ENDS.sub("", said[2:]), (), int(ends[1]) if ends else 0))
        elif said:
            found[-1] = found[-1]._replace(prints=(*found[-1].prints, said))
    return found


def spans(text: str) -> list[str]:
    """Return what stands in backticks within the sentences and tables of a document."""
    return _SPAN.findall(_FENCED.sub("", text))


def options_of(words: list[str]) -> set[str]:
    """Return the options of the command that *words* name; raises KeyError where there is none."""
    inner = [word for word in words if not word.startswith("-")]
    if not inner or inner[0] in CHECKLISTS:
        return _options(WIZARD.name) | EVERYWHERE
    name = " ".join(inner[:2]) if inner[0] in FAMILIES else inner[0]
    if name in COMMANDS:
        return _options(name) | EVERYWHERE
    if name in FAMILIES:
        return _options(next(one for one in COMMANDS if one.startswith(f"{name} "))) | EVERYWHERE
    raise KeyError(name)


def all_options() -> set[str]:
    """Return the options of all commands."""
    return {option for name in COMMANDS for option in _options(name)} | EVERYWHERE


@cache
def _options(name: str) -> set[str]:
    return set(parser_of(COMMANDS.get(name, WIZARD)).options())


def options_in(text: str) -> list[str]:
    """Return every option that *text* names."""
    return _OPTION.findall(text)


def keys_in(text: str) -> list[str]:
    """Return every span of a document that is the name of a key."""
    return [span for span in spans(text) if _KEY.fullmatch(span)]


@cache
def all_keys() -> frozenset[str]:
    """Return every key that some screen or dialog of the program takes."""
    found: set[str] = set()
    for module in pkgutil.walk_packages(optout_tui.tui.__path__, "optout_tui.tui."):
        for one in vars(importlib.import_module(module.name)).values():
            for binding in vars(one).get("BINDINGS", ()) if _is_ours(one) else ():
                found.update((binding.key if hasattr(binding, "key") else binding[0]).split(","))
    return frozenset(found | {"?", "f1", "/"})


def _is_ours(one: object) -> bool:
    return isinstance(one, type) and one.__module__.startswith("optout_tui.tui.")


def links_in(text: str) -> list[str]:
    """Return every link of a document into this repository, pictures included."""
    return _LINK.findall(_FENCED.sub("", text))


def anchors(text: str) -> set[str]:
    """Return the names under which the headings of a document can be linked to."""
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(text))
    return {heading.replace(" ", "-") for heading in kept}
