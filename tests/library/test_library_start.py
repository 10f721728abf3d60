import subprocess
import sys

from optout_tui.library.source import KNOWLEDGE


def answer(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=KNOWLEDGE.parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_knowledge_is_opened_without_what_a_quick_start_can_do_without() -> None:
    code = "import sys, optout_tui.library.knowledge; print('typing_extensions' in sys.modules)"
    assert answer(code) == "False"


def test_whoever_needs_it_later_still_gets_it() -> None:
    code = (
        "import optout_tui.library.knowledge, typing_extensions; print(typing_extensions.__name__)"
    )
    assert answer(code) == "typing_extensions"


def test_one_that_is_there_already_is_left_alone() -> None:
    code = (
        "import sys, typing_extensions as before, optout_tui.library;"
        "print(sys.modules['typing_extensions'] is before)"
    )
    assert answer(code) == "True"
