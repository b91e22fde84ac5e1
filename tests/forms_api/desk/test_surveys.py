"""Surveys at the desk: paper answers typed in under the slip's code, counts, and two people for a result."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from forms_api.desk.app import create_desk
from forms_api.desk.office import Edges, Lent
from forms_api.desk.survey_results import WaitingResult
from register.errors import StorageFailed
from register.handling import Actor
from register.settings import ZONE, read_book
from register.signoff import SignOff
from register.surveys.survey import Survey, Way, read_surveys
from register.surveys.survey_codes import make_codes, show_code
from register.surveys.survey_store import SurveyStore
from tests.factories import HANDLER, KEYS, MANAGER, PROJECT, REVIEWER
from tests.forms_api.desk.office import PASSWORD, Desk, Person, counting_draw, open_desk, text_of
from tests.surveys import CODES, draw

(WAVE,) = read_surveys(PROJECT / "content")
PAPER = f"/surveys/{WAVE.id}/paper"
IN_TIME = datetime(2026, 12, 3, 10, 0, tzinfo=ZONE)
OVER = datetime(2026, 12, 9, 10, 0, tzinfo=ZONE)


@dataclass
class FakeResults:
    """The gate, remembering what it was asked."""

    waits: WaitingResult | None = None
    done: set[str] = field(default_factory=set)
    refusals: tuple[str, ...] = ()
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def published(self) -> frozenset[str]:
        return frozenset(self.done)

    def waiting(self, survey: Survey, language: str) -> WaitingResult | None:
        return self.waits

    def close(self, survey: Survey, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        self.asked.append(("close", survey.id, by.account))
        return self.refusals

    def approve(self, survey: Survey, signed: SignOff, language: str) -> tuple[str, ...]:
        self.asked.append(("approve", signed.sha256, signed.by.account))
        return self.refusals


@pytest.fixture
def results() -> FakeResults:
    return FakeResults()


@pytest.fixture
def desk(tmp_path: Path, results: FakeResults) -> Desk:
    desk = open_desk(tmp_path)
    desk.clock.at = IN_TIME
    desk.app = create_desk(
        desk.home,
        read_book(desk.home.content),
        Edges(desk.clock, counting_draw(), desk.clock),
        Lent(desk.publishing, results),
    )
    _store(desk).issue(CODES)
    return desk


def _store(desk: Desk) -> SurveyStore:
    return SurveyStore(desk.home.surveys, WAVE, KEYS)


def _enter(person: Person, status: int = 303, code: str = CODES[0], **answers: str) -> str:
    given = {"q_overall": "neither", "q_safe": ""} | answers
    return person.send(person.open(PAPER), PAPER, status, code=code, **given)


def test_a_paper_answer_is_typed_in_and_the_log_says_only_that(desk: Desk) -> None:
    handler = desk.signed_in(HANDLER.account)
    assert _enter(handler, code=show_code(CODES[0]).lower()) == PAPER
    assert "已录入一份" in handler.open(PAPER)
    counts = _store(desk).counts()
    assert (counts.web, counts.paper) == (0, 1)
    line = desk.lines()[-1]
    assert (line.event, line.about, line.by) == ("survey_paper", WAVE.id, HANDLER.account)
    log = desk.home.audit_file.read_text()
    assert not any(told in log for told in (CODES[0], show_code(CODES[0]), "neither"))


def test_the_same_paper_twice_counts_once_and_another_under_its_code_is_refused(desk: Desk) -> None:
    handler = desk.signed_in(HANDLER.account)
    _enter(handler)
    _enter(handler)
    assert "没有重复计算" in handler.open(PAPER)
    page = _enter(handler, 422, q_overall="very_satisfied")
    assert "已经用过" in page
    assert 'value="very_satisfied" checked' in page
    assert _store(desk).counts().paper == 1
    assert [event for _, event in desk.events()].count("survey_paper") == 1


def test_what_is_wrong_is_said_and_nothing_logged(desk: Desk) -> None:
    handler = desk.signed_in(HANDLER.account)
    before = desk.events()
    (strange,) = make_codes(1, draw(9))
    assert "没有这个答题码" in _enter(handler, 422, code=strange)
    assert "对照通知单" in _enter(handler, 422, code="<script>")
    assert "请回答第 1 题" in _enter(handler, 422, q_overall="")
    _store(desk).add(CODES[1], {"overall": "neither"}, Way.WEB)
    _store(desk).finish()
    assert "不再录入" in _enter(handler, 422)
    assert desk.events() == before


def test_a_code_used_on_the_web_is_refused_on_paper(desk: Desk) -> None:
    for code in CODES[:5]:
        _store(desk).add(code, {"overall": "neither"}, Way.WEB)
    assert "已经用过" in _enter(desk.signed_in(HANDLER.account), 422)


def test_after_the_last_day_for_paper_nothing_is_taken(desk: Desk) -> None:
    handler = desk.signed_in(HANDLER.account)
    page = handler.open(PAPER)
    desk.clock.at = OVER
    handler = desk.signed_in(HANDLER.account)
    assert "不收纸质问卷" in handler.open(PAPER)
    handler.send(handler.open(PAPER), PAPER, 409, code=CODES[0], q_overall="neither")
    assert page
    assert _store(desk).counts().paper == 0


def test_where_the_disk_refuses_what_was_typed_stays(desk: Desk) -> None:
    handler = desk.signed_in(HANDLER.account)
    with patch.object(SurveyStore, "add", side_effect=StorageFailed("ENOSPC")):
        page = _enter(handler, 503)
    assert "没有存进去" in page
    assert 'value="neither" checked' in page


def test_a_wave_nobody_wrote_is_not_there(desk: Desk) -> None:
    handler = desk.signed_in(HANDLER.account)
    handler.open("/surveys/2020h1/paper", 404)
    answer = handler.browser.post("/surveys/2020h1/paper", data={"csrf": "x", "code": "x", "_end": "1"})
    assert answer.status_code == 400


def test_the_list_counts_issued_web_and_paper(desk: Desk) -> None:
    _store(desk).add(CODES[1], {"overall": "neither"}, Way.WEB)
    handler = desk.signed_in(HANDLER.account)
    _enter(handler)
    page = text_of(handler.open("/surveys"))
    assert "发放 20 网上 1 纸质 1 回收率 10%" in page


def test_a_survey_is_ended_with_ones_own_word_and_only_when_it_is_over(
    desk: Desk, results: FakeResults
) -> None:
    close = f"/surveys/{WAVE.id}/close"
    handler = desk.signed_in(HANDLER.account)
    assert close not in handler.open("/surveys")
    desk.clock.at = OVER
    handler = desk.signed_in(HANDLER.account)
    page = handler.open("/surveys")
    assert "密码不对" in handler.send(page, close, 422, password="not mine")
    assert (desk.lines()[-1].event, desk.lines()[-1].about) == ("close_survey_refused", WAVE.id)
    assert results.asked == []
    assert handler.send(page, close, password=PASSWORD) == "/surveys"
    assert results.asked == [("close", WAVE.id, HANDLER.account)]
    results.refusals = ("还没有结束",)
    assert "还没有结束" in handler.send(page, close, 422, password=PASSWORD)


def test_a_result_is_approved_by_another_person_who_may(desk: Desk, results: FakeResults) -> None:
    desk.clock.at = OVER
    approve = f"/surveys/{WAVE.id}/approve"
    results.waits = WaitingResult(REVIEWER.account, "a" * 64, ("总体满意度 80.1%",))
    assert approve not in desk.signed_in(HANDLER.account).open("/surveys")
    assert approve not in desk.signed_in(REVIEWER.account).open("/surveys")
    manager = desk.signed_in(MANAGER.account)
    page = manager.open("/surveys")
    assert "总体满意度 80.1%" in page
    assert "密码不对" in manager.send(page, approve, 422, password="not mine")
    assert (desk.lines()[-1].event, desk.lines()[-1].about) == ("approve_survey_refused", WAVE.id)
    results.refusals = ("另一人",)
    assert "另一人" in manager.send(page, approve, 422, password=PASSWORD)
    results.refusals = ()
    assert manager.send(page, approve, password=PASSWORD) == "/surveys"
    assert results.asked[-1] == ("approve", "a" * 64, MANAGER.account)
    results.waits, results.done = None, {WAVE.id}
    assert "结果已公布" in manager.open("/surveys")


def test_without_the_gate_a_survey_is_neither_ended_nor_approved_here(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    desk.clock.at = OVER
    manager = desk.signed_in(MANAGER.account)
    page = manager.open("/surveys")
    assert "/close" not in page
    for action in ("close", "approve"):
        data = {"csrf": _csrf(page), "password": PASSWORD, "_end": "1"}
        assert manager.browser.post(f"/surveys/{WAVE.id}/{action}", data=data).status_code == 404


def test_a_wave_whose_files_cannot_be_used_is_told_and_the_others_shown(desk: Desk) -> None:
    (desk.home.surveys / WAVE.id / "codes.json").write_text("{}")
    handler = desk.signed_in(HANDLER.account)
    assert "不能用" in handler.open("/surveys")
    assert "没有存进去" in _enter(handler, 503)


def test_an_estate_without_surveys_says_so(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    for file in (desk.home.content / "surveys").glob("*.toml"):
        file.unlink()
    desk.app = create_desk(
        desk.home,
        read_book(desk.home.content),
        Edges(desk.clock, counting_draw(), desk.clock),
        Lent(desk.publishing),
    )
    assert "还没有写过调查" in desk.signed_in(MANAGER.account).open("/surveys")


def _csrf(page: str) -> str:
    return page.split('name="csrf" value="')[1].split('"')[0]
