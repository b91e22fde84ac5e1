"""Correcting and taking down at the command line: at once, with a password, and with no way back."""

from datetime import datetime, timedelta

import pytest

from generator.cli import publish_commands
from generator.cli.edges import system_draw
from generator.cli.gate import Gate
from generator.cli.latecomers import values_of_latecomers
from generator.cli.revising import Revising
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.correction import published_reason
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import read_releases
from register.audit import AuditLog
from register.case import Case, Tombstone
from register.errors import RegisterBusy, StorageFailed
from register.handling import Actor
from register.settings import ZONE, Home, read_book
from register.signoff import SignOff
from register.store import FolderStore
from register.stored import Stored
from register.terms import CorrectionReason, EraseReason, Matter, Role, Step, TakeDownReason
from tests import factories
from tests.generator.cli.conftest import PASSWORD, Portal

Q3 = Period.parse("2026-Q3")
RELEASED = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)
LATER = datetime(2026, 10, 21, 9, 0, tzinfo=ZONE)
CLERK, HEAD = Actor("wangfang", Role.HANDLER), Actor("liweidong", Role.MANAGER)


@pytest.fixture
def released(staffed: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An estate that released six entries of one matter, and an open case."""
    rules = staffed.content / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace('start = "2025-01"', 'start = "2026-07"')
    rules.write_text(text, encoding="utf-8")
    store = FolderStore(staffed.register)
    for number in range(1, 7):
        case = factories.kept_case(store, number, matter=Matter.HYGIENE)
        store.replace(
            store.read(case.number), factories.approved(case, zh=f"第{number}处楼道垃圾已清运，总管已关阀。")
        )
    factories.kept_case(store, 7, matter=Matter.HYGIENE)
    gate = gate_of(staffed, RELEASED)
    gate.publish(Q3, SignOff(gate.draft(Q3).sha256, HEAD, RELEASED))  # type: ignore[union-attr]
    monkeypatch.setattr(publish_commands, "system_clock", lambda: LATER)
    return staffed


def gate_of(home: Home, now: datetime = LATER) -> Gate:
    return Gate(home, read_book(home.content), lambda: now, system_draw)


def latest(home: Home) -> Release:
    return read_releases(home.content / "releases")[-1].release


def first_ref(home: Home) -> str:
    return latest(home).entries[0].ref


def number_of(home: Home, ref: str) -> str:
    return Revising(gate_of(home))._number(ref)


def a_form_and_a_notice_that_says_the_same(home: Home) -> str:
    """Anybody gave the new number of the office as hers, and the notice with it came in five minutes ago."""
    factories.open_case(
        factories.submission(received=LATER), factories.contact(name="", phone="5559001", room=""),
        instance=factories.instance(99), keys=factories.KEYS, store=FolderStore(home.register),
        clockwork=factories.book().clockwork,
    )  # fmt: skip
    notice = home.content / "notices" / "office.toml"
    notice.parent.mkdir(exist_ok=True)
    notice.write_text(
        'kind = "notice"\ntitle = { zh = "前台换号", en = "New number" }\npublished = 2026-10-21\n'
        'text = [{ zh = "请拨 5559001。", en = "Call 5559001." }]\n',
        encoding="utf-8",
    )
    return "notices/office.toml"


def test_a_sentence_taken_down_leaves_the_site_at_once_and_no_roll_back_leads_to_it(
    portal: Portal, released: Home
) -> None:
    home, ref = str(released.folder), first_ref(released)
    assert portal("build", "--home", home).exit_code == 0
    stopped = a_form_and_a_notice_that_says_the_same(released)
    said = ("--reason", "identifies_person", "--as", "wangfang", "--home", home)
    down = portal("takedown", ref.lower(), *said, typed=PASSWORD + "\n")
    assert down.exit_code == 4, down.output
    assert "待第二人确认" in down.output
    assert f"{stopped}: left out of the site" in down.output
    assert not (released.site / "notices" / "office").exists()
    case = FolderStore(released.register).read(number_of(released, ref)).record
    words = case.last(Step.SUMMARISE).particulars["zh"]  # type: ignore[union-attr]
    public = [path for root in (released.site.resolve(), released.content) for path in root.rglob("*")]
    assert not [path for path in public if path.is_file() and words.encode() in path.read_bytes()]
    assert ref in (released.site / "outcomes/2026-Q3/index.html").read_text(encoding="utf-8")
    refused = portal("rollback", "--home", home)
    assert refused.exit_code == 1
    assert "taken down" in refused.stderr


def test_another_person_confirms_and_the_list_says_so(portal: Portal, released: Home) -> None:
    home, ref = str(released.folder), first_ref(released)
    Revising(gate_of(released)).take_down(ref, TakeDownReason.IDENTIFIES_PERSON, CLERK, LATER)
    said = ("takedown", ref, "--confirm", "--home", home, "--as")
    assert portal(*said, "wangfang", typed=PASSWORD + "\n").exit_code == 1
    assert portal(*said, "liweidong", typed=PASSWORD + "\n").exit_code == 0
    assert "已由第二人确认" in portal("takedown", "--home", home).output
    events = [line.event for line in AuditLog(released.audit_file).lines()]
    assert events[-2:] == ["take_down", "confirm_take_down"]


def test_no_confirmation_stands_that_the_log_could_not_take(
    released: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref, revising = first_ref(released), Revising(gate_of(released))
    revising.take_down(ref, TakeDownReason.WRONG_FACTS, CLERK, LATER)
    with monkeypatch.context() as full:
        full.setattr(AuditLog, "append", raise_full)
        with pytest.raises(StorageFailed):
            revising.confirm(ref, HEAD, LATER)
    assert revising.taken_down()[0].confirmed_by is None
    assert revising.confirm(ref, HEAD, LATER).confirmed_by == "liweidong"


def raise_full(*_: object, **__: object) -> str:
    raise StorageFailed("ENOSPC")


def test_what_is_not_published_or_not_signed_is_refused(portal: Portal, released: Home) -> None:
    home, ref = str(released.folder), first_ref(released)
    said = ("--reason", "identifies_person", "--as", "wangfang", "--home", home)
    assert portal("takedown", "00000000", *said, typed=PASSWORD + "\n").exit_code == 1
    assert portal("takedown", ref, *said, typed="not hers\n").exit_code == 1
    assert portal("takedown", "../../x", *said).exit_code == 2
    assert portal("takedown", ref, "--as", "wangfang", "--home", home).exit_code == 2
    assert portal("takedown", ref, "--confirm", *said).exit_code == 2
    assert latest(released).tombstones == ()


def test_taken_up_again_after_a_crash_it_finishes_what_is_left(released: Home) -> None:
    ref = first_ref(released)
    Revising(gate_of(released)).take_down(ref, TakeDownReason.WRONG_FACTS, CLERK, LATER)
    (released.var / "takedowns" / f"{ref}.json").unlink()
    again = Revising(gate_of(released)).take_down(ref, TakeDownReason.WRONG_FACTS, CLERK, LATER)
    assert (again.ref, latest(released).revision) == (ref, 2)  # type: ignore[union-attr]
    steps = FolderStore(released.register).read(number_of(released, ref)).record.entries
    assert [entry.step for entry in steps].count(Step.TAKE_DOWN) == 1


def test_somebody_who_is_just_changing_the_case_hinders_no_take_down(
    released: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref, keep, tries = first_ref(released), FolderStore.replace, []

    def quicker_once(store: FolderStore, old: Stored[Case], case: Case) -> Stored[Case]:
        tries.append(case.number)
        if len(tries) == 1:
            raise RegisterBusy(case.number)
        return keep(store, old, case)

    monkeypatch.setattr(FolderStore, "replace", quicker_once)
    number = number_of(released, ref)
    Revising(gate_of(released)).take_down(ref, TakeDownReason.WRONG_FACTS, CLERK, LATER)
    assert tries == [number, number]
    assert FolderStore(released.register).read(number).record.last(Step.TAKE_DOWN) is not None


def test_an_erased_case_is_taken_down_too(released: Home) -> None:
    ref, store = first_ref(released), FolderStore(released.register)
    stored = store.read(number_of(released, ref))
    store.erase(stored, Tombstone.of(stored.record, EraseReason.RESIDENT_ASKED))
    Revising(gate_of(released)).take_down(ref, TakeDownReason.IDENTIFIES_PERSON, CLERK, LATER)
    assert [stone.ref for stone in latest(released).tombstones] == [ref]


class TestCorrect:
    def said(self, home: Home, *more: str) -> tuple[str, ...]:
        return (
            "correct",
            "2026-Q3",
            "--as",
            "liweidong",
            "--reason",
            "step_noted_late",
            "--home",
            str(home.folder),
            *more,
        )

    def test_an_unchanged_period_needs_none(self, portal: Portal, released: Home) -> None:
        done = portal(*self.said(released))
        assert done.exit_code == 0
        assert "没有需要更正的数字" in done.output

    @pytest.fixture
    def noted_late(self, released: Home) -> Home:
        store = FolderStore(released.register)
        number = next(n for n in store.numbers() if len(store.read(n).record.entries) == 1)
        stored = store.read(number)
        store.replace(stored, factories.step(stored.record, Step.ACKNOWLEDGE))
        return released

    def test_a_late_note_is_published_as_old_and_new(self, portal: Portal, noted_late: Home) -> None:
        assert Revising(gate_of(noted_late)).due() == ("2026-Q3",)
        done = portal(*self.said(noted_late), typed=PASSWORD + "\n")
        assert done.exit_code == 0, done.output
        assert "按时受理告知率：6/7 → 7/7" in done.output
        assert "原因：有办理步骤当时未登记" in done.output
        assert latest(noted_late).revision == 2
        assert {one.why for one in latest(noted_late).corrections} == {
            published_reason(CorrectionReason.STEP_NOTED_LATE)
        }
        assert Revising(gate_of(noted_late)).due() == ()

    def test_without_the_right_role_or_a_reason_of_the_list_nothing_is_published(
        self, portal: Portal, noted_late: Home
    ) -> None:
        home = str(noted_late.folder)
        asked = ("correct", "2026-Q3", "--home", home, "--reason")
        clerk = portal(*asked, "wrong_time", "--as", "wangfang", typed=PASSWORD + "\n")
        typed = portal(*asked, "陈建国来电补录。", "--as", "liweidong", typed=PASSWORD + "\n")
        assert (clerk.exit_code, typed.exit_code) == (1, 2)
        assert latest(noted_late).revision == 1


def stranger(home: Home, day: datetime, **contact: str) -> None:
    """Somebody who sends one form, with particulars of her own choice."""
    factories.open_case(
        factories.submission(received=day), factories.contact(**contact), instance=factories.instance(day.day),
        keys=factories.KEYS, store=FolderStore(home.register), clockwork=factories.book().clockwork,
    )  # fmt: skip


@pytest.mark.parametrize("shown", [True, False], ids=["on the site", "released and not yet built"])
def test_whoever_calls_herself_by_published_words_and_days_stops_no_take_down(
    portal: Portal, released: Home, shown: bool
) -> None:
    home, ref = str(released.folder), first_ref(released)
    assert not shown or portal("build", "--home", home).exit_code == 0
    stranger(released, RELEASED, name="关阀", phone="20260930", room="7-120")
    said = ("--reason", "identifies_person", "--as", "wangfang", "--home", home)
    down = portal("takedown", ref.lower(), *said, typed=PASSWORD + "\n")
    assert down.exit_code == 0, down.output
    assert [stone.ref for stone in latest(released).tombstones] == [ref]
    page = (released.site / "outcomes/2026-Q3/index.html").read_text(encoding="utf-8")
    assert (ref in page, page.count("处楼道垃圾已清运")) == (True, 5)


def test_only_who_came_after_a_release_that_is_not_shown_yet_is_excused_by_it(released: Home) -> None:
    stranger(released, RELEASED, name="关阀")
    assert values_of_latecomers(gate_of(released)) == {"关阀"}
    file = released.site / "releases/2026-Q3.json"
    file.parent.mkdir(parents=True)
    file.touch()
    assert values_of_latecomers(gate_of(released)) == frozenset()


def test_who_came_between_the_approval_of_a_sentence_and_its_release_is_excused_too(released: Home) -> None:
    """Or a form of these days, which held no summary back, would hold back the site."""
    stranger(released, RELEASED - timedelta(days=1), name="关阀")
    assert values_of_latecomers(gate_of(released)) == {"关阀"}


def test_whoever_was_known_before_a_sentence_was_approved_frees_nothing_by_filing_again(
    released: Home,
) -> None:
    stranger(released, factories.MONDAY - timedelta(days=10), name="关阀")
    assert values_of_latecomers(gate_of(released)) == frozenset()
    stranger(released, RELEASED, name="关阀")
    assert values_of_latecomers(gate_of(released)) == frozenset()
