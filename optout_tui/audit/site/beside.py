"""The files that may lie beside robots.txt: tdmrep.json, ai.txt and llms.txt."""

from collections.abc import Iterator
from typing import Any

import msgspec

from optout_tui.audit.site.findings import Doubt, Signal, cut

MAX_RULES = 50

_RULE_WORDS = (b"user-agent:", b"disallow:")


def tdmrep_signals(content: bytes, file: str) -> Iterator[Signal | Doubt]:
    """Yield the rules of a TDMRep file, and what in it is none.

    The file is a list of ``{location, tdm-reservation, tdm-policy}`` (TDM Reservation Protocol,
    final report of 2024-05-10).
    """
    try:
        rules = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        yield Doubt(None, f"{file} is no JSON, so it reserves nothing")
        return
    if not isinstance(rules, list):
        yield Doubt(None, f"{file} holds no list, so it reserves nothing")
        return
    for n, rule in enumerate(rules[:MAX_RULES], 1):
        yield _tdm_rule(rule, file, n)
    if len(rules) > MAX_RULES:
        yield Doubt(None, f"{file} holds {len(rules)} rules; {MAX_RULES} are shown")


def _tdm_rule(rule: Any, file: str, n: int) -> Signal | Doubt:
    if not isinstance(rule, dict) or not isinstance(rule.get("location"), str):
        return Doubt(None, f"{file}: rule {n} names no location")
    reservation = rule.get("tdm-reservation")
    if reservation not in (0, 1) or isinstance(reservation, bool | float):
        return Doubt(None, f"{file}: rule {n} has no tdm-reservation of 0 or 1")
    told = "reserved" if reservation else "not reserved"
    policy = f", policy {rule['tdm-policy']}" if isinstance(rule.get("tdm-policy"), str) else ""
    return Signal("tdmrep", cut(f"{told} for {rule['location']}{policy}"), f"{file}: rule {n}")


def ai_txt_signals(content: bytes, file: str) -> Iterator[Signal]:
    """Yield what kind of ai.txt this is: permissions like a robots.txt, or notes."""
    if not _is_page(content):
        lowered = content.lower()
        rules = any(word in lowered for word in _RULE_WORDS)
        told = "permissions, written like a robots.txt" if rules else "notes for programs"
        yield Signal("ai-txt", told, file)


def llms_txt_signals(content: bytes, file: str) -> Iterator[Signal]:
    """Yield that there is an llms.txt; what it says is not about training."""
    if not _is_page(content):
        yield Signal("llms-txt", "there is one", file)


def _is_page(content: bytes) -> bool:
    """Whether a server sent a page, such as its own word for "not found", or nothing at all."""
    return not content.strip() or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
