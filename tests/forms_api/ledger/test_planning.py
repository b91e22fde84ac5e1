"""The dry run: what each row would do, and why some rows do nothing."""

from datetime import timedelta
from pathlib import Path

import pytest

from forms_api.ledger.columns import load_spellings
from forms_api.ledger.dryrun import DEFAULTS, Surroundings, allowed_defaults, guess_defaults, plan_import
from forms_api.ledger.layout import guess_layout
from forms_api.ledger.planning import Plan
from forms_api.ledger.tables import Sheet, Table
from register.case import Tombstone
from register.index import Index
from register.store import FolderStore
from register.terms import EraseReason, Step
from tests.factories import HANDLER, KEYS, MONDAY, answered, book, kept_case
from tests.forms_api.ledger.test_round_trip import HOME, MEMBERS, SPELLINGS

NOW = MONDAY + timedelta(days=4)


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "register")


def planned(store: FolderStore, *rows: dict[str, object], title: str = "", **defaults: str) -> Plan:
    """The plan of a ledger with these rows, by header."""
    header = tuple(dict.fromkeys(name for row in rows for name in row))
    cells = (header, *(tuple(row.get(name, "") for name in header) for row in rows))
    table = Table((Sheet(title, cells),), (), "00")  # type: ignore[arg-type]
    around = Surroundings(HOME, book(), KEYS, Index(store).holdings(), MEMBERS, HANDLER, NOW)
    layout = guess_layout(table, SPELLINGS)
    return plan_import(table, layout, allowed_defaults({f"default_{k}": v for k, v in defaults.items()}) | ({} if defaults else guess_defaults(table, layout)), around)  # fmt: skip


def row(**more: object) -> dict[str, object]:
    return {"接收时间": "2026-07-06 09:00", "内容": "楼道灯不亮", "问题方面": "公共设施", **more}


def codes(plan: Plan) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in plan.problems]


def steps(plan: Plan) -> list[tuple[Step, str]]:
    (opening,) = plan.openings
    return [(taken.step, f"{taken.at:%m-%d %H:%M}") for taken in opening.steps]


def test_what_is_not_written_is_taken_as_late_as_can_be(store: FolderStore) -> None:
    plan = planned(store, row(处理答复="已更换", 处理结论="已整改", 答复时间="2026.7.8", 满意度="满意"))
    assert steps(plan) == [
        (Step.ACKNOWLEDGE, "07-08 23:59"),
        (Step.CLASSIFY, "07-08 23:59"),
        (Step.ASSIGN, "07-08 23:59"),
        (Step.INVESTIGATE, "07-08 23:59"),
        (Step.ANSWER, "07-08 23:59"),
        (Step.FEED_BACK, f"{NOW:%m-%d %H:%M}"),
    ]


def test_a_repair_is_finished_and_needs_no_investigation(store: FolderStore) -> None:
    plan = planned(store, row(类别="报修", 处理答复="已更换", 处理结论="已整改"))
    assert [step for step, _ in steps(plan)] == [Step.ACKNOWLEDGE, Step.CLASSIFY, Step.ASSIGN, Step.FINISH]


def test_a_withdrawn_case_is_withdrawn(store: FolderStore) -> None:
    assert [step for step, _ in steps(planned(store, row(处理结论="撤回")))] == [
        Step.ACKNOWLEDGE,
        Step.WITHDRAW,
    ]


def test_the_title_tells_the_kind_and_a_default_the_outcome(store: FolderStore) -> None:
    assert planned(store, row(), title="7月报修台账").openings[0].submission.kind == "repair"
    plan = planned(store, row(处理答复="已答复居民"), outcome="explained", publish="yes")
    assert plan.openings[0].submission.publish
    assert plan.openings[0].steps[-1].particulars["outcome"] == "explained"
    assert allowed_defaults({"default_kind": "riot"}) == DEFAULTS


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"处理答复": "已更换"}, "outcome_missing"),
        ({"处理结论": "已整改"}, "answer_missing"),
        ({"处理结论": "不予受理", "处理答复": "不受理"}, "outcome_by_hand"),
        ({"反馈时间": "2026-07-09", "处理答复": "已换", "处理结论": "已整改"}, "satisfaction_missing"),
        ({"受理告知时间": "2026-07-05"}, "order"),
        ({"受理告知时间": "2026-07-09 10:00", "答复时间": "2026-07-08", "处理答复": "已换", "处理结论": "已整改"}, "order"),
        ({"接收时间": "2026-07-20"}, "future"),
        ({"接收时间": "2016-07-06"}, "too_old"),
        ({"问题方面": "外星人"}, "option"),
        ({"处理措施": "念咒"}, "option"),
        ({"责任人": "路人甲"}, "person"),
        ({"电话": "没有电话"}, "phone"),
        ({"编号": "2026-000"}, "number"),
        ({"编号": "2026-483-901-8"}, "number_unknown"),
        ({"内容": "长" * 1001}, "too_long"),
        ({"内容": ""}, "missing"),
        ({"地点": "五号楼\u0000"}, "control_character"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_named_with_its_row(
    store: FolderStore, change: dict[str, object], code: str
) -> None:
    plan = planned(store, row(**change))
    assert codes(plan) == [(2, code)]
    assert plan.openings == ()


def test_the_same_row_twice_in_a_file_is_a_problem(store: FolderStore) -> None:
    plan = planned(store, row(), row())
    assert codes(plan) == [(3, "second")]
    assert len(plan.openings) == 1


def test_two_people_may_say_the_same_in_one_file(store: FolderStore) -> None:
    assert len(planned(store, row(房号="5-2-1203"), row(房号="5-2-1204")).openings) == 2


def test_the_words_of_a_case_that_is_there_are_a_problem(store: FolderStore) -> None:
    case = kept_case(store, answers={"what": "楼道灯不亮"})
    (problem,) = planned(store, row()).problems
    assert (problem.code, problem.value) == ("alike", case.number)


def test_by_its_number_a_case_is_brought_on_but_never_rewritten(store: FolderStore) -> None:
    case = kept_case(store)
    by = {"编号": case.number}
    (change,) = planned(store, {**by, "受理告知时间": "2026-07-06 10:00"}).changes
    assert [taken.step for taken in change.steps] == [Step.ACKNOWLEDGE]
    assert codes(planned(store, {**by, "内容": "另一件事"})) == [(2, "received_differs")]
    assert codes(planned(store, {**by, "类别": "报修"})) == [(2, "class_differs")]
    stored = store.read(case.number)
    store.replace(stored, answered(stored.record))
    assert codes(planned(store, {**by, "处理答复": "另一个答复"})) == [(2, "handled_differs")]
    assert planned(store, {**by, "处理答复": "已清运并补排班次。"}).same == 1


def test_an_erased_case_does_not_come_back(store: FolderStore) -> None:
    case = kept_case(store)
    store.erase(store.read(case.number), Tombstone.of(case, EraseReason.RESIDENT_ASKED))
    assert codes(planned(store, {"编号": case.number, "内容": "x"})) == [(2, "erased")]


def test_a_step_the_register_refuses_is_told_with_its_reason(store: FolderStore) -> None:
    case = kept_case(store)
    plan = planned(store, {"编号": case.number, "满意度": "满意"})
    assert codes(plan) == [(2, "outcome_missing")]


def test_spellings_are_those_of_the_estate() -> None:
    assert load_spellings(HOME.content).columns == SPELLINGS.columns
