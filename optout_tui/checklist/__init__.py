"""The model of progress, and what follows from it. Pure but for ``store``."""
