"""The command ``optout-tui``, and ``python -m optout_tui``."""

import sys


def main() -> int:
    """Run the program on the words of the command line and return its exit status."""
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


if __name__ == "__main__":
    sys.exit(main())
