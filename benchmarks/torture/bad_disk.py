"""A disk that is slow, that fails, forgets or lies, for a program that is started."""

import os
from pathlib import Path

from tests.e2e.computer import PROJECT

HOOK = Path(__file__).with_name("hook")


def bad_disk(what: str) -> dict[str, str]:
    """Return the environment in which a program meets *what*, which the hook explains."""
    paths = [HOOK, PROJECT] if what else [PROJECT]
    return {"BAD_DISK": what, "PYTHONPATH": os.pathsep.join(map(str, paths))}
