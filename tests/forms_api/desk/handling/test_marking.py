from hypothesis import given
from hypothesis import strategies as st

from forms_api.desk.handling.marking import marked, reworded
from forms_api.desk.publication.views import KNOWN, Finding

findings = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Finding(*ends, KNOWN, "姓名")),
    max_size=6,
)


@given(st.text(max_size=30), findings)
def test_nothing_of_the_text_is_lost_or_doubled(text: str, some: list[Finding]) -> None:
    assert "".join(piece.text for piece in marked(text, some)) == text


def test_a_finding_marks_its_place_alone() -> None:
    pieces = marked("我是陈建国，住这里", [Finding(2, 5, KNOWN, "姓名")])
    assert [(piece.text, piece.finding is not None) for piece in pieces] == [
        ("我是", False),
        ("陈建国", True),
        ("，住这里", False),
    ]


def test_of_two_that_overlap_the_longer_of_the_first_stands() -> None:
    pieces = marked(
        "13812345678", [Finding(0, 3, "x", ""), Finding(0, 11, KNOWN, ""), Finding(5, 8, "y", "")]
    )
    assert [piece.text for piece in pieces] == ["13812345678"]


def test_suggestions_stand_in_the_place_of_what_was_found() -> None:
    some = [Finding(0, 3, KNOWN, "姓名", "某业主"), Finding(5, 6, "x", "未能解释的数字")]
    assert reworded(marked("陈建国反映3号", some)) == "某业主反映3号"
