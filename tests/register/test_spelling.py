import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from register.content import Words
from register.spelling import HEADING, is_spelled, to_toml
from register.terms import Matter, Post
from register.written.inspections import Problem, Round, Rounds
from register.written.notices import Notice, NoticeKind
from register.written.replies import Reply

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
ROUNDS = Rounds(
    round=(
        Round(
            name=Words(zh="消防月检", en="Monthly fire check"), matter=Matter.SAFETY, post=Post.SECURITY,
            due=date(2026, 7, 3), done=date(2026, 7, 3), independent=True, checked=60, passed=58,
            problem=(
                Problem(what=Words(zh="灯不亮"), post=Post.ENGINEERING, due=date(2026, 7, 9)),
                Problem(what=Words(zh="门卡"), post=Post.SECURITY, due=date(2026, 7, 9), rectified=date(2026, 7, 5), rechecked=date(2026, 7, 6), passed=False),
            ),
        ),
    )
)  # fmt: skip


def test_a_file_reads_back_as_what_was_written() -> None:
    data = to_toml(ROUNDS)
    assert data.decode().startswith(HEADING)
    assert Rounds.model_validate(tomllib.loads(data.decode())) == ROUNDS


@given(texts, st.none() | texts, st.lists(texts, min_size=1, max_size=3))
def test_whatever_somebody_types_is_a_value_and_nothing_else(
    zh: str, en: str | None, paragraphs: list[str]
) -> None:
    notice = Notice(
        kind=NoticeKind.NOTICE,
        title=Words(zh=zh, en=en),
        published=date(2026, 7, 1),
        text=tuple(Words(zh=text) for text in paragraphs),
    )
    assert Notice.model_validate(tomllib.loads(to_toml(notice).decode())) == notice


def test_numbers_keep_their_kind() -> None:
    class Odd(Reply):
        share: float = 0
        count: int = 0
        many: tuple[int, ...] = ()

    odd = Odd(
        by=Words(zh="业委会"),
        received=date(2026, 7, 1),
        text=(Words(zh="好"),),
        share=88.5,
        count=3,
        many=(1, 2),
    )
    assert Odd.model_validate(tomllib.loads(to_toml(odd).decode())) == odd


def test_a_file_is_the_desks_until_somebody_edits_it() -> None:
    data = to_toml(ROUNDS)
    assert is_spelled(data, Rounds)
    assert not is_spelled(data + b"# our own remark\n", Rounds)
    assert not is_spelled(
        data.replace("灯不亮".encode(), "灯".encode()).replace(b'"safety"', b"'safety'"), Rounds
    )
    assert not is_spelled(b"\xff", Rounds)
    assert not is_spelled(b"round = 1", Rounds)
    assert not is_spelled(b"= nothing", Rounds)
