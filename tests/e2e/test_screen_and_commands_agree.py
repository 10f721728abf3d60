"""Whatever is done by keys can be done by commands, and comes to the same."""

from collections.abc import Callable
from typing import Any

from tests.e2e.computer import Computer
from tests.e2e.journey import add_account, do_instagram, do_x, first_start, leave

HOW_IT_CAME_ABOUT = ("id", "revision", "parent", "here")
"""These differ by design: a chance number, how often it was saved and from what, and the cursor."""


def test_the_same_journey_by_keys_and_by_commands(
    new_computer: Callable[[str], Computer],
) -> None:
    keys, commands = new_computer("keys"), new_computer("commands")
    by_keys(keys)
    by_commands(commands)
    assert content(keys) == content(commands)


def by_keys(computer: Computer) -> None:
    """Go through it on the screen."""
    terminal = first_start(computer, "germany", "Germany")
    add_account(terminal, "Instagram", "@anika")
    add_account(terminal, "X", "@anika")
    terminal.press("enter")
    terminal.expect("step 1 of 7")
    do_instagram(terminal)
    terminal.press("enter")
    terminal.expect("step 1 of 6")
    do_x(terminal)
    leave(terminal)


def by_commands(computer: Computer) -> None:
    """Go through it without a screen."""
    accounts = ("--account", "instagram:@anika", "--account", "x:@anika")
    computer.do("new", "Personal", "--region", "Germany", *accounts)
    for step in ("open-menu", "find-block", "open-form", "fill-in"):
        computer.do("mark", "Personal", "instagram", step, "done")
    computer.do("sent", "Personal", "instagram", "--reference", "4711")
    computer.do("proof", "Personal", "instagram", "screenshot")
    computer.do("mark", "Personal", "instagram", "keep-screen", "done")
    computer.do("proof", "Personal", "instagram", "mail", "--reference", "Your objection")
    computer.do("mark", "Personal", "instagram", "keep-mail", "done")
    computer.do("reply", "Personal", "instagram", "granted", "--note", "Your objection")
    for step in (
        "open-grok-page", "training-box", "personalize-box", "delete-grok-history", "protect-posts",
    ):  # fmt: skip
        computer.do("mark", "Personal", "x", step, "done")
    computer.do("proof", "Personal", "x", "screenshot")
    computer.do("mark", "Personal", "x", "screenshot", "done")


def content(computer: Computer) -> dict[str, Any]:
    """Return the checklist without how it came about."""
    checklist = computer.checklist("Personal")
    return {key: value for key, value in checklist.items() if key not in HOW_IT_CAME_ABOUT}
