"""Quiet moments: what takes long waits for them, one work after the other, and every key first."""

import gc
import sys
from collections.abc import Callable

import pytest

from optout_tui.tui import quiet
from optout_tui.tui.quiet import BREATH, OTHERS, QUIET, Quiet


class Later:
    """A call that is to come, until it is cancelled."""

    def __init__(self, seconds: float, call: Callable[[], None]) -> None:
        self.seconds = seconds
        self.call = call
        self.is_off = False

    def cancel(self) -> None:
        self.is_off = True


class Clock:
    """A loop whose time passes only when a test says so."""

    def __init__(self) -> None:
        self.calls: list[Later] = []

    def call_later(self, seconds: float, call: Callable[[], None]) -> Later:
        self.calls.append(Later(seconds, call))
        return self.calls[-1]

    @property
    def coming(self) -> list[Later]:
        return [one for one in self.calls if not one.is_off]

    def pass_on(self) -> float:
        """Let the next call come, and return how long it took."""
        (one,) = self.coming
        self.calls.clear()
        one.call()
        return one.seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("asyncio.get_running_loop", lambda: made)
    return made


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The looks through everything that there were."""
    found: list[str] = []
    monkeypatch.setattr("gc.collect", lambda: found.append("look"))
    return found


def test_a_closed_screen_is_looked_for_once_in_a_quiet_moment(
    clock: Clock, looks: list[str]
) -> None:
    moments = Quiet()
    moments.let_go()
    moments.let_go()
    assert looks == []
    assert clock.pass_on() == QUIET
    assert looks == ["look"]
    assert clock.coming == []


def test_every_key_makes_it_wait_anew(clock: Clock, looks: list[str]) -> None:
    moments = Quiet()
    moments.disturb()
    assert clock.coming == []
    moments.let_go()
    before = clock.coming
    moments.disturb()
    assert before[0].is_off
    assert [one.seconds for one in clock.coming] == [QUIET]
    assert looks == []


def test_others_are_loaded_one_by_one_and_once(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(quiet, "import_module", loaded.append)
    moments = Quiet()
    moments.load_others()
    waits = [clock.pass_on() for _ in OTHERS]
    assert loaded == [*OTHERS]
    assert waits == [QUIET, *(BREATH for _ in OTHERS[1:])]
    moments.load_others()
    assert clock.coming == []


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_loaded_is_there(name: str) -> None:
    __import__(name)
    assert name in sys.modules


def test_garbage_is_looked_for_again_among_what_is_new() -> None:
    before, was_on = gc.get_threshold(), gc.isenabled()
    gc.disable()
    try:
        Quiet().begin()
        assert gc.isenabled()
        assert gc.get_freeze_count()
        assert gc.get_threshold() == quiet.YOUNG
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
        if not was_on:
            gc.disable()
