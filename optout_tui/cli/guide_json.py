"""A guide as it applies in one region, as the JSON of ``guides show``."""

from datetime import date
from typing import Any

import msgspec

from optout_tui.contentcheck.ages import is_old
from optout_tui.guides.choose import default_for, open_routes
from optout_tui.library.guides import Guide, Route
from optout_tui.library.knowledge import Knowledge
from optout_tui.regions import chain, name_of


def guide_json(knowledge: Knowledge, guide: Guide, code: str, today: date) -> dict[str, Any]:
    """Return the guide in the contract's shape; dates are ISO 8601 text.

    ``route`` is the one of the region, ``other_routes`` those that are open there too.
    """
    codes = chain(knowledge, code)
    here = default_for(guide, codes)
    chosen, *others = open_routes(guide, codes)
    return {
        "platform": guide.id,
        "name": guide.name,
        "company": guide.company,
        "yours": knowledge.is_own(guide.id),
        "region": code,
        "region_name": name_of(knowledge, code),
        "training": {
            "default": here.default,
            "since": here.since,
            "note": here.note,
            "confidence": here.confidence,
            "uses": list(guide.training.uses),
            "not_used": list(guide.training.not_used),
            "sources": list(dict.fromkeys([*here.sources, *guide.training.sources])),
        },
        "route": _route(chosen, today),
        "other_routes": [_route(route, today) for route in others],
        "sources": msgspec.to_builtins(guide.sources),
    }


def _route(route: Route, today: date) -> dict[str, Any]:
    table: dict[str, Any] = msgspec.to_builtins(route)
    lately = not is_old(route.checked, today)
    return table | {"minutes": route.minutes, "checked_lately": lately}
