"""Text that is laid out for whatever width it is given, at the moment it is measured or drawn."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Fitted(Visual):
    """What a list shows: ``at`` says how it looks, and nothing has to hear of a new width."""

    def at(self, width: int) -> Content:
        """Return the text in lines of at most *width* cells."""
        raise NotImplementedError

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines as they are drawn."""
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """Return all the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """Return how many lines there are."""
        return self.at(width).plain.count("\n") + 1
