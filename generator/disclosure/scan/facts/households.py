"""What singles out one household, told as an event or a way of life: deaths, the police, feasts, debts, work, origin. Data: `households.toml`.

Found like the words of `family`, and widened like them.
"""

from typing import Final

from generator.disclosure.scan.words.kin import KIN
from generator.disclosure.scan.words.patterns import words
from generator.disclosure.scan.words.rules import rulebook

RULES: Final = rulebook(__file__, kin=words(KIN), relative=words(f"{KIN} 租客 邻居 小伙 姑娘"))
