"""The one door: a wish, an account and the person's own words become a letter."""

from datetime import date

from msgspec.structs import replace

from optout_tui.checklist.kinds import FollowUpKind
from optout_tui.checklist.progress import AccountView, RequestView
from optout_tui.checklist.words import in_sentence
from optout_tui.letters.choice import (
    ENGLISH,
    FOLLOWING,
    Choice,
    choose,
    language_for,
    languages_of,
    needs_grounds,
)
from optout_tui.letters.grounds import grounds_of, says_something, why_not
from optout_tui.letters.letter import Letter, Manner, OwnWords
from optout_tui.letters.notes import (
    about_complaint,
    about_follow_up,
    about_request,
    about_the_text,
)
from optout_tui.letters.page import Matter, Written, write
from optout_tui.letters.speech import Speech
from optout_tui.letters.story import basis_of
from optout_tui.letters.texts import texts_of
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Regime
from optout_tui.regions import name_of
from optout_tui.rights import authority_for, regimes_for
from optout_tui.rights.regimes import in_force
from optout_tui.safety.refusal import Refusal


class Composer:
    """Writes the letters of one account, of a person living in a region, on a day."""

    def __init__(
        self, knowledge: Knowledge, region: str, account: AccountView, today: date
    ) -> None:
        """Write for *account*; raises Refusal for a region nobody knows."""
        self.knowledge = knowledge
        self.region = region
        self.account = account
        self.today = today
        self.place = in_sentence(name_of(knowledge, region).partition(", ")[0])

    def request(self, wished: RequestKind, own: OwnWords, manner: Manner) -> Letter:
        """Return the letter that serves *wished* best; its ``problem`` says what is missing.

        Raises Refusal for a language it is not there in.
        """
        choice = choose(self.knowledge, self.region, wished, self.today)
        matter = self._matter(choice, own)
        wants = needs_grounds(self.knowledge, choice)
        problem = why_not(matter.own.grounds)
        if wants and not says_something(matter.own.grounds):
            matter = replace(matter, wants_grounds=True)
            problem = f"{matter.article} wants your own reasons for this letter, and there are none"
        letter = self._letter(matter, manner)
        notes = about_request(wished, choice, self._later_laws())
        return replace(
            letter,
            problem=problem,
            needs_grounds=wants,
            notes=(*notes, *about_the_text(letter)),
        )

    def follow_up(
        self, kind: FollowUpKind, view: RequestView, own: OwnWords, manner: Manner
    ) -> Letter:
        """Return the reminder, complaint or appeal about a request.

        Raises Refusal where the law there knows no such step, and for a language the letter
        is not there in.
        """
        basis = basis_of(self.knowledge, self.region, view)
        _check_step(kind, basis.regime, self.place)
        is_polite = kind == "reminder" and not basis.article
        choice = Choice(kind, (FOLLOWING,), kind, None if is_polite else basis.regime)
        matter = self._matter(choice, own)
        matter = replace(matter, about=view, basis=basis, article=basis.article)
        letter = self._letter(matter, manner)
        notes = [*about_follow_up(view, self.today)]
        if kind == "complaint" and basis.regime is not None:
            authority = matter.authority
            notes += about_complaint(self.knowledge, self.region, view, basis.regime, authority)
        problem = why_not(matter.own.grounds)
        return replace(letter, problem=problem, notes=(*notes, *about_the_text(letter)))

    def _matter(self, choice: Choice, own: OwnWords) -> Matter:
        regime = choice.regime
        return Matter(
            choice=choice,
            account=self.account,
            place=self.place,
            today=self.today,
            own=replace(own, grounds=grounds_of(own.grounds)),
            article=choice.right.article if choice.right else "",
            authority=authority_for(self.knowledge, regime, self.region) if regime else None,
        )

    def _later_laws(self) -> list[Regime]:
        laws = regimes_for(self.knowledge, self.region)
        return [law for law in laws if not in_force(law, self.today)]

    def _letter(self, matter: Matter, manner: Manner) -> Letter:
        choice, regime = matter.choice, matter.regime
        languages = languages_of(self.knowledge, self.region, choice)
        language = language_for(languages, manner)
        english = self._written(matter, ENGLISH, short=manner.short)
        made = english
        if language != ENGLISH:
            made = self._written(matter, language, short=manner.short)
        return Letter(
            kind=choice.kind,
            right=choice.name,
            regime=regime.id if regime else "",
            law=regime.law if regime else "",
            article=matter.article,
            authority=english.authority,
            language=language,
            languages=languages,
            short=manner.short,
            to=made.to,
            subject=made.subject,
            text=made.text,
            english="" if made is english else english.text,
            fill_in=made.fill_in,
        )

    def _written(self, matter: Matter, language: str, *, short: bool) -> Written:
        return write(matter, Speech(texts_of(self.knowledge), language), short=short)


def _check_step(kind: FollowUpKind, regime: Regime | None, place: str) -> None:
    """Refuse a step that the law of the place does not know."""
    if kind == "complaint" and regime is None:
        raise Refusal(f"our table names no law and no authority for {place}; write a reminder")
    if kind not in ("company-complaint", "appeal"):
        return
    step = regime.internal_step if regime else None
    if step is None or step.kind != kind:
        words = "complaint to the company" if kind == "company-complaint" else "appeal"
        cure = f"it wants the kind {step.kind} first" if step else "write a reminder or a complaint"
        raise Refusal(f"the law in {place} knows no {words}; {cure}")
