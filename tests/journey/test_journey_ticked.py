"""The ticks in the list of platforms: what is typed here, and what others do meanwhile."""

from optout_tui.checklist.model import Account
from optout_tui.journey.ticked import Ticked


def on(platform: str, handle: str) -> Account:
    return Account(id=f"{platform}:{handle}", platform=platform, handle=handle, route="r")


HERE, THERE = on("photopia", "@anika"), on("photopia", "@second")


def test_what_is_there_is_ticked() -> None:
    assert Ticked([HERE, on("myblog", "")]).handles == {"photopia": ["@anika"], "myblog": [""]}


def test_what_came_is_ticked_once_and_what_was_typed_stays() -> None:
    ticked = Ticked([HERE])
    ticked.handles["chirp"] = ["@typed"]
    ticked.handles["photopia"].append("@second")
    ticked.take_in([HERE, THERE])
    assert ticked.handles == {"photopia": ["@anika", "@second"], "chirp": ["@typed"]}


def test_what_went_is_unticked_with_the_last_handle_the_platform() -> None:
    ticked = Ticked([HERE, THERE])
    ticked.take_in([THERE])
    assert ticked.handles == {"photopia": ["@second"]}
    ticked.take_in([])
    assert ticked.handles == {}


def test_a_tick_that_was_taken_back_here_is_not_set_again() -> None:
    ticked = Ticked([HERE])
    del ticked.handles["photopia"]
    ticked.take_in([HERE])
    assert ticked.handles == {}
    ticked.take_in([])
    assert ticked.handles == {}


def test_accounts_stand_in_the_order_of_the_list_and_unknown_platforms_last() -> None:
    ticked = Ticked([on("gone", "@x"), HERE, THERE])
    assert ticked.accounts(["chirp", "photopia"]) == [
        ("photopia", "@anika"),
        ("photopia", "@second"),
        ("gone", "@x"),
    ]
