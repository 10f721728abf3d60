"""Every screen and every dialog, and how to come to it."""

from typing import NamedTuple

from textual.screen import ModalScreen

from optout_tui.tui.screens.guide import GuideScreen
from tests.tui.room import Room


class Surface(NamedTuple):
    """A checklist to open (none: the list of them), a step to stand on, keys to press."""

    name: str
    opens: str = ""
    step: str = ""
    keys: tuple[str, ...] = ()
    is_dialog: bool = False


SCREENS = (
    Surface("start"),
    Surface("region", keys=("n", "enter")),
    Surface("platforms", "Personal", keys=("a",)),
    Surface("handles", "Personal", keys=("a", "h")),
    Surface("guide", "Personal"),
    Surface("guide with a problem", "Personal", "open-form", ("p", "enter")),
    Surface("guide of a limit", "Abroad"),
    Surface("guide not confirmed", "Elsewhere"),
    Surface("guide with nothing to do", "Artist"),
    Surface("compare", "Personal", keys=("c",)),
    Surface("summary", "Personal", keys=("f",)),
    Surface("letter", "Personal", "send", ("l",)),
    Surface("due", keys=("d",)),
    Surface("due, all of it", keys=("d", "w")),
    Surface("audit", keys=("a",)),
    Surface("audit of an account", "Personal", keys=("d", "enter")),
    Surface("website", keys=("a", "end", "enter")),
    Surface("audit that cannot be", "Personal", keys=("d", "down", "enter")),
)

ADDRESS = (*"http", "colon", "slash", "slash", "b", "full_stop", *"de")
"""An address, key by key."""

DIALOGS = (
    Surface("name", keys=("n",)),
    Surface("rename", keys=("e",)),
    Surface("delete", keys=("x",)),
    Surface("sent", "Personal", "send", ("space",)),
    Surface("evidence", "Personal", "keep-mail", ("space",)),
    Surface("evidence that answers", "Waiting", "keep-mail", ("space",)),
    Surface("reply", "Waiting", "", ("b",)),
    Surface("refusal", "Waiting", "", ("b", "down")),
    Surface("follow up", "Waiting", "", ("m",)),
    Surface("problem", "Personal", "open-form", ("p",)),
    Surface("other way", "Abroad", "ai-chats", ("p", "enter")),
    Surface("note", "Personal", "open-form", ("n",)),
    Surface("link", "Personal", "open-form", ("o",)),
    Surface("qr", "Personal", "open-form", ("r",)),
    Surface("labels", "Personal", "", ("L",)),
    Surface("way", "Personal", "", ("tab", "w")),
    Surface("facts", "Personal", "", ("i",)),
    Surface("help", "Personal", "", ("question_mark",)),
    Surface("tour", "Personal", "", ("question_mark", "t")),
    Surface("export", "Personal", "", ("f", "x")),
    Surface("letter as a file", "Personal", "send", ("l", "x")),
    Surface("other region", "Personal", "", ("c", "g")),
    Surface("palette", "Personal", "", ("ctrl+p",)),
    Surface("number", "Personal", "", ("d", "enter", "i")),
    Surface("fetch", keys=("a", "end", "enter", "slash", "ctrl+u", *ADDRESS, "enter")),
    Surface("figures kept", "Personal", "", ("d", "enter", "k")),
    Surface("sentence", "Personal", "", ("d", "enter", "l")),
    Surface("one item", "Personal", "", ("d", "enter", "i", "enter")),
)

TWINS = frozenset(
    (
        "rename",
        "delete",
        "evidence that answers",
        "labels",
        "guide with a problem",
        "guide not confirmed",
    )
)
"""What is built as another surface is, with other words."""

SURFACES = (*SCREENS, *(surface._replace(is_dialog=True) for surface in DIALOGS))
DISTINCT = tuple(surface for surface in SURFACES if surface.name not in TWINS)


async def reach(room: Room, surface: Surface) -> None:
    """Go to *surface* from wherever the room is."""
    app = room.app
    while len(app.screen_stack) > 2 or isinstance(app.screen, ModalScreen):
        app.pop_screen()
    if not surface.opens:
        app.show_start()
        await room.settle()
    elif not isinstance(app.screen, GuideScreen) or app.screen.session.name != surface.opens:
        app.open_checklist(surface.opens)
        await room.settle()
    if surface.opens:
        room.guide.show_account(room.here.accounts[0].id)
    if surface.step:
        await room.go_to(surface.step)
    if surface.keys:
        await room.press(*surface.keys)
    assert isinstance(app.screen, ModalScreen) == surface.is_dialog, (surface.name, app.screen)
