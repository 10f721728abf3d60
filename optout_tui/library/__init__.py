"""Loads and checks knowledge: TOML or the compiled file, the same typed records."""

import sys
from importlib import import_module

if "typing_extensions" not in sys.modules:
    # msgspec asks it for what typing itself has since Python 3.11. Loading it would be a tenth of
    # a quick command, so for that moment it is not there.
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import_module("msgspec")
    finally:
        del sys.modules["typing_extensions"]
