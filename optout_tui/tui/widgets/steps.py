"""The steps of an account, under the headings of their stages."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets.option_list import Option

from optout_tui.checklist.model import StepState
from optout_tui.checklist.progress import AccountView, StepView
from optout_tui.checklist.words import stage_title
from optout_tui.tui.flow import block, lay_out, plain
from optout_tui.tui.symbols import SYMBOLS
from optout_tui.tui.widgets.fitted import Fitted
from optout_tui.tui.widgets.listing import Listing

_STYLES: dict[StepState, str] = {
    "done": "$primary",
    "todo": "",
    "skipped": "$muted",
    "problem": "$warning",
}

INDENT = 4
"""Where titles begin: behind the place for the cursor, a symbol, and a space."""


class StepsList(Listing):
    """The list on the left of the guide. Options bear the ids of their steps."""

    def __init__(self, moved: Callable[[], None]) -> None:
        """Begin empty; *moved* is called whenever the cursor came to another step."""
        super().__init__(id="steps", moved=moved)
        self.border_title = "Steps"

    def show(self, view: AccountView, step_id: str) -> None:
        """Show the steps of *view* with the cursor on *step_id*."""
        self.set_options(self._stages(view))
        self.move_to(step_id)

    def move_to(self, step_id: str) -> None:
        """Put the cursor on the step of that id, or on the first one."""
        ids = [option.id for option in self.options]
        first = next((n for n, name in enumerate(ids) if name), None)
        self.highlighted = ids.index(step_id) if step_id in ids else first

    def redraw(self, view: AccountView) -> None:
        """Show what changed in *view*, leaving the cursor where it is."""
        for step in view.steps:
            self.replace_option_prompt(step.step.id, _Step(step))

    @property
    def highlighted_step(self) -> str:
        """The id of the step under the cursor, empty where there is none."""
        if self.highlighted is None:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""

    def _stages(self, view: AccountView) -> list[Option]:
        options: list[Option] = []
        stage = None
        kind = view.route.kind if view.route else "none"
        for step in view.steps:
            if step.step.stage != stage:
                stage = step.step.stage
                heading = stage_title(stage, kind).upper()
                options.append(Option(plain(heading), disabled=True))
            options.append(Option(_Step(step), id=step.step.id))
        return options


class _Step(Fitted):
    """A step's title, hanging under itself where it wraps."""

    def __init__(self, step: StepView) -> None:
        self._symbol = plain(SYMBOLS.of(step.state), _STYLES[step.state])
        self._title = plain(step.step.title, _STYLES[step.state])
        if step.changed:
            self._title += Content.styled(" (changed)", "$warning")

    def at(self, width: int) -> Content:
        """Return the symbol and the title in lines of at most *width* cells."""
        room = max(width - INDENT, 12)
        first, *rest = lay_out([block(self._title)], room).split("\n")
        head = Content("  ") + self._symbol + " "
        return Content("\n").join([head + first, *(line.pad_left(INDENT) for line in rest)])
