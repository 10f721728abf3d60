import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.checklist.model import Checklist
from optout_tui.export.render import render
from optout_tui.export.status import status_json
from optout_tui.library.knowledge import Knowledge
from optout_tui.safety.text import has_controls

from .conftest import Plant

STATUS_KEYS = ["format", "name", "region", "revision", "state", "accounts"]
ACCOUNT_KEYS = [
    "id", "platform", "handle", "route", "kind", "state", "proof", "steps", "requests", "evidence",
    "audits",
]  # fmt: skip
STEP_KEYS = [
    "id", "stage", "title", "state", "at", "note", "changed", "changed_parts", "changed_since",
]  # fmt: skip
REQUEST_KEYS = [
    "id", "kind", "sent", "received", "reference", "channel", "due", "latest", "state",
]  # fmt: skip


def test_status_has_the_keys_of_the_contract_and_the_audits(
    refused: Checklist, knowledge: Knowledge, today: date
) -> None:
    status = status_json(refused, knowledge, today)
    account = status["accounts"][0]
    assert list(status) == STATUS_KEYS
    assert list(account) == ACCOUNT_KEYS
    assert list(account["steps"][0]) == STEP_KEYS
    assert list(account["requests"][0]) == REQUEST_KEYS
    assert list(account["evidence"][0]) == ["kind", "at", "reference", "note"]
    assert json.loads(json.dumps(status)) == status


def test_status_says_dates_and_moments_in_iso_form(
    refused: Checklist, unfinished: Checklist, knowledge: Knowledge, today: date
) -> None:
    account = status_json(refused, knowledge, today)["accounts"][0]
    assert account["steps"][0]["at"] == "2026-11-10T09:00:00Z"
    assert account["requests"][0]["due"] == account["requests"][0]["latest"] == "2027-02-19"
    assert account["requests"][1]["due"] is None
    steps = status_json(unfinished, knowledge, today)["accounts"][0]["steps"]
    assert [step["state"] for step in steps] == ["done", "problem", "skipped", "todo"]
    assert steps[0]["changed"] is True
    assert steps[3]["note"] == "ask Ben\nor Carla"


def test_status_knows_no_kind_where_no_guide_is(
    unknown: Checklist, empty: Checklist, knowledge: Knowledge, today: date
) -> None:
    account = status_json(unknown, knowledge, today)["accounts"][0]
    assert (account["kind"], account["route"], account["steps"]) == (None, "x", [])
    assert status_json(empty, knowledge, today)["accounts"] == []


def test_the_export_is_the_status_and_what_surrounds_it(
    any_checklist: Checklist, knowledge: Knowledge, today: date
) -> None:
    whole = json.loads(render(any_checklist, knowledge, today, "json"))
    status = status_json(any_checklist, knowledge, today)
    assert (whole["format"], whole["exported"], whole["redacted"]) == (1, "2026-11-22", False)
    for key in ("name", "region", "revision", "state"):
        assert whole["checklist"][key] == status[key]
    for exported, account in zip(whole["accounts"], status["accounts"], strict=True):
        for key in set(ACCOUNT_KEYS) - {"steps", "requests", "evidence"}:
            assert exported[key] == account[key]
        for key in ("steps", "requests", "evidence"):
            for more, less in zip(exported[key], account[key], strict=True):
                assert more | less == more


def test_the_export_says_what_the_route_does_and_what_it_rests_on(
    finished: Checklist, knowledge: Knowledge, today: date
) -> None:
    account, other = json.loads(render(finished, knowledge, today, "json"))["accounts"]
    assert account["company"] == "Foto Inc."
    assert account["training"]["default"] == "on"
    assert account["effect"] == "future only"
    assert account["checked"] == "2026-11-10"
    assert account["not_covered"] == ["models that are already trained", "photos other people post"]
    assert account["undone_by"] == ["a new account"]
    assert account["check_again"] == {"on": "2027-05-10", "after": ["you open a new account"]}
    assert [source["id"] for source in account["sources"]] == [
        "policy", "form-page", "law", "clock-note",
    ]  # fmt: skip
    assert account["requests"][0]["rule"] == "one month; two more with notice"
    assert other["training"]["default"] == "none"
    assert other["applies"] == (
        "Nothing to opt out of was found for Plauder in Germany. Look again later."
    )


@settings(deadline=None, max_examples=40)
@given(
    text=st.text(max_size=12) | st.sampled_from(["\ud800", "\U000e0041", "\x1b]0;x\x07", "\x9b"])
)
def test_json_keeps_every_text_exactly_and_hides_none(
    knowledge: Knowledge, today: date, plant: Plant, text: str
) -> None:
    written = render(plant(text), knowledge, today, "json")
    written.encode()
    assert not [char for char in written if has_controls(char) and char != "\n"]
    account = json.loads(written)["accounts"][0]
    assert account["handle"] == account["owner"] == text
    assert account["id"] == f"fotogram:{text}"
    assert account["steps"][1]["note"] == account["steps"][1]["trouble"] == text
    assert account["other_steps"][0]["id"] == f"own {text}"
    assert account["requests"][0]["events"][1]["reason"] == text
    assert account["evidence"][0]["file"] == account["evidence"][0]["sha256"] == text
