"""Detector of what neighbours call one another: 奥特曼妈妈, 建国他妈, 老古头, 四眼仔, 大家叫他百事通, Z先生, 尹家老大."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import (
    CJK,
    GIVEN_NAME,
    SURNAME,
    any_of,
    begins_word,
    in_word_before,
)
from generator.disclosure.scan.names.left_over import PEOPLE
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.lexicon import bits
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.patterns import word_set
from generator.disclosure.scan.words.titles import ACTS, ROLE_CUES

_INITIAL: Final = re.compile(
    "(?<![A-Za-z0-9])(?P<it>[A-Z])(?:某|小)?(?:女士|先生|小姐|太太|阿姨|大姐|大哥|师傅|老师)"
)
"""Z先生: a letter says enough to whoever knows the house."""

_MANY: Final = "(?:大家|大伙儿?|都|人们|我们|街坊|邻居们?|孩子们?|群里|背后)"
_NO_NICKNAME: Final = any_of(
    [
        "某",
        "他",
        "她",
        "我",
        "你",
        "您",
        "不",
        "别",
        "快",
        "小声",
        "大声",
        "去",
        "来",
        "下",
        "上",
        "一",
        "把",
        "停",
        "安静",
        "注意",
        "物业",
        "保安",
        "救命",
        "好",
        "苦",
        "醒",
        "修",
        "人",
        "车",
        "外卖",
        "出",
        "什么",
        "啥",
        "怎么",
        "该",
        "换",
        "先",
        "要",
        "在",
        "开",
        "关",
        "赶",
        "再",
        "等",
        "找",
        "让",
        "那",
        "这",
        "师傅",
        "老师",
        "进",
        "起",
        "帮",
        "做",
        "交",
    ]
)
_CALLED_SO: Final = re.compile(
    f"{_MANY}(?:就|都)?(?:喊|叫|称|管(?=[他她]|那人))(?:[他她]|那人)?(?:叫|为|作)?(?!{_NO_NICKNAME})(?P<it>[{CJK}]{{2,5}}?)(?=的[{CJK}]|[,.;:!?。]|$)"
)
"""大伙都叫他百事通: however ordinary the word."""

_HEAD: Final = re.compile(f"(?P<it>老[{CJK}]头)(?!子|部|疼|痛|顶|上|像|灯)")
_BOY: Final = re.compile(f"(?P<it>(?![{CJK}]?[个個某])[{CJK}]{{1,2}}仔)(?![细猪牛鸡裤])")
_PARENT_OF: Final = re.compile(
    f"(?P<it>[{CJK}]{{2,3}}?)(?:妈妈|爸爸|妈咪|爸比|老妈|老爸|麻麻|粑粑)(?![们群会课])"
)
_NOBODYS_PARENT: Final = re.compile(
    "[我你您他她它们这那哪谁几多某每的位名些个新老单亲职场产宝孩娃业主住楼邻同请各两全准年轻带学生当做代和跟是有叫像给让问找人家被]"
)
_OF_SOMEBODY: Final = re.compile(
    f"(?P<it>{GIVEN_NAME}{{2}})[他她](?:妈(?!的)|爸|哥|姐|弟|妹|爷爷|奶奶|婶|叔|老公|老婆|媳妇)"
)
_DAYS: Final = word_set(
    "孩儿 娃儿 崽儿 今天 明天 春天 夏天 秋天 冬天 平时 当时 同时 如果 果然 其实 终于 可是 但是 还是 就是 不是"
)
_DATES: Final = word_set("国庆 元旦 立春 立夏 立秋 立冬 春分 冬至 建军 建国")
"""Days that children are called after."""
_IS: Final = re.compile("[是和跟被找让给把]$")
_VOCATIVE: Final = re.compile(
    f"(?:^|(?<=[。！？!?\\n]))(?P<it>{GIVEN_NAME}{{2}}),(?=你|您|别|请你|麻烦你|能不能|不要再|把)"
)
"""铁柱,别再…: whoever is spoken to by one word."""
_CHILD_AGAIN: Final = re.compile(
    "(?:孩子|小孩|儿子|女儿|娃|宝宝|孙子|孙女|小朋友)(?P<it>多多|满满|安安|乐乐|亮亮|明明|欣欣|月月|星星|点点|红红|花花|毛毛|洋洋|彬彬|圆圆|暖暖|念念|津津|源源|蓝蓝|沙沙)(?=[把说又在被])"
)
"""小孩多多把…: a word said twice that is hardly ever said of what a child does."""
_HOUSEHOLD: Final = re.compile(
    f"(?P<it>{SURNAME}家)(?:老[大二三四幺小]|大?婶子?|大?嫂子?|媳妇|小子|丫头|闺女|儿子|女儿|姑娘|孙子|孙女|姐妹|兄弟|姐弟|兄妹|父子|母女|母子|父女|大爷|大妈|老太太?|老爷子|两口子|夫妻|那口子)"
)
_LOOKS: Final = re.compile(
    f"(?P<it>老(?:班长|会计|校长|书记|连长|厂长|局长|支书|村长|裁缝|木匠|铁匠|军医)|大块头|卷毛|刀疤脸|光头强|胖大海|包租婆|大喇叭|夜猫子|老顽固|铁公鸡|母老虎|笑面虎|大高个|小个子|大个子|大胡子|小胡子|络腮胡|四眼|独眼龙?|大嗓门|秃头|秃顶|地中海|龅牙|豁牙|瘦猴|矮冬瓜|[黄红绿白蓝]毛|黑皮|老烟枪|酒鬼|花臂男?|纹身男)(?={any_of(ACTS)}|人很|那家|昨|每)"
)

_BY_LOOKS: Final = re.compile(
    f"(?P<it>(?:大肚子|戴眼镜|短头发|长头发|光头|高个子?|矮个子?|胖胖?|瘦瘦?|秃头|夜班|白班|业委会|上届[{CJK}]{{0,4}}|[{CJK}]{{2}}口音)(?:的?那[个位]|的)(?:年轻|女|男|胖|瘦|高个?|矮|老|小)?(?:保安|前台|门岗|保洁|管家|维修师傅|师傅|主任|客服|经理|电工)|大肚子保安|胖保安|瘦保安)"
)
"""短头发那个前台: of the staff too there is only one like that."""


def find_called_names(reading: Reading) -> Iterator[Found]:
    """Every nickname that its shape or the words around it give away."""
    text = reading.plain
    for pattern in (_INITIAL, _CALLED_SO, _CHILD_AGAIN, _BY_LOOKS):
        yield from ((*match.span("it"), FindingKind.NAME) for match in pattern.finditer(text))
    for match in _VOCATIVE.finditer(text):
        if match["it"] not in ROLE_CUES | PEOPLE | ORDINARY:
            yield *match.span("it"), FindingKind.NAME
    for find in (_heads_and_boys, _parents, _of_somebody, _households):
        yield from ((start, end, FindingKind.NAME) for start, end in find(reading))


def _heads_and_boys(reading: Reading) -> Iterator[tuple[int, int]]:
    """老古头, but not 老镜头; 四眼仔, but not 牛仔; 大块头 before what somebody does."""
    for pattern in (_HEAD, _BOY):
        for match in pattern.finditer(reading.plain):
            start, end = match.span("it")
            if not any(reading.plain[at:end] in bits() for at in range(start, end - 1)):
                yield start, end
    for match in _LOOKS.finditer(reading.plain):
        if not in_word_before(reading, match.start()):
            yield match.span("it")


def _parents(reading: Reading) -> Iterator[tuple[int, int]]:
    """奥特曼妈妈: whatever a child is called, where a clause begins or a word for people ends."""
    for match in _PARENT_OF.finditer(reading.plain):
        start = match.start()
        begins = start == 0 or not re.match(f"[{CJK}]", reading.plain[start - 1])
        if begins and not _NOBODYS_PARENT.search(match["it"]) and match["it"] not in PEOPLE | ROLE_CUES:
            yield start, match.end()


def _of_somebody(reading: Reading) -> Iterator[tuple[int, int]]:
    """建国他妈: even where the name is an ordinary word, if nothing else is said by it."""
    for match in _OF_SOMEBODY.finditer(reading.plain):
        start = match.start()
        name = match["it"]
        begins = begins_word(reading, start) or _IS.search(reading.plain, max(0, start - 2), start)
        if begins and name not in _DAYS | ROLE_CUES | PEOPLE and name not in ORDINARY - _DATES:
            yield start, match.end()


def _households(reading: Reading) -> Iterator[tuple[int, int]]:
    """尹家老大, but not 国家女儿."""
    for match in _HOUSEHOLD.finditer(reading.plain):
        start, end = match.span("it")
        if not in_word_before(reading, start) and reading.plain[start:end] not in bits():
            yield start, match.end()
