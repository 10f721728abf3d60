import pytest
from msgspec.structs import replace

from optout_tui.library.check_law import check_regime, regime_problems
from optout_tui.library.knowledge import Knowledge
from optout_tui.library.law import Clock, InternalStep, Regime, Right, Rights
from optout_tui.rights import regimes_for
from optout_tui.safety.limits import BadFile


@pytest.fixture
def gdpr(knowledge: Knowledge) -> Regime:
    return regimes_for(knowledge, "DE")[0]


def test_a_whole_regime_has_no_problems(gdpr: Regime) -> None:
    assert list(regime_problems(gdpr)) == []


def test_a_right_must_name_a_clock_and_sources_that_exist(gdpr: Regime) -> None:
    broken = replace(
        gdpr, rights=Rights(object=Right(article="Art. 21", clock="later", sources=("hearsay",)))
    )
    assert list(regime_problems(broken)) == [
        ("rights.object.clock", 'no clock named "later"'),
        ("rights.object.sources[0]", 'no source named "hearsay"'),
    ]


def test_a_clock_must_have_sources_and_a_calendar_for_working_days(gdpr: Regime) -> None:
    clock = Clock(unit="working-days", count=15, words="15 working days", sources=("hearsay",))
    broken = replace(gdpr, clocks={**gdpr.clocks, "odd": clock})
    assert list(regime_problems(broken)) == [
        ("clocks.odd.sources[0]", 'no source named "hearsay"'),
        ("clocks.odd.holidays", "working days cannot be counted without a calendar"),
    ]


def test_a_source_has_one_id_and_a_complaint_a_known_clock(gdpr: Regime) -> None:
    step = InternalStep(kind="appeal", words="appeal", clock="soon")
    broken = replace(
        gdpr,
        sources=(*gdpr.sources, gdpr.sources[0]),
        internal_step=step,
        confirm_within="once",
        complain_within="never",
        complain_at_latest="late",
    )
    assert list(regime_problems(broken)) == [
        (f"sources[{len(gdpr.sources)}].id", f'source id "{gdpr.sources[0].id}" is used twice'),
        ("internal_step.clock", 'no clock named "soon"'),
        ("confirm_within", 'no clock named "once"'),
        ("complain_within", 'no clock named "never"'),
        ("complain_at_latest", 'no clock named "late"'),
    ]


def test_a_source_bears_a_date_that_the_calendar_has(gdpr: Regime) -> None:
    sources = (replace(gdpr.sources[0], dated="2026-02-30"), *gdpr.sources[1:])
    assert list(regime_problems(replace(gdpr, sources=sources))) == [
        ("sources[0].dated", '"2026-02-30" is no date')
    ]


def test_a_regime_without_rights_is_refused_with_its_place(gdpr: Regime) -> None:
    with pytest.raises(BadFile, match=r"gdpr\.toml: rights: a regime must give at least one right"):
        check_regime(replace(gdpr, rights=Rights()), "gdpr.toml")
