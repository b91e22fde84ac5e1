"""Designations of things: models, materials, faults, orders, measuring points, and what is written in capitals.

NICE3000, SBS改性沥青, Y-100型压力表, 故障E05, 合同HT-2026-0087. A code is one by the word before it, by the thing behind
it, or by a date inside it; capitals beside a word for a person (楼上KK, 找LJ) stay a nickname.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import alternatives, words
from generator.disclosure.scan.words.quantities import FIXTURES
from generator.disclosure.scan.words.standards import standards
from generator.disclosure.scan.words.surnames import COMPOUND
from generator.disclosure.scan.words.titles import ACT_CUES, ACTS, NICKNAME_CUES, ROLE_CUES, SELF_CUES

Range = tuple[int, int]

_TOKEN: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-Z][A-Za-z]{0,7}+(?:[\-–/.×+*]{0,2}+(?:[0-9]{1,12}+[A-Z]{0,4}+|[A-Z]{1,6}+(?![a-z]))){0,12}+(?![A-Za-z0-9])"
)
"""Capitals, with figures and further capitals behind them; possessive and bounded, so that it takes linear time."""

_CUE: Final = gated(
    "(?<![业户客员房主宅递运人])"
    + alternatives(
        words(
            """型号 规格 规格型号 故障码 故障代码 错误码 错误代码 报警代码 代码 代号 编号 单号 合同 合同号 工单 工单号 订单 订单号 报修单 报修单号 报事码 诉求码 查询码 受理码 核验码 进度码 登记码 服务码 事项码 溯源码 追溯码 设备码 资产码 检验码 反映件 诉求件 办件 来件 转办件 报的 报过的 柜号 窗型 门型 断路器型号 防火门 集水井 色号 色卡 色卡号 花色号 款号 维修单 派单 派工单 检测报告 报告 招标编号 项目 采购单 申请单 任务单 整改单 联系单 通知单 变更单 签证单 出库单 入库单
            发票 批号 批次 图号 图集 标准 规范 资产 标签 资产标签 设备 登记 受理 案卷 流水 凭证 序列 出厂 注册 许可证 备件 点位 巡更点 巡更点位 测点 观测点 监测点 检测点 采样点 取样点 端口 主板 控制板 版本 固件 软件 协议 系列 品牌 材质 牌号 标号 强度 强度等级 抗渗等级 等级 参数 档案 档案号 文号 备案号 货号 报 报故障 报警 故障 显示 提示 出现 跳出
            设计 混凝土 砼 采用 更换 更换为 换成 换为 换上 换用 改用 改为 升级为 加装 安装 配备 使用 选用 喷涂 涂刷 铺设 敷设 购置 采购 订购 开通 接入 支持 加注 添加 投加 检测 检出 测得 参数为 品名 压力表 真空表 温度计 压力计"""
        )
    )
    + r"(?:号码|编号|号|码|型号|规格)?[:为是]?[ (“\"]?$"
)
_FILED: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,6}字第?[0-9]{1,6}号(?![楼院房室栋幢])")
"""WT字第0061号."""
_SHADE: Final = re.compile("(?<![A-Za-z0-9])(?:RAL|NCS|PANTONE) ?[0-9]{3,4}(?![0-9A-Za-z])")
"""RAL7040: a colour of a colour chart."""
_MACHINE: Final = re.compile(
    "(?:风机|水泵|灯杆|路灯|庭院灯|草坪灯|井盖|消火栓|[主补稳]泵|卷帘|阀门|探测器|摄像[机头]|机组|灭火器|水带|轴承|皮带|防火门|变压器|电机|水箱|控制器|继电器|接触器|变频器|读卡器|传感器|断路器|砂浆|抗渗|砌块|钢筋|焊条|玻璃胶|冷媒|回路|控制柜|配电[箱柜])(?:型号|编号)?[ ]?$"
)
"""What is numbered by its maker or its place in a plan: 排风机BF-03, 砂浆M7.5; a door behind it stays one."""
_MODEL: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z][a-z]{2,9}[ ])?[A-Z]{2,5}[ \-–]?[0-9]{1,4}(?=型(?![一-鿿]?[住户业]))"
)
"""Wilo MHI 403型."""
_CABLE: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{1,4}-){0,2}(?:YJ[VY]|BVR?|BVV|RVV?P?|RVS|KVV|VV|WDZ[A-Z]*|NH|ZR|ZC|SYV|HYA|UTP)[A-Z0-9]{0,4}[ \-–]{0,2}[0-9]{1,3}(?:[.x×*][0-9]{1,3}(?:\.[0-9])?){0,3}(?:\+[0-9]{1,2}[x×*][0-9]{1,3}){0,2}(?![0-9A-Za-z])"
)
"""YJV22-4×95+1×50."""
_CUE_EN: Final = re.compile(
    r"\b(?:model|type|part|code|error|fault|alarm|order|ticket|contract|invoice|report|drawing|asset|tag|batch|standard|ref|reference|job|case|request|work order|purchase order|permit|spec|grade|series|version|cable|board|point|breaker|contactor|pump|relay|inverter|fuse|luminaire|detector|controller)(?: (?:no\.?|number|id|code))?[ :#]{1,2}$",
    re.IGNORECASE,
)
_PLACED: Final = re.compile("[在住停是库位区到去我家场楼层从往]$|[占霸租][着了用]?$")
_SPACE: Final = re.compile(r"[A-H][\-–.][0-9]{2,3}")
_PARKED: Final = re.compile("转租|[充停]着|充电(?![桩柜])|被[占堵人]|停[着了满]|堆[着了满]|漏[一-鿿]{0,4}油")
"""A-19转租给外人: what is done with a parking space."""
_LONGEST_CUE: Final = 16
_DOOR: Final = re.compile(r"[A-Z][\-–.]?[0-9]{3,}[A-Z]?|[A-Z]{1,2}[0-9]?[\-–.][0-9]{1,2}[\-–.][0-9]{3,4}")
_FLAT: Final = re.compile(r"[A-H][\-–.][0-9]{1,2}[\-–.][0-9]{1,2}|[BP][1-4][\-–.][A-Z][0-9]{2,4}")
_FIXTURE: Final = re.compile(FIXTURES)
"""A-5-2漏水 is a flat, the camera B-2-3 is none; B1-F088 a space, and no fan."""
_SHORT: Final = re.compile("[A-H][0-9]{1,2}")
"""A17 is a villa as well, unless a fault, a grade or a lamp stands behind it."""
_SHORT_THING: Final = re.compile(
    "故障|报警|错误|代码|[类级型口](?![一-鿿]?[住户业])|系列|螺|混凝土|砂浆|钢|灯|管|纸|线(?!路)|路公交|路车|版|款"
)
_DATED: Final = re.compile(
    r"(?:(?<![0-9])20[0-9]{2}(?![0-9])|(?<![0-9])20[0-9]{2}(?:0[1-9]|1[0-2])[0-9]*|(?<![0-9])2[0-9](?:0[1-9]|1[0-2])[0-9]{2}(?![0-9])|[A-Z][\-–]2[0-9][\-–][0-9]{4,6}$)"
)
_BLOCK_DOOR: Final = re.compile(r"[A-HT][0-9]{1,2}[\-–.][0-9]{3,4}[A-Z]?")
"""B2-1203漏水: a door of a house that has a letter, unless a machine or a cue stands before it."""
_TWENTIETH: Final = re.compile("[A-Z][0-9]{0,2}[\\-–]20(?:0[1-9]|1[0-9])")
"""B2-2001: a door of the twentieth storey is no year."""
_PEOPLE: Final = frozenset(ROLE_CUES | SELF_CUES | NICKNAME_CUES | ACT_CUES | {"群", "@", "叫", "是", "的"}) - {
    "因", "为", "由", "对", "及", "、", "和", "与", "跟", "同", "维修", "安排", "要求", "绿化", "以及", "还有", "包括", "比如", "例如", "像", "把", "是", "向", "给", "值班", "经办", "登记", "的", "反映", "投诉",
}  # fmt: skip
_NO_DEED: Final = re.compile("改性|开关|看板|收发|换热|养护|退火|堵头|借口|接口|接头|接线")
_LONGEST_WORD: Final = 4
_DWELLING: Final = frozenset(
    "的了是在把被说家也都又和跟与天每总老没不就还给让叫来去有住户室房号栋幢座楼单业停车泊"
)
_THINGS: Final = frozenset(
    "灯线型级类版款机泵阀板卡锁器仪管桶漆胶剂膜值图表箱柜网口站钢砖布网座套码法式页层路区端点片盘镜屏带丝纸膏液油粉粒芯"
)
_JOINED: Final = re.compile(r"[ ”\")]?")


def codes(reading: Reading) -> Iterator[Range]:
    """Every designation of a thing, as ranges of the folded text."""
    text = reading.plain
    yield from standards(text)
    yield from (
        match.span() for pattern in (_CABLE, _FILED, _MODEL, _SHADE) for match in pattern.finditer(text)
    )
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        before = text[max(0, start - _LONGEST_CUE) : start]
        if (
            _CUE.search(before)
            or (_MACHINE.search(before) and not _DOOR.fullmatch(token.group()))
            or _CUE_EN.search(before)
            or (
                not _PLACED.search(before)
                and not _beside_a_person(text, start, end)
                and (
                    (end - start > 1 and _is_dated(token.group()))
                    or _names_a_thing(reading, token.group(), end)
                )
            )
        ):
            yield start, end


def _is_dated(code: str) -> bool:
    return _DATED.search(code) is not None and _TWENTIETH.fullmatch(code) is None


def _names_a_thing(reading: Reading, code: str, end: int) -> bool:
    """SBS改性沥青, T8灯管, C20混凝土; one letter with three figures and more may be a door or a parking space."""
    if len(code) < 2 or (_DOOR.fullmatch(code) and not _is_model(reading, end)):
        return False
    if _BLOCK_DOOR.fullmatch(code) and not _is_model(reading, end):
        return False
    if _FLAT.fullmatch(code) and not _FIXTURE.match(reading.plain, end):
        return False
    if _SPACE.fullmatch(code) and _PARKED.match(reading.plain, end):
        return False
    if _SHORT.fullmatch(code):
        return _SHORT_THING.match(reading.plain, end) is not None
    at = _JOINED.match(reading.plain, end)
    behind = at.end() if at else end
    word = reading.plain[behind : reading.words[behind]] if behind < len(reading.plain) else ""
    if not "一" <= word[:1] <= "鿿" or word in COMPOUND:
        return False  # Kevin 欧阳
    if len(word) == 1:
        return word in _THINGS
    return word[0] not in _DWELLING and word not in ACTS and word not in ROLE_CUES


def _is_model(reading: Reading, end: int) -> bool:
    return reading.plain[end : end + 1] == "型" or reading.plain[end : end + 2] == "系列"


def stands_for_a_person(text: str, start: int, end: int) -> bool:
    """邻居CC把狗放出来: between a word for a person and what she does, even an abbreviation is a nickname."""
    before = any(text[max(0, start - size) : start] in ROLE_CUES for size in range(1, _LONGEST_WORD + 1))
    return before and any(text[end : end + size] in _DEEDS for size in range(1, _LONGEST_WORD))


_DEEDS: Final = frozenset("把说被骂打又在总老家") | {"天天", "每天", "经常", "半夜"}


def _beside_a_person(text: str, start: int, end: int) -> bool:
    before = any(text[max(0, start - size) : start] in _PEOPLE for size in range(1, _LONGEST_WORD + 1))
    acts = any(text[end : end + size] in ACTS for size in range(1, _LONGEST_WORD))
    return before or (acts and not _NO_DEED.match(text, end))
