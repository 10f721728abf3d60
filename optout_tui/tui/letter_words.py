"""How letters are called on the screen, and what is said beside them."""

from optout_tui.letters.letter import Letter, LetterKind
from optout_tui.tui.flow import GAP, Block, block

KIND_NAMES: dict[LetterKind, str] = {
    "objection": "Object to AI training",
    "erasure": "Have my data erased from it",
    "restriction": "Have its use restricted",
    "access": "Ask what they hold and use",
    "withdrawal": "Withdraw my consent",
    "optout": "Opt out of sale",
    "reminder": "Remind them",
    "company-complaint": "Complain to the company",
    "appeal": "Appeal to the company",
    "complaint": "Complain to the authority",
}


def letter_blocks(letter: Letter, *, in_english: bool) -> list[Block]:
    """Return the letter as it grows, and below it what belongs beside it."""
    text = letter.english if in_english and letter.english else letter.text
    blocks: list[Block] = []
    if letter.problem:
        blocks += [block(f"Not ready: {letter.problem}.", "$warning"), GAP]
    if text != letter.text:
        blocks += [block("In English, for you to read. What is sent is not.", "$muted"), GAP]
    blocks += [block(line) if line else GAP for line in text.rstrip("\n").split("\n")]
    blocks += [GAP, block("Beside the letter", "bold")]
    return [*blocks, *(block(note, "$muted", bullet="· ") for note in letter.notes)]
