"""Notices, rounds, improvements and replies: drafted, reviewed by another, written as a content file the press takes."""

import re
from pathlib import Path
from typing import Any

import pytest

from forms_api.desk import writing
from forms_api.written import drafts
from forms_api.written.checking import RULES, check_writing
from forms_api.written.kinds import FORMS, Writing
from generator.site.work.reading import read_work
from register.errors import StorageFailed
from register.spelling import is_spelled
from register.terms import Role
from register.written.notices import Notice, NoticeKind
from tests.factories import PROJECT
from tests.forms_api.desk.office import PASSWORD, Desk, Person, filled_in, text_of, words

NOTICE = {
    "kind": "publicity",
    "title__zh": "外墙维修方案公示",
    "text__zh": "拟对外墙渗水处维修。\n工期约 20 天。",
    "text__en": "Leaks in the outer wall are to be mended.\nWork takes about 20 days.",
    "published": "2026-07-06",
    "ends": "2026-07-20",
    "objection__zh": "可到前台书面提出。",
}
ROUND = {"name__zh": "消防月检", "matter": "safety", "post": "security", "due": "2026-07-03", "done": "2026-07-03", "checked": "60", "passed": "58", "independent": "yes",
         "problem__0__what__zh": "两处应急灯不亮", "problem__0__post": "engineering", "problem__0__due": "2026-07-10"}  # fmt: skip
IMPROVEMENT = {"title__zh": "清运提前", "matter": "hygiene", "source": "complaints", "finding__zh": "上午九点仍有垃圾。", "measure__zh": "七点清运。", "post": "cleaning", "started": "2026-06-01", "due": "2026-06-30", "done": "2026-06-20",
               "effect__measured__zh": "未清完的楼道", "effect__unit__zh": "处", "effect__before": "18", "effect__after": "5.5", "effect__on": "2026-07-01"}  # fmt: skip
REPLY = {"period": "2026-Q1", "by__zh": "翠湖花园业主委员会", "received": "2026-07-01", "text__zh": "停车秩序仍需改进。"}  # fmt: skip
TYPED = {"notice": NOTICE, "round": ROUND, "improvement": IMPROVEMENT, "reply": REPLY}


def drafted(person: Person, writing: str, status: int = 303, **change: str) -> str:
    place = f"/written/new/{writing}"
    return person.send(person.open(place), place, status, **{**TYPED[writing], **change})


def approved(person: Person, place: str, status: int = 303) -> str:
    return person.send(person.open(place), f"{place}/approve", status, read_all="yes")


def files(desk: Desk, writing: str) -> list[Path]:
    """The files of a kind that the desk keeps."""
    form = FORMS[Writing(writing)]
    return [path for path in sorted((desk.home.content / form.folder).glob("*.toml")) if is_spelled(path.read_bytes(), form.file)]  # fmt: skip


@pytest.mark.parametrize("writing", list(TYPED))
def test_what_a_second_person_approves_is_read_by_the_press(desk: Desk, writing: str) -> None:
    author = desk.signed_in("liweidong" if writing == "reply" else "wangfang")
    place = drafted(author, writing)
    assert files(desk, writing) == []
    approved(desk.signed_in("sunli"), place)
    (file,) = files(desk, writing)
    work = read_work(desk.home.content, desk.home.folder)
    assert (
        file.stem in {**work.notices, **work.replies}
        or "清运提前" in str(work.improvements)
        or "两处应急灯不亮" in str(work.rounds)
    )
    assert desk.publishing.running is not None
    assert desk.events()[-2:] == [("sunli", "sign_in"), ("sunli", "written_approved")]


def test_a_notice_says_what_was_typed(desk: Desk) -> None:
    approved(desk.signed_in("sunli"), drafted(desk.signed_in("wangfang"), "notice"))
    (file,) = files(desk, "notice")
    notice = read_work(desk.home.content, desk.home.folder).notices[file.stem]
    assert isinstance(notice, Notice)
    assert notice.kind == NoticeKind.PUBLICITY
    assert [text.en for text in notice.text] == [
        "Leaks in the outer wall are to be mended.",
        "Work takes about 20 days.",
    ]
    assert notice.title.en is None


def test_a_published_round_is_carried_on_to_its_recheck(desk: Desk) -> None:
    approved(desk.signed_in("sunli"), drafted(desk.signed_in("wangfang"), "round"))
    (file,) = files(desk, "round")
    place = f"/written/change/round/{file.stem}"
    person = desk.signed_in("wangfang")
    page = person.open(place)
    assert 'value="两处应急灯不亮"' in page
    more = {
        "problem__0__rectified": "2026-07-05",
        "problem__0__rechecked": "2026-07-06",
        "problem__0__passed": "yes",
    }
    draft = person.send(page, place, **{**ROUND, **more})
    approved(desk.signed_in("sunli"), draft)
    assert len(files(desk, "round")) == 1
    assert "passed = true" in file.read_text("utf-8")


def test_nobody_approves_their_own_words(desk: Desk) -> None:
    manager = desk.signed_in("liweidong")
    place = drafted(manager, "notice")
    page = manager.open(place)
    assert "/approve" not in page
    form = filled_in(page, place)
    answer = manager.browser.post(
        f"{place}/approve", data={"csrf": form["csrf"], "revision": "1", "read_all": "yes", "_end": "1"}
    )
    assert answer.status_code == 403
    assert desk.events()[-1] == ("liweidong", "refused_approve_written")
    assert files(desk, "notice") == []


def test_nobody_approves_who_may_be_the_author(desk: Desk) -> None:
    """The manager gave the reviewer a first password; another manager could decide."""
    desk.staff.add("wangqian", "汪倩", Role.MANAGER, PASSWORD, must_change=False)
    place = drafted(desk.signed_in("liweidong"), "notice")
    reviewer = desk.signed_in("sunli")
    form = filled_in(reviewer.open(place), f"{place}/approve", read_all="yes")
    desk.audit.append(at=desk.clock(), by="liweidong", event="staff_reset", about="sunli")
    page = reviewer.open(place)
    assert f"{place}/approve" not in page
    assert words("refusal", "one_hand") in page
    answer = reviewer.browser.post(f"{place}/approve", data=form)
    assert answer.status_code == 403
    assert words("problem", "one_hand") in answer.text
    assert desk.events()[-1] == ("sunli", "refused_approve_written")
    approved(desk.signed_in("wangqian"), place)


def test_a_handler_approves_nothing(desk: Desk) -> None:
    place = drafted(desk.signed_in("wangfang"), "notice")
    assert "/approve" not in desk.signed_in("zhaoqiang").open(place)


def test_a_residents_name_in_a_notice_is_held_and_shown(desk: Desk) -> None:
    desk.publishing.known = ("陈建国",)
    person = desk.signed_in("wangfang")
    page = drafted(person, "notice", 422, text__zh="陈建国家漏水。\n已修。")
    assert '<del class="known"' in page
    assert "含有登记簿里的个人信息" in text_of(page)
    assert "外墙维修方案公示" in page
    assert list((desk.home.var / "written").glob("*.json")) == []


def test_a_name_that_became_known_since_holds_the_approval(desk: Desk) -> None:
    place = drafted(desk.signed_in("wangfang"), "notice", objection__zh="找陈建国。")
    desk.publishing.known = ("陈建国",)
    page = approved(desk.signed_in("sunli"), place, 422)
    assert "现在不能公开" in text_of(page)
    assert files(desk, "notice") == []


def test_what_only_looks_private_is_shown_to_the_reviewer(desk: Desk) -> None:
    desk.publishing.doubtful = ("外墙",)
    place = drafted(desk.signed_in("wangfang"), "notice")
    reviewer = desk.signed_in("sunli")
    assert '<mark class="doubtful"' in reviewer.open(place)
    approved(reviewer, place)
    assert len(files(desk, "notice")) == 1


def test_the_reviewer_has_read_it_all(desk: Desk) -> None:
    place = drafted(desk.signed_in("wangfang"), "notice")
    reviewer = desk.signed_in("sunli")
    assert "请先通读" in text_of(reviewer.send(reviewer.open(place), f"{place}/approve", 422))


def test_a_draft_is_sent_back_changed_and_approved(desk: Desk) -> None:
    author, reviewer = desk.signed_in("wangfang"), desk.signed_in("sunli")
    place = drafted(author, "notice")
    reviewer.send(reviewer.open(place), f"{place}/send-back", text="请写明工期从哪天起。")
    page = author.open(place)
    assert "请写明工期从哪天起。" in page
    author.send(page, place, **{**NOTICE, "text__zh": "七月十日起维修。\n工期约 20 天。"})
    approved(reviewer, place)
    assert "七月十日起维修" in files(desk, "notice")[0].read_text("utf-8")


def test_other_words_than_were_read_are_not_approved(desk: Desk) -> None:
    author, reviewer = desk.signed_in("wangfang"), desk.signed_in("sunli")
    place = drafted(author, "notice")
    page = reviewer.open(place)
    author.send(author.open(place), place, **{**NOTICE, "title__zh": "另一个标题"})
    assert "再看一遍" in text_of(reviewer.send(page, f"{place}/approve", 409, read_all="yes"))
    assert files(desk, "notice") == []


def test_of_two_who_decide_at_once_only_one_does(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    place = drafted(desk.signed_in("wangfang"), "notice")
    quicker, slower = desk.signed_in("liweidong"), desk.signed_in("sunli")
    page = quicker.open(place)

    def sent_back_meanwhile(*arguments: Any) -> Any:
        quicker.send(page, f"{place}/send-back", text="请写明工期从哪天起。")
        return check_writing(*arguments)

    monkeypatch.setattr(writing, "check_writing", sent_back_meanwhile)
    assert "别人正在保存" in text_of(approved(slower, place, 409))
    assert files(desk, "notice") == []
    assert desk.publishing.running is None
    assert desk.events()[-1] == ("liweidong", "written_sent_back")


def test_a_file_that_was_put_before_a_crash_hinders_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, reviewer = drafted(desk.signed_in("wangfang"), "notice"), desk.signed_in("sunli")
    with monkeypatch.context() as full:
        full.setattr(drafts, "put", raise_full)
        reviewer.send(reviewer.open(place), f"{place}/approve", 503, read_all="yes")
    assert len(files(desk, "notice")) == 1
    approved(reviewer, place)
    assert len(files(desk, "notice")) == 1


def raise_full(*_: object) -> None:
    raise StorageFailed("ENOSPC")


def test_a_draft_is_given_up(desk: Desk) -> None:
    author = desk.signed_in("wangfang")
    place = drafted(author, "notice")
    author.send(author.open(place), f"{place}/drop")
    assert "外墙维修方案公示" not in author.open("/written")


@pytest.mark.parametrize(
    ("writing", "change", "said"),
    [
        ("notice", {"ends": ""}, "公示要写截止日期"),
        ("notice", {"ends": "2026-07-01"}, "截止日期不能早于发布日期"),
        ("notice", {"title__zh": ""}, "标题（中文） — 请填写"),
        ("notice", {"title__zh": "长" * 61}, "太长"),
        ("notice", {"text__en": "One paragraph."}, "段数不一样"),
        ("notice", {"published": "明天"}, "发布日期 — 填写得不对"),
        ("notice", {"kind": "rumour"}, "种类 — 填写得不对"),
        ("notice", {"title__zh": "外墙\u0000"}, "不能保存的字符"),
        ("round", {"done": ""}, "还没完成的巡查不能写结果"),
        ("round", {"passed": "61"}, "合格不能多于检查"),
        ("round", {"problem__0__due": "2026-07-01"}, "整改期限不能早于发现日期"),
        ("round", {"problem__0__passed": "yes"}, "要一起写"),
        ("improvement", {"done": ""}, "效果要在措施完成之后"),
        ("improvement", {"effect__before": "很多"}, "之前 — 填写得不对"),
    ],
)
def test_contradictions_are_said_in_words_and_typing_is_kept(
    desk: Desk, writing: str, change: dict[str, str], said: str
) -> None:
    page = drafted(desk.signed_in("wangfang"), writing, 422, **change)
    assert said in text_of(page)
    kept = TYPED[writing].get("title__zh", TYPED[writing].get("name__zh", ""))
    assert kept in page or "title__zh" in change


def test_a_file_kept_by_hand_is_left_alone(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    page = person.open("/written")
    assert "手工维护" in page
    assert "楼道和电梯轿厢保洁抽查" in page, "a file of several pieces is known by what is in it"
    assert person.browser.get("/written/change/notice/garage-waterproofing").status_code == 409


def test_a_file_somebody_edited_meanwhile_is_not_overwritten(desk: Desk) -> None:
    reviewer = desk.signed_in("sunli")
    approved(reviewer, drafted(desk.signed_in("wangfang"), "notice"))
    (file,) = files(desk, "notice")
    place = f"/written/change/notice/{file.stem}"
    person = desk.signed_in("wangfang")
    draft = person.send(person.open(place), place, **{**NOTICE, "result__zh": "没有异议。"})
    edited = file.read_bytes() + "# 手工备注\n".encode()
    file.write_bytes(edited)
    assert "刚刚被改过" in text_of(approved(reviewer, draft, 409))
    assert file.read_bytes() == edited


def test_a_reply_is_for_a_released_period_and_by_manager_or_outside(desk: Desk) -> None:
    assert desk.signed_in("wangfang").browser.get("/written/new/reply").status_code == 403
    manager = desk.signed_in("liweidong")
    assert "哪一期 — 填写得不对" in text_of(drafted(manager, "reply", 422, period="2029-Q1"))
    approved(desk.signed_in("sunli"), drafted(manager, "reply"))
    assert "已经有回应" in text_of(drafted(manager, "reply", 422))


def test_every_rule_of_the_models_has_its_words() -> None:
    sources = [
        (PROJECT / f"register/written/{name}.py").read_text("utf-8")
        for name in ("notices", "inspections", "improvements")
    ]
    raised = {message for source in sources for message in re.findall(r'ValueError\("([^"]+)"\)', source)}
    assert raised == set(RULES)


@pytest.mark.parametrize("path", ["/written/new/poem", "/written/0000000000000000", "/written/change/notice/nothing", "/written/change/notice/..%2Fx"])  # fmt: skip
def test_what_is_not_there_is_not_found(desk: Desk, path: str) -> None:
    assert desk.signed_in("liweidong").browser.get(path).status_code == 404


def test_titles_are_in_the_readers_language_where_they_were_translated(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    drafted(person, "notice", title__en="Mending the outer wall")
    drafted(person, "notice", title__zh="停水通知")
    assert "外墙维修方案公示" in person.open("/written")
    person.send(person.open("/written"), "/language")
    page = person.open("/written")
    assert "Mending the outer wall" in page
    assert "外墙维修方案公示" not in page
    assert "停水通知" in page
