import contextlib
import tomllib
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from optout_tui.checklist.model import Account, Checklist
from optout_tui.checklist.text import NewerFormat, read_text, write_text
from optout_tui.safety.limits import BadFile
from tests.checklist.strategies import checklists

GOOD = """\
format = 1
id = "7f3a"
name = "Personal"
revision = 17
parent = "sha256:00"
created = 2026-11-22T20:00:00Z
updated = 2026-11-22T20:14:05Z
region = "DE"
labels = "de"

[here]
account = "photopia:@anika"
step = "send"

[[accounts]]
id = "photopia:@anika"
platform = "photopia"
handle = "@anika"
route = "objection"

[[accounts.steps]]
id = "open-form"
state = "problem"
at = 2026-11-22T20:12:41Z
seen = "9c1f2d33"
trouble = "no-word"
note = "one line\\nand another"

[[accounts.requests]]
id = "r1"
kind = "objection"
sent = 2026-11-22
received = 2026-11-23
reference = "Case 4711"

[[accounts.requests.events]]
kind = "refused"
on = 2026-12-01
reason = "no-grounds"

[[accounts.evidence]]
kind = "mail"
at = 2026-11-22T20:20:00Z
reference = "Message 99"
"""


def table() -> dict[str, Any]:
    return tomllib.loads(GOOD)


def read(text: str) -> Checklist:
    return read_text(text.encode(), "Personal.toml")


def refusal_of(old: str, new: str) -> str:
    assert GOOD.count(old) >= 1
    with pytest.raises(BadFile) as refused:
        read(GOOD.replace(old, new, 1))
    return str(refused.value)


# -- there and back ----------------------------------------------------------------


@settings(max_examples=100)
@given(checklists)
def test_what_was_written_is_read_again(checklist: Checklist) -> None:
    again = read_text(write_text(checklist).encode(), "f.toml")
    assert again == checklist
    assert write_text(again) == write_text(checklist)


def test_a_file_is_written_as_people_read_it() -> None:
    assert write_text(read(GOOD)) == GOOD


def test_what_is_empty_is_not_written() -> None:
    bare = Account(id="chirp", platform="chirp", route="nothing")
    text = write_text(replace(read(GOOD), accounts=(bare,), parent="", labels="en", here=None))
    assert text.endswith(
        'region = "DE"\n\n[[accounts]]\nid = "chirp"\nplatform = "chirp"\nroute = "nothing"\n'
    )
    assert "parent" not in text


def test_a_moment_is_written_in_utc_to_the_second() -> None:
    berlin = timezone(timedelta(hours=1))
    moment = datetime(2026, 11, 22, 1, 2, 3, 999_999, tzinfo=berlin)
    text = write_text(replace(read(GOOD), updated=moment))
    assert "\nupdated = 2026-11-22T00:02:03Z\n" in text


def test_a_moment_of_an_early_year_is_written_so_that_it_can_be_read() -> None:
    early = replace(read(GOOD), created=datetime(7, 1, 1, tzinfo=UTC))
    assert read(write_text(early)) == early


# -- unknown fields ----------------------------------------------------------------

ADDED = 'colour = "red"\n'


@pytest.mark.parametrize(
    "heading",
    [
        "format = 1\n",
        "[here]\n",
        "[[accounts]]\n",
        "[[accounts.steps]]\n",
        "[[accounts.requests]]\n",
        "[[accounts.requests.events]]\n",
        "[[accounts.evidence]]\n",
    ],
)
def test_a_field_the_program_does_not_know_is_kept_at_every_level(heading: str) -> None:
    text = GOOD.replace(heading, heading + ADDED)
    kept = tomllib.loads(write_text(read(text)))
    assert kept == tomllib.loads(text)
    assert kept != table()


def test_a_field_named_extra_is_a_field_like_any_other() -> None:
    text = GOOD.replace("[here]\n", '[here]\nextra = { extra = "x" }\n')
    checklist = read(text)
    assert checklist.here is not None
    assert checklist.here.extra == {"extra": {"extra": "x"}}
    assert tomllib.loads(write_text(checklist)) == tomllib.loads(text)


# -- what is refused ---------------------------------------------------------------


def test_a_file_of_a_later_format_is_told_from_a_bad_one() -> None:
    with pytest.raises(NewerFormat) as refused:
        read("format = 2\nshape = 'unheard of'\n")
    assert str(refused.value) == (
        "Personal.toml: format: format 2 is newer than this program, which cannot show it"
    )


def test_a_file_of_a_later_format_that_still_fits_is_shown_with_its_number() -> None:
    assert read(GOOD.replace("format = 1", "format = 2")) == replace(read(GOOD), format=2)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("format = 1", "format = 0", "format: expected int >= 1"),
        ("format = 1", 'format = "1"', "format: expected int, got str"),
        ("format = 1\n", "", "object missing required field format"),
        ("revision = 17", "revision = -1", "revision: expected int >= 0"),
        ("created = 2026-11-22T20:00:00Z", "created = 2026-11-22", "created: expected"),
        ("2026-11-22T20:00:00Z", "2026-11-22T20:00:00", "created: expected datetime with a"),
        ("[here]\n", "here = 7\n[elsewhere]\n", "here: expected object | null, got int"),
        ('step = "send"', "step = 7", "here.step: expected str, got int"),
        ("[[accounts]]", "[accounts]", "accounts: expected array, got object"),
        ('route = "objection"\n', "", "accounts[0]: object missing required field route"),
        ('state = "problem"', 'state = "gone"', "accounts[0].steps[0].state: invalid enum value"),
        ("at = 2026-11-22T20:12:41Z", "at = 7", "accounts[0].steps[0].at: expected datetime"),
        ("sent = 2026-11-22", 'sent = "soon"', "accounts[0].requests[0].sent: invalid"),
        ('kind = "objection"', 'kind = "wish"', "accounts[0].requests[0].kind: invalid enum"),
        ('kind = "refused"', 'kind = "maybe"', "accounts[0].requests[0].events[0].kind: invalid"),
        ('kind = "mail"', 'kind = "pigeon"', "accounts[0].evidence[0].kind: invalid enum value"),
    ],
)
def test_what_does_not_fit_is_named_with_its_exact_place(old: str, new: str, error: str) -> None:
    assert refusal_of(old, new).startswith(f"Personal.toml: {error}")


def test_a_table_that_is_a_list_of_something_else_is_refused() -> None:
    text = GOOD[: GOOD.index("[[accounts]]")].replace("[here]", "accounts = [7]\n[here]")
    with pytest.raises(BadFile, match=r"accounts\[0\]: expected object, got int$"):
        read(text)


TWICE = {
    'account "photopia:@anika" is there twice': (
        "[[accounts]]\n",
        '[[accounts]]\nid = "photopia:@anika"\nplatform = "x"\nroute = "x"\n\n[[accounts]]\n',
        "accounts[1].id",
    ),
    '"open-form" is there twice': (
        "[[accounts.requests]]\n",
        '[[accounts.steps]]\nid = "open-form"\nstate = "done"\nat = 2026-11-22T20:12:41Z\n\n'
        "[[accounts.requests]]\n",
        "accounts[0].steps[1].id",
    ),
    '"r1" is there twice': (
        "[[accounts.evidence]]\n",
        '[[accounts.requests]]\nid = "r1"\nkind = "access"\nsent = 2026-11-22\n'
        "received = 2026-11-22\n\n[[accounts.evidence]]\n",
        "accounts[0].requests[1].id",
    ),
}


@pytest.mark.parametrize("reason", TWICE)
def test_two_things_of_one_id_are_refused(reason: str) -> None:
    old, new, where = TWICE[reason]
    assert refusal_of(old, new) == f"Personal.toml: {where}: {reason}"


@pytest.mark.parametrize("length", range(0, len(GOOD), 97))
def test_a_file_that_was_cut_is_refused_or_tells_only_what_the_whole_one_told(length: int) -> None:
    whole = read(GOOD)
    with contextlib.suppress(BadFile):
        cut = read(GOOD[:length])
        assert (cut.id, cut.region, cut.revision) == (whole.id, whole.region, whole.revision)
        assert [account.id for account in cut.accounts] in ([], ["photopia:@anika"])


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"\xff\xfe\x00", b"[[accounts]]\n"])
def test_a_file_that_is_not_whole_is_refused(content: bytes) -> None:
    with pytest.raises(BadFile):
        read_text(content, "Personal.toml")


def test_a_lone_surrogate_cannot_be_encoded() -> None:
    with pytest.raises(UnicodeEncodeError):
        write_text(replace(read(GOOD), name="\ud800")).encode()
