"""Whether a string of the register, found in a text, stands there for the value, or is part of something ordinary.

A whole name is explained only where ordinary words cover every character of it: 施工方志强 holds 方志强, although 施工方
is a word, for 志强 is none. What words explain is `WORD`: never silently nothing, whoever publishes is told.
"""

import re
import unicodedata
from enum import Enum
from typing import Final

from generator.disclosure.scan.folding import fold
from generator.disclosure.scan.known.notations import Notation
from generator.disclosure.scan.names.candidates import any_of, at_edge, ends_word, parted_before
from generator.disclosure.scan.names.english import is_ordinary
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.english import ABBREVIATIONS
from generator.disclosure.scan.words.ordinary import GIVEN_TOO
from generator.disclosure.scan.words.surnames import COMPOUND, FUNCTION_WORDS, SINGLE, WEAK
from generator.disclosure.scan.words.titles import CALLINGS, HONORIFICS, PARENTS, POSTS, PREPOSITIONS

_SENTENCE: Final = re.compile('[,，、;；:：()（）\\[\\]【】"“”/]')
_BOXED: Final = re.compile(r"[\])）】][\[(（【]")
"""Every character in its own box: 【盛】【夏】."""
_CHINESE: Final = re.compile("[㐀-鿿]")
_TITLE: Final = re.compile(any_of((*HONORIFICS, *PARENTS)))
_PREDICATE: Final = re.compile(
    "[很太更最不要想够非棵株朵枝丛盆束]$|(?<![觉认记懂晓])得$|[图求]个$|需要$|保持$|恢复$|一点$|比较$|(?:预约|页面|缴费|支付|付款|提交|刷卡|登录)[显提]示$"
    "|[叫让令使](?:人|大家|全楼|邻里)$|(?:想要|[要讨盼缺])个$|[祝愿](?:大家|各位|全体|你们|您|全家)$|(?:变|改|建|打造)成了?$|[一几](?:[份片丝派股]|分|阵)$|没能$|充满$|洋溢$|感受$|享受$|回归$|讲究$|突出$"
)
"""Behind these a word says what something is like, or what it is, not who: 震得高兴不起来, 那棵杨柳, 图个平安, 显示成功, 叫人温暖."""
_THING: Final = re.compile(
    "[几数百十0-9一二两三五]{1,3}[里米]|(?:压[断弯塌垮]|覆盖|掩埋)"
    "|养[犬狗宠]|停车|行车|驾驶|施工|晾晒|装修|祭扫|出行|上网|用[餐电火水]|[小大]馆|菜[地园馆]|风[格味情光]|气息|时节|[天日]里|季[节里]|那(?:味儿?|天|阵|几天)|美食|水乡|古镇|人家的"
    "|的?[这那一]面墙|的?(?:房间|阳台|窗户|卧室|坡地|一侧|一面)(?![一-鿿]{0,3}[是归由])"
)
"""Before these it does: 方圆几里, 白雪压断, 文明养狗, 江南小馆, 向阳的那面墙."""
_SAYS: Final = re.compile(
    "报称|报修|反映|投诉|来电|来访|表示|说(?![明法])|称(?!重)|家(?:的|里|门)|[这那]?(?:孩子|小孩)|[他她](?:妈|爸|爷|奶|家|哥|姐)|大爷|大妈|阿姨|师傅|先生|女士|老师|小朋友|同学"
)
_ASKS: Final = re.compile(
    "求(?!职|救|助|购|证)|祝(?!福|贺|寿)|盼|恳请|嫌|怪(?!事|味)|希望|请求|要求|提出|建议|觉得|认为|没能|求助|问(?!题|卷|询)"
    "|表态|先(?!进|行|后)|谢(?!绝|幕)|帮(?!扶)|来电|打来|还(?!原)|刚|昨|今早|天天|每[天晚]|半夜|总说|又来|也(?!好|罢)"
)
"""What somebody does who begins a sentence with her own name: 太平求个太平."""
_ADDRESSED: Final = re.compile(
    "(?:责成|联系|感谢|表扬|通知|回访|麻烦|告诉|转告|答复|那位|前台|邻居|楼上|楼下)$"
)
"""Behind these a given name is one, though it is a word: 责成常乐跟进, 楼上有余又…."""
_NOT_SAID_TO: Final = re.compile(
    "[一-鿿]{0,2}(?:公司|单位|部门|中心|物业|保险|银行|路|街|卡|度|感|的(?!车|家|狗|猫))"
)
_SAID_ALL: Final = re.compile(r"[一-鿿0-9a-z][。.!！?？]+\s*$")
LITTLE: Final = (PREPOSITIONS | FUNCTION_WORDS) - frozenset("时成步双冒")
"""Surnames that before a post are a little word: 由保安处理, 于保安亭, 有保洁员."""
_POINTED: Final = re.compile("(?:是|叫|找|问|夸|骂|投诉|表扬|感谢|派|那位|夜班|白班|当班|值班)$")
_LABOURS: Final = re.compile(
    "加班|抢修|值班|巡查|疏通|清理|打扫|主动|冒雨|连夜|及时|带人|带队|陪|扶|笑|热心|耐心|辛苦"
)
"""What is said of the staff: 贡献加班到凌晨."""
_TOLD: Final = re.compile("[^A-Za-z0-9](?:[vV][xX]?|[wW][xX]|[qQ][qQ]?)$")
"""加Vsxh2019: what says that an account follows, and runs into it."""
_LETTER: Final = re.compile(r"[^\W\d_]")


_CALLED_TOO: Final = frozenset(
    [
        "小麦",
        "小米",
        "小年",
        "小雪",
        "小满",
        "小寒",
        "小暑",
        "小鱼",
        "小虎",
        "小白",
        "小黄",
        "小花",
        "小乔",
        "小苗",
        "小叶",
        "小葛",
        "小姜",
        "小菜",
        "小黑",
    ]
)
"""What a colleague or neighbour of that surname is called, and what few sentences of an estate speak of otherwise."""

_TURNED_TO: Final = re.compile("(?:^|[,。.;；!！?？在找问让请给跟和被由托叫等])$")
_GOES_ON: Final = re.compile("[一-鿿](?<![粉粥饭汤面锅糕麸渣芽种苗汁酱干炖炒夜])")
"""No 小米粥, and no 小年夜."""


class Standing(Enum):
    """What a hit is: the value; ordinary words that are spelled like it; or nothing, for it is cut out of something."""

    VALUE = "value"
    WORD = "word"
    NOTHING = "nothing"


def standing(reading: Reading, start: int, end: int, notation: Notation) -> Standing:
    """What a hit in the compact text is; `start` and `end` are positions there."""
    first, last = reading.compact.origin(start, end)
    if notation.whole and _goes_on(reading.original, first, last):
        return Standing.NOTHING
    if notation.kind is not FindingKind.NAME:
        return Standing.VALUE
    written = _BOXED.sub("", reading.original[first:last])
    letters = fold(written).text  # a radical is none as it is written
    if _SENTENCE.search(written) or not _LETTER.search(letters):
        return Standing.NOTHING
    if notation.whole:
        return Standing.WORD if _is_latin_word(written, notation) else Standing.VALUE
    if not _CHINESE.search(letters):
        return Standing.NOTHING
    return Standing.WORD if _is_chinese_word(reading, first, last, notation) else Standing.VALUE


def _goes_on(text: str, start: int, end: int) -> bool:
    if _latin_or_digit(text[end : end + 1]):
        return True
    return _latin_or_digit(text[start - 1 : start]) and not _TOLD.search(text, max(0, start - 4), start)


def _latin_or_digit(character: str) -> bool:
    plain = unicodedata.normalize("NFKD", character)[:1]
    return plain.isascii() and plain.isalnum()


def _is_latin_word(written: str, notation: Notation) -> bool:
    """A part of a name that is an abbreviation, or an ordinary word in small letters: will, may, led."""
    lower = unicodedata.normalize("NFKC", written).lower()
    return notation.weak and (lower in ABBREVIATIONS or (written.islower() and is_ordinary(lower)))


def _is_chinese_word(reading: Reading, first: int, last: int, notation: Notation) -> bool:
    """A part of a name that is an ordinary word here; a whole name only where words explain all of it (高峰期)."""
    start, end = reading.folded.position(first), reading.folded.position(last)
    if (
        notation.titled
        and reading.plain[start] in LITTLE
        and reading.plain[start + 1 : end] in CALLINGS | POSTS
    ):
        return _POINTED.search(reading.plain, max(0, start - 2), start) is None
    covered = reading.covered[start]
    if not covered:
        return False
    begins_before = start > 0 and reading.covered[start - 1] == covered
    if notation.titled:
        return (begins_before and not parted_before(reading, start)) or covered == end
    if notation.weak:
        written = reading.plain[start:end]
        if written in _CALLED_TOO and covered == end and _is_turned_to(reading.plain, start, end):
            return False
        return written not in GIVEN_TOO and not (_speaks(reading, start, end) or _signs(reading, start, end))
    if not _explained(reading, start, end):
        return False
    if begins_before or covered > end:
        return True
    return not _could_be_a_name(reading, start, end)


def _is_turned_to(text: str, start: int, end: int) -> bool:
    """小麦那儿 behind 在, 小年 at the beginning of what goes on; no 换了小米, no 大米、小米."""
    return bool(_TURNED_TO.search(text[max(0, start - 1) : start]) and _GOES_ON.match(text, end))


def _speaks(reading: Reading, start: int, end: int) -> bool:
    """A given name that is a word, where it says something: 平安报称, but not 保平安反映."""
    text = reading.plain
    if _ADDRESSED.search(text, max(0, start - 2), start) and reading.covered[start] == end:
        return _NOT_SAID_TO.match(text, end) is None
    return (_begins(reading, start) and _SAYS.match(text, end) is not None) or _asks(reading, start, end)


def _signs(reading: Reading, start: int, end: int) -> bool:
    """A given name that is a word, alone behind the last sentence: …请尽快处理。立秋."""
    text = reading.plain
    return (
        reading.covered[start] == end == len(text.rstrip()) and _SAID_ALL.search(text, 0, start) is not None
    )


def _begins(reading: Reading, start: int) -> bool:
    return start == 0 or at_edge(reading, start - 1)


def _asks(reading: Reading, start: int, end: int) -> bool:
    return (
        _begins(reading, start)
        and reading.covered[start] == end
        and _ASKS.match(reading.plain, end) is not None
    )


def _explained(reading: Reading, start: int, end: int) -> bool:
    """Whether one word takes the name in, or every character that is no blank lies in an ordinary word."""
    if reading.words[start] >= end:
        return True
    return all(reading.covered[index] for index in range(start, end) if not reading.plain[index].isspace())


def _could_be_a_name(reading: Reading, start: int, end: int) -> bool:
    """An ordinary word that is a whole name: 高峰 always, but not in 想要安静; 和平 and 光明 where they do something."""
    word = reading.plain[start:end]
    if _TITLE.match(reading.plain, end) or reading.plain.startswith(word, end) or _asks(reading, start, end):
        return True
    if _PREDICATE.search(reading.plain, max(0, start - 4), start) or _THING.match(reading.plain, end):
        return False
    if word[:1] in WEAK or (word[:1] not in SINGLE and _begins(reading, start)):
        begins = _begins(reading, start)
        return ends_word(reading, end) or (begins and _LABOURS.match(reading.plain, end) is not None)
    return word[:1] in SINGLE or word[:2] in COMPOUND
