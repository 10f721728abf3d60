"""How an exported document says dates, states, kinds and counts. No text from outside in here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from optout_tui.checklist.changed import PART_WORDS
from optout_tui.checklist.made_words import ACCOUNT_SEEN, KINDS_MADE, NOT_RECORDED
from optout_tui.checklist.menus import labels_in_words, language_name
from optout_tui.checklist.model import Counted, EventKind, Evidence
from optout_tui.checklist.standing import FINISHED, STATES, Proof, State
from optout_tui.checklist.words import (
    DEVICE_WORDS,
    NOT_LATELY,
    day,
    in_sentence,
    no_opt_out,
    nothing_to_do,
)
from optout_tui.export.records import AccountReport, Report, RequestLine, RouteLine, StepLine
from optout_tui.library.guides import Default, EvidenceKind, Kind, Route
from optout_tui.library.kinds import RequestKind

NOT_DONE = (
    "It takes nothing out of models that were already trained.",
    "It does not cover what other people post, even when it is about you.",
    "It does not stop outside programs that copy public pages.",
)
"""What no checklist does, whatever its state."""

FROM_EXPORT = "Counted in the account's own data export"
LEFT_OUT = "Handles, notes, references and file names are left out of this copy."
CHANGED = "The guide says something else now than on the day this was ticked"
NO_DATE = "no date"
BETWEEN = " › "

STATE_MEANING: dict[State, str] = {
    "not started": "Nothing was done yet.",
    "in progress": "Some steps are still open.",
    "problem": "A step did not work.",
    "refused": "The company refused, and no complaint is out.",
    "overdue": "The last lawful day for a reply has passed.",
    "waiting": "A request is out. There is no final reply yet.",
    "reduced": "There is no opt-out. The steps that reduce what is public were gone through.",
    "nothing to do": "There was nothing to opt out of when it was last checked.",
    "done": "Every step was done or skipped, and no request waits for a reply.",
}

PROOF_MEANING: dict[Proof, str] = {
    "none": "Nothing shows yet that it took.",
    "self-attested": "The person ticked it. Nobody else confirmed it.",
    "platform-confirmed": "There is a mail, a receipt or a consent from the platform.",
    "machine-verified": "The program checked a public signal.",
}

DEFAULTS: dict[Default, str] = {
    "on": "On. It trains unless somebody acts.",
    "off": "Off. It does not train unless it is switched on.",
    "none": "It does not train.",
    "unclear": "Not clear.",
}

KINDS: dict[Kind, str] = {
    "objection": "objection with a form",
    "setting": "a switch",
    "request": "a request by letter or e-mail",
    "limit": "no opt-out, only steps that reduce",
    "none": "nothing to do",
}

REQUESTS: dict[RequestKind, str] = {
    "objection": "Objection",
    "erasure": "Request to erase",
    "restriction": "Request to restrict",
    "access": "Request for access",
    "withdrawal": "Withdrawal of consent",
    "optout": "Opt-out request",
}

EVENTS: dict[EventKind, str] = {
    "granted": "the company agreed",
    "refused": "the company refused",
    "extension": "the company took more time",
    "question": "the company asked a question",
    "answer": "the question was answered",
    "reminder": "a reminder went out",
    "company-complaint": "a complaint to the company went out",
    "appeal": "an appeal went out",
    "complaint": "a complaint to the authority went out",
}

EVIDENCE: dict[EvidenceKind, str] = {
    "mail": "Mail",
    "receipt": "Receipt",
    "screenshot": "Screenshot",
    "check": "Check by the program",
}


def moment(when: datetime) -> str:
    """Return a moment in UTC to the minute: ``2026-11-22 12:00 UTC``."""
    return f"{when.astimezone(UTC).replace(tzinfo=None).isoformat(' ', 'minutes')} UTC"


def iso_moment(when: datetime) -> str:
    """Return a moment in UTC to the second, in ISO form: ``2026-11-22T12:00:00Z``."""
    return f"{when.astimezone(UTC).replace(tzinfo=None).isoformat('T', 'seconds')}Z"


def what_applies(route: Route | None, platform: str, region: str) -> str:
    """Return what can be done on *platform* for a person in *region*, in plain words."""
    if route is None:
        return f"There is no guide for {platform}, so nothing can be said about it here."
    where = f"{platform} in {in_sentence(region)}"
    match route.kind:
        case "limit":
            return no_opt_out(platform, region)
        case "none":
            return nothing_to_do(platform, region)
        case _:
            return f"The way for {where}: {route.title}."


def changed(line: StepLine) -> str:
    """Return that the guide says something else since the step was ticked, and what of it."""
    if not line.changed:
        return ""
    parts = ", ".join(PART_WORDS[part] for part in line.parts)
    return f"{CHANGED}: {parts}." if parts else f"{CHANGED}."


def checked(route: RouteLine) -> str:
    """Return the day on which the route was checked, and whether that was not lately."""
    return day(route.checked) + (f", {NOT_LATELY}" if route.old else "")


def ways(line: StepLine, language: str) -> list[tuple[str, str]]:
    """Return the device and the labels to tap there, in English, then in *language*."""
    told = []
    for way in line.ways:
        told.append((DEVICE_WORDS[way.device], BETWEEN.join(way.menu)))
        if labels := labels_in_words(way.menu, way.seen, language, BETWEEN):
            told.append((f"In {language_name(language)}", labels))
    return told


def overall(report: Report) -> str:
    """Return the state of the whole checklist, and whose it is where the accounts differ."""
    states = {account.state for account in report.accounts}
    if len(states) <= 1:
        return report.state
    return "all finished" if states <= FINISHED else f"{report.state} (its least advanced account)"


def rule(line: RequestLine) -> str:
    """Return when the law wants an answer, and where it says so; empty where none does."""
    return f"{line.rule} ({line.law})" if line.law else line.rule


def no_date(line: RequestLine) -> str:
    """Return why there is no day for an answer, as far as that is known."""
    reason = line.time or ("" if line.law else "no law found here sets one")
    return f"{NO_DATE}: {reason}" if reason else NO_DATE


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers in order, neighbours drawn together: ``1-4, 7``, with a long dash."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def check_result(evidence: Evidence) -> str:
    """Return whether a check by the program passed; empty for what a person holds."""
    if evidence.kind != "check":
        return ""
    return "passed" if evidence.passed else "not passed"


def figures(counted: Counted) -> list[tuple[str, str]]:
    """Return what an audit counted, each figure with its label; a file may hold any kind."""
    kinds = counted.items.items()
    made = (f"{count:,} {KINDS_MADE.get(kind, kind)}" for kind, count in kinds if count)
    years = (f"{year}: {count:,}" for year, count in counted.by_year.items())
    days = [day(one) for one in (counted.oldest, counted.newest) if one]
    more = (
        ("Words", counted.words),
        ("With a place", counted.positions),
        ("People tagged", counted.tags),
        ("AI chats shared by link", counted.shared_chats),
    )
    return [
        ("Public", f"{counted.public:,} posts, photos and videos"),
        ("Not public", f"{counted.not_public:,}"),
        ("Not recorded", f"{counted.not_recorded:,}: the export does not say who can see them"),
        ("Counted", ", ".join(made)),
        ("By year", ", ".join(years)),
        ("From", " to ".join(dict.fromkeys(days))),
        *((label, f"{count:,}") for label, count in more if count),
        ("The account", ACCOUNT_SEEN[counted.account_private]),
        ("The choice about training", counted.training or NOT_RECORDED),
    ]


def meanings(accounts: Sequence[AccountReport]) -> list[tuple[str, str]]:
    """Return the states and proofs that occur, each with what it means."""
    states = {account.state for account in accounts}
    proofs = {account.proof for account in accounts}
    return [
        *((state, STATE_MEANING[state]) for state in STATES if state in states),
        *((f"proof: {proof}", PROOF_MEANING[proof]) for proof in PROOF_MEANING if proof in proofs),
    ]


def summary(states: Sequence[State]) -> str:
    """Return how far a checklist is: ``5 of 8 accounts done. By state: …``."""
    if not states:
        return "There are no accounts on this checklist yet."
    counts = Counter(states)
    finished = sum(counts[state] for state in FINISHED)
    noun = "account" if len(states) == 1 else "accounts"
    first = f"{finished} of {len(states)} {noun} done."
    return first if set(counts) == {"done"} else f"{first} By state: {_by_state(counts)}."


def _by_state(counts: Mapping[State, int]) -> str:
    return ", ".join(f"{counts[state]} {state}" for state in reversed(STATES) if counts[state])
