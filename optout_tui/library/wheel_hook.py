"""Build hook: puts the compiled knowledge into the wheel, made by the loader that checks it."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileKnowledge(BuildHookInterface[Any]):
    """Compiles ``optout_tui/knowledge`` for a wheel; an editable install compiles on first use."""

    PLUGIN_NAME = "custom"

    _made: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add ``optout_tui/library/knowledge.bin`` to the wheel that is being built."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from optout_tui.library.compiled import compile_folder
        from optout_tui.library.source import KNOWLEDGE, digest_of

        content = compile_folder(KNOWLEDGE, digest_of(KNOWLEDGE))
        self._made = Path(tempfile.mkdtemp())
        target = self._made / "knowledge.bin"
        target.write_bytes(content)
        build_data["force_include"][str(target)] = "optout_tui/library/knowledge.bin"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - as the builder calls it
        """Take away what was only needed while building."""
        if self._made is not None:
            shutil.rmtree(self._made)
