"""Photos that come later, with facts that are added to a case."""

from typing import Any

from forms_api.step_posts import MOST_IN_ALL
from register.numbers import query_code
from register.photo_store import PhotoStore
from register.pictures import pictures
from register.terms import Step
from tests.forms_api.pictures import GPS, encoded, exif, quarters
from tests.forms_api.test_enclosures import post_files
from tests.forms_api.visitor import Visitor, hidden, words

JPEG = encoded(quarters(), exif=exif())
PNG = encoded(quarters(32, 32), "PNG")


def add(visitor: Visitor, code: str, *photos: bytes, text: str = "又漏了。", **fields: str) -> Any:
    """The answer to adding facts with these photos."""
    files = [("x.jpg" if data else "", data) for data in [*photos, *[b""] * (3 - len(photos))]]
    token = hidden(visitor.get("/f/track").text)["_instance"]
    sent = {"_instance": token, "code": code, "step": "add_facts", "text": text} | fields | {"_end": "1"}
    return post_files(visitor, sent, files, "/f/track/step")


def test_photos_are_cleaned_kept_and_told_by_number_alone(visitor: Visitor) -> None:
    code = visitor.code()
    page = add(visitor, code, JPEG, PNG)
    assert page.status_code == 200
    assert "附照片 2 张" in words(page.text)
    (case,) = visitor.cases
    store = PhotoStore(visitor.home.register)
    for picture in pictures(case):
        kept = store.read(picture.key, picture.place)
        assert GPS not in kept
        assert kept[:2] == b"\xff\xd8"
    assert len(pictures(case)) == 2
    assert case.submission.photos == ()


def test_the_same_sent_twice_is_added_once(visitor: Visitor) -> None:
    code = visitor.code()
    for _ in range(2):
        assert add(visitor, code, JPEG).status_code == 200
    (case,) = visitor.cases
    assert [entry.step for entry in case.entries] == [Step.RECEIVE, Step.ADD_FACTS]


def test_a_bad_photo_is_named_and_the_words_and_the_good_one_stay(visitor: Visitor) -> None:
    code = visitor.code()
    page = add(visitor, code, JPEG, b"<svg/>", text="门口积水。")
    assert page.status_code == 422
    assert "第 2 个文件不是" in words(page.text)
    assert "门口积水。" in page.text
    assert "已添加 1 张照片" in words(page.text)
    assert "open" in page.text.split('class="act"', 1)[1][:2000]
    assert len(visitor.cases[0].entries) == 1
    kept = hidden(page.text)["_photos"]
    assert add(visitor, code, text="门口积水。", _photos=kept).status_code == 200
    assert len(pictures(visitor.cases[0])) == 1


def test_photos_put_aside_can_be_removed_again_and_nothing_is_sent(visitor: Visitor) -> None:
    code = visitor.code()
    kept = hidden(add(visitor, code, JPEG, b"x").text)["_photos"]
    page = add(visitor, code, text="门口积水。", _photos=kept, _remove="1")
    assert page.status_code == 200
    assert "已添加" not in words(page.text)
    assert "门口积水。" in page.text
    assert len(visitor.cases[0].entries) == 1


def test_words_are_needed_and_the_photos_wait_meanwhile(visitor: Visitor) -> None:
    code = visitor.code()
    page = add(visitor, code, JPEG, text=" ")
    assert page.status_code == 422
    assert "已添加 1 张照片" in words(page.text)
    assert pictures(visitor.cases[0]) == ()


def test_a_case_takes_so_many_photos_and_no_more(visitor: Visitor) -> None:
    code = visitor.code()
    for number in range(3):
        size = 16 + number
        several = [encoded(quarters(size, 40 + place), "PNG") for place in range(3)]
        assert add(visitor, code, *several, text=f"第 {number} 次").status_code == 200
    page = add(visitor, code, JPEG)
    assert page.status_code == 422
    assert f"每件最多 {MOST_IN_ALL} 张照片" in words(page.text)
    assert len(pictures(visitor.cases[0])) == MOST_IN_ALL


def test_who_has_no_case_has_no_photo_looked_at(visitor: Visitor) -> None:
    visitor.code()
    assert add(visitor, query_code(b"\x01"), JPEG).status_code == 404
    assert list((visitor.home.var / "staged").glob("*/")) == []


def test_photos_that_waited_too_long_are_asked_for_again_and_the_words_stay(visitor: Visitor) -> None:
    code = visitor.code()
    kept = hidden(add(visitor, code, JPEG, b"x").text)["_photos"]
    visitor.later(hours=25)
    page = add(visitor, code, text="门口积水。", _photos=kept)
    assert page.status_code == 422
    assert "请重新添加" in words(page.text)
    assert "门口积水。" in page.text
    assert len(visitor.cases[0].entries) == 1
