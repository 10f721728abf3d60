"""What X's archive says of itself and of the account; direct messages, and chats with Grok."""

from collections.abc import Iterator

import msgspec

from optout_tui.audit.archive.model import Item
from optout_tui.audit.archive.reader import Account
from optout_tui.audit.archive.readers.shared import NO_NAME, private_messages
from optout_tui.audit.archive.text import seconds_of


class Owner(msgspec.Struct, rename={"id": "accountId"}, gc=False):
    """The account whose archive it is."""

    id: str = ""


class WrappedOwner(msgspec.Struct, gc=False):
    """What it is wrapped in."""

    account: Owner | None = None


class ManifestFile(msgspec.Struct, rename={"name": "fileName"}, gc=False):
    """A file the archive should hold, and how many records."""

    name: str = ""
    count: int = 0


class DataType(msgspec.Struct, gc=False):
    """A sort of data and its files."""

    files: list[ManifestFile] = []


class ArchiveInfo(msgspec.Struct, rename={"is_partial": "isPartialArchive"}, gc=False):
    """What the archive says of itself."""

    is_partial: bool = False


class Manifest(
    msgspec.Struct,
    rename={"info": "archiveInfo", "types": "dataTypes", "user": "userInfo"},
    gc=False,
):
    """``manifest.js``."""

    info: ArchiveInfo | None = None
    types: dict[str, DataType] = {}
    user: Owner | None = None


class Protected(msgspec.Struct, rename={"at": "protectedAt"}, gc=False):
    """A change of who may see the account, of the last six months."""

    at: str = ""
    action: str = ""


class WrappedProtected(msgspec.Struct, rename={"change": "protectedHistory"}, gc=False):
    """What it is wrapped in."""

    change: Protected | None = None


class Direct(msgspec.Struct, rename={"sender": "senderId", "created_at": "createdAt"}, gc=False):
    """A direct message, of which only the sender and the time are looked at."""

    sender: str = ""
    created_at: str = ""


class WrappedDirect(msgspec.Struct, rename={"message": "messageCreate"}, gc=False):
    """What it is wrapped in; who joined and who left a group stands there otherwise."""

    message: Direct | None = None


class Sender(msgspec.Struct, gc=False):
    """Who says something in a chat with Grok."""

    name: str = ""


class GrokMessage(msgspec.Struct, rename={"chat": "chatId", "created_at": "createdAt"}, gc=False):
    """One message of a chat with Grok."""

    chat: str = ""
    created_at: str = ""
    sender: Sender | None = None
    message: str = ""


class WrappedGrok(msgspec.Struct, rename={"item": "grokChatItem"}, gc=False):
    """What it is wrapped in."""

    item: GrokMessage | None = None


_COUNTED = ("tweets", "tweet", "noteTweet", "deletedTweets", "communityTweet", "grokChatItem")
"""The sorts of data whose number in the manifest is that of the records in their files."""


def owner(found: list[WrappedOwner], account: Account) -> Iterator[Item]:
    """Remember whose archive it is; make no items."""
    for one in found:
        _take_owner(one.account, account)
    return iter(())


def _take_owner(owner: Owner | None, account: Account) -> None:
    if owner is not None:
        account.goes_by(owner.id)


def manifest(found: list[Manifest], account: Account) -> Iterator[Item]:
    """Take what the archive should hold; make no items."""
    for one in found:
        _take_owner(one.user, account)
        if one.info and one.info.is_partial:
            account.note("X says that this archive is partial.")
        for name, kind in one.types.items():
            if name in _COUNTED:
                for file in kind.files:
                    account.expected[file.name.rpartition("/")[2]] = file.count
    return iter(())


def protected(found: list[WrappedProtected], account: Account) -> Iterator[Item]:
    """Take the changes of the account's switch; make no items."""
    for one in found:
        if one.change is not None and one.change.action in ("Protect", "Unprotect"):
            account.became(seconds_of(one.change.at), private=one.change.action == "Protect")
    if account.privacy_history:
        account.private = max(account.privacy_history).private
    return iter(())


def directs(found: list[WrappedDirect], account: Account) -> Iterator[Item]:
    """Yield the direct messages that the person wrote; those of others are not theirs."""
    sent = [one.message for one in found if one.message is not None]
    if sent and not account.names:
        account.note(NO_NAME.format("account.js"))
    own = [one for one in sent if one.sender in account.names]
    account.by_others += len(sent) - len(own)
    return private_messages((seconds_of(one.created_at) or 0.0 for one in own), account)


def grok(found: list[WrappedGrok], account: Account) -> Iterator[Item]:
    """Yield a chat where a new one begins, and what the person typed in it."""
    for one in found:
        if one.item is None:
            continue
        at = seconds_of(one.item.created_at)
        if account.marks.add(f"chat {one.item.chat}"):
            yield Item("chats", at, visibility="not_public", id=one.item.chat)
        if one.item.sender is None or one.item.sender.name.casefold() == "user":
            yield Item("chat_messages", at, one.item.message, "not_public")
