"""Which letter is chosen, what is said of it, and in which language it is."""

import pytest

from optout_tui.letters.letter import REQUESTS, OwnWords
from optout_tui.letters.notes import BOTH, POLITE
from optout_tui.library.kinds import RequestKind
from optout_tui.library.knowledge import Knowledge, knowledge
from optout_tui.safety.refusal import Refusal
from tests.letters.desk import a_letter, an_account


@pytest.mark.parametrize(
    ("region", "wished", "got"),
    [
        ("DE", "objection", "objection"),
        ("DE", "restriction", "objection"),
        ("DE", "optout", "objection"),
        ("CH", "withdrawal", "objection"),
        ("US-CA", "objection", "erasure"),
        ("US-CA", "restriction", "restriction"),
        ("CA-QC", "objection", "withdrawal"),
        ("CA-AB", "erasure", "erasure"),
        ("SG", "erasure", "withdrawal"),
        ("TR", "objection", "erasure"),
        ("JP", "objection", "erasure"),
        ("ID", "objection", "withdrawal"),
        ("AU", "objection", "objection"),
    ],
)
def test_the_nearest_right_serves_a_wish(
    region: str, wished: RequestKind, got: RequestKind
) -> None:
    assert a_letter(region, wished).kind == got


def test_another_right_is_said_to_be_another() -> None:
    notes = a_letter("US-CA", "objection").notes
    assert "CCPA gives no right to object; this letter uses the one to have it erased." in notes
    assert BOTH in a_letter("DE", "restriction").notes
    assert not [note for note in a_letter("DE", "objection").notes if "no right" in note]


@pytest.mark.parametrize("kind", REQUESTS)
def test_where_no_right_is_the_letter_says_so_on_both_sides(kind: RequestKind) -> None:
    letter = a_letter("PE", kind)
    assert POLITE in letter.notes
    assert (letter.regime, letter.right, letter.article, letter.authority) == ("", None, "", "")
    assert "This is a request and not a legal claim." in letter.text


def test_a_law_beside_the_provinces_own_gives_what_that_one_lacks() -> None:
    assert a_letter("CA-AB", "erasure").regime == "ca-pipeda"
    assert a_letter("CA-AB", "access").regime == "ca-ab-pipa"


def test_what_to_fill_in_by_hand_is_said_beside() -> None:
    letter = a_letter("TR", "erasure", language="en")
    assert letter.fill_in == ("your name", "your number", "your address", "your signature")
    assert "Fill in by hand: your name; your number; your address; your signature." in letter.notes
    assert a_letter("DE", "objection").fill_in == ()


def test_an_account_without_a_handle_has_a_place_for_one() -> None:
    view = an_account("GB", platform="chatgpt", handle="")
    letter = a_letter("GB", "objection", view=view)
    assert letter.fill_in == ("the e-mail address you sign in with",)
    assert "My account: ChatGPT, [the e-mail address you sign in with]" in letter.text


def test_a_guide_that_speaks_of_no_single_company_leaves_a_place_for_its_name() -> None:
    view = an_account("GB", platform="mastodon", handle="@a@b.example")
    assert "To: [the company's name], data protection" in a_letter("GB", "access", view=view).text


def test_a_platform_nobody_knows_has_a_letter_too() -> None:
    view = an_account("GB", platform="fotopia")
    assert "To: fotopia, data protection" in a_letter("GB", "access", view=view).text


def test_which_data_and_where_to_answer_go_in_when_said() -> None:
    own = OwnWords(grounds="My pupils are in it.", which="photos before 2019", reach="a@b.example")
    text = a_letter("GB", "objection", own=own).text
    assert "This concerns above all: photos before 2019" in text
    assert "Please answer to: a@b.example" in text
    assert "to the address this comes from" not in text


def test_a_short_letter_fits_a_box() -> None:
    for region in ("DE", "GB", "CH", "BR", "US-CA", "CA-QC", "TR", "ZA", "KR", "JP", "PE"):
        letter = a_letter(region, "objection", short=True, language="en")
        assert len(letter.text) < 900
        assert f"{len(letter.text.strip())} characters." in letter.notes
        assert "Dear" not in letter.text


def test_a_short_reminder_is_its_body() -> None:
    text = a_letter("GB", "reminder", short=True).text
    assert text.startswith("On 1 June 2026 I sent you")
    assert "Kind regards" not in text


def test_a_language_it_is_not_in_is_refused_with_those_it_is_in() -> None:
    with pytest.raises(Refusal, match='unknown language "ja"; this letter is there in '):
        a_letter("DE", "objection", language="ja")


def test_where_there_is_no_text_there_is_no_letter(small: Knowledge) -> None:
    view = an_account("US-CA", facts=small)
    with pytest.raises(Refusal, match="there is no text for such a letter"):
        a_letter("US-CA", "erasure", view=view, facts=small)


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(Refusal, match="unknown region"):
        a_letter("XX", "objection")


def test_the_table_names_only_regions_laws_and_rights_that_are_there() -> None:
    facts = knowledge()
    laws = {law.id: law for law in facts.regimes}
    based = {law.based_on for law in laws.values()}
    table = facts.letters
    assert set(table.languages) <= set(facts.region_table.regions)
    assert set(table.families) <= set(laws) | based
    assert set(table.grounds) <= set(laws)
    for law, rights in table.grounds.items():
        assert all(laws[law].rights.named(right) for right in rights)
    assert all(name.rpartition(".")[2] in LANGUAGES for name in table.texts)


LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")


def test_as_json_a_letter_is_plain_values() -> None:
    table = a_letter("DE", "objection", language="en").as_json()
    assert table["kind"] == "objection"
    assert table["article"] == "GDPR Art. 21(1)"
    assert table["english"] == ""
    assert "problem" not in table
