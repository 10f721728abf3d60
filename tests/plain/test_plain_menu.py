"""What can be done besides the steps: accounts, region, links, reading, exports, undo."""

import stat
from pathlib import Path

import pytest

from optout_tui.checklist.change import add_audit
from optout_tui.checklist.model import Counted
from optout_tui.checklist.store.store import Store
from optout_tui.checklist.store.whole import NotSaved
from optout_tui.export.render import FORMATS
from optout_tui.journey.accounts import add_accounts
from optout_tui.journey.choices import FORMATS as OFFERED
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.plain.menu import MENU, MORE
from optout_tui.safety.refusal import Refusal
from tests.plain.conversation import talk


def accounts(desk: Desk) -> list[tuple[str, str]]:
    return [(one.platform, one.handle) for one in desk.open("Personal").checklist.accounts]


# -- accounts and region ---------------------------------------------------------------


def test_platforms_are_told_on_asking_and_named_or_numbered(desk: Desk) -> None:
    told = talk(
        desk, "germany", "list", "gain", "", "nonsense", "chrip", "2,photo", "@a, @b, @a", "quit"
    )
    assert "All platforms, the best known first" in told.text
    assert "All platforms, the most for the least time first" in told.text
    assert "Name at least one, such as instagram." in told.text
    assert "did you mean Chirp?" in told.text
    assert accounts(desk) == [("photopia", "@a"), ("photopia", "@b")]


def test_several_accounts_come_one_after_the_other(desk: Desk) -> None:
    told = talk(
        desk, "germany", "photopia", "@a, @b", "done", "later", "account", "@b", "?", "quit",
        name=None,
    )  # fmt: skip
    assert "There is no @b" in told.text
    told = talk(desk, "account", "2", "?", "quit", name="Personal")
    assert "You are here: Photopia @b, Germany. Step 1 of 4" in told.words


def test_accounts_are_added_renamed_and_removed(desk: Desk, session: Session) -> None:
    told = talk(
        desk, "accounts", "add", "photopia", "@anika", "photopia", "@second", "rename", "2",
        "@third", "remove", "1", "on", "quit", name="Personal",
    )  # fmt: skip
    assert "Photopia @anika is already there." in told.text
    assert accounts(desk) == [("photopia", "@third")]


def test_an_account_with_work_in_it_goes_only_after_a_yes(desk: Desk, session: Session) -> None:
    told = talk(
        desk, "done", "accounts", "remove", "1", "no", "remove", "back", "remove", "1", "yes",
        "back", "back", "quit", name="Personal",
    )  # fmt: skip
    assert "It goes with everything ticked and noted there." in told.text
    assert "This is the first question." not in told.text
    assert accounts(desk) == []


def test_who_moves_house_gets_the_way_of_the_new_region(desk: Desk, session: Session) -> None:
    told = talk(desk, "region", "united states", "quit", name="Personal")
    assert "There is no opt-out for Photopia in the United States." in told.words
    assert desk.open("Personal").checklist.region == "US"


def test_back_at_the_first_accounts_asks_for_the_region_again(desk: Desk) -> None:
    talk(desk, "germany", "back", "france", "chirp", "quit")
    assert desk.open("Personal").checklist.region == "FR"


def test_a_region_that_is_not_meant_is_asked_for_again(desk: Desk) -> None:
    told = talk(desk, "germny", "9", "y", "", "zzzzzz", "?", "united", "1", "quit")
    assert told.text.count("Type the number, or more of the name.") == 3
    assert told.text.count("Where do you live?") == 8
    assert desk.open("Personal").checklist.region == "GB"


# -- the way there ---------------------------------------------------------------------


def test_the_other_device_and_the_language_of_the_menus(desk: Desk, session: Session) -> None:
    told = talk(desk, "labels", "deutsch", "device", "quit", name="Personal")
    assert "In German: Profil > Menü (drei Striche)" in told.text
    assert "Link: photopia.example/menu" in told.text
    assert desk.open("Personal").checklist.labels == "de"
    assert "Link: photopia.example/menu" in talk(desk, "quit", name="Personal").text


def test_a_link_is_said_whole_with_its_host_before_anything_opens_it(
    desk: Desk, session: Session, clipboard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def browser(link: str) -> bool:
        opened.append(link)
        return True

    monkeypatch.setattr("optout_tui.plain.asks.open_link", browser)
    told = talk(desk, "link", "copy", "link", "qr", "link", "end", "quit", name="Personal")
    assert "https://photopia.example/menu\nIt leads to photopia.example." in told.text
    assert "▄" in told.text
    assert "open it in the browser" not in told.text
    assert clipboard == ["https://photopia.example/menu"]
    monkeypatch.setattr("optout_tui.plain.asks.can_open", lambda: True)
    talk(desk, "link", "open", "done", "link", "quit", name="Personal")
    assert opened == ["https://photopia.example/menu"]


def test_without_a_browser_or_room_or_link_it_says_so(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optout_tui.plain.asks.can_open", lambda: True)
    monkeypatch.setattr("optout_tui.plain.asks.open_link", lambda link: False)
    monkeypatch.setenv("COLUMNS", "20")
    told = talk(desk, "link", "open", "link", "qr", "done", "link", "quit", name="Personal")
    assert "No browser was found here; copy the address." in told.words
    assert "There is no room to draw the code here." in told.words
    assert "This step has no link: follow the menu." in told.words


def test_a_problem_with_a_way_out_offers_it(desk: Desk, session: Session) -> None:
    told = talk(desk, "done", "problem", "1", "no", "problem", "1", "yes", "quit", name="Personal")
    assert "What to do: Write a letter instead." in told.text
    assert "The guide says to follow another way then: Write a letter." in told.text
    assert desk.open("Personal").checklist.accounts[0].route == "letter"


def test_a_note_is_changed_kept_and_taken_away(desk: Desk, session: Session) -> None:
    told = talk(desk, "note", "one", "?", "note", "", "note", "two", "?", "quit", name="Personal")
    assert [told.text.count(f"Your note: {note}") for note in ("one", "two")] == [1, 1]
    [mark] = desk.open("Personal").checklist.accounts[0].steps
    assert mark.note == "two"
    talk(desk, "note", "-", "quit", name="Personal")
    assert desk.open("Personal").checklist.accounts[0].steps == ()


def test_a_step_is_chosen_left_open_and_opened_again(desk: Desk, session: Session) -> None:
    told = talk(
        desk, "step", "4", "step", "open-menu", "later", "back", "done", "back", "todo", "quit",
        name="Personal",
    )  # fmt: skip
    assert told.text.index("Step 4 of 4") < told.text.index("Step 2 of 4")
    assert desk.open("Personal").checklist.accounts[0].steps == ()


# -- reading ---------------------------------------------------------------------------


def test_what_trains_and_what_the_law_gives(desk: Desk, session: Session) -> None:
    told = talk(desk, "facts", "rights", "", "rights", "US", "quit", name="Personal")
    assert "It trains on\n  public posts" in told.text
    assert "https://photopia.example/privacy" in told.text
    assert "The law: Germany" in told.text
    assert "Reply due: " in told.text
    assert "No statutory right found in our table." in told.text


def test_the_table_is_filtered_sorted_and_moved(desk: Desk, session: Session) -> None:
    told = talk(
        desk, "compare", "filter", "switch", "filter", "no such thing", "more", "filter", "",
        "sort", "by name", "region", "US", "more", "photopia", "end", "quit", name="Personal",
    )  # fmt: skip
    assert "Nothing is like that." in told.text
    assert "There is none to tell about." in told.text
    assert "Germany, by name" in told.text
    assert "United States, by name" in told.text
    assert "Photopia, by Photopia Ltd" in told.text


# -- the end ---------------------------------------------------------------------------


def test_when_all_is_done_the_summary_comes_by_itself_once(desk: Desk, session: Session) -> None:
    told = talk(desk, *["skip"] * 4, "undo", "steps", "skip", "summary", "leave", name="Personal")
    assert told.text.count("Summary of Personal, 22 Nov 2026") == 2
    assert "What this does not do\n  models that are already trained" in told.text
    assert "Check again: 22 May 2027" in told.text
    assert "Undone: Keep their mail: skipped" in told.text


def test_every_format_is_written_for_its_owner_alone(
    desk: Desk, session: Session, here: Path
) -> None:
    assert [fmt for fmt, _ in OFFERED] == sorted(FORMATS, key=[f for f, _ in OFFERED].index)
    for fmt, _ in OFFERED:
        talk(desk, "export", fmt, "for others", "", "quit", name="Personal")
        written = here / f"Personal 2026-11-22.{fmt}"
        assert "@anika" not in written.read_text("utf-8")
        assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced_only_after_a_yes(
    desk: Desk, session: Session, here: Path
) -> None:
    (here / "old.md").write_text("mine", "utf-8")
    told = talk(
        desk, "export", "md", "1", "old.md", "back", "/nowhere/x.md", "~no-such-user/x",
        "old.md", "yes", "quit", name="Personal",
    )  # fmt: skip
    assert "there is no folder" in told.words
    assert "Nobody here is called ~no-such-user." in told.words
    assert (here / "old.md").read_text("utf-8").startswith("# Personal")


def test_what_cannot_be_saved_is_said_and_tried_again(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Store.save

    def full(*_args: object) -> None:
        raise NotSaved("no space left on device")

    def fill() -> None:
        monkeypatch.setattr(Store, "save", full)

    def empty() -> None:
        monkeypatch.setattr(Store, "save", real)

    told = talk(desk, fill, "done", empty, "done", "quit", name="Personal")
    assert "NOT saved: no space left on device" in told.text
    assert {one.id for one in desk.open("Personal").checklist.accounts[0].steps} == {
        "open-menu",
        "open-form",
    }
    with pytest.raises(Refusal, match="NOT saved: no space left on device"):
        talk(desk, fill, "note", "lost", name="Personal")


def test_no_two_things_bear_one_word() -> None:
    words = [key for key, _ in (*MORE, *MENU)]
    assert len(set(words)) == len(words)


# -- what an audit found ---------------------------------------------------------------


def test_the_account_where_the_most_is_public_comes_first_and_it_says_why(
    desk: Desk, session: Session
) -> None:
    add_accounts(session, [("photopia", "@second")])
    counted = Counted(at=desk.now(), public=1_204, not_public=96)
    session.apply_to("kept", add_audit(session.find_account("photopia:@second"), counted))
    session.save()
    told = talk(desk, "summary", "account", "quit", name="Personal")
    assert "Photopia @second, Germany" in told.words
    assert "Photopia @anika, Germany" not in told.words
    said = "Begin with Photopia @second: 1,204 of 1,300 posts, photos and videos are public."
    assert said in told.words
    assert "  Public: 1,204 posts, photos and videos, counted on 22 Nov 2026" in told.text
    assert "  2. Photopia @second: not started, 1,204 public" in told.text
