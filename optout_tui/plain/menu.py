"""What can be done besides the steps: with an account, and with the checklist as a whole."""

from collections.abc import Callable

from optout_tui.checklist.progress import CLOSED, AccountView, StepView
from optout_tui.plain.about import facts_lines
from optout_tui.plain.asks import ask_labels, ask_link, ask_way, change_device
from optout_tui.plain.choosing import Choice
from optout_tui.plain.comparing import compare, tell_rights
from optout_tui.plain.due import show_due
from optout_tui.plain.finish import ask_export, summary_lines
from optout_tui.plain.letters import ask_letter
from optout_tui.plain.requests import ask_follow_up, ask_proof, ask_reply
from optout_tui.plain.setting_up import ask_accounts, move_house
from optout_tui.plain.talk import Leave
from optout_tui.plain.visit import GoTo, Visit

OPEN_STEP: tuple[Choice[str], ...] = (
    ("done", "done"),
    ("problem", "problem: it does not go well"),
    ("skip", "skip this step"),
)
CLOSED_STEP: tuple[Choice[str], ...] = (
    ("on", "go on"),
    ("todo", "not done after all"),
    ("problem", "problem: it did not go well"),
)
EVERY_STEP: tuple[Choice[str], ...] = (
    ("note", "note"),
    ("more", "more: letter, answers, proof, audit, link, other ways, other steps"),
    ("menu", "menu: summary, export, due, accounts, region, undo"),
)
MORE: tuple[Choice[str], ...] = (
    ("letter", "write a letter"),
    ("reply", "an answer came back"),
    ("follow", "a reminder, a complaint or an answer went out"),
    ("proof", "keep a proof"),
    ("audit", "audit: how much of this account is public"),
    ("link", "the link: open it, copy it, draw it"),
    ("device", "show the way on the other device"),
    ("way", "follow another way that does as well"),
    ("facts", "what trains, and where that is from"),
    ("later", "leave this step open and go on"),
    ("step", "go to another step"),
    ("account", "go to another account"),
)
MENU: tuple[Choice[str], ...] = (
    ("steps", "the steps"),
    ("summary", "summary: what was done"),
    ("export", "export: write it into a file"),
    ("due", "due: what is late or soon, over all checklists"),
    ("more", "more about one account: letter, answers, proof, audit, other ways"),
    ("accounts", "accounts: add or remove some"),
    ("region", "region: you live elsewhere now"),
    ("labels", "language of the menus on your devices"),
    ("rights", "rights: what the law gives you"),
    ("compare", "compare all platforms"),
    ("undo", "undo the last change"),
    ("checklists", "checklists: open another, begin one, rename or delete one"),
    ("leave", "leave; all is saved"),
)


def do_with_account(visit: Visit, chosen: str, view: AccountView, step: StepView) -> None:
    """Do what was chosen about an account and its step. Raises Back, and Refusal."""
    account_id = view.account.id
    asked: dict[str, Callable[[], None]] = {
        "reply": lambda: ask_reply(visit, account_id),
        "follow": lambda: ask_follow_up(visit, account_id),
        "proof": lambda: ask_proof(visit, account_id, None),
        "audit": lambda: _audit(visit, view),
        "link": lambda: ask_link(visit, step),
        "device": lambda: change_device(visit),
        "way": lambda: ask_way(visit, account_id),
        "facts": lambda: visit.talk.say(*facts_lines(visit.session, view)),
    }
    if chosen == "letter":
        sends = step.step.sends if step.state not in CLOSED else None
        ask_letter(visit, account_id, sends)
    else:
        asked[chosen]()


def do_with_checklist(visit: Visit, chosen: str) -> None:
    """Do what was chosen about the checklist. Raises Back, Leave, GoTo, and Refusal."""
    talk, session, region = visit.talk, visit.session, visit.session.checklist.region
    asked: dict[str, Callable[[], None]] = {
        "summary": lambda: talk.say(*summary_lines(session)),
        "export": lambda: ask_export(visit),
        "due": lambda: show_due(talk, visit.desk),
        "accounts": lambda: ask_accounts(visit),
        "region": lambda: move_house(visit),
        "labels": lambda: ask_labels(visit),
        "rights": lambda: tell_rights(talk, visit.desk, region),
        "compare": lambda: compare(talk, visit.desk, region),
        "undo": lambda: _undo(visit),
    }
    if chosen == "checklists":
        raise GoTo
    if chosen == "leave":
        raise Leave
    asked[chosen]()


def _audit(visit: Visit, view: AccountView) -> None:
    from optout_tui.plain.audits import ask_audit  # few want it, and it brings much along

    ask_audit(visit, view)


def _undo(visit: Visit) -> None:
    done = visit.session.undo()
    visit.talk.say(f"Undone: {done}" if done else "There is nothing to undo.")
