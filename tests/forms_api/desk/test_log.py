"""The page of the log: who looked, who decided, what was refused; every event has its words."""

import ast
import re
from collections.abc import Iterator

from forms_api.desk.pages import Pages
from forms_api.desk.people.lockout import FAILED
from register.terms import Language, Step
from tests.factories import PROJECT, kept_case
from tests.forms_api.desk.office import Desk

WRITERS = ("record", "_record", "word_fault")


def test_a_handler_does_not_read_the_log(desk: Desk) -> None:
    desk.signed_in("wangfang").open("/log", 403)


def test_looks_and_decisions_stand_in_the_log_in_words(desk: Desk) -> None:
    number = kept_case(desk.store).number
    handler = desk.signed_in("wangfang")
    handler.send(handler.open(f"/cases/{number}"), f"/cases/{number}/contact", 200)
    handler.step(number, Step.ACKNOWLEDGE.value, note="")
    handler.open("/staff", 403)
    page = desk.signed_in("sunli").open("/log")
    for said in ("查看联系方式", "受理告知", "被拒绝：管理账号", "登录", number, "记录链完整"):
        assert said in page


def test_the_log_can_be_narrowed_to_a_case(desk: Desk) -> None:
    one, two = kept_case(desk.store, 1).number, kept_case(desk.store, 2).number
    handler = desk.signed_in("wangfang")
    handler.step(one, "acknowledge", note="")
    handler.step(two, "acknowledge", note="")
    page = desk.signed_in("sunli").open(f"/log?about={one}")
    assert one in page
    assert two not in page


def test_a_broken_chain_is_said_aloud(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    desk.signed_in("wangfang")
    desk.audit.file.write_bytes(desk.audit.file.read_bytes().replace(b"sunli", b"other", 1))
    page = person.open("/log")
    assert "记录链断了" in page
    assert "line 2" in page


def _written_events() -> Iterator[str]:
    """Every event that some line of the house writes into the log by its name."""
    for package in ("forms_api", "generator"):
        for path in (PROJECT / package).rglob("*.py"):
            for call in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(call, ast.Call):
                    given = [*(named.value for named in call.keywords if named.arg == "event")]
                    given += call.args if _name_of(call.func) in WRITERS else []
                    yield from (str(one.value) for one in given if _is_event(one))


def _name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _is_event(given: ast.expr) -> bool:
    return isinstance(given, ast.Constant) and bool(re.fullmatch("[a-z]+(_[a-z]+)*", str(given.value)))


def test_every_event_that_is_written_has_its_words() -> None:
    said = set(Pages().wording.section("event", Language.EN))
    written = {event for event in _written_events() if not event.startswith("refused_")}
    assert {"sign_in", "release_refused", "correction_refused"} <= written
    assert written <= said | set(Step)


def test_every_event_of_a_wrong_word_counts_against_the_account_after_a_restart_too() -> None:
    assert {event for event in _written_events() if event.endswith(("_refused", "_failed"))} == FAILED
