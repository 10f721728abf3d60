"""Accounts come and go, change their handle or their route; the person moves house."""

from collections.abc import Iterable

from msgspec.structs import replace

from optout_tui.checklist import change
from optout_tui.checklist.model import MAX_HANDLE, Account
from optout_tui.guides.choose import meant_by, open_routes, route_for
from optout_tui.journey.session import Session
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain, find, name_of
from optout_tui.safety.names import one_line_text
from optout_tui.safety.refusal import Refusal, unknown

AccountName = tuple[str, str]
"""A platform's id and a handle, which is empty where the platform needs none."""


def split_account(text: str) -> AccountName:
    """Return the platform and the handle of ``platform:handle``."""
    platform, _, handle = text.partition(":")
    return platform, handle


def checked_handle(facts: Knowledge, platform: str, handle: str) -> str:
    """Return *handle* trimmed.

    Raises Refusal for an unknown platform, and for a handle that is empty where one is
    needed, longer than 200 characters, or holds control characters.
    """
    guide = facts.guide(platform)
    handle = one_line_text(handle, f"{guide.handle.label} for {guide.name}", MAX_HANDLE)
    if guide.handle.required and not handle:
        example = guide.handle.example or guide.handle.label
        raise Refusal(f"{guide.name} needs a {guide.handle.label}: {platform}:{example}")
    return handle


def new_accounts(
    facts: Knowledge, region: str, names: Iterable[AccountName], taken: Iterable[Account] = ()
) -> tuple[Account, ...]:
    """Return an account for each name, on the route of *region*; raises Refusal for a bad one."""
    accounts = list(taken)
    made = []
    for platform, typed in names:
        handle = checked_handle(facts, platform, typed)
        guide = facts.guide(platform)
        if any(a.platform == platform and a.handle == handle for a in accounts):
            raise Refusal(f"{guide.name} {handle or 'without a handle'} is already there")
        route = route_for(guide, chain(facts, region))
        account = Account(
            id=_free_id(platform, handle, accounts),
            platform=platform,
            handle=handle,
            route=route.id,
        )
        accounts.append(account)
        made.append(account)
    return tuple(made)


def _free_id(platform: str, handle: str, accounts: list[Account]) -> str:
    """An id is fixed for ever, so a renamed account may still bear the one we would give."""
    wanted = f"{platform}:{handle}" if handle else platform
    used = {account.id for account in accounts}
    candidates = (wanted, *(f"{wanted}#{n}" for n in range(2, len(used) + 3)))
    return next(name for name in candidates if name not in used)


def add_accounts(session: Session, names: Iterable[AccountName]) -> tuple[Account, ...]:
    """Add an account for each name and return them; raises Refusal, and then adds none."""
    checklist = session.checklist
    made = new_accounts(session.knowledge, checklist.region, names, checklist.accounts)
    if made:
        accounts = (*checklist.accounts, *made)
        session.apply("accounts added", replace(checklist, accounts=accounts))
    return made


def remove_account(session: Session, name: str) -> Account:
    """Remove an account with everything said of it and return it; raises Refusal."""
    account = session.find_account(name)
    session.apply("account removed", change.without_account(session.checklist, account.id))
    return account


def rename_account(session: Session, name: str, handle: str) -> Account:
    """Give an account a new handle and return it; its id stays. Raises Refusal."""
    account = session.find_account(name)
    handle = checked_handle(session.knowledge, account.platform, handle)
    others = (a for a in session.checklist.accounts if a.id != account.id)
    if any(a.platform == account.platform and a.handle == handle for a in others):
        raise Refusal(f"{account.platform} {handle} is already there")
    renamed = replace(account, handle=handle)
    session.apply_to("account renamed", renamed)
    return renamed


def follow_route(session: Session, name: str, route_id: str) -> Account:
    """Let an account follow another route that is open to it there; raises Refusal.

    Ticks whose step the new route lacks stay stored.
    """
    account = session.find_account(name)
    guide = session.knowledge.guide(account.platform)
    here = chain(session.knowledge, session.checklist.region)
    known = [route.id for route in open_routes(guide, here)]
    route = meant_by(guide, here, route_id)
    if route is None or route.id not in known:
        raise unknown("route", route_id, known, f"there is {', '.join(known)}")
    changed = replace(account, route=route.id)
    session.apply_to("route changed", changed)
    return changed


def move_to(session: Session, region: str) -> str:
    """Change where the person lives and put every account on the route of that region.

    Returns the region's code. Raises Refusal for an unknown one. Ticks whose step the new
    route lacks stay stored.
    """
    facts = session.knowledge
    code = find(facts, region)
    checklist = session.checklist
    if code == checklist.region:
        return code
    accounts = tuple(_on_route_of(facts, account, code) for account in checklist.accounts)
    moved = replace(checklist, region=code, accounts=accounts)
    session.apply(f"moved to {name_of(facts, code)}", moved)
    return code


def _on_route_of(facts: Knowledge, account: Account, region: str) -> Account:
    guide = facts.find_guide(account.platform)
    if guide is None:
        return account
    return replace(account, route=route_for(guide, chain(facts, region)).id)


def choose_accounts(session: Session, names: Iterable[AccountName]) -> tuple[Account, ...]:
    """Let the checklist have exactly the accounts of *names* and return those that are new.

    Accounts that stay keep everything said of them. Raises Refusal, and then changes nothing.
    """
    checklist = session.checklist
    wanted = [(platform, typed.strip()) for platform, typed in names]
    kept = tuple(a for a in checklist.accounts if (a.platform, a.handle) in wanted)
    known = {(account.platform, account.handle) for account in kept}
    fresh = [name for name in wanted if name not in known]
    made = new_accounts(session.knowledge, checklist.region, fresh, kept)
    changed = replace(checklist, accounts=(*kept, *made))
    if checklist.here and changed.account(checklist.here.account) is None:
        changed = replace(changed, here=None)
    session.apply("accounts chosen", changed)
    return made


def lost_without(session: Session, names: Iterable[AccountName]) -> list[str]:
    """Return the accounts that would go with :func:`choose_accounts` although work is in them."""
    wanted = set(names)
    return [
        account.id
        for account in session.checklist.accounts
        if (account.platform, account.handle) not in wanted and has_work(account)
    ]


def has_work(account: Account) -> bool:
    """Return whether something was ticked, noted, sent, kept or counted there."""
    return bool(account.steps or account.requests or account.evidence or account.audits)


def speak(session: Session, language: str) -> str:
    """Keep the language of the menus on the person's devices and return its code.

    Raises Refusal for a code that is not two letters.
    """
    if len(language) != 2 or not language.isascii() or not language.isalpha():  # noqa: PLR2004
        raise Refusal(f"{language} is no language code such as de")
    code = language.lower()
    session.apply("language of the menus changed", replace(session.checklist, labels=code))
    return code
