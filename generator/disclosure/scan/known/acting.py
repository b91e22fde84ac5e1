"""Whether a whole name of the register that is nothing but a word (平安, 胜利) stands in a text for somebody who acts.

Words explain such a name wherever it stands (`standing`), and for the finished site that is enough. Here a text is read
before it is published, by a person who can word it otherwise: where the word begins a clause, or is spoken to, and what
follows does not make a longer noun of it, somebody does something (平安祝大家平安, 麻烦转告胜利).
"""

import re
from typing import Final

from generator.disclosure.scan.known.named import is_named
from generator.disclosure.scan.known.plainly import is_said_plainly
from generator.disclosure.scan.names.candidates import EDGE, any_of, at_edge
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.words import trade
from generator.disclosure.scan.words.given import GIVEN
from generator.disclosure.scan.words.patterns import word_set
from generator.disclosure.scan.words.predicates import Part, part_of
from generator.disclosure.scan.words.surnames import SINGLE
from generator.disclosure.scan.words.titles import PERSONAL, ROLE_CUES

_SIZE: Final = 2
"""A surname and one character, or a given name alone; longer ones are no single word."""
_GIVEN: Final = GIVEN | {"风", "太"}
"""东风, 太平: names of their own hardly have them."""
_LINKS: Final = re.compile("(?:但是?|可是?|因为?|由于|而|所以|如果|只有|只要|幸亏|多亏|难怪|原来|据|听)$")
"""Before the subject of a clause."""
_SPOKEN_TO: Final = re.compile(
    "(?:[与和跟同由被给替托代经向问请让]|找到?|叫|问|跟|谢谢|多谢|感谢|表扬|夸|劝|骂|通知|告诉|转告|联系|答复|回复|回访|麻烦|拜托|责成|那位|这位|[住租]户|业主|邻居|房东|前台|楼[上下]"
    "|我是|我叫|本人)[:“「]?$"
)
"""Behind these somebody is meant; 请安静 and 保持安静 ask for something."""
_BESIDE: Final = "与和同由被给替代经向请让"
"""Behind these something must be done as well: 安宁与平安 are two words, 与平安沟通 and 由光明取走 somebody."""
_ASKED: Final = "请让"
"""请安静等候, 让幸福延续: what is asked for, not who is asked."""
_ALL: Final = frozenset(Part)
_FOLLOWS: Final[dict[Part | None, frozenset[Part]]] = {
    Part.HOW: frozenset({Part.LEADS, Part.DOES, Part.WHEN}),
    Part.WHEN: frozenset({Part.LEADS}),
    Part.DOES: frozenset({Part.LEADS}),
}
"""By what a name is as a word: which words behind it make it a person. 希望|拖 and 国庆|加 are nobody, 希望|很 and 光明|拖 are."""
_DONE: Final = word_set(
    """完成 结束 解决 修复 恢复 通过 启动 举行 召开 闭幕 落幕 到家 到达 抵达 度过 返回 归来 出行 上路 施工 养犬 停车 驾驶 行车 相处 共处 共存 共享 开展 推进 实施
    验收 投用 运行 开通 交付 交房 收官 转移 撤离 救出 排除 处置 处理 化解 调解 协商 用餐 上网 祭扫 装修 晾晒 办理 落地 建成 换届 当选 入选 获得 获评 申报 举办 实现
    更换 安装 疏通 抢修 堵漏 止水 送达 联系 接通 进入 生活 成长 回家 过节 过年"""
)
"""What is done well, safely or in peace, whoever does it: 顺利完成, 平安到家, 文明养犬."""
_NO_DEED: Final = re.compile(
    "过[后半去完]|至|起(?![夜床诉身来])|满[天园城]|似|近[似期在]|有[限余望益效关]|像|中[,，的]|到(?:来|此)|[年时]代|[时日]期|期间|岁月|节日|如[意此潮]|为(?:主|先|重|辅)|等[,，级候]|那[味阵种股]|压[断弯塌垮]|[覆掩][盖埋]"
)
"""光明有限, 胜利到来, 平安为先, 盛夏那味儿: what is said of a word."""
_SAID: Final = re.compile(any_of(PERSONAL))
"""What only somebody does, whatever the word before it."""
_MADE_TO: Final = re.compile("[吵气吓害急烦闹]得$")
_SUFFERS: Final = re.compile(
    "[一整][夜宿晚天]|直[哭跳抖骂跺]|[睡哭病瘦摔跳搬]|没(?!有|[了完])|只好|不得不|不敢|头[疼痛晕]|差点|连夜|报警|[掉流]泪|坐立"
)
"""吵得玉兰一宿没合眼: what is done to somebody shows in what she does; 吵得安静不下来 is no name."""
_DEED: Final = re.compile(
    "报(?:平安|喜)|送来|托人|撤[诉回]|隔天|居家|自己|拍了|整[晚夜]|一夏天|[替让][我他她]|二次来|夸(?![张大耀])|报[:：]|质疑|缺席|填的|投[了反赞弃]|[提拎抱推牵]着|坚决|正好|刚好|恰好|偷偷|差点|险些|老是|索性|一气之下|好心|特意|专门|[说讲问喊骂嫌盼谢劝求怪怕想要托帮陪给把被让叫替跟请睡住遛摔]|养(?![犬狗宠])|从(?![容业事])|向(?![阳导])|在(?![建编线])|对(?![面联讲门])"
)
"""What somebody does to others, and the little words before it."""
_SET_APART: Final = re.compile('[一-鿿][（(“"「『/【\\[][一-鿿]')
_MOMENT: Final = re.compile(
    "[0-9]{1,2}(?:月[0-9]|[:：点][0-9半钟])|[一两三半几]个?多?(?:月|星期|礼拜)(?=[丢摔跑没被换修交等催来])|[上下这本](?:个?月|周|星期|礼拜)|[两三四五几][次回]|[气急累吓][坏得疯]"
)
"""Beside these the division is often wrong (上|周三)."""


def stands_for_somebody(reading: Reading, start: int, end: int, *, given: bool) -> bool:
    """Whether the word at this range of the folded text, which is a name of the register, is its bearer.

    `given`: no more than a given name; then only what nobody but somebody does counts, for many are called so.
    """
    word = reading.plain[start:end]
    if not (_could_be_called(word) and _is_a_word(reading, start, end)):
        return False
    if is_said_plainly(reading, start, end):
        return False
    if not given and is_named(reading, start, end):
        return True
    if not _could_name(word):
        return not given and _begins_clause(reading, start) and _does(reading, end)
    if _MADE_TO.search(reading.plain, max(0, start - 2), start) and _SUFFERS.match(reading.plain, end):
        return True
    begins = _begins_clause(reading, start)
    if given:
        return begins and _SAID.match(reading.plain, end) is not None
    if begins:
        return _acts(reading, start, end)
    spoken_to = _SPOKEN_TO.search(reading.plain, max(0, start - 4), start) is not None
    if spoken_to and reading.plain[start - 1] in _ASKED and part_of(reading.plain[start:end]) is not None:
        return False
    at_edge_behind = EDGE.match(reading.plain, end) is not None and reading.plain[start - 1] not in _BESIDE
    return spoken_to and (at_edge_behind or _acts(reading, start, end))


def is_set_apart(reading: Reading, start: int, end: int) -> bool:
    """李（静）, 李“静”, 李/静: a name of two characters with a mark between them, each a word of its own."""
    written = reading.plain[start:end]
    if _SET_APART.fullmatch(written) is None:
        return False
    given = start + 2
    return reading.words[start] == start + 1 and reading.words[given] == given + 1


def _begins_clause(reading: Reading, start: int) -> bool:
    at_beginning = start == 0 or at_edge(reading, start - 1)
    return at_beginning or _LINKS.search(reading.plain, max(0, start - 3), start) is not None


def _could_be_called(word: str) -> bool:
    """雪白, 旷野, 立秋; never 电梯, 业主 or 经常, whatever somebody calls himself."""
    if len(word) != _SIZE or word in ROLE_CUES or part_of(word) is Part.LEADS:
        return False
    return word not in trade.WORDS or _could_name(word)


def _could_name(word: str) -> bool:
    """平安, 高峰, 光明: what a given name can end with."""
    return word[1] in _GIVEN and (word[0] in _GIVEN or word[0] in SINGLE)


def _is_a_word(reading: Reading, start: int, end: int) -> bool:
    """A word of its own in the likeliest division: not 平安 of 平安夜 or of 保平安."""
    return reading.words[start] == end and (start == 0 or reading.words[start - 1] == start)


def _acts(reading: Reading, start: int, end: int) -> bool:
    """Whether what follows is what somebody does, and not what a word like this one is said of."""
    text = reading.plain
    if _does(reading, end):
        return True
    if end == len(text) or _NO_DEED.match(text, end):
        return False
    follows = text[end : reading.words[end]]
    return follows not in _DONE and part_of(follows) in _FOLLOWS.get(part_of(text[start:end]), _ALL)


def _does(reading: Reading, end: int) -> bool:
    """Whether what begins here is done or said by somebody, whatever the word before it."""
    return any(deed.match(reading.plain, end) for deed in (_SAID, _DEED, _MOMENT))
