"""A letter is drafted for an account, and recorded once it went out."""

from datetime import date
from pathlib import Path

import pytest

from optout_tui.journey.accounts import speak
from optout_tui.journey.desk import Desk
from optout_tui.journey.letters import draft, kinds_for, letter_sent, suggested_kind
from optout_tui.journey.requests import Dispatch, reply, sent
from optout_tui.journey.session import Session
from optout_tui.letters.letter import Manner, OwnWords
from optout_tui.safety.refusal import Refusal

TODAY = date(2026, 11, 22)
OWN = OwnWords(grounds="I teach, and my pupils are in my pictures.")


def living_in(tmp_path: Path, region: str, platform: str = "instagram") -> Session:
    return Desk(tmp_path, today=TODAY).create("Mine", region, [(platform, "@anika")])


def test_a_sent_letter_is_a_request_of_its_kind(tmp_path: Path) -> None:
    session = living_in(tmp_path, "CA-QC")
    letter = draft(session, "instagram", "objection", OWN)
    made = letter_sent(session, "instagram", letter, Dispatch(TODAY, channel="email"))
    assert (made.kind, made.channel) == ("withdrawal", "email")
    assert session.view("instagram:@anika").requests[0].request == made


def test_the_step_that_sends_it_is_ticked(tmp_path: Path) -> None:
    session = living_in(tmp_path, "DE")
    letter_sent(
        session, "instagram", draft(session, "instagram", "objection", OWN), Dispatch(TODAY)
    )
    done = [step.step.sends for step in session.view("instagram:@anika").steps if step.mark]
    assert done == ["objection"]


def test_a_letter_that_is_not_whole_is_not_recorded(tmp_path: Path) -> None:
    session = living_in(tmp_path, "DE")
    with pytest.raises(Refusal, match="wants your own reasons"):
        letter_sent(
            session,
            "instagram",
            draft(session, "instagram", "objection", OwnWords()),
            Dispatch(TODAY),
        )
    assert session.view("instagram:@anika").requests == ()


def test_what_follows_is_recorded_with_its_request(tmp_path: Path) -> None:
    session = living_in(tmp_path, "DE")
    for day in (1, 2):
        sent(session, "instagram", "objection", Dispatch(date(2026, 6, day)))
    with pytest.raises(Refusal, match="say which"):
        draft(session, "instagram", "reminder", OwnWords())
    letter = draft(session, "instagram", "reminder", OwnWords(), request_id="r1")
    assert "1. Juni 2026" in letter.text
    made = letter_sent(session, "instagram", letter, Dispatch(TODAY), request_id="r1")
    assert [event.kind for event in made.events] == ["reminder"]


def test_the_letters_an_account_can_have(tmp_path: Path) -> None:
    session = living_in(tmp_path, "US-VA")
    assert kinds_for(session, "instagram") == ("erasure", "access", "optout")
    sent(session, "instagram", "erasure", Dispatch(date(2026, 6, 1)))
    assert kinds_for(session, "instagram")[-3:] == ("reminder", "appeal", "complaint")


def test_one_wish_for_each_right(tmp_path: Path) -> None:
    german = living_in(tmp_path, "DE")
    assert kinds_for(german, "instagram") == ("objection", "erasure", "access", "withdrawal")
    peru = Desk(tmp_path, today=TODAY).create("Peru", "PE", [("instagram", "@a")])
    assert kinds_for(peru, "instagram") == ("objection", "erasure", "access")
    sent(peru, "instagram", "objection", Dispatch(date(2026, 6, 1)))
    assert kinds_for(peru, "instagram")[-1] == "reminder"


def test_what_comes_next(tmp_path: Path) -> None:
    session = living_in(tmp_path, "DE")
    assert suggested_kind(session, "instagram") == "objection"
    sent(session, "instagram", "objection", Dispatch(date(2026, 11, 20)))
    assert suggested_kind(session, "instagram") == "objection"
    reply(session, "instagram", "refused", on=TODAY)
    assert suggested_kind(session, "instagram") == "complaint"


def test_what_comes_next_where_the_way_sends_nothing(tmp_path: Path) -> None:
    assert suggested_kind(living_in(tmp_path, "US", "bluesky"), "bluesky") == "objection"


def test_the_language_of_the_menus_where_the_region_speaks_it(tmp_path: Path) -> None:
    session = living_in(tmp_path, "CH")
    assert draft(session, "instagram", "objection", OWN).language == "de"
    speak(session, "fr")
    assert draft(session, "instagram", "objection", OWN).language == "fr"
    speak(session, "es")
    assert draft(session, "instagram", "objection", OWN).language == "de"
    assert draft(session, "instagram", "objection", OWN, Manner(language="it")).language == "it"
