"""What was unknown when two people approved a text holds it no more, and nothing else is let through with it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan import (
    FindingKind,
    Judged,
    PrivateValues,
    Public,
    Reason,
    Source,
    World,
    scan_text,
)
from generator.disclosure.scan.spans import Span, Verdict, settle

APPROVED = datetime(2026, 9, 1, tzinfo=UTC)
DAY = timedelta(days=1)
HERS, THEIRS = "2026-483-901-7", "2026-102-334-1"
TEXT = "电梯停运，报修后已更换门机。"
PUBLIC = Public.build()


def verdict(*people: PrivateValues, staff: tuple[str, ...] = ()) -> Verdict:
    return scan_text(TEXT, World.build(people, staff), PUBLIC, "zh")


def called(since: datetime, *cases: str) -> PrivateValues:
    return PrivateValues(name="后已更", source=Source(since, cases or (THEIRS,)))


JUDGED = Judged(APPROVED, HERS)


def test_what_came_after_the_approval_holds_nothing_and_is_told() -> None:
    found = verdict(called(APPROVED + DAY))
    assert found.hold
    assert not found.holds(JUDGED, TEXT)
    assert [TEXT[span.start : span.end] for span in found.settled_by(JUDGED, TEXT)] == ["后已更"]


def test_what_was_there_at_that_moment_holds() -> None:
    assert verdict(called(APPROVED)).holds(JUDGED, TEXT)


def test_whoever_filed_before_is_not_forgotten_because_she_files_again() -> None:
    assert verdict(called(APPROVED + DAY), called(APPROVED - DAY, "2026-551-092-3")).holds(JUDGED, TEXT)


def test_a_colleague_was_there_always() -> None:
    assert verdict(called(APPROVED + DAY), staff=("后已更",)).holds(JUDGED, TEXT)


def test_what_the_case_itself_or_a_linked_one_says_later_holds() -> None:
    assert verdict(called(APPROVED + DAY, HERS)).holds(JUDGED, TEXT)
    assert verdict(called(APPROVED + DAY, THEIRS, HERS)).holds(JUDGED, TEXT)


def test_what_both_say_to_be_a_word_holds_nothing_there() -> None:
    found = verdict(called(APPROVED - DAY))
    assert not found.holds(Judged(APPROVED, HERS, frozenset({"后已更"})), TEXT)
    assert found.holds(Judged(APPROVED, HERS, frozenset({"已更换"})), TEXT)


def test_no_word_of_two_people_lets_a_name_through() -> None:
    text = "经安宁确认，问题解决。"
    found = scan_text(text, World.build([PrivateValues(name="安宁")]), PUBLIC, "zh")
    assert found.holds(Judged(APPROVED, HERS, frozenset({"安宁"})), text)


def test_what_a_detector_finds_holds_whenever_somebody_is_called_so() -> None:
    text = "联系人陈建国，已处理。"
    world = World.build([PrivateValues(name="陈建国", source=Source(APPROVED + DAY, (THEIRS,)))])
    assert scan_text(text, World(), PUBLIC, "zh").hold
    assert scan_text(text, world, PUBLIC, "zh").holds(JUDGED, text)


def test_a_verdict_that_knows_no_register_is_settled_by_nothing() -> None:
    span = Span(0, 2, FindingKind.NAME, Reason.KNOWN_VALUE, ("电梯",))
    assert Verdict((span,)).holds(JUDGED, TEXT)


def test_of_two_values_in_one_place_both_must_be_let_go() -> None:
    one = Span(2, 5, FindingKind.NAME, Reason.KNOWN_VALUE, ("后已更",), wordlike=True)
    other = Span(4, 7, FindingKind.NAME, Reason.KNOWN_VALUE, ("更换门",))
    found = Span(4, 7, FindingKind.NAME, Reason.DETECTOR)
    (both,) = settle([one, other])
    assert (both.spelled, both.wordlike) == (("后已更", "更换门"), False)
    (mixed,) = settle([one, found])
    assert (mixed.spelled, mixed.wordlike) == ((), False)


MOMENTS = st.integers(-3, 3).map(lambda days: APPROVED + days * DAY)
GIVERS = st.builds(called, MOMENTS, st.sampled_from([HERS, THEIRS, "2026-551-092-3"]))


@given(st.lists(GIVERS, min_size=1, max_size=4))
def test_it_holds_exactly_while_anybody_gave_it_before_or_the_case_itself_did(
    people: list[PrivateValues],
) -> None:
    sources = [one.source for one in people if one.source]
    expected = any(source.since <= APPROVED or HERS in source.cases for source in sources)
    assert verdict(*people).holds(JUDGED, TEXT) == expected
