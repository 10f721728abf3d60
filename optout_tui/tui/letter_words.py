"""A letter on the screen, and what is said beside it."""

from optout_tui.journey.sentences import IN_ENGLISH
from optout_tui.letters.letter import Letter
from optout_tui.tui.flow import GAP, Block, block


def letter_blocks(letter: Letter, *, in_english: bool) -> list[Block]:
    """Return the letter as it grows, and below it what belongs beside it."""
    text = letter.english if in_english and letter.english else letter.text
    blocks: list[Block] = []
    if letter.problem:
        blocks += [block(f"Not ready: {letter.problem}.", "$warning"), GAP]
    if text != letter.text:
        blocks += [block(IN_ENGLISH, "$muted"), GAP]
    blocks += [block(line) if line else GAP for line in text.rstrip("\n").split("\n")]
    blocks += [GAP, block("Beside the letter", "bold")]
    return [*blocks, *(block(note, "$muted", bullet="· ") for note in letter.notes)]
