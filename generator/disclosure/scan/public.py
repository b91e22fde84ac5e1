"""What is public on purpose and may stand in any text: the estate's own numbers, addresses and names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.disclosure.scan.folding import compact_text, fold
from generator.disclosure.scan.reading import Reading

_PHONE_RUN: Final = re.compile(r"\+?[0-9][0-9 \-–—.()转]{1,24}[0-9]|[0-9]{2,12}")


@dataclass(frozen=True, slots=True)
class Public:
    """Published phones (digits only), mail addresses and names, all folded."""

    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()

    @classmethod
    def build(
        cls, phones: Iterable[str] = (), emails: Iterable[str] = (), names: Iterable[str] = ()
    ) -> "Public":
        """From settings and content as they are written there; longest names first."""
        digits = {compact_text(fold(phone).text) for phone in phones}
        local = {re.sub(r"^0(?:10|2\d|[3-9]\d\d)(?=\d{7,8}$)", "", number) for number in digits}
        folded = {fold(name).text for name in names if name.strip()}
        return cls(
            frozenset(digits | local) - {""},
            frozenset(fold(email).text.lower() for email in emails if email.strip()),
            tuple(sorted(folded, key=lambda name: (-len(name), name))),
        )

    def excused(self, reading: Reading) -> list[bool]:
        """For each character of the folded text whether it belongs to something public."""
        marks = [False] * len(reading.plain)
        for start, end in self._public_ranges(reading):
            marks[start:end] = [True] * (end - start)
        return marks

    def _public_ranges(self, reading: Reading) -> Iterable[tuple[int, int]]:
        text = reading.plain
        for run in _PHONE_RUN.finditer(reading.numbers):
            if compact_text(run.group()) in self.phones:
                yield run.span()
        for value in (*self.emails, *self.names):
            lower, start = text.lower(), -1
            while (start := lower.find(value.lower(), start + 1)) >= 0:
                yield start, start + len(value)
