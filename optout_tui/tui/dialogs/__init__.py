"""Small questions in front of a screen; each answers with a value or None."""
