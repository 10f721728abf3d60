"""Where a value comes from: written in our own source, or made by what cleans it."""

import ast
from collections.abc import Iterator

from tests.safety.gate import Source, dotted, last_name, words

CLEANING = frozenset({"clean", "plain", "lay_out", "columns", "_Step"})
"""What makes any text fit to show: ``_Step`` draws nothing but content."""

_CLEAN_TYPES = ("Content", "Block", "Strip", "Option")
"""What cannot be made of a text but by what cleans it; mypy sees to the rest."""

_SHAPING = words(
    "truncate pad_left pad_right stylize stylize_before split strip rstrip wrap removeprefix "
    "removesuffix upper capitalize"
)
"""Methods that add no text of anybody's to what they are called on."""

_PASSING_ON = frozenset({"iter", "next", "list", "tuple", "reversed", "sorted", "Option"})
_OURS = "optout_tui."

Function = ast.FunctionDef | ast.AsyncFunctionDef


def is_ours(node: ast.expr, source: Source) -> bool:
    """Whether *node* was written here in full, or came through the gate."""
    return _is_ours(node, source, frozenset())


def _is_ours(  # noqa: PLR0911 - a table of forms
    node: ast.expr, source: Source, seen: frozenset[ast.AST]
) -> bool:
    if node in seen:  # what is added to itself is as good as what it began with
        return True
    seen |= {node}
    match node:
        case ast.Constant():
            return True
        case ast.Call():
            return _is_ours_call(node, source, seen)
        case ast.Name():
            return _is_ours_name(node, source, seen)
        case ast.Attribute(value=ast.Name(id=name)) if name.isupper():
            return True
        case ast.Attribute(value=ast.Name(id="self"), attr=attr):
            return any(_is_clean(note) for note in _notes_of(attr, source))
        case _:
            parts = _parts(node)
            return bool(parts) and all(_is_ours(part, source, seen) for part in parts)


def _parts(node: ast.expr) -> list[ast.expr]:  # noqa: PLR0911 - a table of forms
    """What an expression is put together from; none where that cannot be said."""
    match node:
        case ast.JoinedStr(values=values):
            return values
        case ast.BinOp(op=ast.Mult(), left=left):
            return [left]
        case ast.BinOp(left=left, right=right):
            return [left, right]
        case ast.IfExp(body=body, orelse=orelse):
            return [body, orelse]
        case ast.BoolOp(values=values):
            return values
        case ast.List(elts=elts) | ast.Tuple(elts=elts) | ast.Dict(values=elts):
            return elts
        case ast.GeneratorExp(elt=elt) | ast.ListComp(elt=elt):
            return [elt]
        case (
            ast.Starred(value=value)
            | ast.Subscript(value=value)
            | ast.FormattedValue(value=value)
            | ast.NamedExpr(value=value)
        ):
            return [value]
    return []


def _is_ours_call(  # noqa: PLR0911 - a table of forms
    call: ast.Call, source: Source, seen: frozenset[ast.AST]
) -> bool:
    name = last_name(call.func)
    if name in CLEANING or dotted(call.func).split(".")[0] == "Content":
        return True  # what Content is made of has a rule of its own
    if any(_is_clean(function.returns) for function in _functions(name, source)):
        return True
    if dotted(call.func) == "map":
        functions = _functions(last_name(call.args[0]), source)
        return any(_is_clean(function.returns) for function in functions)
    if dotted(call.func) == "str" and isinstance(call.args[0], ast.Name):
        return _is_refusal(call.args[0], source)
    if name in _PASSING_ON:
        return all(_is_ours(given, source, seen) for given in call.args)
    if isinstance(call.func, ast.Attribute):
        given = call.args if name == "join" else []
        is_known = name == "join" or name in _SHAPING
        return is_known and all(_is_ours(one, source, seen) for one in [call.func.value, *given])
    return name == "join" and all(_is_ours(one, source, seen) for one in call.args)


def _is_ours_name(node: ast.Name, source: Source, seen: frozenset[ast.AST]) -> bool:
    scopes: list[ast.AST] = [*source.functions_around(node), source.tree]
    for scope in scopes:
        if isinstance(scope, Function):
            notes = [arg.annotation for arg in ast.walk(scope.args) if isinstance(arg, ast.arg)]
            named = [arg.arg for arg in ast.walk(scope.args) if isinstance(arg, ast.arg)]
            if node.id in named:
                return _is_clean(notes[named.index(node.id)])
        if origins := list(_assigned(node.id, scope)):
            return all(_is_ours(origin, source, seen) for origin in origins)
    return node.id.isupper() and _is_imported_from_us(node.id, source)


def _assigned(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    """Everything that is put under *name* in a function or a file."""
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=targets, value=value):
                if any(name in _names(target) for target in targets):
                    yield value
            case (
                ast.AnnAssign(target=target, value=value)
                | ast.NamedExpr(target=target, value=value)
                | ast.AugAssign(target=target, value=value)
            ):
                if name in _names(target) and value is not None:
                    yield value
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                if name in _names(target):
                    yield value


def _names(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def _functions(name: str, source: Source) -> Iterator[Function]:
    for node in ast.walk(source.tree):
        if isinstance(node, Function) and node.name == name:
            yield node


def _notes_of(attribute: str, source: Source) -> Iterator[ast.expr]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.AnnAssign) and last_name(node.target) == attribute:
            yield node.annotation


def _is_clean(note: ast.expr | None) -> bool:
    """Whether an annotation promises a type that only what cleans can make."""
    said = ast.unparse(note) if note is not None else ""
    return any(kind in said for kind in _CLEAN_TYPES) and "str" not in said


def _is_refusal(node: ast.Name, source: Source) -> bool:
    """Whether it is a refusal, which cleans its own text when it is made."""
    for function in source.functions_around(node):
        for part in ast.walk(function):
            if isinstance(part, ast.arg) and part.arg == node.id:
                return part.annotation is not None and ast.unparse(part.annotation) == "Refusal"
            if isinstance(part, ast.ExceptHandler) and part.name == node.id:
                return part.type is not None and ast.unparse(part.type) == "Refusal"
    return False


def _is_imported_from_us(name: str, source: Source) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and f"{node.module}.".startswith(_OURS)
        and any(alias.name == name for alias in node.names)
        for node in ast.walk(source.tree)
    )
