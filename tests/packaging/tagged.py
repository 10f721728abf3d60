"""Whether a tag is the version that was built: ``python -m tests.packaging.tagged v1.2 dist``."""

import sys
from pathlib import Path


def complaint(tag: str, names: list[str]) -> str:
    """Return what is wrong with files of those *names* for a release of *tag*, or nothing."""
    version = tag.removeprefix("v")
    wanted = {f"optout_tui-{version}.tar.gz", f"optout_tui-{version}-py3-none-any.whl"}
    if missing := sorted(wanted - set(names)):
        return f"the tag {tag} needs {', '.join(missing)}; there is {', '.join(sorted(names))}"
    return ""


def main(tag: str, folder: Path) -> int:
    """Say what is wrong and return 1, or 0."""
    if told := complaint(tag, [path.name for path in folder.iterdir()]):
        sys.stderr.write(f"{told}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
