"""A list whose cursor is seen without colour, and where a click can merely choose."""

from collections.abc import Callable, Iterable

from rich.segment import Segment
from textual import events
from textual.actions import SkipAction
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from optout_tui.tui.symbols import SYMBOLS
from optout_tui.tui.widgets.rows import Line


class Listing(OptionList):
    """Puts the symbol for "here" before the line under the cursor."""

    def __init__(
        self,
        options: Iterable[Option] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        click_answers: bool = False,
        moved: Callable[[], None] | None = None,
    ) -> None:
        """List *options*; a click on one puts the cursor there, or answers as enter does.

        *moved* is called whenever the cursor came to another line of the list that stands. A call,
        not a message: what hangs on the line is then drawn in the same frame as the cursor.
        """
        self._moved = moved  # before the options: the first takes the cursor at once
        super().__init__(*options, id=id, markup=False)
        self.click_answers = click_answers

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Tell at once that the cursor moved."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and self._moved is not None and self.is_attached:
            self._moved()

    def render_line(self, y: int) -> Strip:
        """Return a line of the list."""
        strip = super().render_line(y)
        if not strip or (self.highlighted, 0) not in self._lines[self.scroll_offset.y + y :][:1]:
            return strip
        here = Segment(SYMBOLS.here, next(iter(strip)).style)
        return Strip.join([Strip([here]), strip.crop(1)])

    def _update_lines(self) -> None:
        """Measure the options that are new: the framework asks for it twice a line it draws."""
        known = len(self._line_cache.index_to_line)
        if not known or known < len(self._options):
            super()._update_lines()

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        """Return the lines of an option; a row of a table is drawn without a detour."""
        if not isinstance(option.prompt, Line):
            return super()._get_option_render(option, style)
        padding = self.get_component_styles("option-list--option").padding
        known = self._option_render_cache.get((option, style, padding))
        if known is None:
            room = self.scrollable_content_region.width - padding.width
            line = option.prompt.segments(max(room, 0), style, self._get_style)
            left, right = (
                Segment(" " * n, style.rich_style) for n in (padding.left, padding.right)
            )
            meta = {"option": self._option_to_index[option]}
            known = [Strip([left, *line, right]).apply_meta(meta)]
            self._option_render_cache[option, style, padding] = known
        return known

    def on_resize(self) -> None:
        """Keep the line under the cursor in sight."""
        self.call_after_refresh(self.scroll_to_highlight)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line under the pointer."""
        if self.click_answers:
            return
        event.prevent_default()
        line: int | None = event.style.meta.get("option")
        if line is not None and not self.get_option_at_index(line).disabled:
            self.highlighted = line

    def action_select(self) -> None:
        """Answer with the line under the cursor; where there is none the screen gets the key."""
        if self.highlighted is None:
            raise SkipAction
        super().action_select()
