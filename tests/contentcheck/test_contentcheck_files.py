"""Files are judged one by one: what does not load, what breaks a rule, what is no file."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from optout_tui.contentcheck.judge import judge_files, judge_ours
from optout_tui.contentcheck.released import RELEASED, Released, vanished_steps
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.knowledge import knowledge as our_knowledge
from optout_tui.library.load import load_table
from optout_tui.library.source import KNOWLEDGE
from tests.contentcheck.sample import changed


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
    assert problem[:3] == (str(sample), "training.sources[0]", 'no source named "polcy"')
    assert problem.rule == "source-missing"


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
    law.write_text(law.read_text("utf-8").replace('["EEA", ', '["EEA", "UK", ', 1), "utf-8")
    [problem] = judge_ours(folder, knowledge, None).problems
    assert problem[:4] == ("gdpr.toml", "regions[1]", "no region or group UK", "law")
    assert law.read_text("utf-8").splitlines()[problem.line - 1].startswith("regions = ")


def test_a_law_beside_one_that_is_not_there_is_found(folder: Path, knowledge: Knowledge) -> None:
    law = folder / "regimes" / "ca-qc-law25.toml"
    law.write_text(law.read_text("utf-8").replace('["ca-pipeda"]', '["ca-pipa"]'), "utf-8")
    [problem] = judge_ours(folder, knowledge, None).problems
    assert problem[:3] == ("ca-qc-law25.toml", "beside[0]", 'no law named "ca-pipa"')


def test_a_law_based_on_nothing_that_is_there_does_not_load(
    folder: Path, knowledge: Knowledge
) -> None:
    law = folder / "regimes" / "us-ia-icdpa.toml"
    law.write_text(law.read_text("utf-8").replace('"us-common"', '"us-shared"'), "utf-8")
    [problem] = judge_ours(folder, knowledge, None).problems
    assert problem[:3] == ("us-ia-icdpa.toml", "based_on", 'no shared law "us-shared"')


def test_the_law_grows_old_too(folder: Path, knowledge: Knowledge) -> None:
    problems = judge_ours(folder, knowledge, date(2030, 1, 1)).problems
    assert ("gdpr.toml", "checked") in [problem[:2] for problem in problems]


def test_all_that_is_wrong_with_a_guide_that_does_not_load_is_told(
    sample: Path, knowledge: Knowledge
) -> None:
    sample.write_text(changed(('"help"]', '"hlp"]'), ('["letter"]', '["lettr"]')), "utf-8")
    problems = judge_files([sample], knowledge, None).problems
    assert [problem.rule for problem in problems] == ["source-missing", "route-unknown"]


def test_what_was_released_is_read_beside_the_guides(folder: Path, knowledge: Knowledge) -> None:
    (folder / "released.toml").write_text('[steps]\nsample = ["open", "lost"]\n', "utf-8")
    [problem] = judge_ours(folder, knowledge, None).problems
    assert problem[:4] == (
        "sample.toml", "retired", 'the step "lost" of the last release is gone; name it here',
        "step-vanished",
    )  # fmt: skip


def test_our_own_knowledge_has_no_problem() -> None:
    assert judge_ours(KNOWLEDGE, our_knowledge(), None).problems == ()


def test_our_guides_lose_no_step_that_was_released() -> None:
    released = load_table(KNOWLEDGE / RELEASED, Released)
    assert set(released.steps) <= set(our_knowledge().guide_ids)
    for guide in our_knowledge().guides():
        assert not list(vanished_steps(guide, released))
