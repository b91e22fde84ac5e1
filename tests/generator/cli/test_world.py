"""What the gate looks for of every case: the resident's particulars, the number that only she is told, and what was said."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from generator.cli.world import NOT_SAID, approved_summary, changed_values, private_values, said, values_of
from generator.disclosure.scan import PrivateValues, Public, Source, World, scan_text
from register.case import Aside, Case, CaseEntry, Clock, Contact, Submission
from register.contacts import update_contact
from register.steps import PARTICULARS
from register.store import FolderStore
from register.terms import Step
from tests.factories import answered, approved, book, kept_case, objected, step


def test_every_particular_and_the_number_of_a_case_are_looked_for(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path))
    assert case.contact is not None
    values = private_values(case)
    assert (values.name, values.phone, values.room) == case.contact.values()
    assert values.others == (case.number,)


def test_of_a_case_without_contact_the_number_is(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path)).model_copy(update={"contact": None})
    source = Source(case.received, (case.number,))
    assert private_values(case) == PrivateValues(others=(case.number,), source=source)


def test_what_she_changed_is_known_since_then_and_what_she_left_since_the_receipt(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path))
    assert case.contact is not None
    later = case.received + timedelta(days=40)
    other = case.contact.model_copy(update={"phone": "13900001111"})
    changed = update_contact(case, other, at=later, clockwork=book().clockwork)
    first, since = private_values(changed), list(changed_values(changed))
    assert (first.name, first.phone, first.room) == (case.contact.name, None, case.contact.room)
    assert since == [
        PrivateValues(phone="13900001111", source=Source(later, (case.number,))),
        PrivateValues(phone=case.contact.phone, source=Source(case.received, (case.number,))),
    ]


def test_whoever_takes_back_her_name_is_looked_for_as_before(tmp_path: Path) -> None:
    """In every sentence that a name which is a word is held in: the office's notes name her still."""
    case = kept_case(FolderStore(tmp_path))
    named = case.model_copy(update={"contact": Contact(name="安宁", room="5-2-1203")})
    gone = update_contact(named, None, at=case.received + timedelta(days=3), clockwork=book().clockwork)
    text = "经安宁确认，问题解决。"
    assert scan_text(text, World.build(values_of(gone)), Public(), "zh").hold
    assert not scan_text(
        text, World.build(values_of(gone.model_copy(update={"aside": ()}))), Public(), "zh"
    ).hold


def test_a_value_is_of_the_cases_that_are_linked_too(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path))
    other = kept_case(FolderStore(tmp_path), 2).number
    linked = step(case, Step.LINK, number=other)
    assert all(one.source and one.source.cases == (case.number, other) for one in values_of(linked))


def texts(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The fields of a model whose values hold text, however deep, that is no code."""
    for name, field in model.model_fields.items():
        if str in _types(field.annotation):
            yield model.__name__, name


def _types(annotation: object) -> set[object]:
    return {annotation}.union(*map(_types, get_args(annotation)))


def test_every_text_of_a_case_is_said_or_has_a_reason_not_to_be() -> None:
    """A new field is looked for by itself, unless it holds several texts: then this asks what to do with them."""
    models = {Case, Submission, Contact, Aside, CaseEntry, Clock, *PARTICULARS.values()}
    found = {field for model in models for field in texts(model)}
    assert set(NOT_SAID) <= found, "an exception for a field that there is not"
    plain = {
        (model.__name__, name)
        for model in PARTICULARS.values()
        for name, field in model.model_fields.items()
        if field.annotation is str
    }
    walked = {("Submission", "answers"), ("CaseEntry", "particulars")}
    assert found - plain - walked - set(NOT_SAID) == set()
    assert all(len(reason) > 5 for reason in NOT_SAID.values())


def test_every_answer_and_every_note_is_said(tmp_path: Path) -> None:
    case = answered(kept_case(FolderStore(tmp_path)))
    texts = set(said(case))
    assert set(case.submission.answers.values()) <= texts
    answer = case.last(Step.ANSWER)
    assert answer is not None
    assert answer.particulars["text"] in texts
    assert not any(case.number in text for text in texts)


@pytest.mark.parametrize("field", ["note", "findings", "text", "demand"])
def test_a_text_of_any_step_is_said(tmp_path: Path, field: str) -> None:
    case = kept_case(FolderStore(tmp_path))
    (taken, *_) = (one for one, model in PARTICULARS.items() if field in model.model_fields)
    entry = case.entries[0].model_copy(update={"step": taken, "particulars": {field: "灰鹭在泵房顶上筑巢"}})
    assert "灰鹭在泵房顶上筑巢" in set(said(case.with_entry(entry)))


def test_a_summary_is_said_unless_it_was_approved(tmp_path: Path) -> None:
    case = approved(kept_case(FolderStore(tmp_path)), "灰鹭已由林业站救助。", "The heron was taken care of.")
    summary = approved_summary(case)
    assert summary is not None
    assert summary.zh not in set(said(case))
    for later in (objected(case), step(case, Step.TAKE_DOWN, reason="wrong_facts")):
        assert approved_summary(later) is None
        assert {summary.zh, summary.en} <= set(said(later))


def test_particulars_in_a_free_text_are_values_of_the_case(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path))
    case = step(case, Step.ACKNOWLEDGE, note="她爱人的电话13905086221")
    source = Source(case.entries[-1].at, (case.number,))
    assert list(values_of(case)) == [private_values(case), PrivateValues(phone="13905086221", source=source)]
