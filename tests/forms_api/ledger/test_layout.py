from forms_api.ledger.columns import Column, fold, load_spellings
from forms_api.ledger.layout import Layout, guess_layout, layout_at
from forms_api.ledger.tables import Sheet, Table
from register.terms import VOCABULARIES
from register.wording import load_wording
from tests.factories import PROJECT

SPELLINGS = load_spellings(PROJECT / "content")


def table(*sheets: list[tuple[object, ...]]) -> Table:
    return Table(tuple(Sheet(f"{n}", tuple(rows)) for n, rows in enumerate(sheets)), (), "00")  # type: ignore[arg-type]


def test_titles_and_blank_rows_above_the_header_are_passed_over() -> None:
    found = guess_layout(
        table([("投诉登记台账",), (), ("填表人：", "王芳"), ("投诉时间", "内容", "联系电话")]), SPELLINGS
    )
    assert found == Layout(0, 4, (Column.RECEIVED, Column.WHAT, Column.PHONE))


def test_the_sheet_with_the_ledger_is_found() -> None:
    found = guess_layout(table([("说明",), ("内容",)], [("接报时间", "反映内容")]), SPELLINGS)
    assert (found.sheet, found.header) == (1, 1)


def test_headers_are_known_however_they_are_dressed() -> None:
    header = ("接报\n时间", "联系电话（手机）", "*投诉内容：", "Received", "责 任 人")
    assert guess_layout(table([header]), SPELLINGS).columns == (
        Column.RECEIVED, Column.PHONE, Column.WHAT, None, Column.RESPONSIBLE
    )  # fmt: skip


def test_without_a_known_word_the_fullest_row_is_taken() -> None:
    found = guess_layout(table([("甲",), ("乙", "丙", "丁"), (1.0, 2.0, 3.0)]), SPELLINGS)
    assert (found.header, found.known) == (2, frozenset())


def test_a_header_row_named_by_hand_is_read_anew() -> None:
    rows = [("日期", "内容"), ("时间", "地点", "问题")]
    assert layout_at(table(rows), 0, 2, SPELLINGS).columns == (Column.RECEIVED, Column.PLACE, Column.WHAT)


def test_one_meaning_for_two_columns_is_told() -> None:
    assert Layout(0, 1, (Column.WHAT, Column.WHAT, None)).twice == (Column.WHAT,)


def test_every_spelling_of_the_content_file_means_one_thing() -> None:
    assert SPELLINGS.column("接诉时间") == Column.RECEIVED
    assert SPELLINGS.option(Column.CHANNEL, "业主群") == "wechat"
    assert SPELLINGS.option(Column.OUTCOME, "已整改") == "rectified"
    assert SPELLINGS.option(Column.PUBLISH, "Yes") == "yes"
    assert SPELLINGS.option(Column.MATTER, "没有这种") is None


def test_every_column_has_words_that_fold_apart() -> None:
    wording = load_wording("ledger", "terms")
    for language in ("zh", "en"):
        words = [fold(word) for word in wording.section("ledger_column", language).values()]
        assert len(set(words)) == len(words) == len(Column)
    assert VOCABULARIES


def test_an_estate_without_the_file_knows_the_systems_own_words(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "content").mkdir()
    own = load_spellings(tmp_path / "content")
    assert own.column("接收时间") == Column.RECEIVED
    assert own.column("接诉时间") is None
