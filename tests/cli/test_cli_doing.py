"""What a person did and what came back, recorded without a screen."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Program


def account(program: Program, name: str = "instagram:@anika") -> dict[str, Any]:
    found: dict[str, Any] = next(
        one for one in program.json("status", "demo")["accounts"] if one["id"] == name
    )
    return found


def sending_step(program: Program) -> str:
    guide = program.json("guides", "show", "instagram", "--region", "DE")
    step: str = next(step["id"] for step in guide["route"]["steps"] if step["sends"])
    return step


def test_mark_says_in_one_line_what_was_marked_and_saved(demo: Program) -> None:
    step = account(demo)["steps"][0]
    told = demo.text("mark", "demo", "instagram:@anika", step["id"], "done")
    assert told == f"Instagram @anika: {step['title']}: done · Saved, revision 2\n"
    marked = account(demo)["steps"][0]
    assert (marked["state"], marked["at"]) == ("done", "2026-11-22T12:00:00Z")


@pytest.mark.parametrize("state", ["done", "skipped", "problem", "todo"])
def test_mark_takes_every_state(demo: Program, state: str) -> None:
    step = account(demo)["steps"][0]["id"]
    made = demo.json("mark", "demo", "instagram", step, state, "--note", "seen")
    assert (made["name"], made["revision"], made["request"]) == ("demo", 2, None)
    assert (made["step"]["id"], made["step"]["state"]) == (step, state)
    assert account(demo)["steps"][0]["note"] == "seen"


def test_mark_takes_a_note_away_with_an_empty_one(demo: Program) -> None:
    step = account(demo)["steps"][0]["id"]
    demo.text("mark", "demo", "instagram", step, "done", "--note", "seen")
    assert demo.json("mark", "demo", "instagram", step, "done")["step"]["note"] == "seen"
    assert demo.json("mark", "demo", "instagram", step, "done", "--note", "")["step"]["note"] == ""


def test_mark_knows_the_troubles_of_the_step(demo: Program) -> None:
    guide = demo.json("guides", "show", "instagram", "--region", "DE")
    step = next(step for step in guide["route"]["steps"] if step["troubles"])
    trouble = step["troubles"][0]
    demo.text("mark", "demo", "instagram", step["id"], "problem", "--trouble", trouble["id"])
    assert f"{step['id']}: problem: " in demo.text("status", "demo")
    words = ["mark", "demo", "instagram", step["id"], "problem", "--trouble", trouble["id"] + "x"]
    assert demo.refused(*words).endswith(f"did you mean {trouble['id']}?")
    assert "goes with the state problem" in demo.refused(
        "mark", "demo", "instagram", step["id"], "done", "--trouble", trouble["id"]
    )


def test_ticking_the_sending_step_records_a_request(demo: Program) -> None:
    made = demo.json("mark", "demo", "instagram", sending_step(demo), "done")
    assert (made["request"]["id"], made["request"]["kind"]) == ("r1", "objection")
    assert (made["request"]["sent"], made["request"]["due"]) == ("2026-11-22", "2026-12-22")
    assert made["account"]["state"] == "waiting"


def test_sent_sends_what_the_way_sends(demo: Program) -> None:
    made = demo.json("sent", "demo", "instagram", "--on", "2026-11-20", "--channel", "email")
    request = made["request"]
    assert (request["kind"], request["sent"], request["received"]) == (
        "objection", "2026-11-20", "2026-11-20",
    )  # fmt: skip
    assert request["channel"] == "email"
    states = {step["id"]: step["state"] for step in made["account"]["steps"]}
    assert states[sending_step(demo)] == "done"


def test_sent_takes_an_objection_where_the_way_sends_nothing(demo: Program) -> None:
    assert demo.json("sent", "demo", "x")["request"]["kind"] == "objection"


def test_sent_corrects_only_what_is_given(demo: Program) -> None:
    demo.text("sent", "demo", "instagram", "--on", "2026-11-20", "--reference", "4711")
    corrected = demo.json("sent", "demo", "instagram", "--request", "r1", "--channel", "letter")
    request = corrected["request"]
    assert (request["sent"], request["reference"]) == ("2026-11-20", "4711")
    assert request["channel"] == "letter"
    later = demo.json("sent", "demo", "instagram", "--request", "r1", "--received", "2026-11-21")
    assert (later["request"]["received"], later["request"]["due"]) == ("2026-11-21", "2026-12-21")
    moved = demo.json("sent", "demo", "instagram", "--request", "r1", "--on", "2026-11-19")
    assert (moved["request"]["sent"], moved["request"]["received"]) == ("2026-11-19", "2026-11-21")
    assert len(moved["account"]["requests"]) == 1


def test_correcting_the_day_moves_a_receipt_of_the_same_day(demo: Program) -> None:
    demo.text("sent", "demo", "instagram", "--on", "2026-11-20")
    moved = demo.json("sent", "demo", "instagram", "--request", "r1", "--on", "2026-11-18")
    assert moved["request"]["received"] == "2026-11-18"


@pytest.mark.parametrize("kind", ["reminder", "company-complaint", "appeal", "complaint"])
def test_sent_records_what_follows_a_request(demo: Program, kind: str) -> None:
    demo.text("sent", "demo", "instagram")
    made = demo.json("sent", "demo", "instagram", "--kind", kind, "--channel", "letter")
    assert made["request"]["id"] == "r1"
    assert f"{kind} 2026-11-22" in demo.text("status", "demo")


def test_nothing_follows_where_nothing_was_sent(demo: Program) -> None:
    told = demo.refused("sent", "demo", "instagram", "--kind", "reminder")
    assert told == "nothing was sent for instagram:@anika yet"
    assert "--received goes with a request" in demo.refused(
        "sent", "demo", "instagram", "--kind", "reminder", "--received", "2026-11-22"
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--on", "2026-11-23"], "2026-11-23 lies ahead"),
        (["--on", "2026-11-22", "--received", "2026-11-21"], "lies before sent on 2026-11-22"),
        (["--received", "2026-11-23"], "received on 2026-11-23 lies ahead"),
        (["--on", "2017-01-01"], "received on 2017-01-01 lies before the law: GDPR gives"),
        (["--kind", "answer"], "nothing was sent for instagram:@anika yet"),
        (["--kind", "objektion"], 'unknown kind "objektion"; did you mean objection?'),
        (["--channel", "fax"], 'unknown channel "fax"; known are form, email, letter'),
        (["--request", "r9"], "nothing was sent for instagram:@anika yet"),
        (["--reference", "a\x1b"], "the reference holds control characters"),
    ],
)
def test_a_sending_that_cannot_be_is_refused(demo: Program, words: list[str], reason: str) -> None:
    before = demo.file("demo").read_bytes()
    assert reason in demo.refused("sent", "demo", "instagram", *words)
    assert demo.file("demo").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (["granted"], "granted"),
        (["refused", "--reason", "no_match"], "refused"),
        (["extension"], "waiting"),
        (["question", "--about", "identity", "--note", "a passport"], "waiting"),
    ],
)
def test_reply_records_what_came_back(demo: Program, words: list[str], state: str) -> None:
    demo.text("sent", "demo", "instagram", "--on", "2026-11-01")
    made = demo.json("reply", "demo", "instagram", *words, "--on", "2026-11-21")
    assert (made["request"]["id"], made["request"]["state"]) == ("r1", state)
    assert made["revision"] == 3


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["grnted"], 'unknown reply "grnted"; did you mean granted?'),
        (["granted", "--reason", "x"], "a reason goes with the reply refused"),
        (["granted", "--about", "form"], "a subject goes with the reply question"),
        (["question", "--about", "shoes"], 'unknown subject "shoes"'),
        (["refused", "--reason", "no-match"], 'unknown reason "no-match"; did you mean no_match?'),
        (["granted", "--on", "2026-11-20"], "lies before the day the request was sent"),
        (["granted", "--request", "r2"], 'unknown request "r2"; did you mean r1?'),
    ],
)
def test_a_reply_that_cannot_be_is_refused(demo: Program, words: list[str], reason: str) -> None:
    demo.text("sent", "demo", "instagram")
    assert reason in demo.refused("reply", "demo", "instagram", *words)


def test_of_several_requests_one_is_named(demo: Program) -> None:
    demo.text("sent", "demo", "instagram", "--on", "2026-11-01")
    demo.text("sent", "demo", "instagram", "--kind", "access", "--on", "2026-11-02")
    listed = "r1 (objection of 2026-11-01), r2 (access of 2026-11-02)"
    told = demo.refused("reply", "demo", "instagram", "granted")
    assert told.endswith(f"has several requests; say which with --request: {listed}")
    told = demo.refused("sent", "demo", "instagram", "--kind", "reminder")
    assert told.endswith(listed)
    made = demo.json("reply", "demo", "instagram", "granted", "--request", "r2")
    assert made["request"]["id"] == "r2"
    assert demo.json("reply", "demo", "instagram", "granted")["request"]["id"] == "r1"


def test_a_question_stops_the_time_until_it_is_answered(demo: Program) -> None:
    demo.text("sent", "demo", "instagram", "--on", "2026-11-02")
    words = ["reply", "demo", "instagram", "question", "--about", "identity", "--on", "2026-11-10"]
    asked = demo.json(*words)["request"]
    assert (asked["due"], asked["latest"], asked["state"]) == (None, None, "waiting")
    assert "question 2026-11-10 (identity)" in demo.text("status", "demo")
    assert "the time stands still until you answer it" in demo.text("status", "demo")
    answer = ["sent", "demo", "instagram", "--kind", "answer", "--on", "2026-11-15"]
    made = demo.json(*answer)["request"]
    assert (made["due"], made["latest"]) == ("2026-12-07", "2027-02-08")
    assert "stands still" not in demo.text("status", "demo")


def test_status_says_why_a_late_notice_does_not_count(demo: Program) -> None:
    demo.text("sent", "demo", "instagram", "--on", "2026-10-01")
    made = demo.json("reply", "demo", "instagram", "extension", "--on", "2026-11-20")["request"]
    assert (made["due"], made["latest"], made["state"]) == ("2026-11-02", "2026-11-02", "overdue")
    told = "they told you too late that they need more time: it does not count"
    assert told in demo.text("status", "demo")


def test_proof_keeps_the_digest_of_a_file(demo: Program, tmp_path: Path) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_bytes(b"Dear Anika")
    made = demo.json("proof", "demo", "instagram", "mail", "--file", str(mail), "--note", "kept")
    assert made["evidence"]["kind"] == "mail"
    assert made["account"]["proof"] == "platform-confirmed"
    assert hashlib.sha256(b"Dear Anika").hexdigest() in demo.file("demo").read_text("utf-8")


def test_proof_of_a_file_that_is_none_is_refused(demo: Program, tmp_path: Path) -> None:
    words = ["proof", "demo", "instagram", "mail", "--file"]
    assert "No such file" in demo.refused(*words, str(tmp_path / "none"))
    assert "is not a file" in demo.refused(*words, str(tmp_path))
    assert "is not a file" in demo.refused(*words, "/dev/zero")
    assert "name too long" in demo.refused(*words, "x" * 300)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["mark", "demo", "instagrm", "x", "done"], 'unknown account "instagrm"; did you mean'),
        (["mark", "demo", "instagram", "zzz", "dne"], 'unknown state "dne"; did you mean done?'),
        (["mark", "dmo", "instagram", "x", "done"], 'unknown checklist "dmo"; did you mean demo?'),
        (["proof", "demo", "instagram", "mial"], 'unknown kind "mial"; did you mean mail?'),
        (["proof", "demo", "facebook", "mail"], 'unknown account "facebook"'),
    ],
)
def test_names_nobody_knows_are_refused_with_the_nearest(
    demo: Program, words: list[str], reason: str
) -> None:
    assert demo.refused(*words).startswith(reason)


def test_a_step_nobody_knows_is_refused_with_the_nearest(demo: Program) -> None:
    step = account(demo)["steps"][0]["id"]
    told = demo.refused("mark", "demo", "instagram", f"{step}x", "done")
    assert told == f'unknown step "{step}x"; did you mean {step}?'


def test_what_was_changed_by_another_program_is_joined_and_its_comments_kept(
    demo: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from optout_tui.journey.session import Session

    step = account(demo)["steps"][0]["id"]
    save = Session.save

    def save_late(session: Session) -> int:
        path = demo.file("demo")
        path.write_text(path.read_text("utf-8").replace('"@anika"', '"@new"  # hers', 1), "utf-8")
        return save(session)

    monkeypatch.setattr(Session, "save", save_late)
    demo.text("mark", "demo", "instagram", step, "done")
    assert account(demo)["handle"] == "@new"
    assert account(demo)["steps"][0]["state"] == "done"
    [pinned] = (demo.data_dir / "backups").glob("*/*-pinned.toml")
    assert "# hers" in pinned.read_text("utf-8")
