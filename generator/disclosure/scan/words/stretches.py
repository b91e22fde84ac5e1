"""The stretches of Chinese characters in a text, as words of its likeliest division."""

import re
from typing import Final

_CHINESE: Final = re.compile("[一-鿿]+")


class Division:
    """The words of one stretch of Chinese characters; indices count words."""

    def __init__(self, text: str, ends: list[int], start: int, end: int) -> None:
        self.text = text
        self.ranges: list[tuple[int, int]] = []
        while start < end:
            self.ranges.append((start, min(ends[start], end)))
            start = self.ranges[-1][1]
        self._words = {index: text[first:last] for index, (first, last) in enumerate(self.ranges)}

    def at(self, index: int) -> str:
        """The word at an index; empty beyond the stretch."""
        return self._words.get(index, "")

    def range(self, first: int, last: int) -> tuple[int, int]:
        """From the beginning of one word to the end of another, in the folded text."""
        return self.ranges[first][0], self.ranges[last][1]


def stretches(text: str, ends: list[int]) -> list[Division]:
    """Every stretch; `ends` says of each character where its word ends."""
    return [Division(text, ends, *stretch.span()) for stretch in _CHINESE.finditer(text)]
