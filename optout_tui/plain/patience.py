"""How long plain mode goes on asking: nobody may be there who reads the questions.

A pipe such as ``yes`` answers for ever. A person at a terminal may slip as often as they like.
"""

from optout_tui.safety.refusal import shown

MOST_SLIPS = 10
"""So many answers in a row that say nothing."""
MOST_SAME = 100
"""So many times the same answer in a row."""
MOST_ANSWERS = 2000


class Patience:
    """Counts what is answered through a pipe."""

    def __init__(self, *, endless: bool) -> None:
        """Count, or where it is *endless* count nothing."""
        self._endless = endless
        self._slips = 0
        self._same = 0
        self._answers = 0
        self._last = ""

    def answered(self, answer: str) -> str:
        """Count an answer and return why to stop, or nothing."""
        self._answers += 1
        self._same = self._same + 1 if answer == self._last else 1
        self._last = answer
        if self._endless:
            return ""
        if self._same > MOST_SAME:
            return f"the answer {shown(answer, 40)} came more than {MOST_SAME} times in a row"
        if self._answers > MOST_ANSWERS:
            return f"there were more than {MOST_ANSWERS} answers"
        return ""

    def slipped(self) -> str:
        """Count an answer that could not be taken and return why to stop, or nothing."""
        self._slips += 1
        if self._endless or self._slips < MOST_SLIPS:
            return ""
        return f"{MOST_SLIPS} answers in a row could not be taken"

    def taken(self) -> None:
        """Forget the slips: an answer was taken."""
        self._slips = 0
