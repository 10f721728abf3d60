"""The command ``optout-tui``, and ``python -m optout_tui``."""

import gc
import sys

from optout_tui import __version__

MANY = 50_000
"""Objects made before rubbish is looked for: a quick command makes fewer and throws none away."""


def main() -> int:
    """Run the program on the words of the command line and return its exit status."""
    gc.set_threshold(MANY)
    if sys.argv[1:] == ["--version"] and _told_version():
        return 0
    try:
        from optout_tui.cli.main import main as run  # inside, so that ctrl+c here is quiet too
        from optout_tui.cli.signals import Stopped, listen

        try:
            listen()
            return run(sys.argv[1:])
        except Stopped as stopped:
            return stopped.status
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()  # the process ends: nothing has to be looked through once more


def _told_version() -> bool:
    """Print the version before anything is loaded; where that fails, the long way says why."""
    try:
        sys.stdout.write(f"optout-tui {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError):
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
