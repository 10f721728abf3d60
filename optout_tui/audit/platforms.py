"""Of which platforms it can be seen what is public, told without loading what looks."""

PLATFORMS = (
    "instagram",
    "threads",
    "facebook",
    "x",
    "chatgpt",
    "grok",
    "tiktok",
    "youtube",
    "linkedin",
    "reddit",
)
"""Those whose official export can be read: the ids of the guides, in the order of the readers."""

WEBSITE, YOUTUBE = "website", "youtube"
"""Those whose own public signals can be looked at, besides."""


def can_audit(platform: str) -> bool:
    """Return whether the export of that platform can be read."""
    return platform in PLATFORMS
