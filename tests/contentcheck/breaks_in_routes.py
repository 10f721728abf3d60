"""What the rules about routes, steps, regions, labels and links find in the sample."""

from tests.contentcheck.sample import Break

POLICY = "https://sample.example/policy"
FORM = "https://sample.example/help/contact/123"
POLICY_FIRST = f'["{POLICY}", "{FORM}"]'
WEB = f'device = "web"\n    links = {POLICY_FIRST}'
LETTER = 'kind = "request"\ntitle = "Write a letter"\nregions = []\neffect = "future only"'
LIMIT = 'kind = "limit"\ntitle = "Write a letter"\nregions = []\neffect = "reduces exposure"'
FIRST_KEEP = 'id = "keep"\n  stage = "proof"\n  title = "Keep the mail"\n  text = "Keep it."'

FORM_LINK = "routes[0].steps[0].ways[1].links[1]"
PHONE_MENU = "routes[0].steps[0].ways[0].menu"

IN_ROUTES: list[Break] = [
    Break("step-empty", (('text = "Keep it."', ""),), "routes[0].steps[2]", "neither a way nor"),
    Break("way-empty", ((f"links = {POLICY_FIRST}", ""),), "routes[0].steps[0].ways[1]", "neither"),
    Break(
        "device-missing", ((WEB, 'device = "phone"\n    menu = ["More"]'),),
        "routes[0].steps[0].ways", "no way for web",
    ),
    Break(
        "device-missing",
        (('device = "phone"', 'device = "web"'), (f"links = {POLICY_FIRST}", 'menu = ["More"]')),
        "routes[0].steps[0].ways",
        "no way for phone",
    ),
    Break(
        "step-differs",
        (('answer."\n  evidence = "mail"', 'answer."\n  evidence = "receipt"'),),
        "routes[1].steps[1]",
        '"keep" is another thing to do than in routes[0].steps[2]',
    ),
    Break("label-unfit", (('"Privacy"]', '" "]'),), f"{PHONE_MENU}[1]", "is an empty label"),
    Break("label-unfit", (('["Profile"', '["☰"'),), f"{PHONE_MENU}[0]", "☰"),
    Break("label-unfit", (('["Profil", ""', '["Profil", "☰"'),), f"{PHONE_MENU}_in.de[1]", "☰"),
    Break(
        "label-differs", (('"Privacy"]', '"profile"]'),),
        f"{PHONE_MENU}[1]", f'"profile" is "Profile" in {PHONE_MENU}[0]',
    ),
    Break(
        "label-differs", (('["Profile"', '["PROFILE"'),),
        f"{PHONE_MENU}[0]", '"PROFILE" is "Profile" in sister.toml',
    ),
    Break(
        "label-differs", (('["Profil",', '["Profile",'),),
        f"{PHONE_MENU}_in.de[0]", '"Profile" is "Profil" in sister.toml',
    ),
    Break("menu-unseen", (('["Profil",', '["",'),), f"{PHONE_MENU}_in.de", "no label was seen"),
    Break(
        "nothing-sent", (('text = "Write it."\n  sends = "objection"', 'text = "Write it."'),),
        "routes[1].steps", "no step that sends",
    ),
    Break("sent-unasked", (('kind = "request"', 'kind = "setting"'),),
          "routes[1].steps[0].sends", "a route of kind setting sends nothing"),
    Break(
        "no-proof", ((FIRST_KEEP, FIRST_KEEP.replace("keep", "hold").replace("proof", "portal")),),
        "routes[0].steps", "no step of the stage proof",
    ),
    Break("limit-promises", ((LETTER, LIMIT),), "routes[1].steps[0].sends", "an objection"),
    Break(
        "limit-promises",
        ((LETTER, LIMIT), ('Write it."\n  sends = "objection"', 'Write it."'),
         ("reduces exposure", "future only")),
        "routes[1].effect",
        'it says "future only"',
    ),
    Break(
        "limit-promises",
        ((LETTER, LIMIT), ('Write it."\n  sends = "objection"', 'Write it."'),
         ('"Write it"', '"Opt out of training"')),
        "routes[1].steps[0].title",
        "is no opt-out, and says it is one",
    ),
    Break(
        "no-such-right", (('["EEA", "GB"]', '["EEA", "GB", "US"]'),),
        "routes[0].regions", "no right to object in US",
    ),
    Break(
        "no-way-on",
        (('regions = []\neffect', 'regions = ["CH"]\nalso = ["objection"]\neffect'),),
        "routes[1].steps",
        "confidence is low, and no trouble names another route",
    ),
    Break("one-sided", (("regions = []\neffect", 'regions = ["CH"]\neffect'),
                        ('confidence = "low"', 'confidence = "medium"')),
          "routes[0].also[0]", '"letter" does not name "objection" in return'),
    Break("one-sided", (('["letter"]', '["objection"]'),), "routes[0].also[0]", "names itself"),
    Break("period-odd", (('"P1Y"', '"P2Y"'),), "routes[2].again.after", "P2Y is not between"),
    Break("period-odd", (('"P1Y"', '"P1D"'),), "routes[2].again.after", "P1D is not between"),
    Break("region-unknown", (('["EEA", "GB"]', '["EEA", "UK"]'),), "routes[0].regions[1]", "UK"),
    Break(
        "region-unknown", (('regions = ["EEA"]\ndefault', 'regions = ["XX"]\ndefault'),),
        "training.regions[0].regions[0]", "no region or group XX",
    ),
    Break(
        "default-repeated",
        (('regions = ["EEA"]\ndefault', 'regions = ["EEA", "EEA"]\ndefault'),),
        "training.regions[0].regions[1]",
        "EEA was already spoken of",
    ),
    Break("link-unsafe", ((FORM, FORM.replace("https", "http")),), FORM_LINK, "neither an https"),
    Break("link-unsafe", ((FORM, "https://user@sample.example/1"),), FORM_LINK, "neither an https"),
    Break("link-unsafe", ((FORM, "https://[bad"),), FORM_LINK, "neither an https"),
    Break("link-foreign", ((FORM, "https://sample.example.de/x"),), FORM_LINK, "none of this"),
    Break("link-foreign", ((FORM, "https://notsample.example/x"),), FORM_LINK, "notsample.example"),
    Break("link-foreign", ((FORM, "mailto:us@other.example"),), FORM_LINK, "other.example is none"),
    Break("form-first", ((POLICY_FIRST, f'["{FORM}", "{POLICY}"]'),), FORM_LINK, "stands after"),
]  # fmt: skip
