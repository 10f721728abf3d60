from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from optout_tui.checklist.dates import dates_of
from optout_tui.checklist.model import Account, Checklist, Counted
from optout_tui.checklist.progress import view_accounts
from optout_tui.checklist.standing import Standing, state_of
from optout_tui.checklist.store import derive as derive_module
from optout_tui.checklist.store import index as store_index
from optout_tui.checklist.store.derive import derive
from optout_tui.checklist.store.gone import delete
from optout_tui.checklist.store.index import Next, Row
from optout_tui.checklist.store.reading import Stored
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import write_whole
from optout_tui.checklist.text import write_text
from optout_tui.library.compiled import compile_folder, read_compiled
from optout_tui.library.knowledge import Knowledge
from tests.checklist.build import account, all_done, event, mark, request, view
from tests.checklist.store.kept import NOW
from tests.checklist.strategies import accounts
from tests.conftest import SMALL, TODAY

LATEST = date(2027, 2, 22)

Derived = list[str]
"""The names of the checklists whose rows had to be derived from their files."""


def rows(store: Store, knowledge: Knowledge) -> list[Row]:
    return store_index.rows(store, knowledge.digest, lambda: knowledge)


@pytest.fixture
def index(store: Store) -> Path:
    return store.data_dir / "index.json"


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> Derived:
    names: Derived = []

    def watched(path: Path, knowledge: Knowledge) -> Row:
        names.append(path.stem)
        return derive(path, knowledge)

    monkeypatch.setattr(derive_module, "derive", watched)
    return names


@pytest.fixture
def personal(store: Store) -> Stored:
    steps = all_done("open-menu", "open-form")
    photopia = account(steps=steps, requests=(request(),))
    finished = account("chirp", "switch-eu", steps=(mark("turn-off"),))
    return store.create("Personal", "DE", (photopia, finished), NOW)


# -- a row -------------------------------------------------------------------------


def test_a_row_says_what_a_checklist_comes_to(
    store: Store, personal: Stored, small: Knowledge
) -> None:
    photopia, chirp = personal.checklist.accounts
    assert rows(store, small) == [
        Row(
            id=personal.checklist.id,
            name="Personal",
            region="DE",
            region_name="Germany",
            revision=1,
            updated=NOW,
            standings=(Standing("waiting", LATEST), Standing("done")),
            steps_done=3,
            steps_total=5,
            next=Next("photopia:@anika", "send", "Send it", "Photopia", 3),
            dates=(
                *dates_of(view(small, photopia), "DE", small),
                *dates_of(view(small, chirp), "DE", small),
            ),
        )
    ]


def test_a_row_counts_accounts_and_those_that_are_finished(
    store: Store, personal: Stored, small: Knowledge
) -> None:
    [row] = rows(store, small)
    assert (row.accounts, row.finished) == (2, 1)
    assert row.state(LATEST) == "waiting"
    assert row.state(LATEST + timedelta(days=1)) == "overdue"


def test_a_row_goes_on_with_the_account_where_the_most_is_public(
    store: Store, small: Knowledge
) -> None:
    counted = replace(account("chirp", "switch-eu"), audits=(Counted(at=NOW, public=3),))
    store.create("Counted", "DE", (account(), counted), NOW)
    found = rows(store, small)[0].next
    assert found is not None
    assert (found.account, found.step) == ("chirp:@anika", "turn-off")
    assert rows(store, small)[0].next == found  # from the index now


def test_an_empty_checklist_has_a_row(store: Store, small: Knowledge) -> None:
    store.create("Empty", "BR", (), NOW)
    [row] = rows(store, small)
    assert (row.accounts, row.next, row.dates, row.state(TODAY)) == (0, None, (), "not started")


def test_rows_are_sorted_as_people_sort(store: Store, small: Knowledge) -> None:
    for name in ("beta", "Alpha"):
        store.create(name, "DE", (), NOW)
    assert [row.name for row in rows(store, small)] == ["Alpha", "beta"]


REQUESTS = st.lists(
    st.lists(st.sampled_from(["granted", "refused", "complaint", "extension"]), max_size=3),
    max_size=3,
)


@given(
    strangers=st.lists(accounts, max_size=2),
    histories=REQUESTS,
    route=st.sampled_from(["objection", "letter", "reduce"]),
    states=st.lists(st.sampled_from(["todo", "done", "skipped", "problem"]), max_size=4),
    today=st.dates(date(2026, 11, 22), date(2027, 12, 31)),
)
def test_a_row_derives_the_same_state_as_looking_at_the_checklist_on_any_day(
    *,
    tmp_path_factory: pytest.TempPathFactory,
    small: Knowledge,
    strangers: list[Account],
    histories: list[list[Any]],
    route: str,
    states: list[str],
    today: date,
) -> None:
    found = small.guide("photopia").route(route)
    assert found is not None
    known = account(
        route=route,
        steps=tuple(mark(s.id, state) for s, state in zip(found.steps, states, strict=False)),
        requests=tuple(
            request(*map(event, kinds), n=n, day=TODAY - timedelta(days=20 * n))
            for n, kinds in enumerate(histories)
        ),
    )
    named = [replace(one, id=f"other {n}") for n, one in enumerate(strangers)]
    checklist = Checklist(
        format=1,
        id="7f3a",
        name="Any",
        revision=1,
        created=NOW,
        updated=NOW,
        region="DE",
        accounts=(known, *named),
    )
    path = tmp_path_factory.getbasetemp() / "Any.toml"
    path.write_text(write_text(checklist), "utf-8", newline="")
    views = view_accounts(checklist, small, today)
    row = derive(path, small)
    assert [standing.on(today) for standing in row.standings] == [view.state for view in views]
    assert row.state(today) == state_of(tuple(view.state for view in views))


# -- files that cannot be read -----------------------------------------------------


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "object missing required field format"),
        (b"x = [", "not TOML: Invalid value (at end of document)"),
        (b"format = 9\n", "format: format 9 is newer than this program, which cannot show it"),
    ],
)
def test_a_file_that_is_not_whole_has_a_row_with_the_problem(
    store: Store, personal: Stored, small: Knowledge, content: bytes, problem: str
) -> None:
    personal.path.write_bytes(content)
    [row] = rows(store, small)
    assert (row.name, row.problem) == ("Personal", problem)
    assert personal.path.read_bytes() == content


def test_a_region_nobody_knows_is_a_problem(
    store: Store, personal: Stored, small: Knowledge
) -> None:
    personal.path.write_bytes(personal.path.read_bytes().replace(b'"DE"', b'"XX"'))
    [row] = rows(store, small)
    assert row.problem.startswith('unknown region "XX"')


def test_a_folder_in_the_place_of_a_file_is_a_problem(
    store: Store, personal: Stored, small: Knowledge
) -> None:
    (store.checklists / "Folder.toml").mkdir()
    assert [row.problem for row in rows(store, small)] == ["is not a file", ""]


def test_a_problem_drives_no_terminal(store: Store, personal: Stored, small: Knowledge) -> None:
    text = personal.path.read_text("utf-8").replace("photopia:@anika", "\\u001b[2J")
    accounts = text[text.index("[[accounts]]") : text.index("[end]\n")]
    personal.path.write_text(text.replace("[end]\n", f"{accounts}[end]\n"), "utf-8")
    [row] = rows(store, small)
    assert row.problem.endswith('account "␛[2J" is there twice')


def test_a_file_that_is_mended_has_no_problem_any_more(
    store: Store, personal: Stored, small: Knowledge
) -> None:
    good = personal.path.read_bytes()
    personal.path.write_bytes(b"")
    rows(store, small)
    personal.path.write_bytes(good)
    assert [row.problem for row in rows(store, small)] == [""]


# -- the cache ---------------------------------------------------------------------


def test_the_second_look_derives_nothing(
    store: Store, personal: Stored, small: Knowledge, derived: Derived
) -> None:
    first = rows(store, small)
    assert rows(store, small) == first
    assert derived == ["Personal"]


def test_the_index_is_for_its_owner_only(
    store: Store, personal: Stored, small: Knowledge, index: Path
) -> None:
    rows(store, small)
    assert index.stat().st_mode & 0o777 == 0o600


def test_only_what_changed_is_derived_again(
    store: Store, personal: Stored, small: Knowledge, derived: Derived
) -> None:
    store.create("Other", "DE", (), NOW)
    rows(store, small)
    derived.clear()
    store.save(replace(personal.checklist, region="FR"), personal, NOW)
    assert [row.region for row in rows(store, small)] == ["DE", "FR"]
    assert derived == ["Personal"]


Spoil = Callable[[Path], object]


def of_another_shape(index: bytes) -> bytes:
    """Return an index that an older program may have left, whose rows say something else."""
    older = index.replace(b'{"shape":3,', b'{"shape":2,').replace(b"Photopia Ltd", b"Photo Ltd")
    assert older.count(b"Photo Ltd") == index.count(b"Photopia Ltd") > 0
    assert b'"shape":2' in older
    return older


@pytest.mark.parametrize(
    "spoil",
    [
        lambda index: index.unlink(),
        lambda index: index.write_bytes(b""),
        lambda index: index.write_bytes(b"\0" * 200),
        lambda index: index.write_bytes(b'{"knowledge": "", "entries": {"Personal": 7}}'),
        lambda index: index.write_bytes(index.read_bytes()[:-10]),
        lambda index: index.write_bytes(b'"\xff"'),
        lambda index: index.write_bytes(b'{"x":' + b"[" * 200_000),
        lambda index: index.write_bytes(index.read_bytes().replace(b'"waiting"', b'"dancing"')),
        lambda index: index.write_bytes(of_another_shape(index.read_bytes())),
        lambda index: index.write_bytes(b"{" + index.read_bytes().partition(b",")[2]),
    ],
    ids=[
        "missing",
        "empty",
        "zeros",
        "of other types",
        "cut",
        "not UTF-8",
        "nested deeply",
        "of unknown states",
        "of another shape",
        "of no shape",
    ],
)
def test_an_index_that_is_not_whole_is_made_again(
    store: Store, personal: Stored, small: Knowledge, index: Path, spoil: Spoil
) -> None:
    right = rows(store, small)
    good = index.read_bytes()
    spoil(index)
    assert rows(store, small) == right
    assert index.read_bytes() == good


def test_an_index_that_cannot_be_written_changes_nothing(
    store: Store, personal: Stored, small: Knowledge, index: Path, derived: Derived
) -> None:
    index.mkdir()
    right = rows(store, small)
    assert rows(store, small) == right
    assert [row.problem for row in right] == [""]
    assert derived == ["Personal", "Personal"]
    assert not [path for path in store.data_dir.iterdir() if path.name.endswith(".new")]


def test_other_knowledge_derives_all_again(
    store: Store, personal: Stored, small: Knowledge, derived: Derived
) -> None:
    rows(store, small)
    other = Knowledge(read_compiled(compile_folder(SMALL, "other")))
    rows(store, other)
    rows(store, other)
    assert derived == ["Personal", "Personal"]


def test_where_no_checklist_ever_was_nothing_is_written(store: Store, small: Knowledge) -> None:
    assert rows(store, small) == []
    assert not store.data_dir.exists()


@pytest.mark.parametrize("digest", ["", "of an older program"])
def test_a_deleted_checklist_is_forgotten_whatever_program_wrote_the_index(
    store: Store, personal: Stored, small: Knowledge, index: Path, digest: str
) -> None:
    rows(store, small)
    kept = msgspec.json.decode(index.read_bytes())
    write_whole(index, msgspec.json.encode({**kept, "knowledge": digest}))
    delete(store, "Personal")
    assert not index.exists()
    assert rows(store, small) == []


@pytest.mark.parametrize(
    ("name", "is_same"),
    [
        ("Personal (Anika's conflicted copy 2026-11-22)", True),
        ("Personal.sync-conflict-20261122-101112-ABCDEFG", False),
        ("Personal 2", True),
        ("Personal-LAPTOP", True),
    ],
)
def test_a_conflict_copy_has_no_row_of_its_own(
    *, store: Store, personal: Stored, small: Knowledge, name: str, is_same: bool
) -> None:
    content = personal.path.read_bytes() if is_same else b""
    store.file(name).write_bytes(content)
    [row] = rows(store, small)
    assert (row.name, row.copies) == ("Personal", (name,))
    store.file(name).unlink()
    assert [row.copies for row in rows(store, small)] == [()]


@pytest.mark.parametrize("name", ["Personal 2", "Personal-LAPTOP", "Personal (1)"])
def test_a_name_like_a_copys_makes_no_copy_of_another_checklist(
    store: Store, personal: Stored, small: Knowledge, name: str
) -> None:
    store.create(name, "DE", (), NOW)
    assert [(row.name, row.copies) for row in rows(store, small)] == [("Personal", ()), (name, ())]


def test_the_same_checklist_under_any_other_name_is_one_of_its_own(
    store: Store, personal: Stored, small: Knowledge
) -> None:
    store.file("Work").write_bytes(personal.path.read_bytes())
    assert [row.name for row in rows(store, small)] == ["Personal", "Work"]


def test_a_copy_of_a_checklist_that_is_gone_has_a_row(
    store: Store, personal: Stored, small: Knowledge
) -> None:
    name = "Personal (conflict 2026-11-22)"
    personal.path.rename(store.file(name))
    assert [row.name for row in rows(store, small)] == [name]
