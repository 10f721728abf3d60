"""A brand manager's afternoon: two clients, made on the command line and looked after on screen."""

from tests.e2e.computer import Computer
from tests.e2e.journey import leave, move_to, tick


def test_two_clients_side_by_side(computer: Computer) -> None:
    computer.do("new", "Acme GmbH", "--region", "DE", "--account", "instagram:@acme")
    computer.do(
        "new", "Studio Nord", "--region", "BR",
        "--account", "instagram:@studio.nord", "--account", "instagram:@nord.jobs",
    )  # fmt: skip
    terminal = computer.start()
    terminal.expect("▸ Acme GmbH")
    move_to(terminal, "Studio Nord")
    terminal.press("enter")
    terminal.expect("Instagram  @studio.nord · Brazil")
    tick(terminal)
    terminal.press("tab")
    terminal.expect("Instagram  @nord.jobs · Brazil")

    terminal.press("c")
    terminal.expect("Compare  Brazil")
    terminal.expect("You can")
    terminal.escape_from("Compare  Brazil")

    terminal.press("ctrl+p")
    terminal.expect("key space")
    terminal.type("open acme")
    terminal.expect_gone("key space")
    terminal.expect("Open Acme GmbH")
    terminal.press("enter")
    terminal.expect("Instagram  @acme · Germany")
    tick(terminal)

    terminal.press("escape")
    terminal.expect("Your checklists")
    terminal.expect("▸ Acme GmbH")
    leave(terminal)
    assert ticked(computer, "Acme GmbH") == {"@acme": ["open-menu"]}
    assert ticked(computer, "Studio Nord") == {"@studio.nord": ["open-menu"], "@nord.jobs": []}


def ticked(computer: Computer, name: str) -> dict[str, list[str]]:
    """Return the ids of the ticked steps of each account."""
    return {
        account["handle"]: [step["id"] for step in account.get("steps", ())]
        for account in computer.checklist(name)["accounts"]
    }
