"""From one screen to another: what is shown for which part of the work, and what lies in front."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from optout_tui.safety.limits import BadFile
from optout_tui.safety.refusal import Refusal

if TYPE_CHECKING:  # the first screen may need none
    from optout_tui.journey.desk import Desk
    from optout_tui.journey.session import Session
    from optout_tui.letters.letter import LetterKind
    from optout_tui.tui.saving import SavingApp
else:
    SavingApp = object  # mixed into the one app: an app more would cost half a millisecond


class Going(SavingApp):
    """What an app does to go from screen to screen. One base screen at a time; others in front."""

    desk: "Desk"
    _is_first_start = False

    def _first_screen(self) -> Screen[None]:
        rows = self.desk.rows()
        if rows:
            from optout_tui.tui.screens.start import StartScreen

            return StartScreen(rows)
        from optout_tui.tui.screens.region import RegionScreen

        self._is_first_start = True
        return RegionScreen(first=True)

    def _screen_of(self, session: "Session", account_id: str = "") -> Screen[None]:
        if session.checklist.accounts:
            from optout_tui.tui.screens.guide import GuideScreen

            there = session.checklist.account(account_id)
            return GuideScreen(session, there.id if there else "")
        from optout_tui.tui.screens.platforms import PlatformsScreen

        return PlatformsScreen(session)

    def _go(self, screen: Screen[None]) -> None:
        """Show *screen* instead of all others; the very first stays beneath, unseen."""
        for _ in self.screen_stack[2:]:  # a page in front can be left by name
            self.pop_screen()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def show_start(self) -> None:
        """Go to the list of checklists, or to Region where there is none.

        What cannot be saved keeps the person where they are, with the reason.
        """
        if reason := self.save_now():
            self.status = reason
            return
        self.session = None
        self._go(self._first_screen())

    def show_checklist(self, session: "Session", account_id: str = "") -> None:
        """Go to the checklist's guide, at that account where one is named.

        Where it has no account, go to its platforms.
        """
        self.take_up(session)
        self._go(self._screen_of(session, account_id))
        if self._is_first_start and session.checklist.accounts and not self.desk.settings.toured:
            self.show_tour()  # at once: keys would wander from the guide into it, and be lost

    def show_region(self, session: "Session | None" = None, name: str = "") -> None:
        """Ask where the person lives: for a new checklist *name*, or to move *session*."""
        from optout_tui.tui.screens.region import RegionScreen

        self._go(RegionScreen(session=session, name=name))

    def show_platforms(self, session: "Session") -> None:
        """Ask which accounts the person has."""
        from optout_tui.tui.screens.platforms import PlatformsScreen

        self.take_up(session)
        self._go(PlatformsScreen(session))

    def open_checklist(self, name: str, account_id: str = "") -> bool:
        """Open the checklist of that name where it was left, or at an account.

        Return whether it is open; where not, it was said why. What cannot be saved keeps the
        person where they are, with the reason.
        """
        if reason := self.save_now():
            self.status = reason
            return False
        from optout_tui.tui.offers import offer_backup, offer_merging

        try:
            self.show_checklist(self.desk.open(name), account_id)
        except BadFile as error:
            offer_backup(self, name, error)
        except Refusal as error:
            self.say_no(error)
        else:
            offer_merging(self, name)
            return True
        return False

    def show_due(self) -> None:
        """Show what is late or soon over all checklists, as they are on disk.

        What cannot be saved keeps the person where they are, with the reason.
        """
        if reason := self.save_now():
            self.status = reason
            return
        from optout_tui.tui.screens.due import DueScreen

        self.push_screen(DueScreen(self.desk.rows()))

    def show_compare(self, region: str) -> None:
        """Show every platform in one table, for *region*."""
        from optout_tui.tui.screens.compare import CompareScreen

        self.push_screen(CompareScreen(region))

    def show_audit(
        self, region: str = "", session: "Session | None" = None, account_id: str = ""
    ) -> None:
        """Show how much is public: from an export, or of an account's website or videos."""
        from optout_tui.audit.platforms import WEBSITE, YOUTUBE
        from optout_tui.tui.screens.audit import AuditScreen

        account = session.checklist.account(account_id) if session else None
        if account is not None and account.platform in (WEBSITE, YOUTUBE):
            self.show_site(session, account_id)
        else:
            self.push_screen(AuditScreen(region, session, account_id))

    def show_site(
        self, session: "Session | None" = None, account_id: str = "", given: str = ""
    ) -> None:
        """Show who may train on a website or a video: of an account, or *given*."""
        from optout_tui.tui.screens.site import SiteScreen

        self.push_screen(SiteScreen(session, account_id, given))

    def show_letter(
        self,
        session: "Session",
        account_id: str,
        kind: "LetterKind | None" = None,
        request_id: str = "",
    ) -> None:
        """Show a letter for an account as it grows: of that *kind*, or what comes next."""
        from optout_tui.tui.screens.letter import LetterScreen

        self.push_screen(LetterScreen(session, account_id, kind, request_id))

    def show_summary(self, session: "Session") -> None:
        """Show what was done, what it does not do, and when to look again."""
        from optout_tui.tui.screens.summary import SummaryScreen

        self.push_screen(SummaryScreen(session))

    def show_tour(self) -> None:
        """Show the tour of the keys, and remember that it was shown."""
        from msgspec.structs import replace

        from optout_tui.tui.dialogs.tour import TourDialog

        self.push_screen(TourDialog())
        if not self.desk.settings.toured:
            self.desk.prefer(replace(self.desk.settings, toured=True))

    def ask_labels(self, session: "Session", then: Callable[[], None]) -> None:
        """Ask for the language of the menus on the person's devices, keep it, and do *then*."""
        from optout_tui.checklist.words import LANGUAGES
        from optout_tui.journey.accounts import speak
        from optout_tui.journey.sentences import WHICH_LABELS
        from optout_tui.tui.dialogs.pick import PickDialog

        def keep(language: str | None) -> None:
            if language and self.attempt(lambda: speak(session, language)):
                then()

        dialog = PickDialog(WHICH_LABELS, list(LANGUAGES.items()), session.checklist.labels)
        self.push_screen(dialog, keep)
