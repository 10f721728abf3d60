"""What is public: an export, a website or a video, looked at by questions, and what comes of it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from optout_tui.audit.platforms import PLATFORMS, WEBSITE, YOUTUBE, can_audit
from optout_tui.audit.site.addresses import is_web
from optout_tui.checklist.progress import AccountView
from optout_tui.export.file import typed_path
from optout_tui.journey.desk import Desk
from optout_tui.journey.sentences import FIGURES_KEPT, KEEP_FIGURES
from optout_tui.plain.sites import look_at_file, look_at_site, look_at_video
from optout_tui.plain.talk import Back, Talk, in_turn
from optout_tui.plain.visit import Visit
from optout_tui.safety.refusal import Refusal

if TYPE_CHECKING:  # choosing a file needs none of what reads it
    from optout_tui.audit.archive.model import Report

QUESTIONS = {
    WEBSITE: "Which website or file? https://…, a robots.txt, or its folder",
    YOUTUBE: "Which video or export? A video's address, or your Takeout on this computer",
}
ANY = "Which export? The file as you downloaded it, or the folder it was unpacked into"
ABOUT = (
    "It is read here, and only counts are told. Nothing leaves this computer.\n"
    "A robots.txt or an address such as https://example.org tells who may train on a website;"
    " you are asked before anything is fetched."
)
MORE_PARTS = "Another part of it? Enter when that was all"


def ask_audit(visit: Visit, view: AccountView) -> None:
    """Look at what is public of an account, and offer to keep it. Raises Back and Refusal."""
    account = view.account
    suggested = ""
    if account.platform == WEBSITE and account.handle:
        handle = account.handle
        suggested = handle if is_web(handle) else f"https://{handle}"
    elif account.platform != WEBSITE and not can_audit(account.platform):
        visit.talk.say(f"No export of {view.platform_name} can be read here; {_those(visit)} can.")
    typed = _asked(visit.talk, QUESTIONS.get(account.platform, ANY), suggested)
    if is_web(typed) or (account.platform == YOUTUBE and not os.path.lexists(typed_path(typed))):
        look = look_at_video if account.platform == YOUTUBE else look_at_site
        look(visit.talk, visit.desk, typed, visit.session, account.id)
        visit.save()
    elif _is_of_a_site(typed, account.platform):
        look_at_file(visit.talk, visit.desk, typed_path(typed))
    else:
        reports = _read(visit.talk, visit.desk, typed, visit.session.checklist.region)
        _take_from(visit, view, reports)


def look_around(talk: Talk, desk: Desk, region: str = "") -> None:
    """Look at an export or a website without a checklist; nothing is kept.

    *region* is where the person lives, empty for nowhere. Raises Back and Refusal.
    """
    typed = _asked(talk, ANY, "")
    if is_web(typed):
        look_at_site(talk, desk, typed)
    elif _is_of_a_site(typed, ""):
        look_at_file(talk, desk, typed_path(typed))
    else:
        _read(talk, desk, typed, region)


# -- asking --------------------------------------------------------------------------


def _asked(talk: Talk, question: str, suggested: str) -> str:
    """Return an address, or the path of something that is there."""

    def take(typed: str) -> str:
        if is_web(typed) or (question == QUESTIONS[YOUTUBE] and _is_bare(typed)):
            return typed
        return str(_there(typed))

    return talk.ask_for(question, take, suggested, ABOUT)


def _is_bare(typed: str) -> bool:
    """Whether that may be the bare id of a video: it names no file."""
    return bool(typed) and not os.path.lexists(typed_path(typed)) and "/" not in typed


def _there(typed: str) -> Path:
    if not typed:
        raise Refusal("type where it lies, such as ~/Downloads/export.zip")
    path = typed_path(typed)
    if not os.path.lexists(path):
        raise Refusal(f"there is no {path}")
    return path


def _those(visit: Visit) -> str:
    guides = (visit.session.knowledge.find_guide(platform) for platform in PLATFORMS)
    return f"those of {', '.join(guide.name for guide in guides if guide)}"


def _is_of_a_site(typed: str, platform: str) -> bool:
    return platform == WEBSITE or typed_path(typed).name.lower() == "robots.txt"


# -- exports -------------------------------------------------------------------------


def _read(talk: Talk, desk: Desk, typed: str, region: str) -> "tuple[Report, ...]":
    """Ask for further parts, read all, tell what was found and return it."""
    from optout_tui.audit.archive import audit
    from optout_tui.journey.audit import training_there
    from optout_tui.journey.audit_text import report_text

    files = [typed_path(typed)]
    while part := talk.ask_for(MORE_PARTS, lambda one: _there(one) if one else None, "", ABOUT):
        files.append(part)
    talk.say("Reading.")
    reports = audit(list(dict.fromkeys(files))).reports
    for report in reports:
        there = training_there(desk.knowledge, report, region) if region else None
        talk.say("")
        talk.say_text(report_text(report, there, talk.width, bars=False))
    return reports


def _take_from(visit: Visit, view: AccountView, reports: "Sequence[Report]") -> None:
    """Ask what is to come of the figures of the account's platform, then do it."""
    from optout_tui.journey.audit import sentence_for_letter
    from optout_tui.journey.figures import keep_figures

    talk, account = visit.talk, view.account
    report = next((one for one in reports if one.platform == account.platform), None)
    talk.say("")
    if report is None:
        talk.say(f"Nothing of it is about {view.label}: there are no figures to keep.")
        return
    sentence = sentence_for_letter(report)
    keep, into_letter = _two_answers(
        talk,
        lambda: talk.yes(
            f"Keep these figures with {view.label}?", default=False, explain=KEEP_FIGURES
        ),
        lambda: (
            bool(sentence)
            and talk.yes("Take that sentence into your reasons for a letter?", default=False)
        ),
    )
    if keep:
        keep_figures(visit.session, account.id, report)
        talk.say(FIGURES_KEPT)
        visit.save()
    if into_letter:
        visit.take_into_reasons(account.id, sentence)
        talk.say("It stands in your reasons; letter shows them, and you can change them there.")


def _two_answers(
    talk: Talk, first: Callable[[], bool], second: Callable[[], bool]
) -> tuple[bool, bool]:
    """Return both answers; ``back`` at the second asks the first again, at the first neither."""
    answers = [False, False]

    def ask(number: int, question: Callable[[], bool]) -> bool:
        answers[number] = question()
        return True

    try:
        in_turn(lambda: ask(0, first), lambda: ask(1, second))
    except Back:
        talk.say("Nothing is kept.")
        return False, False
    return answers[0], answers[1]
