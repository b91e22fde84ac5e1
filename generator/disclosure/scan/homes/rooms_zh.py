"""Detector of homes in Chinese: 12栋3单元1201, 12-3-1201, 5#1203, 十四栋三单元七零二, 2座10樓E室, 楼上902.

In an estate a building number already says who is meant, so every 栋, 幢, 座, 号楼 or 单元 with a number is
private; the number *of* buildings (共有9栋, 2栋商业) is not.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import alternatives, parts, words
from generator.disclosure.scan.words.quantities import FIXTURES, STRUCTURES

_CN: Final = "〇零一二三四五六七八九十百千两幺壹贰叁肆伍陆柒捌玖拾"
_NUMBER: Final = rf"(?:[0-9]{{1,4}}[a-z]?|[a-z][0-9]{{0,3}}|[{_CN}]{{1,6}})"
_GAP: Final = r"[ \-–—‐_.·/#*~]{0,2}"
_WIDE_GAP: Final = r"[ \-–—‐_.·/#*~,，、]{0,2}"
_SIDE: Final = "[甲乙丙丁戊东西南北a-h]?"

_BLOCK: Final = alternatives(
    "号楼",
    "栋楼?",
    "幢楼?",
    f"座(?!机|位|椅|谈|凉|桥|城|山|公|大|小|亭|{STRUCTURES})",
    "号院",
    "#楼",
    "#(?=[ ]?[0-9]|[东西南北中甲乙丙丁]单元|一户|那户|有户|谁家|门厅|大堂|门口|楼道|架空层|[东西南北]侧|业主|住户|租客|反映|说|厨房|卫生间|阳台|装修|客厅|卧室)",
)
_UNIT: Final = alternatives("单元", "梯位?(?!队|形|级)", "门(?!口|卡|禁|岗|外|内|前|锁|铃|厅|诊|框|把)")
_FLOOR: Final = "(?:楼|层|f)"
_LEVEL: Final = words("顶楼 顶层 楼顶 底楼 底层 首层 阁楼 天台 夹层 跃层 半地下 地下室 架空层 天台房")
_DOOR: Final = alternatives(
    "室",
    "号房",
    "房(?!东|屋|租|产|间|子|门|本)",
    "户(?!型|主|口|外|籍|名|表|内)",
    "号(?!楼|院|栋|门|线|梯|电梯|岗|泵)",
    "家",
)
_BARE_ROOM: Final = rf"{_GAP}{_NUMBER}(?![a-z0-9]|[,.][0-9])|[,，、 ]{{1,2}}[0-9]{{3,4}}[a-z]?(?![0-9a-z]|[,.][0-9]|[户元个次件人名台套米平])"
_SIDE_UNIT: Final = "(?:[东西南北中甲乙丙丁]单元|[甲乙丙丁]梯)"
_WHICH_END: Final = "(?:[东西南北中][头侧边门面]?)?"
_HAND: Final = "[东西南北中左右][门手边侧头]"
"""5号楼4楼左门, 2栋中门1003: which of its doors, where a storey or a number stands beside it; 5号楼东门 is everybody's."""
_WITHIN: Final = rf"(?:{_WIDE_GAP}(?:{_NUMBER}{_GAP}{_UNIT}|{_SIDE_UNIT}|{_HAND}(?={_GAP}[0-9{_CN}]{{3,4}})))?(?:{_WIDE_GAP}{_WHICH_END}(?:(?:(?<![,，、 ])(?:负|地下))?{_NUMBER}{_GAP}{_FLOOR}(?:{_HAND}|之[0-9{_CN}]{{1,2}})?|{_LEVEL}))?(?:{_BARE_ROOM})?(?:{_GAP}{_DOOR})?"
_QUARTER: Final = rf"(?:[0-9{_CN}]{{1,2}}[区期]{_GAP})?"
_BUILDING: Final = re.compile(
    rf"(?P<home>(?<![0-9a-z]){_QUARTER}{_SIDE}{_NUMBER}{_GAP}{_BLOCK}{_WITHIN})(?![0-9])"
)
_ENTRANCE: Final = re.compile(
    rf"(?P<home>{_NUMBER}{_GAP}单元(?:{_GAP}(?:{_NUMBER}{_GAP}{_FLOOR}|{_LEVEL}))?(?:{_BARE_ROOM})?(?:{_GAP}{_DOOR})?)"
)
_LETTERED: Final = gated(
    rf"(?P<storey>(?<![0-9a-z])[0-9{_CN}]{{1,3}}[楼层][ ]?[0-9]{{3,4}})|"
    rf"(?P<nth>(?<![0-9a-z第])[0-9{_CN}]{{1,3}}[楼层][ ]?[0-9]{{1,2}}(?:号门|号房|室|户(?!型|数|居|业|住)|号(?=[,.;!?把又的了核和只人也在 ]|$)))|(?P<of_it>(?<![0-9a-z第至到\-–])[0-9{_CN}]{{1,3}}[楼层]0[1-9])(?![0-9.])|"
    r"(?P<tower>(?<![0-9a-z一-鿿])[a-ht][0-9]{1,2}[\-–][0-9]{3,4}(?![0-9\-]))|"
    r"(?P<store>(?:储藏|储物|杂物)[室间][ ]?[0-9]{1,3}号)|"
    r"(?P<beside>(?<=[跟和与离])[0-9]{3,4}(?=只隔|就隔|隔着|隔了|一墙|共墙|共用))|"
    r"(?P<pets>(?<![0-9.共有约记])[1-9][0-9]?(?:0[1-9]|1[0-9])(?=只[大小黑白黄花]{0,2}(?:狗|犬|猫|泰迪|金毛|哈士奇|柯基|比熊|鹦鹉)))|"
    rf"(?P<gate>(?<![0-9a-z{_CN}])[0-9{_CN}]{{1,3}}门[0-9]{{3,4}}(?![0-9.元份个件人次台张只块平米吨度]|[,，][0-9]))|"
    r"(?P<there>(?<=[那这]栋的)[0-9]{3,4}(?![0-9.%]))|"
    rf"(?P<home>(?<![0-9a-z一-鿿])[a-h甲乙丙丁](?:区|座|栋|幢)[ ]?(?:[0-9]{{3,4}}|[0-9]{{1,2}}(?![0-9]|号?[ ]?(?:{FIXTURES})))(?:室|号|房)?)|"
    r"(?P<block>(?<![a-z])[a-h甲乙丙丁](?:座|栋|幢)(?!位|机|椅))"
)
_HOUSE: Final = alternatives(
    rf"[0-9{_CN}]{{1,4}}(?:号(?:院|门|楼)?|弄|门洞?|门栋|梯|座|幢|栋|单元|区|期|排)(?!线|起|前|后|止|至|到)",
    "(?<![a-z])[a-h](?:区|座|梯|栋|幢)",
)
_LANE: Final = rf"[0-9{_CN}]{{1,4}}弄(?:[0-9{_CN}]{{1,3}}[号支]){{1,2}}"
_AT_STOREY: Final = gated(
    rf"(?<![0-9a-z月{_CN}])(?P<it>(?:{_HOUSE}{_GAP}){{1,3}}的?{_WHICH_END}(?:(?:负|地下)?[0-9{_CN}]{{1,3}}|底|顶|首)[楼层](?:{_WHICH_END}|[左右中][手边侧]?))(?!平台|照明|灯|消防|喷淋|通道|摄像|监控|厕所|地面|墙面|吊顶|电|防火|风[机管]|标识|开放|水箱|楼道|走廊|大[堂厅]|机房|会议|会所|商铺|公共|公厕|电梯|车[棚库]|屋面|天台|露台|连廊|楼梯|门厅|及以|以)"
    rf"|(?P<lane>{_LANE}(?:{_GAP}[0-9{_CN}]{{2,4}}室?|{_GAP}(?:[底顶]|[0-9{_CN}]{{1,3}})[楼层])?)"
    rf"|(?<![0-9a-z月{_CN}])(?P<house>[0-9{_CN}]{{1,3}}号[0-9]{{3,4}}室?)(?![0-9a-z.%\-]|[元份个件户人名次台套块米平吨度])"
    rf"|(?<![0-9{_CN}] )(?P<spaced>[0-9{_CN}](?: [0-9{_CN}]){{0,2}} ?[号栋幢座] ?[0-9{_CN}](?: [0-9{_CN}]){{2,3}})(?![0-9{_CN} ])"
)
"""9号底楼, 2梯顶层, 38弄6号1101室, 十 三 号 八 零 四: whatever a house is called, a storey of it is a home."""
_DASHED: Final = re.compile(
    r"(?<![0-9a-z.\-/])(?P<three>(?:[0-9]{1,2}|[a-z])[ ]?(?P<mark>[\-–—‐_/.·~])[ ]?[0-9]{1,2}[ ]?(?P=mark)[ ]?[0-9]{3,4}[a-z]?)(?![0-9])"
)
_DASHED_TWO: Final = re.compile(
    r"(?<![0-9a-z.\-/])(?P<two>(?:[0-9]{1,2}|[a-z])[ ]?[\-–—‐#_~/][ ]?[0-9]{3,4}[a-z]?)(?![0-9\-/.%])|(?<![0-9a-z])(?P<level>[0-9]{1,2}f[ \-]?[a-h])(?![a-z0-9])"
)

_ROOM_NUMBER: Final = (
    rf"(?<![0-9a-z])(?<![0-9][,.])(?:[a-z]?[0-9]{{3,4}}[a-z]?|[{_CN}]{{3,6}}|[0-9]{{1,2}}[a-h])"
)
_DWELLERS: Final = alternatives(
    "室",
    "号房",
    "房(?!屋|租|产|间|子)",
    "户(?!型|数|次|以|居|业|家|均|进行|开展|入户|安检|完成|居民|业主)",
    "住户",
    "业主",
    "租客",
    "的?邻居",
    "那[家户]",
    "[他她]家",
    "家[的里]",
    "家(?!具|电|企业|公司|店|商)",
)
_VISITED: Final = "(?:抽样|抽查|抽测|抽检|走访|入户|测温|回访|安检|普查|摸排|排查|核查|抄表|惠及|覆盖|涉及|受益|签约|参与|参加|报名|慰问|缴费|欠费|供暖|停暖|受访|登记|注册|新增|激活|绑定|认证|申报|申请|复核|开通|停水|停气|停电|达标|合格|减免|通水|通气)"
"""测温118户: how many homes; 296户 is a count as well, for no floor has so many doors."""
_ROOM: Final = gated(
    rf"(?<![共约计达余近])(?<![应实]到)(?<!{_VISITED})(?P<room>(?![0-9]{{1,2}}(?:[4-9][0-9]|00)户(?!的|业主|住户|[家那又总漏装半])){_ROOM_NUMBER})[ ]?{_DWELLERS}"
)
_WHERE: Final = words(
    "楼上 楼下 隔壁 对门 对面 邻居 住 住在 家住 家在 我家 俺家 咱家 俺屋 咱屋 我是 他家 她家 房号 门牌 门牌号 室号 户号 地址 送到 到 去 在 是 业主 住户"
)
_NOT_A_UNIT: Final = "(?![ ]?[0-9a-z.:%‰+年月日号元块次台个件户人名米套时分秒吨度平份条辆株棵处盏只张天周余多万千百亿本页间组项起场回口具格级字棵\\-/])"
_CUED_ROOM: Final = gated(
    rf"(?<![涨降升加减变调增跌缩延改扣提]){_WHERE}(?:是|为|的|[: ])?(?P<room>(?<![0-9])(?:[a-z]?[0-9]{{3,4}}[a-z]?|[0-9]{{1,2}}[a-h])){_NOT_A_UNIT}"
)

_NEXT_DOOR: Final = re.compile(
    r"(?:楼上|楼下|隔壁|对门|对面|邻居|住户|业主)(?:的|是|那个|那)?[ ]?(?P<room>(?<![0-9])[1-9][0-9]{2,3}[a-z]?)(?![0-9.%:元平米户]|[ ]?(?:毫米|厘米|小时|分贝|平方|多户|余户))"
)
"""Beside a word for a neighbour three or four digits are a flat, whatever follows."""

_DOORS: Final = re.compile(
    "(?<![0-9])(?P<both>[1-9][0-9]?(?:0[1-9]|1[0-9])(?:[、,和及与][1-9][0-9]?(?:0[1-9]|1[0-9])){1,4})(?=[两2三3]户|业主|住户|家)"
    "|约(?P<met>[1-9][0-9]?(?:0[1-9]|1[0-9]))(?=业主|住户|租客)"
    "|(?:由|位置为|请到|到|去)(?P<at>[1-9][0-9]?(?:0[1-9]|1[0-9]))(?=起火|台盆|处理|厨房|卫生间|阳台|次卧|主卧|客厅|查|看)"
    f"|(?P<said>[{_CN}]{{1,3}}楼[零0][{_CN}1-9])"
)
"""1203、1204两户, 约1203业主周六查漏: a number that ends like a door's counts nothing here."""
_SAID_DOOR: Final = re.compile(
    r"(?:楼上|楼下|隔壁|对门|对面|住|我是|我家|邻居)(?:的|是|在)?(?P<room>[123]?十[1-9]?[零0][1-9])"
)
"""楼上十五零一: storey and door as they are said."""

_ACTOR: Final = re.compile(
    r"(?:^|[，。；！？、,.;!?：: ]|[可但而是和跟与让请找叫对因被连])(?P<room>(?<![0-9])[1-9][0-9]{2,3})"
    r"(?=把(?!椅|锁|伞|钥|扫|铁|刀|梯)|又|总|天天|老是|半夜|经常|一直|每天|每晚|往|家|那|的[人狗猫车]|养|扔|倒|晒|堆|装修|漏|敲|弹|唱|打麻将|说|不肯|不让|不听|也|还|人(?:不|在|没|都|已|搬|出)|[0-9一二三四五六七八九十]{1,2}月[底初中份]?(?:入住|装修|搬|收房|退租|开工|出租)|处于|双方|没人|无人|空置|漏水|渗水|周末|目前|联系)"
)
"""1101把鱼缸水倒…: a number that does something is somebody's door."""

_STOREY: Final = rf"[0-9{_CN}]{{1,3}}(?:楼|层)"
_PERSON: Final = words("邻居 那家 那户 人家 老人 大爷 大妈 阿姨 先生 女士 奶奶 爷爷 老师 小孩 装修户")
_FLOOR_HOME: Final = gated(
    rf"(?:{words('住 住在 家住 家在 我家 我家在 我们家 我们家在 隔壁 对门 对面 楼上 楼下')})(?P<mine>{_STOREY}(?!以|的?高))"
    rf"|(?<![0-9\-–至到第共])(?P<that>{_STOREY})(?=那[个家户对])"
    rf"|(?<![0-9\-–至到第共])(?P<side>{_STOREY}(?:{words('东头 西头 南头 北头 东户 西户 中户 左手 右手 左户 右户 左边 右边')}))"
    rf"|(?<![0-9\-–至到第共])(?<!其中)(?P<agrees>{_STOREY})(?=(?:也|都|已经?|均|坚决|暂时|至今|还是)?(?:不?(?:同意|赞成|认可)|反对|答应|拒绝|签了?字|道歉|关了?阀|赔|没意见|有意见|配合(?![0-9])))"
    rf"|(?<![0-9\-–第共])(?P<whose>{_STOREY})(?=的?[一-鿿]{{0,2}}{_PERSON}|(?<!一楼)(?<!1楼)的?(?:业主|租客))"
)

_COUNTED: Final = re.compile(rf"{_QUARTER}{_NUMBER}[ ]?(?:栋|幢|座|单元|个单元|栋楼|幢楼)")
_COUNT_BEFORE: Final = re.compile(
    rf"(?:{words('全小区 全区 全园区 整个小区 住宅 高层 多层 洋房 别墅 公寓 商业 叠拼 联排 叠墅 塔楼 板楼 裙楼 裙房 公建 配套公建 平房 石库门 商铺 写字楼 安置房 回迁房 共 共有 共计 总计 合计 其余 其他 新增 新建 全部 所有 涉及 覆盖 包括 分别有 完成 完成了 已对 已为 累计 达 达到 计 各 每 近 约 另 另外 规划 建有 设有 拥有 有 地上')})[ ]?$"
)
_COUNT_AFTER: Final = re.compile(
    rf"{words('高层 住宅 商业 小高层 多层 洋房 别墅 建筑 楼宇 单体 写字楼 公寓 塔楼 板楼 裙楼 裙房 公建 叠拼 联排 石库门 安置房 回迁房 配套')}|的?(?:全部|所有)|楼(?=[、，。；,.; ]|的?外墙|进行|完成|全部|$)"
)
_LIST_BEFORE: Final = re.compile("[栋幢](?:高层|住宅|商业|小高层|多层|洋房|别墅|公寓)[、，和及]$")
_PARTICULAR: Final = re.compile(
    "[0-9的窗侧旁]|单元|楼下|楼上|楼道|业主|住户|居民|门[口前后]|[东南西北][边侧面头]|墙根|背后"
)
"""垃圾房改到22座窗下: what is beside it is one building's."""
_STRUCTURE: Final = re.compile("座(?=[，。；、,.;和及 ]|$)")
_GROWS: Final = re.compile("[由从]$")
_GROWN: Final = re.compile("(?:增|减|扩|升|降|变|改)(?:加|少|建|设)?[至到为成]")
_GROWN_TO: Final = re.compile("(?:增|减|扩|升|降|变|改)(?:加|少|建|设)?[至到为成]$")
"""由1座增至3座: how many there were, and are."""


def find_chinese_homes(reading: Reading) -> Iterator[Found]:
    """Every home a Chinese text points to."""
    text = reading.numbers
    counted = set(building_counts(text))
    for pattern in (
        _BUILDING,
        _ENTRANCE,
        _LETTERED,
        _AT_STOREY,
        _DASHED_TWO,
        _ROOM,
        _CUED_ROOM,
        _NEXT_DOOR,
        _SAID_DOOR,
        _DOORS,
        _ACTOR,
        _FLOOR_HOME,
    ):
        for start, end in parts(pattern, text):
            if (start, end) not in counted:
                yield start, end, FindingKind.ROOM
    yield from ((*match.span("three"), FindingKind.ROOM) for match in _DASHED.finditer(text))


def building_counts(text: str) -> Iterator[tuple[int, int]]:
    """Where buildings are counted, not numbered: 共有9栋, 9栋高层, 遮阳棚1座."""
    for pattern in (_BUILDING, _ENTRANCE):
        for start, end in parts(pattern, text):
            if _COUNTED.fullmatch(text, start, end) and _is_count(text, start, end):
                yield start, end
    for several in _PHASES.finditer(text):
        yield from (one.span() for one in _PHASE.finditer(text, *several.span()))


_PHASE: Final = re.compile("[一二三四五六1-6]期[0-9]{1,2}[栋幢座]")
_PHASES: Final = re.compile(f"(?:{_PHASE.pattern}[、,和及]){{1,5}}{_PHASE.pattern}(?=[,.;。]|$)")
"""一期4栋、二期6栋、三期5栋: how many were built in each."""


def _is_count(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 6) : start]
    if _LIST_BEFORE.search(before) or _COUNT_AFTER.match(text, end):
        return True
    if (
        _STRUCTURE.match(text, end - 1)
        and re.search("[一-鿿]$", before)
        and not re.search("[住在到我于是]$", before)
    ):
        return True
    if (_GROWS.search(before) and _GROWN.match(text, end)) or _GROWN_TO.search(before):
        return not _PARTICULAR.match(text, end)
    return bool(_COUNT_BEFORE.search(before)) and not _PARTICULAR.match(text, end)


_ANY_STOREY: Final = re.compile(
    rf"(?:(?<![楼层])到|住|在|给|往|去|回|上|从)了?(?P<storey>[0-9{_CN}]{{1,3}}楼)(?=[，。；！？、,.;!?的 ]|$|家|那)"
)


def find_storeys(reading: Reading) -> Iterator[Found]:
    """Somebody's storey, where nothing else is said of it: 把菜拎到七楼."""
    yield from ((*found, FindingKind.ROOM) for found in parts(_ANY_STOREY, reading.numbers))
