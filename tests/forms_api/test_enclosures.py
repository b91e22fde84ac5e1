"""Photos sent with a form, as a resident without script adds them."""

import hashlib
import html
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from forms_api.enclosures import NOTHING, Enclosure, Room, read_enclosure
from forms_api.refusals import Refused
from register.errors import StorageFailed
from register.numbers import parse_proof_code
from register.photo_store import PhotoStore
from register.receipt import ledger_entry
from tests.forms_api.pictures import GPS, encoded, quarters
from tests.forms_api.visitor import COMPLAINT, ORIGIN, Visitor, hidden, words

JPEG = encoded(quarters())
PNG = encoded(quarters(), "PNG")
Photos = dict[str, bytes]


def add(visitor: Visitor, *photos: bytes, **fields: str) -> Any:
    """The answer to the first post with these photos; an input left empty sends an empty part, as browsers do."""
    files = [("x.jpg" if data else "", data) for data in [*photos, *[b""] * (3 - len(photos))]]
    token = fields.pop("_instance", "") or visitor.token()
    visitor.later(seconds=30)
    body = {"_instance": token} | (fields or COMPLAINT)
    body = {name: value for name, value in body.items() if name != "_end"} | {"_end": "1"}
    return post_files(visitor, body, files)


def post_files(
    visitor: Visitor, fields: dict[str, str], files: list[tuple[str, bytes]], path: str = "/f/complaint"
) -> Any:
    """A multipart post as a browser spells it, file names included."""
    parts = [
        b'Content-Disposition: form-data; name="photo_%d"; filename="%s"\r\nContent-Type: image/jpeg\r\n\r\n%s'
        % (place, name.encode(), data)
        for place, (name, data) in enumerate(files, 1)
    ]
    parts += [
        f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode()
        for name, value in fields.items()
    ]
    body = b"".join(b"--XYZ\r\n" + part + b"\r\n" for part in parts) + b"--XYZ--\r\n"
    headers = {"origin": ORIGIN, "content-type": "multipart/form-data; boundary=XYZ"}
    return visitor.client.post(path, content=body, headers=headers)


def send(visitor: Visitor, checked: Any) -> Any:
    return visitor.post("/f/complaint/send", hidden(checked.text))


def photos(visitor: Visitor) -> PhotoStore:
    return PhotoStore(visitor.home.register)


def test_forms_that_take_photos_have_three_plain_inputs_and_the_others_none(visitor: Visitor) -> None:
    for form, count in {"complaint": 3, "repair": 3, "inquiry": 0, "suggestion": 0, "objection": 0}.items():
        page = visitor.get(f"/f/{form}").text
        assert page.count('type="file" accept="image/*"') == count
        assert ("multipart/form-data" in page) == bool(count)
        assert " multiple" not in page


def test_photos_wait_through_the_check_page_and_are_kept_with_the_case(visitor: Visitor) -> None:
    checked = add(visitor, JPEG, PNG)
    assert "已添加 2 张照片" in words(checked.text)
    assert visitor.cases == []
    assert photos(visitor).keys() == frozenset()
    assert send(visitor, checked).status_code == 303
    (case,) = visitor.cases
    assert case.submission.photos == photos(visitor).digests(case.instance)
    kept = [photos(visitor).read(case.instance, number) for number in (1, 2)]
    assert tuple(hashlib.sha256(data).hexdigest() for data in kept) == case.submission.photos


def test_the_ledger_entry_commits_to_the_photos(visitor: Visitor) -> None:
    location = send(visitor, add(visitor, JPEG)).headers["location"]
    shown = re.search(r'class="small-code">([^<]+)<', visitor.get(location).text)
    assert shown is not None
    proof = parse_proof_code(shown[1])
    assert proof is not None
    (case,) = visitor.cases
    assert case.ledger == ledger_entry(proof, case.submission.committed(case.number))
    without = case.submission.model_copy(update={"photos": ()})
    assert case.ledger != ledger_entry(proof, without.committed(case.number))


def test_97_an_input_left_empty_is_no_photo(visitor: Visitor) -> None:
    assert send(visitor, add(visitor)).status_code == 303
    (case,) = visitor.cases
    assert case.submission.photos == ()
    assert photos(visitor).keys() == frozenset()


@pytest.mark.parametrize(
    ("photo", "said"),
    [
        (b"<html><script>alert(1)</script>", "第 2 个文件不是 JPG、PNG 或 WebP 照片"),
        (b"%PDF-1.7", "第 2 个文件不是 JPG、PNG 或 WebP 照片"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "第 2 个文件不是 JPG、PNG 或 WebP 照片"),
        (JPEG[: len(JPEG) // 2], "第 2 张照片打不开"),
        (b"\xff\xd8\xff" + b"0" * (10 * 1024 * 1024), "第 2 张照片超过 10 MB"),
    ],
    ids=["86 html", "86 pdf", "87 svg", "95 cut", "over 10 MB"],
)
def test_a_bad_photo_is_named_and_the_answers_and_the_good_photo_stay(
    visitor: Visitor, photo: bytes, said: str
) -> None:
    answer = add(visitor, JPEG, photo)
    assert answer.status_code == 422
    assert said in words(answer.text)
    assert COMPLAINT["what"] in answer.text
    assert "已添加 1 张照片" in words(answer.text)
    assert answer.text.count('type="file"') == 2
    assert '<a href="#photos">' in answer.text
    assert visitor.cases == []


def test_photos_stay_while_an_answer_is_put_right_and_more_can_be_added(visitor: Visitor) -> None:
    wrong = add(visitor, JPEG, **{**COMPLAINT, "what": ""})
    assert wrong.status_code == 422
    checked = add(visitor, PNG, **(hidden(wrong.text) | COMPLAINT))
    assert "已添加 2 张照片" in words(checked.text)
    changed = visitor.post("/f/complaint", hidden(checked.text) | {"_change": "place"})
    assert "已添加 2 张照片" in words(changed.text)
    send(visitor, add(visitor, **(hidden(changed.text) | COMPLAINT)))
    assert len(visitor.cases[0].submission.photos) == 2


def test_the_language_can_be_changed_with_a_photo_chosen(visitor: Visitor) -> None:
    switched = add(visitor, JPEG, **(COMPLAINT | {"_switch": "1"}))
    assert switched.status_code == 200
    assert "已添加 1 张照片" in words(switched.text)


def test_a_fourth_photo_is_refused(visitor: Visitor) -> None:
    checked = add(visitor, JPEG, PNG)
    answer = add(visitor, JPEG, PNG, **(hidden(checked.text) | COMPLAINT))
    assert answer.status_code == 422
    assert "最多添加 3 张照片" in words(answer.text)
    assert "已添加 2 张照片" in words(answer.text)


def test_photos_can_be_removed_from_the_check_page_and_the_answers_stay(visitor: Visitor) -> None:
    fields = hidden(add(visitor, JPEG).text)
    removed = visitor.post("/f/complaint", fields | {"_remove": "1"})
    assert removed.status_code == 200
    assert COMPLAINT["what"] in removed.text
    assert removed.text.count('type="file"') == 3
    assert "_photos" not in hidden(removed.text)
    send(visitor, add(visitor, **(hidden(removed.text) | COMPLAINT)))
    assert visitor.cases[0].submission.photos == ()


def test_98_the_same_photo_in_every_slot_is_kept_in_every_slot(visitor: Visitor) -> None:
    send(visitor, add(visitor, JPEG, JPEG, JPEG))
    digests = visitor.cases[0].submission.photos
    assert len(digests) == 3
    assert len(set(digests)) == 1


def test_99_photos_that_waited_too_long_are_asked_for_again_and_the_text_is_kept(visitor: Visitor) -> None:
    visitor.later(hours=1)
    waiting = read_enclosure(hidden(add(visitor, JPEG).text)["_photos"])
    visitor.later(hours=23.5)
    checked = visitor.post(
        "/f/complaint", COMPLAINT | {"_instance": visitor.token(), "_photos": waiting.token}
    )
    visitor.later(hours=1)
    answer = send(visitor, checked)
    assert answer.status_code == 422
    assert "照片添加后超过 24 小时没有提交" in words(answer.text)
    assert COMPLAINT["what"] in answer.text
    assert visitor.cases == []


def test_sending_again_with_photos_makes_one_case_and_one_set_even_after_they_were_swept(
    visitor: Visitor,
) -> None:
    fields = hidden(add(visitor, JPEG, PNG).text)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: visitor.post("/f/complaint/send", fields), range(12)))
    assert {answer.status_code for answer in answers} == {303}
    (waiting,) = (visitor.home.var / "staged").glob("?" * 32)
    for file in waiting.iterdir():
        file.unlink()
    waiting.rmdir()
    assert visitor.post("/f/complaint/send", fields).status_code == 303
    (case,) = visitor.cases
    assert photos(visitor).keys() == {case.instance}
    assert len(case.submission.photos) == 2


def test_other_photos_under_the_same_instance_are_refused_and_the_first_stand(visitor: Visitor) -> None:
    first = add(visitor, JPEG)
    send(visitor, first)
    other = add(visitor, PNG, **({"_instance": hidden(first.text)["_instance"]} | COMPLAINT))
    assert send(visitor, other).status_code == 409
    (case,) = visitor.cases
    assert photos(visitor).digests(case.instance) == case.submission.photos


def test_a_check_page_is_sealed_with_its_photos(visitor: Visitor) -> None:
    fields = hidden(add(visitor, JPEG).text)
    del fields["_photos"]
    assert visitor.post("/f/complaint/send", fields).status_code == 400
    assert visitor.cases == []


def test_where_the_photos_cannot_be_kept_nothing_is_acknowledged_and_trying_again_works(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = add(visitor, JPEG)
    with monkeypatch.context() as full:
        full.setattr(PhotoStore, "keep", _fails)
        failed = send(visitor, checked)
    assert failed.status_code == 503
    assert COMPLAINT["what"] in failed.text
    assert visitor.cases == []
    assert send(visitor, failed).status_code == 303
    assert len(visitor.cases[0].submission.photos) == 1


def test_where_a_photo_cannot_be_put_aside_the_answers_stay(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forms_api.staging.Staging.stage", _fails)
    answer = add(visitor, JPEG)
    assert answer.status_code == 503
    assert "照片暂时存不进去" in words(answer.text)
    assert COMPLAINT["what"] in answer.text


def _fails(*_: object) -> None:
    raise StorageFailed("ENOSPC")


NAMES = ["../../etc/passwd", "C:\\..\\x", ".", "..", "-rf", "CON", "a" * 300, "\u202egnp.exe", "a%00b.png"]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_85_the_name_of_a_file_is_never_used(visitor: Visitor, name: str) -> None:
    body = COMPLAINT | {"_instance": visitor.token(), "_end": "1"}
    visitor.later(seconds=30)
    checked = post_files(visitor, body, [(name, JPEG)])
    assert send(visitor, checked).status_code == 303
    everything = [path.name for path in visitor.home.folder.rglob("*")]
    assert [
        n for n in everything if n.endswith(".jpg") and not re.fullmatch(r"[1-3](\.small)?\.jpg", n)
    ] == []
    assert not (visitor.home.folder.parent / "passwd").exists()


def test_89_what_the_camera_noted_reaches_no_file(visitor: Visitor) -> None:
    noted = encoded(quarters(), comment=GPS)
    assert GPS in noted
    send(visitor, add(visitor, noted))
    files = [path.read_bytes() for path in visitor.home.folder.rglob("*") if path.is_file()]
    assert len(files) > 4
    assert not any(GPS in data for data in files)


PATHS = ["/f/photos/{key}/1.jpg", "/photos/{key}/1.jpg", "/f/receipt/../photos/{key}/1.jpg",
         "/..%2Fvar%2Fregister%2Fphotos%2F{key}%2F1.jpg", "/%2e%2e/var/register/photos/{key}/1.jpg"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_102_no_address_serves_a_photo_to_the_public(visitor: Visitor, path: str) -> None:
    send(visitor, add(visitor, JPEG))
    (key,) = photos(visitor).keys()
    assert visitor.get(path.format(key=key)).status_code == 404


def test_an_upload_of_a_stranger_is_not_opened(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bytes] = []
    monkeypatch.setattr("forms_api.enclosures.clean", opened.append)
    assert add(visitor, JPEG, _instance="forged").status_code == 400
    assert opened == []


def test_uploads_claim_room_and_give_it_back_whatever_happens() -> None:
    room = Room(10)
    with room.claimed() as claim:
        claim(8)
        with pytest.raises(Refused, match="503 busy"):
            claim(3)
        assert room.left == 2
    assert room.left == 10


def test_an_upload_for_which_no_room_is_left_is_told_to_come_again(visitor: Visitor) -> None:
    token = visitor.token()
    counter: Callable[..., Any] = visitor.client.app.routes[0].routes[0].endpoint  # type: ignore[attr-defined]
    counter.args[0].room.left = 100  # type: ignore[attr-defined]
    answer = add(visitor, JPEG, _instance=token)
    assert answer.status_code == 503
    assert "现在访问的人太多" in words(answer.text)


@pytest.mark.parametrize(
    "token", ["", "1-", "1-../../etc", "0-" + "a" * 32, "1-" + "A" * 32, "12-" + "a" * 32]
)
def test_what_is_no_token_of_ours_encloses_nothing(token: str) -> None:
    assert read_enclosure(token) == NOTHING


def test_a_token_survives_the_way_through_the_page() -> None:
    enclosure = Enclosure(3, "0123456789abcdef" * 2)
    assert read_enclosure(html.unescape(html.escape(enclosure.token))) == enclosure
    assert enclosure.fields == {"_photos": enclosure.token}


def test_the_enter_key_goes_on_and_neither_removes_photos_nor_changes_the_language(visitor: Visitor) -> None:
    """Browsers press a form's first button, wherever on the page it stands."""
    kept = add(visitor, JPEG, **{**COMPLAINT, "what": ""}).text
    first = re.search(r'<button[^>]* type="submit"[^>]*>', kept)
    assert first is not None
    assert 'form="questions"' in first[0]
    assert "name=" not in first[0]
