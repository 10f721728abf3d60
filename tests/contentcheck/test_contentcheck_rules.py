"""Each rule finds what breaks it, in its place, and nothing else; a guide may come close."""

from pathlib import Path

import pytest

from optout_tui.contentcheck.ages import AGE_RULES
from optout_tui.contentcheck.context import Context
from optout_tui.contentcheck.judge import judge_files, judge_guide
from optout_tui.contentcheck.loading import broken_rules
from optout_tui.contentcheck.released import Released
from optout_tui.contentcheck.rules import JUDGED, LAW, RULES, TO_LOAD
from optout_tui.library.check_guide import CHECKS
from optout_tui.library.guides import Guide
from optout_tui.library.load import load_guide
from optout_tui.safety.limits import BadFile, read_bytes
from tests.contentcheck.breaks_in_routes import IN_ROUTES, POLICY_FIRST
from tests.contentcheck.breaks_in_words import IN_WORDS
from tests.contentcheck.breaks_to_load import TO_LOAD as BREAKS_TO_LOAD
from tests.contentcheck.sample import Break, changed

BREAKS = [*BREAKS_TO_LOAD, *IN_ROUTES, *IN_WORDS]

GUIDANCE = Path(__file__).parents[2] / "CONTRIBUTING.md"

RELEASED = Released(steps={"sample": ("open", "send", "keep", "write")})

ELSEWHERE = {"unsafe", "step-vanished", LAW.id, *AGE_RULES}
"""Rules whose tests stand below, or in a file of their own."""


def told(file: Path, context: Context) -> list[tuple[str, str, str]]:
    """What is found in a guide of ours: the rule, the place and the reason."""
    try:
        return list(judge_guide(load_guide(file), context))
    except BadFile as error:
        return [found[:3] for found in broken_rules(read_bytes(file), error)]


def test_a_guide_that_keeps_every_rule_has_no_problem(guide: Guide, context: Context) -> None:
    assert list(judge_guide(guide, context)) == []


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: f"{broken.rule} {broken.where}")
def test_a_broken_rule_is_found_in_its_place_and_no_other(
    context: Context, sample: Path, broken: Break
) -> None:
    sample.write_text(changed(*broken.changes), "utf-8")
    found = told(sample, context)
    assert {rule for rule, _, _ in found} == {broken.rule}, found
    assert [where for _, where, reason in found if broken.reason in reason] == [broken.where], found


def test_every_rule_is_broken_by_some_test() -> None:
    broken = {one.rule for one in BREAKS}
    assert broken | ELSEWHERE == {rule.id for rule in RULES}
    assert not broken & ELSEWHERE


def test_the_rules_are_told_to_whoever_writes_a_guide() -> None:
    told = [line for line in GUIDANCE.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert told[:-1] == [f"| `{rule.id}` | {rule.why} |" for rule in RULES]
    assert told[-1].startswith("| `hard-to-read` | ")


def test_each_rule_has_an_id_and_a_reason_of_its_own() -> None:
    assert len(RULES) >= 25
    assert len({rule.id for rule in RULES}) == len({rule.why for rule in RULES}) == len(RULES)
    assert not [rule for rule in RULES if "\n" in rule.why or not rule.why]
    assert all(rule.judge for rule in JUDGED)
    known = {rule.id for rule in (*TO_LOAD, *JUDGED)}
    assert set(CHECKS) <= known


# -- what comes close --------------------------------------------------------------

CLOSE: dict[str, tuple[tuple[str, str], ...]] = {
    "a note says that there is no way on a device": (
        (f"links = {POLICY_FIRST}", 'note = "Not shown on the website."'),
    ),
    "a low route leads on": (('confidence = "high"', 'confidence = "low"'),),
    "a low route is only tried": (
        ('["EEA", "GB"]', '["EEA", "GB", "US"]'),
        ('confidence = "high"', 'confidence = "low"'),
    ),
    "a company's own offer needs no law": (
        ('["EEA", "GB"]\nalso', '["EEA", "GB", "US"]\nown_offer = true\nalso'),
    ),
    "a label has another spelling on another device": (
        (f"links = {POLICY_FIRST}", 'menu = ["PROFILE"]'),
    ),
    "a label of another company": (("Sample Ltd", "Single Ltd"), ('["Profile"', '["PROFILE"')),
    "a host below one of its own": (("sample.example/help/con", "x.sample.example/help/con"),),
    "a mail to one of its own": (
        ("https://sample.example/help/contact/123", "mailto:us@sample.example?subject=No"),
    ),
    "high confidence beside a user's word": (
        ('["policy"]\n\n[[training', '["policy", "forum"]\n\n[[training'),
    ),
    "two sentences of some length": (('"Write it."', f'"{"Write it. " * 13}And wait."'),),
    "a long label is one word": (
        ('"Write it."', f'"Press “{" ".join(["word"] * 15)}” and {"wait, then " * 4}go."'),
    ),
    "code with straight quotation marks": (
        ('"Write it."', '\'Write <meta name="robots" content="noai"> there.\''),
    ),
    "a domain, a number and a range": (('"Write it."', '"See sample.example, 3.5 of 4–6."'),),
    "our own title of an address": (('"handle" }', '"domain", example = "example.org" }'),),
    "changes of one year": (('on = "2025"', 'on = "2026"'),),
}


@pytest.mark.parametrize("close", CLOSE)
def test_what_comes_close_is_no_problem(context: Context, sample: Path, close: str) -> None:
    sample.write_text(changed(*CLOSE[close]), "utf-8")
    assert told(sample, context) == []


# -- what needs more than a guide ---------------------------------------------------


def test_somebody_elses_guide_must_be_safe(context: Context, sample: Path) -> None:
    sample.write_text(changed(('["messages"]', '["messages\\u202e"]')), "utf-8")
    [problem] = judge_files([sample], context.knowledge, None).problems
    assert (problem.rule, problem.where) == ("unsafe", "training.not_used[0]")


def test_a_released_step_must_not_vanish(guide: Guide, context: Context) -> None:
    knowledge = context.knowledge
    assert list(judge_guide(guide, Context(knowledge, RELEASED))) == []
    more = Released(steps={"sample": (*RELEASED.steps["sample"], "lost"), "other": ("gone",)})
    [found] = judge_guide(guide, Context(knowledge, more))
    assert found[:2] == ("step-vanished", "retired")
    assert '"lost"' in found[2]


@pytest.mark.parametrize("kept", ['was = ["lost"]', 'text = "Open it."'])
def test_a_step_that_goes_leaves_its_id(context: Context, sample: Path, kept: str) -> None:
    more = Released(steps={"sample": (*RELEASED.steps["sample"], "lost")})
    retired = 'retired = ["lost"]\nhosts' if "was" not in kept else "hosts"
    text = changed(("hosts", retired), ('id = "open"', f'id = "open"\n  {kept}'))
    sample.write_text(text, "utf-8")
    assert list(judge_guide(load_guide(sample), Context(context.knowledge, more))) == []


def test_a_former_id_that_no_release_had_is_dead(context: Context, sample: Path) -> None:
    sample.write_text(changed(('id = "open"', 'id = "open"\n  was = ["opne"]')), "utf-8")
    [found] = judge_guide(load_guide(sample), Context(context.knowledge, RELEASED))
    assert found[:2] == ("was-dead", "routes[0].steps[0].was[0]")
    assert list(judge_guide(load_guide(sample), context)) == []
