"""Build hook: puts the compiled knowledge into the wheel, made by the loader that checks it."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileKnowledge(BuildHookInterface[Any]):
    """Compiles ``optout_tui/knowledge`` for a wheel; an editable install compiles on first use."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add ``optout_tui/library/knowledge.bin`` to the wheel that is being built."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from optout_tui.library.compiled import compile_folder
        from optout_tui.library.source import KNOWLEDGE, digest_of

        content = compile_folder(KNOWLEDGE, digest_of(KNOWLEDGE))
        target = Path(tempfile.mkdtemp()) / "knowledge.bin"
        target.write_bytes(content)
        build_data["force_include"][str(target)] = "optout_tui/library/knowledge.bin"
