"""One letter while it is written, in one language."""

from datetime import date
from typing import Any

import msgspec

from optout_tui.checklist.progress import AccountView, RequestView
from optout_tui.letters.choice import FOLLOWING, Choice
from optout_tui.letters.letter import OwnWords, is_request
from optout_tui.letters.speech import Speech
from optout_tui.letters.story import Basis, enclosures, facts, story
from optout_tui.letters.texts import Lines
from optout_tui.library.law import Authority, Clock, Regime
from optout_tui.safety.text import clean


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a letter is made of, whatever its language.

    ``wants_grounds`` says that a place stands where the person's reasons are missing;
    ``about`` is the request that a reminder, a complaint or an appeal is about, ``basis`` the
    law it rests on.
    """

    choice: Choice
    account: AccountView
    place: str
    today: date
    own: OwnWords
    article: str
    authority: Authority | None
    wants_grounds: bool = False
    about: RequestView | None = None
    basis: Basis | None = None

    @property
    def regime(self) -> Regime | None:
        """The law under which the letter claims something."""
        return self.choice.regime

    @property
    def clock(self) -> Clock | None:
        """The clock of the right that is used."""
        right, regime = self.choice.right, self.choice.regime
        return regime.clocks.get(right.clock) if regime and right else None


class Written(msgspec.Struct, frozen=True):
    """A letter in one language."""

    to: str
    subject: str
    text: str
    authority: str
    fill_in: tuple[str, ...]


def write(matter: Matter, speech: Speech, *, short: bool) -> Written:
    """Return the letter in the language of *speech*."""
    block = matter.choice.block.replace("-", "_")
    name = next(one for one in matter.choice.texts if speech.has(one, block))
    values = _values(matter, speech)
    subject = " ".join(speech.text(name, f"{block}_subject", values).split())
    if short and speech.has(name, f"{block}_short"):
        block = f"{block}_short"
    text = speech.text(name, block, values)
    if not short:
        text = speech.text("frame", "letter", values | {"subject": subject, "body": text})
    fill_in = tuple(what for what in dict.fromkeys(speech.fill_in) if f"[{what}]" in text)
    return Written(values["to"], subject, f"{text}\n", values["authority"], fill_in)


def _values(matter: Matter, speech: Speech) -> dict[str, Any]:
    """Return what may stand in a text; all of it is cleaned where it is put in."""
    values = _who(matter, speech) | _law(matter, speech) | _own_words(matter, speech)
    values["fill"] = speech.fill
    values["scope"] = speech.text("frame", "scope", values)
    values["answer"] = " ".join(speech.text("frame", "answer", values).split())
    values["answers"] = is_request(matter.choice.kind)
    if matter.about is not None and matter.basis is not None:
        values |= facts(matter.about, matter.basis, matter.today, speech)
        values["story"] = story(matter.about, speech)
        values["enclosures"] = enclosures(matter.account, matter.about, speech)
        told = "what_came_of_it" if matter.choice.kind == "complaint" else "what_came"
        values["what_came"] = " ".join(speech.text(FOLLOWING, told, values).split())
    return values


def _who(matter: Matter, speech: Speech) -> dict[str, Any]:
    company = speech.company(matter.account)
    to_authority = matter.choice.kind == "complaint"
    return {
        "day": speech.day(matter.today),
        "company": company,
        "platform": matter.account.platform_name,
        "account": speech.account(matter.account),
        "region": matter.place,
        "to": speech.authority(matter.authority) if to_authority else company,
        "to_authority": to_authority,
        "reference": f"{matter.account.account.platform}-{matter.today.isoformat()}",
    }


def _law(matter: Matter, speech: Speech) -> dict[str, Any]:
    regime = matter.regime
    is_sure = regime is not None and regime.confidence != "low"
    within = speech.within(matter.clock) if is_sure else ""
    return {
        "regime": regime.id if regime else "",
        "law": regime.law if regime else "",
        "title": regime.title if regime else "",
        "article": matter.article,
        "cited": bool(regime and matter.article not in regime.title),
        "authority": speech.authority(matter.authority),
        "within": within,
        "unsure": matter.clock is not None and not is_sure,
        "comma_within": f", {within}" if within else "",
    }


def _own_words(matter: Matter, speech: Speech) -> dict[str, Any]:
    grounds = matter.own.grounds
    if matter.wants_grounds:
        grounds = speech.fill(speech.say("no_grounds"))
    return {
        "grounds": Lines(clean(grounds, newlines=True)),
        "which": matter.own.which.strip(),
        "reach": matter.own.reach.strip(),
    }
