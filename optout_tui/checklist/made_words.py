"""How what an audit of a data export counts is said to people: on screen, in print, in exports."""

KINDS_MADE = {
    "posts": "posts", "photos": "photos", "videos": "videos", "stories": "stories",
    "reposts": "reposts", "articles": "articles", "profile_photos": "profile photos",
    "comments": "comments", "chats": "AI chats", "chat_messages": "typed to an AI",
    "messages": "messages",
}  # fmt: skip
STATES_SEEN = {"public": "public", "not_public": "not public", "not_recorded": "not recorded"}
NOT_RECORDED = "your export does not record this"
NO_GUESS = (
    "“Not recorded” means that the export does not say who can see it. It may be public or not; "
    "nothing is guessed here."
)
LINKED = "Anyone who has the link can read these."
NOTHING_MADE = "nothing was counted"
_CHOICES = {
    "training_allowed": "chats",
    "voice_training_allowed": "voice recordings",
    "video_training_allowed": "video recordings",
    "codex_training_allowed": "Codex tasks",
    "codex_training_allowed_v2": "Codex tasks, newer switch",
}

ACCOUNT_SEEN = {True: "private", False: "public", None: NOT_RECORDED}


def choice_words(name: str, *, choice: bool) -> str:
    """Return a choice about training as ChatGPT's export names it: "chats: off".

    One that is not known keeps its name.
    """
    return f"{_CHOICES.get(name, name)}: {'on' if choice else 'off'}"
