"""What screens do about what is saved: keep their place before leaving, show what came in."""


class Leavable:
    """A screen that has something to keep before the program is left."""

    def before_leaving(self) -> None:
        """Put what is only on the screen into the session."""


class Refreshing:
    """A screen that shows a checklist which another program may change meanwhile."""

    def take_in(self) -> None:
        """Show the checklist anew, leaving the cursor where it is."""


class Telling:
    """A screen whose bottom line may say what is saved."""

    def tell_status(self, status: str) -> None:
        """Say *status*, where a checklist is edited here."""
