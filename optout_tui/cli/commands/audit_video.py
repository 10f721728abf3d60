"""``audit video``: whether other companies may train on a YouTube video."""

from argparse import Namespace

from optout_tui.audit.platforms import YOUTUBE
from optout_tui.audit.site.as_json import video_json
from optout_tui.audit.site.video import VideoReport, video_address, video_id
from optout_tui.audit.site.words import NOT_GOOGLE, permitted_words
from optout_tui.cli.desk import desk_of
from optout_tui.cli.going_out import ask_to_fetch, network_arguments, record_argument
from optout_tui.cli.output import say, say_json
from optout_tui.cli.parser import Parser
from optout_tui.journey import checks
from optout_tui.journey.site_audit import audit_video

EXAMPLE = "optout-tui audit video https://www.youtube.com/watch?v=jNQXAC9IVRw --yes"


def arguments(parser: Parser) -> None:
    """Take a video, and what fetching needs."""
    parser.add_argument("video", metavar="URL", help="the address of a video, or its id")
    network_arguments(parser)
    record_argument(parser)


def run(args: Namespace) -> None:
    """Print YouTube's answer; keep the check where that was asked for."""
    video = video_id(args.video)
    if args.record:
        name, account = args.record
        checks.fitting_account(desk_of(args).open(name), account, YOUTUBE)
    address = video_address(video)
    ask_to_fetch(args, [address])
    from optout_tui.audit.site.fetch import Door  # opens sockets; refusing never needs it

    report = audit_video(video, address, Door(allow_private=args.allow_private))
    if args.record:
        _record(args, report)
    elif args.json:
        say_json(video_json(report))
    else:
        say(f"{report.video}: {permitted_words(report)}")
        say(NOT_GOOGLE)


def _record(args: Namespace, report: VideoReport) -> None:
    from optout_tui.cli.saving import account_json, save

    name, account = args.record
    session = desk_of(args).open(name)
    check = checks.video_check(report)
    checks.record_check(session, account, check)
    found = session.find_account(account)

    def made() -> dict[str, object]:
        told = account_json(session, found.id)
        kept = {"account": told, "evidence": told["evidence"][-1], "passed": check.passed}
        return kept | {"report": video_json(report)}

    result = "passed" if check.passed else "not passed"
    save(args, session, f"{session.view(found.id).label}: check {result}, {check.note}", made)
