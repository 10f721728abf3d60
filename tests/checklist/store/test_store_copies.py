from datetime import date
from pathlib import Path

import pytest

from optout_tui.checklist.store.copies import copy_name, named_as_copies, twins
from optout_tui.checklist.store.store import Store

SURE = {
    "Syncthing": [
        "Personal.sync-conflict-20261122-101112-ABCDEFG",
        "Personal.sync-conflict-20261122-101112-K3WOPQ2.sync-conflict-20261123-101112-ABCDEFG",
    ],
    "Dropbox": [
        "Personal (Anika's conflicted copy 2026-11-22)",
        "Personal (Anika's MacBook Pro (2)'s conflicted copy 2026-11-22)",
        "Personal (Anika's conflicted copy 2026-11-22 1)",
        "Personal (Case Conflict)",
        "Personal (Case Conflict 1)",
        "Personal (Selective Sync Conflict)",
        "Personal (Unicode Encoding Conflict)",
    ],
    "Dropbox in other languages": [
        "Personal (Anikas in Konflikt stehende Kopie 2026-11-22)",
        "Personal (In Konflikt stehende Kopie von Anika 2026-11-22)",
        "Personal (Copie en conflit de Anika 2026-11-22)",
        "Personal (Copia en conflicto de Anika 2026-11-22)",
        "Personal (Copia conflictiva de Anika 2026-11-22)",
        "Personal (Copia in conflitto di Anika 2026-11-22)",
        "Personal (Cópia em conflito de Anika 2026-11-22)",
        "Personal (Anikas modstridende kopi 2026-11-22)",
        "Personal (Anikas konfliktkopia 2026-11-22)",
        "Personal (kopia w konflikcie — Anika 2026-11-22)",
        "Personal (Конфликтующая копия пользователя Anika 2026-11-22)",
        "Personal (Anika の競合コピー 2026-11-22)",
        "Personal (Anika 的冲突副本 2026-11-22)",
        "Personal (Anika 的衝突複本 2026-11-22)",
    ],
    "Maestral": ["Personal (conflicting copy)", "Personal (conflicting copy 1)"],
    "Nextcloud": [
        "Personal (conflicted copy 2026-11-22 101112)",
        "Personal (conflicted copy anika 2026-11-22 101112)",
    ],
    "ownCloud": [
        "Personal_conflict-20261122-101112",
        "Personal_conflict-anika-20261122-101112",
        "Personal (conflicted copy 2026-11-22 101112)",
    ],
    "Google Drive": ["Personal [Conflict]"],
    "ours": ["Personal (conflict 2026-11-22)", "Personal (conflict 2026-11-22 2)"],
}

LIKELY = {
    "iCloud": ["Personal 2", "Personal 12"],
    "Google Drive": ["Personal (1)", "Personal(2)", "Personal (1) (1)"],
    "OneDrive": [
        "Personal-DESKTOP-4F2K",
        "Personal-Anikas-MacBook-Pro",
        "Personal-Anika's MacBook",
        "Personal-LAPTOP (1)",
        "Personal-LAPTOP-2",
    ],
}

ORDINARY = [
    "Personal brand",
    "Personal (brand)",
    "Personal 2026",
    "Personalities",
    "Personal.old",
    "My Personal",
    "personal (conflict 2026-11-22)",
    "Personal.sync-conflict-2026",
    "Personal_conflict-notes",
    "Conflict",
    "Personal conflict",
]


@pytest.mark.parametrize(
    "name", [pytest.param(name, id=f"{who}: {name}") for who in SURE for name in SURE[who]]
)
def test_a_name_that_only_sync_programs_give_is_a_copy(name: str, tmp_path: Path) -> None:
    assert named_as_copies(["Personal", name]) == {name: "Personal"}
    assert named_as_copies([name]) == {}
    store = Store(tmp_path)
    store.checklists.mkdir()
    for one in ("Personal", name):
        store.file(one).write_bytes(b"")
    assert store.names() == ["Personal"]
    assert store.sorted_out()[1] == {name: "Personal"}


@pytest.mark.parametrize(
    "name", [pytest.param(name, id=f"{who}: {name}") for who in LIKELY for name in LIKELY[who]]
)
def test_a_name_that_a_person_may_choose_is_a_copy_only_of_the_same_checklist(name: str) -> None:
    assert named_as_copies(["Personal", name]) == {}
    assert twins({"Personal": "7f3a", name: "7f3a"}) == {name: "Personal"}
    assert twins({"Personal": "7f3a", name: "other"}) == {}
    assert twins({name: "7f3a"}) == {}


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_name_is_no_copy(name: str, tmp_path: Path) -> None:
    assert named_as_copies(["Personal", name]) == {}
    assert twins({"Personal": "7f3a", name: "7f3a"}) == {}
    store = Store(tmp_path)
    store.checklists.mkdir()
    for one in ("Personal", name):
        store.file(one).write_bytes(b"")
    assert {*store.names()} == {"Personal", name}


def test_a_copy_of_a_copy_is_a_copy_of_the_checklist() -> None:
    first = "Personal (Anika's conflicted copy 2026-11-22)"
    second = f"{first} (conflict 2026-11-23)"
    assert named_as_copies([second, first, "Personal"]) == {first: "Personal", second: "Personal"}
    assert named_as_copies([second, first]) == {second: first}
    ids = dict.fromkeys(["Personal 2 2", "Personal 2", "Personal"], "7f3a")
    assert twins(ids) == {"Personal 2": "Personal", "Personal 2 2": "Personal"}


def test_a_copy_belongs_to_the_longest_name_it_can_be_of_if_that_is_no_copy() -> None:
    names = ["Work", "Work (old)", "Work (old) (conflict 2026-11-22)"]
    assert named_as_copies(names) == {names[2]: "Work (old)"}


def test_our_own_copies_get_names_that_are_free_and_known_as_copies() -> None:
    taken = ["Personal"]
    for _ in range(3):
        taken.append(copy_name("Personal", date(2026, 11, 22), taken))
    assert taken[1:] == [
        "Personal (conflict 2026-11-22)",
        "Personal (conflict 2026-11-22 2)",
        "Personal (conflict 2026-11-22 3)",
    ]
    assert set(named_as_copies(taken).values()) == {"Personal"}


def test_a_name_taken_in_another_case_is_not_free() -> None:
    taken = ["PERSONAL (CONFLICT 2026-11-22)"]
    name = copy_name("Personal", date(2026, 11, 22), taken)
    assert name == "Personal (conflict 2026-11-22 2)"


def test_a_long_name_made_to_be_slow_is_not() -> None:
    """Each part could be split in many ways: the pattern must not try them all."""
    names = ["P", f"P{' (conflict)' * 22}!", f"P{'-a 1' * 60}!", f"P{' 1' * 120}!"]
    assert named_as_copies(names) == {}
    assert twins(dict.fromkeys(names, "7f3a")) == {}
