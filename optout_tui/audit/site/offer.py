"""The lines that would shut out training crawlers, as a change to the site's own file."""

from collections.abc import Iterable
from typing import NamedTuple

from optout_tui.audit.site.findings import cut
from optout_tui.audit.site.robots import BOM, Robots, read_robots
from optout_tui.audit.site.verdicts import reach_of

HEADING = "# Crawlers that collect pages for training AI models"
CONTEXT = 3
NO_NEWLINE = "\\ No newline at end of file"


class Offer(NamedTuple):
    """Lines to add, and a unified diff that adds them; empty where nothing is left to do.

    ``left`` are crawlers that could still fetch something, as ``Allow`` lines of the file say so.
    """

    tokens: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    diff: str = ""
    left: tuple[str, ...] = ()


def make_offer(content: bytes, robots: Robots, tokens: Iterable[str], file: str) -> Offer:
    """Return what to add to *content* so that none of *tokens* may fetch anything.

    It goes to the end, but to the top where the end would change what stands there: behind
    crawlers that have no rule yet, or where nobody reads so far.
    """
    open_ = _open_in(robots, tokens)
    missing = tuple(token for token in open_ if _would_help(robots, token))
    if not missing:
        return Offer(left=open_)
    group = [HEADING, *(f"User-agent: {token}" for token in missing), "Disallow: /"]
    old = _lines_of(content)
    on_top = robots.is_cut or _ends_with_agents(robots)
    added = [*group, ""] if on_top else ["", *group] if _has_text_at_end(old) else group
    changed = _changed(content, added, on_top=on_top)
    left = _open_in(read_robots(changed), open_)
    diff = (_diff_on_top if on_top else _diff_at_end)(old, added, file)
    return Offer(missing, tuple(group), diff, left)


def _would_help(robots: Robots, token: str) -> bool:
    """Whether a ``Disallow: /`` is what it lacks, and not one line less that lets it in."""
    return not robots.own_groups(token) or robots.decide(token, "/").allowed


def _open_in(robots: Robots, tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple(token for token in tokens if reach_of(robots.rules_for(token)) != "none")


def _ends_with_agents(robots: Robots) -> bool:
    """Whether the last group names crawlers and has no rule: what follows would join it."""
    last = next((line for line in reversed(robots.lines) if _counts(line.key)), None)
    return last is not None and last.key == "user-agent"


def _counts(key: str) -> bool:
    return key in ("user-agent", "allow", "disallow")


def _lines_of(content: bytes) -> list[str]:
    """The lines with their ends, as a diff counts them."""
    text = content.removeprefix(BOM).decode("utf-8", "replace")
    lines = [f"{line}\n" for line in text.split("\n")]
    if lines[-1] == "\n":
        lines.pop()
    else:
        lines[-1] = lines[-1].removesuffix("\n")
    return lines


def _has_text_at_end(lines: list[str]) -> bool:
    return bool(lines) and bool(lines[-1].strip())


def _changed(content: bytes, added: list[str], *, on_top: bool) -> bytes:
    new = "".join(f"{line}\n" for line in added).encode()
    if on_top:
        return new + content.removeprefix(BOM)
    end = b"" if not content or content.endswith((b"\n", b"\r")) else b"\n"
    return content + end + new


def _diff_on_top(old: list[str], added: list[str], file: str) -> str:
    after = old[:CONTEXT]
    counts = f"@@ -1,{len(after)} +1,{len(after) + len(added)} @@"
    return _diff(file, counts, [*(f"+{line}" for line in added), *_kept(after)])


def _diff_at_end(old: list[str], added: list[str], file: str) -> str:
    before = old[-CONTEXT:]
    start = len(old) - len(before) + 1
    body = _kept(before)
    if before and not before[-1].endswith("\n"):
        line = cut(before[-1])
        body[-2:] = [f"-{line}", NO_NEWLINE, f"+{line}"]
    first = start if before else 0
    counts = f"@@ -{first},{len(before)} +{start},{len(before) + len(added)} @@"
    return _diff(file, counts, [*body, *(f"+{line}" for line in added)])


def _kept(lines: list[str]) -> list[str]:
    kept = []
    for line in lines:
        kept.append(" " + cut(line.rstrip("\r\n")))
        if not line.endswith("\n"):
            kept.append(NO_NEWLINE)
    return kept


def _diff(file: str, counts: str, body: list[str]) -> str:
    return "\n".join([f"--- a/{file}", f"+++ b/{file}", counts, *body])
