"""The own website, or a video: who may train on it, by the line that decides."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from optout_tui.audit.platforms import YOUTUBE
from optout_tui.audit.site.addresses import is_web, site_addresses
from optout_tui.audit.site.report import SiteReport
from optout_tui.audit.site.video import VideoReport, video_address, video_id
from optout_tui.export.file import typed_path
from optout_tui.journey import checks
from optout_tui.journey import site_audit as look
from optout_tui.journey.sentences import KEEP_CHECK
from optout_tui.journey.session import Session
from optout_tui.safety.refusal import Refusal
from optout_tui.safety.text import clean
from optout_tui.tui.background import in_background
from optout_tui.tui.flow import block, plain
from optout_tui.tui.leaving import Refreshing
from optout_tui.tui.site_text import HELLO, SITE, VIDEO, site_blocks, video_blocks
from optout_tui.tui.widgets.bars import KeyBar
from optout_tui.tui.widgets.fields import Field
from optout_tui.tui.widgets.page import MORE, Page
from optout_tui.tui.widgets.two_columns import TwoColumns

Report = TypeVar("Report", SiteReport, VideoReport)


class SiteScreen(Page, Refreshing):
    """Looks at a website or a video, and keeps the check where the person says so."""

    TITLE_HELP = "Who may train on it"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "keep", "Keep the check"),
        Binding("y", "copy", "Copy the lines"),
        Binding("slash", "type", "Another address"),
        Binding("ctrl+p", "app.command_palette", "Everything by name", show=False),
        Binding("t", "app.switch_theme", "Next theme", show=False),
        Binding("escape", "back", "Back"),
        Binding("q", "app.leave", "Leave"),
        MORE,
    ]

    def __init__(
        self, session: Session | None = None, account_id: str = "", given: str = ""
    ) -> None:
        """Be about an account of *session*, or about *given*, an address or a file."""
        super().__init__()
        self.session = session
        self.account_id = account_id
        self.given = given
        self.report: SiteReport | VideoReport | None = None
        self.check: checks.Check | None = None

    @property
    def shows_saving(self) -> bool:
        """It is about a checklist where it was come to from an account."""
        return self.session is not None

    @property
    def is_video(self) -> bool:
        """Whether it is about videos."""
        if self.session is None:
            return False
        return self.session.view(self.account_id).account.platform == YOUTUBE

    def body(self) -> Iterable[Widget]:
        """Yield the field and what was found."""
        yield Field(clean(self._suggested()), id="address", placeholder=clean(self._hint()))
        yield TwoColumns(id="told", classes="pane")

    def _hint(self) -> str:
        return VIDEO if self.is_video else SITE

    def _suggested(self) -> str:
        if self.given or self.session is None or self.is_video:
            return self.given
        handle = self.session.view(self.account_id).account.handle
        return handle if not handle or is_web(handle) else f"https://{handle}"

    def on_mount(self) -> None:
        """Wait for an address; look at once at what was given."""
        super().on_mount()
        title = plain("Who may train on it", "bold")
        if self.session is not None:
            title += plain(f"  {self.session.view(self.account_id).label}", "$muted")
        self.set_place(title)
        self._say(HELLO[self._hint()])
        self.query_one("#address").focus()
        if self.given:
            self.call_after_refresh(self._look, self.given)

    def take_in(self) -> None:
        """Leave where another program removed the account."""
        if self.session and self.session.checklist.account(self.account_id) is None:
            self.app.show_checklist(self.session)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key act only where it means something."""
        if action == "keep" and (self.check is None or self.session is None):
            return False
        if action == "copy" and not self._lines():
            return False
        return super().check_action(action, parameters)

    def shown_keys(self) -> tuple[Binding, ...]:
        """Return the keys that mean something now."""
        return tuple(b for b in super().shown_keys() if self.check_action(b.action, ()))

    # -- looking -----------------------------------------------------------------

    @on(Input.Submitted, "#address")
    def take(self, event: Input.Submitted) -> None:
        """Look at what was typed."""
        event.stop()
        self._look(event.value.strip())

    def _look(self, typed: str) -> None:
        try:
            if self.is_video:
                self._ask_video(typed)
            elif is_web(typed):
                self._ask_site(typed)
            else:
                self._show_file(typed_path(typed))
        except Refusal as reason:
            self.app.say_no(reason)

    def _show_file(self, path: Path) -> None:
        """A file proves nothing of what is public: there is nothing to keep."""
        self._found(look.audit_file(path, self.app.desk.knowledge.crawlers, look.START), None)

    def _ask_site(self, url: str) -> None:
        addresses = site_addresses(url)
        path = look.asked_path(None, url)
        table = self.app.desk.knowledge.crawlers

        def work() -> SiteReport:
            from optout_tui.audit.site.fetch import Door  # opens sockets; only after a yes

            return look.audit_site(url, addresses, table, path, Door())

        def found(report: SiteReport) -> None:
            self._found(report, checks.site_check(url, report))

        self._ask([address.url for address in addresses], lambda: self._fetch(work, found))

    def _ask_video(self, typed: str) -> None:
        video = video_id(typed)
        address = video_address(video)

        def work() -> VideoReport:
            from optout_tui.audit.site.fetch import Door  # opens sockets; only after a yes

            return look.audit_video(video, address, Door())

        def found(report: VideoReport) -> None:
            self._found(report, checks.video_check(report))

        self._ask([address], lambda: self._fetch(work, found))

    def _ask(self, addresses: Sequence[str], then: Callable[[], None]) -> None:
        from optout_tui.tui.dialogs.fetch import FetchDialog

        self.app.push_screen(FetchDialog(addresses), lambda yes: then() if yes else None)

    def _fetch(self, work: Callable[[], Report], found: Callable[[Report], None]) -> None:
        self._say("Fetching… Press esc to stop.")
        self.query_one("#told").focus()
        self.run_worker(self._fetched(work, found), group="fetch", exclusive=True)

    async def _fetched(self, work: Callable[[], Report], found: Callable[[Report], None]) -> None:
        try:
            report = await in_background(work)
        except Refusal as reason:
            self._say(str(reason), "$warning")
        else:
            found(report)

    # -- showing -----------------------------------------------------------------

    def _say(self, text: str, style: str = "") -> None:
        blocks = [block(text, style)]
        self.query_one("#told", TwoColumns).show_one(lambda _: blocks)

    def _found(self, report: SiteReport | VideoReport, check: checks.Check | None) -> None:
        self.report, self.check = report, check
        table = self.app.desk.knowledge.crawlers
        pane = self.query_one("#told", TwoColumns)
        if isinstance(report, SiteReport):
            pane.show_one(lambda width: site_blocks(report, table, width))
        else:
            pane.show_one(lambda _: video_blocks(report))
        pane.focus()
        self.query_one(KeyBar).keys = self.shown_keys()

    def _lines(self) -> str:
        report = self.report
        return "\n".join(report.offer.lines) if isinstance(report, SiteReport) else ""

    # -- keys --------------------------------------------------------------------

    def action_keep(self) -> None:
        """Ask, then keep the check as evidence on the account."""
        from optout_tui.tui.dialogs.confirm import ConfirmDialog

        dialog = ConfirmDialog("Keep this check?", KEEP_CHECK, "Keep it")
        self.app.push_screen(dialog, lambda yes: self._keep() if yes else None)

    def _keep(self) -> None:
        session, check = self.session, self.check
        if session is None or check is None:
            return
        if self.app.attempt(lambda: checks.record_check(session, self.account_id, check)):
            result = "passed" if check.passed else "not passed"
            self.app.notify(clean(f"Kept: {result}, {check.note}"), markup=False)
            for screen in self.app.screen_stack:  # what lies beneath shows it too
                if isinstance(screen, Refreshing):
                    screen.take_in()

    def action_copy(self) -> None:
        """Send the lines to add to the clipboard."""
        self.app.copy_text(self._lines(), "the lines for robots.txt")

    def action_type(self) -> None:
        """Type another address."""
        self.query_one("#address").focus()

    def action_back(self) -> None:
        """Stop fetching; out of the field; else back to where the person came from."""
        running = [one for one in self.workers if one.group == "fetch" and not one.is_finished]
        if running:
            self.workers.cancel_group(self, "fetch")
            self._say("Stopped.")
        else:
            self.app.pop_screen()
