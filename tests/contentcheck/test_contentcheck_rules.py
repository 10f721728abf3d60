"""Each rule finds what breaks it, and names the place."""

from pathlib import Path

import pytest

from optout_tui.contentcheck.judge import judge_guide
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.load import load_guide
from tests.contentcheck.sample import GUIDE

POLICY_FIRST = '["https://sample.example/policy", "https://sample.example/help/contact/123"]'
FORM_FIRST = '["https://sample.example/help/contact/123", "https://sample.example/policy"]'

Break = tuple[str, str, str, str]
"""What stands in the sample, what comes in its place, where that is found, and why."""

BREAKS: list[Break] = [
    (
        "https://sample.example/help/contact/123",
        "http://sample.example/help/contact/123",
        "routes[0].steps[0].ways[1].links[1]",
        "neither an https nor a mailto address",
    ),
    (
        "https://sample.example/help/contact/123",
        "https://user@sample.example/123",
        "routes[0].steps[0].ways[1].links[1]",
        "neither an https nor a mailto address",
    ),
    (
        "https://sample.example/help/contact/123",
        "https://[bad",
        "routes[0].steps[0].ways[1].links[1]",
        "neither an https nor a mailto address",
    ),
    (
        POLICY_FIRST,
        FORM_FIRST,
        "routes[0].steps[0].ways[1].links[1]",
        "stands after a form's number",
    ),
    ('text = "Keep it."', "", "routes[0].steps[2]", "has neither a way nor a text"),
    (f"links = {POLICY_FIRST}", "", "routes[0].steps[0].ways[1]", "neither labels nor links"),
    (
        f'device = "web"\n    links = {POLICY_FIRST}',
        'device = "phone"\n    menu = ["More"]',
        "routes[0].steps[0].ways",
        "no way for web",
    ),
    (
        '["Profile", "Privacy"]',
        '["Profile", " "]',
        "routes[0].steps[0].ways[0].menu[1]",
        "is an empty label",
    ),
    ('["Profile", "Privacy"]', '["☰", "Privacy"]', "routes[0].steps[0].ways[0].menu[0]", "☰"),
    (
        '{ de = ["Profil", ""] }',
        '{ de = ["☰", ""] }',
        "routes[0].steps[0].ways[0].menu_in.de[0]",
        "☰",
    ),
    (
        '{ de = ["Profil", ""] }',
        '{ de = ["", ""] }',
        "routes[0].steps[0].ways[0].menu_in.de",
        "no label was seen in this language",
    ),
    (
        'text = "Keep the answer."\n  evidence = "mail"',
        'text = "Keep the answer."\n  evidence = "receipt"',
        "routes[1].steps[1]",
        '"keep" is another thing to do than in routes[0].steps[2]',
    ),
    (
        'text = "Write it."\n  sends = "objection"',
        'text = "Write it."',
        "routes[1].steps",
        "a route of kind request has no step that sends",
    ),
    (
        '  id = "keep"\n  stage = "proof"\n  title = "Keep the mail"\n  text = "Keep it."',
        '  id = "hold"\n  stage = "portal"\n  title = "Keep the mail"\n  text = "Keep it."',
        "routes[0].steps",
        "no step of the stage proof",
    ),
    (
        'regions = []\neffect = "future only"',
        'regions = ["CH"]\nalso = ["objection"]\neffect = "future only"',
        "routes[1].steps",
        "confidence is low, and no trouble names another route",
    ),
    (
        'regions = []\neffect = "future only"',
        'regions = ["CH"]\neffect = "future only"',
        "routes[0].also[0]",
        '"letter" does not name "objection" in return',
    ),
    ('also = ["letter"]', 'also = ["objection"]', "routes[0].also[0]", "names itself"),
    ('after = "P1Y"', 'after = "P2Y"', "routes[2].again.after", "P2Y is not between"),
    ('after = "P1Y"', 'after = "P1D"', "routes[2].again.after", "P1D is not between"),
    ('["EEA", "GB"]', '["EEA", "UK"]', "routes[0].regions[1]", "no region or group UK"),
    (
        'regions = ["EEA"]\ndefault',
        'regions = ["EEA", "EEA"]\ndefault',
        "training.regions[0].regions[1]",
        "EEA was already spoken of",
    ),
    (
        'regions = ["EEA"]\ndefault',
        'regions = ["XX"]\ndefault',
        "training.regions[0].regions[0]",
        "no region or group XX",
    ),
    ('sources = ["forum"]', "", "sources[2].id", 'nothing names the source "forum"'),
    ("https://forum.example", "ftp://forum.example", "sources[2].url", "no https address"),
    ('dated = "2026-11"', 'dated = "2026-12"', "sources[0].dated", "after the day it was read"),
    ('"Write it."', '"Write it!"', "routes[1].steps[0].text", "holds an exclamation mark"),
    ('"Write it."', '"Then you are protected."', "routes[1].steps[0].text", "promises"),
    ('"messages"', '"messages\\u202e"', "training.not_used[0]", "control or invisible"),
    (
        "https://forum.example",
        "https://forum.example/\\u200b",
        "sources[2].url",
        "control or invisible",
    ),
]


def test_a_guide_that_keeps_every_rule_has_no_problem(guide: Guide, knowledge: Knowledge) -> None:
    assert list(judge_guide(guide, knowledge)) == []


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken[3])
def test_a_broken_rule_is_found_in_its_place(
    knowledge: Knowledge, sample: Path, broken: Break
) -> None:
    old, new, where, reason = broken
    assert old in GUIDE
    sample.write_text(GUIDE.replace(old, new), "utf-8")
    found = dict(judge_guide(load_guide(sample), knowledge))
    assert where in found, found
    assert reason in found[where]


def test_a_note_may_say_that_there_is_no_way_on_a_device(
    knowledge: Knowledge, sample: Path
) -> None:
    noted = GUIDE.replace(f"links = {POLICY_FIRST}", 'note = "Not shown on the website."')
    sample.write_text(noted, "utf-8")
    assert list(judge_guide(load_guide(sample), knowledge)) == []


def test_a_low_route_that_leads_on_is_fine(knowledge: Knowledge, sample: Path) -> None:
    low = GUIDE.replace('confidence = "high"', 'confidence = "low"', 1)
    sample.write_text(low, "utf-8")
    assert list(judge_guide(load_guide(sample), knowledge)) == []
