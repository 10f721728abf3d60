"""``python -m benchmarks.peak WORDS``: runs the program, and says what it held at its peak."""

import re
import sys
from pathlib import Path

from optout_tui.cli.main import main

STATUS = Path("/proc/self/status")


def peak() -> float:
    """Return the MiB this process held at most; what it was forked from does not count."""
    found = re.search(r"VmHWM:\s*(\d+) kB", STATUS.read_text())
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    status = main(sys.argv[1:])
    print(f"{peak():.1f}", file=sys.stderr)
    sys.exit(status)
