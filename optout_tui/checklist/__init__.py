"""The model of progress, and what follows from it. Pure but for ``store``."""

import optout_tui.library  # noqa: F401 - before msgspec, which it loads at half the cost
