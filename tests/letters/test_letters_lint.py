"""The lint finds what it is for: a good letter, spoilt in one place at a time."""

from pathlib import Path

import pytest

from tests.letters.lint import problems

GOOD = (Path(__file__).parent / "golden" / "de-objection.txt").read_text("utf-8")
LAND = "the data protection authority of the Land I live in"
OTHERS = {"Data Protection Commission (DPC)", "DPC", "CNIL", LAND}


def found(text: str, law: str = "gdpr") -> list[str]:
    return list(problems(text, law, authority=LAND, others=OTHERS, period="within one month"))


def test_a_good_letter_is_let_pass() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("I object", "I use my absolute right to object", "claims an absolute right"),
        ("I object", "Ich nutze mein absolutes Recht", "claims an absolute right"),
        ("Article 21(1) GDPR", "Article 21(1) UK GDPR", "speaks of another law: UK GDPR"),
        ("Article 19", "Article 19 and PIPEDA", "speaks of another law: PIPEDA"),
        ("Article 19", "Article 12", "names a foreign article: 12"),
        ("Article 21(1)", "Article 21(2)", "takes AI for direct marketing"),
        (LAND, "the CNIL", "names another authority: CNIL"),
        (LAND, f"{LAND} or the DPC", "names another authority: DPC"),
        ("within one month", "within 30 days", "invents a deadline: 30 days"),
        ("within one month", "within 14 days", "invents a deadline: 14 days"),
        ("within one month", "innerhalb von 10 Tagen", "invents a deadline: 10 Tagen"),
        ("To: Meta, data protection", "To:", "a line that names something and says nothing"),
        ("Instagram, @anika", "{{ account }}", "a field that was not filled"),
        ("@anika", "None", "a value of the program's"),
        ("Article 7(3)", "", "empty brackets"),
        ("Please leave", "Please  leave", "two spaces"),
        ("open.", "open .", "a space before a mark"),
        ("open.", "open..", "two marks"),
        ("Kind regards", "This is a draft. Kind regards", "says what belongs beside it: draft"),
    ],
)  # fmt: skip
def test_what_is_spoilt_is_found(old: str, new: str, reason: str) -> None:
    assert old in GOOD
    assert any(one.startswith(reason) for one in found(GOOD.replace(old, new, 1)))


def test_a_polite_letter_may_name_no_law_and_no_article() -> None:
    assert found("I ask under Article 21 GDPR.", law="") == [
        "speaks of another law: GDPR",
        "names a foreign article: 21",
    ]
