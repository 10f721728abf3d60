"""The command palette: every checklist, every account, every action."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from optout_tui.safety.text import clean
from optout_tui.tui.app import OptOutApp
from optout_tui.tui.flow import plain
from optout_tui.tui.screens.due import DueScreen
from optout_tui.tui.screens.guide import GuideScreen
from optout_tui.tui.theme import THEME_WORDS
from optout_tui.tui.widgets.bars import key_name
from optout_tui.tui.widgets.page import Page

Entry = tuple[str, str, Callable[[], object]]
"""What it is called, what it does, and the doing."""


class EverythingProvider(Provider):
    """Finds by name whatever the present screen and the program can do."""

    async def discover(self) -> Hits:
        """Yield everything, before anything is typed."""
        for name, words, run in self._entries():
            yield DiscoveryHit(plain(name), run, text=clean(name), help=words)

    async def search(self, query: str) -> Hits:
        """Yield what fits *query*, the best first."""
        matcher = self.matcher(query)
        for name, words, run in self._entries():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, plain(name), run, text=clean(name), help=words)

    def _entries(self) -> Iterator[Entry]:
        app, page = self.app, self.screen
        if not isinstance(app, OptOutApp):
            return
        bindings = page.bindings_here() if isinstance(page, Page) else ()
        for binding in bindings:
            if binding.description and "palette" not in binding.action:
                run = partial(page.run_action, binding.action)
                yield binding.description, f"key {key_name(binding)}", run
        if isinstance(page, GuideScreen):
            yield from self._accounts(page)
        for row in app.desk.rows():
            name = clean(row.name)
            yield f"Open {name}", "checklist", partial(app.open_checklist, row.name)
        actions = [binding.action for binding in bindings]
        if not isinstance(page, DueScreen) and "due" not in actions:
            yield "Due", "what is late or soon", app.show_due
        for theme, words in THEME_WORDS.items():
            yield f"Theme: {words}", "colours", partial(app.use_theme, theme)
        yield "Show the tour", "the five keys that matter most", app.show_tour
        if not {"audit", "keep"} & set(actions):  # neither offered here, nor open already
            region = app.session.checklist.region if app.session else ""
            yield "Audit", "what of an export is public", partial(app.show_audit, region)
        if "app.leave" not in actions:
            yield "Leave", "everything is saved", app.action_leave

    def _accounts(self, page: GuideScreen) -> Iterator[Entry]:
        for view in page.session.views():
            go = partial(page.show_account, view.account.id)
            yield f"Go to {clean(view.label)}", f"account, {view.state}", go
