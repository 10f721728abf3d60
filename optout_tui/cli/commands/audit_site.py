"""``audit site``: which AI crawlers a website lets in, and by which line."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from optout_tui.audit.platforms import WEBSITE
from optout_tui.audit.site.addresses import is_web, origin, site_addresses
from optout_tui.audit.site.as_json import agent_json, site_json
from optout_tui.audit.site.report import SiteReport
from optout_tui.cli.desk import desk_of
from optout_tui.cli.going_out import ask_to_fetch, network_arguments, record_argument
from optout_tui.cli.layout import line_width, table
from optout_tui.cli.output import say_json, say_text, tell
from optout_tui.cli.parser import Parser
from optout_tui.journey import checks
from optout_tui.journey import site_audit as look
from optout_tui.library.crawlers import CrawlerTable
from optout_tui.library.knowledge import knowledge
from optout_tui.safety.links import host_of
from optout_tui.safety.refusal import Refusal, shown

EXAMPLE = "optout-tui audit site robots.txt --agent GPTBot --path /blog/"
LEAST_COLUMNS = 72
MORE = "What blocking a name stops: add --agent and the name."


def arguments(parser: Parser) -> None:
    """Take an address or a file, one crawler, one path, and what fetching needs."""
    parser.add_argument(
        "site",
        metavar="URL|FILE",
        help="https://…, a robots.txt or another file of the site, its folder, or - for stdin",
    )
    parser.add_argument("--agent", metavar="TOKEN", help="one crawler alone, such as GPTBot")
    parser.add_argument("--path", metavar="PATH", help="ask about this path instead of /")
    network_arguments(parser)
    record_argument(parser)


def run(args: Namespace) -> None:
    """Print who may train, search and fetch; keep the check where that was asked for."""
    if not is_web(args.site):
        _refuse_what_needs_a_site(args)
        report = _of_file(args, knowledge().crawlers)
    else:
        report = _of_site(args, knowledge().crawlers)
    if args.record:
        _record(args, report)
    elif args.agent is not None:
        _say_agent(args, report)
    elif args.json:
        say_json(site_json(report, knowledge().crawlers))
    else:
        from optout_tui.journey.site_text import site_text

        say_text(site_text(report, knowledge().crawlers, line_width(), _table, MORE))


def _table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a table, or lines of words where its columns would be cut in the middle of a word."""
    from optout_tui.journey.site_text import in_words

    width = line_width()
    is_narrow = width is not None and width < LEAST_COLUMNS
    return in_words(headings, rows, width) if is_narrow else table(headings, rows, whole=(0,))


def _refuse_what_needs_a_site(args: Namespace) -> None:
    if args.record:
        raise Refusal("a file here proves nothing of what is public; give the site's address")
    if args.site != look.STDIN and not os.path.lexists(args.site) and _looks_like_host(args.site):
        raise Refusal(f"no file {shown(args.site)}; for a website write https://{args.site}")


def _looks_like_host(text: str) -> bool:
    try:
        return "." in host_of(f"https://{text}") and not text.endswith((".txt", ".html", ".json"))
    except Refusal:
        return False


def _of_file(args: Namespace, table: CrawlerTable) -> SiteReport:
    path = look.asked_path(args.path)
    if args.site == look.STDIN:
        return look.audit_bytes(_stdin(), table, path)
    return look.audit_file(Path(args.site), table, path)


def _stdin() -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise Refusal("there is no stdin to read from")
    try:
        return bytes(stream.read(look.FILE_LIMIT))
    except OSError as error:
        raise Refusal(f"stdin cannot be read: {error.strerror or 'no input'}") from None


def _of_site(args: Namespace, table: CrawlerTable) -> SiteReport:
    """Refuse what can be refused before a question is asked, then ask, then fetch."""
    addresses = site_addresses(args.site, robots_alone=args.agent is not None)
    path = look.asked_path(args.path, args.site)
    if args.agent is not None:
        look.crawler_name(args.agent)
    if args.record:
        name, account = args.record
        host = host_of(origin(args.site))
        checks.fitting_account(desk_of(args).open(name), account, WEBSITE, host)
    ask_to_fetch(args, [address.url for address in addresses])
    from optout_tui.audit.site.fetch import Door  # opens sockets; looking at files never needs it

    door = Door(allow_private=args.allow_private)
    return look.audit_site(args.site, addresses, table, path, door)


def _say_agent(args: Namespace, report: SiteReport) -> None:
    token = look.crawler_name(args.agent)
    answer = agent_json(report, args.agent, token)
    if report.access == "not asked":
        raise Refusal(f"{args.site} is no robots.txt; --agent asks one")
    if args.json:
        say_json(answer)
        return
    from optout_tui.journey.site_text import agent_text

    say_text(agent_text(report, token, knowledge().crawlers, line_width()))


def _record(args: Namespace, report: SiteReport) -> None:
    from optout_tui.cli.saving import account_json, save

    name, account = args.record
    session = desk_of(args).open(name)
    check = checks.site_check(args.site, report)
    checks.record_check(session, account, check)
    found = session.find_account(account)

    def made() -> dict[str, object]:
        told = account_json(session, found.id)
        kept = {"account": told, "evidence": told["evidence"][-1], "passed": check.passed}
        return kept | {"report": site_json(report, knowledge().crawlers)}

    result = "passed" if check.passed else "not passed"
    save(args, session, f"{session.view(found.id).label}: check {result}, {check.note}", made)
    for problem in report.problems:
        tell(problem)
