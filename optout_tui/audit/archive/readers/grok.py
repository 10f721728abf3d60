"""Grok's own export, from grok.com: every chat of the account in one file.

It lies at ``ttl/30d/export_data/<user>/prod-grok-backend.json``, in a ZIP file named by a number.
The file beside it that holds sessions and keys, ``prod-mc-auth-mgmt-api.json``, is never opened.
Its shape is that of public readers of such exports: a chat has its date as text, each of its
messages in milliseconds, and "human" (in any case of letters) is the person. A chat was shared
where a message's ``share_link`` is not empty; what then stands in it was not seen. Pictures made
with Grok (``media_posts``) are not counted: what is in such a record was not seen either.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from optout_tui.audit.archive.model import Item, Visibility
from optout_tui.audit.archive.reader import Account, Part, Reader, listed, named
from optout_tui.audit.archive.text import seconds_of


class About(msgspec.Struct, rename={"created": "create_time"}, gc=False):
    """What is said of a chat as a whole."""

    id: str = ""
    created: str = ""


class Message(msgspec.Struct, rename={"id": "_id", "created": "create_time"}, gc=False):
    """One message; its time is a number in two wrappings."""

    id: str = ""
    sender: str = ""
    message: str = ""
    created: Any = None


class Response(msgspec.Struct, gc=False):
    """What a message is wrapped in, and the link by which it was shared, if it was."""

    response: Message | None = None
    share_link: Any = None


class Chat(msgspec.Struct, gc=False):
    """A chat; a tree, because a question can be asked again in other words."""

    conversation: About | None = None
    responses: list[Response] = []


def _chats(found: list[Chat], account: Account) -> Iterator[Item]:
    for one in found:
        about = one.conversation or About()
        is_shared = any(response.share_link for response in one.responses)
        if is_shared:
            account.shared_chats.add(about.id)
        state: Visibility = "public" if is_shared else "not_public"
        begun = seconds_of(about.created)
        yield Item("chats", begun, visibility=state, id=about.id)
        for response in one.responses:
            said = response.response
            if said is not None and said.sender.casefold() == "human":
                at = _seconds_of(said.created)
                text = said.message
                yield Item("chat_messages", begun if at is None else at, text, state, id=said.id)


MOST_DIGITS = 15


def _seconds_of(when: Any) -> float | None:
    """Return seconds since 1970 for ``{"$date": {"$numberLong": "1783999510820"}}``, or None."""
    while isinstance(when, dict):
        when = when.get("$date", when.get("$numberLong"))
    text = str(when)
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text) / 1000
    return seconds_of(text)


READER = Reader(
    "grok",
    "Grok",
    (("2025", named(r"prod-grok-backend\.json")),),
    (Part(named(r"prod-grok-backend\.json"), {("conversations",): listed(Chat, _chats)}),),
    notes=(
        "Every version of a question counts. Chats are private but for those you shared by a link. "
        "Pictures made with Grok are not counted. Your export also holds keys and sessions of your "
        "account, which were not opened: keep it to yourself.",
    ),
)
