"""From answers to what the register keeps."""

from datetime import timedelta

import pytest

from forms_api.answers import ask
from forms_api.description import read_forms
from forms_api.intake import suspicion, take_in
from register.case import Contact, Submission
from register.terms import Language
from tests.factories import MONDAY, PROJECT
from tests.forms_api.visitor import COMPLAINT

FORMS, _ = read_forms(PROJECT / "content" / "forms")


def taken(form: str = "complaint", **answers: str) -> tuple[Submission, Contact | None]:
    result = take_in(
        ask(FORMS[form]), {**COMPLAINT, **answers}, language=Language.ZH, received=MONDAY, consent="c" * 64
    )
    assert isinstance(result, tuple)
    return result


def test_contact_details_are_kept_apart_from_the_submission() -> None:
    submission, contact = taken()
    assert contact == Contact(name="陈建国", phone="13800001234", room="5-2-1203")
    assert not set(contact.values()) & set(submission.answers.values())


def test_the_submission_says_what_was_asked_answered_and_agreed_to() -> None:
    submission, _ = taken()
    assert submission.form == FORMS["complaint"].digest
    assert submission.consent == "c" * 64
    assert submission.answers == {
        "place": "3 号楼门口广场",
        "what": "每天晚上 9 点以后音响声音很大。",
        "reply": "call_me",
    }
    assert (submission.kind, submission.matter, submission.urgency) == ("complaint", "noise", "ordinary")


def test_who_gives_no_contact_has_none_on_record() -> None:
    _, contact = taken(reply="by_code", phone="", name="", room="")
    assert contact is None


def test_the_tick_keeps_the_content_from_the_public() -> None:
    assert taken()[0].publish
    assert not taken(count_only="yes")[0].publish


def test_praise_and_urgency_are_as_chosen() -> None:
    assert taken("suggestion", kind="praise")[0].kind == "praise"
    assert taken("repair", urgency="emergency", matter="facilities")[0].urgency == "emergency"


@pytest.mark.parametrize(
    ("fields", "seconds", "reason"),
    [
        ({}, 2, None),
        ({"website": ""}, 60, None),
        ({}, 1.9, "sent_too_fast"),
        ({"website": "http://x"}, 60, "spam_suspected"),
    ],
)
def test_what_looks_like_a_robot(fields: dict[str, str], seconds: float, reason: str | None) -> None:
    assert suspicion(fields, timedelta(seconds=seconds)) == reason
