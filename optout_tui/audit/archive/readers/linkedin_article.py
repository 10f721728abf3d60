"""An article on LinkedIn: a page of HTML of its own, in ``Articles/Articles/``.

Above its text most pages say "Published on 2024-09-15 10:00", in an element of the class
``published``, and "Created on" in one of the class ``created``; a draft has the second alone.
Pages of 2026 were seen without either, older ones with the date in the file's name. None says
who can read it.
"""

import re
from collections.abc import Iterator
from html import unescape

from optout_tui.audit.archive.model import Item
from optout_tui.audit.archive.text import seconds_of

_DATE = r"(\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?)"
_WHEN = re.compile(rf"<\w+ class=[\"']?(published|created)\b[^<>]*+>[^<>\d]*+{_DATE}?[^<>]*+<")
_NAMED = re.compile(rf"(?:^|/){_DATE}[^/]*$")
_TAG = re.compile(r"<[^<>]*+>")


def article(name: str, page: str) -> Iterator[Item]:
    """Yield the one article that *page* is; *name* is that of its file."""
    _, begun, body = page.partition("<body")
    whole = begun + body or page
    said = {found[1]: found[2] for found in _WHEN.finditer(whole)}
    in_name = _NAMED.search(name)
    when = said.get("published") or said.get("created") or (in_name[1] if in_name else "")
    text = unescape(_TAG.sub(" ", _WHEN.sub("<", whole)))
    yield Item("articles", seconds_of(when), text.strip(), id=name.rpartition("/")[2])
