"""Exports as the platforms make them, one small one for each platform and layout."""
