"""The list of released step ids, made longer with each release and never shorter."""

from collections.abc import Iterable
from pathlib import Path

from optout_tui.contentcheck.released import RELEASED, Released
from optout_tui.library.guides import Guide
from optout_tui.library.load import load_table


def with_steps_of(old: Released, guides: Iterable[Guide]) -> Released:
    """Return *old* with every step that *guides* have now."""
    steps = {name: set(ids) for name, ids in old.steps.items()}
    for guide in guides:
        ours = steps.setdefault(guide.id, set())
        ours.update(step.id for route in guide.routes for step in route.steps)
    return Released(steps={name: tuple(sorted(steps[name])) for name in sorted(steps)})


def write(folder: Path, guides: Iterable[Guide]) -> Path:
    """Add the steps of *guides* to the list in *folder*, whose heading stays; return the file."""
    path = folder / RELEASED
    heading = path.read_text("utf-8").partition("[steps]")[0]
    lines = [f"{heading}[steps]"]
    for name, ids in with_steps_of(load_table(path, Released), guides).steps.items():
        lines += [f"{name} = [", *(f'    "{step}",' for step in ids), "]"]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
