"""Somebody's body and life told politely, in everyday words: 阳了, 分不清白天黑夜, 老人刚走, 我搞消防的, seven months gone. Data: `told.toml`.

What the lists of `health` and `family` name is found; what is told here is a doubt, and a person decides.
"""

from typing import Final

from generator.disclosure.scan.words.kin import KIN_EN
from generator.disclosure.scan.words.patterns import words
from generator.disclosure.scan.words.rules import rulebook

RULES: Final = rulebook(__file__, kin_en=words(KIN_EN))
