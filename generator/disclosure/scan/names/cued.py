"""Detector of a name where one is expected: 我叫…, 联系人…, 邻居…, 和…吵架, 外号“…”, @…, and names with a dot."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import (
    CJK,
    GIVEN_NAME,
    SURE,
    SURNAME,
    any_of,
    at_edge,
    begins_word,
    ends_word,
    in_word_before,
    name_end,
    one_of,
)
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words import trade
from generator.disclosure.scan.words.lexicon import bits
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.patterns import parts, word_set
from generator.disclosure.scan.words.predicates import Part, part_of
from generator.disclosure.scan.words.surnames import MEDIUM, STRONG, WEAK
from generator.disclosure.scan.words.titles import (
    ACT_CUES,
    ACTS,
    FAMILIAR,
    KIN,
    NICKNAME_CUES,
    REDOUBLED_WORDS,
    ROLE_CUES,
    SELF_CUES,
)

_SELF: Final = gated(
    f"(?!(?<=[请须凭由需带持得要])本人|本人[来去从由经向于])(?:{any_of(SELF_CUES)}|(?<!百)姓)[是为叫姓: “\"'‘「《(]{{0,3}}"
)
_SURNAMED: Final = gated(
    f"(?<![百同])姓(?P<it>{SURNAME})(?![名氏])|(?<![百同贵您你他她名])姓(?P<any>[{CJK}])(?=[的，。、；！？,.;!? ]|$|先生|女士|业主|住户|男|女)(?<![名氏啥谁什])"
)
_ROLE: Final = re.compile(f"(?:{any_of(ROLE_CUES)})(?:的?(?:名叫|叫|姓|是|为)|[: “\"'‘「(、]){{0,2}}")
_ACT: Final = re.compile(any_of(ACT_CUES))
_SURNAME_HERE: Final = re.compile(SURNAME)

_REPLACED: Final = "[^”\"'’」》】]{0,8}某处|某|[您你]好|欢迎|恭喜|再见|救命|来人|开门|快点"
"""“开锁某处”: what stood there was taken out; “您好请讲”: what is called out."""
_SELF_STYLED: Final = re.compile(
    f"(?:自称|号称|人称|外号|绰号|名叫|冒充)[是为叫]?[{CJK}]{{1,10}}的?[“\"'‘「](?P<it>(?!{_REPLACED})[{CJK}A-Za-z0-9]{{1,6}})[”\"'’」]"
)
"""自称装修公司的“刀疤强”."""
_QUOTED: Final = re.compile(
    f"(?:{any_of(NICKNAME_CUES | {'叫', '头像'})})[是为叫做作:的 ]{{0,2}}[“\"'‘「《【](?P<it>(?!{_REPLACED})[^”\"'’」》】\n]{{1,12}})"
)
_CALLED: Final = re.compile(
    f"(?:外号|绰号|唤作|唤做|人唤|网名|昵称|微信名|群名片|小名|乳名|人称)[是为叫做作写: ]{{0,2}}(?P<it>(?![某别请勿写没]|不[要能是用必管]|无所谓|随便|都|认错)[{CJK}A-Za-z0-9]{{2,4}}?)(?=[的,. 、;!?()]|。|，|；|{any_of(ACTS)}|$)"
)
_MENTION: Final = re.compile(
    rf"[@](?P<it>(?!某|不|我|你|了|到|所有人|全体|各位|all\b)[{CJK}A-Za-z0-9_·\-]{{1,12}})"
)
_CHILD: Final = re.compile(
    f"(?:{any_of(KIN)})(?:名叫|叫|是)?[“\"'‘「]?(?P<it>(?P<one>[{CJK}])(?P=one)|[小阿][{CJK}](?![{CJK}])|{GIVEN_NAME}{{1,2}}宝)"
)
_FAMILY: Final = any_of(
    word_set(
        "老公 老婆 丈夫 妻子 爱人 男人 女人 媳妇 儿子 女儿 闺女 儿媳 女婿 孙子 孙女 外孙 外孙女 弟弟 妹妹 哥哥 姐姐 男友 女友 男朋友 女朋友 前夫 前妻 爸爸 妈妈 我爸 我妈 我哥 我姐 我弟 我妹 室友 保姆 月嫂"
    )
)
_IN_THE_FAMILY: Final = re.compile(
    f"(?:{_FAMILY})(?P<it>{GIVEN_NAME}{{2}}(?=[是在说把被又也的还给跟和叫去来做开]|[，。,. ]|$)|{SURNAME}{GIVEN_NAME}{{1,2}}(?=卡[上里号]|名下|账[户号上]|手机|电话|微信))"
)
"""我男人大山是…, 我爱人万军卡上: beside a word for one of the family even an ordinary word is a name."""
_RELATIVE: Final = re.compile(f"(?:{any_of(ROLE_CUES)})[“\"'‘「]?(?P<it>(?P<one>{GIVEN_NAME})(?P=one))")
_ONE_CALLED: Final = re.compile(
    f"(?:[个位名]|有人|的人|那人|男的|女的)(?:名叫|叫做|叫作|叫|唤)(?P<it>(?![他她它人你我某])[{CJK}]{{1,4}}?)(?=的|，|。|,|、|$)"
)
"""那个叫秃鹫的: however ordinary the word."""
_CALLED_SO: Final = re.compile(f"(?:叫|名叫|叫做|喊)(?P<it>{GIVEN_NAME}{{2,3}})(?=[的,. 、;!?()]|。|$)")
_IS_NAME: Final = re.compile(
    "[“\"'‘「《【](?P<it>(?!某)[^”\"'’」》】\n]{1,12})[”\"'’」》】]?是[他她我]?的?(?:网名|外号|昵称|绰号|群名片)"
)
_HOUSE: Final = re.compile(
    f"(?:{any_of(('隔壁', '楼上', '楼下', '对门', '对面', '邻居', '和', '跟', '与', '被', '是', '找', '到'))})(?P<it>(?!有){SURNAME}家)(?!装(?!修)|[具电用属庭业政长园乡畜私型外数口委资居禽])"
)
_KIN_IN_QUOTES: Final = re.compile(f"[“\"‘'「](?P<it>[{CJK}]{{1,3}}[姐哥叔婶爷奶嫂姨弟妹伯娘])[”\"’'」]")
_QUOTED_PERSON: Final = re.compile(
    f'[“"‘「](?P<it>(?!某)[{CJK}A-Za-z]{{1,8}})[”"’」](?=在[业群]|天天|总是|老是|又[在来把去]|说|骂|把|的人|这人|家的)'
)
_DOTTED: Final = re.compile(f"(?P<it>[{CJK}]{{2,6}}[·•‧・][{CJK}]{{2,8}})")
_LOOKS: Final = f"(?:{any_of(look for look in FAMILIAR if len(look) > 1)})"
_CALLED_BY_LOOKS: Final = re.compile(
    f"(?P<it>{_LOOKS}{one_of(STRONG | MEDIUM)})(?=[^{CJK}]|$|{any_of(ACTS)})"
)
"""“眼镜曾”, 光头李."""
_SMALL: Final = re.compile(
    f"(?:保安|保洁|管家|门岗|客服|维修工?|电工|水工|绿化工|前台|中介|房东|租客|司机|快递|外卖员?|骑手|护工|月嫂|保姆|网格员|秩序员|物管员|志愿者|抄表员?|巡逻员?|收费员|会计|出纳|木工|瓦工|水暖工|油漆工|园丁|花匠|救生员|教练|监控员|库管|领班|班长)(?P<it>(?!小时|老是|老师|小车|小门|小区)[小老]{SURNAME})(?=已|只|没|不|才|就|正|还|也|都|刚|说|在|把|到|上门|来|去|帮|给|跟|和|拍|带|又|表示|态度|[，。,.]|$)"
)
"""保安小巴已…: behind a post 小 and 老 begin a nickname, whatever word it is spelled like."""
_GIVEN_ONLY: Final = re.compile(
    f"(?P<it>{GIVEN_NAME}{{2}})(?=说|骂|吵|哭|喊|答应|道歉|表示|反映|投诉|承认|拒绝|住(?!户|宅)|在群|在业主群|跟我|和我|对我|把我)"
)


def find_cued_names(reading: Reading) -> Iterator[Found]:
    """Every person whose name a cue announces."""
    for find in (_announced, _nicknames, _houses, _given_only):
        for start, end in find(reading):
            yield start, end, FindingKind.NAME


def _announced(reading: Reading) -> Iterator[tuple[int, int]]:
    for cue in _SELF.finditer(reading.plain):
        yield from _sure(reading, cue.end())
    for pattern in (_ROLE, _ACT):
        for cue in pattern.finditer(reading.plain):
            if reading.words[cue.end() - 1] > cue.end():
                continue  # 维修 of 维修班 announces nobody
            yield from _probable(reading, cue.end())


_PREDICATES: Final = word_set(
    """满意 同意 和解 申请 申诉 申报 应允 应答 解释 解决 支付 付清 付款 查收 查看 许可 时常 经常 常来 明确 从未 后悔 安全 谈妥 全额 全程 双方 单独 相关 能否 应当 应该 通过 尚未
    都在 须知 于今日 于昨日 成功 单位 施工 管理 充分 登门 方言 时间 明细 名单 全部 相信 江苏 农民 农历 别名 经办 经理 双签 满分"""
)
"""反映人满意: what is said of whoever is meant, and not her name."""


def _sure(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """After 我叫 any surname begins a name, even one that is an ordinary word (常乐), unless the word goes on."""
    surname = _SURNAME_HERE.match(reading.plain, position)
    if not surname:
        return
    word = reading.covered[position]
    if word > position + 1:
        if at_edge(reading, word) and reading.plain[position:word] not in ROLE_CUES | _PREDICATES:
            yield position, word
        return
    end = name_end(reading, surname.end(), sure=True)
    if end > surname.end() or surname.group() in SURE or at_edge(reading, end):
        yield position, end


def _probable(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """After a role or a verb a strong surname is enough; others need a given name that no word explains."""
    surname = _SURNAME_HERE.match(reading.plain, position)
    if not surname or reading.covered[position]:
        yield from _around_word(reading, position)
        return
    if surname.group() == "有":
        return  # 楼下有银杏
    sure = surname.group() in SURE
    end = name_end(reading, surname.end(), sure=sure)
    given = end - surname.end()
    if not sure and surname.group() in WEAK and _is_said_of(reading.plain[surname.end() : end]):
        return  # 从|进门 开始, 都|知道
    if sure or (given and (surname.group() not in WEAK or (given == 2 and ends_word(reading, end)))):
        yield position, end


_AROUND_WORD: Final = re.compile(f"(?P<it>{SURNAME}{GIVEN_NAME}{{2}})")


def _around_word(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """同学夏天宇的…: surname and first given character happen to be a word, but the name goes on behind it."""
    match = _AROUND_WORD.match(reading.plain, position)
    if not match or not ends_word(reading, match.end()) or in_word_before(reading, position):
        return
    behind = position + 2
    if reading.plain[position:behind] in ROLE_CUES:
        return  # 前台经理才说
    if (
        reading.covered[position] == behind
        and not reading.covered[behind]
        and reading.words[behind] == behind + 1
    ):
        yield match.span("it")


def _nicknames(reading: Reading) -> Iterator[tuple[int, int]]:
    for pattern in (
        _SURNAMED,
        _SELF_STYLED,
        _CALLED,
        _MENTION,
        _DOTTED,
        _IS_NAME,
        _QUOTED_PERSON,
        _CALLED_BY_LOOKS,
        _SMALL,
    ):
        yield from parts(pattern, reading.plain)
    for match in _QUOTED.finditer(reading.plain):
        if not (match.group().startswith("备注") and _is_a_remark(reading, *match.span("it"))):
            yield match.span("it")
    yield from (
        range_
        for range_ in parts(_ONE_CALLED, reading.plain)
        if not _is_said_of(reading.plain[slice(*range_)])
    )
    yield from (
        range_
        for range_ in parts(_KIN_IN_QUOTES, reading.plain)
        if reading.plain[slice(*range_)] not in bits()
    )
    for match in _IN_THE_FAMILY.finditer(reading.plain):
        if match["it"] not in trade.WORDS and not _is_said_of(match["it"]):
            yield match.span("it")
    for pattern in (_CHILD, _RELATIVE, _CALLED_SO):
        for match in pattern.finditer(reading.plain):
            start, end = match.span("it")
            called = match["it"] not in REDOUBLED_WORDS and not _is_said_of(match["it"])
            if called and not any(reading.covered[start:end]):
                yield start, end


def _is_a_remark(reading: Reading, start: int, end: int) -> bool:
    """备注“空调外机”, “跟进及时”: words of the trade, and what is done; 备注“吃瓜群众” may be somebody."""
    at = start
    while at < end:
        word = reading.plain[at : reading.words[at]]
        if len(word) == 1 or not (word in ORDINARY or word in trade.WORDS or part_of(word) is not None):
            return False
        at = reading.words[at]
    return True


_MET_DAILY: Final = 13
_MET: Final = 17
"""Bits: up to here a word is in everybody's mouth, or met now and then; rarer ones may be somebody's name (翠花)."""


def _is_said_of(word: str) -> bool:
    """儿子喜欢…, 女友确实…, 叫开锁: what somebody does, or a word too common to be what she is called."""
    return part_of(word) in {Part.DOES, Part.LEADS} or bits().get(word, _MET) <= _MET_DAILY


def _is_met(reading: Reading, start: int, end: int) -> bool:
    """Whether a range is one word of the likeliest division that is met now and then: 有点|吵, 声音|吵, 好言|说."""
    whole = reading.words[start] == end and (start == 0 or reading.words[start - 1] == start)
    word = reading.plain[start:end]
    return whole and (part_of(word) is not None or bits().get(word, _MET + 1) <= _MET)


def _houses(reading: Reading) -> Iterator[tuple[int, int]]:
    """隔壁简家: behind a neighbour's word even an everyday surname names a household."""
    for match in _HOUSE.finditer(reading.plain):
        if not reading.covered[match.start("it")]:
            yield match.span("it")


def _given_only(reading: Reading) -> Iterator[tuple[int, int]]:
    """翠花在群里…: a given name alone, where a person speaks."""
    for match in _GIVEN_ONLY.finditer(reading.plain):
        start, end = match.span("it")
        explained = any(reading.covered[start:end]) or _is_met(reading, start, end)
        if not explained and begins_word(reading, start):
            yield start, end
