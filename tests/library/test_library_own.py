"""A person's own guides: what is taken, what is left out, and what that changes."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.library import own as own_module
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.own import MAX_BYTES, MAX_GUIDES, OwnGuides, load_own, read_own
from optout_tui.library.source import KNOWLEDGE
from optout_tui.safety.limits import BadFile
from optout_tui.safety.text import has_controls
from tests.conftest import SMALL
from tests.own_guides import Table, copied, first_step, written

GOOD = (SMALL / "platforms" / "photopia.toml").read_bytes()


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in read_own(folder).problems]


# -- what is taken -------------------------------------------------------------------


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert read_own(tmp_path / "guides") == OwnGuides({}, (), "")
    (tmp_path / "empty").mkdir()
    assert read_own(tmp_path / "empty") == OwnGuides({}, (), "")


def test_guides_come_by_rank_and_name(tmp_path: Path) -> None:
    copied(tmp_path, "mastodon", lambda guide: guide.update(rank=7))
    copied(tmp_path, "zeta", lambda guide: guide.update(name="alpha"))
    copied(tmp_path, "beta")
    assert list(read_own(tmp_path).guides) == ["zeta", "beta", "mastodon"]
    assert read_own(tmp_path).guides["zeta"] == load_own(tmp_path / "zeta.toml")


def test_only_toml_files_are_looked_at(tmp_path: Path) -> None:
    for name in (".mastodon.toml", "._mastodon.toml", "mastodon.toml~", "notes.txt", "README"):
        (tmp_path / name).write_bytes(b"x")
    assert read_own(tmp_path) == OwnGuides({}, (), "")


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    kept = copied(tmp_path / "elsewhere")
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "mastodon.toml").symlink_to(kept)
    assert list(read_own(tmp_path / "guides").guides) == ["mastodon"]


def test_our_own_guides_keep_within_the_limits() -> None:
    for path in sorted((KNOWLEDGE / "platforms").glob("*.toml")):
        assert load_own(path).id == path.stem


# -- what is left out ----------------------------------------------------------------

BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "object missing required field id"),
    "zeros": (b"\0" * 100, "not TOML: Invalid statement (at line 1, column 1)"),
    "not utf-8": (b"\xff", "byte 0: not UTF-8 text"),
    "cut": (GOOD[: GOOD.rindex(b"read")], "sources[1]: object missing required field read"),
    "large": (GOOD + b"#" * MAX_BYTES, "larger than 256 KiB"),
    "long key": (b"a." * 65 + b"b = 1", "a key has more than 64 dotted parts"),
    "deep": (b"a = " + b"[" * 10_000, "nested too deeply"),
    "deeper than it looks": (
        b"a" + b".a" * 63 + b" = " + (b"{a" + b".a" * 63 + b" = ") * 60 + b"1" + b"}" * 60,
        "nested too deeply",
    ),
    "another id": (GOOD, 'id: the id "photopia" is not the name of the file'),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_one_is_left_out_with_a_line_and_the_others_are_taken(
    tmp_path: Path, kind: str
) -> None:
    content, reason = BROKEN[kind]
    copied(tmp_path, "alpha")
    copied(tmp_path, "zeta")
    (tmp_path / "mastodon.toml").write_bytes(content)
    assert list(read_own(tmp_path).guides) == ["alpha", "zeta"]
    [line] = told(tmp_path)
    assert line.startswith(f"mastodon.toml: {reason}")
    with pytest.raises(BadFile):
        load_own(tmp_path / "mastodon.toml")


def test_what_is_no_file_is_left_out_unopened(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    os.mkfifo(tmp_path / "b.toml")
    (tmp_path / "c.toml").symlink_to("/dev/zero")
    (tmp_path / "d.toml").symlink_to("nowhere")
    reasons = ["is not a file"] * 3 + ["No such file or directory"]
    names = [f"{name}.toml" for name in "abcd"]
    assert told(tmp_path) == [f"{name}: {why}" for name, why in zip(names, reasons, strict=True)]


def test_a_folder_that_is_none_is_a_problem_too(tmp_path: Path) -> None:
    (tmp_path / "guides").write_bytes(b"")
    assert told(tmp_path / "guides") == ["guides: Not a directory"]


def test_a_name_or_a_key_that_drives_a_terminal_is_told_clean_and_short(tmp_path: Path) -> None:
    for name in ("a\x1b[31m.toml", "\u202emlot.toml", "b\nc.toml"):
        (tmp_path / name).write_text("x", "utf-8")
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x9b.toml"))).write_text("x", "utf-8")
    copied(tmp_path, change=lambda guide: guide.update({"\x1b" * 100_000: 1}))
    lines = told(tmp_path)
    assert len(lines) == 5
    assert not any(has_controls(line) for line in lines)
    assert max(map(len, lines)) < 400


LONG: list[tuple[Callable[[Table], object], str]] = [
    (lambda g: g.update(name="x" * 61), "name: expected str of length <= 60"),
    (lambda g: g.update(company="x" * 61), "company: "),
    (lambda g: g["handle"].update(label="x" * 61), "handle.label: "),
    (lambda g: g["handle"].update(example="x" * 61), "handle.example: "),
    (lambda g: g["training"].update(note="x" * 2001), "training.note: "),
    (lambda g: g["training"].update(uses=["x"] * 51), "training.uses: "),
    (lambda g: g["training"].update(uses=["x" * 2001]), "training.uses[0]: "),
    (lambda g: first_step(g).update(text="x" * 2001), "routes[0].steps[0].text: "),
    (lambda g: first_step(g)["ways"][0].update(note="x" * 2001), "routes[0].steps[0].ways[0].note"),
    (lambda g: first_step(g)["ways"][0].update(menu=["x" * 201, "y"]), "routes[0].steps[0].ways"),
    (lambda g: first_step(g)["ways"][0].update(menu=["x"] * 21), "routes[0].steps[0].ways[0].menu"),
    (
        lambda g: first_step(g)["ways"][0]["menu_in"].update(fr=["x" * 201, "y"]),
        "routes[0].steps[0].ways[0].menu_in[0]: ",
    ),
    (
        lambda g: first_step(g)["ways"][0]["menu_in"].update({"x" * 40: ["x", "y"]}),
        "key in routes[0].steps[0].ways[0].menu_in: ",
    ),
    (
        lambda g: first_step(g)["ways"][1].update(links=["https://a.example/" + "x" * 1000]),
        "routes[0].steps[0].ways[1].links[0]: ",
    ),
    (lambda g: first_step(g).update(ways=first_step(g)["ways"] * 6), "routes[0].steps[0].ways: "),
    (
        lambda g: g["routes"][0]["steps"][1]["troubles"][0].update(sign="x" * 2001),
        "routes[0].steps[1].troubles[0].sign: ",
    ),
    (lambda g: g["routes"][0].update(note="x" * 2001), "routes[0].note: "),
    (lambda g: g.update(routes=g["routes"] * 34), "routes: expected array of length <= 100"),
    (lambda g: g["routes"][0].update(steps=[first_step(g)] * 101), "routes[0].steps: "),
    (lambda g: g.update(sources=g["sources"] * 251), "sources: expected array of length <= 500"),
    (lambda g: g["sources"][0].update(note="x" * 2001), "sources[0].note: "),
    (lambda g: g.update(rank=10_001), "rank: expected int <= 10000"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "where"), LONG, ids=[where for _, where in LONG])
def test_every_text_and_every_list_has_an_end(tmp_path: Path, change: Any, where: str) -> None:
    copied(tmp_path, change=change)
    [line] = told(tmp_path)
    assert where.rstrip(": ").removeprefix("key in ") in line
    assert "expected" in line


@pytest.mark.parametrize("text", ["2026-13", "2026-02-30", "0000", "2026-00-01"])
def test_a_day_the_calendar_lacks_is_refused(tmp_path: Path, text: str) -> None:
    for change, where in (
        (lambda g: g["training"].update(since=text), "training.since"),
        (lambda g: g["sources"][1].update(dated=text), "sources[1].dated"),
    ):
        copied(tmp_path, change=change)
        assert told(tmp_path) == [f'mastodon.toml: {where}: "{text}" is no date']


def test_of_many_guides_only_so_many_are_read(tmp_path: Path) -> None:
    for n in range(MAX_GUIDES + 2):
        (tmp_path / f"g{n:03}.toml").write_bytes(b"")
    copied(tmp_path, f"g{MAX_GUIDES + 1:03}")
    own = read_own(tmp_path)
    assert own.guides == {}
    assert str(own.problems[0]) == f"{tmp_path.name}: only the first 200 guides are read, of 202"
    assert len(own.problems) == 1 + MAX_GUIDES


def test_together_they_may_not_be_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_module, "MAX_BYTES_TOGETHER", 1024**2)
    for n in range(6):
        path = copied(tmp_path, f"g{n}")
        path.write_bytes(path.read_bytes().ljust(MAX_BYTES, b"\n"))
    assert list(read_own(tmp_path).guides) == ["g0", "g1", "g2", "g3"]
    reason = "this and all after it are left out: more than 1 MiB together"
    assert told(tmp_path) == [f"g4.toml: {reason}"]


PARTS = st.one_of(st.binary(max_size=8), st.sampled_from([b"]]", b'"', b"=", b"\x1b", b"{}", b"."]))


@given(start=st.integers(0, len(GOOD)), length=st.integers(0, 200), part=PARTS)
def test_whatever_a_file_holds_it_is_taken_or_told(
    tmp_path_factory: pytest.TempPathFactory, start: int, length: int, part: bytes
) -> None:
    folder = tmp_path_factory.mktemp("guides")
    (folder / "photopia.toml").write_bytes(GOOD[:start] + part + GOOD[start + length :])
    own = read_own(folder)
    assert len(own.guides) + len(own.problems) == 1
    assert not any(has_controls(str(problem)) for problem in own.problems)


# -- what that changes ---------------------------------------------------------------


def joined(small: Knowledge, folder: Path) -> Knowledge:
    own = read_own(folder)
    return small.with_own(own.guides, own.digest)


def test_they_add_platforms_after_ours(small: Knowledge, tmp_path: Path) -> None:
    copied(tmp_path)
    facts = joined(small, tmp_path)
    assert facts.guide_ids == ("photopia", "chirp", "mastodon")
    assert facts.guide("mastodon").name == "Mastodon"
    assert [facts.is_own(name) for name in facts.guide_ids] == [False, False, True]
    assert small.find_guide("mastodon") is None


def test_they_override_a_platform_by_its_id(small: Knowledge, tmp_path: Path) -> None:
    copied(tmp_path, "photopia", lambda guide: guide.update(name="My Photopia"))
    facts = joined(small, tmp_path)
    assert facts.guide_ids == ("photopia", "chirp")
    assert [guide.name for guide in facts.guides()] == ["My Photopia", "Chirp"]
    assert facts.is_own("photopia")
    assert small.guide("photopia").name == "Photopia"
    assert not small.is_own("photopia")


def test_the_law_stays_ours(small: Knowledge, tmp_path: Path) -> None:
    copied(tmp_path)
    facts = joined(small, tmp_path)
    assert facts.region_table == small.region_table
    assert facts.regimes == small.regimes


def test_without_any_the_knowledge_is_as_it_was(small: Knowledge, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_bytes(b"")
    assert joined(small, tmp_path) is small


def test_other_guides_take_the_place_of_those_before(small: Knowledge, tmp_path: Path) -> None:
    copied(tmp_path / "one", "one")
    copied(tmp_path / "two", "two")
    facts = joined(joined(small, tmp_path / "one"), tmp_path / "two")
    assert facts.guide_ids == ("photopia", "chirp", "two")
    assert joined(facts, tmp_path / "none").guide_ids == small.guide_ids


def test_the_digest_changes_whenever_they_do(small: Knowledge, tmp_path: Path) -> None:
    seen = [small.digest]

    def changed() -> bool:
        seen.append(joined(small, tmp_path).digest)
        return seen[-1] not in seen[:-1]

    path = copied(tmp_path)
    assert changed()
    path.write_bytes(path.read_bytes().replace(b"Open the menu.", b"Open the door."))
    assert changed()
    copied(tmp_path, "another")
    assert changed()
    (tmp_path / "another.toml").rename(tmp_path / "third.toml")
    written(tmp_path, tomllib.loads((tmp_path / "third.toml").read_text()) | {"id": "third"})
    assert changed()
    assert not changed()
    path.unlink()
    (tmp_path / "third.toml").unlink()
    assert joined(small, tmp_path).digest == small.digest


def test_the_loader_is_needed_only_where_there_is_a_guide(tmp_path: Path) -> None:
    copied(tmp_path / "some")
    code = (
        "import sys; from pathlib import Path\n"
        "from optout_tui.library.own import read_own\n"
        "for folder in sys.argv[1:]:\n"
        "    read_own(Path(folder)); print('optout_tui.library.load' in sys.modules)"
    )
    folders = [str(tmp_path / "none"), str(tmp_path), str(tmp_path / "some")]
    done = subprocess.run(
        [sys.executable, "-c", code, *folders],
        cwd=KNOWLEDGE.parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "False", "True"]
