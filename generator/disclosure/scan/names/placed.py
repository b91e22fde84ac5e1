"""Detector of names whose surname is a little word (于, 应, 向, 时, 车), told by their place in the sentence.

A preposition takes what it leads to something done (向主任反映); where nothing of the kind follows, or where a verb or a
preposition that takes somebody stands right before it (联系应经理, 给向主任打电话), the little word is a surname.
"""

import re
from collections.abc import Iterator, Set
from typing import Final

from generator.disclosure.scan.names.candidates import BARE_GIVEN, CJK, EDGE, any_of, one_of
from generator.disclosure.scan.names.left_over import PEOPLE
from generator.disclosure.scan.names.looks import is_said_of
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words import trade
from generator.disclosure.scan.words.lexicon import bits
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.patterns import word_set
from generator.disclosure.scan.words.predicates import Part, part_of
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.stretches import Division
from generator.disclosure.scan.words.surnames import COMPOUND, FUNCTION_WORDS, MEDIUM, SINGLE, STRONG
from generator.disclosure.scan.words.titles import HONORIFICS, PERSONAL, PREPOSITIONS, ROLE_CUES

_PERSONS: Final = HONORIFICS - word_set(
    "业主 家属 家长 邻居 民警 警察 房东 代表 网格员 店主 护士 医生 律师 司机 女儿 儿子 媳妇 妈妈 爸爸 姑娘 同学 同事 朋友 老板 老太 老人家 老头 宝宝 小朋友 兄 氏 会计 出纳 专员 顾问 门卫 部长 东家"
)
"""Titles that are hardly said without a name, unless everybody knows who is meant."""
_HOUSEHOLD: Final = (STRONG | MEDIUM | {"于"}) - frozenset(
    "商管安专原代党仇官庄查付占解连边单当应向由常计费项左印申封支束关终怀索易"
)

_SAID_OR_NOT: Final = f"(?:[不没已也又都曾均]|坚决|一直|多次|再次|当场|书面|强烈)?(?:{any_of(PERSONAL)})"
RULES: Final = rulebook(
    __file__,
    persons=f"(?:{any_of(_PERSONS | set('工总姐哥叔'))})",
    surname=one_of(STRONG | MEDIUM),
    household=one_of(_HOUSEHOLD),
    anybody=f"(?:{any_of(COMPOUND)}|{one_of(SINGLE)})[{CJK}]{{1,2}}?",
    role=f"(?:{any_of(ROLE_CUES)})",
    said=_SAID_OR_NOT,
)
_BEGINS: Final = re.compile(
    f"(?:^|[^{CJK}]|[给跟找问被和请是让叫]|{any_of(ROLE_CUES)}|联系到?|感谢|谢谢|转告|告诉|麻烦|拜托|表扬|通知|责成|回访|回复|昨天|今天|昨晚|今早|上午|下午|后来|刚才)$"
)
_REACH: Final = 4
_CROSSED: Final = re.compile(f"(?=(?P<it>{one_of(SINGLE)}(?P<title>{any_of(_PERSONS)})))")
_LEADING: Final = PREPOSITIONS | FUNCTION_WORDS
"""What these do before a title the rules say."""
_RUN_ON: Final = re.compile("(?<=管)[不好理住着控]|们")
"""车主|管不住: what goes on over the end of a title."""
_SAID: Final = re.compile(_SAID_OR_NOT)
_HELPS: Final = re.compile(f"及时|热心|热情|耐心|冒雨|帮|上门|并|到场|{EDGE.pattern}")
_THANKED: Final = re.compile("(?:联系|感谢|谢谢|多亏|表扬|通知|回访|转告|告知)$")
"""Behind what is done to somebody, what he does next: 感谢于敏及时上门, 已联系于洋并约定."""
_HAS: Final = re.compile(
    "装(?:地暖|空调|热水|净水|太阳能|防盗|雨棚|射灯|摄像|门|窗|了)|的[狗猫]|水管|地漏|马桶|阳台|卫生间|厨房|空调|漏水|装修|孩子|老人"
)
"""余家水管爆裂: what a family has."""
_ALONE: Final = (SINGLE | COMPOUND) - (FUNCTION_WORDS - set("于时成和从")) - set("有为向由经与都")
"""Surnames that a word of the dictionary may follow as a given name."""
_PEOPLE: Final = (
    PEOPLE
    | ROLE_CUES
    | HONORIFICS
    | word_set(
        """本月 本人 平台 有关 昨晚 昨天 昨日 今天 今晚 今早 明天 明晚 当面 当天 当场 当日 当晚 当时 刚才 刚刚 现在 目前 经常 一直 已经 马上 再次 多次 每天 天天 半夜 晚上 早上 中午 下午
    上午 常常 总是 单位 部门 公司 小区 物业 全体 所有 部分 其他 大家 自己 各方 双方 多方 三方 上级 下级 领导"""
    )
)
"""Nobody's given name, and what says when."""
_LONGEST_GIVEN: Final = 2
_NEVER_GIVEN: Final = word_set("有 长 平台")
"""时有投诉, 段长, 于平台申请."""
_DATES: Final = frozenset("于时")
"""于国庆来电: before a day these say when."""


def find_placed_names(reading: Reading) -> Iterator[Found]:
    """Every such name."""
    for find in (_led, _households, _crossed, _acting, _agents, _fields, _beside_kin):
        yield from ((start, end, FindingKind.NAME) for start, end in find(reading))


def _led(reading: Reading) -> Iterator[tuple[int, int]]:
    """应经理道歉了, 给向主任打电话, 被单先生骂了."""
    for noun in ("wished", "led", "hours", "torn"):
        for start, end in RULES.find(noun, reading.plain):
            if reading.words[end - 1] == end:
                yield start, end


def _households(reading: Reading) -> Iterator[tuple[int, int]]:
    """高家又在装修, 联系于家."""
    for noun in ("family", "child"):
        for start, end in RULES.find(noun, reading.plain):
            if _HAS.match(reading.plain, end) or is_said_of(reading, end):
                yield start, end


def _crossed(reading: Reading) -> Iterator[tuple[int, int]]:
    """车|主任, 高|大爷: a word (车主, 高大) that leaves half a title over is none."""
    for match in _CROSSED.finditer(reading.plain):
        start, end = match.span("it")
        half = end - 1
        whole = reading.words[start] == start + 1 and reading.words[start + 1] == end
        alone = whole and reading.plain[start] not in _LEADING
        torn = reading.words[start] == half and reading.words[half] == end and half - start > 1
        if (alone or torn) and _begins(reading, start) and not _RUN_ON.match(reading.plain, end):
            yield start, end


def _begins(reading: Reading, start: int) -> bool:
    return _BEGINS.search(reading.plain, max(0, start - _REACH), start) is not None


def _acting(reading: Reading) -> Iterator[tuple[int, int]]:
    """于|敏|来电, 业主|方|国庆|不同意: a surname, a given name, and what only somebody does."""
    for words in reading.stretches:
        for index in range(len(words.ranges) - 1):
            if words.at(index) in SINGLE:
                yield from _whole_name(reading, words, index)


def _whole_name(reading: Reading, words: Division, index: int) -> Iterator[tuple[int, int]]:
    """The name whose surname is the word at an index, where there is one."""
    for last in range(index + 1, min(index + 3, len(words.ranges))):
        start, end = words.range(index, last)
        given = words.text[start + 1 : end]
        if _is_given(words.at(index), given) and _stands(reading, start, end):
            yield start, end


def _stands(reading: Reading, start: int, end: int) -> bool:
    if _SAID.match(reading.plain, end):
        return _begins(reading, start)
    thanked = _THANKED.search(reading.plain, max(0, start - 2), start)
    return thanked is not None and _HELPS.match(reading.plain, end) is not None


def _is_given(surname: str, given: str) -> bool:
    dated = surname in _DATES and part_of(given) is Part.WHEN
    ordinary = given in trade.WORDS or given in _NEVER_GIVEN or dated
    return len(given) <= _LONGEST_GIVEN and all(one in BARE_GIVEN for one in given) and not ordinary


def _beside_kin(reading: Reading) -> Iterator[tuple[int, int]]:
    """是我爱人庄严: a name that is an adjective."""
    for start, end in RULES.find("beside_kin", reading.plain):
        word = reading.plain[start:end]
        if part_of(word) is Part.HOW and word not in trade.WORDS:
            yield start, end


def _agents(reading: Reading) -> Iterator[tuple[int, int]]:
    """由成刚负责, 经张如意确认: no word of the dictionary, for 由双方负责 is said of anybody."""
    for start, end in RULES.find("agency", reading.plain):
        name = reading.plain[start:end]
        a_word = name in bits() or name in trade.WORDS or name[:2] in ORDINARY
        fits = _is_given(name[0], name[1:]) or _is_word_given(reading, start, end, trade.WORDS | _PEOPLE)
        if fits and not a_word and reading.words[end - 1] == end:
            yield start, end


def _fields(reading: Reading) -> Iterator[tuple[int, int]]:
    """姓名:高前进: whatever word, but no time (户名于本月更正)."""
    for start, end in RULES.find("field", reading.plain):
        if _is_word_given(reading, start, end, _PEOPLE):
            yield start, end


def _is_word_given(reading: Reading, start: int, end: int, not_given: Set[str]) -> bool:
    """武|解放, 东方|跃进: behind a surname that stands alone any word of two characters, unless it is one of some."""
    surname_end = reading.words[start]
    surname, word = reading.plain[start:surname_end], reading.plain[surname_end:end]
    whole = len(word) == _LONGEST_GIVEN and reading.words[surname_end] == end
    dated = surname in _DATES and part_of(word) is Part.WHEN
    return whole and surname in _ALONE and word not in not_given and not dated
