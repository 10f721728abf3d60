"""What every surface says in the same words: on the screen, line by line, and in commands."""

KEEP_FIGURES = (
    "Only counts, years and days are written into your checklist, none of what you made. "
    "Exports of the checklist then tell what is public."
)
FIGURES_KEPT = "The figures are kept; exports tell them."
KEEP_CHECK = (
    "It is written into your checklist as something that this program checked itself, today."
)
TO_FETCH = "To be fetched, and where these lead on to, five times at most:"

IN_ENGLISH = "In English, for you to read. What is sent is not."
WHICH_LABELS = "Which language do the menus on your devices have?"

NO_LINK = "This step has no link: follow the menu."
SEVERAL_LINKS = "Try them from the top. Go on to the next if one does not open."
ONE_WAY = "There is one way here, and this is it."
NOTHING_SENT = "Nothing was sent for this account yet."


def another_way(title: str) -> str:
    """Return what a guide advises after a problem; *title* is that of the route to follow then."""
    return f"The guide says to follow another way then: {title}. Your ticks are kept."


def both_kept(copy: str) -> str:
    """Return that a change in two places costs nothing; our side is in the file *copy*."""
    return f"Nothing is lost: your side is kept in {copy} too."


def good_backup(revision: int, saved: str) -> str:
    """Return which backup could stand in for a damaged checklist, saved on the day *saved*."""
    return (
        f"The newest good backup is revision {revision} of {saved}."
        " The file as it is now is kept among the backups."
    )
