"""What is asked about requests: when one went out, what one holds, what came back."""

from optout_tui.checklist.history import is_open
from optout_tui.checklist.model import Request
from optout_tui.journey.proofs import keep
from optout_tui.journey.requests import follow_up, reply, sent
from optout_tui.journey.sentences import NOTHING_SENT
from optout_tui.library.guides import Step
from optout_tui.library.kinds import RequestKind
from optout_tui.tui.dialogs.answers import Followed, Given, Held, Posted
from optout_tui.tui.screens.account_page import AccountPage


class RequestAsks(AccountPage):
    """The dialogs about requests. Each is imported when it is first opened."""

    def ask_sent(self, step: Step, kind: RequestKind) -> None:
        """Ask when and how the request of *step* went out, and tick the step."""
        from optout_tui.tui.dialogs.sent import SentDialog

        def record(posted: Posted | None) -> None:
            if posted is not None:
                self.do(lambda: sent(self.session, self.account_id, kind, posted, step=step))

        self.app.push_screen(SentDialog(self.account.label, self.app.desk.today), record)

    def action_evidence(self) -> None:
        """Ask what the person holds, without ticking anything."""
        self.ask_evidence(None)

    def ask_evidence(self, step: Step | None) -> None:
        """Ask what the person holds, and tick *step* where it is one that leaves it."""
        from optout_tui.tui.dialogs.evidence import EvidenceDialog

        kind = step.evidence if step and step.evidence else "mail"
        waiting = [one for one in self.account.account.requests if is_open(one)]

        def record(held: Held | None) -> None:
            if held is not None:
                self.do(lambda: self._keep(held, step))

        dialog = EvidenceDialog(self.account.label, kind, ticks=step is not None, waiting=waiting)
        self.app.push_screen(dialog, record)

    def _keep(self, held: Held, step: Step | None) -> None:
        """Keep the evidence and, where it is an answer, record that too."""
        keep(
            self.session,
            self.account_id,
            held.kind,
            reference=held.reference,
            note=held.note,
            step=step,
            answer=held.answer,
            request_id=held.request,
        )

    def action_reply(self) -> None:
        """Ask what came back to a request."""
        from optout_tui.tui.dialogs.reply import ReplyDialog

        requests = self._requests()
        if not requests:
            return

        def record(given: Given | None) -> None:
            if given is not None:
                self.do(lambda: self._answered(given))

        self.app.push_screen(ReplyDialog(self.account.label, self.app.desk.today, requests), record)

    def _requests(self) -> tuple[Request, ...]:
        requests = self.account.account.requests
        if not requests:
            self.app.notify(NOTHING_SENT, markup=False)
        return requests

    def _answered(self, given: Given) -> None:
        reply(
            self.session,
            self.account_id,
            given.kind,
            on=given.on,
            request_id=given.request,
            reason=given.reason or "",
            about=given.about,
            note=given.words,
        )

    def action_follow_up(self) -> None:
        """Ask what went out about a request: a reminder, a complaint, an answer."""
        from optout_tui.tui.dialogs.follow_up import FollowUpDialog

        requests = self._requests()
        if not requests:
            return

        def record(followed: Followed | None) -> None:
            if followed is not None:
                kind, how, request = followed
                self.do(lambda: follow_up(self.session, self.account_id, kind, how, request))

        dialog = FollowUpDialog(self.account.label, self.app.desk.today, requests)
        self.app.push_screen(dialog, record)
