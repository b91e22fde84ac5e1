"""Repeats: the same matter from the same place or phone; kept up to date as if everything were compared anew."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from forms_api.desk.handling.facts import Facts
from forms_api.desk.handling.repeats import MOST, Repeats
from register.terms import Matter
from tests.factories import MONDAY
from tests.forms_api.desk.handling.test_inbox import some_facts


def found(some: Iterable[Facts]) -> Mapping[str, tuple[str, ...]]:
    repeats = Repeats()
    repeats.bring((), some)
    return repeats.earlier


def test_the_same_matter_from_the_same_place_within_ninety_days_is_a_repeat() -> None:
    first = some_facts(number="1", received=MONDAY - timedelta(days=91))
    second = some_facts(number="2", received=MONDAY - timedelta(days=30), place="5 号楼 2 单元")
    third = some_facts(number="3")
    other = some_facts(number="4", matter=Matter.NOISE)
    assert found([third, first, other, second]) == {"2": ("1",), "3": ("2",)}


def test_the_same_phone_is_a_repeat_and_no_place_is_none() -> None:
    one = some_facts(number="1", place="", phone="13812345678", received=MONDAY - timedelta(days=1))
    two = some_facts(number="2", place="东门", phone="13812345678")
    assert found([one, two]) == {"2": ("1",)}
    assert found([some_facts(number="1", place=""), some_facts(number="2", place="")]) == {}


def test_of_very_many_alike_the_latest_are_told() -> None:
    many = [some_facts(number=f"{n:03}", received=MONDAY + timedelta(minutes=n)) for n in range(MOST + 5)]
    assert found(many)[f"{MOST + 4:03}"] == tuple(f"{n:03}" for n in range(4, MOST + 4))


CASES = st.builds(
    lambda number, day, matter, place, phone: some_facts(
        number=str(number), received=MONDAY + timedelta(days=day), matter=matter, place=place, phone=phone
    ),
    st.integers(1, 12),
    st.integers(0, 120),
    st.sampled_from((Matter.NOISE, Matter.HYGIENE)),
    st.sampled_from(("", "东门", "西门")),
    st.sampled_from(("", "13812345678")),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CASES, max_size=4, unique_by=lambda one: one.number), max_size=6))
def test_what_is_kept_up_to_date_is_what_comparing_everything_gives(rounds: list[list[Facts]]) -> None:
    """Each round changes some cases, and takes away the one that came first."""
    repeats, there = Repeats(), dict[str, Facts]()
    for come in rounds:
        gone = [there[one.number] for one in come if one.number in there]
        there |= {one.number: one for one in come}
        repeats.bring(gone, come)
        assert repeats.earlier == found(there.values())
        if there:
            repeats.bring([there.pop(next(iter(there)))], ())
            assert repeats.earlier == found(there.values())
