"""Loads and checks knowledge: TOML or the compiled file, the same typed records."""
