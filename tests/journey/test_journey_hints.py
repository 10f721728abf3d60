"""What a person is told can be seen of an account, on every surface alike."""

from datetime import UTC, datetime

import pytest

from optout_tui.audit.archive.readers.all import READERS
from optout_tui.audit.platforms import PLATFORMS, can_audit
from optout_tui.checklist.model import Account, Counted
from optout_tui.journey.hints import audit_hint
from optout_tui.library.knowledge import knowledge

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def account(platform: str, *audits: Counted) -> Account:
    return Account(id=platform, platform=platform, route="objection", audits=audits)


def test_the_platforms_are_those_of_the_readers_and_of_guides() -> None:
    assert tuple(reader.platform for reader in READERS) == PLATFORMS
    assert all(knowledge().find_guide(platform) for platform in PLATFORMS)
    assert can_audit("x")
    assert not can_audit("website")


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_platform_with_a_reader_has_a_hint(platform: str) -> None:
    assert audit_hint(account(platform), "Press d").startswith("Press d to ")


def test_what_was_counted_is_said_where_something_lies_open() -> None:
    open_one = account("x", Counted(at=NOON, public=1_204))
    assert audit_hint(open_one, "Answer audit") == "1,204 public. Answer audit to count again."
    closed = account("x", Counted(at=NOON, not_public=3))
    assert audit_hint(closed, "Press d") == "Press d to see from your export what is public."


def test_a_website_and_videos_are_looked_at_themselves_and_others_not_at_all() -> None:
    assert "robots.txt" in audit_hint(account("website"), "Press d")
    assert "YouTube" in audit_hint(account("youtube"), "Press d")
    assert audit_hint(account("deviantart"), "Press d") == ""
