"""What a person can choose from, in the words and the order in which every surface offers it."""

from typing import NamedTuple

from optout_tui.checklist.merge import Side
from optout_tui.checklist.model import About, Channel, Reason, ReplyKind, WrittenKind
from optout_tui.checklist.request_words import ABOUT_WORDS, REASON_WORDS
from optout_tui.library.guides import EvidenceKind


class Holding(NamedTuple):
    """Something a person can hold; ``answer`` where it is the company's answer to a request."""

    kind: EvidenceKind
    answer: ReplyKind | None
    words: str


CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("form", "with their form"),
    ("email", "by e-mail"),
    ("letter", "by letter"),
)
FOLLOW_UP_CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("email", "by e-mail"),
    ("form", "with a form"),
    ("letter", "by letter"),
)
REPLIES: tuple[tuple[ReplyKind, str], ...] = (
    ("granted", "they will do it"),
    ("refused", "they refuse"),
    ("extension", "they need more time"),
    ("question", "they ask something"),
)
REASONS: tuple[tuple[Reason | None, str], ...] = ((None, "no reason"), *REASON_WORDS.items())
SUBJECTS: tuple[tuple[About | None, str], ...] = (
    *((subject, f"they ask {words}") for subject, words in ABOUT_WORDS.items()),
    (None, "something else"),
)
FOLLOW_UPS: tuple[tuple[WrittenKind, str], ...] = (
    ("reminder", "a reminder"),
    ("answer", "an answer to what they asked"),
    ("company-complaint", "a complaint to the company"),
    ("appeal", "an appeal to the company"),
    ("complaint", "a complaint to the authority"),
)
HELD: tuple[Holding, ...] = (
    Holding("mail", None, "a mail"),
    Holding("receipt", None, "a receipt or a case number"),
    Holding("screenshot", None, "a screenshot"),
)
HELD_WHILE_WAITING: tuple[Holding, ...] = (
    Holding("mail", "granted", "a mail: they will do it"),
    Holding("mail", "refused", "a mail: they refuse"),
    Holding("mail", "question", "a mail: they ask something"),
    *HELD[1:],
    HELD[0],
)
"""Where a request is out, a mail can be the answer to it."""

FORMATS = (
    ("md", "Markdown: text that reads well anywhere"),
    ("html", "HTML: one page that prints well"),
    ("csv", "CSV: a table"),
    ("ics", "iCalendar: the days, for your calendar"),
    ("json", "JSON: for other programs"),
    ("toml", "TOML: the checklist itself, to take along"),
)
READERS = (
    (False, "for those who may read everything"),
    (True, "for others: without handles, notes and references"),
)
"""Whether an export is redacted."""

SIDES: tuple[tuple[Side, str], ...] = (
    ("ours", "Keep mine where both differ, and everything else of both"),
    ("theirs", "Keep theirs where both differ, and everything else of both"),
)
