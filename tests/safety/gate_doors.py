"""The doors of the program: streams, files, parsers, other programs, the network, templates."""

import ast
import re

from tests.safety.gate import Rule, Source, brings, dotted, is_false, keyword, last_name, words

_STREAMS = frozenset(f"sys.{mark}std{way}{mark}" for mark in ("", "__") for way in ("out", "err"))
_PRINTERS = frozenset({"print", "input", "breakpoint", "pprint", "getpass"})
_DESCRIPTORS = frozenset({"os.write", "os.writev", "os.pwrite", "os.fdopen", "os.sendfile"})
_STREAM_WRITES = re.compile(
    r"(?:^|\.)_?(?:out|err|stream|std\w+|console|terminal|file|handle)\.(?:write|print)$"
)
_TALKING = words(
    "logging warnings getpass pprint curses faulthandler syslog rich.console rich.print"
)


def stream(node: ast.AST, _source: Source) -> str:
    """Anything that reaches the terminal past ``cli/output.py``."""
    if module := brings(node, _TALKING | _STREAMS):
        return f"{module} is imported"
    if isinstance(node, ast.Attribute) and dotted(node) in _STREAMS:
        return dotted(node)
    if isinstance(node, ast.Call):
        name = dotted(node.func)
        if name in _PRINTERS | _DESCRIPTORS or name.startswith("traceback.print_"):
            return "" if _prints_what_is_clean(node) else f"{name}()"
        return f"{name}()" if _STREAM_WRITES.search(name) else ""
    return ""


def _prints_what_is_clean(call: ast.Call) -> bool:
    """The wizard's one line on leaving; its place must be named all the same for its stream."""
    cleaned = [isinstance(one, ast.Call) and dotted(one.func) == "clean" for one in call.args]
    return dotted(call.func) == "print" and bool(cleaned) and all(cleaned)


def exact(node: ast.AST, _source: Source) -> str:
    """Text that is put out as it stands, uncleaned."""
    is_call = isinstance(node, ast.Call) and last_name(node.func) == "say_exactly"
    return "say_exactly() cleans nothing" if is_call else ""


_STARTING = frozenset({"subprocess", "webbrowser", "pty", "multiprocessing", "ctypes"})
_OF_OS = re.compile(r"os\.(system|popen|startfile|fork\w*|exec[lv]\w*|spawn\w*|posix_spawn\w*)")
_OF_TEXTUAL = words(
    "open_url deliver_text deliver_binary deliver_screenshot save_screenshot "
    "create_subprocess_exec create_subprocess_shell"
)


def process(node: ast.AST, _source: Source) -> str:
    """Another program, started by whatever means."""
    if module := brings(node, _STARTING):
        return f"{module} is imported"
    if isinstance(node, ast.Attribute) and _OF_OS.fullmatch(dotted(node)):
        return dotted(node)
    if isinstance(node, ast.Call):
        if last_name(node.func) in _OF_TEXTUAL:
            return f"{last_name(node.func)}()"
        shell = keyword(node, "shell")
        return "shell=" if shell is not None and not is_false(shell) else ""
    return ""


def link(node: ast.AST, _source: Source) -> str:
    """A link that is opened."""
    is_call = isinstance(node, ast.Call) and last_name(node.func) == "open_link"
    return "open_link()" if is_call else ""


_NETWORK = words(
    "socket ssl http urllib.request urllib.robotparser ftplib smtplib poplib imaplib telnetlib "
    "xmlrpc socketserver asyncio.open_connection asyncio.start_server requests httpx"
)


def network(node: ast.AST, _source: Source) -> str:
    """A way to another computer."""
    if module := brings(node, _NETWORK):
        return f"{module} is imported"
    is_call = isinstance(node, ast.Call) and last_name(node.func) in (
        "open_connection", "create_connection", "create_server", "start_server", "urlopen",
    )  # fmt: skip
    return "a connection" if is_call else ""


_WRITING = re.compile(r"[rwaxbt+]*[wax+][rwaxbt+]*")
_MAKERS = words("write_text write_bytes writelines touch symlink_to hardlink_to extract extractall")
_OF_OS_FILES = frozenset({"os.link", "os.symlink", "os.truncate", "os.mkfifo", "os.mknod"})
_COPYING = frozenset({"tempfile", "shutil"})


def file(node: ast.AST, _source: Source) -> str:
    """A file that is made or filled."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        module = brings(node, _COPYING)
        return f"{module} is imported" if module else ""
    if not isinstance(node, ast.Call):
        return ""
    name = last_name(node.func)
    is_method = isinstance(node.func, ast.Attribute)
    if (is_method and name in _MAKERS) or dotted(node.func) in _OF_OS_FILES:
        return f"{name}()"
    if dotted(node.func) == "os.open":
        flags = ast.unparse(node.args[1]) if len(node.args) > 1 else "?"
        return "" if re.fullmatch(r"os\.O_RDONLY( \| os\.O_DIRECTORY)?", flags) else "os.open()"
    if name == "open":
        return f"{name}() to write" if _opens_to_write(node) else ""
    return ""


def _opens_to_write(call: ast.Call) -> bool:
    """A mode that is not written out counts; ``desk.open(name)`` has none."""
    is_builtin = isinstance(call.func, ast.Name)
    mode = keyword(call, "mode")
    if mode is None:
        mode = next(iter(call.args[1 if is_builtin else 0 :]), None)
        if mode is not None and not is_builtin and not isinstance(mode, ast.Constant):
            return False
    if mode is None:
        return False
    if not isinstance(mode, ast.Constant):
        return True
    return isinstance(mode.value, str) and bool(_WRITING.fullmatch(mode.value))


_PARSERS = re.compile(
    r"(?:tomllib|json|pickle|marshal|plistlib)\.loads?|msgspec\.\w+\.(?:decode|Decoder)"
    r"|csv\.(?:reader|DictReader)|zipfile\.ZipFile|tarfile\.open|ElementTree\.\w+|configparser\.\w+"
)
_PARSER_MODULES = words(
    "pickle marshal shelve dbm sqlite3 xml plistlib configparser yaml tarfile zipfile "
    "tomllib.load tomllib.loads json.load json.loads"
)


def parser(node: ast.AST, _source: Source) -> str:
    """A file that is read whole or parsed past the bounded readers."""
    if module := brings(node, _PARSER_MODULES):
        return f"{module} is imported"
    if not isinstance(node, ast.Call):
        return ""
    if _PARSERS.fullmatch(dotted(node.func)):
        return f"{dotted(node.func)}()"
    if isinstance(node.func, ast.Attribute) and node.func.attr in ("read_text", "read_bytes"):
        return f".{node.func.attr}() of any size"
    is_read = isinstance(node.func, ast.Attribute) and node.func.attr == "read"
    return ".read() of any size" if is_read and not node.args else ""


_CODE = frozenset({"eval", "exec", "compile", "__import__", "import_module"})


def code(node: ast.AST, _source: Source) -> str:
    """Text that is run as code."""
    if not isinstance(node, ast.Call) or dotted(node.func) not in _CODE:
        return ""
    is_written_here = all(isinstance(given, ast.Constant) for given in node.args)
    return "" if is_written_here else f"{dotted(node.func)}()"


def template(node: ast.AST, _source: Source) -> str:
    """A template whose values pass through nothing, or text that is called safe."""
    if not isinstance(node, ast.Call):
        return ""
    name = last_name(node.func)
    if name in ("Environment", "SandboxedEnvironment"):
        missing = [one for one in ("autoescape", "finalize") if keyword(node, one) is None]
        return f"Environment without {' and '.join(missing)}" if missing else ""
    return f"{name}()" if name in ("Markup", "Template") else ""


WAY_OUT = "the one way out of a command; it cleans"

RULES = (
    Rule(
        "stream",
        stream,
        {
            "__main__.py:_told_version": "our own version, before anything is loaded",
            "cli/output.py": WAY_OUT,
            "plain/talk.py:_write": "the one way out of plain mode, behind what cleans",
            "cli/crash.py:write_report": "a crash report, which knows nobody",
            "cli/layout.py:line_width": "asks stdout how wide it is",
            "cli/start.py:_can_draw": "asks stdout whether it is a terminal",
            "cli/start.py:_start": "hands stdin and stdout to plain mode",
            "checklist/store/whole.py:_write_new": "the descriptor of the new file",
            "safety/limits.py:read_bytes": "the descriptor of a file that is read",
            "tui/running.py:run": "the one line on leaving, cleaned",
            "tui/running.py:_let_go_of_terminal": "puts streams of a vanished terminal away",
        },
    ),
    Rule(
        "exact",
        exact,
        {
            "cli/commands/export.py:run": "an export, cleaned as it is made",
            "cli/commands/guides_new.py:_print": "our own template, with a checked id in it",
        },
    ),
    Rule(
        "process",
        process,
        {
            "handoff/browser.py": "the person's browser, after they saw the address",
            "handoff/clipboard.py": "the system's clipboard program, given text on its input",
        },
    ),
    Rule(
        "link",
        link,
        {
            "tui/dialogs/link.py:answer": "the dialog that shows it whole",
            "plain/asks.py:ask_link": "says it whole, with its host, before it asks",
        },
    ),
    Rule(
        "network",
        network,
        {"audit/site/fetch.py": "the one door: addresses that the person was shown and allowed"},
    ),
    Rule(
        "file",
        file,
        {
            "checklist/store/whole.py": "writes files whole or not at all",
            "cli/crash.py:write_report": "a crash report, new and 0600",
            "cli/output.py:give_up_stdout": "/dev/null in the place of a stdout nobody reads",
            "tui/running.py:_let_go_of_terminal": "/dev/null in the place of a vanished terminal",
            "library/source.py:keep": "the cache of compiled knowledge",
            "library/wheel_hook.py": "the build, never the program",
            "handoff/clipboard.py": "only looks for programs",
            "safety/limits.py:read_bytes": "opens to read, without waiting for a pipe",
            "checklist/store/backups.py": "a second name for a file that is replaced next",
            "checklist/store/gone.py": "only takes away",
        },
    ),
    Rule(
        "parser",
        parser,
        {
            "safety/limits.py:parse_toml": "the bounded reader itself",
            "checklist/store/index.py:_read": "our own cache, read in bounds",
            "checklist/store/whole.py:write_whole": "what is taken back if the disk fails",
            "library/compiled.py": "files made by ourselves, named by their digest",
            "library/source.py": "files of our own package",
            "library/knowledge.py": "parts of the compiled file",
            "export/html.py:_own": "our own template and style sheet",
            "audit/archive/csv_rows.py:rows_of": "row by row, each cell within a limit",
            "audit/archive/json_shapes.py": "one record at a time, within a limit",
            "audit/archive/json_window.py:_key_of": "one key, within a limit",
            "audit/archive/readers/chatgpt.py": "a text within a record that was read in bounds",
            "audit/archive/readers/youtube.py": "a text within a row that was read in bounds",
            "cli/commands/guides_new.py:_template": "our own template",
            "cli/commands/completion.py:run": "our own scripts",
            "contentcheck/positions.py:_name": "one key of a file that was read in bounds",
            "audit/site/beside.py:tdmrep_signals": "a file read in bounds, of any shape",
            "audit/site/video.py:read_answer": "an answer read in bounds, into a typed record",
        },
    ),
    Rule(
        "code", code, {"cli/loading.py:module_of": "a command's module, by its name in our catalog"}
    ),
    Rule(
        "template",
        template,
        {
            "export/html.py:_markup": "escaped on the line above",
            "export/html.py:_template": "our own style sheet",
        },
    ),
)
