"""What somebody else may say in a guide: clean text, and links that lead where they seem to."""

from pathlib import Path
from typing import Any

import pytest

from optout_tui.library.own import load_own
from optout_tui.safety.limits import BadFile
from tests.own_guides import LIVELY, Table, copied, first_step


def refusal(folder: Path, change: Any) -> str:
    with pytest.raises(BadFile) as refused:
        load_own(copied(folder, change=change))
    return str(refused.value).removeprefix("mastodon.toml: ")


def with_link(link: str) -> Any:
    return lambda guide: first_step(guide)["ways"][1].update(links=[link])


def with_source(link: str) -> Any:
    return lambda guide: guide["sources"][1].update(url=link)


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("\x00", "0000"), ("\x1b", "001B"), ("\x7f", "007F"), ("\x9b", "009B"), ("\r", "000D"),
        ("\u202e", "202E"), ("\u200b", "200B"), ("\u00ad", "00AD"), ("\U000e0041", "E0041"),
    ],
)  # fmt: skip
def test_a_character_that_would_have_to_be_cleaned_is_refused_by_name(
    tmp_path: Path, char: str, code: str
) -> None:
    told = refusal(tmp_path, lambda guide: first_step(guide).update(text=f"Open{char} it."))
    assert told == f"routes[0].steps[0].text: holds the control or invisible character U+{code}"


FIELDS: list[tuple[Any, str]] = [
    (lambda g: g.update(name="a\x1bb"), "name"),
    (lambda g: g["handle"].update(label="a\x1bb"), "handle.label"),
    (lambda g: g["handle"].update(example="a\x1bb"), "handle.example"),
    (lambda g: g["training"]["uses"].append("a\x1bb"), "training.uses[1]"),
    (lambda g: g["routes"][1].update(title="a\x1bb"), "routes[1].title"),
    (lambda g: g["routes"][0]["again"].update(events=["\x1b"]), "routes[0].again.events[0]"),
    (lambda g: first_step(g)["ways"][0].update(note="\x1b"), "routes[0].steps[0].ways[0].note"),
    (
        lambda g: first_step(g)["ways"][0]["menu_in"].update(fr=["a", "\x1b"]),
        "routes[0].steps[0].ways[0].menu_in.fr[1]",
    ),
    (lambda g: g["sources"][0].update(title="\x1b"), "sources[0].title"),
    (lambda g: g["sources"][0].update(note="\x1b"), "sources[0].note"),
    (lambda g: g["sources"][0].update(url="https://a.example/\x1b"), "sources[0].url"),
]


@pytest.mark.parametrize(("change", "where"), FIELDS, ids=[where for _, where in FIELDS])
def test_it_is_refused_in_every_field(tmp_path: Path, change: Any, where: str) -> None:
    reason = "holds the control or invisible character U+001B"
    assert refusal(tmp_path, change) == f"{where}: {reason}"


def test_a_text_may_have_several_lines_and_a_name_may_not(tmp_path: Path) -> None:
    def lines(guide: Table) -> None:
        first_step(guide).update(text="Open it.\n\tThen wait.")
        guide["routes"][0]["steps"][1]["troubles"][0].update(cure="One.\nTwo.")
        guide["routes"][0].update(note="One.\nTwo.")

    assert load_own(copied(tmp_path, change=lines)).route("objection") is not None
    for change in (
        lambda g: g.update(name="Two\nlines"),
        lambda g: first_step(g).update(title="Two\nlines"),
        lambda g: first_step(g)["ways"][0].update(menu=["Two\nlines", "b"]),
    ):
        assert refusal(tmp_path, change).endswith("character U+000A")


@pytest.mark.parametrize("change", [with_link, with_source])
@pytest.mark.parametrize("link", ["https://a.example/b?c#d", "http://a.example", LIVELY])
def test_web_addresses_are_fine(tmp_path: Path, change: Any, link: str) -> None:
    assert load_own(copied(tmp_path, change=change(link))).id == "mastodon"


@pytest.mark.parametrize("change", [with_link, with_source])
@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "file:///etc/passwd", "ftp://a.example", "/a", "a.example",
        "data:text/html,x", "https://", "https://user@a.example", "https://a.example:b@c.example",
        "https://a,b/", "https://[bad", "https://a.example/b c", "http:///a",
    ],
)  # fmt: skip
def test_other_links_are_refused_with_their_place(tmp_path: Path, change: Any, link: str) -> None:
    where, _, reason = refusal(tmp_path, change(link)).partition(": ")
    assert where in ("routes[0].steps[0].ways[1].links[0]", "sources[1].url")
    assert reason.startswith(f'the link "{link}" ')


@pytest.mark.parametrize(
    "link", ["mailto:privacy@a.example", "mailto:a@b.example?subject=Objection&Body=%20"]
)
def test_a_step_may_lead_to_a_letter_and_a_source_may_not(tmp_path: Path, link: str) -> None:
    assert load_own(copied(tmp_path, change=with_link(link))).id == "mastodon"
    assert refusal(tmp_path, with_source(link)) == "sources[1].url: is not http or https"


@pytest.mark.parametrize("field", ["attach", "attachment", "BCC", "cc", "to", "in-reply-to"])
def test_a_letter_takes_no_file_and_no_further_reader(tmp_path: Path, field: str) -> None:
    told = refusal(tmp_path, with_link(f"mailto:a@b.example?subject=x&{field}="))
    assert told.endswith(f'links[0]: fills in "{field.casefold()}" of a letter')
