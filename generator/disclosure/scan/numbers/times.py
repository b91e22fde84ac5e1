"""Detector of moments tied to a person: a date together with a time of day.

A bare date, a month, opening hours and the times of a public notice (a range, or a word such as 定于) are none.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import parts

_CN: Final = "0-9〇零一二三四五六七八九十两"
_YEAR: Final = r"(?:[0-9]{2,4}年|[〇零一二三四五六七八九]{2,4}年|[0-9]{4}[\-./])"
_DAY: Final = rf"(?:20[0-9]{{2}}(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9])|[{_CN}]{{1,3}}月[{_CN}]{{1,3}}(?:日|号)?|[01]?[0-9][\-./][0-3]?[0-9](?![0-9])|[{_CN}]{{1,3}}(?:日|号))"
_PART: Final = (
    r"(?:凌晨|清晨|早晨|早上|上午|中午|正午|下午|傍晚|晚上|夜里|夜间|深夜|半夜|午夜|当晚|当天|早|晚|夜)"
)
_CLOCK: Final = rf"(?:[{_CN}]{{1,3}}(?::|：)[0-9]{{2}}(?:(?::|：)[0-9]{{2}})?|[{_CN}]{{1,3}}(?:点|时)(?:整|半|一刻|三刻|过|多|左右|许|[{_CN}]{{1,3}}分?)?)"
_LINK: Final = r"(?:[ ,，()（）]{0,2}|[ ]?(?:周|星期)[一二三四五六日天][ ,，()（）]{0,2})"
_MOMENT: Final = gated(rf"(?<![0-9.])(?P<it>(?:{_YEAR}[ ]?)?{_DAY}{_LINK}(?:的)?{_PART}{{0,2}}[ ]?{_CLOCK})")
_FEAST: Final = "(?:国庆|元旦|中秋|端午|清明|五一|春节|除夕|大年夜|圣诞|平安夜|跨年|元宵)"
_RELATIVE: Final = gated(
    rf"(?P<it>(?:昨天|昨日|昨晚|昨夜|前天|前晚|前夜|大前天|上个?(?:周|星期|礼拜)[一二三四五六日天]|(?:本|这)?(?:周|星期|礼拜)[一二三四五六日天](?=凌晨|半夜|深夜|夜里|当晚)|{_FEAST}(?:节|当[天日夜]|那[天晚])*|(?:农历)?(?:[正腊冬]月)?初[一二三四五六七八九十0-9]){_PART}{{0,2}}[ ]?{_CLOCK})"
)

_WHO: Final = "(?=,?(?:我(?![司处方们])|俺|孩子|小孩|老人|老公|老婆|对门|楼上|楼下|隔壁))"
_OWN: Final = gated(
    rf"(?P<it>(?:今早|今天|今日|今晚|刚才|(?:本|这)?(?:周|星期|礼拜)[一二三四五六日天]|大?年三十|除夕){_PART}{{0,2}}[ ]?{_CLOCK}){_WHO}"
    rf"|(?P<night>(?:上个?(?:周|星期|礼拜)[一二三四五六日天]|昨天|前天)(?:半夜|深夜|凌晨|夜里)|(?:除夕|大年三十|元宵|中秋)(?:夜|晚上?)){_WHO}"
    rf"|\b(?P<yesterday>(?:yesterday|this morning|last night)(?: at| around| about)? (?:[0-9]{{1,2}}[:.][0-9]{{2}}|(?:(?:ten|five|twenty|quarter|half) (?:to|past) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?: at night| in the (?:morning|evening|afternoon))?)(?=,? (?:i|my|we)\b)"
)
"""A moment of which somebody tells what befell her: 今早6:40我被狗追; 今早6:40恢复供水 is the estate's."""

_MONTH_EN: Final = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATE_EN: Final = (
    rf"(?:{_MONTH_EN}[ ][0-9]{{1,2}}(?:st|nd|rd|th)?(?:,?[ ][0-9]{{4}})?|[0-9]{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?{_MONTH_EN}(?:,?[ ][0-9]{{4}})?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?)"
)
_CLOCK_EN: Final = r"(?:[0-9]{1,2}[:.][0-9]{2}(?:[ ]?[ap]\.?m\b\.?)?|[0-9]{1,2}[ ]?[ap]\.?m\b\.?|[0-9]{1,2}[ ]o'?clock|noon|midnight)"
_LINK_EN: Final = r"[ ,]{1,2}(?:\([a-z]{3,9}\)[ ,]{1,2})?(?:at[ ]|around[ ]|about[ ]|from[ ]|by[ ]|on[ ]){0,2}(?:about[ ]|around[ ])?"
_MOMENT_EN: Final = gated(
    rf"(?<![0-9a-z])(?P<it>{_DATE_EN}{_LINK_EN}{_CLOCK_EN})|(?<![0-9a-z:])(?P<turned>{_CLOCK_EN}[ ,]{{1,2}}(?:on[ ](?:[a-z]{{3,9}}day,?[ ])?)?(?:the[ ])?{_DATE_EN})"
)

_NUMBER_EN: Final = (
    r"(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty(?:-five)?)"
)
_SAID_CLOCK_EN: Final = rf"(?:{_CLOCK_EN}|{_NUMBER_EN} o'?clock|[0-9]{{1,2}}:[0-9]{{2}}|(?:half past|(?:a )?quarter (?:to|past)|{_NUMBER_EN} (?:minutes )?(?:to|past)) {_NUMBER_EN}|(?<=at ){_NUMBER_EN}(?= (?:the|my|our|i|we|he|she|they|it|there|an?|some\w+|no\w*|in|last|on|when|until|and)\b|[,.]))"
_WEEKDAY_EN: Final = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHEN_EN: Final = rf"(?:yesterday|last night|this (?:morning|afternoon|evening)|tonight|the (?:other|same) (?:day|night)|(?:on|last|this) {_WEEKDAY_EN})(?: (?:morning|afternoon|evening|night)| the [0-9]{{1,2}}(?:st|nd|rd|th))?"
_RELATIVE_EN: Final = gated(
    rf"(?<![0-9a-z])(?P<it>{_WHEN_EN}{_LINK_EN}(?:(?:just|shortly|exactly|roughly|sharp|before|after) ){{0,2}}{_SAID_CLOCK_EN})|(?<![0-9a-z:])(?P<turned>{_SAID_CLOCK_EN}[ ,]{{1,2}}{_WHEN_EN})"
)
_MINE_EN: Final = re.compile(
    r"\b(?:i|i'm|i've|my|me|we|our|us|someone|somebody|neighbou?rs?|upstairs|downstairs|next door)\b"
)
"""Only of somebody's own evening: the water of everybody is off on Friday at nine, too."""

_FUTURE_EN: Final = re.compile(r"\b(?:will|shall|can|please)\b|'ll\b")

_RANGE_AFTER: Final = re.compile(
    r"[ ]?(?:[\-–—~〜至]|到(?=[0-9〇零一二三四五六七八九十两次当翌下上中早晚凌傍明后])|to |until |and (?=[0-9]))[ ]?(?:次日|当日|当天|翌日|[0-9]{1,2}[月日号])?"
)
_RANGE_BEFORE: Final = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})?(?: ?[ap]m)? ?(?:to|until|till|-|–|and)[ ]$")
_NOTICE: Final = re.compile(
    r"时间[:为是]{0,2}$|(?:开标|评标|投标|投票|报名|施工|停水|停电|停气|检修|清洗|办理|开放|集合|活动|会议|演练|公示|恢复|通水|通电|供水|供电|送电|开工|完工|竣工|验收)(?:时间|日期)|定于|拟于|计划|将于|将在|将进行|将对|召开|举行|举办|开展|截止|截至|起至|开始施|预计|统一|请各位|请全体|欢迎|报名|开会|"
    r"will be|scheduled|takes? place|meeting|until|deadline|starts?\b|begins?\b|opens\b|closed? from"
)
_AFTER_NOTICE: Final = re.compile(
    r"[ ]?(?:起|止|恢复|后(?:停|关|恢复|暂)|前|之前|以前|截止|开始(?=停|恢复|供|施工|检修|维修|清洗|办理|受理|接受|报名|投票|登记|实行|执行|发放|[，。,.;；]|$)|结束|至|召开|举行|停水|停电|停气)"
)
_HAPPENED: Final = re.compile(
    "[^。;!?\n]{0,16}?(?:[^未不会将]响(?!应)|轰|嗡|吵|闹(?![钟铃])|震|颤|抖|叫|唱|吼|哭|骂|打架|剁|砸|敲|蹦|跳(?!闸)|漏(?!水检|电保)|冒|滴|渗|溢|臭|呛|焦味|异味|撬|偷|困|堵(?!漏)|断断续续|忽[明冷热]|闪|没[水电气网人]|没有[水电]|睡不|到天亮|一直没|还没|没停|不停|不亮|灭了|打不开|进不|出不)"
)
"""What a public notice never begins with: 23:15起排风机轰鸣, 21:40之前还好好的."""
_NOT_PUBLIC: Final = re.compile(
    "[ ]?(?:起|前|之前|以前|开始)[,，]?(?!停|供|恢复|封闭|实行|执行|检修|施工|启用|关闭|开放|禁止|暂停|接受|受理|对|将)"
)
_MINE: Final = re.compile(
    "我(?![司处方们]|公司|项目|部|中心|小区)|本人(?!同意|到场|签)|俺|咱家"
    "|(?:特此|提出|予以)(?:表扬|感谢)|多亏|幸亏|(?:背|扶|抬|抱|搀)[^,.;。]{1,6}(?:上楼|下楼|回家|出来|去)"
)
"""Whoever tells of herself, or of a good deed, tells no public notice: 12月6日19点40停电，我被困在轿厢."""
_STAYED: Final = re.compile(
    r"\b(?:stayed|waited|helped|sat|stood|talked|sang|danced|partied|shouted|drilled|barked)\b[^.;!?]{0,24}(?:until|till) $"
)
"""What somebody did until then; until July 3 the pool is closed."""


_BIRTH: Final = gated(
    rf"(?:出生(?:日期|年月日?|时间|于)?|生日|生于)[是为:在 ]{{0,3}}(?P<born>{_YEAR}?[ ]?{_DAY})"
    rf"|(?P<feast>(?:{_YEAR}[ ]?)?{_DAY})[ ]?(?:过|是我?的?)生日|(?P<that>(?:去年|今年|前年){_FEAST}(?:节|那天|当天)*)(?:出)?生的"
    rf"|(?P<date>{_YEAR}[ ]?{_DAY})[ ]?(?:出生|生人|生的|生(?=[,，。;；)）]|$))"
    rf"|\b(?:born|date of birth|dob|birthday)\b[ :]{{0,2}}(?:is |was )?(?:on |in )?(?P<en>{_DATE_EN}|(?:19|20)[0-9]{{2}})"
)


def find_births(reading: Reading) -> Iterator[Found]:
    """Every date of birth."""
    yield from ((start, end, FindingKind.DATETIME) for start, end in parts(_BIRTH, reading.numbers))


def find_times(reading: Reading) -> Iterator[Found]:
    """Every date with a time of day that is not a public notice's."""
    text = reading.numbers
    for pattern in (_MOMENT, _RELATIVE, _OWN, _MOMENT_EN):
        for match in pattern.finditer(text):
            start, end = match.span()
            if not _is_notice(text, start, end):
                yield start, end, FindingKind.DATETIME
    for match in _RELATIVE_EN.finditer(text):
        start, end = match.span()
        if _is_mine(text, start, end) and not _is_notice(text, start, end):
            yield start, end, FindingKind.DATETIME


def _is_mine(text: str, start: int, end: int) -> bool:
    """Whether the English sentence around a range tells what happened to somebody, not what everybody will do."""
    begins = max(text.rfind(mark, 0, start) for mark in ".;!?\n") + 1
    sentence = text[begins:start] + " " + re.split(r"[.;!?\n]", text[end : end + 80])[0]
    return _MINE_EN.search(sentence) is not None and _FUTURE_EN.search(sentence) is None


def _is_notice(text: str, start: int, end: int) -> bool:
    if _RANGE_BEFORE.search(text, max(0, start - 24), start):
        return True
    before, after = text[max(0, start - 16) : start], text[end : end + 24]
    if _MINE.search(after) or _STAYED.search(text, max(0, start - 40), start):
        return False
    begins = _NOT_PUBLIC.match(after)
    if begins and _HAPPENED.match(after, begins.end()):
        return False
    if _RANGE_AFTER.match(after) or _AFTER_NOTICE.match(after):
        return True
    clause = re.split(r"[。；;!！?？\n]", before)[-1] + " " + re.split(r"[。；;!！?？\n]", after)[0]
    return bool(_NOTICE.search(clause))
