"""The checklist as a Markdown document, finished enough to be handed to a client."""

from collections.abc import Container, Iterable, Iterator, Sequence

from optout_tui.checklist.model import Counted, Event, Evidence
from optout_tui.checklist.words import OWN_GUIDE, day, partial_day, stage_title
from optout_tui.export import words
from optout_tui.export.markdown_text import fit, link
from optout_tui.export.records import AccountReport, Report, RequestLine, RouteLine, StepLine
from optout_tui.library.records import Source


def as_markdown(report: Report) -> str:
    """Return *report* as CommonMark with task lists; outside text in it opens nothing."""
    numbers = {source: n for n, source in enumerate(report.sources, start=1)}
    blocks = [
        *_opening(report),
        *(block for one in report.accounts for block in _account(one, numbers, report.language)),
        "## What this does not do",
        _bullets(report.not_done),
        *_meanings(report),
        *_source_list(numbers, report.own_sources),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _opening(report: Report) -> Iterator[str]:
    yield f"# {fit(report.name)}"
    yield "Keeping posts out of AI training: what was done, and what it does not do."
    yield _fields(
        ("Date", day(report.exported)),
        ("Region", fit(f"{report.region_name} ({report.region})")),
        ("State", words.overall(report)),
        ("Revision", str(report.revision)),
        ("Made with", report.program),
    )
    yield report.summary
    if report.redacted:
        yield words.LEFT_OUT
    if report.accounts:
        yield "## Accounts"
        yield "\n".join(_at_a_glance(account) for account in report.accounts)


def _at_a_glance(account: AccountReport) -> str:
    again = account.check_again
    parts = [account.state, f"proof: {account.proof}"]
    parts += [f"check again on {day(again)}"] if again else []
    name = f"**{fit(account.platform_name)}** {fit(account.handle)}".rstrip()
    return f"- {name}: {', '.join(parts)}"


def _account(account: AccountReport, numbers: dict[Source, int], language: str) -> Iterator[str]:
    yield f"## {fit(account.platform_name)} {fit(account.handle)}".rstrip()
    yield fit(account.applies)
    yield _fields(*_facts(account, numbers))
    yield from _section("Steps", _steps(account, language))
    others = [_step(one, language) for one in account.other_steps]
    yield from _section("Ticked on another route", others)
    yield from _section("Requests", [_request(request) for request in account.requests])
    yield from _section("Evidence", [_evidence(evidence) for evidence in account.evidence])
    yield from _section("What is public", [_counted(counted) for counted in account.audits])
    if account.route is not None:
        yield from _limits(account.route)
    yield from _section("Check again", _check_again(account))


def _facts(account: AccountReport, numbers: dict[Source, int]) -> Iterator[tuple[str, str]]:
    yield "Company", fit(account.company)
    yield "State", account.state
    yield "Proof", account.proof
    if account.training:
        yield "AI training by default", words.DEFAULTS[account.training.default]
        yield "Since", partial_day(account.training.since)
        yield "What it trains on", fit("; ".join(account.training.uses))
        yield "About the default", fit(account.training.note)
        yield "Confidence in the default", account.training.confidence
    if route := account.route:
        yield "Route", f"{fit(route.title)} ({words.KINDS[route.kind]})"
        yield "Effect", route.effect
        yield "Guide", OWN_GUIDE if account.yours else ""
        yield "Guide checked", words.checked(route)
        yield "Confidence in the route", route.confidence
        yield "About the route", fit(route.note)
    yield "Looked after by", fit(account.owner)
    yield "Sources", words.ranges(numbers[source] for source in account.sources)


def _steps(account: AccountReport, language: str) -> Iterator[str]:
    """Yield one list a stage; a blank line ends it, so that the next name stands outside."""
    if account.route is None:
        return
    for stage, lines in account.stages:
        title = stage_title(stage, account.route.kind)
        yield f"**{title}**\n\n" + "\n".join(_step(line, language) for line in lines) + "\n"


def _step(line: StepLine, language: str) -> str:
    box = "x" if line.state == "done" else " "
    state = "to do" if line.state == "todo" else line.state
    when = f", {words.moment(line.at)}" if line.at and line.state != "todo" else ""
    details = _fields(
        ("Trouble", fit(line.sign or line.trouble)),
        ("Note", fit(line.note)),
        ("Since then", words.changed(line)),
        *((partial_day(change.on), fit(change.text)) for change in line.since),
        *((fit(head), fit(labels)) for head, labels in words.ways(line, language)),
        indent="  ",
    )
    return _with(f"- [{box}] {fit(line.title)}: {state}{when}", details)


def _request(line: RequestLine) -> str:
    details = _fields(
        ("State", line.state),
        ("Received", day(line.received)),
        ("Reply due", day(line.due) if line.due else fit(words.no_date(line))),
        ("At the latest", day(line.latest) if line.latest else ""),
        ("Rule", fit(words.rule(line))),
        ("Mind", fit(line.time) if line.due else ""),
        ("Reference", fit(line.reference)),
        *((day(event.on), _event(event)) for event in line.events),
        indent="  ",
    )
    title = f"- **{words.REQUESTS[line.kind]}**, sent on {day(line.sent)}"
    return _with(f"{title} by {fit(line.channel)}", details)


def _event(event: Event) -> str:
    told = [words.EVENTS[event.kind]]
    told += [f"about {fit(event.about)}"] if event.about else []
    told += [f"by {fit(event.channel)}"] if event.channel else []
    told += [f"reason: {fit(event.reason)}"] if event.reason else []
    told += [f"reference: {fit(event.reference)}"] if event.reference else []
    told += [f"note: {fit(event.note)}"] if event.note else []
    return ", ".join(told)


def _evidence(evidence: Evidence) -> str:
    details = _fields(
        ("Result", words.check_result(evidence)),
        ("Reference", fit(evidence.reference)),
        ("File", fit(evidence.file)),
        ("SHA-256", fit(evidence.sha256)),
        ("Note", fit(evidence.note)),
        indent="  ",
    )
    return _with(f"- **{words.EVIDENCE[evidence.kind]}**, {words.moment(evidence.at)}", details)


def _counted(counted: Counted) -> str:
    details = ((label, fit(told)) for label, told in words.figures(counted))
    title = f"- **{words.FROM_EXPORT}**, {words.moment(counted.at)}"
    return _with(title, _fields(*details, indent="  "))


def _limits(route: RouteLine) -> Iterator[str]:
    yield from _section("Not covered", [_bullets(route.not_covered)])
    yield from _section("What may undo it", [_bullets(route.undone_by)])


def _check_again(account: AccountReport) -> list[str]:
    when = day(account.check_again) if account.check_again else ""
    sooner = fit("; ".join(account.check_again_after))
    return [_fields(("On", when), ("Or sooner, after" if when else "After", sooner))]


def _meanings(report: Report) -> Iterator[str]:
    if report.accounts:
        yield "## What the words mean"
        yield _fields(*words.meanings(report.accounts))


def _source_list(numbers: dict[Source, int], own: Container[Source]) -> Iterator[str]:
    if numbers:
        yield "## Sources"
        lines = (f"{n}. {_source(one, linked=one not in own)}" for one, n in numbers.items())
        yield "\n".join(lines)


def _source(source: Source, *, linked: bool) -> str:
    dated = partial_day(source.dated)
    told = [
        f"{fit(source.title)}, {fit(source.publisher)}",
        source.tier,
        f"dated {dated}" if dated else "no date",
        f"read {day(source.read)}",
        *([fit(source.note)] if source.note else []),
        link(source) if linked else fit(source.url),
    ]
    return " · ".join(told)


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    body = "\n".join(item for item in items if item).rstrip("\n")
    if body:
        yield f"### {title}"
        yield body


def _fields(*pairs: tuple[str, str], indent: str = "") -> str:
    return "\n".join(f"{indent}- **{label}:** {value}" for label, value in pairs if value)


def _bullets(texts: Sequence[str]) -> str:
    return "\n".join(f"- {fit(text)}" for text in texts)


def _with(title: str, details: str) -> str:
    return f"{title}\n{details}" if details else title
