import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_tui.checklist.model import Checklist
from optout_tui.checklist.progress import view_accounts
from optout_tui.checklist.text import read_text
from optout_tui.export.redact import redacted
from optout_tui.export.render import FORMATS, render
from optout_tui.library.knowledge import Knowledge

from .conftest import Plant

SECRETS = st.text("bcdfghjkqxz0123456789", min_size=6, max_size=20).map("zq".__add__)


@pytest.mark.parametrize("fmt", FORMATS)
@settings(deadline=None, max_examples=40)
@given(secret=SECRETS)
def test_nothing_a_person_or_a_file_said_gets_through(
    knowledge: Knowledge, today: date, plant: Plant, fmt: str, secret: str
) -> None:
    assert secret in render(plant(secret), knowledge, today, fmt)
    assert secret not in render(plant(secret), knowledge, today, fmt, redact=True)


@settings(deadline=None, max_examples=40)
@given(secret=SECRETS)
def test_it_does_not_get_through_as_an_identifier_of_a_known_shape_either(
    knowledge: Knowledge, today: date, plant: Plant, secret: str
) -> None:
    """A digest of a file, or of the revision before, could be compared with a guess."""
    bare = msgspec.to_builtins(redacted(plant(secret), knowledge))
    account = bare["accounts"][0]
    assert "parent" not in bare
    assert "sha256" not in account["evidence"][0]
    assert "here" not in bare


@pytest.mark.parametrize("fmt", FORMATS)
def test_own_words_of_real_checklists_are_gone_and_the_name_stays(
    any_checklist: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    text = render(any_checklist, knowledge, today, fmt, redact=True)
    said = "@anika|Case 4711|Message 99|Legal folder|Ben|Jana|a short mail|when in Germany|sent.png"
    for gone in (*said.split("|"), "mail 3", "no-grounds", "robots.txt", "my-own-step", "abab"):
        assert gone not in text
    assert any_checklist.name in text


def test_a_reason_by_its_code_stays_and_one_in_own_words_goes(
    refused: Checklist, knowledge: Knowledge, today: date
) -> None:
    account = refused.accounts[0]
    request = account.requests[0]
    events = tuple(replace(e, reason="no_match" if e.reason else "") for e in request.events)
    coded = replace(account, requests=(replace(request, events=events),))
    assert "no_match" in render(
        replace(refused, accounts=(coded,)), knowledge, today, "json", redact=True
    )
    assert "no-grounds" not in render(refused, knowledge, today, "json", redact=True)


def test_states_proofs_and_dates_stay_as_they_were(
    any_checklist: Checklist, knowledge: Knowledge, today: date
) -> None:
    before = view_accounts(any_checklist, knowledge, today)
    after = view_accounts(redacted(any_checklist, knowledge), knowledge, today)
    assert [(v.state, v.proof, v.steps_done) for v in before] == [
        (v.state, v.proof, v.steps_done) for v in after
    ]
    assert [(r.due, r.latest, r.state) for v in before for r in v.requests] == [
        (r.due, r.latest, r.state) for v in after for r in v.requests
    ]
    assert [s.changed for v in before for s in v.steps] == [
        s.changed for v in after for s in v.steps
    ]


def test_accounts_are_numbered_platform_by_platform(knowledge: Knowledge, plant: Plant) -> None:
    bare = redacted(plant("secret"), knowledge)
    assert [account.id for account in bare.accounts] == ["fotogram:account 1", "fotogram:account 2"]
    assert [account.handle for account in bare.accounts] == ["account 1", "account 2"]
    assert [account.route for account in bare.accounts] == ["objection", ""]
    assert bare.labels == "en"


def test_the_redacted_toml_can_be_taken_in_again(
    any_checklist: Checklist, knowledge: Knowledge, today: date
) -> None:
    text = render(any_checklist, knowledge, today, "toml", redact=True)
    again = read_text(text.encode(), "x.toml")
    assert again == redacted(any_checklist, knowledge)
    assert again.id != any_checklist.id
    assert again.labels == any_checklist.labels


@pytest.mark.parametrize("fmt", ["md", "html"])
def test_the_document_says_that_it_is_redacted(
    finished: Checklist, knowledge: Knowledge, today: date, fmt: str
) -> None:
    said = "Handles, notes, references and file names are left out of this copy."
    assert said in render(finished, knowledge, today, fmt, redact=True)
    assert said not in render(finished, knowledge, today, fmt)


def test_the_json_says_that_it_is_redacted(
    finished: Checklist, knowledge: Knowledge, today: date
) -> None:
    whole = json.loads(render(finished, knowledge, today, "json", redact=True))
    assert whole["redacted"] is True
    said = {text for key, text in texts(whole["accounts"]) if key in ("reference", "owner", "file")}
    assert said == {""}


def texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for name, item in value.items():
                yield from texts(item, name)
        case list():
            for item in value:
                yield from texts(item, key)
        case str():
            yield key, value
