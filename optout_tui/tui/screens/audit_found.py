"""What the audit found: one platform at a time, one thing when asked, and what comes of it."""

from pathlib import Path
from typing import Literal

from optout_tui.audit.archive.model import Audit, Item, Report
from optout_tui.journey.audit import sentence_for_letter, training_there
from optout_tui.journey.figures import keep_figures, report_for
from optout_tui.journey.sentences import FIGURES_KEPT, KEEP_FIGURES
from optout_tui.journey.session import Session
from optout_tui.safety.refusal import Refusal
from optout_tui.tui.audit_text import item_blocks, made_blocks, seen_blocks
from optout_tui.tui.flow import Block
from optout_tui.tui.screens.audit_files import AuditFiles
from optout_tui.tui.screens.audit_run import day_of
from optout_tui.tui.widgets.two_columns import TwoColumns

Phase = Literal["choosing", "reading", "told"]


class AuditFound(AuditFiles):
    """The part of the audit that shows reports."""

    def __init__(self, place: str, session: Session | None, account_id: str) -> None:
        """Begin without any; *place* is the region that training is told for."""
        super().__init__()
        self.place = place
        self.session = session
        self.account_id = account_id
        self.files: list[Path] = []
        self.reports: tuple[Report, ...] = ()
        self.at = 0
        self._last = 1

    def go_to(self, phase: Phase) -> None:
        """Show another phase."""

    def start_reading(self) -> None:
        """Show that something is being read."""

    def audited(self, audit: Audit) -> None:
        """Show the first platform."""
        self.reports, self.at = audit.reports, 0
        self._last = 1
        self.show_report()

    @property
    def report(self) -> Report | None:
        """The report that is shown."""
        return self.reports[self.at] if self.reports else None

    def show_report(self) -> None:
        """Show the platform whose turn it is."""
        report = self.reports[self.at]
        knowledge = self.app.desk.knowledge
        there = training_there(knowledge, report, self.place) if self.place else None

        def right(width: int) -> list[Block]:
            return seen_blocks(report, there, width)

        self.query_one("#told", TwoColumns).tell(lambda width: made_blocks(report, width), right)
        self.go_to("told")

    def action_files(self) -> None:
        """Choose other files."""
        self.reports = ()
        self.list.ticked.clear()
        self.go_to("choosing")
        self.call_after_refresh(self._enter, self.list.folder)

    def action_item(self) -> None:
        """Ask for a number and show that one thing, with its text."""
        from optout_tui.tui.dialogs.number import NumberDialog

        if self.report is None:
            return
        asked = "Which one? The number of a thing you made, from 1 on. It is read once more."
        dialog = NumberDialog("Show one thing from your export", asked, self._last)
        self.app.push_screen(dialog, self._look_for)

    def _look_for(self, number: int | None) -> None:
        if number is not None:
            self._last = number
            self.start_reading()
            self.begin_item(self.files, number)

    def item_found(self, number: int, item: Item) -> None:
        """Show it in front; nothing of it is kept."""
        from optout_tui.tui.dialogs.read import ReadDialog

        self.go_to("told")
        self._last = number + 1
        dialog = ReadDialog(f"Number {number:,}", item_blocks(item, day_of(item)))
        self.app.push_screen(dialog)

    # -- what comes of it ------------------------------------------------------------

    def action_keep(self) -> None:
        """Ask, then keep the figures on the account."""
        from optout_tui.tui.dialogs.confirm import ConfirmDialog

        dialog = ConfirmDialog("Keep these figures?", KEEP_FIGURES, "Keep them")
        self.app.push_screen(dialog, lambda yes: self._keep() if yes else None)

    def _keep(self) -> None:
        session, report = self.session, self.report
        if session is None or report is None:
            return
        if self.app.attempt(lambda: keep_figures(session, self.account_id, report)) is not None:
            self.app.notify(FIGURES_KEPT, markup=False)

    def action_letter(self) -> None:
        """Show a sentence for the grounds of a letter; it can be changed before it is taken."""
        from optout_tui.tui.dialogs.grounds import GroundsDialog

        if self.session is None or self.report is None:
            return
        platform = self.session.view(self.account_id).account.platform
        try:
            sentence = sentence_for_letter(report_for((self.report,), platform))
        except Refusal as reason:
            self.app.say_no(reason)
            return
        self.app.push_screen(GroundsDialog(sentence), self._into_letter)

    def _into_letter(self, words: str | None) -> None:
        """Put *words* into the letter that lies beneath, or into a new one."""
        from optout_tui.tui.screens.letter import LetterScreen, keep_words

        if not words or self.session is None:
            return
        beneath = self.app.screen_stack[-2]
        self.app.pop_screen()
        if isinstance(beneath, LetterScreen):
            beneath.take_words(words)
        else:
            keep_words(self.session, self.account_id, words)
            self.app.show_letter(self.session, self.account_id)
