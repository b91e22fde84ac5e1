"""The receipt's page: what it promises by when, the ways to keep it, and how it is put away."""

import base64
import re

import segno

from register.query_codes import issue_code
from register.terms import IdentityCheck
from tests.factories import HANDLER, KEYS, book
from tests.forms_api.visitor import Visitor, words


def receipt(visitor: Visitor) -> tuple[str, str]:
    """Its address and its page."""
    location = visitor.submit().headers["location"]
    return location, visitor.get(location).text


def said(page: str) -> str:
    return " ".join(words(page).split())


def test_the_day_by_which_it_must_be_published_is_said(visitor: Visitor) -> None:
    _, page = receipt(visitor)
    assert "计入公开账本 最迟2026年11月14日" in said(page)
    assert 'href="/verify/"' in page


def test_the_newest_head_is_on_the_receipt(visitor: Visitor) -> None:
    assert "还没有发布第一期" in receipt(visitor)[1]
    place = visitor.home.content / "ledger"
    place.mkdir()
    root = bytes(range(32))
    (place / "checkpoint").write_text(f"portal.example\n207\n{base64.b64encode(root).decode()}\n\n")
    page = visitor.get(visitor.submit().headers["location"]).text
    assert "此刻公开账本共 207 条" in page
    assert root.hex() in page


def test_the_picture_of_the_proof_code_holds_the_code_alone(visitor: Visitor) -> None:
    location, page = receipt(visitor)
    proof = visitor.get(location, accept="application/json").json()["proof_code"]
    picture = segno.make_qr(proof, error="m").svg_inline(omitsize=True, border=2)
    assert picture in page
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")
    folded = page.index("<details")
    assert page.index(picture) > folded


def test_put_away_as_kept_it_shows_no_code_any_more(visitor: Visitor) -> None:
    location, page = receipt(visitor)
    code = re.search(r'class="code">([0-9 ]+)<', page)
    assert code is not None
    assert f'href="{location}/saved"' in page
    saved = visitor.get(f"{location}/saved")
    assert saved.status_code == 200
    assert visitor.cases[0].number in saved.text
    assert code[1] not in saved.text
    assert saved.headers["cache-control"] == "no-store"
    visitor.later(minutes=31)
    assert visitor.get(f"{location}/saved").status_code == 410


def test_a_receipt_whose_query_code_was_replaced_is_closed(visitor: Visitor) -> None:
    location, _ = receipt(visitor)
    store = visitor.store
    stored = store.read(visitor.cases[0].number)
    changed, _ = issue_code(
        stored.record,
        IdentityCheck.CALLED_BACK,
        by=HANDLER,
        at=visitor.now,
        keys=KEYS,
        draw=lambda length: bytes(length),
        clockwork=book().clockwork,
    )
    store.replace(stored, changed)
    assert visitor.get(location).status_code == 410


def test_the_english_receipt_leads_to_the_english_check_page(visitor: Visitor) -> None:
    token = visitor.token()
    visitor.later(seconds=30)
    location = visitor.submit(token=token).headers["location"]
    page = visitor.get(f"{location}?lang=en").text
    assert 'href="/en/verify/"' in page
    assert "By 14 November 2026" in said(page)
