"""One language: its words for days, periods, requests, authorities and what to fill in."""

from datetime import date
from typing import Any

from optout_tui.checklist.progress import AccountView
from optout_tui.letters.choice import ENGLISH
from optout_tui.letters.texts import Lines, Texts
from optout_tui.library.law import Authority, Clock

_NOT_A_NAME = "many "
"""Begins the company of a guide that speaks of no single one."""


class Speech:
    """Fills the texts of one language, and remembers what the person has to fill in by hand."""

    def __init__(self, texts: Texts, language: str) -> None:
        """Speak *language* with *texts*."""
        self._texts = texts
        self.language = language
        self.fill_in: list[str] = []

    def text(self, name: str, block: str, values: dict[str, Any]) -> Lines:
        """Return a block of the text *name*, filled."""
        return self._texts.fill(f"{name}.{self.language}", block, values)

    def has(self, name: str, block: str) -> bool:
        """Return whether the text *name* has such a block."""
        return self._texts.has(f"{name}.{self.language}", block)

    def say(self, name: str, **given: Any) -> str:
        """Return a block of the language's words."""
        return self._texts.line(f"words.{self.language}", name, given)

    def day(self, day: date) -> str:
        """Return a day as people write it."""
        return self.say("day", number=day.day, month=day.month, year=day.year)

    def period(self, clock: Clock, *, longest: bool = False) -> str:
        """Return the period of *clock*: one month; with *longest* its extension is in."""
        count = clock.count + (clock.extension if longest else 0)
        return self.say("period", unit=clock.unit, count=count)

    def within(self, clock: Clock | None) -> str:
        """Return the period of *clock* as a limit: within one month; empty without a clock."""
        if clock is None:
            return ""
        return self.say("within", period=self.period(clock), unit=clock.unit, count=clock.count)

    def fill(self, what: str) -> str:
        """Return a place to be filled in by hand, and remember it."""
        self.fill_in.append(what)
        return f"[{what}]"

    def company(self, account: AccountView) -> str:
        """Return the company behind an account, or a place for its name."""
        company = account.guide.company if account.guide else account.platform_name
        return self.fill(self.say("no_company")) if company.startswith(_NOT_A_NAME) else company

    def account(self, account: AccountView) -> str:
        """Return the account as the company knows it, or a place for that."""
        known = account.account.handle or self.fill(self.say("no_account"))
        return f"{account.platform_name}, {known}"

    def authority(self, authority: Authority | None) -> str:
        """Return the authority's name in this language, else in English, else its own."""
        if authority is None:
            return ""
        ours = f"authority_{authority.id.replace('-', '_')}"
        if self.has("words", ours):
            return self.say(ours)
        if self.language in authority.languages and self.language != ENGLISH:
            return authority.name
        return authority.english or authority.name
