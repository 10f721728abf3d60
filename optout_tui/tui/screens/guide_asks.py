"""What the guide asks in front of a step: what went wrong, what to remember, which way."""

from msgspec.structs import replace

from optout_tui.checklist.progress import CLOSED
from optout_tui.checklist.words import KIND_WORDS
from optout_tui.guides.choose import open_routes
from optout_tui.journey.accounts import follow_route
from optout_tui.journey.sentences import NO_LINK, ONE_WAY, another_way
from optout_tui.journey.steps import note
from optout_tui.regions import chain
from optout_tui.safety.text import clean
from optout_tui.tui.screens.request_asks import RequestAsks


class GuideAsks(RequestAsks):
    """The guide's dialogs. Each is imported when it is first opened."""

    # -- ticking ---------------------------------------------------------------

    def action_tick(self) -> None:
        """Tick the step, or take its tick back; some steps ask a question first."""
        step = self.chosen
        if step is None:
            return
        if step.state in CLOSED:
            self.mark("todo")
        elif step.step.sends is not None:
            self.ask_sent(step.step, step.step.sends)
        elif step.step.leaves_proof:
            self.ask_evidence(step.step)
        else:
            self.mark("done")

    def action_skip(self) -> None:
        """Skip the step."""
        self.mark("skipped")

    # -- what went wrong, what to remember -------------------------------------

    def action_problem(self) -> None:
        """List what is known to go wrong here, what to do about each, and record the choice."""
        from optout_tui.tui.dialogs.problem import ProblemDialog

        step = self.chosen
        if step is None:
            return

        def record(chosen: str | None) -> None:
            if chosen is None:
                return
            self.mark("problem", chosen)
            trouble = next((t for t in step.step.troubles if t.id == chosen), None)
            if trouble is not None and trouble.route:
                self._offer_route(trouble.route)

        self.app.push_screen(ProblemDialog(step.step), record)

    def _offer_route(self, route_id: str) -> None:
        from optout_tui.tui.dialogs.confirm import ConfirmDialog

        guide = self.account.guide
        route = guide.route(route_id) if guide else None
        if route is None:
            return
        dialog = ConfirmDialog("Follow the other way?", another_way(route.title), "Follow it")
        self.app.push_screen(dialog, lambda yes: self._follow(route_id) if yes else None)

    def _follow(self, route_id: str) -> None:
        self.app.attempt(lambda: follow_route(self.session, self.account_id, route_id))
        self.show_account(self.account_id)

    def action_way(self) -> None:
        """Offer the other ways that do as well here."""
        from optout_tui.tui.dialogs.pick import PickDialog

        guide = self.account.guide
        if guide is None or self.account.route is None:
            return
        routes = open_routes(guide, chain(self.session.knowledge, self.session.checklist.region))
        if len(routes) == 1:
            self.app.notify(ONE_WAY, markup=False)
            return
        choices = [(route.id, f"{route.title} ({KIND_WORDS[route.kind]})") for route in routes]
        dialog = PickDialog("Which way?", choices, self.account.route.id)
        self.app.push_screen(dialog, lambda chosen: self._follow(chosen) if chosen else None)

    def action_note(self) -> None:
        """Ask for a note at this step."""
        from optout_tui.tui.dialogs.note import NoteDialog

        step = self.chosen
        if step is None:
            return
        old = step.mark.note if step.mark else ""

        def record(text: str | None) -> None:
            if text is not None:
                self.do(lambda: note(self.session, self.account_id, step.step.id, text))

        self.app.push_screen(NoteDialog(step.step.title, old), record)

    def action_undo(self) -> None:
        """Take the last change back."""
        done = self.session.undo()
        if done is None:
            self.app.notify("There is nothing to undo.", markup=False)
            return
        self.app.notify(clean(f"Undone: {done}"), markup=False)
        self.app.save_soon()
        accounts = [account.id for account in self.session.checklist.accounts]
        if not accounts:
            self.app.show_platforms(self.session)
        elif self.account_id not in accounts:
            self.show_account(accounts[0])
        else:
            self.show_anew()

    # -- links -----------------------------------------------------------------

    def _links(self) -> list[str]:
        step = self.chosen
        ways = step.step.ways if step else ()
        return list(dict.fromkeys(link for way in ways for link in way.links))

    def action_open_link(self) -> None:
        """Show the whole address and its host, then open it if the person says so."""
        from optout_tui.tui.dialogs.link import LinkDialog

        if links := self._links():
            self.app.push_screen(LinkDialog(links))
        else:
            self._no_link()

    def action_qr(self) -> None:
        """Draw the link as a QR code: the next tap is on the phone."""
        from optout_tui.tui.dialogs.qr import QrDialog

        if links := self._links():
            self.app.push_screen(QrDialog(links))
        else:
            self._no_link()

    def action_copy(self) -> None:
        """Send the first link to the clipboard."""
        if links := self._links():
            self.app.copy_text(links[0])
        else:
            self._no_link()

    def _no_link(self) -> None:
        self.app.notify(NO_LINK, markup=False)

    # -- other places ----------------------------------------------------------

    def action_device(self) -> None:
        """Switch between the phone's and the browser's way, for good."""
        settings = self.app.desk.settings
        device = "web" if settings.device == "phone" else "phone"
        self.app.desk.prefer(replace(settings, device=device))
        self.refresh_account()

    def action_labels(self) -> None:
        """Choose the language of the menus on the person's devices."""
        self.app.ask_labels(self.session, self.refresh_account)

    def action_letter(self) -> None:
        """Write a letter for this account: what the step sends, or else what comes next."""
        self.before_leaving()
        step = self.chosen
        sends = step.step.sends if step and step.state not in CLOSED else None
        self.app.show_letter(self.session, self.account_id, sends)

    def action_summary(self) -> None:
        """Show what was done, and export it."""
        self.before_leaving()
        self.app.show_summary(self.session)

    def action_accounts(self) -> None:
        """Ask again which accounts the person has."""
        self.before_leaving()
        self.app.show_platforms(self.session)

    def action_audit(self) -> None:
        """Show how much of this account is public, from its export."""
        self.before_leaving()
        self.app.show_audit(session=self.session, account_id=self.account_id)
