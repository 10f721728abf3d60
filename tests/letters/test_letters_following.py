"""What follows a request: told from its events, early for nobody, with days that were counted."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from optout_tui.checklist.model import Event, Evidence
from optout_tui.letters.letter import Letter
from optout_tui.library.kinds import RequestKind
from optout_tui.safety.refusal import Refusal
from tests.letters.desk import a_letter, an_account

NOON = datetime(2026, 6, 2, 12, tzinfo=UTC)


def happened(kind: str, day: int, **more: str) -> Event:
    return Event(kind=kind, on=date(2026, 6, day), **more)  # type: ignore[arg-type]


def test_a_reminder_calls_nobody_late_before_the_last_lawful_day() -> None:
    early = a_letter("DE", "reminder", sent=date(2026, 11, 2))
    assert "Your answer is due on 2 December 2026." in early.text
    assert "Early: the answer is due on 2 Dec 2026." in early.notes
    past = a_letter("DE", "reminder", sent=date(2026, 10, 1))
    assert "Your answer was due on 2 November 2026. I know of no notice" in past.text
    assert "With an extension there is time until 4 Jan 2027: nobody is late yet." in past.notes
    for letter in (early, past):
        assert "last day was" not in letter.text
    late = a_letter("DE", "reminder", sent=date(2026, 6, 1))
    assert "the last day was 1 September 2026" in late.text
    assert not [note for note in late.notes if "Early" in note or "late yet" in note]


def test_a_reminder_without_a_period_names_no_day_but_that_of_sending() -> None:
    letter = a_letter("CH", "reminder")
    assert "I have no answer yet." in letter.text
    assert "due" not in letter.text
    assert letter.article == "FADP Art. 30(2)(b) and 30(3)"


def test_a_complaint_tells_everything_in_order_and_encloses_it() -> None:
    events = (
        happened("extension", 20),
        happened("question", 10),
        happened("answer", 12),
        happened("refused", 28, note="Our interest prevails."),
        happened("reminder", 25),
    )
    letter = a_letter("DE", "complaint", events=events)
    lines = [line for line in letter.text.splitlines() if line.startswith("- ")]
    assert [line.split(":")[0] for line in lines] == [
        "- 1 June 2026", "- 10 June 2026", "- 12 June 2026", "- 20 June 2026", "- 25 June 2026",
        "- 28 June 2026",
    ]  # fmt: skip
    assert "for this reason: Our interest prevails." in letter.text
    assert "3. The company's notice that it needs more time, 20 June 2026" in letter.text
    assert "7. My reminder, 25 June 2026" in letter.text


def test_a_code_of_ours_is_no_reason_of_the_companys() -> None:
    refused = happened("refused", 28, reason="claim_not_covered")
    assert "claim_not_covered" not in a_letter("DE", "complaint", events=(refused,)).text
    theirs = happened("refused", 28, reason="we may")
    assert "for this reason: we may" in a_letter("DE", "complaint", events=(theirs,)).text


def test_an_open_question_is_told_and_an_answered_one_is_not() -> None:
    asked = happened("question", 10)
    assert (
        "It asked a question on 10 June 2026" in a_letter("DE", "complaint", events=(asked,)).text
    )
    both = (asked, happened("answer", 12))
    letter = a_letter("DE", "complaint", events=both)
    assert "It asked a question" not in letter.text
    assert "- 12 June 2026: I answered its question" in letter.text


def test_what_the_person_holds_is_enclosed() -> None:
    view = an_account("DE")
    held = (
        Evidence(kind="mail", at=NOON, reference="Case 77"),
        Evidence(kind="screenshot", at=NOON, file="seen.png"),
        Evidence(kind="check", at=NOON, reference="ours"),
        Evidence(kind="receipt", at=NOON),
    )
    view = view._replace(account=replace(view.account, evidence=held))
    letter = a_letter("DE", "complaint", view=view)
    assert "3. Case 77\n4. seen.png\n" in letter.text
    assert "ours" not in letter.text


@pytest.mark.parametrize(
    ("region", "kind", "reason"),
    [
        ("DE", "company-complaint", "the law in Germany knows no complaint to the company"),
        ("DE", "appeal", "the law in Germany knows no appeal"),
        ("GB", "appeal", "it wants the kind company-complaint first"),
        ("US-CA", "appeal", "the law in California knows no appeal"),
        ("US-VA", "company-complaint", "it wants the kind appeal first"),
        ("PE", "complaint", "our table names no law and no authority for Peru"),
        ("PE", "appeal", "knows no appeal; write a reminder or a complaint"),
    ],
)
def test_a_step_the_law_does_not_know_is_refused(region: str, kind: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        a_letter(region, kind)  # type: ignore[arg-type]
    assert reason in str(refused.value)


def said(region: str, asked: RequestKind = "objection", *events: Event) -> Letter:
    return a_letter(region, "complaint", asked=asked, events=events)


def test_beside_a_complaint_stands_what_comes_first_until_when_and_where() -> None:
    notes = said("GB").notes
    assert any(note.startswith("Not recorded yet: a data protection complaint") for note in notes)
    assert (
        "Last day to complain: 1 Sep 2026 (three months after the company last wrote to you)."
        in notes
    )
    done = said("GB", "objection", happened("company-complaint", 20)).notes
    assert not [note for note in done if note.startswith("Not recorded yet")]
    assert any("ico.org.uk" in note for note in notes)


def test_in_germany_there_are_many_authorities() -> None:
    assert (
        "There is one for each part of the country: take the one where you live."
        in said("DE").notes
    )


def test_in_turkiye_the_door_closes() -> None:
    refused = happened("refused", 28)
    assert any(
        "Last day to complain: 28 Jul 2026" in n for n in said("TR", "erasure", refused).notes
    )


def test_received_later_is_told() -> None:
    view = an_account("DE")
    late = replace(view.requests[0].request, received=date(2026, 6, 3))
    view = view._replace(requests=(view.requests[0]._replace(request=late),))
    letter = a_letter("DE", "complaint", view=view)
    assert "- 3 June 2026: it reached the company" in letter.text


def test_the_day_of_a_letter_is_the_day_it_was_given() -> None:
    assert a_letter("DE", "objection").text.startswith("22 November 2026\n")
