"""Files are judged one by one: what does not load, what breaks a rule, what is no file."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from optout_tui.contentcheck.judge import judge_files, judge_ours
from optout_tui.contentcheck.places import region_problems
from optout_tui.library.compiled import KNOWLEDGE
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.knowledge import knowledge as our_knowledge


@pytest.fixture
def folder(tmp_path: Path, sample: Path) -> Path:
    """All knowledge in a folder of its own, with the sample as its only guide."""
    copy = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, copy, ignore=shutil.ignore_patterns("platforms"))
    (copy / "platforms").mkdir()
    shutil.copy(sample, copy / "platforms")
    return copy


def test_a_good_file_has_no_problem(sample: Path, knowledge: Knowledge) -> None:
    judged = judge_files([sample], knowledge, None)
    assert judged == ((str(sample),), ())


def test_a_folder_stands_for_its_files(sample: Path, knowledge: Knowledge) -> None:
    assert judge_files([sample.parent], knowledge, None).files == (str(sample),)


def test_a_file_that_does_not_load_gives_place_and_reason(
    sample: Path, knowledge: Knowledge
) -> None:
    sample.write_text(sample.read_text("utf-8").replace('"policy"', '"polcy"', 1), "utf-8")
    [problem] = judge_files([sample], knowledge, None).problems
    assert problem == (str(sample), "training.sources[0]", 'no source named "polcy"')


def test_a_file_under_another_name_does_not_load(sample: Path, knowledge: Knowledge) -> None:
    other = sample.rename(sample.with_name("other.toml"))
    [problem] = judge_files([other], knowledge, None).problems
    assert problem.where == "id"


def test_what_is_no_file_is_a_problem(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    paths = [tmp_path / name for name in ("empty", "pipe", "none", "x" * 300)]
    reasons = [problem.reason for problem in judge_files(paths, knowledge, None).problems]
    assert reasons == [
        "holds no guide: no file *.toml", "is not a file", "No such file or directory",
        "File name too long",
    ]  # fmt: skip


def test_the_whole_folder_is_judged_with_its_law(folder: Path, knowledge: Knowledge) -> None:
    judged = judge_ours(folder, knowledge, None)
    assert {"sample.toml", "gdpr.toml", "authorities.toml", "regions.toml"} <= set(judged.files)
    assert judged.problems == ()


def test_a_law_that_names_what_is_not_there_is_found(folder: Path, knowledge: Knowledge) -> None:
    law = folder / "regimes" / "gdpr.toml"
    law.write_text(law.read_text("utf-8").replace('["EEA"]', '["EEA", "UK"]', 1), "utf-8")
    [problem] = judge_ours(folder, knowledge, None).problems
    assert problem == ("gdpr.toml", "regions[1]", "no region or group UK")


def test_the_law_grows_old_too(folder: Path, knowledge: Knowledge) -> None:
    problems = judge_ours(folder, knowledge, date(2030, 1, 1)).problems
    assert ("gdpr.toml", "checked") in [problem[:2] for problem in problems]


def test_everybody_on_earth_finds_a_route_in_our_guides() -> None:
    ours = our_knowledge()
    assert [problem for guide in ours.guides() for problem in region_problems(guide, ours)] == []
