"""The report of one platform, put together from what was counted and what was said."""

from collections import Counter
from collections.abc import Iterable, Iterator

from optout_tui.audit.archive.model import Report
from optout_tui.audit.archive.reader import Account
from optout_tui.audit.archive.recognising import Recognised
from optout_tui.audit.archive.sources import Problems, Source
from optout_tui.audit.archive.tally import Tally


def report_of(
    found: Recognised, tally: Tally, account: Account, sources: Iterable[Source], problems: Problems
) -> Report:
    """Return the report of a platform that was *found* in *sources*."""
    held = list(sources)
    media: Counter[str] = Counter()
    for source in held:
        media.update(source.media)
    oldest, newest = tally.days()
    return Report(
        platform=found.reader.platform,
        name=found.reader.name,
        layout=found.layout,
        parts=len(held),
        items=tally.kinds(),
        by_year=tally.by_year(),
        by_kind=tally.by_kind(),
        oldest=oldest,
        newest=newest,
        words=tally.words,
        positions=tally.positions,
        tags=tally.tags,
        media_files=dict(sorted(media.items())),
        visibility=tally.visibility(),
        account_private=account.private,
        privacy_history=tuple(
            one._replace(on=one.on[:10]) for one in sorted(set(account.privacy_history))
        ),
        training_setting=account.training,
        training_choices=dict(account.training_choices),
        records_training=found.reader.setting,
        shared_chats=len(account.shared_chats),
        rated=account.rated,
        repeated=tally.repeated,
        notes=(
            *found.reader.notes,
            *account.notes,
            *_on_private_account(account, tally),
            *_on_messages(account, tally),
        ),
        problems=tuple(problems.told),
        problems_left_out=problems.left_out,
    )


BOTH = (
    "Your export says both: your account is private, and some posts, photos or videos are public. "
    "Who can see those now it does not say."
)


def _on_private_account(account: Account, tally: Tally) -> Iterator[str]:
    """Yield that the export says two things that do not go together, if it does."""
    if account.private and tally.visibility()["public"]:
        yield BOTH


def _on_messages(account: Account, tally: Tally) -> Iterator[str]:
    """Yield how many private messages others wrote: they are not what the person made."""
    others, own = account.by_others, tally.kinds().get("messages", 0)
    if not others or not (own or account.names):
        return
    if own:
        messages = "message" if others == 1 else "messages"
        yield f"Your export also holds {others:,} private {messages} by others; only yours count."
    else:
        yield (
            f"No private message in your export ({others:,}) is by a name that it gives as yours; "
            "none is counted."
        )
