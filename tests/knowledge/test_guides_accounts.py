"""Account types: business, school, team, creator, page, under 18, where they differ."""

import pytest

from optout_tui.library.knowledge import Knowledge
from tests.knowledge.said import pairs, words

SAID = {
    "adobe": ("business", "school"),
    "character-ai": ("under 18",),
    "chatgpt": ("Business", "Edu", "teenager's account linked to a parent's"),
    "claude": ("Team, Enterprise, Education, Gov", "under 18"),
    "copilot": ("school", "under 18"),
    "dropbox": ("team",),
    "facebook": ("A Page cannot object", "people under 18"),
    "gemini": ("work or school account", "18"),
    "github-copilot": ("Business", "Enterprise", "student or teacher"),
    "google": ("work or school account",),
    "grammarly": ("administrator", "for education"),
    "grok": ("business accounts",),
    "instagram": ("business or creator account", "people under 18"),
    "le-chat": ("Team", "Enterprise"),
    "linkedin": ("under 18", "Page"),
    "perplexity": ("Enterprise",),
    "pinterest": ("under 18",),
    "slack": ("owner",),
    "snapchat": ("teenager's account",),
    "substack": ("publication",),
    "threads": ("business or creator account", "people under 18"),
    "tiktok": ("business account", "under 16"),
    "wordpress": ("WordPress VIP",),
    "x": ("under 18",),
    "youtube": ("Content Manager", "Content ID"),
    "zoom": ("administrator",),
}
"""Words each guide needs, because the facts differ for such an account."""

ALIKE = {
    "alexa", "artstation", "bluesky", "deepseek", "deviantart", "discord", "mastodon", "messenger",
    "meta-ai", "reddit", "tumblr", "website", "whatsapp",
}  # fmt: skip
"""Where no source we read tells one kind of account from another, or the steps say it all."""


@pytest.mark.parametrize(("name", "word"), pairs(SAID))
def test_what_differs_for_a_kind_of_account_is_said(
    knowledge: Knowledge, name: str, word: str
) -> None:
    assert word in words(knowledge.guide(name))


def test_every_guide_was_looked_at(knowledge: Knowledge) -> None:
    assert set(knowledge.guide_ids) == SAID.keys() | ALIKE
    assert not SAID.keys() & ALIKE
