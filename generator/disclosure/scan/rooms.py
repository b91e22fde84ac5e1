"""Detector of homes: buildings, units, rooms and floors tied to a person; and of parking spaces.

In an estate a building number already says who is meant, so every 栋/幢/座/号楼 with a number is private, however
it is written: 12栋3单元1201, 12-3-1201, 5#1203, 十四栋三单元七零二, Block 5 Room 1204, Unit 2B.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading, matches
from generator.disclosure.scan.spans import FindingKind

N: Final = "0-9〇零一二三四五六七八九十百两幺壹贰叁肆伍陆柒捌玖拾a-z"
_NUMBER: Final = (
    "(?:[0-9]{1,4}[a-z]?|[a-z][0-9]{0,3}|[〇零一二三四五六七八九十百两幺壹贰叁肆伍陆柒捌玖拾]{1,5})"
)
_GAP: Final = r"[ \-–—‐_.·,，、/#*~]{0,2}"
_BLOCK: Final = r"(?:号楼|栋楼?|幢楼?|座(?!机|位|椅|谈|凉|桥|城|山|公|大|小|亭)|号院|#楼|#(?=[ ]?[0-9]))"
_UNIT: Final = r"(?:单元|梯位?|门(?!口|卡|禁|岗|外|内|前|锁|铃|厅|诊))"
_FLOOR: Final = r"(?:楼|层|f)"
_DOOR: Final = r"(?:室|号房|房(?!东|屋|租|产|间|子|门|本)|户(?!型|主|口|外|籍|名|表|内)|号(?!楼|院|栋|门|线|梯|电梯|岗|泵)|家)"
_LEVEL: Final = "(?:顶楼|顶层|底楼|底层|首层|一楼|阁楼|负一楼)"

_HOME: Final = re.compile(
    rf"(?P<it>(?<![0-9a-z]){_NUMBER}{_GAP}{_BLOCK}"
    rf"(?:{_GAP}{_NUMBER}{_GAP}{_UNIT})?(?:{_GAP}(?:{_NUMBER}{_GAP}{_FLOOR}|{_LEVEL}))?(?:{_GAP}{_NUMBER}(?![a-z0-9]))?(?:{_GAP}{_DOOR})?)"
    r"(?![0-9])"
)
_UNIT_HOME: Final = re.compile(
    rf"(?P<it>{_NUMBER}{_GAP}单元(?:{_GAP}(?:{_NUMBER}{_GAP}{_FLOOR}|{_LEVEL}))?(?:{_GAP}{_NUMBER}(?![a-z0-9]))?(?:{_GAP}{_DOOR})?)"
)
_DASHED: Final = re.compile(
    r"(?<![0-9a-z.\-/])(?P<it>(?:[0-9]{1,2}|[a-z])[ ]?([\-–—‐_/.·~])[ ]?[0-9]{1,2}[ ]?\2[ ]?[0-9]{3,4}[a-z]?)(?![0-9])"
    r"|(?<![0-9a-z.\-/])(?P<two>(?:[0-9]{1,2}|[a-z])[ ]?[\-–—‐#_~/][ ]?[0-9]{3,4}[a-z]?)(?![0-9\-/.%])"
)
_ROOM: Final = re.compile(
    r"(?P<it>(?<![0-9a-z])(?:[a-z]?[0-9]{3,4}[a-z]?|[〇零一二三四五六七八九幺]{3,4}|[0-9]{1,2}[a-z]))[ ]?(?:室|号房|房(?!屋|租|产|间|子)|户(?!型|数|次|以|居|业|家|均)|住户|业主|租客|的?邻居|那家|那户|他家|她家|家的|家里|家(?!具|电|企业|公司|店|商))"
)
_CUED_ROOM: Final = re.compile(
    r"(?:楼上|楼下|隔壁|对门|对面|邻居|住在?|家住|家在|我家|我是|他家|她家|房号|门牌号?|室号|户号|地址|送到|到|去|在|是|业主)(?:是|为|的|[:： ])?"
    r"(?P<it>(?<![0-9])(?:[a-z]?[0-9]{3,4}[a-z]?|[0-9]{1,2}[a-z]))(?![0-9a-z.:：%‰+年月日号元块次台个件户人名米套时分秒吨度平份条辆株棵处盏只张天周余多万千百亿本页间组项起场回米项\-/]| ?(?:years?|yuan|rmb|hours?|minutes?|days?))"
)
_FLOOR_HOME: Final = re.compile(
    r"(?:住在?|家住|家在|我家在?|我们家在?|隔壁|对门|对面|楼上|楼下|住户在?)(?P<it>[0-9〇零一二三四五六七八九十两]{1,3}(?:楼|层)(?!以|的?高))"
    r"|(?<![0-9\-–至到第共])(?P<then>[0-9〇零一二三四五六七八九十两]{1,3}(?:楼|层)(?:东户|西户|中户|左手边?|右手边?|左户|右户))"
    r"|(?<![0-9\-–至到第共])(?P<whose>[0-9〇零一二三四五六七八九十两]{1,3}(?:楼|层))(?=的?(?:邻居|住户|业主|租客|那家|那户|人家|某|老人|大爷|大妈|阿姨|小孩|装修户))"
)
_NAMED: Final = re.compile(
    r"(?P<it>(?<![0-9a-z一-鿿])[a-h甲乙丙丁](?:区|座|栋|幢)[ ]?[0-9]{1,4}(?:室|号|房)?)"
    r"|(?P<two>(?<![a-z])[a-h甲乙丙丁]{1}(?:座|栋|幢))(?!位)"
)

_BLOCK_EN: Final = r"(?:block|blk|building|bldg|tower|villa|house)"
_ROOM_EN: Final = r"(?:unit|flat|apartment|apt|room|rm|suite|door|no|number)"
_ID_EN: Final = r"(?:[0-9]{1,4}[a-z]?(?:[\-/][0-9]{1,4}[a-z]?){0,2}|[a-h](?:[\-]?[0-9]{1,4}[a-z]?)?)"
_WORD_EN: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
_HOME_EN: Final = re.compile(
    rf"\b(?P<it>(?:{_ROOM_EN}[.#]?[ ]?#?[ ]?)?(?:[0-9]{{1,4}}[a-z]?[ ]?,?[ ]?(?:(?:of|in|at)[ ](?:the[ ])?)?)?{_BLOCK_EN}[.,]?[ ]?(?:no\.?[ ]?|number[ ]|#)?(?:{_ID_EN}|{_WORD_EN})"
    rf"(?:[ ,]{{1,3}}(?:(?:unit|entrance|stair)[ ]?{_ID_EN}[ ,]{{1,3}})?(?:(?:{_ROOM_EN}[.#]?|#)[ ]?#?{_ID_EN}|[0-9]{{3,4}}[a-z]?|[0-9]{{1,2}}[a-z]\b|(?:[0-9]{{1,2}}(?:st|nd|rd|th)[ ]floor|top floor|ground floor|floor[ ][0-9]{{1,2}}))|[\-/][0-9]{{3,4}})?)(?![0-9a-z])"
)
_ROOM_ONLY_EN: Final = re.compile(
    rf"\b(?P<it>(?:unit|flat|apartment|apt|room|rm|suite)[.#]?[ ]?(?:no\.?[ ]?|number[ ]|#)?{_ID_EN}(?:[ ,]{{1,2}}(?:of|in|at)?[ ]?(?:the[ ])?{_BLOCK_EN}[ ]?{_ID_EN})?)(?![0-9a-z])"
    r"|(?<![0-9a-z])(?P<two>#[ ]?[0-9]{1,3}[\-][0-9]{1,4}[a-z]?|[0-9]{1,2}[a-h](?= (?:has|have|is|was|keeps?|who|and|again|on)\b)|(?<=in )[0-9]{1,2}[a-h]\b|(?<=at )[0-9]{1,2}[a-h]\b|(?<=from )[0-9]{1,2}[a-h]\b|(?<=of )[0-9]{1,2}[a-h]\b)"
    r"|\b(?P<floor>(?:[0-9]{1,2}(?:st|nd|rd|th)|top|ground|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ -]floor)(?= (?:neighbou?r|resident|tenant|owner|family|couple|lady|man|woman|guy))"
)

_COUNT_BEFORE: Final = re.compile(
    r"(?:共有?|共计|总计|合计|其余|其他|新增|新建|全部|所有|涉及|覆盖|包括|分别有|完成了?|已对|已为|累计|达到?|计|各|每|近|约|等|另外?|规划|建有|设有|拥有|由|有)(?:\s)?$"
)
_COUNT_AFTER: Final = re.compile(
    r"(?:(?:高层|住宅|商业|小高层|多层|洋房|别墅|建筑|楼宇|单体|写字楼|公寓|塔楼|板楼|商铺|配套|楼(?!下|上|道|顶|梯|前|后|门|栋|管|层|里|内|长|房|的|口|外|间|[0-9一二三四五六七八九十]))|的?(?:全部|所有)|\s?(?:high-rise|buildings?|blocks?))"
)
_LIST_BEFORE: Final = re.compile(r"(?:栋|幢)(?:高层|住宅|商业|小高层|多层|洋房|别墅|公寓)[、，和及]$")


def find_rooms(reading: Reading) -> Iterator[Found]:
    """Every way of writing a home; counts of buildings (共有9栋) are none."""
    text = reading.numbers
    for pattern in (_HOME, _UNIT_HOME, _NAMED):
        for start, end in _ranges(pattern, text):
            if not _is_count(text, start, end):
                yield start, end, FindingKind.ROOM
    for pattern in (_DASHED, _ROOM, _CUED_ROOM, _FLOOR_HOME, _HOME_EN, _ROOM_ONLY_EN):
        yield from ((start, end, FindingKind.ROOM) for start, end in _ranges(pattern, text))


def _ranges(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        named = next(name for name, value in match.groupdict().items() if value)
        yield match.span(named)


def _is_count(text: str, start: int, end: int) -> bool:
    """A number of buildings, not the number of a building: 共有9栋, 9栋高层, 2栋商业."""
    value = text[start:end]
    if not re.fullmatch(rf"{_NUMBER}[ ]?(?:栋|幢|座|单元|个单元|栋楼|幢楼)", value):
        return False
    before, after = text[max(0, start - 6) : start], text[end : end + 12]
    if _LIST_BEFORE.search(before) or _COUNT_AFTER.match(after):
        return True
    return bool(_COUNT_BEFORE.search(before)) and not re.match(
        r"[0-9的]|单元|楼下|楼上|楼道|业主|住户|居民", after
    )


_PARKING: Final = re.compile(
    r"(?:固定车位|产权车位|停车位|停车场|停车库|车位|车库|泊位|地库|车库里|地下车库)(?:号|编号|号码)?[是为在:： 第的]{0,3}"
    r"(?P<it>(?:(?:地下|负)?[负b]?[0-9一二三四五]?(?:层|楼|区|库|f)?[ ]?[\-–—.·]?)?(?:[a-z][区]?[ ]?[\-–—.·]?)?[a-z]?[0-9]{1,4}(?:号)?)(?![0-9a-z个平米元%]|小时|辆|号门|号出)"
    r"|(?P<level>(?:地下|负|b)[一二三四1-4](?:层|楼|区|f)?[ ]?(?:的)?[\-–—.·]?[ ]?(?:[a-z][区]?[ ]?[\-–—.·]?)?[0-9]{1,4}(?:号(?:车位|位)?|车位)?)(?![0-9a-z个]|小时|元|号门|号出|米|台|盏|次|辆)"
    r"|(?<![0-9a-z])(?P<code>(?:b[1-4][ ]?[\-–—.·]?[ ]?)?[a-z][区]?[ ]?[\-–—.·]?[ ]?[0-9]{2,4}(?:号)?)(?=号?(?:车位|停车位|泊位|位子))"
    r"|(?<![0-9a-z\-–])(?P<plain>[0-9]{1,4}(?:号|#)?)(?=(?:号|#)?(?:固定|产权)?(?:车位|停车位|泊位))(?<![0-9]个)"
    r"|(?<![0-9a-z])(?P<letter>[a-h][区][ ]?[0-9]{1,4}号?|[a-h][\-–—.·][0-9]{2,4})(?![0-9a-z.%])"
)
_PARKING_EN: Final = re.compile(
    r"\b(?P<it>(?:(?:parking|garage|car)[ ](?:space|bay|spot|slot|lot|place|stall|no\.?)|bay|space|spot|slot|stall|carport)[ ]?(?:no\.?[ ]?|number[ ]|#)?(?:b[1-4][ \-]?)?(?:[a-z]{1,2}[ \-]?)?[0-9]{1,4}[a-z]?)(?![0-9a-z])"
)


def find_parking(reading: Reading) -> Iterator[Found]:
    """Every numbered parking space."""
    text = reading.numbers
    yield from ((start, end, FindingKind.PARKING) for start, end in _ranges(_PARKING, text))
    yield from matches(_PARKING_EN, text, FindingKind.PARKING)
