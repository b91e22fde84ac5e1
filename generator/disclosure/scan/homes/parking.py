"""Detector of numbered parking spaces: 车位A-066, 负二层71号, B区023车位, bay 88, space B2-117."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import parts, words
from generator.disclosure.scan.words.quantities import FIXTURES

_SPACE: Final = words("固定车位 产权车位 停车位 车位 泊位 车库 停车场 停车库 地库 车库里 地下车库")
_LEVEL: Final = r"(?:(?:地下|负|(?<![a-z])b)[一二三四1-4](?:层|楼|区|f)?(?:的)?[ ]?[\-–—.·]?[ ]?)"
_AREA: Final = r"(?:(?:[a-z][区层]?|[0-9一二三四五六七八九十]{1,2}区|[东南西北中]{1,2}区)[ ]?[\-–—.·]?[ ]?)"
_SAID: Final = "[一二两三四五六七八九]?[百十][零一二三四五六七八九十百]{0,5}号"
"""一百三十二号, as it is said: with 百 and 十 it is a numeral, and none of its digits is read as one."""
_SAID_SHORT: Final = "[一二三四五六七八九]?十[一二三四五六七八九]?"
_ROW: Final = "[0-9一二三四五六七八九十]{1,3}排第?[0-9一二三四五六七八九十]{1,3}号(?![柜桌椅灯树泵])"
"""3排12号 of a mechanical car park; 3排12号柜 is a locker."""
_COUNT: Final = r"(?!:[0-9]|[0-9a-z层个平米元%处组扇块根条套件间樘口座只张户名吨升幅面段项具]|小时|辆|号门|号出|号?[ ]?(?:[一-鿿]{0,2}(?:风机|水泵|泵|电梯|梯|出口|口|电柜|机房|井|卷帘|防火门|灯|柜|箱|摄像|道闸|岗|通道|坡|坑|管|阀)(?!位|的车))|台|盏|次|天|月|年|分|点)"

_CUED: Final = re.compile(
    rf"(?:{_SPACE}|停[在到着])[是为在: 第的]{{0,3}}(?P<in_row>{_ROW})|(?P<taken_row>(?<![0-9a-z第]){_ROW})(?=(?:号)?(?:车位|车板)|被占|被人占|的?车(?!棚|库)|卡住)"
    rf"|{_SPACE}(?:号码|编号|号)?[是为在: 第的]{{0,3}}(?P<space>{_LEVEL}?{_AREA}?(?:[0-9]{{1,4}}号?|{_SAID})){_COUNT}"
    rf"|(?P<row>[a-z]区[0-9一二三四五六七八九十]{{1,3}}排[0-9一二三四五六七八九十]{{1,3}}号)|(?<![a-z0-9])(?P<said>[a-h]{_SAID_SHORT}号)(?![楼线门梯泵])|(?:位子?|车位)(?P<spelled>[a-h][0-9一二三四五六七八九]{{2,3}})"
    rf"|位子[是在为](?P<seat>{_LEVEL}?(?:[a-z][区层]|[东南西北中]{{1,2}}区)[0-9]{{1,4}}号?){_COUNT}"
)
_ON_LEVEL: Final = re.compile(
    rf"(?P<space>{_LEVEL}{_AREA}?[0-9]{{1,4}}(?:号车位|号位|号|车位)?){_COUNT}"
    rf"|(?P<spoken>{_LEVEL}{_AREA}?第?{_SAID}(?:车位|位)?)(?![楼院门栋幢室房]){_COUNT}"
)
"""负三层42号, and 负三层四十二号 as it is said."""
_FOLLOWED: Final = gated(
    rf"(?<![0-9a-z])(?P<code>{_LEVEL}?{_AREA}[0-9]{{2,4}}号?)(?=号?(?:车位|停车位|泊位|位子))"
    rf"|(?<![0-9a-z\-–])(?P<plain>[0-9]{{1,4}}(?:号|#)?|{_SAID})(?=(?:固定|产权)?(?:车位|停车位|泊位|位子))"
    rf"|(?<![0-9a-z])(?P<deck>[a-z]层[ ]?[0-9]{{1,3}}号(?!号?[ ]?(?:{FIXTURES}|[门出入])))"
    rf"|(?<![0-9a-z])(?P<letter>[a-h]区[ ]?(?:[\-–—]?[ ]?[0-9]{{3,4}}号?|[0-9]{{1,2}}号?(?!号?[ ]?(?:{FIXTURES})))|[0-9一二三四五六七八九十]{{1,2}}区[ ]?[0-9]{{1,4}}号(?=[的那车,.;!?]|$)|[a-h][\-–—.·][0-9]{{2,4}})(?![0-9a-z.%])"
)
_PREFIXED: Final = re.compile(
    r"(?:(?<=[停占在是的位了着用堵])|(?:^|(?<=[,.;:!?。，；]))(?=[^,]{2,10}(?:堆[了着]|停[了着])))(?P<it>[a-z][0-9]{1,2}[\-–—.·][0-9]{2,4}号?)(?![0-9a-z.%])|(?<![a-z0-9])(?P<taken>[a-z][0-9]{1,2}[\-–—.·][0-9]{2,4}号?)(?=被占|被人占|上[总老又停一]|的车|车主|停着)"
)
"""车停在M1-075一直没动: an area, its row and the space; the numeral behind it begins a word."""
_NAMED_AREA: Final = "(?:[东南西北中]{1,2}区|[0-9一二三四五六七八九十]{1,2}区|[红黄蓝绿紫橙甲乙丙丁]区|[a-z]层|[上中下]层|[0-9]{1,3}排)"
_NUMBERED: Final = rf"{_NAMED_AREA}[ ]?第?[0-9]{{1,4}}号(?:位)?(?![ ]?(?:{FIXTURES}|[楼院门梯栋幢室房灯井柜泵箱岗亭桌椅凳线点牌监探花健消垃公]))"
_BY_A_CAR: Final = gated(
    rf"(?:停[在到着于喺了]?|停[一-鿿]着|[占霸堵挡租借蹭剐刮撞划拔泡淹][着用了在到坏]+|我[租买]?的|我家的|明明是|紧挨着的?|位子?[在是]?|拍到|瞧见|看见|横在|流进|开进|倒进)(?P<of>{_NUMBERED})"
    rf"|(?P<it>{_NUMBERED})(?=(?:的)?(?:车(?!库|道|棚)|地锁|后视镜|充电线|感应杆|那台|那辆)|那[位人辆台]|被[占堵霸剐蹭划撞人锁]|停[着了满]|跟前|隔[篱壁]|漏[了一-鿿]{{0,4}}[机汽]?油|一下雨就|上?停|[不没]走|转租|前的[一-鿿]{{1,4}}车|堆[了着满]|卡住|车[板主])"
)
"""霸着北区40号, 3排12号前的三轮车: an area and a number are a space where a car stands, leaks or is in the way."""
_ENGLISH: Final = re.compile(
    rf"\b(?P<space>(?:(?:parking|garage|car)[ ])?{words('space bay spot slot lot stall carport')}[ ]?(?:no\.?[ ]?|number[ ]|#)?(?:b[1-4][ \-]?)?(?:[a-z]{{1,2}}[ \-]?)?[0-9]{{1,4}}[a-z]?)(?![0-9a-z])"
)


def find_parking(reading: Reading) -> Iterator[Found]:
    """Every numbered parking space."""
    for pattern in (_CUED, _ON_LEVEL, _FOLLOWED, _BY_A_CAR, _ENGLISH):
        yield from ((start, end, FindingKind.PARKING) for start, end in parts(pattern, reading.numbers))
    yield from ((*range_, FindingKind.PARKING) for range_ in parts(_PREFIXED, reading.plain.lower()))
