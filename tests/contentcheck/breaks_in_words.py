"""What the rules about sources and words find in the sample."""

from tests.contentcheck.sample import Break

SAID = '"Write it."'
THERE = "routes[1].steps[0].text"
LONG = " ".join(["Write it"] * 13)
LETTERS = "What you write in letters to your friends about the weather and more"


def said(rule: str, text: str, reason: str) -> Break:
    """The sample saying *text* at one of its steps."""
    return Break(rule, ((SAID, f'"{text}"'),), THERE, reason)


IN_WORDS: list[Break] = [
    Break(
        "tier-weak",
        (('confidence = "high"\nchecked = 2026-11-22\nagain = { after = "P6M" }\n'
          'sources = ["policy"]',
          'confidence = "high"\nchecked = 2026-11-22\nagain = { after = "P6M" }\n'
          'sources = ["forum"]'),),
        "routes[0].confidence",
        "high confidence needs",
    ),
    Break(
        "tier-weak",
        (('confidence = "medium"\nchecked = 2026-11-22\nagain = { after = "P1Y" }\n'
          'sources = ["policy"]',
          'confidence = "medium"\nchecked = 2026-11-22\nagain = { after = "P1Y" }\n'
          'sources = ["forum"]'),),
        "routes[2].confidence",
        "one user's word",
    ),
    Break(
        "tier-weak",
        (('default = "off"\nsources = ["policy"]', 'default = "off"\nsources = ["forum"]'),),
        "training.regions[0].confidence",
        "high confidence needs",
    ),
    Break(
        "read-later", (('tier = "user"\nread = 2026-11-22', 'tier = "user"\nread = 2026-11-23'),),
        "routes[0].checked", '2026-11-22, but "forum" was read on 2026-11-23',
    ),
    Break(
        "source-unused",
        (('    sources = ["forum"]\n', ""), ('.\"\nsources = ["forum"]', '."\nsources = ["help"]')),
        "sources[2].id",
        'nothing names the source "forum"',
    ),
    Break("source-unsafe", (("https://forum", "ftp://forum"),), "sources[2].url", "no https"),
    Break(
        "source-to-come", (('dated = "2026-11"', 'dated = "2026-12"'),),
        "sources[0].dated", "after the day it was read",
    ),
    Break("history-order", (("on = 2026-11-01", "on = 2024-11-01"),), "history[1].on", "oldest"),
    Break(
        "history-order", (("on = 2026-11-01", "on = 2026-11-23"),),
        "history[1].on", "after the day the guide was checked, 2026-11-22",
    ),
    Break(
        "invisible", (('["messages"]', '["messages\\u202e"]'),),
        "training.not_used[0]", "control or invisible",
    ),
    Break(
        "invisible", (("https://forum.example", "https://forum.example/\\u200b"),),
        "sources[2].url", "control or invisible",
    ),
    said("raised-voice", "Write it!", "an exclamation mark"),
    said("forbidden-word", "Then you are protected.", '"you are protected"'),
    said("forbidden-word", "Then you're now safe.", '"you\'re now safe"'),
    said("forbidden-word", "We guarantee it.", '"guarantee"'),
    said("forbidden-word", "Your posts are fully protected.", '"fully protected"'),
    said("forbidden-word", "It helps 100 % of people.", '"100 %"'),
    said("forbidden-word", "Click here.", '"Click here"'),
    said("unfinished", "TODO", 'still says "TODO"'),
    Break(
        "unfinished", (("https://forum.example", "https://example.com/forum"),),
        "sources[2].url", 'still says "example.com"',
    ),
    said("long-sentence", f"{LONG}.", "a sentence of 26 words"),
    said("slip", "Write  it.", "two spaces"),
    said("slip", "Write it , please.", "a space before a sign"),
    said("slip", "Write it...", "three dots"),
    said("slip", "Write it it.", "a word twice"),
    said("slip", "Write - it.", "a hyphen for a dash"),
    said("slip", "Write,, it.", "two signs in a row"),
    said("slip", "Write,it.", "no space after a sign"),
    said("slip", "Write Sample’s letter.", "a curly apostrophe"),
    said("slip", "Write \\\"it\\\".", "a straight quotation mark"),
    said("slip", "Write it ", "a blank at its end"),
    said("slip", "Write ( it).", "a space after a bracket"),
    said("slip", "Write “it.", "“ and ” do not pair up"),
    said("slip", "Write (it.", "( and ) do not pair up"),
    said("copied", "Read the privacy policy now with less fine print.", 'the title of "policy"'),
    said("copied", f"It says “{' '.join(['one', 'two', 'three'] * 6)}”.", "quotes more than 16"),
    Break(
        "copied", (('uses = ["posts"]', f'uses = ["{LETTERS}"]'),),
        "training.uses[0]", "the same words as rival.toml: what you write in letters",
    ),
]  # fmt: skip
