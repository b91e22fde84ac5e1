from datetime import timedelta

from forms_api.desk.publication.views import DraftView, Job
from tests.forms_api.desk.fakes import DIGEST
from tests.forms_api.desk.office import PASSWORD, Desk


def test_a_handler_cannot_release(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    assert '"/publish"' not in person.open("/")
    person.open("/publish", 403)
    assert desk.events()[-1] == ("wangfang", "refused_release")


def test_the_draft_is_shown_in_words_before_it_is_approved(desk: Desk) -> None:
    page = desk.signed_in("sunli").open("/publish")
    for said in ("2026-Q2", "逐件公开 40 件", "异议期未满", "公共区域清扫不及时", DIGEST):
        assert said in page


def test_approving_takes_ones_own_password_for_the_very_bytes(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    page = person.open("/publish")
    refused = person.send(page, "/publish/approve", 422, password="not the password")
    assert "密码不对" in refused
    assert desk.lines()[-1].about == DIGEST
    person.send(page, "/publish/approve", 422, password="not the password", sha256="陈建国13812345678")
    assert desk.lines()[-1].about == "-"
    assert desk.publishing.approved == []
    assert person.send(page, "/publish/approve", password=PASSWORD) == "/publish/progress"
    assert desk.publishing.approved == [("2026-Q2", DIGEST, "sunli")]
    line = desk.lines()[-1]
    assert (line.by, line.event, line.about) == ("sunli", "release_approved", DIGEST)
    assert '<meta http-equiv="refresh"' in person.open("/publish/progress")
    desk.publishing.running = Job("done", ("完成",))
    assert "refresh" not in person.open("/publish/progress")


def test_guessing_the_password_of_a_release_is_slowed_down_too(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    page = person.open("/publish")
    for _ in range(4):
        person.send(page, "/publish/approve", 422, password="not the password")
    assert "尝试次数过多" in person.send(page, "/publish/approve", 422, password=PASSWORD)
    assert desk.publishing.approved == []


def test_what_stands_against_a_release_is_said_and_nothing_is_built(desk: Desk) -> None:
    desk.publishing.refusing = ("内容已变化，请重新查看。",)
    person = desk.signed_in("sunli")
    page = person.send(person.open("/publish"), "/publish/approve", 422, password=PASSWORD)
    assert "内容已变化" in page
    assert desk.publishing.running is None
    assert "release_approved" not in {event for _, event in desk.events()}


def test_another_period_than_the_one_at_hand_is_refused(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    page = person.open("/publish")
    assert "这一期已经发布" in person.send(page, "/publish/approve", 422, password=PASSWORD, period="../../x")
    assert desk.publishing.approved == []


def test_a_draft_that_cannot_be_released_has_no_button(desk: Desk) -> None:
    desk.publishing.draft_view = DraftView("2026-Q2", "", (), refusals=("余额不平：差 1 件",))
    page = desk.signed_in("sunli").open("/publish")
    assert "余额不平" in page
    assert "/publish/approve" not in page


def test_too_early_and_nothing_to_release_say_so(desk: Desk) -> None:
    desk.publishing.ready_on = desk.clock().date() + timedelta(days=3)
    person = desk.signed_in("sunli")
    assert "起可以发布" in person.open("/publish")
    desk.publishing.period = None
    day = desk.publishing.ready_on
    assert f"没有可以发布的公示期，下一期从 {day} 起可以发布" in person.open("/publish")
    desk.publishing.ready_on = None
    assert "没有可以发布的公示期。" in person.open("/publish")


def test_the_site_is_built_again_and_put_back_by_hand(desk: Desk) -> None:
    person = desk.signed_in("liweidong")
    assert person.send(person.open("/publish"), "/publish/build") == "/publish/progress"
    assert desk.publishing.running is not None
    assert person.send(person.open("/publish"), "/publish/roll-back") == "/publish/roll-back"
    assert "已恢复到上一版网站" in person.open("/publish/roll-back")
    assert desk.publishing.rolled_back == 1
    assert [event for _, event in desk.events()][-2:] == ["build_started", "rolled_back"]


def test_a_previous_site_that_is_refused_says_why_and_that_nothing_changed(desk: Desk) -> None:
    desk.publishing.restoring = Job(
        "failed", ("不能恢复：上一版本里还有后来移除的内容（见下）。", "notices/a.toml")
    )
    page = desk.signed_in("liweidong").open("/publish/roll-back")
    assert "notices/a.toml" in page
    assert "居民看到的网站没有变化" in page


def test_what_a_take_down_did_not_wait_for_is_named_until_the_next_build(desk: Desk) -> None:
    person = desk.signed_in("liweidong")
    assert "网站暂时不全" not in person.open("/publish")
    desk.publishing.aside = ("notices/water.toml：没有放上网站",)
    desk.publishing.running = Job("partly", ("撤下优先",))
    page = person.open("/publish")
    assert "网站暂时不全" in page
    assert "notices/water.toml：没有放上网站" in page
    assert "有内容没有放上去" in page
    progress = person.open("/publish/progress")
    assert 'class="error" role="status"' in progress
    assert "打开居民网站" in progress
    assert "居民看到的仍是旧网站" not in progress


def test_without_a_build_the_progress_page_says_so(desk: Desk) -> None:
    assert "没有在生成" in desk.signed_in("sunli").open("/publish/progress")
    desk.publishing.running = Job("failed", ("扫描发现个人信息",))
    page = desk.signed_in("sunli").open("/publish/progress")
    assert "旧网站" in page
