"""How what an audit of a data export counts is said to people: on screen, in print, in exports."""

KINDS_MADE = {
    "posts": "posts", "photos": "photos", "videos": "videos", "stories": "stories",
    "reposts": "reposts", "articles": "articles", "profile_photos": "profile photos",
    "comments": "comments", "chats": "AI chats", "chat_messages": "typed to an AI",
    "messages": "messages",
}  # fmt: skip
STATES_SEEN = {"public": "public", "not_public": "not public", "not_recorded": "not recorded"}
NOT_RECORDED = "your export does not record this"
ACCOUNT_SEEN = {True: "private", False: "public", None: NOT_RECORDED}
