"""A part that is taken from memory is the part that would be made; and only what changed is made."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from generator.disclosure.remembered import Remembered
from generator.site.content import Content, read_content
from generator.site.edition import Edition, editions_of, version
from generator.site.making.build import made_files, page_sources
from generator.site.making.parts import Files, Parts, packed, unpacked
from generator.site.pages.noticeboard import posted
from generator.site.reads import Reads, watched
from generator.site.words.voice import voices
from register.content import Words
from register.terms import Language
from tests.generator.site.samples import ORIGIN, TODAY, make_home, make_releases
from tests.shared import made_once

Change = tuple[Content, date]


class Held(Remembered):
    """A memory that ends with the test."""

    def __init__(self, held: dict[str, bytes] | None = None) -> None:
        super().__init__()
        self.held = dict(held or {})

    def find(self, key: str) -> bytes | None:
        return self.held.get(key)

    def keep(self, key: str, data: bytes) -> None:
        self.held[key] = data


class Noting(Parts):
    def take(self, name: str, make: Callable[[Edition], Files]) -> Files:
        def noted(edition: Edition) -> Files:
            NOTED.append(name)
            return make(edition)

        return super().take(name, noted)


NOTED: list[str] = []
"""The parts that were made since it was cleared."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """An estate with one released quarter."""
    home = made_once(
        tmp_path_factory, "one-quarter", lambda folder: make_home(folder, make_releases(("2026-Q3",)))
    )
    return read_content(Path(home))


@pytest.fixture(scope="module")
def memory(content: Content) -> Held:
    held = Held()
    everything(content, TODAY, held)
    return held


def everything(content: Content, today: date, memory: Remembered) -> dict[str, bytes]:
    """Every source and file of both languages; `NOTED` has the parts that were made for it."""
    NOTED.clear()
    found: dict[str, bytes] = {}
    for edition in editions_of(content, voices(), today, origin=ORIGIN):
        parts = Noting(edition, memory)
        found |= {f"{edition.voice.language} {path}": data for path, data in page_sources(parts).items()}
        found |= made_files(parts)
    return found


def reworded(content: Content) -> Content:
    key = (Language.ZH, "privacy")
    return replace(content, prose={**content.prose, key: content.prose[key] + "\n前台周日也有人。\n"})


def renamed_notice(content: Content) -> Content:
    slug, notice = next(iter(content.work.notices.items()))
    changed = notice.model_copy(update={"title": Words(zh="另一个标题", en="Another title")})
    return replace(content, work=replace(content.work, notices={**content.work.notices, slug: changed}))


def fewer_rounds(content: Content) -> Content:
    return replace(content, work=replace(content.work, rounds=content.work.rounds[1:]))


def without_targets(content: Content) -> Content:
    return replace(content, rules=content.rules.model_copy(update={"target": ()}))


CHANGES: dict[str, Callable[[Content], Change]] = {
    "the next day": lambda content: (content, TODAY + timedelta(days=1)),
    "a year later": lambda content: (content, TODAY + timedelta(days=400)),
    "a sentence": lambda content: (reworded(content), TODAY),
    "a notice": lambda content: (renamed_notice(content), TODAY),
    "a round": lambda content: (fewer_rounds(content), TODAY),
    "the targets": lambda content: (without_targets(content), TODAY),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_remembered_is_what_would_be_made(
    change: Callable[[Content], Change], content: Content, memory: Held
) -> None:
    changed, today = change(content)
    copy = Held(memory.held)
    again = everything(changed, today, copy)
    assert again == everything(changed, today, Remembered())


def test_nothing_changed_makes_no_part(content: Content, memory: Held) -> None:
    everything(content, TODAY, memory)
    assert NOTED == []


@pytest.mark.parametrize(
    ("change", "made", "kept"),
    [
        ("the next day", "inspection_pages", {"outcome_pages", "measure_pages", "sheet_pages", "data", "index"}),
        ("a sentence", "prose_pages", {"outcome_pages", "measure_pages", "home_pages", "data", "feed"}),
        ("a notice", "notice_pages", {"outcome_pages", "measure_pages", "sheet_pages", "people_pages"}),
    ],
)  # fmt: skip
def test_what_did_not_read_the_change_is_not_made(
    change: str, made: str, kept: set[str], content: Content, memory: Held
) -> None:
    copy = Held(memory.held)
    everything(*CHANGES[change](content), copy)
    assert made in NOTED
    assert kept.isdisjoint(NOTED)


def test_a_sentence_of_one_language_makes_nothing_of_the_other(content: Content, memory: Held) -> None:
    copy = Held(memory.held)
    everything(reworded(content), TODAY, copy)
    assert NOTED == ["prose_pages"]


def test_who_takes_what_was_made_before_has_read_what_it_was_made_from() -> None:
    reads = Reads()
    make = partial(reads.note, "content.rules")
    with reads.listen() as first:
        reads.shared("book", make)
    with reads.listen() as second:
        reads.shared("book", make)
    assert first == second == {"content.rules"}


def test_who_takes_a_settled_value_has_read_the_value_alone(content: Content) -> None:
    (edition, _) = editions_of(content, voices(), TODAY)
    with edition.reads.listen() as heard:
        assert version(edition) == edition.version
    assert heard == {"settled.version"}


def test_a_watched_value_is_the_value_and_notes_what_is_asked(content: Content) -> None:
    reads = Reads()
    seen = watched(content.work, reads, {"rounds": "work.rounds"})
    with reads.listen() as heard:
        assert seen.fees == content.work.fees
        assert heard == set()
        assert seen.rounds == content.work.rounds
    assert heard == {"work.rounds"}
    assert isinstance(seen, type(content.work))


def test_files_are_the_same_after_being_packed() -> None:
    files = {"a/b.html": b"\n\x00{", "水.csv": b"", "c": "水".encode()}
    assert unpacked(packed(files)) == files


def test_an_edition_with_other_content_keeps_nothing_that_was_worked_out_before(content: Content) -> None:
    edition = Edition(content, voices()[0], TODAY)
    assert posted(edition)
    assert posted(replace(edition, content=replace(content, work=replace(content.work, notices={})))) == []
