"""Through one checklist: its accounts, their steps, and the menu."""

from optout_tui.plain.about import facts_lines
from optout_tui.plain.finish import summary_lines
from optout_tui.plain.guide import Place, Steps, step_at
from optout_tui.plain.menu import MENU, MORE, do_with_checklist
from optout_tui.plain.setting_up import ask_accounts, move_house
from optout_tui.plain.step_text import in_a_line
from optout_tui.plain.talk import Back
from optout_tui.plain.visit import GoTo
from optout_tui.safety.refusal import Refusal

ABOUT_MENU = "Everything here is about the whole checklist. steps leads back to the steps."


class Walk(Steps):
    """One person's way through one checklist, from its first account to leaving it."""

    def go(self) -> None:
        """Go from place to place. Raises Leave, and GoTo for another checklist."""
        while True:
            if not self.session.checklist.accounts:
                self._first_accounts()
                self.place = self.resume()
            if self.place is None:
                self.place = self._menu()
            else:
                self.last = self.place
                self.place = self.one(*self.place)

    def _first_accounts(self) -> None:
        try:
            ask_accounts(self.visit)
        except Back:
            self._move_or_list()

    def _move_or_list(self) -> None:
        try:
            move_house(self.visit)
            self.visit.save()
        except Back:
            raise GoTo from None

    # -- the menu ----------------------------------------------------------------

    def _menu(self) -> Place:
        """Ask what to do with the checklist and return where to go on; None for the menu again."""
        all_closed = not any(view.next_step for view in self.session.views())
        if all_closed and not self.shown:
            self.shown = True
            self.talk.say(*summary_lines(self.session))
        self.talk.place = f"{self.session.name}: the menu"
        usual = ("leave" if self.visit.exported else "export") if all_closed else "steps"
        default = [key for key, _ in MENU].index(usual) + 1
        short = MENU in self.listed
        self.listed.append(MENU)
        try:
            chosen = self.talk.choose(
                "What now?", MENU, default, explain=ABOUT_MENU, also=MORE, short=short
            )
        except Back:
            return self.last or self.session.resume_at()
        if chosen == "steps":
            self.told = ""
            return self.resume() or self.session.resume_at()
        place: Place = None
        try:
            place = self._from_menu(chosen)
        except Back:
            pass
        except Refusal as reason:
            self.talk.no(str(reason))
        self.visit.save()
        return place

    def _from_menu(self, chosen: str) -> Place:
        """Do what was chosen and return where it leads, None where it stays at the menu."""
        if chosen != "more" and chosen not in dict(MORE):
            do_with_checklist(self.visit, chosen)
            return None
        views = self.session.views()
        lines = [(view.account.id, in_a_line(view)) for view in views]
        asked = self.talk.choose("Which account?", lines, 0) if len(lines) > 1 else lines[0][0]
        view = self.session.view(asked)
        self.tell_account(view)
        step = step_at(view, "")
        if step is None:
            self.talk.say(*facts_lines(self.session, view))
            return None
        if chosen == "more":
            chosen = self.talk.choose("What?", MORE, 0)
        if chosen == "account":
            self.told = ""
            return asked, ""
        place = self.do(chosen, view, step)
        return place if chosen in ("step", "later") else None
