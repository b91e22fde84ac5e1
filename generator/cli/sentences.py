"""Sentences that two people let be published: the words of a case may be the same, and often were the first to say so."""

from collections.abc import Iterator

from generator.cli.gate import Gate
from generator.cli.world import approved_summary


def approved_sentences(gate: Gate) -> tuple[str, ...]:
    """What stands in every release, shown by a site already or not, and every summary that may come into the next."""
    released = [one.release.model_dump_json() for one in gate.released()]
    return (*released, *_summaries(gate))


def _summaries(gate: Gate) -> Iterator[str]:
    for stored in gate.holdings().cases.values():
        summary = approved_summary(stored.record)
        if summary:
            yield from (summary.zh, summary.en)
