"""Made-up exports by the hundred: the reader counts what the slow and obvious way counts."""

import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optout_tui.audit.archive import audit, json_stream
from tests.audit import generated, generated_newer, generated_others
from tests.audit.exports.making import zipped
from tests.audit.reference import plainly_counted

MANY = int(os.environ.get("OPTOUT_ARCHIVE_EXAMPLES", "60"))
EXPORTS = {
    "instagram": generated.INSTAGRAM,
    "chatgpt": generated.CHATGPT,
    "x": generated_newer.X,
    "grok": generated_newer.GROK,
    "linkedin": generated_newer.LINKEDIN,
    "reddit": generated_newer.REDDIT,
    "facebook": generated_others.FACEBOOK,
    "tiktok": generated_others.TIKTOK,
    "youtube": generated_others.YOUTUBE,
}


@pytest.mark.parametrize("exports", EXPORTS.values(), ids=EXPORTS)
@settings(max_examples=MANY, deadline=None)
@given(data=st.data(), window=st.sampled_from([64, 1000, json_stream.WINDOW]))
def test_the_reader_counts_as_the_obvious_way_does(
    tmp_path_factory: pytest.TempPathFactory,
    exports: st.SearchStrategy[dict[str, Any]],
    data: st.DataObject,
    window: int,
) -> None:
    file = zipped(folder_of(tmp_path_factory) / "export.zip", data.draw(exports))
    with patch.object(json_stream, "WINDOW", window):
        (report,) = audit([file]).reports
    kinds = {kind: n for kind, n in report.items.items() if n}
    assert (kinds, report.by_year, report.words) == plainly_counted(file)
    assert report.problems == ()


def folder_of(factory: pytest.TempPathFactory) -> Path:
    return factory.getbasetemp()
