import shutil
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from optout_tui.library import compiled, load, source
from optout_tui.library.compiled import compile_folder, of_package
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.knowledge import knowledge as our_knowledge
from optout_tui.library.law import RIGHT_NAMES
from optout_tui.library.source import KNOWLEDGE, cache_folder, digest_of
from optout_tui.safety.refusal import Refusal
from tests.conftest import SMALL


@pytest.fixture(scope="session")
def ours() -> Knowledge:
    return Knowledge.from_folder(KNOWLEDGE)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the small knowledge, to be changed."""
    return shutil.copytree(SMALL, tmp_path / "knowledge")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of a checkout whose knowledge is the small one; not made yet."""
    folder = tmp_path / "cache" / "optout-tui"
    monkeypatch.setattr(source, "cache_folder", lambda: folder)
    monkeypatch.setattr(source, "KNOWLEDGE", SMALL)
    monkeypatch.setattr(source, "IN_WHEEL", tmp_path / "knowledge.bin")
    return folder


# -- compiled and TOML say the same ------------------------------------------------


def test_every_guide_is_the_same_compiled_as_in_toml(ours: Knowledge) -> None:
    guides = load.load_guides(KNOWLEDGE)
    assert ours.guide_ids == tuple(guides)
    assert list(ours.guides()) == list(guides.values())


def test_every_regime_is_the_same_compiled_as_in_toml(ours: Knowledge) -> None:
    assert ours.regimes == tuple(load.load_regimes(KNOWLEDGE).values())
    assert all(any(r.rights.named(name) for name in RIGHT_NAMES) for r in ours.regimes)


def test_every_table_is_the_same_compiled_as_in_toml(ours: Knowledge) -> None:
    assert ours.region_table == load.load_regions(KNOWLEDGE)
    assert ours.authorities == load.load_authorities(KNOWLEDGE).authorities
    calendars = load.load_holidays(KNOWLEDGE)
    assert calendars
    assert {place: ours.holidays(place) for place in calendars} == calendars


# -- the door ----------------------------------------------------------------------


def test_a_guide_that_is_not_there_is_none_or_a_refusal(small: Knowledge) -> None:
    assert small.find_guide("fotopia") is None
    with pytest.raises(Refusal) as refused:
        small.guide("fotopia")
    assert str(refused.value) == 'unknown platform "fotopia"; did you mean photopia?'


def test_a_calendar_that_is_not_there_is_none(small: Knowledge) -> None:
    assert small.holidays("atlantis") is None


def test_a_source_is_found_by_its_id(small: Knowledge) -> None:
    assert small.guide("photopia").source("court").publisher == "A court"


def test_a_guide_is_as_old_as_its_oldest_route(small: Knowledge) -> None:
    guide = small.guide("photopia")
    assert guide.checked == min(route.checked for route in guide.routes)
    assert [route.minutes for route in guide.routes] == [6, 10, 2]


# -- the digest --------------------------------------------------------------------


def test_the_same_content_has_the_same_digest(copy: Path) -> None:
    assert digest_of(copy) == digest_of(SMALL)


@pytest.mark.parametrize("name", ["platforms/chirp.toml", "regions.toml", "holidays/ie.toml"])
def test_another_content_has_another_digest(copy: Path, name: str) -> None:
    before = digest_of(copy)
    file = copy / name
    content = file.read_bytes()
    file.write_bytes(content.replace(b"e", b"a", 1))
    assert len(file.read_bytes()) == len(content)
    assert digest_of(copy) != before


def test_another_name_has_another_digest(copy: Path) -> None:
    before = digest_of(copy)
    (copy / "regimes" / "eu-law.toml").rename(copy / "regimes" / "ew-law.toml")
    assert digest_of(copy) != before


def test_the_digest_is_known_to_who_reads(small: Knowledge) -> None:
    assert Knowledge(compiled.read_compiled(compile_folder(SMALL, "abc"))).digest == "abc"


# -- the cache of a checkout -------------------------------------------------------


def test_a_checkout_compiles_on_first_use_and_keeps_the_result(cache: Path) -> None:
    assert of_package().digest == digest_of(SMALL)
    assert [file.name for file in cache.glob("*.bin")] == [f"knowledge-{digest_of(SMALL)}.bin"]


def test_a_kept_result_is_taken_without_looking_at_the_records(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = of_package()
    monkeypatch.setattr(compiled, "compile_folder", lambda *_: pytest.fail("compiled again"))
    assert of_package() == first


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 5000, b"\xff garbage", b"\x80", None], ids=lambda c: repr(c)[:12]
)
def test_a_corrupt_result_is_made_again(cache: Path, content: bytes | None) -> None:
    of_package()
    [file] = cache.glob("*.bin")
    good = file.read_bytes()
    file.write_bytes(good[: len(good) // 2] if content is None else content)
    assert of_package() == compiled.read_compiled(good)
    assert file.read_bytes() == good


def test_results_of_other_knowledge_are_cleared_away(cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / "knowledge-00.bin").write_bytes(b"old")
    of_package()
    assert [file.name for file in cache.glob("*.bin")] == [f"knowledge-{digest_of(SMALL)}.bin"]


# -- the digest, without the knowledge ---------------------------------------------


@pytest.fixture
def changing(cache: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The knowledge of the checkout, which may be changed, and whose digest was asked for once."""
    monkeypatch.setattr(source, "KNOWLEDGE", copy)
    assert source.digest_of_package() == digest_of(copy)
    return copy


def test_the_digest_of_files_that_stayed_is_known_without_reading_them(
    changing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = digest_of(changing)
    monkeypatch.setattr(source, "digest_of", lambda _: pytest.fail("read again"))
    assert source.digest_of_package() == digest


def test_a_changed_an_added_and_a_missing_file_change_the_digest(changing: Path) -> None:
    seen = {source.digest_of_package()}
    guide = next((changing / "platforms").iterdir())
    guide.write_bytes(guide.read_bytes() + b"\n")
    seen.add(source.digest_of_package())
    (changing / "new.j2").write_bytes(b"")
    seen.add(source.digest_of_package())
    guide.unlink()
    seen.add(source.digest_of_package())
    assert len(seen) == 4
    assert source.digest_of_package() == digest_of(changing)


@pytest.mark.parametrize("content", [b"", b"\xff" * 40, b"0" * 5000])
def test_a_corrupt_stamp_is_made_again(cache: Path, changing: Path, content: bytes) -> None:
    stamp = cache / "knowledge.stamp"
    good = stamp.read_bytes()
    stamp.write_bytes(content)
    assert source.digest_of_package() == digest_of(changing)
    assert stamp.read_bytes() == good


def test_the_digest_of_a_wheel_stands_in_its_compiled_file(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "knowledge.bin").write_bytes(compile_folder(SMALL, "from the wheel"))
    assert source.digest_of_package() == "from the wheel"
    assert not cache.exists()


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A place where no folder can be made: a file stands there."""
    file = tmp_path / "cache"
    file.write_bytes(b"")
    yield file
    assert file.read_bytes() == b""


def test_a_cache_that_cannot_be_kept_changes_nothing(closed: Path, cache: Path) -> None:
    assert closed == cache.parent
    assert of_package().digest == digest_of(SMALL)


def test_a_full_disk_leaves_nothing_behind(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, content: bytes) -> int:
        self.open("wb").close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert of_package().digest == digest_of(SMALL)
    assert list(cache.iterdir()) == []


def test_what_the_wheel_carries_comes_first(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "knowledge.bin").write_bytes(compile_folder(SMALL, "from the wheel"))
    assert of_package().digest == "from the wheel"
    assert not cache.exists()


def test_the_cache_lies_where_the_system_keeps_caches() -> None:
    assert source.cache_folder().name == "optout-tui"


def test_our_own_knowledge_is_opened_once(cache: Path) -> None:
    our_knowledge.cache_clear()
    try:
        assert our_knowledge() is our_knowledge()
        assert our_knowledge().guide_ids == ("photopia", "chirp")
    finally:
        our_knowledge.cache_clear()


@pytest.mark.parametrize("named", ["", "/somewhere/else", "relative", " "])
def test_what_is_compiled_lies_where_platformdirs_says(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert cache_folder() == platformdirs.user_cache_path("optout-tui", appauthor=False)
