"""The row of one checklist, derived from its file: slow, so that the index can be quick."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from optout_tui.checklist.dates import dates_of
from optout_tui.checklist.order import next_step
from optout_tui.checklist.progress import AccountView, StepView, view_accounts
from optout_tui.checklist.standing import Dated, Standing
from optout_tui.checklist.store.index import Next, Row
from optout_tui.checklist.store.reading import read_checklist
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import name_of


def derive(path: Path, knowledge: Knowledge) -> Row:
    """Return the row of the checklist in *path*, with dated facts as dates.

    Raises Refusal, or BadFile where the file is not whole.
    """
    checklist = read_checklist(path)
    views = view_accounts(checklist, knowledge, date.min)
    upcoming = next_step(views)
    return Row(
        id=checklist.id,
        name=checklist.name,
        region=checklist.region,
        region_name=name_of(knowledge, checklist.region),
        revision=checklist.revision,
        updated=checklist.updated,
        standings=tuple(Standing(view.state, _latest(view)) for view in views),
        steps_done=sum(view.steps_done for view in views),
        steps_total=sum(len(view.steps) for view in views),
        next=_next(*upcoming) if upcoming else None,
        dates=tuple(sorted(_dates(views, checklist.region, knowledge), key=lambda d: d.on)),
    )


def _dates(views: tuple[AccountView, ...], region: str, knowledge: Knowledge) -> Iterator[Dated]:
    return (dated for view in views for dated in dates_of(view, region, knowledge))


def _latest(view: AccountView) -> date | None:
    days = [r.latest for r in view.requests if r.state == "waiting" and r.latest]
    return min(days) if view.state in ("waiting", "refused") and days else None


def _next(view: AccountView, upcoming: StepView) -> Next:
    return Next(
        account=view.account.id,
        step=upcoming.step.id,
        title=upcoming.step.title,
        platform=view.platform_name,
        minutes=view.minutes_left,
    )
