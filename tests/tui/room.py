"""A running program that a test walks through, and what stands on its glass."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any, NamedTuple, TypeVar
from unittest.mock import patch

from rich.segment import Segment
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList

from optout_tui.checklist.model import Account, Checklist
from optout_tui.journey.desk import Desk
from optout_tui.tui.app import OptOutApp
from optout_tui.tui.dialogs.base import Dialog
from optout_tui.tui.screens.audit_files import AuditFiles
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.widgets.page import Page
from optout_tui.tui.widgets.steps import StepsList
from tests.tui.exports import downloads

SIZE = (100, 30)
PATIENCE = 50
FRAME = "│┃╭╮╰╯─━┏┓┗┛▌▁▂▃▄▅▆▇█"
P = TypeVar("P", bound=Screen[Any])


class Room(NamedTuple):
    """The program, and the hands that press its keys."""

    app: OptOutApp
    pilot: Pilot[None]

    async def settle(self) -> None:
        """Wait until every message is handled, everything is drawn and every save is over.

        What scrolls is there only with the animator's next beat, also where nothing is animated.
        """
        quiet = 0
        for _ in range(PATIENCE):
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
            await self.app.animator.wait_until_complete()
            quiet = quiet + 1 if self._is_quiet() else 0
            if quiet == 2 or self.app._exit:
                return

    def _is_quiet(self) -> bool:
        screen = self.app.screen
        if self.app.message_queue_size or screen._dirty_widgets or screen._callbacks:
            return False
        return not any(
            widget.message_queue_size or widget._layout_required or widget._refresh_styles_required
            for widget in screen.walk_children(Widget, with_self=True)
        )

    async def press(self, *keys: str) -> None:
        """Press *keys* one after the other and wait."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def paste(self, text: str) -> None:
        """Put *text* into the field that has the focus, as pasting does."""
        field = self.app.focused
        assert isinstance(field, Input), field
        field.value = text
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        for _ in range(PATIENCE):
            if tuple(self.app.screen.size) == (width, height):
                break
            await self.pilot.pause()
        await self.settle()

    async def do(self, work: Callable[[], object]) -> None:
        work()
        await self.settle()

    # -- where we are ----------------------------------------------------------

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    def at(self, kind: type[P]) -> P:
        """Return the screen in front, which is a *kind*."""
        assert isinstance(self.app.screen, kind), self.app.screen
        return self.app.screen

    @property
    def guide(self) -> GuideScreen:
        return self.at(GuideScreen)

    @property
    def step(self) -> str:
        """The step under the cursor."""
        return self.guide.query_one(StepsList).highlighted_step

    async def go_to(self, step: str) -> None:
        await self.do(lambda: self.guide.query_one(StepsList).move_to(step))

    @property
    def chosen(self) -> int | None:
        """The line under the cursor of the list in front."""
        return self.app.screen.query(OptionList).first().highlighted

    # -- what is to be seen ----------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """Everything on the glass, a string a line."""
        return ["".join(segment.text for segment in line) for line in self.segments]

    @property
    def segments(self) -> list[list[Segment]]:
        strips = self.app.screen._compositor.render_strips()
        return [[segment for segment in strip if not segment.control] for strip in strips]

    @property
    def text(self) -> str:
        """Everything on the glass, its words one space apart and without borders."""
        return _words(self.lines)

    def text_in(self, selector: str) -> str:
        """What stands in one part of the screen."""
        x, y, width, height = self.app.screen.query(selector).last().region
        return _words(line[x : x + width] for line in self.lines[y : y + height])

    @property
    def top(self) -> str:
        return self.lines[0].strip()

    @property
    def bottom(self) -> str:
        return self.lines[-1].strip()

    @property
    def told(self) -> list[str]:
        """What the notes in the corner say, the newest last."""
        return [note.message for note in self.app._notifications]

    # -- what is kept ----------------------------------------------------------

    @property
    def here(self) -> Checklist:
        """The open checklist as it is in memory."""
        assert self.app.session is not None
        return self.app.session.checklist

    def on_disk(self, name: str = "Personal") -> Checklist:
        """The checklist as somebody else finds it who opens it now."""
        desk = self.app.desk
        return Desk(desk.data_dir, today=desk.today, facts=desk.knowledge).open(name).checklist


def _words(lines: Iterable[str]) -> str:
    drawn = "".join(" " if char in FRAME else char for char in "\n".join(lines))
    return " ".join(drawn.split())


@asynccontextmanager
async def entered(
    desk: Desk, name: str | None = None, size: tuple[int, int] = SIZE
) -> AsyncIterator[Room]:
    """Start the program at *desk*, at once with the checklist *name* where one is given."""
    app = OptOutApp(desk, name)
    begins = staticmethod(lambda: downloads(desk))
    with patch.object(AuditFiles, "beginning", begins):
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            room = Room(app, pilot)
            await room.settle()
            yield room


def send_at_once(room: Room, *keys: str) -> None:
    """Press *keys* before the program looks at the first of them."""
    for key in keys:
        room.app.post_message(Key(key, key if len(key) == 1 else None))


def first(room: Room, name: str = "Personal") -> Account:
    """The first account of the checklist of that name, as it is on disk."""
    return room.on_disk(name).accounts[0]


def states(room: Room) -> dict[str, str]:
    """The state of every step of that account of which one is kept."""
    return {mark.id: mark.state for mark in first(room).steps}


__all__ = ["Dialog", "Page", "Room", "entered", "first", "states"]
