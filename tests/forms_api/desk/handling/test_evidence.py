"""Photos of the staff: cleaned like those of residents, kept with a step, never published, nothing lost on a fault."""

import hashlib

from register.photo_store import PhotoStore
from register.pictures import added_key
from register.terms import Step
from tests.factories import kept_case
from tests.forms_api.desk.office import Desk, Person, hidden_fields
from tests.forms_api.pictures import encoded, quarters


def send(person: Person, number: str, *photos: bytes, note: str = "现场") -> tuple[int, str]:
    """Send photos as a browser does: every file input is a part, empty ones too, the end mark last."""
    hidden = hidden_fields(person.open(f"/cases/{number}"), f"/cases/{number}/photos")
    files = [photos[place] if place < len(photos) else b"" for place in range(3)]
    parts: list[tuple[str, tuple[str | None, bytes]]] = [("csrf", (None, hidden["csrf"].encode()))]
    parts += [(f"photo_{place}", ("x.jpg", data)) for place, data in enumerate(files, 1)]
    parts += [("note", (None, note.encode())), ("_end", (None, b"1"))]
    answer = person.browser.post(f"/cases/{number}/photos", files=parts)
    return answer.status_code, answer.text


def test_photos_are_repainted_kept_and_named_by_a_step(desk: Desk) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("zhaoqiang")
    status, _ = send(person, number, encoded(quarters()), encoded(quarters(32, 32), "PNG"))
    assert status == 303
    entry = desk.store.read(number).record.entries[-1]
    assert (entry.step, entry.by, entry.particulars["note"]) == (Step.ATTACH, "zhaoqiang", "现场")
    digests = entry.particulars["photos"]
    kept = PhotoStore(desk.store.folder)
    for place, digest in enumerate(digests, 1):
        data = kept.read(added_key(number, digests), place)
        assert hashlib.sha256(data).hexdigest() == digest
    assert ("zhaoqiang", "attach") in desk.events()
    page = person.open(f"/cases/{number}")
    history = page[page.index('<ol class="timeline">') :]
    assert f'src="/cases/{number}/photos/2/small"' in history
    assert person.browser.get(f"/cases/{number}/photos/2/small").headers["content-type"] == "image/jpeg"


def test_what_is_no_photo_is_refused_by_its_place_and_the_note_is_kept(desk: Desk) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("zhaoqiang")
    status, page = send(person, number, encoded(quarters()), b"%PDF-1.7 no picture", note="楼道东侧")
    assert status == 422
    assert "第 2 个文件不是" in page
    assert "楼道东侧" in page
    assert len(desk.store.read(number).record.entries) == 1


def test_no_photo_at_all_is_told(desk: Desk) -> None:
    number = kept_case(desk.store).number
    status, page = send(desk.signed_in("zhaoqiang"), number)
    assert status == 422
    assert "没有选择照片" in page


def test_a_photo_is_added_to_a_case_that_somebody_changed_meanwhile(desk: Desk) -> None:
    number = kept_case(desk.store).number
    slow, quick = desk.signed_in("zhaoqiang"), desk.signed_in("wangfang")
    slow.open(f"/cases/{number}")
    quick.step(number, "acknowledge")
    assert send(slow, number, encoded(quarters()))[0] == 303
    assert [e.step for e in desk.store.read(number).record.entries[1:]] == [Step.ACKNOWLEDGE, Step.ATTACH]
