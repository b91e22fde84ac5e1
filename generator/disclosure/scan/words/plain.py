"""Words of ordinary Chinese that a general dictionary has rarely or not at all and that look like a name: 葛藤, 张榜, 武火.

They explain a text as the words of the trade do, but nobody: beside a word for a person (邻居章鱼把…) they stay doubted.
The words are data (`plain_words.txt`, by their first character).
"""

from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).with_name("plain_words.txt")

WORDS: Final = frozenset(
    word
    for line in _DATA.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
