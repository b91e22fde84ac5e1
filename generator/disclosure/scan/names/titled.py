"""Detector of a surname with a title (殷先生, 谷电工, 羊叔叔) or a familiar prefix (老邱, 小戚, 阿强, 胖婶)."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import (
    BARE_GIVEN,
    CJK,
    FAMILY_NAME,
    GIVEN_NAME,
    LIKELY,
    SURE,
    SURNAME,
    any_of,
    at_edge,
    begins_word,
    ends_word,
    in_word_before,
    is_likely,
    one_of,
    parted_before,
    reaches_beyond,
)
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.patterns import word_set
from generator.disclosure.scan.words.surnames import FUNCTION_WORDS, WEAK
from generator.disclosure.scan.words.titles import (
    CALLINGS,
    FAMILIAR,
    GIVEN_AFTER_SMALL,
    HONORIFICS,
    JOB_TITLES,
    KIN_TITLES,
    NOUN_TITLES,
    PARENTS,
    POSTS,
    PREFIXES,
    PREPOSITIONS,
    REDOUBLED_WORDS,
    ROLE_CUES,
    SHORT_HONORIFICS,
)

_TITLED: Final = re.compile(
    rf"(?=(?P<it>(?P<surname>{SURNAME})(?P<given>[{CJK}]{{0,2}}?)(?P<title>{any_of(HONORIFICS | CALLINGS)})))"
)
_SHORT: Final = re.compile(f"(?=(?P<it>(?P<surname>{SURNAME})[{SHORT_HONORIFICS}]))")
_NOUN: Final = re.compile(
    f"(?=(?P<it>(?P<surname>{LIKELY})(?:{GIVEN_NAME}{{1,2}})?(?:{any_of(NOUN_TITLES)})))"
)
_POSTED: Final = re.compile(
    f"(?P<it>(?P<surname>{SURNAME})(?:{any_of(POSTS)}))(?!大会|委员|群|代表|亭|队|部|室|公司|中心|[员们权]|自治|共有|公约|规约|论坛|手册|须知|卡|证|热线|电话)"
)
_NO_OWNER: Final = (
    PREPOSITIONS
    | FUNCTION_WORDS
    | frozenset("原连管广代那当单双公东西南区居户年家台支车安有都商众项段路占计边门楼元")
)
"""原业主, 商业主, 该保安: said of an owner, and nobody's name."""
_CUE_BEFORE: Final = re.compile(
    f"(?:{any_of(ROLE_CUES)}|请|责成|感谢|表扬|回访|通知|联系|昨天|今天|昨晚|那位)$"
)
_PREFIXED: Final = re.compile(f"(?=(?P<it>[{PREFIXES}](?P<surname>{FAMILY_NAME})))")
_PET: Final = re.compile(f"(?P<it>[小阿大](?P<given>{one_of(GIVEN_AFTER_SMALL)}))")
_RANKED: Final = re.compile(
    "(?P<it>[大二三四五六七小老阿][毛丫妞娃蛋牛虎胖柱丑狗嘎愣])(?:子(?=[在把又说家跟和，。]))?(?!病|笔|衣|巾|坯|发|房|肉|皮|奶|钱)(?<![要就收涨差只付交了贵多少降宜加减][一二三四五六七八九]毛)"
)
_SHORTENED: Final = re.compile(
    "(?P<it>[强顺虎军刚勇涛亮栓铁嘎伟峰鹏辉超斌])子(?=[和跟与说骂在把又的家被喝]|[，。、]|$)"
)
_CHILDREN: Final = re.compile(f"(?P<it>(?P<one>[{CJK}])(?P=one))(?:{any_of(('小朋友', '同学', *PARENTS))})")
_FAMILIAR: Final = re.compile(f"(?P<it>(?:{any_of(FAMILIAR)})[{KIN_TITLES}])")
_NAMED_KIN: Final = re.compile(f"(?P<it>{one_of(GIVEN_AFTER_SMALL)}[姐哥姨嫂叔婶])")
_PARENT: Final = re.compile(f"(?P<it>{GIVEN_NAME}{{2}})(?:{any_of(PARENTS)})")
_REDOUBLED: Final = re.compile(f"(?P<it>(?P<one>{GIVEN_NAME})(?P=one))")
_JOINING: Final = frozenset("和有同从由")
_COURTEOUS: Final = frozenset({"先生", "女士", "小姐", "太太", "夫人", "氏", "某某", "某人", "某某某"})
_COMPANIONS: Final = word_set(
    "阿姨 叔叔 老师 师傅 师父 大爷 大妈 大姐 大哥 大嫂 大娘 大婶 大叔 奶奶 爷爷 外婆 外公 婆婆 公公 老太太 同学 同志 同事 老板 老板娘 房东 朋友 小朋友 儿子 女儿 媳妇 妈妈 爸爸 家属 姐姐 哥哥 弟弟 妹妹 兄弟 舅舅 姑姑 表哥 表姐 保姆 护士 医生 大夫 律师 警察 民警 司机 门卫 电工 水工 木工 代表 店主 会计 出纳 护工 月嫂"
)
_ANYBODY: Final = frozenset({"家长", "家属", "业主", "网格员", "代表", "邻居", "居民", "警察", "民警"})
"""With a word of courtesy even 和 is a surname; 和同学, 有家长 are somebody's companions."""
_NOT_A_HOUSEHOLD: Final = re.compile(
    "路|村|湾|桥|巷|庄|屯|镇|具|电|装(?=公司|市场|材料|平台|行业|设计|饰|潢|业|团购|节|展|$)|用|属|庭|业|政|长|园|乡|畜|私|坪|沱|坡|岭|岗(?!亭)|河|湖|山|滩|洼|浜|溪|祠|内(?!的)|型|外|数|口|委|资|居|禽"
)
_NOT_A_TITLE: Final = re.compile(
    "程|业|作|人|具|地|资|期|厂|艺|种|部|会|妹|弟|嫂|结|计|是|共|体|数|量|价|额|室|伍|活|产|育|态|物|病|效|成|长|命|存|锈|平|阳|空|过|高|多"
)


def find_titled_names(reading: Reading) -> Iterator[Found]:
    """Every person named by a title or a familiar prefix."""
    for find in (_titled, _short_titled, _households, _posted, _prefixed, _pets, _parents):
        for start, end in find(reading):
            yield start, end, FindingKind.NAME


def _titled(reading: Reading) -> Iterator[tuple[int, int]]:
    for match in _TITLED.finditer(reading.plain):
        start, surname_end, end = match.start("it"), match.end("surname"), match.end("it")
        swallowed = in_word_before(reading, start) and not parted_before(reading, start)
        if swallowed or reading.covered[start] > surname_end:
            continue
        if match["surname"] in _little_before(match["title"]):
            continue
        if reading.covered[end - 1] <= end and all(character in BARE_GIVEN for character in match["given"]):
            yield start, end


def _little_before(title: str) -> frozenset[str]:
    """Surnames that before this title are a preposition or the like: 由经理, 有保洁员, 和同学."""
    if title in _COURTEOUS:
        return frozenset()
    if title in CALLINGS:
        return PREPOSITIONS | FUNCTION_WORDS
    if title in _ANYBODY:
        return PREPOSITIONS | _JOINING | {"后", "都"}
    if title in JOB_TITLES:
        return PREPOSITIONS | _JOINING
    return _JOINING if title in _COMPANIONS else frozenset()


def _short_titled(reading: Reading) -> Iterator[tuple[int, int]]:
    """王工, 陈姐, 葉太: a one-character title counts only where a word can end, so not in 王工业."""
    for match in _SHORT.finditer(reading.plain):
        start, end = match.span("it")
        if any(reading.covered[start:end]) or _NOT_A_TITLE.match(reading.plain, end):
            continue
        if is_likely(match["surname"]) or (begins_word(reading, start) and ends_word(reading, end)):
            yield start, end


def _households(reading: Reading) -> Iterator[tuple[int, int]]:
    """赵家, 邓夫妇."""
    for match in _NOUN.finditer(reading.plain):
        start, end = match.span("it")
        if reading.covered[start] or reaches_beyond(reading, start, end):
            continue
        if not _NOT_A_HOUSEHOLD.match(reading.plain, end):
            yield start, end


def _posted(reading: Reading) -> Iterator[tuple[int, int]]:
    """程业主, 冒保安: any surname that no word took in; a weak one only where a clause or a cue ends before it."""
    for match in _POSTED.finditer(reading.plain):
        start, end = match.span("it")
        surname = match["surname"]
        alone = not reading.covered[start] and reading.words[start] == start + len(surname)
        if surname in WEAK and not (
            (start == 0 or at_edge(reading, start - 1))
            or _CUE_BEFORE.search(reading.plain, max(0, start - 3), start)
        ):
            continue
        if alone and surname not in _NO_OWNER:
            yield start, end


def _prefixed(reading: Reading) -> Iterator[tuple[int, int]]:
    """老邱, 大庞; everyday surnames only where a word ends: 老方说, but not 老方案."""
    for match in _PREFIXED.finditer(reading.plain):
        start, end = match.span("it")
        if any(reading.covered[start:end]):
            continue
        if match["surname"] in SURE or is_likely(match["surname"]) or ends_word(reading, end):
            yield start, end


def _pets(reading: Reading) -> Iterator[tuple[int, int]]:
    """小芳, 阿强, 胖婶."""
    for match in _PET.finditer(reading.plain):
        start, end = match.span("it")
        if not any(reading.covered[start:end]) and (match["it"][0] != "大" or ends_word(reading, end)):
            yield start, end
    for match in _NAMED_KIN.finditer(reading.plain):
        start, end = match.span("it")
        if not any(reading.covered[start:end]) and begins_word(reading, start):
            yield start, end
    for pattern in (_RANKED, _SHORTENED):
        for match in pattern.finditer(reading.plain):
            start, end = match.span()
            if (
                reading.words[end - 1] == end
                and not in_word_before(reading, start)
                and match.group() not in ORDINARY
            ):
                yield start, end
    for match in _FAMILIAR.finditer(reading.plain):
        if not any(reading.covered[match.start() : match.end()]):
            yield match.span("it")


def _parents(reading: Reading) -> Iterator[tuple[int, int]]:
    """浩宇妈妈, 静静妈; and children's redoubled names: 豆豆."""
    for match in _PARENT.finditer(reading.plain):
        if not any(reading.covered[match.start("it") : match.end("it")]):
            yield match.span()
    for match in _CHILDREN.finditer(reading.plain):
        if match["it"] not in REDOUBLED_WORDS:
            yield match.span()
    for match in _REDOUBLED.finditer(reading.plain):
        start, end = match.span("it")
        if match["it"] in REDOUBLED_WORDS or any(reading.covered[start:end]):
            continue
        if begins_word(reading, start) and ends_word(reading, end):
            yield start, end
