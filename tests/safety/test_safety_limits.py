import tomllib
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout_tui.safety.limits import (
    MAX_DEPTH,
    MAX_KEY_PARTS,
    MAX_TOML_BYTES,
    BadFile,
    has_comments,
    parse_toml,
    read_bytes,
)

LONG = b".".join([b"a"] * (MAX_KEY_PARTS + 1))
QUOTED = b".".join([rb'"a\"."'] * (MAX_KEY_PARTS + 1))
LITERAL = b".".join([b"'.'"] * (MAX_KEY_PARTS + 1))


@pytest.fixture
def no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that must not be reached."""

    def fail(*_: Any) -> NoReturn:
        pytest.fail("the parser saw it")

    monkeypatch.setattr(tomllib, "loads", fail)


def refusal_of(content: bytes) -> str:
    with pytest.raises(BadFile) as refused:
        parse_toml(content, "f.toml")
    return str(refused.value)


def nested(levels: int) -> bytes:
    """Text whose tables nest so many levels deep: dotted keys in inline tables, eight a piece."""
    inner = b"a.a.a.a.a.a.a.a = "
    return inner + (b"{" + inner) * (levels // 8 - 1) + b"1" + b"}" * (levels // 8 - 1)


def test_tables_may_nest_as_deep_as_others_can_follow() -> None:
    assert list(parse_toml(nested(MAX_DEPTH), "f.toml")) == ["a"]
    assert refusal_of(nested(MAX_DEPTH + 8)) == "f.toml: nested too deeply"
    assert refusal_of(b"a = " + b"[" * 257 + b"]" * 257) == "f.toml: nested too deeply"


def test_a_good_file_is_a_table() -> None:
    assert parse_toml(b'a = "b"\n[c]\nd = 1\n', "f.toml") == {"a": "b", "c": {"d": 1}}


def test_a_byte_order_mark_is_no_reason_to_refuse() -> None:
    assert parse_toml(b"\xef\xbb\xbfa = 1", "f.toml") == {"a": 1}


def test_two_mebibytes_are_the_most() -> None:
    assert MAX_TOML_BYTES == 2_097_152
    assert parse_toml(b"#" * MAX_TOML_BYTES, "f.toml") == {}


@pytest.mark.usefixtures("no_parser")
def test_a_larger_file_is_refused_before_it_is_parsed() -> None:
    assert refusal_of(b"#" * (MAX_TOML_BYTES + 1)) == "f.toml: larger than 2 MiB"


@pytest.mark.usefixtures("no_parser")
@pytest.mark.parametrize(
    "content",
    [
        LONG + b" = 1",
        b"[" + LONG + b"]",
        b"[[" + LONG + b"]]",
        b"\t [ " + LONG.replace(b".", b" .\t") + b" ]",
        b"x = { " + LONG + b" = 1 }",
        b"x = [\n  { y = 1, " + LONG + b" = 1 },\n]",
        QUOTED + b" = 1",
        LITERAL + b" = 1",
        b"x = 'a' # b\n" + LONG + b" = 1",
        b'x = "\\\\"\n' + LONG + b" = 1",
        b'x = """a""""\n' + LONG + b" = 1",
        b"x = '''a''''\n" + LONG + b" = 1",
        b"x = 1\r\n" + LONG + b" = 1\r\n",
        b".".join([b"a"] * 1_000_000) + b" = 1",
        b"x={" + b".".join([b"a"] * 1_000_000) + b"=1}",
        b".".join([b'"."'] * 500_000) + b" = 1",
    ],
    ids=range(16),
)
def test_a_key_of_too_many_parts_is_refused_before_it_is_parsed(content: bytes) -> None:
    assert refusal_of(content) == "f.toml: a key has more than 64 dotted parts"


@pytest.mark.parametrize(
    "content",
    [
        b".".join([b"a"] * MAX_KEY_PARTS) + b" = 1",
        b"# " + LONG,
        b'x = "' + LONG + b'"',
        b"x = '" + LONG + b"'",
        b'x = """\n' + LONG + b' = 1"""',
        b"x = '''\n" + LONG + b" = 1'''",
        b'x = "\\"' + LONG + b'"',
        b'x = """a"""" # ' + LONG,
        b"x = [" + b"1.5, " * 100 + b"]",
    ],
    ids=range(9),
)
def test_dots_elsewhere_are_no_reason_to_refuse(content: bytes) -> None:
    assert parse_toml(content, "f.toml") == tomllib.loads(content.decode())


@pytest.mark.usefixtures("no_parser")
@pytest.mark.parametrize(
    "filler",
    [b" ", b"\t", b" " * 1000 + b"\n", b"a . ", b"''.", b'"a" ', b"[ ", b'""" """'],
    ids=["spaces", "tabs", "lines of spaces", "dots", "parts", "texts", "brackets", "long texts"],
)
def test_looking_for_long_keys_takes_one_pass_whatever_stands_before(filler: bytes) -> None:
    """With a second pass for each character of two mebibytes this test would not end."""
    before = filler * ((MAX_TOML_BYTES - 1000) // len(filler))
    assert "dotted parts" in refusal_of(before + b"\n" + LONG + b" = 1")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a = 1\nb =", "not TOML: Invalid value (at end of document)"),
        (b"a = 1\na = 2", "not TOML: Cannot overwrite a value"),
        (b"\0\0\0\0", "not TOML: Invalid statement (at line 1, column 1)"),
        (b"a = 1\nb = '\xff'", "byte 11: not UTF-8 text"),
        (b"a = " + b"[" * 30_000, "nested too deeply"),
        (b"a = " + b"9" * 5000, "not TOML: Exceeds the limit (4300 digits)"),
        (b"a = 2026-02-30", "not TOML: Invalid date or datetime"),
    ],
)
def test_what_is_not_toml_is_refused_with_its_place(content: bytes, reason: str) -> None:
    assert refusal_of(content).startswith(f"f.toml: {reason}")


HEX = b"x = 0x" + b"f" * (MAX_TOML_BYTES - 10)


@pytest.mark.usefixtures("no_parser")
@pytest.mark.parametrize(
    "content",
    [
        b"x = [" + b"1," * 500_000 + b"]",
        b"x = [" + b"{}," * 200_000 + b"]",
        b"".join(b"[x%d]\n" % n for n in range(100_000)),
        b"".join(b"  [x%d]\n" % n for n in range(100_000)),
        b"[[accounts]]\n" * 50_000,
        b"".join(b"%d=1\n" % n for n in range(150_000)),
        b"".join(b"a.a.a.a.%d=1\n" % n for n in range(80_000)),
    ],
    ids=["items", "inline tables", "tables", "indented", "records", "values", "parts"],
)
def test_a_crowded_file_is_refused_before_it_is_parsed(content: bytes) -> None:
    """Each costs the parser seconds or hundreds of mebibytes, although the file is small."""
    assert refusal_of(content) == "f.toml: holds more tables and values than can be read here"


@pytest.mark.usefixtures("no_parser")
def test_a_word_without_end_is_refused_before_it_is_parsed() -> None:
    assert "a word or a number has more than 10000 characters" in refusal_of(HEX)
    assert "a word or a number" in refusal_of(b"x = 1\n" + b"a" * 20_000 + b" = 1")


@pytest.mark.parametrize(
    "content",
    [
        b"[[accounts]]\nid = 1\n" * 15_000,
        b'x = "' + b"a" * 1_000_000 + b'"',
        b'x = """\n' + b"word, " * 15_000 + b'"""',
        b"#" + b"f" * 1_000_000 + b"\nx = 1",
    ],
    ids=["records", "a long text", "commas", "a long comment"],
)
def test_a_large_file_that_is_not_crowded_is_read(content: bytes) -> None:
    assert parse_toml(content, "f.toml") == tomllib.loads(content.decode())


@given(st.binary(max_size=300))
def test_no_content_is_more_than_refused(content: bytes) -> None:
    try:
        table = parse_toml(content, "f.toml")
    except BadFile:
        return
    assert table == tomllib.loads(content.decode("utf-8-sig"))


@given(st.text("\"'#\\\n.=[]{} a1", max_size=60))
def test_toml_itself_agrees_where_keys_are_short(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except ValueError:
        return
    assert parse_toml(text.encode(), "f.toml") == expected


@pytest.mark.parametrize(
    "text",
    ["# a", "x = 1 # a", "x = 1# a", "  \t# a", "x = '#' # a", 'x = """#"""" # a'],
)
def test_a_comment_is_found_wherever_it_stands(text: str) -> None:
    assert has_comments(text.encode())


@pytest.mark.parametrize(
    "text",
    ["", "x = 1", 'x = "# a"', "x = '# a'", 'x = "\\"# a"', 'x = """\n# a"""', "x = '''\n# a'''"],
)
def test_a_hash_within_a_text_is_no_comment(text: str) -> None:
    tomllib.loads(text)
    assert not has_comments(text.encode())


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "f.bin"
    file.write_bytes(b"1234")
    assert read_bytes(file, 4) == b"1234"


def test_a_larger_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "f.bin"
    file.write_bytes(b"#" * (MAX_TOML_BYTES + 1))
    with pytest.raises(BadFile) as refused:
        read_bytes(file)
    assert str(refused.value) == "f.bin: larger than 2 MiB"


@pytest.mark.parametrize(("name", "reason"), [("none", "No such file"), (".", "is not a file")])
def test_what_cannot_be_read_is_refused_with_the_reason(
    tmp_path: Path, name: str, reason: str
) -> None:
    with pytest.raises(BadFile, match=reason):
        read_bytes(tmp_path / name)
