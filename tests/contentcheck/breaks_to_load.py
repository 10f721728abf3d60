"""What keeps the sample from being a guide at all: for each rule at least one way to break it."""

from tests.contentcheck.sample import Break

EXTRA = """
[[sources]]
id = "forum"
title = "Another forum"
publisher = "Somebody"
url = "https://forum.example/two"
tier = "user"
read = 2026-11-22
"""
END = 'url = "https://forum.example"\ntier = "user"\nread = 2026-11-22\n'

TO_LOAD: list[Break] = [
    Break("unreadable", (('id = "sample"', 'id = = "sample"'),), "", "not TOML"),
    Break("unreadable", (("[training]", "[training"),), "", "not TOML"),
    Break("field-unfit", (('name = "Sample"', 'nmae = "Sample"'),), "nmae", "unknown field nmae"),
    Break("field-unfit", (('company = "Sample Ltd"', ""),), "", "missing required field company"),
    Break(
        "field-unfit",
        (('title = "Send it"', 'titel = "Send it"'),),
        "routes[0].steps[1].titel",
        "unknown field titel",
    ),
    Break("field-unfit", (('tier = "user"', 'tier = "gossip"'),), "sources[2].tier", "invalid"),
    Break("file-name", (('id = "sample"', 'id = "simple"'),), "id", "not the name of the file"),
    Break(
        "date-impossible", (('dated = "2026-11"', 'dated = "2026-13"'),),
        "sources[0].dated", "no date",
    ),
    Break("date-impossible", (('on = "2025"', 'on = "2025-02-30"'),), "history[0].on", "no date"),
    Break("id-repeated", ((END, END + EXTRA),), "sources[3].id", "used twice"),
    Break(
        "step-repeated",
        (('id = "keep"\n  stage = "proof"\n  title = "Keep the mail"\n  text = "Keep it."',
          'id = "send"\n  stage = "proof"\n  title = "Keep the mail"\n  text = "Keep it."'),),
        "routes[0].steps[2].id",
        "used twice",
    ),
    Break(
        "source-missing", (('sources = ["help"]', 'sources = ["hlp"]'),),
        "routes[0].steps[0].sources[0]", 'no source named "hlp"',
    ),
    Break(
        "source-missing", (('sources = ["help"]', "sources = []"),),
        "routes[0].steps[0].sources", "length >= 1",
    ),
    Break(
        "source-missing", (('  sources = ["help"]\n', ""),),
        "routes[0].steps[0]", "missing required field sources",
    ),
    Break(
        "source-missing",
        (('train."\nsources = ["forum"]', 'train."\nsources = ["fora"]'),),
        "history[0].sources[0]",
        'no source named "fora"',
    ),
    Break("region-repeated", (('["*"]', '["*", "GB"]'),), "routes[2].regions[1]", "belongs to"),
    Break("region-uncovered", (('["*"]', '["US"]'),), "routes", "everywhere else"),
    Break("route-unknown", (('["letter"]', '["lettr"]'),), "routes[0].also[0]", "no route named"),
    Break(
        "route-unknown", (('route = "letter"', 'route = "lettr"'),),
        "routes[0].steps[0].troubles[0].route", "no route named",
    ),
    Break("steps-missing", (('kind = "none"', 'kind = "limit"'),), "routes[2].steps", "needs"),
    Break(
        "stage-order", (('stage = "privacy-center"', 'stage = "proof"'),),
        "routes[0].steps[1].stage", "after a later stage",
    ),
    Break(
        "menu-lengths", (('["Profil", ""]', '["Profil"]'),),
        "routes[0].steps[0].ways[0].menu_in.de", "1 labels for a menu of 2",
    ),
    Break(
        "step-reused", (("hosts =", 'retired = ["open"]\nhosts ='),), "retired", "still in use"
    ),
    Break(
        "was-dead", (('id = "open"', 'id = "open"\n  was = ["send"]'),),
        "routes[0].steps[0].was", "still the id of a step",
    ),
]  # fmt: skip
