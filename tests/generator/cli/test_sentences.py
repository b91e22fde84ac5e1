"""Sentences that two people approved are public for the words of a case, released or not."""

from generator.cli.edges import system_draw
from generator.cli.gate import Gate
from generator.cli.sentences import approved_sentences
from generator.cli.world import approved_summary
from register.settings import Home, read_book
from tests.generator.cli.conftest import DEMO_DAY


def test_what_was_released_and_what_may_come_next_are_approved(demo: Home) -> None:
    gate = Gate(demo, read_book(demo.content), lambda: DEMO_DAY, system_draw)
    sentences = approved_sentences(gate)
    released = [entry.summary.zh for one in gate.released() for entry in one.release.entries]
    written = [approved_summary(stored.record) for stored in gate.holdings().cases.values()]
    text = "\n".join(sentences)
    assert released
    assert all(sentence in text for sentence in released)
    assert {one.zh for one in written if one} <= set(sentences)
