"""Texts that want to be more than text: to a terminal, a reader of markup, a table, a page."""

import json
from functools import cache
from pathlib import Path

NAUGHTY = Path(__file__).parent / "naughty" / "blns.json"

MARKUP = (
    "[/",
    "[/]",
    "[/etc/hosts]",
    "[link=https://evil]x[/link]",
    "[@click=app.bell]x[/]",
    "[@click=app.leave]x[/]",
    "[a b=]",
    "[b]x",
    "[red on blue]x[/red on blue]",
    "[$error]x",
    "[[b]]x",
    "\\[b]x",
    "x]",
    "[",
    "[0]",
    "$muted %s {0} :skull:",
)
"""For what reads markup on a screen."""

TERMINAL = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "\x1bP$q q\x1b\\",
    "\x1b_Gi=1;AAAA\x1b\\",
    "\x9b2J",
    "\x9d0;title\x9c",
    "\x00\x08\x7f",
    "\u202eevil\u202c",
    "\u2066x\u2069",
    "a\u200bb\ufeffc\u00add",
    "\U000e0041\U000e007f",
)
"""For the terminal itself: colours, titles, the clipboard, links, pictures, turned lines."""

LINES = (
    "one\nForged line",
    "one\r\nForged line",
    "one\rForged line",
    "one\u2028Forged line",
    "one\x85Forged line",
)
"""For what prints a line a thing: a second line that looks like the program's own."""

TABLE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\uff1d1+1",
    '=HYPERLINK("https://evil.example","x")',
    "=cmd|' /C calc'!A0",
    'x",=1+1,"',
    "x\r\n=1+1",
)
"""For a spreadsheet."""

PAGE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- <p>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;&#x3c;b&#x3e;",
    "<meta http-equiv=refresh content=0;url=https://evil.example>",
)
"""For a browser, and for the template a page is made with."""

MARKDOWN = (
    "[x](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "[x]: https://evil.example",
    "<https://evil.example>",
    "https://evil.example",
    "www.evil.example",
    "@anybody #1",
    "# Heading",
    "- [ ] a task",
    "```\ncode",
    "| a | b |\n|---|---|",
    "<details open ontoggle=alert(1)>",
    "`x`[y](z)`",
)
"""For a reader of Markdown."""

CALENDAR = (
    "x\r\nATTACH:https://evil.example",
    "x\nEND:VEVENT\nBEGIN:VALARM\nACTION:PROCEDURE",
    "x\\nURL:https://evil.example",
    "a;b,c:d",
    "é" * 100,
)
"""For a calendar."""

LINKS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "https://example.com@evil.example/",
    "https://exаmple.com/",
    "https://evil.example/\x1b[31m",
    "ssh://-oProxyCommand=x/",
    "mailto:a@b.example?bcc=evil@evil.example",
)
"""For what opens links."""

ARGUMENTS = ("--json=x", "-", "--", "-x", "", " ", "..", "../x", "a/b", "CON", "x" * 5000, "\udcff")
"""For a command line, and for a file system."""

SHOWN = MARKUP + TERMINAL
"""What a screen shows, all of it on one line."""

EVERY = SHOWN + LINES + TABLE + PAGE + MARKDOWN + CALENDAR + LINKS
"""All that a file can hold: everything but half characters."""


@cache
def naughty() -> tuple[str, ...]:
    """Return the 515 strings of the Big List."""
    return tuple(json.loads(NAUGHTY.read_text("utf-8")))
