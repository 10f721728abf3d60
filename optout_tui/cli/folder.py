"""Where checklists lie: as the options say, or where this system keeps such things."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from optout_tui.safety.refusal import Refusal


def checked_folder(given: str | None) -> Path:
    """Return the data folder, which need not exist yet; raises Refusal where it cannot be one."""
    if given == "":
        raise Refusal("--data-dir is empty; name a folder")
    folder = data_folder(given)
    try:
        kind = folder.stat().st_mode
    except FileNotFoundError:
        return folder
    except OSError as error:
        raise Refusal(f"the data folder {folder}: {error.strerror}; name another") from None
    if not stat.S_ISDIR(kind):
        raise Refusal(f"the data folder {folder} is no folder; name another")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise Refusal(f"the data folder {folder} may not be read; name another")
    return folder


def data_folder(given: str | None) -> Path:
    """Return *given*, else ``OPTOUT_DATA_DIR``, else the platform's user data folder."""
    chosen = given or os.environ.get("OPTOUT_DATA_DIR")
    if chosen:
        return Path(chosen).absolute()
    import platformdirs  # a given folder does not need it

    return platformdirs.user_data_path("optout-tui", appauthor=False)


def folder_in(words: Sequence[str]) -> Path:
    """Return the data folder that *words* ask for, without judging them: for a crash report."""
    given = None
    for n, word in enumerate(words):
        if word == "--data-dir":
            given = words[n + 1] if n + 1 < len(words) else None
        elif word.startswith("--data-dir="):
            given = word.partition("=")[2]
    return data_folder(given)
