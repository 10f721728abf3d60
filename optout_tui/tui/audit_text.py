"""What an audit of a data export found, as blocks of text: figures, bars, what is left open."""

from collections.abc import Iterator, Mapping

from textual.content import Content

from optout_tui.audit.archive.model import Item, Progress, Report
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
from optout_tui.journey.audit import TrainingThere
from optout_tui.tui.flow import GAP, Block, block, field, join, plain
from optout_tui.tui.symbols import SYMBOLS, progress_bar

NAME, LEAST_BAR, LONGEST_BAR = 15, 4, 30
KIBI = 1024

NO_PLACE = "Open a checklist to see what the guide says of training where you live."


def made_blocks(report: Report, width: int) -> list[Block]:
    """Return how much there is of what, and from which years; bars fit *width* cells."""
    items = {KINDS_MADE[kind]: count for kind, count in report.items.items() if count}
    bars = _bars(items, width) if items else [block(NOTHING_MADE, "$muted")]
    blocks = [_heading("What you made"), *bars, GAP, *_about(report)]
    if report.by_year:
        blocks += [GAP, _heading("By year"), *_bars(report.by_year, width)]
        if report.items.get("messages"):
            blocks.append(block("Private messages are left out of the years.", "$muted"))
    return blocks


def seen_blocks(report: Report, there: TrainingThere | None, width: int) -> list[Block]:
    """Return who sees it, what is recorded of the account, and what training may use there."""
    blocks = [_heading("Who sees your posts, photos and videos")]
    if any(report.visibility.values()):
        blocks += _bars({STATES_SEEN[one]: n for one, n in report.visibility.items()}, width)
    else:
        blocks.append(block("There are none in this export.", "$muted"))
    if report.visibility["not_recorded"]:
        blocks.append(block(NO_GUESS, "$muted"))
    blocks += [GAP, *_account(report), GAP, *_training(report, there)]
    for heading, texts in (("Good to know", report.notes), ("Problems", problems_of(report))):
        if texts:
            blocks += [GAP, _heading(heading), *(block(text, bullet="· ") for text in texts)]
    return blocks


def problems_of(report: Report) -> tuple[str, ...]:
    """Return what could not be read, each with its place and the reason."""
    told = tuple(f"{member}: {reason}" for member, reason in report.problems)
    left = report.problems_left_out
    return (*told, f"and {left:,} more") if left else told


def item_blocks(item: Item, day: str) -> list[Block]:
    """Return one thing a person made, with its text: it was asked for."""
    told = [plain(KINDS_MADE[item.kind]), plain(day), plain(STATES_SEEN[item.visibility])]
    counts = (
        ("Photos", item.photos),
        ("Videos", item.videos),
        ("Places in it", item.positions),
        ("People in it", item.tags),
    )
    more = [field(label, f"{count:,}") for label, count in counts if count]
    return [block(join(told, " · ")), *more, GAP, block(item.text or "It has no text.")]


def progress_blocks(progress: Progress | None, width: int) -> list[Block]:
    """Return how far the reading has come."""
    if progress is None:
        return [block("Looking what is in it…")]
    done, total, members, of_members = progress
    full, empty = progress_bar(done, total, max(min(width, 60), 10))
    bar = plain(full, "$primary") + plain(empty, "$muted")
    figures = f"{size_words(done)} of {size_words(total)} · {members:,} of {of_members:,} files"
    return [block(bar), GAP, block(figures)]


def size_words(size: int) -> str:
    """Return a number of bytes as people say it: ``240 MB``."""
    for name, factor in (("GB", KIBI**3), ("MB", KIBI**2), ("kB", KIBI)):
        if size >= factor:
            count = size / factor
            return f"{count:.1f} {name}" if count < 10 else f"{count:.0f} {name}"  # noqa: PLR2004
    return f"{size} bytes"


def _heading(text: str) -> Block:
    return block(text, "bold")


def _bars(counts: Mapping[str, int], width: int) -> Iterator[Block]:
    most = max(counts.values(), default=0)
    figure = max((len(f"{count:,}") for count in counts.values()), default=0)
    room = min(width - NAME - figure - 3, LONGEST_BAR)
    for name, count in counts.items():
        told = plain(f"{name:<{NAME}}{count:>{figure},}")
        cells = max(1, round(count / most * room)) if count and room >= LEAST_BAR else 0
        yield block(told + plain(f"  {SYMBOLS.full * cells}", "$primary") if cells else told)


def _about(report: Report) -> Iterator[Block]:
    if report.oldest and report.newest:
        yield field("From", partial_day(report.oldest))
        yield field("To", partial_day(report.newest))
    for label, count in (
        ("Words", report.words),
        ("With a place", report.positions),
        ("People tagged", report.tags),
        ("Answers rated", report.rated),
        ("In two files", report.repeated),
    ):
        if count:
            yield field(label, f"{count:,}")
    files = report.media_files
    if files:
        yield field("Media files", ", ".join(f"{kind}: {n:,}" for kind, n in files.items()))
    if report.shared_chats:
        yield field("Shared by link", f"{report.shared_chats:,} AI chats. {LINKED}", "$warning")


def _account(report: Report) -> Iterator[Block]:
    yield field(
        "Your account", ACCOUNT_SEEN[report.account_private], _muted(report.account_private)
    )
    for on, became in report.privacy_history:
        yield field(" ", f"made {'private' if became else 'public'} on {partial_day(on)}")
    yield field(
        "Training", report.training_setting or NOT_RECORDED, _muted(report.training_setting)
    )
    for name, choice in sorted(report.training_choices.items()):
        yield field(" ", choice_words(name, choice=choice))


def _muted(recorded: object) -> str:
    return "$muted" if recorded is None else ""


def _training(report: Report, there: TrainingThere | None) -> Iterator[Block]:
    if there is None:
        yield block(NO_PLACE, "$muted")
        return
    where = in_sentence(there.region_name)
    yield _heading(f"What {report.name} may train on in {where}")
    yield field("By default", DEFAULT_WORDS[there.default])
    yield from (block(text, bullet="+ ") for text in there.uses)
    yield from (block(f"not {text}", "$muted", bullet="– ") for text in there.not_used)
    if there.note:
        yield from (GAP, block(there.note))


def one_line(report: Report) -> Content:
    """Return the platform and how many things were counted."""
    return plain(report.name, "bold") + plain(f"  {report.total:,} things counted", "$muted")
