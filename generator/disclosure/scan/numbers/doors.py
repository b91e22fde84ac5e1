"""Numbers that could be a door's: 1203天天闹, 601个人家里吵, 改到1203处. They count only where something says so.

Three or four digits that end as the doors of a storey do (01 to 36). Deny by default: a unit behind such a number excuses
it before the end of a clause, behind a word that counts or the thing that is counted, or before what an estate counts.
"""

import re
from typing import Final

from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import alternatives, words
from generator.disclosure.scan.words.quantities import UNIT

_DOOR: Final = re.compile(
    "(?<![0-9a-z./:×*#φ])(?<![0-9],)[1-9][0-9]?(?:0[1-9]|[12][0-9]|3[0-6])(?![0-9]|[.,:][0-9]|[ ]?[%×]|l?不锈钢)"
)
_MEASURED: Final = words(
    """元 亩 吨 斤 克 瓦 伏 帕 平 平米 平方米 立方米 立方 公里 千米 公分 公顷 公斤 千克 厘米 毫米 毫升 千瓦 千瓦时 千伏 千伏安 安时 兆帕 赫兹 摄氏度 分贝 分钟 小时 秒钟 个月 工作日
    人次 户次 台次 车次 班次 场次 频次 件次 人天 度电 万 亿 亿元 万元 延米 课时 学时 季度 像素 兆 流明 勒克斯 字节 大卡 马力 英寸 欧姆"""
)
_HARD: Final = re.compile(rf"[0-9+余多来几]{_MEASURED}$|[0-9]余|[0-9][ ]?[a-z°℃‰%μω²³/·]+[0-9]?$")
"""Units that begin no sentence about whoever lives behind a door; longer words are looked at before."""
_ENDS: Final = re.compile(
    r"(?<!处)[ ]?(?:[,，.。;；:：!！?？、/()（）\[\]【】”\"'…\n|~〜\-–—]|$|和|与|及|或|以[上下内外]|左右|不等|之[内后前多久]|整(?!天|夜|晚|栋|层|户)|起(?=[,，。;；]|$)|内(?=[,，。;；完])|中(?=[,，]))"
    "|[长宽高深厚重](?![高期])|(?<=多次)(?:测试|检测|试验|检查|巡查|循环|启停|开合|运行|使用|播放|点击|浏览|阅读)|(?<=[天日米年秒升度分路次级度件份票张])的(?!狗|猫|租|业|住)"
)
_CUES: Final = words(
    "大于 小于 少于 多于 低于 高于 等于 不到 不足 不止 达到 达 超过 超 逾 突破 至少 最多 最少 多达 长达 高达 将近 接近 共 共计 共有 总共 一共 约 大约 计 合计 累计 总计 仅 仅有 满 够 余 近 每 各 足足 整整 最高 最低 平均 日均 月均 户均 人均 收到 接到 增到 涨到 降到 升到 减到 提到 缩到 增至 涨至 降至 升至 减至 提至 缩至 降为 增为 了 过 有 × x * + - – — ~ = > < ≥ ≤"
)
_COUNTS: Final = re.compile(
    rf"(?<!只有)(?<!还有)(?<!没有)(?<!就有)(?<!靠近)(?<!附近)(?<!最近)(?<!临近)(?<!邻近){_CUES}[ ]?$"
)
_LEADS: Final = alternatives(
    r"^[ ]?|[^一-鿿a-z0-9%)）]",
    "(?<![广公报警通])告",
    "[的地和跟与同及或在到给让被把叫对找离是从向往替帮连比请但而因且又还也就都只才再说问见看听道为由去来进挨靠隔于自据像属住敲查淹泡漏骂吵催劝怪家户]",
    "(?<=[0-9])(?:门|单元|栋|幢|座|楼|层|号)|[西东南北中]门|[中东西南北]单元|[那这]个?|#",
    "[天日夜晚早午晨晌点时刻后前初底月年周末间里内外上下边面旁昨今]|周[一二三四五六]",
    words(
        """隔壁 邻居 业主 住户 租客 房客 租户 我 俺 咱 他 她 你 人家 房东 投诉 举报 反映 影响 殃及 联系 通知 怀疑 劝阻 约谈 发现 告知 建议 希望 要求 可能 应该 明明 分明 其实 结果 导致 所以 如果 现在 一直 经常 总是 其中 比如 例如
        尤其 特别 靠近 附近 最近 临近 邻近 感谢 表扬 帮助 麻烦 拜托 协调 上门 走访 核实 提醒 责令 确认 不知 以为 好像 似乎 肯定 确实 应当 居然 竟然 甚至 包括 除了 关于 针对 就是 只有 还有 没有"""
    ),
)
"""What stands before somebody's door; behind any other word (灯泡1203只, 更换1203块) it is counted what the word says."""
_LED: Final = re.compile(rf"(?:{_LEADS})[ ]?$")
_ESTATES: Final = words(
    """下岗 退役 居民 业主参 业主投 业主同 业主签 住户参 住户投 住户同 住户签 商户 住宅 车位 停车位 机动车 非机动车 电动车停 充电 问卷 调查问卷 选票 表决票 有效票 票 意见 建议 诉求 工单 报修 来电 来访 隐患 问题 缺陷 点位 监控 摄像 探头 灯具 路灯 庭院灯 草坪灯 壁灯 灯泡 灯管
    照明 指示灯 标志 标识 烟感 温感 喷头 喷淋 灭火器 消火栓 消防 水带 防火门 闭门器 井盖 检查井 雨水 污水 垃圾桶 分类 乔木 灌木 苗木 草皮 麦冬 月季 绿篱 树木 行道树 座椅 长椅 单元 高层 楼栋 电梯 水泵 阀门 水表 电表 气表 信报箱 快递柜 包裹 快件 传单 宣传
    手册 海报 展板 党员 志愿者 代表 员工 保洁 保安 秩序 观众 选手 队员 学员 书籍 图书 绘本 沙袋 口罩 门禁卡 门禁 路缘石 平方 记录 台账 数据 评价 评论 答复 回复 信息 短信 通知 公告 档案 资料 合同 发票 凭证 螺栓 螺丝 轴承 电池 电缆 管道
    光纤 房屋 房源 面积 绿地 楼道 队伍 家庭 群众 用户 客户 老人参 老人领 儿童参 儿童领 学生参 渗漏点 破损 裂缝 坑洼 堵点 污渍 小广告 违停 僵尸车 共享单车 单车 自行车 婴儿车 牛奶 鸡蛋 大米 食用油 月饼 粽子 春联 福字 灯笼 彩旗 气球 奖品
    礼品 纪念品"""
)
_OF_AN_ESTATE: Final = gated(
    alternatives(
        "(?<=人)(?:参加|参与|到场|到会|出席|报名|签到|签名|签字|投票|投了?|同意|赞成|反对|弃权|受益|受训|参训|参演|参会|规模|领取|通过|缺席|未投|已投|上岗)",
        f"的?(?:[新旧老大小空]|公共|地面|地下|应急|普通|标准|固定|临时)?{_ESTATES}",
    )
)
"""What an estate counts: 1203个车位, 106人参加. Dogs, children, cars, windows and tenants may be those of a home."""


_DONE: Final = "(?=[已均全更换完维检改清保])"
_OF_HOMES_TOO: Final = gated(
    f"{words('灯 灯泡 窗户 门锁 空调 摄像机 信箱 玻璃')}{_DONE}|(?:本[月周季年]|均已?|已?全部)[一-鿿]|(?<=户)(?:进行|开展|入户|完成)"
)
"""206盏灯已换; 1203盏灯总亮 is somebody's lamp."""
_PLACED: Final = re.compile("[前后]|[改延加扣变][到至]")
"""门前1203, 装修改到1203: where, not how many."""
_SUNG: Final = re.compile("[ ]?k歌")
_SUM: Final = re.compile("[共合累总]?计")
_MONTHLY: Final = re.compile("[每按]月|月租")
_GROWS: Final = re.compile("[元块个]?[一-鿿]{1,2}[到至为成][ ]?[0-9]")
_NO_CUE_BEFORE: Final = re.compile("[靠附临邻最挨走公]$")
"""附近1203, 公共1203: no 近 of 近百, no 共 of a sum."""


def may_be_a_door(reading: Reading, start: int, end: int) -> bool:
    """Whether a range that looks like an amount holds a door's number that nothing there shows to be counted."""
    text = reading.numbers
    door = _DOOR.search(text, start)
    if door is None or door.end() > end:
        return False
    if _SUNG.match(text, door.end()):
        return True
    cue = text[start : door.start()]
    if cue and door.end() == end:
        return _is_placed(reading, start, cue, end)
    if _HARD.search(text, door.end() - 1, end) or _is_counted(text, end):
        return False
    before = text[max(0, door.start() - _CUE_LENGTH) : door.start()]
    return _COUNTS.search(before) is None and _LED.search(before) is not None


def _is_placed(reading: Reading, start: int, cue: str, end: int) -> bool:
    """A number alone behind a word that may count: 约1203漏水, 每月1203吵; it does at the end of a clause."""
    text = reading.numbers
    if cue in "从由":
        return _GROWS.match(text, end) is None
    if "月" in cue and not _MONTHLY.match(cue):
        return True
    if _PLACED.match(cue) or _NO_CUE_BEFORE.search(text, 0, start):
        return True
    unit = UNIT.match(text, end)
    if unit and _SUM.fullmatch(cue):
        return False
    if unit:
        return max(reading.words[end : unit.end()]) > unit.end()
    return cue == "约" or not _is_counted(text, end)


def _is_counted(text: str, end: int) -> bool:
    return any(shown.match(text, end) for shown in (_ENDS, _OF_AN_ESTATE, _OF_HOMES_TOO))


_CUE_LENGTH: Final = 6
