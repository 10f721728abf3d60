"""Claims in our own words: of a source's text no more than a label may be repeated."""

from collections.abc import Iterator

from optout_tui.contentcheck.claims import CLAIM_RUN, claims_of, runs, words_in
from optout_tui.contentcheck.context import Context
from optout_tui.contentcheck.problem import AS_IT_STANDS, Found, texts_of
from optout_tui.contentcheck.wording import QUOTED, own_texts
from optout_tui.library.guides import Guide

TITLE_RUN = 6
"""Words in a row that a text may not share with the title of a source."""

LONGEST_QUOTATION = 16
"""Words in quotation marks: no label has more."""


def copied_texts(guide: Guide, context: Context) -> Iterator[Found]:
    """Yield texts that repeat a source's title, a long passage, or another company's claim."""
    yield from _repeated_titles(guide)
    yield from _long_quotations(guide)
    for where, text in claims_of(guide):
        for run in runs(text, CLAIM_RUN):
            if other := context.says_elsewhere(run, guide):
                yield where, f"says the same words as {other}.toml: {' '.join(run)}"
                break


def _repeated_titles(guide: Guide) -> Iterator[Found]:
    titles = {run: one.id for one in guide.sources for run in runs(one.title, TITLE_RUN)}
    for where, text in own_texts(guide):
        found = next((run for run in runs(text, TITLE_RUN) if run in titles), None)
        if found:
            yield where, f'repeats the title of "{titles[found]}": {" ".join(found)}'


def _long_quotations(guide: Guide) -> Iterator[Found]:
    for where, field, text in texts_of(guide):
        if field not in AS_IT_STANDS:
            for quotation in QUOTED.findall(text):
                if len(words_in(quotation)) > LONGEST_QUOTATION:
                    yield where, f"quotes more than {LONGEST_QUOTATION} words; say it in your own"
