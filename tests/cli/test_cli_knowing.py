"""What can be done where: guides, the comparison, the law."""

import pytest

from tests.cli.program import Program

PLATFORMS = {"instagram", "facebook", "threads", "x", "grok", "chatgpt"}


def test_guides_list_has_the_contracts_shape(program: Program) -> None:
    rows = program.json("guides", "list")
    assert {row["id"] for row in rows} >= PLATFORMS
    for row in rows:
        assert set(row) >= {"id", "name", "company", "checked", "default", "routes"}
        assert row["routes"] >= 1
    assert all(f"\n{row['id']} " in program.text("guides") for row in rows)


@pytest.mark.parametrize("region", ["DE", "US", "BR", "KP"])
@pytest.mark.parametrize("platform", sorted(PLATFORMS))
def test_guides_show_has_the_contracts_shape(program: Program, platform: str, region: str) -> None:
    guide = program.json("guides", "show", platform, "--region", region)
    assert (guide["platform"], guide["region"]) == (platform, region)
    assert set(guide["training"]) >= {"default", "uses", "not_used", "sources"}
    assert set(guide["route"]) >= {
        "id", "kind", "also", "effect", "confidence", "checked", "minutes", "not_covered",
        "undone_by", "steps",
    }  # fmt: skip
    for step in guide["route"]["steps"]:
        assert set(step) >= {"id", "stage", "title", "sends", "ways", "troubles", "sources"}
        assert all(set(way) >= {"device", "menu", "menu_in", "links"} for way in step["ways"])
        assert all(set(trouble) >= {"id", "sign", "cure"} for trouble in step["troubles"])
    for source in guide["sources"]:
        assert set(source) >= {"id", "title", "publisher", "url", "tier", "dated", "read"}
    named = {*guide["training"]["sources"], *guide["route"]["steps"][0]["sources"]}
    assert named <= {source["id"] for source in guide["sources"]}


@pytest.mark.parametrize("region", ["DE", "GB", "CH", "BR"])
def test_one_can_object_at_instagram_where_the_law_says_so(program: Program, region: str) -> None:
    guide = program.json("guides", "show", "instagram", "--region", region)
    assert guide["route"]["kind"] == "objection"


def test_a_limit_route_says_first_that_there_is_no_opt_out(program: Program) -> None:
    told = program.text("guides", "show", "instagram", "--region", "US")
    assert told.startswith(
        "There is no opt-out for Instagram in the United States. "
        "These steps reduce what is public.\n"
    )


def test_the_first_sentence_stays_whole_on_a_narrow_terminal(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    told = program.text("guides", "show", "instagram", "--region", "US")
    assert "These steps reduce what is public." in told.splitlines()[0]


def test_guides_show_reads_well(program: Program) -> None:
    guide = program.json("guides", "show", "instagram", "--region", "DE")
    told = program.text("guides", "show", "instagram", "--region", "DE")
    for number, step in enumerate(guide["route"]["steps"], 1):
        assert f"{number:>2}. {step['title']} ({step['id']})\n" in told
        for way in step["ways"]:
            assert " › ".join(way["menu"]) in told
            assert all(link in told for link in way["links"])
        assert all(trouble["id"] in told for trouble in step["troubles"])
    assert "Sources:" not in told


def test_sources_are_named_when_asked_for(program: Program) -> None:
    words = ["guides", "show", "x", "--region", "DE"]
    told = program.text(*words, "--sources")
    for source in program.json(*words)["sources"]:
        assert f"({source['id']})" in told
        assert f"    {source['url']}\n" in told


@pytest.mark.parametrize(
    ("platform", "command"),
    [
        ("instagram", "audit archive FILE (the export you downloaded)"),
        ("website", "audit site https://…"),
        ("youtube", "audit video URL, optout-tui audit archive FILE (the export you downloaded)"),
    ],
)
def test_a_guide_names_the_commands_that_show_what_is_public(
    program: Program, platform: str, command: str
) -> None:
    told = program.text("guides", "show", platform, "--region", "DE")
    assert f"What of yours is public: optout-tui {command}\n" in told
    assert "What of yours is public" not in program.text(
        "guides", "show", "deviantart", "--region", "DE"
    )


def test_x_is_a_switch_that_is_on(program: Program) -> None:
    guide = program.json("guides", "show", "x", "--region", "DE")
    assert (guide["route"]["kind"], guide["training"]["default"]) == ("setting", "on")


def test_compare_has_the_contracts_shape(program: Program) -> None:
    rows = program.json("compare", "--region", "DE")
    assert {row["platform"] for row in rows} >= PLATFORMS
    for row in rows:
        assert set(row) >= {
            "platform", "company", "trains_on", "default", "kind", "effect", "confidence",
            "checked", "minutes",
        }  # fmt: skip
    kinds = {row["platform"]: row["kind"] for row in rows}
    assert (kinds["instagram"], kinds["x"]) == ("objection", "setting")
    there = {row["platform"]: row["kind"] for row in program.json("compare", "--region", "US")}
    assert there["instagram"] == "limit"


def test_compare_as_text_has_one_line_for_every_platform(program: Program) -> None:
    heading, *lines = program.text("compare", "--region", "DE").splitlines()
    columns = ("Company", "Platform", "Trains on", "Default", "What you can do", "Retroactive")
    assert [heading.index(column) for column in columns] == sorted(
        heading.index(column) for column in columns
    )
    assert heading.endswith("Checked")
    assert len(lines) == len(program.json("compare", "--region", "DE"))


def test_rights_has_the_contracts_shape(program: Program) -> None:
    law = program.json("rights", "germany", "--received", "2026-11-22")
    assert (law["region"], law["name"]) == ("DE", "Germany")
    objection = law["regimes"][0]["rights"]["object"]
    assert (objection["due"], objection["latest"]) == ("2026-12-22", "2027-02-22")
    assert program.json("rights", "DE")["regimes"][0]["rights"]["object"]["due"] is None


def test_rights_as_text_says_what_matters(program: Program) -> None:
    told = program.text("rights", "DE", "--received", "2026-11-22")
    assert told.startswith("Germany (DE)\n")
    assert "reply due 2026-12-22, at the latest 2027-02-22" in told
    assert "Reaches public posts: yes" in told
    assert "Authority: " in told


def test_where_there_is_no_right_it_says_so(program: Program) -> None:
    assert program.json("rights", "KP")["regimes"] == []
    assert "no statutory right found in our table" in program.text("rights", "KP")


@pytest.mark.parametrize(
    "words",
    [
        ["rights", "Germny"],
        ["compare", "--region", "Germny"],
        ["guides", "show", "x", "--region", "Germny"],
        ["new", "demo", "--region", "Germny"],
    ],
)
def test_a_region_nobody_knows_is_refused_with_the_nearest(
    program: Program, words: list[str]
) -> None:
    assert program.refused(*words) == 'unknown region "Germny"; did you mean Germany?'


@pytest.mark.parametrize(
    "words",
    [
        ["guides", "show", "instagrm", "--region", "DE"],
        ["new", "demo", "--region", "DE", "--account", "instagrm:@a"],
    ],
)
def test_a_platform_nobody_knows_is_refused_with_the_nearest(
    program: Program, words: list[str]
) -> None:
    assert program.refused(*words) == 'unknown platform "instagrm"; did you mean instagram?'
