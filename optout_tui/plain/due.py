"""What is late or soon over all checklists, and what to do about each."""

from optout_tui.checklist.dated_words import what_falls, what_to_do
from optout_tui.checklist.words import day, days_away
from optout_tui.journey.desk import Desk, Row
from optout_tui.journey.due import WITHIN, Due, due_in
from optout_tui.plain.talk import Talk
from optout_tui.plain.visit import GoTo

FAR = 100_000
"""More days than any clock runs."""


def show_due(talk: Talk, desk: Desk) -> None:
    """List the days that matter; tell of one, and go to its account or its letter by GoTo."""
    rows = desk.rows()
    within = WITHIN
    while True:
        talk.place = "what is late or soon, over all checklists"
        found = due_in(rows, desk.today, within)
        _tell(talk, rows, found, within)
        lines = [(str(n), _line(due, desk)) for n, due in enumerate(found, 1)]
        ends = [("end", "go back")]
        if within == WITHIN:
            ends.append(("further", "look further ahead"))
        chosen = talk.choose("Which one?", [*lines, *ends], len(lines) + 1)
        if chosen == "end":
            return
        if chosen == "further":
            within = FAR
        else:
            _about(talk, desk, found[int(chosen) - 1])


def _tell(talk: Talk, rows: list[Row], found: list[Due], within: int) -> None:
    ahead = f"the next {WITHIN} days" if within == WITHIN else "all that is planned"
    talk.say("", f"Due, {ahead}")
    for row in rows:
        if row.problem:
            talk.say(f"{row.name} cannot be read: {row.problem}")
    if found:
        return
    if within == WITHIN:
        talk.say(f"Nothing is late, and nothing is due within {WITHIN} days.")
    else:
        talk.say("Nothing is planned. A day comes here when you send something, or are done.")


def _line(due: Due, desk: Desk) -> str:
    dated, today = due.dated, desk.today
    said = f"{days_away(dated.on, today)}: {what_falls(dated, today)}"
    return f"{said}. {dated.label}, {due.checklist}, {day(dated.on)}"


def _about(talk: Talk, desk: Desk, due: Due) -> None:
    dated = due.dated
    talk.say("", f"{dated.label}: {what_falls(dated, desk.today)}, {day(dated.on)}")
    if dated.kind is not None:
        talk.say(f"It is about the {dated.kind}, {dated.request}.")
    talk.say(what_to_do(dated, desk.today))
    choices = [("open", f"open {due.checklist} there")]
    if dated.letter is not None:
        choices.append(("letter", "write the letter"))
    chosen = talk.choose("What now?", [*choices, ("end", "go back")], len(choices) + 1)
    if chosen == "open":
        raise GoTo(due.checklist, dated.account)
    if chosen == "letter":
        raise GoTo(due.checklist, dated.account, dated.letter or "", dated.request)
