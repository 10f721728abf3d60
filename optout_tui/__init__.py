"""A terminal wizard for keeping what you post out of AI training."""

__version__ = "0.1.0"
