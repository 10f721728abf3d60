"""The platforms whose official export can be read, told without loading what reads them."""

PLATFORMS = (
    "instagram",
    "threads",
    "facebook",
    "x",
    "chatgpt",
    "tiktok",
    "youtube",
    "linkedin",
    "reddit",
)
"""The ids of the guides, in the order of the readers."""


def can_audit(platform: str) -> bool:
    """Return whether the export of that platform can be read."""
    return platform in PLATFORMS
