"""Answers to start from: what fits a case, what is filled in, and what may not be left open."""

from pathlib import Path

import pytest

from forms_api.desk.handling.stepforms import _OUTCOMES
from forms_api.desk.handling.templates import Offer, left_open, offers, read_templates, started_from
from register.case import Case
from register.errors import SettingsRefused
from register.store import FolderStore
from register.terms import Kind, Language, Step
from tests.factories import PROJECT, answered, kept_case, step
from tests.forms_api.desk.casefiles import keep
from tests.forms_api.desk.office import Desk, words

SHIPPED = read_templates(PROJECT / "content")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return kept_case(FolderStore(tmp_path))


def test_there_is_a_template_for_every_kind_and_it_fits_the_outcomes_of_its_kind() -> None:
    assert {one.kind for one in SHIPPED} >= set(Kind) - {Kind.PRAISE}
    for one in SHIPPED:
        kinds = [one.kind] if one.kind else list(Kind)
        assert any(one.outcome in _OUTCOMES[kind] for kind in kinds), one.id
        assert one.title.en, one.id
        assert one.text.en, one.id


def test_the_matters_own_answers_come_before_the_general_ones(case: Case) -> None:
    keys = [offer.key for offer in offers(case, SHIPPED, (), Language.ZH)]
    assert keys[0] == "hygiene.rectified"
    assert "general.rectified" in keys
    assert not {"noise.explained", "repair.repaired"} & set(keys)


def test_words_are_in_the_residents_language_and_titles_in_the_desks(case: Case) -> None:
    english = case.model_copy(
        update={"submission": case.submission.model_copy(update={"language": Language.EN})}
    )
    (first, *_) = offers(english, SHIPPED, (), Language.ZH)
    assert first.title.startswith("环境卫生")
    assert first.values["text"].startswith("Hello")


def test_the_answer_of_a_linked_case_is_offered_too(case: Case, tmp_path: Path) -> None:
    other = answered(kept_case(FolderStore(tmp_path / "other"), 2))
    (first, *_) = offers(case, SHIPPED, (other, case), Language.ZH)
    assert (first.key, first.values["text"]) == (other.number, "已清运并补排班次。")


def test_choices_that_were_made_stay_and_typed_words_are_kept() -> None:
    offer = Offer("a.b", "", {"outcome": "rectified", "measures": ["cleaned"], "text": "模板。"})
    typed = {"outcome": "explained", "measures": [], "text": "您好。"}
    assert started_from(offer, typed) == {
        "outcome": "explained",
        "measures": ["cleaned"],
        "text": "您好。\n模板。",
    }


def test_only_the_gaps_of_templates_count_as_left_open() -> None:
    assert left_open("已于【日期】清理", SHIPPED) == ("【日期】",)
    assert left_open("见《规约》【第三条】", SHIPPED) == ()


def test_a_template_with_a_fault_or_a_name_taken_twice_is_refused(tmp_path: Path) -> None:
    assert read_templates(tmp_path) == ()
    folder = tmp_path / "answers"
    folder.mkdir()
    text = (PROJECT / "content/answers/matters.toml").read_text(encoding="utf-8")
    for name in ("a.toml", "b.toml"):
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsRefused, match=r"hygiene\.rectified.*twice"):
        read_templates(tmp_path)
    (folder / "b.toml").write_text('[[answer]]\nid = "x"\n', encoding="utf-8")
    with pytest.raises(SettingsRefused, match="outcome"):
        read_templates(tmp_path)


def test_an_answer_is_started_from_a_template_and_kept_only_without_gaps(desk: Desk) -> None:
    case = kept_case(desk.store)
    case = step(case, Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind="complaint", matter="hygiene", urgency="ordinary")
    case = step(case, Step.ASSIGN, to="wangfang", post="cleaning")
    number = keep(desk, step(case, Step.INVESTIGATE, findings="属实"))
    person = desk.signed_in("wangfang")
    form = {"revision": desk.store.read(number).revision, "seen": "5", "text": "王女士："}
    csrf = person.open("/").split('name="csrf" value="')[1].split('"')[0]
    answer = person.browser.post(
        f"/cases/{number}/fill/answer",
        data={"csrf": csrf, **form, "template": "hygiene.rectified", "_end": "1"},
    )
    assert answer.status_code == 200
    assert "王女士：\n您好，您反映的卫生问题" in answer.text
    assert 'name="measures__cleaned" value="yes" checked' in answer.text
    refused = person.step(
        number, "answer", 422, outcome="rectified", measures__cleaned="yes", text="已于【日期】清理。"
    )
    assert words("field_problem", "gap") in refused
    person.step(number, "answer", outcome="rectified", measures__cleaned="yes", text="已于今天清理。")


def test_there_is_nothing_to_fill_in_for_other_steps(desk: Desk) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("wangfang")
    csrf = person.open("/").split('name="csrf" value="')[1].split('"')[0]
    answer = person.browser.post(f"/cases/{number}/fill/pause", data={"csrf": csrf, "_end": "1"})
    assert answer.status_code == 404
