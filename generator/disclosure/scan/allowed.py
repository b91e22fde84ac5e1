"""The allow grammar: numbers that a public summary needs and that say nothing about a person.

Amounts, durations, counts with their unit, percentages, dates, clock times and opening hours, standards and
document numbers, work orders, equipment and gates by number. Everything else that looks like a number is held.
A detector's finding always wins over this grammar.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Reading

_N: Final = r"(?<![0-9])(?<![0-9]\.)[0-9]{1,12}(?:[.,·][0-9]{1,12}){0,4}"
_CLASSIFIERS: Final = (
    "个 次 件 户 人 名 位 台 套 组 只 条 张 块 处 盏 根 棵 株 辆 扇 面 份 批 项 起 宗 场 期 轮 遍 趟 步 级 类 种 支 部 架 把 桶 袋 箱 包 瓶 盒 卷 册 页 本 行 列 排 段 片 座 幅 "
    "天 日 周 月 年 季 季度 小时 时 点 分 分钟 秒 刻 旬 岁 个月 工作日 日内 元 块 角 万 千 百 亿 钱 折 倍 成 度 ℃ 摄氏度 分贝 级 档 号线 "
    "米 厘米 毫米 公里 千米 公分 平 平米 平方 平方米 立方 立方米 方 亩 公顷 升 毫升 吨 公斤 斤 千克 克 瓦 千瓦 度电 伏 安 赫兹 兆帕 帕 寸 英寸 尺 "
    "层 楼 户次 人次 车次 台次 件次 家 盆 丛 头 条线 对 双 副 批次 班 岗 人天 分之 分制 颗 款 例 桩 枪 芯 孔 路 联 层楼 字 声 号文 %"
).split()
_UNITS: Final = "|".join(sorted(map(re.escape, _CLASSIFIERS), key=len, reverse=True))
_LATIN_UNITS: Final = r"(?:k?m²?|m2|m3|㎡|m³|cm|mm|km|kg|g|mg|l|ml|t|kw|kwh|w|v|kv|a|ma|hz|db|pa|mpa|kpa|h|hr|hrs|min|mins|s|rmb|cny|yuan|k|w|lux|lx|°c?|℃|‰|%|dpi|px|mb|gb|tb|ppm|mg/l|ntu|x|×)(?![a-z0-9])"
_SMALL: Final = r"(?:[+＋]?[余多来几]|左右)?[万千百亿十]?[余多来几]?个?"

_AMOUNTS: Final = rf"[¥￥$][ ]?{_N}(?:[万千亿])?|(?:rmb|cny)[ ]?{_N}|{_N}[ ]?{_SMALL}[ ]?(?:{_UNITS})|{_N}[ ]?{_LATIN_UNITS}"
_RANGES: Final = (
    rf"{_N}[ ]?(?:[-–—~〜至到/×x*:：、]|或|和|与)[ ]?{_N}[ ]?{_SMALL}[ ]?(?:{_UNITS}|{_LATIN_UNITS})"
)
_RATIOS: Final = rf"(?:比例?|比值|比)[是为约]?[ ]?{_N}[:：/]{_N}|{_N}[ ]?[:：][ ]?{_N}(?=的?比)|百分之{_N}|{_N}分之{_N}|[1-9]?[0-9][×x*/][1-9]?[0-9]{{1,3}}(?=小时|天)?"
_DATES: Final = (
    r"(?:19|20)[0-9]{2}[年\-./][ ]?[01]?[0-9](?:[月\-./][ ]?[0-3]?[0-9][日号]?)?|(?:19|20)[0-9]{2}(?:年|版|届|财年|-q[1-4]|-h[12]|/[0-9]{2})|[01]?[0-9]月(?:[ ]?[0-3]?[0-9][日号]?)?|(?:每月|当月|本月|上月|次月|同月|于|至|到|-|—|–|~|、)[0-3]?[0-9][日号]"
    r"|[0-3]?[0-9][日号](?:前|后|起|止|至|到|之前|以前|开始|左右|上午|下午)|(?:19|20)[0-9]{2}年?(?:第?[1-4一二三四]季度|上半年|下半年|度)|q[1-4]|h[12]|[0-9]{1,2}[./][0-9]{1,2}(?:[-–—~至到][0-9]{1,2}[./][0-9]{1,2})(?![0-9])"
)
_CLOCKS: Final = r"(?<![0-9:])(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9])(?:[ ]?[ap]\.?m\b)?|[0-9]{1,2}[ ]?(?:点半?|时|[ap]\.?m\b)(?:[0-9]{1,2}分?)?|7[×x*]24|24[/-]7|24h"
_ORDINALS: Final = r"第[ ]?[0-9]{1,4}|(?:no\.?|number|clause|article|section|chapter|page|step|level|grade|phase|stage|item|version|table|figure|annex|v)[ ]?[0-9]{1,3}(?:\.[0-9]{1,2}){0,2}(?![0-9])|(?:^|[\n。；;：:，, ])[(]?[0-9]{1,2}[.、)](?=[^0-9])"
_STANDARDS: Final = (
    r"(?<![a-z])(?:gb|gbj|jgj|cjj|cj|jg|jc|ca|db|dbj|dgj|tsg|xf|ga|iso|iec|en|ieee|astm|t|hg|qb|sb|nb|dl|hj|yy|ws|jt|sj|ls|ny|ty|mz|rb|jjf|jjg|cecs|qc|wh|aq)(?:[ /]?[a-z]{1,6})?[ /]{0,2}(?:[0-9]{2}/)?(?:t[ ]?)?[ ]?[0-9]{2,6}(?:\.[0-9]{1,2})?(?:[-–—:][ ]?(?:19|20)?[0-9]{2})?(?![0-9])"
    r"|[(\[〔【〈][ ]?(?:19|20)[0-9]{2}[ ]?[)\]〕】〉][ ]?(?:第)?[0-9]{1,4}号|令第?[0-9]{1,4}号|第?[0-9]{1,4}号(?:令|文|文件|公告|决议)|icp备[0-9]{6,10}号?(?:-[0-9]{1,2})?|公网安备[ ]?[0-9]{10,14}号?"
)
_ORDERS: Final = (
    r"(?<![a-z0-9])(?:bx|tx|ts|wo|gd|pg|jd|wx|zx|jy|by|fw|wy|xj|jx|cl|hf|rp|cs|case|ref|order|ticket|job|req)[-–#]?(?:19|20)[0-9]{2}[-–]?[0-9]{2,10}(?:-[0-9]{1,6})?(?![0-9a-z])|(?<![a-z0-9])(?:[a-z]{2,4})[-–]?20[0-9]{6}(?:[-–]?[0-9]{1,6})?(?![0-9a-z])"
    r"|(?:工单|报修单|维修单|派工单|订单|单据|受理|登记|案件|事项|投诉|流水|合同|批次|发票|凭证|文件|招标|项目|设备|电梯|注册|产品|资产|采购|巡查|检验|报告|备案)(?:编号|单号|号码|号|代码|码)?[:：为是]?[ ]?[a-z]{0,6}[-–]?[0-9]{4,20}(?:[-–][0-9]{1,8}){0,4}(?![0-9a-z])(?:号)?"
    r"|(?:编号|单号)[:：为是]?[ ]?[a-z]{0,6}[-–]?[0-9]{3,20}(?:[-–][0-9]{1,8}){0,4}(?![0-9a-z])"
    r"|(?:work order|order|ticket|case|job|reference|ref|request|invoice|contract|report)(?: (?:no\.?|number|id))?[ #:.]{1,3}[a-z]{0,4}[-–]?[0-9]{4,16}(?:[-–][0-9]{1,8}){0,4}(?![0-9a-z])"
)
_EQUIPMENT: Final = (
    r"[0-9]{1,2}[ ]?(?:号|#|期|区)[ ]?(?:门|东门|西门|南门|北门|大门|岗|岗亭|岗位|门岗|出口|入口|出入口|通道|电梯|梯|客梯|货梯|扶梯|泵|水泵|生活泵|消防泵|机|主机|风机|空调|柴油|变压器|配电|锅炉|线|桩|充电桩|车棚|地块|柜|快递柜|监控|摄像|探头|水箱|水池|井|阀|闸|道闸|垃圾|集中|点位|公厕|广场|会议室|窗口|桌|球场|泳池|车库|地库|停车场|仓库|库房|机房|箱|楼梯|立管|路灯|灯杆|公告|宣传|柱|墙|凉亭|亭|桥|花园|绿地|屏|工程|项目|文|令|晚|上午|下午|前|后|起|至|到|当天|开始)"
    r"|[东南西北]?(?:门|区|侧|广场|电梯|梯|泵|出口|入口|岗)[0-9]{1,2}(?:号)?(?![0-9])|(?:gate|lift|elevator|entrance|exit|pump|phase|zone|camera|car park|garage|basement|hall|court|pool|counter|window|line|charger|pole|phone line|type|class|tier|stage|top|size|option|question|day|week|month|year|week|article|euro|cat\.?|form)s?[ ](?:no\.?[ ]?)?[0-9]{1,2}(?![0-9])"
    r"|(?:地下|负|b)[ ]?[1-4一二三四](?:层|楼|f)?(?![0-9a-z\-])|(?<![0-9a-z])(?:ipv?[0-9]{1,2}|dn[ ]?[0-9]{2,4}|de[ ]?[0-9]{2,3}|φ[ ]?[0-9]{1,4}|m[0-9]{1,2}|pm[ ]?(?:2\.5|10|1)|a[34](?:纸|紙)?|[2-6]g|[248]k|co2|h2o|pn[0-9]{2}|c[0-9]{2}混凝土|mu[0-9]{2}|ph值?|3d|4s店?|360度?|1080p|720p|win1?[0-9]|usb[23]|type-?c|mp[34]|covid-?19|o2o|k[0-9]{1,2}|n95|84消毒液?|v[0-9]\.[0-9]|12[ ]?v|72小时)(?![a-z0-9])"
    r"|(?:gb|top|第|前|后|近|约|达|共|仅|超|满|逾|达到|超过|不少于|不低于|不超过|降至|升至|增至|减至|提高到|增加到|增加至|得分|评分|均分|平均|总分)[ ]?[0-9]+(?:\.[0-9]+)?(?=[，。；、,;.!！？? 的和及)）]|$)"
)
_SERVICE: Final = r"(?<![0-9])(?:110|119|120|122|999|114|12345|12315|12319|12328|12329|12333|12348|12350|12358|12369|12388|12393|96333|95598|10000|10010|10086)(?![0-9])"
_ENGLISH: Final = (
    rf"{_N}[ -]?(?:st|nd|rd|th)\b|(?:in|of|since|for|by|,|during|until|from|to)[ ](?:19|20)[0-9]{{2}}(?![0-9])|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\.?[ ](?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:[-–—][0-9]{{1,2}}|,?[ ](?:19|20)[0-9]{{2}})?|(?:19|20)[0-9]{{2}})(?![0-9:])|[0-9]{{1,2}}(?:[-–—][0-9]{{1,2}})?[ ](?:of[ ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}(?:[ ](?:19|20)[0-9]{{2}})?|q[1-4][ ](?:19|20)[0-9]{{2}}|spring (?:19|20)[0-9]{{2}}"
    rf"|{_N}[ -]?(?:percent|per ?cent|percentage|point|years?|months?|weeks?|days?|hours?|minutes?|seconds?|working|business|calendar|yuan|rmb|cents?|dollars?|million|billion|thousand|hundred|metres?|meters?|centimet\w+|millimet\w+|kilomet\w+|kilo\w*|square|cubic|litres?|liters?|tonn?e?s?|degrees?|decibels?|watts?|volts?|times?|people|persons?|residents?|households?|homes?|owners?|families|flats?|units?|buildings?|blocks?|floors?|storeys?|stories|cases?|complaints?|repairs?|requests?|orders?|reports?|calls?|visits?|lifts?|elevators?|lamps?|lights?|cameras?|pumps?|doors?|gates?|spaces?|bays|cars?|vehicles?|bikes?|e-bikes?|scooters?|trees?|shrubs?|bins?|bags?|boxes|pieces?|sets?|rounds?|inspections?|drills?|sessions?|staff|guards?|cleaners?|workers?|members?|votes?|replies|answers?|questions?|items?|points?|places?|spots|sites?|copies|pages?|of|out|in [0-9]+|more|fewer|less|new|old|extra|additional|or more|other|per)\b"
    rf"|{_N}[ ]?(?:/|out of|of|of the|to|and|or|[-–—])[ ]?{_N}(?=[ ](?:%|percent|cases|complaints|repairs|hours|minutes|days|weeks|months|years|households|yuan|people|residents|times|working))|(?:yuan|rmb|usd|eur)[ ]?{_N}|(?<![0-9a-z])[0-9]{{1,2}}(?= [a-z]{{3,}}s\b)(?! (?:has|is|was|keeps|says|smells|makes|leaves|plays|throws|lets|parks|does|needs|wants|complains|thinks|knows|always)\b)|(?:before|after|until|till|by|from|between|at|past|around|about|and|to|for|only|than|least|most|nearly|almost|over|under|just|within|every|all|another|[-–—])[ ](?:about )?[0-9]{{1,2}}(?![0-9a-z:\-#])(?! (?:of|block))"
)
_GRAMMAR: Final = tuple(
    re.compile(pattern)
    for pattern in (
        _RANGES,
        _AMOUNTS,
        _RATIOS,
        _DATES,
        _CLOCKS,
        _ORDINALS,
        _STANDARDS,
        _ORDERS,
        _EQUIPMENT,
        _SERVICE,
    )
)
_GRAMMAR_EN: Final = (re.compile(_ENGLISH),)


def explained(reading: Reading) -> list[bool]:
    """For each character of the folded text whether the allow grammar explains it."""
    text = reading.numbers
    marks = [False] * len(text)
    for start, end in _explained_ranges(text):
        marks[start:end] = [True] * (end - start)
    return marks


def _explained_ranges(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _GRAMMAR + _GRAMMAR_EN:
        for match in pattern.finditer(text):
            yield match.span()
