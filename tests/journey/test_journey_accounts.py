import pytest

from optout_tui.checklist.model import Account
from optout_tui.journey.accounts import (
    AccountName,
    add_accounts,
    choose_accounts,
    follow_route,
    move_to,
    remove_account,
    rename_account,
    speak,
    split_account,
)
from optout_tui.journey.desk import Desk
from optout_tui.journey.session import Session
from optout_tui.journey.steps import mark
from optout_tui.safety.refusal import Refusal
from tests.checklist.build import with_account


def ids(session: Session) -> list[str]:
    return [account.id for account in session.checklist.accounts]


def handles(session: Session) -> list[str]:
    return [account.handle for account in session.checklist.accounts]


def ticks(session: Session, name: str) -> list[str]:
    return [one.id for one in session.find_account(name).steps]


@pytest.fixture
def ticked(session: Session) -> Session:
    """The person, who has done the first step."""
    mark(session, "photopia", "open-menu", "done")
    return session


# -- new ---------------------------------------------------------------------------


def test_a_new_account_is_on_the_route_of_the_region(desk: Desk) -> None:
    for region, route in [("Germany", "objection"), ("US-NY", "reduce"), ("BR", "reduce")]:
        session = desk.create(f"In {region}", region, [("photopia", "@anika")])
        assert session.find_account("photopia").route == route


def test_its_id_is_platform_and_handle(desk: Desk) -> None:
    session = desk.create("Personal", "DE", [("photopia", " @anika "), ("chirp", "")])
    assert ids(session) == ["photopia:@anika", "chirp"]
    assert handles(session) == ["@anika", ""]


BAD: list[tuple[AccountName, str]] = [
    (("photopia", ""), "Photopia needs a handle: photopia:@name"),
    (("photopia", "  "), "Photopia needs a handle: photopia:@name"),
    (("photopia", "@" + "a" * 200), "the handle for Photopia is longer than 200 characters"),
    (("chirp", "a" * 201), "the handle for Chirp is longer than 200 characters"),
    (("photopia", "@a\x1b[2J"), "the handle for Photopia holds control characters"),
    (("photopia", "@a\nb"), "the handle for Photopia holds control characters"),
    (("photopia", "@a\u202eb"), "the handle for Photopia holds control characters"),
    (("fotopia", "@a"), 'unknown platform "fotopia"; did you mean photopia?'),
    (("mastodon", "@a"), 'unknown platform "mastodon"; see "optout-tui guides"'),
    (("photopia", "@anika"), "Photopia @anika is already there"),
    (("photopia", " @anika"), "Photopia @anika is already there"),
]


@pytest.mark.parametrize(("name", "reason"), BAD)
def test_an_account_that_cannot_be_is_refused_and_none_is_added(
    session: Session, name: AccountName, reason: str
) -> None:
    before = session.checklist
    with pytest.raises(Refusal) as refused:
        add_accounts(session, [("chirp", "@good"), name])
    assert str(refused.value) == reason
    assert session.checklist is before


@pytest.mark.parametrize(("name", "reason"), BAD[:-2])
def test_nothing_is_written_for_an_account_that_cannot_be(
    desk: Desk, name: AccountName, reason: str
) -> None:
    with pytest.raises(Refusal) as refused:
        desk.create("Personal", "DE", [name])
    assert str(refused.value) == reason
    assert not desk.data_dir.exists()


def test_the_same_account_twice_at_once_is_refused(session: Session) -> None:
    with pytest.raises(Refusal, match=r"^Chirp without a handle is already there$"):
        add_accounts(session, [("chirp", ""), ("chirp", " ")])
    assert ids(session) == ["photopia:@anika"]


def test_a_handle_of_two_hundred_characters_is_taken(session: Session) -> None:
    [made] = add_accounts(session, [("photopia", "@" + "ä" * 199)])
    assert len(made.handle) == 200


def test_added_accounts_come_last(session: Session) -> None:
    made = add_accounts(session, [("chirp", "@b"), ("photopia", "@a")])
    assert ids(session) == ["photopia:@anika", "chirp:@b", "photopia:@a"]
    assert made == session.checklist.accounts[1:]
    assert session.undo() == "accounts added"
    assert ids(session) == ["photopia:@anika"]


def test_to_add_nothing_changes_nothing(session: Session) -> None:
    assert add_accounts(session, []) == ()
    assert session.undo() is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("photopia:@anika", ("photopia", "@anika")),
        ("chirp", ("chirp", "")),
        ("photopia:a:b", ("photopia", "a:b")),
    ],
)
def test_an_account_is_named_by_platform_and_handle(text: str, name: AccountName) -> None:
    assert split_account(text) == name


# -- found by name -----------------------------------------------------------------


@pytest.fixture
def three(session: Session) -> Session:
    add_accounts(session, [("photopia", "@ben"), ("chirp", "@anika")])
    return session


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("photopia:@ben", "photopia:@ben"),
        ("chirp", "chirp:@anika"),
        ("chirp:@anika", "chirp:@anika"),
    ],
)
def test_an_account_is_found_by_its_name_or_as_the_only_one(
    three: Session, name: str, found: str
) -> None:
    assert three.find_account(name).id == found


def test_a_renamed_account_is_found_by_its_id_and_by_its_handle(three: Session) -> None:
    rename_account(three, "photopia:@ben", "@benjamin")
    assert three.find_account("photopia:@ben") is three.find_account("photopia:@benjamin")


def test_a_platform_with_several_accounts_names_none(three: Session) -> None:
    with pytest.raises(Refusal) as refused:
        three.find_account("photopia")
    assert str(refused.value) == (
        "photopia has several accounts; say which: photopia:@anika, photopia:@ben"
    )


def test_an_unknown_account_is_refused_with_the_nearest(three: Session) -> None:
    with pytest.raises(Refusal, match=r'^unknown account "chirp:@anka"; did you mean chirp:@anika'):
        three.find_account("chirp:@anka")


def test_where_none_is_near_all_are_named(desk: Desk, session: Session) -> None:
    with pytest.raises(Refusal) as refused:
        session.find_account("?")
    assert str(refused.value) == 'unknown account "?"; "Personal" has photopia:@anika'
    with pytest.raises(Refusal, match=r'"Empty" has none$'):
        desk.create("Empty", "DE").find_account("?")


# -- removed, renamed --------------------------------------------------------------


def test_a_removed_account_is_gone_with_all_that_was_said_of_it(ticked: Session) -> None:
    removed = remove_account(ticked, "photopia")
    assert [one.id for one in removed.steps] == ["open-menu"]
    assert ids(ticked) == []


def test_one_cannot_be_left_at_an_account_that_is_gone(three: Session) -> None:
    three.stop_at("chirp:@anika", "turn-off")
    remove_account(three, "photopia:@ben")
    assert three.checklist.here is not None
    remove_account(three, "chirp")
    assert three.checklist.here is None


def test_a_renamed_account_keeps_its_id_and_its_ticks(ticked: Session) -> None:
    renamed = rename_account(ticked, "photopia", "@anika.new")
    assert (renamed.id, renamed.handle) == ("photopia:@anika", "@anika.new")
    assert ticks(ticked, "photopia") == ["open-menu"]


def test_the_id_of_a_renamed_account_is_not_given_again(session: Session) -> None:
    rename_account(session, "photopia", "@new")
    add_accounts(session, [("photopia", "@anika")])
    rename_account(session, "photopia:@anika#2", "@newer")
    add_accounts(session, [("photopia", "@anika")])
    assert ids(session) == ["photopia:@anika", "photopia:@anika#2", "photopia:@anika#3"]
    assert handles(session) == ["@new", "@newer", "@anika"]


@pytest.mark.parametrize(
    ("handle", "reason"),
    [
        ("@ben", "photopia @ben is already there"),
        ("", "Photopia needs a handle: photopia:@name"),
        ("@\x07", "the handle for Photopia holds control characters"),
    ],
)
def test_a_handle_that_cannot_be_is_refused(three: Session, handle: str, reason: str) -> None:
    before = three.checklist
    with pytest.raises(Refusal) as refused:
        rename_account(three, "photopia:@anika", handle)
    assert str(refused.value) == reason
    assert three.checklist is before


def test_the_same_handle_again_changes_nothing(session: Session) -> None:
    rename_account(session, "photopia", "@anika")
    assert session.undo() is None


# -- chosen ------------------------------------------------------------------------


def test_choosing_keeps_what_was_said_of_those_that_stay(ticked: Session) -> None:
    made = choose_accounts(ticked, [("chirp", ""), ("photopia", "@anika")])
    assert [account.id for account in made] == ["chirp"]
    assert ids(ticked) == ["photopia:@anika", "chirp"]
    assert ticks(ticked, "photopia") == ["open-menu"]


def test_a_handle_typed_with_spaces_is_still_the_same_account(ticked: Session) -> None:
    assert choose_accounts(ticked, [("photopia", " @anika  ")]) == ()
    assert ticks(ticked, "photopia") == ["open-menu"]


def test_choosing_drops_the_others_and_one_undo_brings_them_back(ticked: Session) -> None:
    ticked.stop_at("photopia:@anika", "send")
    before = ticked.checklist
    choose_accounts(ticked, [("chirp", "@a")])
    assert ids(ticked) == ["chirp:@a"]
    assert ticked.checklist.here is None
    assert ticked.undo() == "accounts chosen"
    assert ticked.checklist is before


def test_choosing_a_bad_account_changes_nothing(ticked: Session) -> None:
    before = ticked.checklist
    with pytest.raises(Refusal, match="Photopia needs a handle"):
        choose_accounts(ticked, [("chirp", "@a"), ("photopia", "")])
    assert ticked.checklist is before


def test_choosing_the_same_changes_nothing(session: Session) -> None:
    choose_accounts(session, [("photopia", "@anika")])
    assert session.undo() is None


# -- routes and regions ------------------------------------------------------------


def test_an_open_route_can_be_followed_and_ticks_stay(ticked: Session) -> None:
    mark(ticked, "photopia", "open-form", "done")
    assert follow_route(ticked, "photopia", "letter").route == "letter"
    assert [step.step.id for step in ticked.view("photopia").steps] == ["write"]
    assert ticks(ticked, "photopia") == ["open-menu", "open-form"]
    follow_route(ticked, "photopia", "objection")
    assert ticked.view("photopia").steps_done == 2


@pytest.mark.parametrize(
    ("route", "reason"),
    [
        ("objektion", 'unknown route "objektion"; did you mean objection?'),
        ("switch-eu", 'unknown route "switch-eu"; there is objection, letter, reduce'),
    ],
)
def test_another_route_is_refused(session: Session, route: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        follow_route(session, "photopia", route)
    assert str(refused.value) == reason


def test_a_route_of_another_region_is_not_open(desk: Desk) -> None:
    session = desk.create("Personal", "BR", [("photopia", "@a")])
    with pytest.raises(Refusal, match='unknown route "objection"'):
        follow_route(session, "photopia", "objection")


def test_who_moves_is_on_the_routes_of_the_new_place_and_keeps_every_tick(
    ticked: Session,
) -> None:
    add_accounts(ticked, [("chirp", "")])
    mark(ticked, "photopia", "open-form", "done")
    assert move_to(ticked, "california") == "US-CA"
    assert ticked.checklist.region == "US-CA"
    assert [a.route for a in ticked.checklist.accounts] == ["reduce", "opt-out-ca"]
    assert ticks(ticked, "photopia") == ["open-menu", "open-form"]
    assert ticked.view("photopia").steps_done == 1
    move_to(ticked, "DE")
    assert ticked.view("photopia").steps_done == 2


def test_a_move_says_where_to_and_can_be_undone(session: Session) -> None:
    before = session.checklist
    move_to(session, "US-CA")
    assert session.undo() == "moved to California, United States"
    assert session.checklist is before


def test_who_stays_keeps_the_route_they_follow(session: Session) -> None:
    follow_route(session, "photopia", "letter")
    assert move_to(session, "DE") == "DE"
    assert session.find_account("photopia").route == "letter"


def test_an_unknown_place_is_refused(session: Session) -> None:
    before = session.checklist
    with pytest.raises(Refusal, match="Atlantis"):
        move_to(session, "Atlantis")
    assert session.checklist is before


def test_an_account_without_a_guide_moves_as_it_is(session: Session) -> None:
    lost = Account(id="myblog:me", platform="myblog", handle="me", route="x")
    session.apply("lost", with_account(session.checklist, lost))
    move_to(session, "US")
    assert session.find_account("myblog") == lost


@pytest.mark.parametrize("language", ["de", "DE"])
def test_the_language_of_the_menus_is_kept(session: Session, language: str) -> None:
    assert speak(session, language) == "de"
    assert session.checklist.labels == "de"


@pytest.mark.parametrize("language", ["", "d", "deu", "d1", "éé", "\x1b["])
def test_what_is_no_language_is_refused(session: Session, language: str) -> None:
    with pytest.raises(Refusal, match="is no language code such as de"):
        speak(session, language)
    assert session.checklist.labels == "en"
