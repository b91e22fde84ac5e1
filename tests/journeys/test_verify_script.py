"""The check page's script computes what Python does: canonical JSON, SHA-256, entries, roots, codes and days."""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256, sha384

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.disclosure.releases.ledger import tree_root
from register.numbers import parse_proof_code
from register.receipt import ledger_entry
from register.records import canonical
from register.wording import TEMPLATES
from tests import factories

pytestmark = pytest.mark.browser
ENTRIES = tuple(sha384(bytes([i])).hexdigest() for i in range(20))
HOSTILE = [
    "", "水管漏水", "\x00\x1f\x7f\x80\xff", "\u2028\u2029", '"\\/\b\f\n\r\t', "😀\U00010000\U0010ffff", "\ufffd\ue000",
    "\ud83d", "\udc00\ud83d", "__proto__", "constructor", "<script>", "{{7*7}}", "e\u0301é", "0", "10", "9",
]  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(HOSTILE)
VALUES = st.recursive(
    WORDS | st.integers(-(2**53) + 1, 2**53 - 1) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Page]:
    """An empty page with the script alone."""
    page = browser.new_page()
    page.add_script_tag(path=TEMPLATES / "assets" / "verify.js")
    yield page
    page.close()


@settings(deadline=None, max_examples=120)
@given(value=VALUES)
def test_canonical_json_is_the_same_on_hostile_values(script: Page, value: object) -> None:
    spelled = json.dumps(value)  # lone surrogates travel as escapes
    ours = script.evaluate("text => Ledger.canonical(JSON.parse(text))", spelled)
    assert ours == canonical(value).decode()


def test_keys_are_sorted_by_code_point_and_not_by_utf_16(script: Page) -> None:
    value = {"\U0001f600": 1, "\ue000": 2, "\uffff": 3, "z": 4, "10": 5, "9": 6, "": 7, "__proto__": 8}
    ours = script.evaluate("text => Ledger.canonical(JSON.parse(text))", json.dumps(value))
    assert ours == canonical(value).decode()


@settings(deadline=None, max_examples=40)
@given(answers=st.dictionaries(st.sampled_from(HOSTILE[:6]) | st.text(max_size=5), st.text(max_size=90)))
def test_the_entry_is_the_same_whatever_the_resident_wrote(script: Page, answers: dict[str, str]) -> None:
    committed = {"format": 1, "number": "2026-483-901-7", "answers": answers, "photos": ["a" * 64]}
    code = "ABCDEFGHJKMNPQRSTVWXYZ23"
    ours = script.evaluate(
        "([code, text]) => Ledger.entryOf(code, JSON.parse(text))", [code, json.dumps(committed)]
    )
    assert ours == ledger_entry(code, dict(committed))


@pytest.mark.parametrize("length", [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])
def test_sha_256_at_every_edge_of_a_block(script: Page, length: int) -> None:
    ours = script.evaluate(
        "length => Ledger.toHex(Ledger.sha256(Uint8Array.from({ length }, (_, i) => i % 251)))", length
    )
    assert ours == sha256(bytes(i % 251 for i in range(length))).hexdigest()


@pytest.mark.parametrize("size", [0, 1, 2, 3, 5, 7, 8, 9, 20])
def test_the_root_is_the_same(script: Page, size: int) -> None:
    entries = ENTRIES[:size]
    ours = script.evaluate("entries => Ledger.treeRoot(entries.map(Ledger.leaf))", list(entries))
    assert ours == tree_root(entries)


@pytest.mark.parametrize(
    "typed", ["ａｂｃｄ" * 6, "oil0" * 6, "AB-CD " * 6, "\u200bA" * 24, "u" * 24, "A" * 25]
)
def test_a_typed_code_is_read_alike(script: Page, typed: str) -> None:
    assert script.evaluate("typed => Ledger.readCode(typed)", typed) == parse_proof_code(typed)


@pytest.mark.parametrize("length", ["month", "quarter", "half-year"])
@pytest.mark.parametrize("day", ["2026-01-01", "2026-02-28", "2026-06-30", "2026-12-31", "2028-02-29"])
def test_the_day_it_is_due_is_the_same(script: Page, length: str, day: str) -> None:
    periods = factories.book().rules.periods.model_copy(update={"length": length})
    ours = script.evaluate(
        "([day, months, delay]) => Ledger.dueDay(day, months, delay)",
        [day, periods.months, periods.delay_days],
    )
    assert ours == periods.published_by(date.fromisoformat(day)).isoformat()
