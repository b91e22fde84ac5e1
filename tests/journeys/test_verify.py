"""The check page in a real browser: a real receipt is found, a forged one refused, a removed entry noticed."""

import functools
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.disclosure.releases.ledger import (
    checkpoint_text,
    entries_text,
    head_of,
    parse_entries,
    tree_root,
)
from generator.site.making.build import stage_site
from register.numbers import show_proof_code
from register.receipt import ledger_entry
from register.receipt_file import KeptHead, ReceiptFile
from register.receipt_signature import public_key, sign_receipt
from register.records import to_bytes
from tests import factories
from tests.generator.disclosure.chained import chained, receipt_of
from tests.generator.disclosure.estate import Folder

pytestmark = pytest.mark.browser
TODAY = date(2027, 1, 25)
ORIGIN = "cuihu.example/ledger"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Nobody reads it."""


@dataclass
class Published:
    """A staged site with a real ledger: the estate it is of, its folder, and where it is served."""

    estate: Folder
    folder: Path
    address: str

    @property
    def entries(self) -> tuple[str, ...]:
        return parse_entries((self.estate.places.ledger / "entries.txt").read_bytes())


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    estate = chained(tmp_path_factory.mktemp("estate"))
    into = tmp_path_factory.mktemp("staged")
    staged = stage_site(estate.home.folder, into, today=TODAY, progress=lambda step, pages: None)
    (staged.folder / "f").mkdir()  # the counter's own address, which serves the key beside the site
    (staged.folder / "f" / "receipt.pem").write_bytes(public_key(factories.KEYS))
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(staged.folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Published(estate, staged.folder, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One phone for all: the page keeps nothing on it, as a test below asks."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Page, published: Published) -> Iterator[Page]:
    """The check page opened anew, on a day after the fourth quarter was published; a word of the console is a failure."""
    words: list[str] = []

    def hear(said: Any) -> None:
        words.append(getattr(said, "text", str(said)))

    tab.on("console", hear)
    tab.on("pageerror", hear)
    tab.clock.set_fixed_time("2027-01-25T10:00:00+08:00")
    tab.goto(published.address + "/verify/")
    yield tab
    tab.remove_listener("console", hear)
    tab.remove_listener("pageerror", hear)
    assert words == []


@pytest.fixture
def receipt(published: Published) -> ReceiptFile:
    head = KeptHead(size=12, root=tree_root(published.entries[:12]))
    return receipt_of(published.estate, 3).model_copy(update={"head": head})


def answers(page: Page) -> list[str]:
    """Press the button; the codes of what the page answers."""
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.locator("#verify-result")).to_be_focused()
    return [str(one.get_attribute("data-code")) for one in page.locator("#verify-answers > li").all()]


def choose(page: Page, field: str, name: str, data: bytes) -> None:
    page.set_input_files(f"#verify-{field}", {"name": name, "mimeType": "text/plain", "buffer": data})


def offline(page: Page, entries: tuple[str, ...], checkpoint: bytes | None = None) -> None:
    """Choose these ledger files instead of downloading."""
    choose(page, "entries", "entries.txt", entries_text(entries))
    choose(page, "checkpoint", "checkpoint", checkpoint or checkpoint_text(head_of(ORIGIN, entries, 0)))


def keep(page: Page, size: int, digits: str) -> None:
    page.get_by_text("我留有以前的校验码").click()
    page.fill("#verify-size", str(size))
    page.fill("#verify-root", digits)


@pytest.mark.parametrize("spelled", [str.lower, lambda code: code.replace("0", "o").replace("1", "l")])
def test_a_real_code_is_counted_however_it_is_typed(page: Page, receipt: ReceiptFile, spelled: Any) -> None:
    page.fill("#verify-code", spelled(show_proof_code(receipt.proof)) + " ")
    assert answers(page) == ["counted", "whole"]


def test_a_real_file_is_counted_unaltered_and_nothing_was_removed_since(
    page: Page, receipt: ReceiptFile
) -> None:
    choose(page, "receipt", "receipt.json", to_bytes(receipt))
    assert answers(page) == ["counted", "unaltered", "unsigned", "kept", "whole"]


def test_a_forged_receipt_is_refused(page: Page, receipt: ReceiptFile) -> None:
    page.fill("#verify-code", "0" * 24)
    assert answers(page) == ["not_found", "whole"]
    page.fill("#verify-day", "2026-09-30")
    assert answers(page) == ["missing", "whole"]
    expect(page.locator("#verify-answers a.phone")).to_be_visible()
    forged = receipt.model_copy(update={"proof": "0" * 24, "head": None})
    entry = ledger_entry(forged.proof, forged.committed.model_dump(mode="json"))
    choose(page, "receipt", "receipt.json", to_bytes(forged.model_copy(update={"entry": entry})))
    assert answers(page) == ["missing", "unsigned", "whole"]


def test_what_was_sent_after_the_last_release_is_due_by_a_date(page: Page) -> None:
    page.fill("#verify-code", "0" * 24)
    page.fill("#verify-day", "2027-01-01")
    assert answers(page) == ["not_yet", "whole"]
    expect(page.locator("#verify-answers")).to_contain_text("2027年5月15日")
    page.clock.set_fixed_time("2027-05-16T10:00:00+08:00")
    assert answers(page) == ["missing", "whole"]


@pytest.mark.parametrize(("change", "code"), [({}, "signed_good"), ({"due": "2027-11-14"}, "signed_bad")])
def test_a_signature_is_checked_where_the_browser_can(
    page: Page, receipt: ReceiptFile, change: dict[str, str], code: str
) -> None:
    """On 127.0.0.1 there is WebCrypto; without it the page says so and answers all else."""
    signed = sign_receipt(receipt, factories.KEYS).model_copy(update=change)
    choose(page, "receipt", "receipt.json", to_bytes(signed))
    assert answers(page) == ["counted", "unaltered", code, "kept", "whole"]
    page.evaluate("Object.defineProperty(window, 'crypto', { value: undefined })")
    assert answers(page) == ["counted", "unaltered", "signed", "kept", "whole"]


def test_the_signature_of_an_entry_is_no_word_for_other_words(page: Page, receipt: ReceiptFile) -> None:
    """Whoever changes the words of a signed file cannot show it around, counted or not."""
    said = {**receipt.committed.answers, "what": "没有问题。"}
    other = receipt.committed.model_copy(update={"answers": said})
    signed = sign_receipt(receipt, factories.KEYS)
    choose(page, "receipt", "receipt.json", to_bytes(signed.model_copy(update={"committed": other})))
    assert answers(page) == ["counted", "file_differs", "signed_other", "kept", "whole"]
    later = other.model_copy(update={"received": "2098-12-01T09:00:00+08:00"})
    proof = "0" * 24
    unseen = signed.model_copy(
        update={"committed": later, "proof": proof, "entry": "0" * 96, "due": "2099-05-15"}
    )
    choose(page, "receipt", "receipt.json", to_bytes(sign_receipt(unseen, factories.KEYS)))
    assert answers(page) == ["altered", "not_yet", "signed_other", "kept", "whole"]


def test_altered_words_differ_and_the_page_says_on_whose_side(page: Page, receipt: ReceiptFile) -> None:
    said = {**receipt.committed.answers, "what": "没有问题。"}
    other = receipt.committed.model_copy(update={"answers": said})
    changed = receipt.model_copy(update={"committed": other, "head": None})
    choose(page, "receipt", "receipt.json", to_bytes(changed))
    assert answers(page) == ["counted", "file_differs", "unsigned", "whole"]
    resealed = changed.model_copy(update={"entry": changed.computed})
    choose(page, "receipt", "receipt.json", to_bytes(resealed))
    assert answers(page) == ["counted", "differs", "unsigned", "whole"]


def test_an_old_head_is_reproduced_as_it_is_printed(page: Page, published: Published) -> None:
    root = tree_root(published.entries[:12])
    keep(page, 12, " ".join([root[:4], root[4:8], root[8:12], root[12:16]]).upper())
    assert answers(page) == ["kept", "whole"]


@pytest.mark.parametrize("change", ["drop", "alter", "swap"])
def test_a_removed_entry_is_noticed_even_under_a_new_checkpoint(
    page: Page, published: Published, receipt: ReceiptFile, change: str
) -> None:
    entries = list(published.entries)
    if change == "drop":
        entries.remove(receipt.entry)
    elif change == "alter":
        entries[5] = "0" * 96
    else:
        entries[0], entries[1] = entries[1], entries[0]
    offline(page, tuple(entries))
    keep(page, 12, tree_root(published.entries[:12])[:16])
    choose(page, "receipt", "receipt.json", to_bytes(receipt))
    given = answers(page)
    assert given.count("removed") == 2
    assert ("missing" in given) == (change == "drop")


def test_a_ledger_that_shrank_is_noticed(page: Page, published: Published) -> None:
    offline(page, published.entries[:12])
    keep(page, 20, tree_root(published.entries)[:16])
    assert answers(page) == ["shorter", "whole"]


def test_a_checkpoint_that_does_not_fit_is_told_first(page: Page, published: Published) -> None:
    offline(page, published.entries, checkpoint_text(head_of(ORIGIN, published.entries[:19], 0)))
    page.fill("#verify-code", receipt_of(published.estate, 3).proof)
    assert answers(page) == ["broken", "counted"]


@pytest.mark.parametrize("entries", [b"x\n", b"\xff\n", b"0" * 96, (b"0" * 96 + b"\n") * 2])
def test_what_is_no_ledger_cannot_be_checked(page: Page, entries: bytes) -> None:
    choose(page, "entries", "entries.txt", entries)
    page.fill("#verify-code", "0" * 24)
    assert answers(page) == ["unreadable"]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("code", "0" * 23, "code_wrong"), ("code", "U" * 24, "code_wrong"), ("code", " ", "nothing")],
)
def test_what_cannot_be_read_is_said_before_anything_is_asked(
    page: Page, field: str, value: str, code: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.fill(f"#verify-{field}", value)
    assert answers(page) == [code]
    assert [
        url for url in asked if not url.endswith(".svg")
    ] == []  # the browser fetches the icon when it likes


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b'{"format":1}',
        b"[" * 50_000,
        b'{"format":1,"committed":{"answers":{}},"head":null}',
    ],
)
def test_what_is_no_receipt_file_is_refused(page: Page, data: bytes) -> None:
    choose(page, "receipt", "receipt.json", data)
    assert answers(page) == ["receipt_wrong"]


def test_a_key_that_stands_twice_is_refused(page: Page, receipt: ReceiptFile) -> None:
    data = to_bytes(receipt).replace(b'"what":', b'"what": "\\"x\\": other words",\n   "what":')
    choose(page, "receipt", "receipt.json", data)
    assert answers(page) == ["receipt_wrong"]


def test_half_a_head_is_asked_for_again(page: Page) -> None:
    keep(page, 12, "abc")
    assert answers(page) == ["head_wrong"]


def test_the_same_public_files_are_asked_for_whatever_is_checked(page: Page, receipt: ReceiptFile) -> None:
    """Who looks on learns neither that a file was chosen, nor that it is signed, forged, or in the ledger."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    keep(page, 12, "0" * 16)
    signed = sign_receipt(receipt, factories.KEYS)
    files = (None, receipt, signed, signed.model_copy(update={"entry": "0" * 96, "proof": "0" * 24}))
    for code in (receipt.proof, "0" * 24, ""):
        for file in files:
            asked.clear()
            page.fill("#verify-code", code)
            page.set_input_files("#verify-receipt", [])
            if file is not None:
                choose(page, "receipt", "receipt.json", to_bytes(file))
            answers(page)
            shown = [
                url for url in asked if not url.endswith(".svg")
            ]  # the browser fetches the icon when it likes
            assert sorted(url.split("/", 3)[3] for url in shown) == [
                "f/receipt.pem", "ledger/checkpoint", "ledger/entries.txt",
            ]  # fmt: skip
    assert page.url.endswith("/verify/")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_saved_copy_checks_from_disk_with_files_kept_elsewhere(
    browser: Browser, published: Published, receipt: ReceiptFile, tmp_path: Path
) -> None:
    shutil.copy(published.folder / "verify" / "index.html", tmp_path / "check.html")
    page = browser.new_page()
    page.goto((tmp_path / "check.html").as_uri())
    choose(page, "receipt", "receipt.json", to_bytes(receipt))
    assert answers(page) == ["no_ledger"]
    expect(page.locator("#verify-entries")).to_be_visible()
    offline(page, published.entries)
    assert answers(page) == ["counted", "unaltered", "unsigned", "kept", "whole"]
    assert page.evaluate("getComputedStyle(document.querySelector('.answer')).borderLeftWidth") == "5px"
    words = {**receipt.committed.answers, "what": "没有这回事。"}
    forged = receipt.model_copy(update={"committed": receipt.committed.model_copy(update={"answers": words})})
    choose(page, "receipt", "receipt.json", to_bytes(forged))
    assert answers(page)[:2] == ["counted", "file_differs"]
    page.close()


def test_there_is_no_webcrypto_on_a_plain_http_name_and_none_is_needed(
    page: Page, published: Published, receipt: ReceiptFile
) -> None:
    page.evaluate("Object.defineProperty(window, 'crypto', { value: undefined })")
    choose(page, "receipt", "receipt.json", to_bytes(receipt))
    assert "unaltered" in answers(page)


def test_over_plain_http_a_real_receipt_is_found_and_a_forged_one_refused(
    browser: Browser, published: Published, receipt: ReceiptFile
) -> None:
    """Under a name, not a loopback address: the browser itself says that this is no secure context."""
    page = browser.new_page()

    def serve(route: Route) -> None:
        path = urlsplit(route.request.url).path
        route.fulfill(path=published.folder / path.lstrip("/") / ("index.html" if path.endswith("/") else ""))

    page.route("http://cuihu.example/**", serve)
    page.goto("http://cuihu.example/verify/")
    assert page.evaluate("[window.isSecureContext, typeof crypto.subtle]") == [False, "undefined"]
    choose(page, "receipt", "receipt.json", to_bytes(receipt))
    assert answers(page) == ["counted", "unaltered", "unsigned", "kept", "whole"]
    forged = receipt.model_copy(update={"entry": "0" * 96, "proof": "0" * 24})
    choose(page, "receipt", "receipt.json", to_bytes(forged))
    assert "unaltered" not in answers(page)
    page.close()


def test_without_the_script_the_page_says_what_to_do(browser: Browser, published: Published) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(published.address + "/verify/")
    expect(page.locator("#verify")).to_be_hidden()
    expect(page.get_by_text("没有运行本页的 JavaScript")).to_be_visible()
    expect(page.locator("main")).to_contain_text("portal verify --ledger")
    context.close()


def test_english_answers_in_english(browser: Browser, published: Published, receipt: ReceiptFile) -> None:
    page = browser.new_page()
    page.goto(published.address + "/en/verify/")
    page.fill("#verify-code", "0" * 24)
    page.fill("#verify-day", "2027-03-31")
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("#verify-answers")).to_contain_text("15 May 2027")
    page.close()
