"""Official data exports, read on the person's own machine: how much of it is public.

``audit(files)`` gives an ``Audit``: a ``Report`` for each platform. Opening (``sources``,
``zip_directory``, ``inflating``) trusts nothing; ``recognising`` finds platform and layout by the
names of the members; a reader for each platform turns records into items; ``tally`` counts them.
"""

from optout_tui.audit.archive.auditing import audit, item_at
from optout_tui.audit.archive.model import Audit, Cancelled, Item, Problem, Progress, Report

__all__ = ["Audit", "Cancelled", "Item", "Problem", "Progress", "Report", "audit", "item_at"]
