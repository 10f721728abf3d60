"""The screens: which widgets there are, and that every text in them came through the gate."""

import ast
from collections.abc import Iterator

from tests.safety.gate import Rule, Source, dotted, imported, is_false, keyword, last_name, words
from tests.safety.gate_origin import is_ours

ROOMS = ("tui/", "plain/")

_WIDGETS = words(
    "textual.widgets.Static textual.widgets.Input textual.widgets.TextArea "
    "textual.widgets.OptionList textual.widgets.option_list.Option "
    "textual.widgets.text_area.Edit textual.widgets.text_area.EditResult "
    "rich.segment.Segment rich.style.Style rich.cells.cell_len"
)
"""What the rules below know how to judge, or shows no text; most others read markup."""

_TITLES = frozenset({"border_title", "border_subtitle", "tooltip", "placeholder", "sub_title"})
_FIRST = frozenset({"Static", "Option", "Selection", "update", "notify", "Segment", "add_option"})
_ALL = frozenset({"replace_option_prompt", "DiscoveryHit", "Hit"})
_MADE = frozenset({"Content", "Content.styled", "Content.assemble", "Text", "Text.assemble"})
_NEVER = frozenset({"from_markup", "from_rich_text", "from_text", "from_ansi", "render_markup"})


def widget(node: ast.AST, _source: Source) -> str:
    """A widget, or a part of rich, that no rule here judges."""
    for name in imported(node):
        if name.startswith(("textual.widgets", "rich.")) and name not in _WIDGETS:
            return f"{name}: teach the gate first what it does with a text"
        if name.startswith("textual.markup"):
            return f"{name}: escape is no guard"
    return ""


def field(node: ast.AST, _source: Source) -> str:
    """A field that does not clean what is typed and pasted."""
    is_call = isinstance(node, ast.Call) and dotted(node.func) in ("Input", "TextArea")
    return f"{dotted(node.func)}: take Field or NoteField" if is_call else ""  # type: ignore[attr-defined]


def markup(node: ast.AST, _source: Source) -> str:
    """A text that is read as markup."""
    if not isinstance(node, ast.Call):
        return ""
    name = last_name(node.func)
    if name in _NEVER:
        return f"{name}() reads markup"
    if name in ("Hit", "DiscoveryHit"):
        said = keyword(node, "help")
        return "" if said is None or isinstance(said, ast.Constant) else f"{name} reads its help so"
    wanted = keyword(node, "markup")
    if name == "notify" and not is_false(wanted):
        return "notify() without markup=False"
    is_super = isinstance(node.func, ast.Attribute) and name == "__init__"
    if name in ("OptionList", "SelectionList") or (is_super and wanted is not None):
        return "" if is_false(wanted) else f"{name}() without markup=False"
    return ""


def made(node: ast.AST, source: Source) -> str:
    """Content that is made of a text past ``flow.plain``, which cleans."""
    if not isinstance(node, ast.Call) or dotted(node.func) not in _MADE:
        return ""
    parts = node.args if dotted(node.func).endswith("assemble") else node.args[:1]
    foreign = [part for part in parts if not is_ours(part, source)]
    return f"{dotted(node.func)}({ast.unparse(foreign[0])})" if foreign else ""


def shown(node: ast.AST, source: Source) -> str:
    """A text that a widget is given, past the gate."""
    for place, given in _given(node):
        if not is_ours(given, source):
            return f"{place}: {ast.unparse(given)}"
    return ""


def _given(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """What a widget is given to show, by whichever way."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Attribute) and target.attr in _TITLES:
                yield target.attr, node.value
    if isinstance(node, ast.Call):
        name = last_name(node.func)
        if name in _FIRST:
            yield from ((name, one) for one in node.args[:1])
        if name in _ALL:
            yield from ((name, one) for one in _texts_of(name, node))
        for given in node.keywords:
            if given.arg in _TITLES or (name == "notify" and given.arg == "title"):
                yield f"{name}({given.arg}=)", given.value


def _texts_of(name: str, call: ast.Call) -> Iterator[ast.expr]:
    if name == "replace_option_prompt":
        yield from call.args[1:]
        return
    yield call.args[0 if name == "DiscoveryHit" else 1]
    yield from (given.value for given in call.keywords if given.arg == "text")


def drawn(node: ast.AST, _source: Source) -> str:
    """A widget that draws itself from something else than content."""
    if not isinstance(node, ast.FunctionDef):
        return ""
    if node.name in ("__rich__", "__rich_console__", "__rich_measure__"):
        return f"{node.name}() draws past the gate"
    said = ast.unparse(node.returns) if node.returns else ""
    wanted = {"render": "Content", "render_line": "Strip", "render_lines": "list[Strip]"}
    if said != wanted.get(node.name, said):
        return f"{node.name}() has to return {wanted[node.name]}"
    return ""


def log(node: ast.AST, _source: Source) -> str:
    """A text that goes to Textual's own log."""
    if isinstance(node, ast.Call) and dotted(node.func).startswith(("self.log", "self.app.log")):
        return f"{dotted(node.func)}()"
    return ""


RULES = (
    Rule("widget", widget, {}),
    Rule("field", field, {}),
    Rule(
        "markup",
        markup,
        {
            "tui/palette.py:discover": "our own words: a key, a state",
            "tui/palette.py:search": "our own words: a key, a state",
        },
    ),
    Rule(
        "made",
        made,
        {
            "tui/flow.py:plain": "cleans on the line before",
        },
    ),
    Rule(
        "shown",
        shown,
        {
            "tui/widgets/rows.py:segments": "the parts of content, which came through the gate",
        },
    ),
    Rule("drawn", drawn, {}),
    Rule("log", log, {}),
)
