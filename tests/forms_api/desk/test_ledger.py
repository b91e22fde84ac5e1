"""The page `/ledger`: a file is tried, corrected, confirmed and undone; the register goes out as a file."""

import csv
import io
import re
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest

from forms_api.ledger import taking
from forms_api.ledger.imports import Import, Imports
from forms_api.ledger.tables import Table, read_table
from register.case import Case, Tombstone
from register.errors import RegisterBusy, StorageFailed
from register.intake import open_case
from register.numbers import case_number
from register.store import FolderStore
from register.stored import Stored
from register.terms import Channel, EraseReason, Kind, Matter, Status, Step
from register.vouching import unconfirmed
from tests.forms_api.desk.fakes import DIGEST
from tests.forms_api.desk.office import Desk, Person, filled_in, open_desk, text_of
from tests.forms_api.ledger.sheets import HEADER, ROWS, ledger, workbook

RELEASED = date(2026, 7, 20)


def uploaded(person: Person, data: bytes, status: int = 303) -> str:
    """Where the trial is, or the page that says why there is none."""
    form = filled_in(person.open("/ledger"), "/ledger")
    answer = multipart(person, form["csrf"], data)
    assert answer.status_code == status, text_of(answer.text)
    return answer.headers["location"] if status == 303 else answer.text


def multipart(person: Person, csrf: str, data: bytes):  # type: ignore[no-untyped-def]
    body = b"".join(
        [
            part("csrf", csrf.encode()),
            part("file", data, 'filename="l.xlsx"'),
            part("_end", b"1"),
            b"--edge--\r\n",
        ]
    )
    return person.browser.post(
        "/ledger", content=body, headers={"content-type": "multipart/form-data; boundary=edge"}
    )


def part(name: str, value: bytes, more: str = "") -> bytes:
    named = f'name="{name}"' + (f"; {more}" if more else "")
    return f"--edge\r\nContent-Disposition: form-data; {named}\r\n\r\n".encode() + value + b"\r\n"


def confirmed(person: Person, place: str, status: int = 303, **typed: str) -> str:
    return person.send(person.open(place), f"{place}/confirm", status, **typed)


def imported(person: Person, data: bytes = b"") -> str:
    place = uploaded(person, data or ledger())
    confirmed(person, place)
    return place


def cases(desk: Desk) -> dict[str, object]:
    found = (desk.store.read_any(number).record for number in desk.store.numbers())
    return {case.submission.answers["what"]: case for case in found if not isinstance(case, Tombstone)}


def test_nothing_is_written_before_the_import_is_confirmed(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    page = text_of(person.open(uploaded(person, ledger())))
    assert "将新增 3 条、更新 0 条，0 条没有变化，0 条有问题" in page
    assert "没有写年份，按 2026-07-03 计" in page
    assert list(desk.store.numbers()) == []


def test_a_row_becomes_an_ordinary_case_with_its_true_time(desk: Desk) -> None:
    imported(desk.signed_in("wangfang"))
    kept = cases(desk)
    waste, lamp = kept["垃圾两天没有清运"], kept["大堂灯不亮"]
    assert (waste.submission.channel, waste.kind, waste.matter) == (
        Channel.PHONE,
        Kind.COMPLAINT,
        Matter.HYGIENE,
    )
    assert waste.contact.values() == ("陈建国", "13812345678", "5-2-1203")
    assert [entry.step for entry in waste.entries] == [
        Step.RECEIVE, Step.ACKNOWLEDGE, Step.CLASSIFY, Step.ASSIGN, Step.INVESTIGATE, Step.ANSWER, Step.FEED_BACK
    ]  # fmt: skip
    assert f"{waste.received:%Y-%m-%d %H:%M}" == "2026-07-01 00:00"
    assert f"{waste.last(Step.ANSWER).at:%Y-%m-%d %H:%M}" == "2026-07-03 23:59"
    assert f"{lamp.received:%Y-%m-%d %H:%M}" == "2026-07-02 09:30"
    assert (lamp.status, lamp.responsible) == (Status.ASSIGNED, "zhaoqiang")
    assert kept["物业费什么时候交"].status == Status.RECEIVED
    assert not waste.submission.publish
    assert desk.events()[-1] == ("wangfang", "imported")


def test_the_same_file_twice_doubles_nothing(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    imported(person)
    page = text_of(person.open(uploaded(person, ledger())))
    assert "将新增 0 条、更新 0 条，3 条没有变化，0 条有问题" in page
    assert len(list(desk.store.numbers())) == 3


def test_a_later_version_of_the_file_brings_its_cases_on(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    imported(person)
    later = [*ROWS[1]]
    later[11:14] = ["已更换灯管", "已整改", "2026-7-4"]
    place = uploaded(person, ledger([ROWS[0], later, ROWS[2]]))
    assert "将新增 0 条、更新 1 条，2 条没有变化" in text_of(person.open(place))
    confirmed(person, place)
    assert cases(desk)["大堂灯不亮"].status == Status.ANSWERED


def test_a_column_is_corrected_without_javascript(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    header = ["说了什么" if name == "反映内容" else name for name in HEADER]
    place = uploaded(person, ledger(header=header))
    page = person.open(place)
    assert "3 条有问题" in text_of(page)
    chosen = dict(re.findall(r'name="(column_\d+)">.*?(?:value="(\w*)" selected|</select>)', page, re.S))
    data = {**chosen, "column_9": "what", "sheet": "0", "header": "3", "default_kind": "repair"}
    person.send(page, f"{place}/layout", **data)
    assert "将新增 3 条" in text_of(person.open(place))


def test_rows_with_problems_are_named_and_hold_the_others_back(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    bad = [*ROWS[1]]
    bad[1], bad[10] = "上周", "查无此人"
    place = uploaded(person, ledger([ROWS[0], bad]))
    page = text_of(confirmed(person, place, 422))
    assert "什么都没有导入" in page
    assert "5 接收时间 上周" in page
    assert "查无此人" in page
    assert list(desk.store.numbers()) == []
    confirmed(person, place, skip="1")
    assert len(list(desk.store.numbers())) == 1


def test_what_changed_since_the_trial_is_tried_again(desk: Desk) -> None:
    person, other = desk.signed_in("wangfang"), desk.signed_in("wangfang")
    place = uploaded(person, ledger())
    page = person.open(place)
    imported(other)
    assert "再看一遍" in text_of(person.send(page, f"{place}/confirm", 409))
    assert len(list(desk.store.numbers())) == 3


def test_undoing_leaves_a_tombstone_for_every_case(desk: Desk) -> None:
    place = imported(desk.signed_in("wangfang"))
    manager = desk.signed_in("liweidong")
    manager.send(manager.open(place), f"{place}/undo", text="导错了文件")
    stones = [desk.store.read_any(number).record for number in desk.store.numbers()]
    assert {type(stone) for stone in stones} == {Tombstone}
    assert {stone.reason for stone in stones} == {EraseReason.IMPORT_UNDONE}
    assert desk.events()[-1] == ("liweidong", "import_undone")
    assert "已撤销" in text_of(manager.open(place))


def test_after_undoing_the_file_can_be_imported_again(desk: Desk) -> None:
    person, manager = desk.signed_in("wangfang"), desk.signed_in("liweidong")
    place = imported(person)
    manager.send(manager.open(place), f"{place}/undo", text="导错了文件")
    imported(person)
    assert len(list(desk.store.numbers())) == 6
    assert len(cases(desk)) == 3


def test_an_import_somebody_went_on_with_stays(desk: Desk) -> None:
    place = imported(desk.signed_in("wangfang"))
    number = cases(desk)["物业费什么时候交"].number
    manager = desk.signed_in("liweidong")
    page = manager.open(place)
    manager.step(number, "acknowledge")
    assert number in manager.send(page, f"{place}/undo", 409, text="导错了")
    assert len(cases(desk)) == 3


def test_what_an_import_closed_is_reopened_by_undoing(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    imported(person, ledger([(*row[:11], "", "", "", "") for row in ROWS]))
    answered = uploaded(person, ledger())
    confirmed(person, answered)
    manager = desk.signed_in("liweidong")
    manager.send(manager.open(answered), f"{answered}/undo", text="答复填错了")
    waste = cases(desk)["垃圾两天没有清运"]
    assert [entry.step for entry in waste.entries][-1] == Step.REOPEN
    assert waste.entries[-1].particulars == {"text": "答复填错了"}


def released(desk: Desk, day: date) -> None:
    """A release that is approved on this day, at the desk's moment."""
    desk.clock.at = desk.clock().replace(year=day.year, month=day.month, day=day.day)
    desk.publishing.approved.append(("2026-Q2", DIGEST, "liweidong"))
    desk.audit.append(at=desk.clock(), by="liweidong", event="approve_release", about=DIGEST)


def test_an_import_that_was_counted_by_a_release_of_the_same_day_stays(desk: Desk) -> None:
    desk.clock.move(days=(RELEASED - desk.clock().date()).days)
    place = imported(desk.signed_in("wangfang"))
    manager = desk.signed_in("liweidong")
    page = manager.open(place)
    released(desk, RELEASED)
    assert "已计入公示（2026-07-20 发布）" in text_of(manager.send(page, f"{place}/undo", 409, text="导错了"))
    assert len(cases(desk)) == 3


def test_an_import_confirmed_after_the_release_is_undone_though_its_file_came_before(desk: Desk) -> None:
    desk.clock.move(days=(RELEASED - desk.clock().date()).days, hours=-12)
    person = desk.signed_in("wangfang")
    place = uploaded(person, ledger())
    released(desk, RELEASED)
    confirmed(desk.signed_in("wangfang"), place)
    manager = desk.signed_in("liweidong")
    manager.send(manager.open(place), f"{place}/undo", text="导错了文件")
    assert cases(desk) == {}


def test_an_import_of_which_the_log_does_not_tell_when_it_was_confirmed_stays_once_something_is_released(
    desk: Desk,
) -> None:
    place = imported(desk.signed_in("wangfang"))
    desk.audit.file.unlink()
    released(desk, RELEASED)
    assert "不能再撤销" in text_of(desk.signed_in("liweidong").open(place))


def test_why_an_import_is_undone_is_not_lost_when_it_cannot_be_yet(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = imported(desk.signed_in("wangfang"))
    manager = desk.signed_in("liweidong")

    def busy(*_: object) -> None:
        raise RegisterBusy("2026-483-901-7")

    monkeypatch.setattr(FolderStore, "erase", busy)
    page = manager.send(manager.open(place), f"{place}/undo", 409, text="导错了文件")
    assert 'value="导错了文件"' in page


def test_an_undoing_that_was_cut_short_after_it_reopened_a_case_does_the_rest_when_asked_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, manager = desk.signed_in("wangfang"), desk.signed_in("liweidong")
    first = [(*row[:11], "", "", "", "") for row in ROWS[:2]]
    imported(person, ledger(first))
    place = uploaded(person, ledger())
    confirmed(person, place)
    with monkeypatch.context() as full:
        full.setattr(FolderStore, "erase", lambda *_: raise_full())
        manager.send(manager.open(place), f"{place}/undo", 503, text="导错了文件")
    assert cases(desk)["垃圾两天没有清运"].last(Step.REOPEN) is not None
    manager.send(manager.open(place), f"{place}/undo", text="导错了文件")
    assert "已撤销" in text_of(manager.open(place))
    assert len(cases(desk)) == 2


def test_another_person_confirms_what_an_import_noted_of_the_past(desk: Desk) -> None:
    person, colleague = desk.signed_in("wangfang"), desk.signed_in("sunli")
    place = imported(person)
    waiting = {number for number, case in _by_number(desk).items() if unconfirmed(case)}
    assert waiting
    assert "/second-word" not in person.open(place)
    assert "请导入人以外的同事来确认" in text_of(person.open(place))
    page = colleague.open(place)
    colleague.send(page, f"{place}/second-word")
    assert f"已确认 {len(waiting)} 件" in text_of(colleague.open(place))
    assert not any(unconfirmed(case) for case in _by_number(desk).values())
    assert desk.events()[-1] == ("sunli", "confirm")
    assert "补记待另一人确认" not in text_of(person.open(place))
    colleague.send(page, f"{place}/second-word", 409)


def test_what_changed_since_it_was_shown_is_not_confirmed_with_the_rest(desk: Desk) -> None:
    person, colleague = desk.signed_in("wangfang"), desk.signed_in("sunli")
    place = imported(person)
    page = colleague.open(place)
    number = next(number for number, case in _by_number(desk).items() if unconfirmed(case))
    stored = desk.store.read(number)
    moved = stored.record.with_entry(
        stored.record.entries[-1].model_copy(update={"step": Step.MESSAGE, "particulars": {"text": "喂"}})
    )
    desk.store.replace(stored, moved)
    colleague.send(page, f"{place}/second-word", 409)
    assert unconfirmed(_by_number(desk)[number])


def _by_number(desk: Desk) -> dict[str, Case]:
    return {number: desk.store.read(number).record for number in desk.store.numbers()}


def test_only_a_manager_undoes_an_import(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    place = imported(person)
    assert "/undo" not in person.open(place)
    form = filled_in(person.open("/ledger"), "/ledger")
    answer = person.browser.post(f"{place}/undo", data={"csrf": form["csrf"], "text": "x", "_end": "1"})
    assert answer.status_code == 403
    assert desk.events()[-1] == ("wangfang", "refused_undo_import")


def test_a_reviewer_imports_nothing(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    page = person.open("/ledger")
    assert 'enctype="multipart/form-data"' not in page
    csrf = filled_in(page, "/ledger/export")["csrf"]
    assert multipart(person, csrf, ledger()).status_code == 403


def test_a_file_that_is_given_up_is_gone(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    place = uploaded(person, ledger())
    person.send(person.open(place), f"{place}/give-up")
    assert person.browser.get(place).status_code == 404
    assert list((desk.home.var / "imports").glob("*.*")) == []


def test_rows_nobody_confirmed_are_gone_after_a_day(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    old = uploaded(person, ledger())
    desk.clock.move(hours=25)
    person = desk.signed_in("wangfang")
    uploaded(person, ledger())
    assert person.browser.get(old).status_code == 404


def test_a_file_with_formulas_is_refused_with_its_cells(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    page = text_of(
        uploaded(person, workbook(lambda book: book.add_worksheet().write_formula("B4", "=1+1")), 422)
    )
    assert "有公式" in page
    assert "B4" in page


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_register_goes_out_and_comes_back_unchanged(desk: Desk, form: str) -> None:
    imported(desk.signed_in("wangfang"))
    manager = desk.signed_in("liweidong")
    page = manager.open("/ledger")
    data = filled_in(page, "/ledger/export", format=form, show="all", contact="1")
    answer = manager.browser.post("/ledger/export", data=data)
    assert f".{form}" in answer.headers["content-disposition"]
    table = read_table(answer.content)
    assert isinstance(table, Table)
    assert len(table.sheets[0].rows) == 4
    assert "陈建国" in str(table)
    assert desk.events()[-1] == ("liweidong", "exported_contact")
    again = text_of(manager.open(uploaded(manager, answer.content)))
    assert "将新增 0 条、更新 0 条，3 条没有变化，0 条有问题" in again


def test_contact_details_stay_in_unless_the_manager_asks(desk: Desk) -> None:
    imported(desk.signed_in("wangfang"))
    reviewer = desk.signed_in("sunli")
    page = reviewer.open("/ledger")
    assert 'name="contact"' not in page
    form = filled_in(page, "/ledger/export", format="csv")
    plain = reviewer.browser.post("/ledger/export", data=form)
    assert "陈建国" not in plain.text
    assert "13812345678" not in plain.text
    asked = filled_in(page, "/ledger/export", contact="1")
    assert reviewer.browser.post("/ledger/export", data=asked).status_code == 403
    assert desk.events()[-2:] == [("sunli", "exported"), ("sunli", "refused_export_contact")]


def test_an_export_is_narrowed_like_the_list(desk: Desk) -> None:
    imported(desk.signed_in("wangfang"))
    manager = desk.signed_in("liweidong")
    form = filled_in(manager.open("/ledger"), "/ledger/export", format="csv", kind="repair", show="open")
    lines = list(
        csv.reader(io.StringIO(manager.browser.post("/ledger/export", data=form).content.decode("utf-8-sig")))
    )
    assert len(lines) == 2
    assert "大堂灯不亮" in lines[1]


def test_a_handler_exports_nothing(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    csrf = filled_in(person.open("/ledger"), "/ledger")["csrf"]
    assert person.browser.post("/ledger/export", data={"csrf": csrf, "_end": "1"}).status_code == 403


def outcome_of(desk: Desk, place: str) -> Future[Import]:
    """What will come of the import at this place, or of its undoing, that is under way."""
    running = desk.takings.running(place.rpartition("/")[2])
    assert running is not None
    return running.outcome


class TestALongImport:
    """One that its page does not wait for."""

    @pytest.fixture
    def going_on(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[tuple[Desk, threading.Event]]:
        """A desk that waits for no import, and what lets the imports go on."""
        go_on = threading.Event()

        def held(*arguments: Any, **named: Any) -> Any:
            assert go_on.wait(600)
            return open_case(*arguments, **named)

        monkeypatch.setattr(taking, "open_case", held)
        yield open_desk(tmp_path, patience=0), go_on
        go_on.set()

    def test_its_page_says_how_far_it_is_and_at_last_what_came_of_it(
        self, going_on: tuple[Desk, threading.Event]
    ) -> None:
        desk, go_on = going_on
        person = desk.signed_in("wangfang")
        place = uploaded(person, ledger())
        trial = person.open(place)
        assert person.send(trial, f"{place}/confirm") == place
        page = person.open(place)
        assert "已写入 0 条，共 3 条" in text_of(page)
        assert '<meta http-equiv="refresh" content="2">' in page
        assert "正在导入" in text_of(person.open("/ledger"))
        assert person.send(trial, f"{place}/confirm") == place
        assert "已经处理过" in text_of(person.send(trial, f"{place}/give-up", 409))
        outcome = outcome_of(desk, place)
        go_on.set()
        assert outcome.result(600).state == "done"
        assert "新增 3 条" in text_of(person.open(place))
        assert len(cases(desk)) == 3

    def test_one_that_ends_while_its_page_is_made_is_no_error(
        self, going_on: tuple[Desk, threading.Event], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk, go_on = going_on
        person = desk.signed_in("wangfang")
        place = uploaded(person, ledger())
        person.send(person.open(place), f"{place}/confirm")
        outcome, read = outcome_of(desk, place), Imports.read

        def ended_meanwhile(imports: Imports, name: str) -> Import:
            one = read(imports, name)
            go_on.set()
            outcome.result(600)
            return one

        with monkeypatch.context() as slow:
            slow.setattr(Imports, "read", ended_meanwhile)
            assert "正在导入" in text_of(person.open(place))
        go_on.set()
        outcome.result(600)
        assert "新增 3 条" in text_of(person.open(place))

    def test_one_that_broke_off_can_be_confirmed_again(
        self, going_on: tuple[Desk, threading.Event], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk, go_on = going_on
        person = desk.signed_in("wangfang")
        place = uploaded(person, ledger())
        trial = person.open(place)
        with monkeypatch.context() as full:
            full.setattr(FolderStore, "add", lambda *_, **__: raise_full())
            person.send(trial, f"{place}/confirm")
            outcome = outcome_of(desk, place)
            go_on.set()
            assert isinstance(outcome.exception(600), StorageFailed)
        page = person.open(place)
        assert "导入中途停了下来" in text_of(page)
        person.send(page, f"{place}/confirm")
        while running := desk.takings.running(place.rpartition("/")[2]):
            running.outcome.result(600)
        assert len(cases(desk)) == 3


class TestALongUndoing:
    """One that its page does not wait for."""

    @pytest.fixture
    def go_on(self) -> Iterator[threading.Event]:
        """What lets the undoing go on; nothing stands still after the test."""
        event = threading.Event()
        yield event
        event.set()

    def begun(
        self, desk: Desk, patch: pytest.MonkeyPatch, go_on: threading.Event, problem: Exception | None = None
    ) -> tuple[Person, str, str]:
        """A manager who began an undoing that stands still before its first case, its place, and the page she saw."""
        place, erase = imported(desk.signed_in("wangfang")), FolderStore.erase

        def held(*arguments: Any) -> None:
            assert go_on.wait(600)
            if problem:
                raise problem
            erase(*arguments)

        patch.setattr(FolderStore, "erase", held)
        patch.setattr(desk.takings, "_patience", 0.0)
        manager = desk.signed_in("liweidong")
        page = manager.open(place)
        assert manager.send(page, f"{place}/undo", text="导错了文件") == place
        return manager, place, page

    def test_its_page_says_how_far_it_is_and_it_is_not_begun_twice(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch, go_on: threading.Event
    ) -> None:
        manager, place, before = self.begun(desk, monkeypatch, go_on)
        page = text_of(manager.open(place))
        assert "正在撤销" in page
        assert "已撤销 0 条，共 3 条" in page
        assert "正在撤销" in text_of(manager.open("/ledger"))
        outcome = outcome_of(desk, place)
        assert manager.send(before, f"{place}/undo", text="再来一次") == place
        assert outcome_of(desk, place) is outcome
        go_on.set()
        assert outcome.result(600).state == "undone"
        assert "已撤销" in text_of(manager.open(place))
        assert not cases(desk)

    def test_one_that_broke_off_says_so_and_is_asked_for_again(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch, go_on: threading.Event
    ) -> None:
        with monkeypatch.context() as patch:
            manager, place, _ = self.begun(desk, patch, go_on, RegisterBusy("2026-483-901-7"))
            outcome = outcome_of(desk, place)
            go_on.set()
            assert isinstance(outcome.exception(600), RegisterBusy)
        page = manager.open(place)
        assert "撤销中途停了下来" in text_of(page)
        manager.send(page, f"{place}/undo", text="导错了文件")
        assert "已撤销" in text_of(manager.open(place))


def test_an_import_cut_short_by_a_restart_says_so_and_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = desk.signed_in("wangfang")
    place = uploaded(person, ledger())
    with monkeypatch.context() as full:
        full.setattr(FolderStore, "add", lambda *_, **__: raise_full())
        person.send(person.open(place), f"{place}/confirm", 503)
    desk.takings._begun.clear()  # as after a restart
    page = person.open(place)
    assert "导入中途停了下来" in text_of(page)
    person.send(page, f"{place}/confirm")
    assert len(cases(desk)) == 3


def test_an_import_cut_short_goes_on_beside_a_damaged_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = desk.signed_in("wangfang")
    place = uploaded(person, ledger())
    add, left = FolderStore.add, iter([True])

    def once(store: FolderStore, case: Case) -> Stored[Case]:
        return add(store, case) if next(left, False) else raise_full()

    with monkeypatch.context() as full:
        full.setattr(FolderStore, "add", once)
        person.send(person.open(place), f"{place}/confirm", 503)
    damaged = f"{case_number(2026, bytes(3))}.json"
    (desk.store.folder / "cases" / "2026" / damaged).write_bytes(b"{")
    person.send(person.open(place), f"{place}/confirm")
    assert "新增 3 条" in text_of(person.open(place))


def test_an_import_cut_short_whose_rows_are_gone_is_not_said_to_have_done_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = desk.signed_in("wangfang")
    place = uploaded(person, ledger())
    with monkeypatch.context() as full:
        full.setattr(FolderStore, "add", lambda *_, **__: raise_full())
        page = person.open(place)
        person.send(page, f"{place}/confirm", 503)
    person.send(page, f"{place}/give-up")
    answer = person.browser.get(place)
    assert answer.status_code == 410
    assert "已经导入的不会重复" in text_of(answer.text)
    assert "新增 0 条" not in text_of(desk.signed_in("sunli").open(place))


def raise_full() -> NoReturn:
    raise StorageFailed("the disk is full")
