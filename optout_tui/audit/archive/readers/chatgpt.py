"""ChatGPT: one file of conversations or numbered ones, and the choice about training."""

from collections.abc import Iterator
from typing import Any

import msgspec

from optout_tui.audit.archive.model import Item, Visibility
from optout_tui.audit.archive.reader import Account, Part, Reader, listed, named


class Author(msgspec.Struct, gc=False):
    """Who wrote a message."""

    role: str = ""


class Content(msgspec.Struct, gc=False):
    """What a message says; its parts are kept packed until it is known whose they are."""

    parts: list[msgspec.Raw] | None = None


class Metadata(
    msgspec.Struct, rename={"is_hidden": "is_visually_hidden_from_conversation"}, gc=False
):
    """Whether a message was written by the program and is not shown."""

    is_hidden: bool | None = None


class Message(msgspec.Struct, gc=False):
    """One message."""

    author: Author | None = None
    create_time: float | None = None
    content: Content | None = None
    metadata: Metadata | None = None


class Node(msgspec.Struct, gc=False):
    """A place in the tree of a conversation."""

    message: Message | None = None


class Conversation(msgspec.Struct, gc=False):
    """A conversation; a tree, because a question can be asked again in other words."""

    id: str | None = None
    conversation_id: str | None = None
    create_time: float | None = None
    mapping: dict[str, Node | None] | None = None


class Shared(msgspec.Struct, gc=False):
    """A conversation that anyone with the link can read."""

    conversation_id: str = ""


class Rated(msgspec.Struct, gc=False):
    """An answer that was rated."""


class Settings(msgspec.Struct, gc=False):
    """``user_settings.json``; of all settings only those about training are looked at."""

    settings: dict[str, Any] = {}


_TRAINING = "training_allowed"
MOST_CHOICES = 50


def _settings(found: list[Settings], account: Account) -> Iterator[Item]:
    for one in found:
        for name, value in one.settings.items():
            is_asked = _TRAINING in name and isinstance(value, bool)
            if is_asked and len(account.training_choices) < MOST_CHOICES:
                account.training_choices[name] = value
    choice = account.training_choices.get(_TRAINING)
    if choice is not None:
        account.training = "on" if choice else "off"
    return iter(())


def _shared(found: list[Shared], account: Account) -> Iterator[Item]:
    for one in found:
        account.shared_chats.add(one.conversation_id)
    return iter(())


def _rated(found: list[Rated], account: Account) -> Iterator[Item]:
    account.rated += len(found)
    return iter(())


def _conversations(found: list[Conversation], account: Account) -> Iterator[Item]:
    for one in found:
        name = one.conversation_id or one.id or ""
        state: Visibility = "public" if name in account.shared_chats else "not_public"
        yield Item("chats", one.create_time, visibility=state, id=name)
        for place, node in (one.mapping or {}).items():
            message = node.message if node else None
            if message is not None and _is_typed(message):
                at = message.create_time or one.create_time
                text = _text_of(message.content)
                yield Item("chat_messages", at, text, state, id=f"{name}/{place}")


def _is_typed(message: Message) -> bool:
    """Return whether the person wrote it; every branch of the tree counts."""
    is_hidden = message.metadata is not None and message.metadata.is_hidden
    return message.author is not None and message.author.role == "user" and not is_hidden


def _text_of(content: Content | None) -> str:
    parts = content.parts if content and content.parts else ()
    said = (msgspec.json.decode(part) for part in parts if bytes(memoryview(part)[:1]) == b'"')
    return " ".join(said)


PARTS = (
    Part(named(r"user_settings\.json"), {(): listed(Settings, _settings)}),
    Part(named(r"shared_conversations\.json"), {(): listed(Shared, _shared)}),
    Part(named(r"message_feedback\.json"), {(): listed(Rated, _rated)}),
    Part(named(r"conversations(?:-\d+)?\.json"), {(): listed(Conversation, _conversations)}),
)

READER = Reader(
    "chatgpt",
    "ChatGPT",
    (
        ("2026", named(r"conversations-\d+\.json")),
        ("2026", named(r"export_manifest\.json")),
        ("2023", named(r"conversations\.json")),
        ("2023", named(r"(?:shared_conversations|message_feedback)\.json")),
    ),
    PARTS,
    notes=(
        "Every version of a question counts, also one you wrote anew. Chats are private but for "
        "those you shared by a link.",
    ),
    setting=True,
)
