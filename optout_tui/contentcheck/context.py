"""What one guide is held against: the law, the other guides, the last release."""

from collections.abc import Iterator
from functools import cached_property

from optout_tui.contentcheck.claims import CLAIM_RUN, Run, claims_of, runs
from optout_tui.contentcheck.released import Released
from optout_tui.library.guides import Guide
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain


class Context:
    """Everything a rule may look at besides the guide itself, worked out once for all guides."""

    def __init__(self, knowledge: Knowledge, released: Released | None = None) -> None:
        """Look at *knowledge*, and at the step ids that were *released*.

        Without those nothing is said of them: a person's own guides have no releases.
        """
        self.knowledge = knowledge
        self.released = released

    @cached_property
    def without_objection(self) -> frozenset[str]:
        """The regions whose laws, as far as our table goes, give no right to object."""
        return frozenset(
            code for code in self.knowledge.region_table.regions if not self._may_object(code)
        )

    def _may_object(self, code: str) -> bool:
        laws = self.knowledge.regimes_in(chain(self.knowledge, code))
        return any(law.rights.object is not None for law in laws)

    def others_of_company(self, guide: Guide) -> Iterator[Guide]:
        """Yield the other guides of the company that *guide* is about."""
        for other in self._guides:
            if other.company == guide.company and other.id != guide.id:
                yield other

    def says_elsewhere(self, run: Run, guide: Guide) -> str | None:
        """Return the guide of another company that claims something in the same words, or None."""
        for other in self._claims.get(run, ()):
            if other.company != guide.company and other.id != guide.id:
                return other.id
        return None

    @cached_property
    def _claims(self) -> dict[Run, list[Guide]]:
        found: dict[Run, list[Guide]] = {}
        for guide in self._guides:
            for _, text in claims_of(guide):
                for run in runs(text, CLAIM_RUN):
                    found.setdefault(run, []).append(guide)
        return found

    @cached_property
    def _guides(self) -> tuple[Guide, ...]:
        return tuple(self.knowledge.guides())
