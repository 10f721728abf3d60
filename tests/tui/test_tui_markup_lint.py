"""Nothing outside text can reach is read as markup: a look at the source itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import optout_tui.tui

FILES = sorted(Path(optout_tui.tui.__file__).parent.rglob("*.py"))
PARSED_FIRST = {"Static", "Label", "Button", "Checkbox", "RadioButton", "Tab", "Collapsible"}
LISTS = {"OptionList", "SelectionList", "Select", "RadioSet"}
RICH_MARKUP = {"DataTable", "Tree", "Markdown", "RichLog", "Log"}
TITLES = {"border_title", "border_subtitle", "tooltip"}
SAFE = {"plain", "Content", "styled", "assemble", "join", "lay_out"}


def name_of(node: ast.expr) -> str:
    """The last name of what is called: ``Static``, ``notify``, ``styled``."""
    return getattr(node, "id", getattr(node, "attr", ""))


def is_ours(node: ast.expr) -> bool:
    """Whether it is written here in full, or made by what cleans and never reads markup."""
    if isinstance(node, ast.Constant):
        return True
    return isinstance(node, ast.Call) and name_of(node.func) in SAFE


def has(call: ast.Call, keyword: str, value: object) -> bool:
    return any(
        k.arg == keyword and isinstance(k.value, ast.Constant) and k.value.value is value
        for k in call.keywords
    )


def wrong_call(call: ast.Call) -> str:  # noqa: PLR0911 - a table of rules, one a line
    name, first = name_of(call.func), call.args[0] if call.args else None
    if name in PARSED_FIRST and first is not None and not is_ours(first):
        return "" if has(call, "markup", value=False) else f"{name} may read this as markup"
    if name in LISTS | {"notify"} and not has(call, "markup", value=False):
        return f"{name} without markup=False"
    if name in {"Option", "update"} and isinstance(first, ast.JoinedStr):
        return f"{name} of an f-string"
    if name in RICH_MARKUP:
        return f"{name} reads Rich markup"
    if name in {"from_markup", "from_text"} and not isinstance(first, ast.Constant):
        return f"{name} of what is not written here"
    if any(k.arg in {*TITLES, "placeholder"} and not is_ours(k.value) for k in call.keywords):
        return f"{name} with a title from outside"
    return ""


def wrong(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (reason := wrong_call(node)):
            yield node.lineno, reason
        if isinstance(node, ast.Assign):
            named = [t.attr for t in node.targets if isinstance(t, ast.Attribute)]
            if set(named) & TITLES and not is_ours(node.value):
                yield node.lineno, f"{named[0]} from outside"
        if isinstance(node, ast.ImportFrom) and node.module in ("textual.markup", "rich.markup"):
            yield node.lineno, f"{node.module}: escape is no guard"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_outside_text_is_read_as_markup(path: Path) -> None:
    assert list(wrong(ast.parse(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "source",
    [
        "Static(name)",
        'Static(f"{name}")',
        "Label(text, id='x')",
        "OptionList(Option(plain(x)))",
        'Option(f"{name}")',
        'self.notify("written")',
        "app.notify(text, markup=True)",
        "box.border_title = name",
        'box.tooltip = f"{name}"',
        'static.update(f"{name}")',
        "Content.from_markup(text)",
        "Input(tooltip=text)",
        "DataTable()",
        "from textual.markup import escape",
    ],
)
def test_the_look_finds_what_it_is_for(source: str) -> None:
    assert len(list(wrong(ast.parse(source)))) >= 1


@pytest.mark.parametrize(
    "source",
    [
        "Static(text, markup=False)",
        'Static("Your checklists")',
        "Static(plain(text))",
        "OptionList(Option(plain(x)), markup=False)",
        "self.notify(clean(text), markup=False)",
        "box.border_title = plain(name)",
        'Content.from_markup("[b]$name[/b]", name=name)',
    ],
)
def test_the_look_lets_safe_forms_pass(source: str) -> None:
    assert list(wrong(ast.parse(source))) == []
