"""Detector of a household told by where it is or by its trade: 六楼半夜…, 斜对门的…, 对门空姐. A mark alone is a doubt (`described`)."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.patterns import parts, words

_CN: Final = "0-9零一二三四五六七八九十百两廿"
_OFTEN: Final = words(
    "半夜 凌晨 深夜 大半夜 天天 每天 每晚 整天 整夜 总 总是 老 老是 又 经常 把 往 别 不肯 不让 不听 养狗 养鸡 养鸽 晒被 弹琴 敲墙 跳绳 跳操 打麻将 吵 砸 那家 那户"
)
_STOREY: Final = rf"(?<![0-9\-–至到第共])(?:二?十?[{_CN}]{{1,3}})楼"
NOT_THE_FLOOR: Final = "(?!(?:又|总|老是?|一直|经常|晚上|昨晚|半夜|每天|每晚|天天)?(?:把手|停[电水气]|没有?(?:电|水|灯|信号)|断电|跳闸|积水|坏|不亮|灯|打扫|保洁|清扫|巡查|消毒|检查|开放|别堆物))"
"""六楼又停电, 二楼每天打扫: said of the storey itself."""
_SUBJECT: Final = re.compile(
    rf"(?:^|[,.;:!?。，；：！？\n ]|对|跟|被|是)(?P<it>{_STOREY}(?:[东西南北](?:边|头|侧|户|面)?|左边|右边|的)?){NOT_THE_FLOOR}(?={_OFTEN}|的?狗|(?<!一楼)(?<!1楼)装修噪音)"
)
"""六楼半夜总拖桌椅: a storey that does something is a household."""
_TOLD: Final = re.compile(
    rf"(?:通知|提醒|告诉|转告|劝劝?|警告|问问?|请)(?P<it>{_STOREY})(?=别|不要|把|少|轻|小声|注意|的(?!走廊|电梯|灯|公共|大厅|厕所|平台|会))"
)
_LEAKED: Final = re.compile(
    rf"(?:^|[,.;:!?。 ])(?P<from>{_STOREY})(?=漏水?到)|漏水?到(?:了)?(?P<to>{_STOREY})"
)

_WHERE: Final = words("正楼上 正楼下 斜对门 斜对面 正对门 斜楼上 斜楼下")
_HOUSE: Final = "(?:[户家](?![^,.;。]{0,4}(?:店|铺|馆|公司|超市|银行|医院|驿站|餐|摊|中介))(?!物业|单位|银行|医院|超市|餐|饭|快递|驿站|企业|商|具|电|庭|长)|套(?=漏|半|装|私)|间(?=房|屋|群|住|半))"
_AT: Final = re.compile(
    rf"(?P<rel>{_WHERE})(?=的|那|又|半夜|天天|总|老|邻居|业主|住户|家)|"
    rf"(?P<end>(?:走廊|过道|楼道|连廊)?(?:尽头|最里头?|最里面|最东头?|最西头?|最外面|拐角处?|拐角)的?(?:那|这){_HOUSE})|"
    rf"(?P<top>(?:[东西南北中甲乙丙丁]单元)?(?:顶楼|顶层|底楼|底层|阁楼|复式|跃层|边套|中间套|东边套|西边套|联排|叠拼|叠墅)(?:最?[东西南北]边?)?的?那?{_HOUSE}(?<!顶楼户)(?<!顶层户))|"
    rf"(?P<unit>[东西中南北]单元(?:顶层|顶楼|底层|底楼|[{_CN}]{{1,3}}[楼层]))|"
    r"(?P<nth>(?:左|右)手边?第?[一二三四1-4]?(?:家|户))"
)
_NEXT: Final = "(?:楼上|楼下|隔壁|对门|对面|那家)(?:住)?(?:的|那个|有个|是个|住着?个?)?"
_JOBS: Final = words(
    "空姐 空乘 空少 机长 飞行员 医生 大夫 护士 教师 老师 律师 法官 警察 民警 主播 网红 模特 歌手 作家 画家 程序员 教练 会计 记者 编辑 老外 外国人 道士 和尚 教授 博士 研究生 留学生 大学生 导游 导演 演员 设计师 裁缝 木匠 厨师 司机 法医 翻译 牧师 保险 中介 房东"
)
_WORKS: Final = re.compile(
    rf"{_NEXT}(?P<job>{_JOBS})(?!傅|协会|证|办)|{_NEXT}(?P<doing>(?:开(?:出租|滴滴|网约|货|大|店|公司|网店|饭馆)|做(?:直播|微商|生意|美容|按摩|早点|医生)|卖[^,.;的]{{1,3}}|教[^,.;的]{{1,3}}|当[^,.;的]{{1,3}}|跑(?:滴滴|外卖|长途|保险)|拉(?:二胡|小提琴)|唱(?:戏|歌|评弹)|搞[^,.;的]{{1,4}}|送(?:外卖|快递))的)(?!声|噪|动静|味|油烟|垃圾|摊|店|铺|地方|人员)"
    r"|(?P<accent>(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古?|台湾|香港|东北)(?:妹子|大姐|大哥|大妈|小伙|老乡|女人|男人|婆娘|媳妇|姑娘|口音的[^,.;的]{2,4}))"
)


def find_neighbours(reading: Reading) -> Iterator[Found]:
    """Every household that a place or a mark singles out."""
    text = reading.plain
    for pattern in (_SUBJECT, _TOLD, _LEAKED, _AT):
        yield from ((start, end, FindingKind.ROOM) for start, end in parts(pattern, text))
    yield from ((start, end, FindingKind.FAMILY) for start, end in parts(_WORKS, text))
