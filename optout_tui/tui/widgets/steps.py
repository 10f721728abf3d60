"""The steps of an account, under the headings of their stages."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets.option_list import Option

from optout_tui.checklist.model import StepState
from optout_tui.checklist.progress import AccountView, StepView
from optout_tui.checklist.words import stage_title
from optout_tui.tui.flow import block, lay_out, plain
from optout_tui.tui.symbols import SYMBOLS
from optout_tui.tui.widgets.listing import Listing

_STYLES: dict[StepState, str] = {
    "done": "$primary",
    "todo": "",
    "skipped": "$muted",
    "problem": "$warning",
}


class StepsList(Listing):
    """The list on the left of the guide. Options bear the ids of their steps."""

    def __init__(self, moved: Callable[[], None]) -> None:
        """Begin empty; *moved* is called whenever the cursor came to another step."""
        super().__init__(id="steps", moved=moved)
        self.border_title = "Steps"
        self._view: AccountView | None = None
        self._drawn_width = 0

    def show(self, view: AccountView, step_id: str) -> None:
        """Show the steps of *view* with the cursor on *step_id*."""
        self._view = view
        self._drawn_width = self.scrollable_content_region.width
        self.set_options(self._stages(view))
        self.move_to(step_id)

    def move_to(self, step_id: str) -> None:
        """Put the cursor on the step of that id, or on the first one."""
        ids = [option.id for option in self.options]
        first = next((n for n, name in enumerate(ids) if name), None)
        self.highlighted = ids.index(step_id) if step_id in ids else first

    def redraw(self, view: AccountView) -> None:
        """Show what changed in *view*, leaving the cursor where it is."""
        self._view = view
        for step in view.steps:
            self.replace_option_prompt(step.step.id, self._line(step))

    def on_resize(self) -> None:
        """Wrap the titles anew where the width changed."""
        if self._view is not None and self.scrollable_content_region.width != self._drawn_width:
            chosen = self.highlighted_step
            self.show(self._view, chosen)

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
            options.append(Option(self._line(step), id=step.step.id))
        return options

    def _line(self, step: StepView) -> Content:
        symbol = plain(SYMBOLS.of(step.state), _STYLES[step.state])
        title = plain(step.step.title, _STYLES[step.state])
        if step.changed:
            title += Content.styled(" (changed)", "$warning")
        width = max(self._drawn_width - 2 - 4, 12)  # the option's padding, and the symbol
        lines = lay_out([block(title)], width).split("\n")
        first, *rest = [
            Content(" ").join([Content(" "), symbol, line]) if not n else line.pad_left(4)
            for n, line in enumerate(lines)
        ]
        return Content("\n").join([first, *rest])
