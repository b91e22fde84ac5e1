"""Words of property service that no general dictionary has; the words are data (`trade_words.txt`, by kind)."""

from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).with_name("trade_words.txt")

WORDS: Final = frozenset(
    word
    for line in _DATA.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
