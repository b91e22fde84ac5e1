"""A survey answered over the counter: from slip to thank-you page, once a household, and nothing that joins them."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from forms_api import sealing
from forms_api.visit import INSTANCE
from register.errors import StorageFailed
from register.settings import ZONE
from register.surveys.survey import Way, read_surveys
from register.surveys.survey_codes import code_tag, make_codes, show_code
from register.surveys.survey_store import SurveyStore
from tests.factories import KEYS, PROJECT
from tests.forms_api.visitor import Visitor, hidden, words
from tests.surveys import CODES, draw

(WAVE,) = read_surveys(PROJECT / "content")
FORM = f"/f/survey/{WAVE.id}"
IN_TIME = datetime(2026, 11, 12, 19, 30, tzinfo=ZONE)
ANSWERS = {"q_overall": "fairly_satisfied", "q_had_repair": "no", "q_safe": "not_applicable"}
PROGRAM = {"accept": "application/json"}


class Household(Visitor):
    """Somebody with a slip."""

    def __init__(self, folder: Path, now: datetime = IN_TIME) -> None:
        super().__init__(folder, now)
        self.survey_store.issue(CODES)

    @property
    def survey_store(self) -> SurveyStore:
        return SurveyStore(self.home.surveys, WAVE, KEYS)

    def answer(self, code: str = CODES[0], path: str = FORM, **headers: str) -> Any:
        """The answer to the first post."""
        fields = {INSTANCE: hidden(self.get(FORM).text)[INSTANCE], "code": code} | ANSWERS
        return self.post(path, fields, **headers)

    def hand_in(self, code: str = CODES[0], path: str = f"{FORM}/send", **headers: str) -> Any:
        return self.post(path, hidden(self.answer(code).text), **headers)


@pytest.fixture
def household(tmp_path: Path) -> Household:
    return Household(tmp_path)


def test_from_the_slip_to_the_thank_you_page(household: Household) -> None:
    page = household.get(FORM).text
    assert page.count("<fieldset") == len(WAVE.question)
    assert "查不出哪份是您的" in page
    check = household.answer(show_code(CODES[0]).lower())
    assert check.status_code == 200
    assert "比较满意" in words(check.text)
    sent = household.post(f"{FORM}/send", hidden(check.text))
    assert (sent.status_code, sent.headers["location"]) == (303, f"{FORM}/thanks")
    assert "已收到" in words(household.get(sent.headers["location"]).text)
    assert household.survey_store.counts().web == 1


@pytest.mark.parametrize("typed", ["{c}", " {c} ", "{c}　", "{dots}", "{wide}", "{lower}"])
def test_a_code_is_understood_as_people_type_it(household: Household, typed: str) -> None:
    code = show_code(CODES[1])
    wide = "".join(chr(ord(char) + 0xFEE0) for char in code)
    said = typed.format(c=code, dots=code.replace("-", " "), wide=wide, lower=code.lower())
    assert household.answer(said).status_code == 200


def test_what_is_wrong_is_said_and_every_answer_kept(household: Household) -> None:
    page = household.answer("7K2M-4XQ9-0DTU")
    assert page.status_code == 422
    assert '<a href="#code">' in page.text
    assert 'value="7K2M-4XQ9-0DTU"' in page.text
    assert 'value="fairly_satisfied" checked' in page.text


def test_a_code_never_issued_waits_longer_each_time_and_a_right_one_never(household: Household) -> None:
    (strange,) = make_codes(1, draw(7))
    for _ in range(8):
        page = household.answer(strange)
        assert (page.status_code, "没有这个答题码" in page.text) == (422, True)
        assert 'value="fairly_satisfied" checked' in page.text
    assert household.pauses == sorted(household.pauses)
    assert household.pauses[-1] > 0
    household.pauses.clear()
    assert household.hand_in().status_code == 303
    assert household.pauses == []


def test_the_same_answers_sent_again_count_once_and_others_are_not_kept(household: Household) -> None:
    fields = hidden(household.answer().text)
    assert household.post(f"{FORM}/send", fields).status_code == 303
    assert household.post(f"{FORM}/send", fields).status_code == 303
    changed = {INSTANCE: fields[INSTANCE], "code": CODES[0], "q_overall": "very_dissatisfied"}
    again = household.post(f"{FORM}/send", hidden(household.post(FORM, changed).text))
    assert again.status_code == 409
    assert "以先交的为准" in again.text
    assert household.survey_store.counts().web == 1


def test_twenty_sends_at_once_make_one_answer(household: Household) -> None:
    fields = hidden(household.answer().text)
    with ThreadPoolExecutor(20) as pool:
        sent = list(pool.map(lambda _: household.post(f"{FORM}/send", fields).status_code, range(20)))
    assert sent == [303] * 20
    assert household.survey_store.counts().web == 1


def test_after_its_batch_a_used_code_is_told_before_the_check_page(household: Household) -> None:
    for code in CODES[:5]:
        household.hand_in(code)
    page = household.answer(CODES[2])
    assert (page.status_code, "已交过一份" in page.text) == (409, True)


@pytest.mark.parametrize(
    ("day", "status", "said"),
    [((2026, 12, 1), 410, "已截止"), ((2026, 12, 8), 410, "已经结束")],
)
def test_outside_its_days_a_survey_says_so_and_keeps_nothing(
    household: Household, day: tuple[int, int, int], status: int, said: str
) -> None:
    fields = hidden(household.answer().text)
    household.now = datetime(*day, 12, tzinfo=ZONE)
    for page in (household.get(FORM), household.post(FORM, fields), household.post(f"{FORM}/send", fields)):
        assert page.status_code == status
        assert said in page.text
        assert '<a href="/">返回首页</a>' in page.text
    assert household.survey_store.counts().web == 0


def test_before_its_first_day_a_survey_names_it(household: Household) -> None:
    household.now = datetime(2026, 10, 31, 12, tzinfo=ZONE)
    page = household.get(FORM)
    assert (page.status_code, "2026年11月1日开始" in words(page.text)) == (403, True)
    page = household.get(f"{FORM}?lang=en")
    assert "opens on 1 November 2026" in page.text


def test_a_wave_that_was_finished_early_says_so(household: Household) -> None:
    fields = hidden(household.answer().text)
    household.survey_store.finish()
    assert household.post(f"{FORM}/send", fields).status_code == 410


def test_the_list_shows_what_can_be_answered_now(household: Household) -> None:
    assert f'href="{FORM}"' in household.get("/f/survey").text
    household.now = datetime(2026, 12, 20, tzinfo=ZONE)
    closed = household.get("/f/survey")
    assert f'href="{FORM}"' not in closed.text
    assert "现在没有正在进行的调查" in closed.text


def test_a_program_gets_the_same_facts_as_json(household: Household) -> None:
    form = household.get(FORM, **PROGRAM).json()
    assert form["fields"][:2] == ["code", "q_overall"]
    checked = household.answer(**PROGRAM).json()
    fields = {INSTANCE: checked["instance"], "_seal": checked["seal"], "code": CODES[0]} | ANSWERS
    sent = household.post(f"{FORM}/send", fields, **PROGRAM)
    assert (sent.status_code, sent.json()) == (201, {"survey": WAVE.id, "taken": "kept"})
    wrong = household.post(FORM, fields | {"code": "x"}, **PROGRAM)
    assert [error["field"] for error in wrong.json()["errors"]] == ["code"]
    assert household.get("/f/survey", **PROGRAM).json() == {"surveys": [{"id": WAVE.id, "stage": "open"}]}
    assert household.get(f"{FORM}/thanks", **PROGRAM).json()["taken"] == "kept"


def test_the_other_language_keeps_what_was_chosen(household: Household) -> None:
    fields = {INSTANCE: hidden(household.get(FORM).text)[INSTANCE], "code": "?", "_switch": "1"} | ANSWERS
    page = household.post(f"{FORM}?lang=en", fields)
    assert page.status_code == 200
    assert "Taking everything into account" in page.text
    assert 'value="fairly_satisfied" checked' in page.text


def test_a_change_goes_back_to_its_question(household: Household) -> None:
    back = hidden(household.answer().text) | {"_change": "q_safe"}
    page = household.post(FORM, back).text
    assert re.search(r'id="q_safe"[^>]* autofocus', page)


@pytest.mark.parametrize(
    ("spoil", "status", "said"),
    [
        ({INSTANCE: "x"}, 400, "不是从本网站打开的"),
        ({"_seal": "x"}, 400, "请先核对"),
        ({"q_overall": "very_satisfied"}, 400, "请先核对"),
        ({"q_extra": "1"}, 400, "表单内容有误"),
        ({"website": "http://spam.example"}, 400, "表单内容有误"),
    ],
)
def test_a_post_that_no_page_of_ours_makes_is_refused(
    household: Household, spoil: dict[str, str], status: int, said: str
) -> None:
    fields = hidden(household.answer().text) | spoil
    page = household.post(f"{FORM}/send", fields)
    assert (page.status_code, said in page.text) == (status, True)
    assert household.survey_store.counts().web == 0


def test_a_foreign_page_cannot_send(household: Household) -> None:
    fields = hidden(household.answer().text)
    assert household.post(f"{FORM}/send", fields, **{"sec-fetch-site": "cross-site"}).status_code == 403


@pytest.mark.parametrize(
    "code", ["' OR 1=1 --", "<script>alert(1)</script>", "../../x", "Ａ" * 5000, "\u202e" * 12]
)
def test_a_hostile_code_is_a_wrong_code(household: Household, code: str) -> None:
    page = household.answer(code)
    assert page.status_code == 422
    assert "<script>" not in page.text


@pytest.mark.parametrize("id", ["2020h1", "..%2f..", "%00", "'", "a" * 500])
def test_a_wave_nobody_wrote_is_not_there(household: Household, id: str) -> None:
    assert household.get(f"/f/survey/{id}").status_code in (400, 404)
    assert not (household.home.surveys / id[:40]).exists()


def test_a_form_open_for_too_long_or_changed_is_drawn_anew(household: Household) -> None:
    fields = hidden(household.answer().text)
    household.later(hours=25)
    for path in (FORM, f"{FORM}/send"):
        page = household.post(path, fields)
        assert (page.status_code, "超过 24 小时" in page.text) == (422, True)
        assert 'value="fairly_satisfied" checked' in page.text


def test_an_answer_that_no_longer_fits_is_asked_for_again(household: Household) -> None:
    """The seal holds, but the code on the page was never right: only a program of its own gets here."""
    token = hidden(household.get(FORM).text)[INSTANCE]
    fields = {"code": "", **ANSWERS}
    seal = sealing.seal_answers(KEYS, token, fields)
    page = household.post(f"{FORM}/send", fields | {INSTANCE: token, "_seal": seal})
    assert (page.status_code, "请填写通知单上的答题码" in page.text) == (422, True)


@pytest.mark.parametrize("method", ["add", "use_of"])
def test_where_the_disk_refuses_the_answers_stay_in_the_page(household: Household, method: str) -> None:
    fields = hidden(household.answer().text)
    path = f"{FORM}/send" if method == "add" else FORM
    with patch.object(SurveyStore, method, side_effect=StorageFailed("ENOSPC")):
        page = household.post(
            path, fields if method == "add" else {k: fields[k] for k in fields if k != "_seal"}
        )
    assert page.status_code == 503
    assert "暂时写不进去" in page.text
    assert "fairly_satisfied" in page.text
    again = household.post(f"{FORM}/send", fields)
    assert again.status_code == 303


def test_after_the_batch_nothing_served_written_or_logged_joins_code_and_answer(
    household: Household, capfd: pytest.CaptureFixture[str]
) -> None:
    """Every page after sending, every address, every file of the estate and every line of the log."""
    voices = ["very_satisfied", "fairly_satisfied", "neither", "fairly_dissatisfied", "very_dissatisfied"]
    addresses = []
    for code, voice in zip(CODES[:5], voices, strict=True):
        token = hidden(household.get(FORM).text)[INSTANCE]
        check = household.post(FORM, {INSTANCE: token, "code": code, "q_overall": voice})
        sent = household.post(f"{FORM}/send", hidden(check.text))
        addresses.append(sent.headers["location"])
        thanks = household.get(sent.headers["location"]).text
        assert not any(told in thanks for told in (code, show_code(code), voice))
    assert set(addresses) == {f"{FORM}/thanks"}
    logged = "".join(capfd.readouterr())
    released = json.dumps([answer["overall"] for answer in household.survey_store.answers().answers])
    assert all(voice in released for voice in voices)
    for code in CODES[:5]:
        forms = {code, show_code(code), code_tag(KEYS, WAVE.id, code)}
        assert not any(form in logged for form in forms)
        holding = [
            path for path in household.home.folder.rglob("*") if path.is_file() and _holds(path, forms)
        ]
        assert [path.name for path in holding] == ["codes.json"]
    assert not any(voice in (household.home.surveys / WAVE.id / "codes.json").read_text() for voice in voices)


def _holds(path: Path, forms: set[str]) -> bool:
    data = path.read_bytes()
    return path.name in forms or any(form.encode() in data for form in forms)


def test_paper_counts_beside_the_web(household: Household) -> None:
    household.hand_in()
    household.survey_store.add(CODES[9], {"overall": "neither"}, Way.PAPER)
    counts = household.survey_store.counts()
    assert (counts.issued, counts.web, counts.paper) == (len(CODES), 1, 1)
