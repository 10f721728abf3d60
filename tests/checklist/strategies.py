"""Whole checklists by chance: unknown fields at every level, every character, every date."""

import os
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from optout_tui.checklist.model import (
    FORMAT,
    Account,
    Channel,
    Checklist,
    Counted,
    Event,
    EventKind,
    Evidence,
    Here,
    Kept,
    Request,
    StepMark,
    StepState,
)
from optout_tui.library.guides import EvidenceKind
from optout_tui.library.kinds import RequestKind

TIMES = int(os.environ.get("OPTOUT_EXAMPLES", "1"))
"""How many times as many examples as in a quick run: the long runs set it."""


def examples(count: int) -> settings:
    """As many examples, or as many times more as asked for."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=count * TIMES, suppress_health_check=slow)


texts = st.text(max_size=8) | st.sampled_from(
    ["", "#", '"', "'''", '"""', "\\", "a\nb", "a\r\nb", "\r", "\t", "\x1b[2J", "\u202e", "é", "💻"]
)
keys = st.text(max_size=4) | st.sampled_from(["", "extra", "a.b", "a b", '"', "[x]", "ключ", "\n"])
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
zones = st.sampled_from(
    [UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-9, minutes=-30))]
)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31), timezones=zones).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)

plain_values = (
    texts
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | days
    | st.datetimes()
    | moments
    | st.times()
)
values: st.SearchStrategy[Any] = st.recursive(
    plain_values,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=6,
)
tables: st.SearchStrategy[dict[str, Any]] = st.dictionaries(keys, values, max_size=4)


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


def extras(kind: type[Kept]) -> st.SearchStrategy[dict[str, Any]]:
    """What a newer program may have added to a record: any key the record does not have."""
    known = {*kind.__struct_fields__} - {"extra"}
    free = keys.filter(lambda key: key not in known)
    return st.just({}) | st.dictionaries(free, values, max_size=3)


def unique(ids: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(ids, max_size=3, unique_by=lambda one: one.id).map(tuple)


marks = st.builds(
    StepMark,
    extra=extras(StepMark),
    id=texts,
    state=one_of(StepState),
    at=moments,
    seen=texts,
    trouble=texts,
    note=texts,
)
events = st.builds(
    Event,
    extra=extras(Event),
    kind=one_of(EventKind),
    on=days,
    reason=texts,
    about=texts,
    channel=texts,
    reference=texts,
    note=texts,
)
requests = st.builds(
    Request,
    extra=extras(Request),
    id=texts,
    kind=one_of(RequestKind),
    sent=days,
    received=days,
    channel=one_of(Channel),
    reference=texts,
    events=st.lists(events, max_size=3).map(tuple),
)
evidence = st.builds(
    Evidence,
    extra=extras(Evidence),
    kind=one_of(EvidenceKind),
    at=moments,
    reference=texts,
    file=texts,
    sha256=texts,
    note=texts,
    passed=st.booleans(),
)
COUNTS = ("public", "not_public", "not_recorded", "words", "positions", "tags", "shared_chats")
figures = st.integers(0, 2**63 - 1)
counted = st.builds(
    Counted,
    extra=extras(Counted),
    at=moments,
    items=st.dictionaries(keys, figures, max_size=3),
    by_year=st.dictionaries(keys, figures, max_size=3),
    **dict.fromkeys(COUNTS, figures),
    oldest=st.none() | days,
    newest=st.none() | days,
    account_private=st.none() | st.booleans(),
    training=st.sampled_from([None, "on", "off"]),
)
accounts = st.builds(
    Account,
    extra=extras(Account),
    id=texts,
    platform=texts,
    handle=texts,
    route=texts,
    owner=texts,
    steps=unique(marks),
    requests=unique(requests),
    evidence=st.lists(evidence, max_size=2).map(tuple),
    audits=st.lists(counted, max_size=2).map(tuple),
)
checklists = st.builds(
    Checklist,
    extra=extras(Checklist),
    format=st.just(FORMAT),
    id=texts,
    name=texts,
    revision=st.integers(0, 10**6),
    parent=texts,
    created=moments,
    updated=moments,
    region=texts,
    labels=texts,
    here=st.none() | st.builds(Here, extra=extras(Here), account=texts, step=texts),
    accounts=unique(accounts),
)
