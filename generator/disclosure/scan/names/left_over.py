"""Detector of names by what is left over when a text is divided into words: 金|哲|洙, 老|闷, 豆|包|妈, 念|慈."""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import COLOURS, PLACE, ROADWORK, is_likely
from generator.disclosure.scan.names.division import ends_name, given, left_over, name_in_context
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.given import GIVEN
from generator.disclosure.scan.words.patterns import word_set
from generator.disclosure.scan.words.stretches import Division
from generator.disclosure.scan.words.surnames import COMPOUND, EVERYDAY_COMPOUNDS, MEDIUM, SINGLE, STRONG
from generator.disclosure.scan.words.titles import HONORIFICS, REDOUBLED_WORDS, ROLE_CUES, STOPS

_FAMILIAR: Final = frozenset("老阿胖")
_PREFIXES: Final = _FAMILIAR | {"小"}
_PARENTS: Final = frozenset("妈爸爷奶婶嫂")
_ELDERS: Final = frozenset("叔婶姨嫂")
_TITLES: Final = frozenset(HONORIFICS) | word_set(
    "阿叔 阿伯 阿婆 阿姨 大爷 大妈 大姐 大哥 师傅 老师 叔 姨 哥 姐"
)
PEOPLE: Final = word_set(
    "孩子 小孩 儿子 女儿 老公 老婆 业主 住户 邻居 大家 自己 人家 我们 你们 他们 她们 咱们 这位 那位 一位 两位 一个 那个 这个 家里 家中 屋里 我家 他家 她家 你家 咱家 俺家 某处 隔壁 楼上 楼下 对门 项目 负责"
)
"""Words before a kinship title that name nobody."""
_SURNAMES: Final = STRONG | MEDIUM
_SURNAMES_AND_COMPOUND: Final = _SURNAMES | (COMPOUND - EVERYDAY_COMPOUNDS)
_LAST: Final = GIVEN - STOPS
_NOBODY: Final = PEOPLE | ROLE_CUES
_ANNOUNCING: Final = ROLE_CUES | {"的", "叫", "是", "和", "跟", "找", "让", "被", "给"}


def find_left_over_names(reading: Reading) -> Iterator[Found]:
    """What can only be a name."""
    for words in reading.stretches:
        for index in range(len(words.ranges)):
            for last in (rule(words, index) for rule in _SHARP):
                if last is None:
                    continue
                start, end = words.range(index, _with_third(words, index, last))
                if not ROADWORK.match(reading.plain, end):
                    yield start, end, FindingKind.NAME


def _full_name(words: Division, index: int) -> int | None:
    """金|哲|洙, 汤|圆圆; the index of the last word."""
    surname = words.at(index)
    if surname not in _SURNAMES_AND_COMPOUND:
        return None
    first = words.at(index + 1)
    if PLACE.match(words.text, words.ranges[index][1]):
        return None
    likely = surname not in MEDIUM or is_likely(surname)
    if given(first) or (likely and left_over(first) and given(words.at(index + 2))):
        return index + 2 if left_over(words.at(index + 2)) else index + 1
    redoubled = len(first) == 2 and first[0] == first[1] and first[0] in GIVEN
    if redoubled and surname not in COLOURS and first not in REDOUBLED_WORDS:
        return index + 1
    return name_in_context(words, index) if likely or words.at(index - 1) in ROLE_CUES else None


_NEVER_GIVEN: Final = frozenset("的了在把被说和跟与是也就都还又没不很太要家先女经主师大阿小")


def _with_third(words: Division, first: int, last: int) -> int:
    """林|徽|因: a third character that no word took in, whatever else it may mean."""
    third = words.at(last + 1)
    short = words.range(first, last)[1] - words.range(first, last)[0] == 2
    goes_on = short and len(third) == 1 and third not in _NEVER_GIVEN and words.at(first) in _SURNAMES
    return last + 1 if goes_on and (third in GIVEN or ends_name(words, last + 1)) else last


def _nickname(words: Division, index: int) -> int | None:
    """老|闷, 阿|彪; 小|豆 where the second is a name's character."""
    prefix = words.at(index)
    if prefix not in _PREFIXES:
        return None
    behind = words.at(index + 1)
    if prefix == "阿" and len(behind) == 1 and behind not in STOPS:
        return index + 1
    if not left_over(behind):
        return None
    sharp = prefix in _FAMILIAR or (prefix == "小" and (behind in GIVEN or behind in SINGLE))
    return index + 1 if sharp else None


def _parent(words: Division, index: int) -> int | None:
    """豆|包|妈, 乐乐|爸."""
    first, second = words.at(index), words.at(index + 1)
    if second in _ELDERS or second in _PARENTS:
        called = len(first) == 2 and first not in _NOBODY
        sure = first[:1] == first[1:] or words.at(index - 1) in _ANNOUNCING
        if called and (second in _ELDERS or sure):
            return index + 1
    return index + 2 if words.at(index + 2) in _PARENTS and left_over(first) and left_over(second) else None


def _given_alone(words: Division, index: int) -> int | None:
    """合租的|念|慈|忘…, 宝|根|阿叔: a given name between a word for a person and what she does, or before a title."""
    first, second = words.at(index), words.at(index + 1)
    if not given(first) or len(second) != 1 or second not in _LAST:
        return None
    before, behind = words.at(index - 1), words.at(index + 2)
    announced = left_over(second) and before in _ANNOUNCING
    return index + 1 if behind in _TITLES or announced else None


_COURTESY: Final = frozenset({"先生", "女士", "小姐", "太太"})


def _courtesy(words: Division, index: int) -> int | None:
    """马丁|先生: whatever stands before a word of courtesy is a name, if it is no word for people."""
    if words.at(index + 1) not in _COURTESY:
        return None
    word = words.at(index)
    polite = len(word) == 2 and word not in _NOBODY
    return (
        index + 1 if polite and all(character in GIVEN or character in SINGLE for character in word) else None
    )


_NOBODY_BEFORE: Final = frozenset(
    "发报转催派有和同由向经知俺咱嘅处号某老小大阿女男原副众诸俩仨帅美准亲外称夸陪哄喂搀背抱望盯赖逗哪籍者"
)
_DONE_TO_PEOPLE: Final = frozenset(
    "称夸陪哄喂搀背抱望盯逗跟喊盼怪怨怕替拦扶领托靠凭比像骗害惹烦吓赞欠教候遇赖嫌躲缠惦念疼宠惯训罚逼央烦碍踹揍扯拽搂牵护伺催哭"
)
"""怪保姆, 跟小哥, 替阿姨: what is done to somebody, or with her; 盼先生 may still be called so."""


_CALLERS: Final = frozenset(
    {"邻居", "业主", "住户", "租客", "房东", "楼上", "楼下", "对门", "隔壁", "户主", "车主"}
)


def _called(words: Division, index: int) -> int | None:
    """司机|虎|师傅: a character that no word took in before any title, surname or not."""
    title = words.at(index + 1)
    if title not in HONORIFICS:
        return None
    word = words.at(index)
    if words.at(index - 1) in _CALLERS and title in _COURTESY and word in "过路池楼":
        return index + 1
    if word in _NOBODY_BEFORE or (word in _DONE_TO_PEOPLE and title not in _COURTESY):
        return None
    return index + 1 if left_over(word) and len(title) > 1 else None


_SHARP: Final = (_courtesy, _called, _full_name, _nickname, _parent, _given_alone)
