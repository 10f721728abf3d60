"""The words that fit an argument: names of checklists, accounts, steps, platforms, regions."""

from argparse import Action
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from optout_tui.cli.folder import data_folder
from optout_tui.cli.parser import Parser
from optout_tui.journey.desk import Desk
from optout_tui.safety.refusal import Refusal

if TYPE_CHECKING:
    from optout_tui.checklist.model import Account
    from optout_tui.journey.session import Session
    from optout_tui.library.guides import Step

Place = Literal["words", "files", "folders"]
"""Whether our words go there, or the names of files or folders, which a shell knows better."""

_OF_SHELL: dict[str, Place] = {
    "DIR": "folders",
    "F": "files",
    "FILE": "files",
    "PATH": "files",
    "URL|FILE": "files",
}
"""What stands for files and folders in a command's help."""

Given = Mapping[str, list[str]]
"""What was typed so far, by argument."""


class Word(NamedTuple):
    """A word that fits, and what it is about in a few words."""

    text: str
    about: str = ""


def values_of(parser: Parser, action: Action, given: Given) -> tuple[Place, list[Word]]:
    """Return what fits the argument *action* of *parser*, after what was *given* before it."""
    if known := getattr(action.type, "known", None) or action.choices:
        return "words", [Word(str(name)) for name in known]
    if place := _OF_SHELL.get(str(action.metavar)):
        return place, []
    if action.dest == "name" and action.option_strings:  # how something is to be called
        return "words", []
    find = _WORDS.get((parser.command, action.dest)) or _WORDS.get(("", action.dest), _nothing)
    try:
        return "words", list(find(given))
    except Refusal:  # a checklist that is not there or not whole has nothing to offer
        return "words", []


def checklists(given: Given) -> Iterator[Word]:
    """Yield the name of every checklist."""
    return (Word(name, "a checklist") for name in _desk(given).folder.names())


def _desk(given: Given) -> Desk:
    named = given.get("data_dir", [""])[-1]
    return Desk(data_folder(str(Path(named).expanduser()) if named else None))


def _session(given: Given) -> "Session":
    return _desk(given).open(given.get("name", [""])[0])


def _account(session: "Session", given: Given) -> "Account":
    return session.find_account(given.get("account", [""])[0])


def _accounts(given: Given) -> Iterator[Word]:
    session = _session(given)
    taken = given.get("accounts", ())
    for view in session.views():
        if view.account.id not in taken:
            yield Word(view.account.id, f"{view.label}: {view.state}")


def _new_accounts(given: Given) -> Iterator[Word]:
    """Yield platforms, with a colon where the handle comes next."""
    for guide in _desk(given).knowledge.guides():
        colon = ":" if guide.handle.required else ""
        yield Word(f"{guide.id}{colon}", guide.name)


def _steps_of(given: Given) -> "Iterable[Step]":
    session = _session(given)
    account = _account(session, given)
    return (view.step for view in session.view(account.id).steps)


def _steps(given: Given) -> Iterator[Word]:
    return (Word(step.id, step.title) for step in _steps_of(given))


def _troubles(given: Given) -> Iterator[Word]:
    named = given.get("step", [""])[0]
    steps = (step for step in _steps_of(given) if step.id == named)
    return (Word(trouble.id, trouble.sign) for step in steps for trouble in step.troubles)


def _requests(given: Given) -> Iterator[Word]:
    account = _account(_session(given), given)
    return (Word(one.id, f"{one.kind} sent {one.sent}") for one in account.requests)


def _reasons(_given: Given) -> Iterator[Word]:
    from optout_tui.journey.requests import REASONS

    return (Word(reason) for reason in REASONS)


def _platforms(given: Given) -> Iterator[Word]:
    return (Word(guide.id, guide.name) for guide in _desk(given).knowledge.guides())


def _companies(given: Given) -> Iterator[Word]:
    companies = {guide.company for guide in _desk(given).knowledge.guides()}
    return (Word(company) for company in sorted(companies, key=str.casefold))


def _regions(given: Given) -> Iterator[Word]:
    regions = _desk(given).knowledge.region_table.regions
    return (Word(code, region.name) for code, region in regions.items())


def _languages(given: Given) -> Iterator[Word]:
    texts = _desk(given).knowledge.letters.texts
    return (Word(language) for language in sorted({name.rpartition(".")[2] for name in texts}))


def _nothing(_given: Given) -> Iterator[Word]:
    return iter(())


_WORDS: dict[tuple[str, str], Callable[[Given], Iterator[Word]]] = {
    ("", "name"): checklists,
    ("new", "name"): _nothing,
    ("", "account"): _accounts,
    ("", "accounts"): _accounts,
    ("new", "account"): _new_accounts,
    ("account add", "accounts"): _new_accounts,
    ("", "step"): _steps,
    ("", "trouble"): _troubles,
    ("", "request"): _requests,
    ("", "reason"): _reasons,
    ("", "platform"): _platforms,
    ("guides new", "platform"): _nothing,
    ("", "company"): _companies,
    ("", "region"): _regions,
    ("", "code"): _regions,
    ("", "language"): _languages,
}
"""What fits an argument by its name; that of one command stands before that of all."""
