"""Search: nothing that stands in the texts is missed, the files are small, and they lead to places that exist."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.content import read_content
from generator.site.edition import Edition
from generator.site.files.search import documents, fold, index_files, shard_of, tokens
from generator.site.words.voice import voices
from tests.generator.site.samples import TODAY

QUERIES = ("电梯", "垃圾清运", "变形缝", "公共收益", "消防通道", "退回多收款项")


@pytest.fixture(scope="module", params=[0, 1], ids=["zh", "en"])
def edition(home: Path, request: pytest.FixtureRequest) -> Edition:
    return Edition(read_content(home), voices()[request.param], TODAY)


def asked(files: dict[str, bytes], base: str, query: str) -> set[int]:
    """What the browser would find before it looks at the texts."""
    shards = sum(1 for name in files if re.search(r"/s\d+\.json$", name))
    lists = []
    for token in tokens(query):
        shard = json.loads(files[f"{base}s{shard_of(token, shards)}.json"])
        lists.append(set(shard.get(token, ())))
    return set.intersection(*lists) if lists else set()


def test_every_document_that_holds_the_words_is_found(edition):
    files = index_files(edition)
    base = edition.link("search/").lstrip("/")
    found = documents(edition)
    for query in QUERIES if edition.voice.is_chinese else ("waste", "pipe leaked", "lift"):
        holding = {
            number for number, one in enumerate(found) if fold(query) in fold(f"{one.title} {one.text}")
        }
        assert holding, query
        assert holding <= asked(files, base, query), query


@given(st.text(alphabet="电梯困人维修资金地下车库漏水abc 12，。", min_size=1, max_size=40), st.data())
def test_a_piece_of_a_chinese_text_never_has_a_token_that_the_text_lacks(text, data):
    runs = re.findall("[㐀-鿿]{2,}", text)
    if runs:
        run = data.draw(st.sampled_from(runs))
        start = data.draw(st.integers(0, len(run) - 2))
        end = data.draw(st.integers(start + 2, len(run)))
        assert tokens(run[start:end]) <= tokens(text)


def test_the_texts_are_those_of_the_documents_and_each_leads_to_its_place(edition, staged):
    files = index_files(edition)
    chunks = [json.loads(data) for name, data in sorted(files.items()) if re.search(r"/d\d+\.json$", name)]
    texts = {(address, text) for chunk in chunks for address, _, text in chunk}
    assert texts == {(one.address, one.text) for one in documents(edition)}
    for address, _ in texts:
        path, _, place = address.partition("#")
        html = (staged.folder / path.lstrip("/") / "index.html").read_text("utf-8")
        assert not place or f'id="{place}"' in html, address


def test_a_first_query_loads_little(edition):
    sizes = {name: len(data) for name, data in index_files(edition).items()}
    assert max(size for name, size in sizes.items() if re.search(r"/s\d+\.json$", name)) < 30_000
    assert max(size for name, size in sizes.items() if re.search(r"/d\d+\.json$", name)) < 30_000


def test_full_width_and_capitals_are_one():
    assert tokens("ＬＥＤ 灯") == tokens("led灯") == {"led", "灯"}
