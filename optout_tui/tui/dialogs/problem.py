"""What is known to go wrong at a step, and what to do about each."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from optout_tui.library.guides import Step
from optout_tui.tui.dialogs.base import Dialog
from optout_tui.tui.flow import GAP, Block, block, plain
from optout_tui.tui.widgets.listing import Listing
from optout_tui.tui.widgets.prose import Prose

OTHER = "Something else"
OTHER_CURE = "Skip this step with s and come back later, or put what you saw in a note with n."


class ProblemDialog(Dialog[str]):
    """Answers with the trouble's id; empty for something the guide does not know."""

    ENTER = "enter This is what I see"

    def __init__(self, step: Step) -> None:
        """List the troubles of *step*."""
        super().__init__(f"What do you see? {step.title}")
        self.step = step

    def fields(self) -> Iterable[Widget]:
        """Yield the signs, and the cure of the one under the cursor."""
        signs = [*(trouble.sign for trouble in self.step.troubles), OTHER]
        yield Listing((Option(plain(sign)) for sign in signs), moved=self._tell)
        yield Prose(self._cure(0), id="cure")

    def on_mount(self) -> None:
        """Begin at the first sign."""
        self.query_one("#cure").can_focus = False
        self.query_one(OptionList).focus()

    def _tell(self) -> None:
        """Tell what to do about the sign under the cursor."""
        chosen = self.query_one(OptionList).highlighted or 0
        self.query_one(Prose).show(self._cure(chosen))

    def _cure(self, index: int) -> list[Block]:
        troubles = self.step.troubles
        cure = troubles[index].cure if index < len(troubles) else OTHER_CURE
        return [block("What to do", "bold"), block(cure), GAP]

    def answer(self) -> str:
        """Return the id of the chosen trouble, empty for something else."""
        chosen = self.query_one(OptionList).highlighted or 0
        troubles = self.step.troubles
        return troubles[chosen].id if chosen < len(troubles) else ""

    def on_option_list_option_selected(self) -> None:
        """Enter on a line answers."""
        self.action_take()
