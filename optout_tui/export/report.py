"""One checklist as it stands on one day, ready to be written down in any format."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from optout_tui import __version__
from optout_tui.checklist.changed import changes_after
from optout_tui.checklist.dates import check_again_on
from optout_tui.checklist.menus import seen_in
from optout_tui.checklist.model import Checklist, StepMark
from optout_tui.checklist.progress import (
    AccountView,
    RequestView,
    StepView,
    view_accounts,
)
from optout_tui.checklist.request_words import about_the_time
from optout_tui.checklist.standing import state_of
from optout_tui.contentcheck.ages import is_old
from optout_tui.export import words
from optout_tui.export.records import (
    AccountReport,
    Report,
    RequestLine,
    RouteLine,
    StepLine,
    Training,
    WayLine,
)
from optout_tui.guides.choose import default_for, find_step
from optout_tui.library.guides import Guide, Route, Step, Way
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import RIGHT_FOR, Regime
from optout_tui.library.records import Source
from optout_tui.regions import chain, name_of
from optout_tui.rights import Deadline


def report_of(
    checklist: Checklist, knowledge: Knowledge, today: date, *, redacted: bool = False
) -> Report:
    """Return *checklist* as it stands on *today*; *redacted* is only said in the document.

    Raises Refusal for a region nobody knows.
    """
    views = view_accounts(checklist, knowledge, today)
    states = tuple(view.state for view in views)
    gather = _Gather(knowledge, checklist, today)
    return Report(
        name=checklist.name,
        region=checklist.region,
        region_name=gather.region_name,
        language=checklist.labels,
        exported=today,
        revision=checklist.revision,
        state=state_of(states),
        program=f"optout-tui {__version__}",
        summary=words.summary(states),
        redacted=redacted,
        not_done=words.NOT_DONE,
        accounts=tuple(gather.account(view) for view in views),
        own_sources=frozenset(gather.own_sources(views)),
    )


class _Gather:
    """What is true where the person lives, put beside what they did."""

    def __init__(self, knowledge: Knowledge, checklist: Checklist, today: date) -> None:
        self.knowledge = knowledge
        self.language = checklist.labels
        self.today = today
        self.region_name = name_of(knowledge, checklist.region)
        self.chain = chain(knowledge, checklist.region)

    def account(self, view: AccountView) -> AccountReport:
        account, guide, route = view.account, view.guide, view.route
        return AccountReport(
            id=account.id,
            platform=account.platform,
            platform_name=view.platform_name,
            company=guide.company if guide else "",
            handle=account.handle,
            owner=account.owner,
            applies=words.what_applies(route, view.platform_name, self.region_name),
            state=view.state,
            proof=view.proof,
            training=self._training(guide) if guide else None,
            route=_route_line(route, self.today) if route else None,
            steps=tuple(self._step_line(step, guide) for step in view.steps),
            other_steps=tuple(_other_steps(view)),
            requests=tuple(self._request_line(request) for request in view.requests),
            evidence=account.evidence,
            audits=account.audits,
            check_again=check_again_on(view),
            check_again_after=route.again.events if route else (),
            sources=tuple(dict.fromkeys(self._sources(view))),
            yours=self.knowledge.is_own(account.platform),
        )

    def own_sources(self, views: Iterable[AccountView]) -> Iterator[Source]:
        for view in views:
            if view.guide and self.knowledge.is_own(view.guide.id):
                yield from view.guide.sources

    def _training(self, guide: Guide) -> Training:
        here = default_for(guide, self.chain)
        return Training(
            default=here.default,
            since=here.since,
            uses=guide.training.uses,
            note=here.note,
            confidence=here.confidence,
        )

    def _step_line(self, view: StepView, guide: Guide | None) -> StepLine:
        line = _line(view.step.id, view.step, view.mark)
        since = changes_after(guide, view.mark) if view.changed else ()
        ways = tuple(_way_line(way, self.language) for way in view.step.ways if way.menu)
        return replace(line, changed=view.changed, parts=view.parts, since=since, ways=ways)

    def _request_line(self, view: RequestView) -> RequestLine:
        request, law = view.request, view.law
        return RequestLine(
            id=request.id,
            kind=request.kind,
            sent=request.sent,
            received=request.received,
            channel=request.channel,
            reference=request.reference,
            due=view.due,
            latest=view.latest,
            rule=law.words if law else "",
            law=law.article if law else "",
            time=about_the_time(view),
            state=view.state,
            events=request.events,
        )

    def _regime(self, law: Deadline | None) -> Regime | None:
        return next((r for r in self.knowledge.regimes if law and r.id == law.regime), None)

    def _sources(self, view: AccountView) -> Iterator[Source]:
        guide, route = view.guide, view.route
        if guide and route:
            used = {*default_for(guide, self.chain).sources, *route.sources}
            used.update(name for step in view.steps for name in _step_sources(step))
            yield from (source for source in guide.sources if source.id in used)
        for request in view.requests:
            if regime := self._regime(request.law):
                yield from _law_sources(regime, request)


def _route_line(route: Route, today: date) -> RouteLine:
    return RouteLine(
        id=route.id,
        kind=route.kind,
        title=route.title,
        effect=route.effect,
        confidence=route.confidence,
        checked=route.checked,
        old=is_old(route.checked, today),
        note=route.note,
        not_covered=route.not_covered,
        undone_by=route.undone_by,
    )


def _way_line(way: Way, language: str) -> WayLine:
    return WayLine(device=way.device, menu=way.menu, seen=seen_in(way, language))


def _line(name: str, step: Step | None, mark: StepMark | None) -> StepLine:
    trouble = mark.trouble if mark else ""
    known = step.troubles if step else ()
    return StepLine(
        id=name,
        stage=step.stage if step else None,
        title=step.title if step else name,
        state=mark.state if mark else "todo",
        at=mark.at if mark else None,
        note=mark.note if mark else "",
        trouble=trouble,
        sign=next((one.sign for one in known if one.id == trouble), ""),
    )


def _other_steps(view: AccountView) -> Iterator[StepLine]:
    """Ticks whose step the route lacks stay stored, so they are told too."""
    on_route = {name for line in view.steps for name in (line.step.id, *line.step.was)}
    for mark in view.account.steps:
        if mark.id not in on_route:
            step = find_step(view.guide, mark.id) if view.guide else None
            yield _line(mark.id, step, mark)


def _step_sources(view: StepView) -> Iterator[str]:
    yield from view.step.sources
    for trouble in view.step.troubles:
        if view.mark and trouble.id == view.mark.trouble:
            yield from trouble.sources


def _law_sources(regime: Regime, view: RequestView) -> Iterator[Source]:
    right = regime.rights.named(RIGHT_FOR[view.request.kind])
    clock = regime.clocks.get(right.clock) if right else None
    used = {*(right.sources if right else ()), *(clock.sources if clock else ())}
    return (source for source in regime.sources if source.id in used)
