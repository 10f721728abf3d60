"""All outside text passes one gate, and every door has a lock: a look at the source itself."""

from pathlib import Path

import pytest

from tests.safety import gate_doors, gate_screens
from tests.safety.gate import PACKAGE, Rule, Source, all_sources
from tests.safety.gate_examples import FOUND, LET_PASS

SOURCES = all_sources()
ON_SCREEN = [source for source in SOURCES if source.path.startswith(gate_screens.ROOMS)]
DOORS = {rule.name: rule for rule in gate_doors.RULES}
SCREENS = {rule.name: rule for rule in gate_screens.RULES}
RULES = DOORS | SCREENS


def sources_of(rule: Rule) -> list[Source]:
    return ON_SCREEN if rule.name in SCREENS else SOURCES


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_nothing_goes_round_the_gate(rule: Rule) -> None:
    found = {source.path: rule.look(source) for source in sources_of(rule)}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_named_place_is_needed(rule: Rule) -> None:
    """A reason that outlives its place would let the next one through."""
    needed = {
        rule.place_for(node, source)
        for source in sources_of(rule)
        for node, _ in rule.everywhere(source)
    }
    assert set(rule.places) - needed == set()


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_examples_of_both_kinds(name: str) -> None:
    assert FOUND[name]
    assert LET_PASS[name]


@pytest.mark.parametrize(
    ("name", "example"), [(name, one) for name, examples in FOUND.items() for one in examples]
)
def test_a_rule_finds_what_it_is_for(name: str, example: str) -> None:
    assert RULES[name].look(Source(example)) != []


@pytest.mark.parametrize(
    ("name", "example"), [(name, one) for name, examples in LET_PASS.items() for one in examples]
)
def test_a_rule_lets_pass_what_is_safe(name: str, example: str) -> None:
    assert RULES[name].look(Source(example)) == []


def test_every_room_is_looked_at() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert {source.path.split("/")[0] for source in SOURCES if "/" in source.path} == rooms


def test_a_place_holds_for_its_function_alone() -> None:
    rule = Rule("stream", gate_doors.stream, {"tui/example.py:said": "a reason"})
    source = Source("def said():\n    print(x)\n\ndef other():\n    print(x)\n")
    assert rule.look(source) == [(5, "print()")]


def test_templates_call_nothing_safe_and_load_nothing() -> None:
    templates = list(PACKAGE.rglob("*.j2"))
    assert templates
    for path in templates:
        text = path.read_text("utf-8")
        for danger in ("|safe", "| safe", "autoescape", "<script", "src=", "http:", "@import"):
            assert danger not in text, (path.name, danger)


def test_the_screens_styles_name_no_file_and_no_address() -> None:
    for path in (Path(PACKAGE) / "tui").rglob("*.tcss"):
        assert "url(" not in path.read_text("utf-8")
