"""Composes a letter from a right, an account and the person's own words. Pure."""
