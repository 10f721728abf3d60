"""A small guide that keeps every rule: each test breaks one."""

from typing import NamedTuple

GUIDE = """
id = "sample"
name = "Sample"
company = "Sample Ltd"
handle = { label = "handle" }
hosts = ["sample.example"]

[training]
default = "on"
uses = ["posts"]
not_used = ["messages"]
sources = ["policy"]

[[training.regions]]
regions = ["EEA"]
default = "off"
sources = ["policy"]

[[routes]]
id = "objection"
kind = "objection"
title = "Object"
regions = ["EEA", "GB"]
also = ["letter"]
effect = "future only"
confidence = "high"
checked = 2026-11-22
again = { after = "P6M" }
sources = ["policy"]

  [[routes.steps]]
  id = "open"
  stage = "privacy-center"
  title = "Open the form"
  sources = ["help"]

    [[routes.steps.ways]]
    device = "phone"
    menu = ["Profile", "Privacy"]
    menu_in = { de = ["Profil", ""] }

    [[routes.steps.ways]]
    device = "web"
    links = ["https://sample.example/policy", "https://sample.example/help/contact/123"]

    [[routes.steps.troubles]]
    id = "no-form"
    sign = "There is no form"
    cure = "Write a letter."
    route = "letter"
    sources = ["forum"]

  [[routes.steps]]
  id = "send"
  stage = "portal"
  title = "Send it"
  text = "Press “Send now!” and wait."
  sends = "objection"
  sources = ["policy"]

  [[routes.steps]]
  id = "keep"
  stage = "proof"
  title = "Keep the mail"
  text = "Keep it."
  evidence = "mail"
  sources = ["policy"]

[[routes]]
id = "letter"
kind = "request"
title = "Write a letter"
regions = []
effect = "future only"
confidence = "low"
checked = 2026-11-22
again = { after = "P6M" }
sources = ["policy"]

  [[routes.steps]]
  id = "write"
  stage = "portal"
  title = "Write it"
  text = "Write it."
  sends = "objection"
  sources = ["policy"]

  [[routes.steps]]
  id = "keep"
  stage = "proof"
  title = "Keep the mail"
  text = "Keep the answer."
  evidence = "mail"
  sources = ["policy"]

[[routes]]
id = "nothing"
kind = "none"
title = "Nothing to do"
regions = ["*"]
effect = "nothing needed"
confidence = "medium"
checked = 2026-11-22
again = { after = "P1Y" }
sources = ["policy"]

[[history]]
on = "2025"
text = "Sample began to train."
sources = ["forum"]

[[history]]
on = 2026-11-01
text = "A new policy began to count."
sources = ["policy"]

[[sources]]
id = "policy"
title = "Privacy Policy: now with less fine print!"
publisher = "Sample Ltd"
url = "https://sample.example/policy"
tier = "official"
dated = "2026-11"
read = 2026-11-22

[[sources]]
id = "help"
title = "Help"
publisher = "Sample Ltd"
url = "https://sample.example/help"
tier = "official"
read = 2026-11-22

[[sources]]
id = "forum"
title = "Forum"
publisher = "Somebody"
url = "https://forum.example"
tier = "user"
read = 2026-11-22
"""


def another(name: str, company: str, *changes: tuple[str, str]) -> str:
    """Another guide that keeps every rule, of the same company or another, with *changes*."""
    return changed(("sample", name), ('"Sample"', '"Another"'), ("Sample Ltd", company), *changes)


class Break(NamedTuple):
    """What breaks one rule of the sample, where that is found, and why."""

    rule: str
    changes: tuple[tuple[str, str], ...]
    where: str
    reason: str


def changed(*changes: tuple[str, str], text: str = GUIDE) -> str:
    """The sample with each of *changes* made: what stands in it, and what comes in its place."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text
