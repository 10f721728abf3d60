"""The crawlers: as sure as their sources, in sentences that can be read, of sources that serve."""

from collections.abc import Iterator
from datetime import date

from optout_tui.contentcheck.ages import age_problem
from optout_tui.contentcheck.links import source_problems
from optout_tui.contentcheck.problem import Found
from optout_tui.contentcheck.reading import long_sentences, slips
from optout_tui.contentcheck.sources import unsure
from optout_tui.contentcheck.wording import wording_problems
from optout_tui.library.crawlers import CrawlerTable, claims_of


def crawler_problems(table: CrawlerTable) -> Iterator[Found]:
    """Yield what is wrong in the table of crawlers."""
    tiers = {source.id: source.tier for source in table.sources}
    read = {source.id: source.read for source in table.sources}
    used: set[str] = set()
    for where, claim in claims_of(table):
        used.update(claim.sources)
        for reason in unsure(claim.confidence, [tiers[name] for name in claim.sources]):
            yield f"{where}.confidence", reason
        for name in claim.sources:
            if read[name] > claim.checked:
                yield f"{where}.checked", f'{claim.checked}, but "{name}" was read on {read[name]}'
    for n, source in enumerate(table.sources):
        if source.id not in used:
            yield f"sources[{n}].id", f'nothing names the source "{source.id}"'
    yield from source_problems(table.sources)
    yield from wording_problems(table)
    yield from long_sentences(table)
    yield from slips(table)


def crawler_ages(table: CrawlerTable, today: date) -> Iterator[tuple[str, str, str]]:
    """Yield the claims of *table* that were checked too long ago, with the rule they break."""
    for where, claim in claims_of(table):
        yield from age_problem(claim.checked, today, f"{where}.checked")
