"""Every field of a file is found where it stands, by line and column."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.contentcheck.judge import judge_files
from optout_tui.contentcheck.positions import Position, Positions, position_in
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.source import KNOWLEDGE
from tests.contentcheck.sample import GUIDE, changed

ODD = '''\
a = { x = 1.5, "y z" = [1.5, { q = 2.5 , r.s = 3}], w = 3 } # {
"b c".d = [ # hi ]
  """x
  ]""",
  'y', # z
]
[[t.u]]
k = 1
 [[ t . "u" ]]  # [[t.u]]
k = 2
[t.u.v]
m = 1979-05-27 07:32:00.5
n = "x = [ # no"
'''

PLACES = {
    "a": (1, 1),
    "a.x": (1, 7),
    "a.y z": (1, 16),
    "a.y z[0]": (1, 25),
    "a.y z[1]": (1, 30),
    "a.y z[1].q": (1, 32),
    "a.y z[1].r.s": (1, 42),
    "a.w": (1, 53),
    "b c.d": (2, 1),
    "b c.d[0]": (3, 3),
    "b c.d[1]": (5, 3),
    "t": (7, 1),
    "t.u": (7, 1),
    "t.u[0]": (7, 1),
    "t.u[0].k": (8, 1),
    "t.u[1]": (9, 2),
    "t.u[1].k": (10, 1),
    "t.u[1].v": (11, 1),
    "t.u[1].v.m": (12, 1),
    "t.u[1].v.n": (13, 1),
}


def paths(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every field in what a parser read, with its path."""
    if path:
        yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from paths(item, f"{path}[{n}]")


def at(text: str, position: Position) -> str:
    """What stands from there to the end of the line."""
    return text.split("\n")[position.line - 1][position.column - 1 :]


def stands_at(path: str, value: Any, rest: str) -> bool:
    """Whether *rest* begins with the field: its key, its table's heading, or a list's item."""
    if path.endswith("]"):
        word = str(value).lower() if isinstance(value, bool) else str(value)
        return rest[:1] in "\"'[{" or rest.startswith(word)
    key = path.rpartition(".")[2]
    return rest.startswith("[") or key in rest.partition("=")[0]


@pytest.mark.parametrize("where", PLACES)
def test_an_odd_file_is_read_as_a_parser_reads_it(where: str) -> None:
    assert where in dict(paths(tomllib.loads(ODD)))
    assert Positions(ODD).of(where) == PLACES[where]


@pytest.mark.parametrize(
    ("where", "there"),
    [
        ("t.u[1].v.zzz[3].q", "t.u[1].v"),
        ("t.u[7].x", "t.u"),
        ("t.u[1].x", "t.u[1]"),
        ("nothing.at.all", ""),
        ("", ""),
    ],
)
def test_what_is_not_there_is_shown_where_it_should_be(where: str, there: str) -> None:
    assert Positions(ODD).of(where) == PLACES.get(there, (1, 1))


def test_every_field_of_our_knowledge_is_found() -> None:
    count = 0
    for file in sorted(KNOWLEDGE.rglob("*.toml")):
        text = file.read_text("utf-8")
        positions = Positions(text)
        for path, value in paths(tomllib.loads(text)):
            rest = at(text, positions.of(path))
            assert stands_at(path, value, rest), (file.name, path, rest)
            count += 1
    assert count > 10_000


KEYS = st.text(st.sampled_from("ab-_1é"), min_size=1, max_size=3)
VALUES = st.recursive(
    st.one_of(
        st.integers(), st.booleans(), st.text(st.sampled_from("a\"'\\\n[]{}#=."), max_size=5)
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_whatever_a_writer_writes_is_found(table: dict[str, Any]) -> None:
    text = tomli_w.dumps(table)
    positions = Positions(text)
    for path, value in paths(tomllib.loads(text)):
        assert stands_at(path, value, at(text, positions.of(path))), (path, text)


@given(st.text(st.sampled_from("ab=[]{}\"'#.,\n "), max_size=40))
def test_text_that_is_no_toml_does_no_harm(text: str) -> None:
    assert Positions(text).of("a.b[0]") >= (1, 1)


def test_a_mark_at_the_beginning_and_windows_line_ends_count_for_nothing(
    knowledge: Knowledge, sample: Path
) -> None:
    text = changed(('"Write it."', '"Write it!"'))
    line = text.split("\n").index('  text = "Write it!"') + 1
    for content in (text.encode(), text.replace("\n", "\r\n").encode(), text.encode("utf-8-sig")):
        sample.write_bytes(content)
        [problem] = judge_files([sample], knowledge, None).problems
        assert (problem.line, problem.column) == (line, 3)


def test_a_parser_tells_its_own_places(knowledge: Knowledge, sample: Path) -> None:
    sample.write_text("a = 1\nb = = 2\n", "utf-8")
    [problem] = judge_files([sample], knowledge, None).problems
    assert (problem.rule, problem.line, problem.column) == ("unreadable", 2, 5)
    sample.write_bytes(GUIDE.encode() + b"\xff")
    [problem] = judge_files([sample], knowledge, None).problems
    assert (problem.rule, problem.line, problem.column) == ("unreadable", 0, 0)
    assert position_in("nested too deeply") is None
