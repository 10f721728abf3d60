"""The audit of an export as text: figures, bars, and what they do not say."""

from collections.abc import Iterator, Mapping

from optout_tui.audit.archive.model import Item, Report
from optout_tui.checklist.made_words import (
    ACCOUNT_SEEN,
    KINDS_MADE,
    LINKED,
    NO_GUESS,
    NOT_RECORDED,
    NOTHING_MADE,
    STATES_SEEN,
    choice_words,
)
from optout_tui.checklist.words import DEFAULT_WORDS, in_sentence, partial_day
from optout_tui.journey.audit import TrainingThere, sentence_for_letter
from optout_tui.journey.lines import hang
from optout_tui.safety.text import clean

BAR, LONGEST_BAR = "━", 30
LABEL, FIGURE = 16, 11


def report_text(
    report: Report, there: TrainingThere | None, width: int | None, *, bars: bool = True
) -> str:
    """Return the report; with what training may use in a region, where one was asked for.

    Lines take at most *width* cells, or are as long as they are. Without *bars* there are
    figures alone, for those who listen.
    """
    return _Writer(width, bars=bars).report(report, there)


def item_text(number: int, item: Item, day: str) -> str:
    """Return one item, its text too: it was asked for. *day* is ISO, or empty for none."""
    about = (KINDS_MADE[item.kind], partial_day(day) or "no date", STATES_SEEN[item.visibility])
    return "\n".join(
        [
            f"Item {number:,} · {' · '.join(about)}",
            "",
            clean(item.text, newlines=True) or "(no text)",
        ]
    )


class _Writer:
    """Writes one report."""

    def __init__(self, width: int | None, *, bars: bool) -> None:
        self.width = width
        self.bars = bars

    def report(self, report: Report, there: TrainingThere | None) -> str:
        lines = [*self._hung("", _title(report)), ""]
        made = {KINDS_MADE[one]: n for one, n in report.items.items() if n}
        told = self._bars(made) if made else [f"  {NOTHING_MADE}"]
        lines += ["What you made", *told, ""]
        if report.by_year:
            left_out = ", without private messages" if report.items.get("messages") else ""
            lines += [f"By year{left_out}", *self._bars(report.by_year), ""]
        if any(report.visibility.values()):
            seen = {STATES_SEEN[one]: n for one, n in report.visibility.items()}
            lines += ["Who sees your posts, photos and videos", *self._bars(seen)]
            if report.visibility["not_recorded"]:
                lines += self._hung("  ", NO_GUESS)
            lines.append("")
        lines += [*self._facts(report), ""]
        if there is not None:
            lines += [*self._there(report.name, there), ""]
        for head, texts in (("Good to know", report.notes), ("Problems", _problems(report))):
            if texts:
                lines += [head, *self._listed(texts), ""]
        if sentence := sentence_for_letter(report):
            lines += ["For the grounds of a letter, if you like", *self._hung("  ", sentence), ""]
        return "\n".join(lines).rstrip("\n")

    def _bars(self, counts: Mapping[str, int]) -> Iterator[str]:
        most = max(counts.values(), default=0)
        room = min((self.width or 80) - LABEL - FIGURE - 6, LONGEST_BAR) if self.bars else 0
        for name, count in counts.items():
            cells = max(1, round(count / most * room)) if count and room > 0 else 0
            yield f"  {name:<{LABEL}}{count:>{FIGURE},}  {BAR * cells}".rstrip()

    def _facts(self, report: Report) -> Iterator[str]:
        yield from self._hung(
            f"  {'Your account':<{LABEL}}  ", ACCOUNT_SEEN[report.account_private]
        )
        for on, became in report.privacy_history:
            yield from self._hung(
                f"  {'':<{LABEL}}  ",
                f"made {'private' if became else 'public'} on {partial_day(on)}",
            )
        training = report.training_setting or NOT_RECORDED
        yield from self._hung(f"  {'Training':<{LABEL}}  ", training)
        for name, choice in sorted(report.training_choices.items()):
            yield from self._hung(f"  {'':<{LABEL}}  ", choice_words(name, choice=choice))
        for label, count in (
            ("Words", report.words),
            ("With a place", report.positions),
            ("People tagged", report.tags),
            ("Answers rated", report.rated),
            ("In two files", report.repeated),
            ("Shared by link", report.shared_chats),
        ):
            if count:
                yield f"  {label:<{LABEL}}{count:>{FIGURE},}"
        if report.shared_chats:
            yield from self._hung(f"  {'':<{LABEL}}  ", LINKED)

    def _there(self, name: str, there: TrainingThere) -> Iterator[str]:
        yield f"What {name} may train on in {clean(in_sentence(there.region_name))}"
        yield from self._hung(f"  {'By default':<{LABEL}}  ", DEFAULT_WORDS[there.default])
        yield from (line for use in there.uses for line in self._hung("  + ", use))
        yield from (line for use in there.not_used for line in self._hung("  - not ", use))
        if there.note:
            yield from self._hung("  ", there.note)

    def _listed(self, texts: tuple[str, ...]) -> Iterator[str]:
        for text in texts:
            yield from self._hung("  - ", text)

    def _hung(self, lead: str, text: str) -> list[str]:
        return hang(lead, text, self.width)


def _title(report: Report) -> str:
    told = [report.name]
    if report.parts > 1:
        told.append(f"{report.parts} parts")
    if report.oldest and report.newest:
        days = dict.fromkeys((partial_day(report.oldest), partial_day(report.newest)))
        told.append(" to ".join(days))
    return " · ".join(told)


def _problems(report: Report) -> tuple[str, ...]:
    told = tuple(f"{member}: {reason}" for member, reason in report.problems)
    more = (f"and {report.problems_left_out:,} more",) if report.problems_left_out else ()
    return (*told, *more)
