"""The desk a command works at: its data folder and its day."""

from argparse import Namespace

from optout_tui.cli.folder import checked_folder
from optout_tui.journey.desk import Desk


def desk_of(args: Namespace) -> Desk:
    """Return the desk that the options ask for; raises Refusal for a folder that is none."""
    return Desk(checked_folder(args.data_dir), today=args.today)
