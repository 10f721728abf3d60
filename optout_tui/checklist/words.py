"""How dates, states, kinds and sources are said to people: on screen, in print, in exports."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from optout_tui.checklist.standing import Proof
from optout_tui.library.kinds import Device

if TYPE_CHECKING:  # the start screen says much and knows no guide
    from optout_tui.library.guides import Default, Kind, Route, Stage
    from optout_tui.library.records import Confidence, Source

PROOF_WORDS: dict[Proof, str] = {
    "none": "no proof yet",
    "self-attested": "you ticked it yourself",
    "platform-confirmed": "confirmed by the platform",
    "machine-verified": "verified by this program",
}

DEFAULT_WORDS: "dict[Default, str]" = {
    "on": "on by default",
    "off": "off by default",
    "none": "does not train",
    "unclear": "not clear",
}

KIND_WORDS: "dict[Kind, str]" = {
    "objection": "object with a form",
    "setting": "turn off a switch",
    "request": "send a request",
    "limit": "no opt-out: reduce",
    "none": "nothing to do",
}

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_PORTALS: "dict[Kind, str]" = {
    "objection": "Objection form",
    "setting": "Switch",
    "request": "Request",
    "limit": "Where it counts",
    "none": "Where it counts",
}

_STAGES = {"settings": "Settings", "privacy-center": "Privacy Center", "proof": "Proof"}

YOURS = "yours"
OWN_GUIDE = "your own guide, not one that came with the program"
"""Said of a guide from the person's data folder, wherever a guide is named."""

NOT_LATELY = "not checked lately"

DEVICE_WORDS: dict[Device, str] = {"phone": "On your phone", "web": "In a browser"}

LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
}

LANGUAGES_IN_ENGLISH = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "pt": "Portuguese",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
}


def day(when: date) -> str:
    """Return a day as people write it, in English whatever the locale: ``22 Nov 2026``."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def moment(when: datetime) -> str:
    """Return a moment in the person's local time: 22 Nov 2026, 13:05."""
    local = when.astimezone()
    return f"{day(local.date())}, {local:%H:%M}"


def days_away(when: date, today: date) -> str:
    """Return how far a day is: today, tomorrow, in 3 days, 2 days ago."""
    days = (when - today).days
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
        case _:
            return f"in {days} days" if days > 0 else f"{-days} days ago"


def minutes(count: int) -> str:
    """Return an estimate of time: about 4 min."""
    return f"about {count} min" if count else "no time"


def stage_title(stage: "Stage", kind: "Kind") -> str:
    """Return the heading of a stage; the portal's follows the kind of the route."""
    return _PORTALS[kind] if stage == "portal" else _STAGES[stage]


def no_opt_out(platform: str, region: str) -> str:
    """Return the words a ``limit`` route opens with; both are the names people use."""
    return (
        f"There is no opt-out for {platform} in {in_sentence(region)}. "
        "These steps reduce what is public."
    )


def nothing_to_do(platform: str, region: str) -> str:
    """Return the words a ``none`` route opens with: what we found, not a promise."""
    where = f"{platform} in {in_sentence(region)}"
    return f"Nothing to opt out of was found for {where}. Look again later."


def in_sentence(region: str) -> str:
    """Return a region's name as it stands within a sentence: ``the United States``."""
    plural = ("Netherlands", "Philippines", "Bahamas", "Maldives", "Gambia")
    starts = ("United ", "Democratic Republic", "Republic of", "District of")
    ends = (" Islands", " Republic", " Territory", " Territories")
    place = region.partition(", ")[0]  # "California, United States" is about California
    needs_article = place in plural or place.startswith(starts) or place.endswith(ends)
    return f"the {region}" if needs_article and " and " not in place else region


def checked_on(checked: date, today: date) -> str:
    """Return the day something was checked, and that it was not lately where *today* is far on."""
    from optout_tui.contentcheck.ages import is_old  # the start screen needs none of it

    return day(checked) + (f", {NOT_LATELY}" if is_old(checked, today) else "")


def checked_and_sure(route: "Route", today: date, confidence: "Confidence | None" = None) -> str:
    """Return when *route* was checked and how sure it is; *confidence* may be a step's own."""
    return f"{checked_on(route.checked, today)} · {confidence or route.confidence} confidence"


def of_source(source: "Source") -> str:
    """Return a source on one line: title, tier, date."""
    return f"{source.title} · {source.tier} · {partial_day(source.dated) or 'no date'}"


def partial_day(text: str) -> str:
    """Return a year, a month or a day of ISO form as people write it; empty stays empty."""
    year, _, rest = text.partition("-")
    month, _, number = rest.partition("-")
    parts = (number and str(int(number)), month and _MONTHS[int(month) - 1], year)
    return " ".join(part for part in parts if part)
