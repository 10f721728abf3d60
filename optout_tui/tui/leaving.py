"""What a screen keeps before the program is left."""


class Leavable:
    """A screen that has something to keep before the program is left."""

    def before_leaving(self) -> None:
        """Put what is only on the screen into the session."""
