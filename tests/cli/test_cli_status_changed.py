"""``status`` says what of a step is other than on the day it was done."""

import re

from tests.cli.program import Program


def test_status_says_what_of_a_step_changed_since_it_was_done(demo: Program) -> None:
    step = demo.json("status", "demo")["accounts"][0]["steps"][0]["id"]
    demo.text("mark", "demo", "instagram", step, "done")
    assert "Changed since" not in demo.text("status", "demo")
    file = demo.file("demo")
    seen = re.search(r'seen = "([0-9a-f]{8})-([0-9a-f]{4})([0-9a-f]{20})"', file.read_text())
    assert seen
    other = f"00000000-0000{seen[3]}"
    file.write_text(file.read_text().replace(f"{seen[1]}-{seen[2]}{seen[3]}", other))
    assert f"{step}: Changed since you did it: its title." in demo.text("status", "demo")
    told = demo.json("status", "demo")["accounts"][0]["steps"][0]
    assert (told["changed"], told["changed_parts"]) == (True, ["title"])
    assert all(set(one) == {"on", "text"} for one in told["changed_since"])
