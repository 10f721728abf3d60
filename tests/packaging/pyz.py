"""Makes ``optout-tui.pyz``: the program and all it needs in one file, for this Python and system.

``python -m tests.packaging.pyz FOLDER`` takes the wheel in FOLDER and leaves the file beside it.
One of what it needs is compiled code, so the file is unpacked when it first runs: into the
user's cache folder, from where it starts as fast as an installed program.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

NAME = "optout-tui.pyz"
ROOT = "~/.cache/optout-tui"
TOOL = "shiv>=1.0.8,<2"


def main(folder: Path) -> int:
    """Make the file; 1 where there is no wheel, or more than one, to make it of."""
    wheels = sorted(folder.glob("*.whl"))
    if len(wheels) != 1:
        sys.stderr.write(f"one wheel is needed in {folder}: make dist\n")
        return 1
    with tempfile.TemporaryDirectory() as work:
        venv.create(work, with_pip=True)
        tools = Path(work) / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([tools / "python", "-m", "pip", "install", "--quiet", TOOL], check=True)
        command: list[str | Path] = [tools / "shiv", "--quiet", "--reproducible", "--root", ROOT]
        target = folder / NAME
        command += ["--console-script", "optout-tui", "--output-file", target, wheels[0]]
        subprocess.run(command, check=True)
    sys.stdout.write(f"{target}  {target.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
