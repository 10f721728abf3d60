"""Generated robots.txt files: all kinds of lines, ends of lines, marks, and half of them odd."""

from hypothesis import strategies as st

AGENTS = ("GPTBot", "CCBot", "Claude-Web", "AI2Bot", "Applebot", "Applebot-Extended")
SAID = (*AGENTS, "*", "GPTBot/1", "gptbot", "* x", "*x", "", "CCBot/2.0 (+https://x)")
PIECES = [
    "/",
    "a",
    "%61",
    "*",
    "$",
    "%2a",
    "?",
    ":",
    "%3A",
    "é",
    "%C3%a9",
    " ",
    "=",
    "%",
    "b",
    "%2F",
    "%24",
    "&",
]
PATHS = st.lists(st.sampled_from(PIECES), max_size=4).map("".join)
ASKED = st.one_of(PATHS.map("/{}".format), st.just("/robots.txt"))
KEYS = ("User-agent", "user-AGENT", " User-agent ")
RULES = ("Allow", "Disallow", "DISALLOW")
OTHERS = ("Sitemap", "User agent", "Dis allow", "Disallow ", "Content-Signal", "License")
LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(KEYS), st.sampled_from(SAID)),
    st.builds("{}:/{}".format, st.sampled_from(RULES), PATHS),
    st.builds("{}: {} # why".format, st.sampled_from((*KEYS, *RULES, *OTHERS)), PATHS),
    st.text(alphabet="aA:#/ \t*$%\x00\x85\u2028", max_size=8),
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n"])
MARKS = st.sampled_from(["", "\ufeff"])
FILES = st.builds(
    lambda lines, end, mark: (mark + end.join(lines)).encode(),
    st.lists(LINES, max_size=14),
    ENDS,
    MARKS,
)
