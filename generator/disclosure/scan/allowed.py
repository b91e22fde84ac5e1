"""The allow grammar: numbers that a public summary needs and that say nothing about a person.

Amounts, durations, counts with their unit, percentages, dates, clock times and opening hours, standards and
document numbers, work orders, equipment and gates by number. Everything else that looks like a number is held.
A detector's finding always wins over this grammar.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.patterns import alternatives, words
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.rooms_zh import building_counts

_N: Final = r"(?<![0-9a-z])(?<![0-9]\.)[0-9]{1,12}(?:[.,·][0-9]{1,12}){0,4}"
_CLASSIFIERS: Final = words(
    """个 次 件 户 人 名 位 台 套 组 只 条 张 块 处 盏 根 棵 株 辆 扇 面 份 批 项 起 宗 场 期 轮 遍 趟 步 级 类 种 支 部 架 把 桶 袋 箱 包 瓶 盒 卷 册 页 本 行 列 排 段 片 幅 具 口 格 晚 间 盘 届 集 篇
    例 笔 封 则 码 筐 缸 捆 桌 席 杯 碗 剂 窝 群 串 堆 节 课时 学时 股 亩 延米 天 日 周 月 年 季 季度 小时 时 点 分 分钟 秒 刻 旬 岁 个月 工作日 日内 元 块 角 万 千 百 亿 钱 折 倍 成 度 摄氏度 分贝 档 号线
    米 厘米 毫米 公里 千米 公分 平 平米 平方 立方 方 公顷 升 毫升 吨 公斤 斤 千克 克 瓦 千瓦 伏 安 赫兹 兆帕 帕 寸 英寸 尺 层 楼 家 盆 丛 头 对 双 副 班 岗 分之 颗 款 桩 枪 芯 孔 路 联 字 声 单(?!元)"""
).replace(re.escape("单(?!元)"), "单(?!元)")
_LATIN_UNITS: Final = (
    words(
        "m m2 m3 m² m³ ㎡ km cm mm kg g mg mg/l l ml t kw kwh w v kv ma hz db pa mpa kpa h hr hrs min mins s rmb cny yuan k lux lx lm cd/m² cd/m2 w/m² w/m2 °c ℃ ‰ % dpi px mb gb tb ppm ntu rpm"
    )
    + "(?![a-z0-9])"
)
_ABOUT: Final = "(?:[+余多来几]|左右)?[万千百亿十]?[余多来几]?个?"
_LINK: Final = r"[ ]?(?:[-–—~〜至到/×x*:、]|或|和|与)[ ]?"
_OTHER_WORD: Final = "(?=[一-鿿])(?![栋幢座号室房单#的在再那说把也住家和被是有])"

_AMOUNTS: Final = (
    r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,2})?(?![0-9])",
    rf"[¥$][ ]?{_N}[万千亿]?",
    rf"(?:rmb|cny)[ ]?{_N}",
    rf"{_N}[ ]?{_ABOUT}[ ]?(?:{_CLASSIFIERS}|{_LATIN_UNITS})",
    rf"{_N}{_LINK}{_N}[ ]?{_ABOUT}(?:{_CLASSIFIERS}|{_LATIN_UNITS})",
    rf"(?<![0-9a-z#\-])(?<![0-9]\.)[0-9]{{1,2}}(?:\.[0-9]{{1,4}})?{_OTHER_WORD}",
    rf"(?:共|约|近|达|合计|累计|总计|计|余|超|超过|逾){_N}{_OTHER_WORD}",
    "[满买][0-9]{1,4}[元件桶份箱个]?[赠送减返][0-9]{1,3}(?![0-9])",
    r"(?<![0-9])[每按]?月租?[ ]?[0-9]{2,5}(?![0-9号日.])",
    r"(?:第|前|后|近|约|达|共|仅|超|满|逾|达到|超过|不少于|不低于|不超过|降至|升至|增至|减至|提高到|增加到|得分|评分|均分|平均|总分|封顶)"
    r"[ ]?[0-9]{1,9}(?:\.[0-9]{1,4})?(?=[，。；、,;!！？? 的和及)）]|\.(?![0-9])|$)",
)
_RATIOS: Final = (
    rf"比例?[值是为约]?[ ]?{_N}[:/]{_N}",
    rf"(?:得分|评分|配比|占比|比值)[是为约]?[ ]?{_N}(?:[:/]{_N})?",
    rf"{_N}[:/]{_N}(?=的?比)",
    r"(?:率|系数|指数|密度|浓度|湿度|浊度|余氯|ph值?|噪声值|电阻)[是为约达]{0,2}[ ]?[0-9]{1,3}(?:\.[0-9]{1,3})?(?![0-9.])",
    rf"百分之{_N}",
    rf"{_N}分之{_N}",
    "[1-9]?[0-9][×x*/][1-9]?[0-9]{1,3}(?=小时|天)?",
)
_DATES: Final = (
    r"(?:19|20)[0-9]{2}[年\-./][ ]?[01]?[0-9](?:[月\-./][ ]?[0-3]?[0-9][日号]?)?",
    r"[(](?:19|20)[0-9]{2}[)]",
    r"(?:19|20)[0-9]{2}(?:年度?|版|届|财年|-?q[1-4]|-?h[12]|/[0-9]{2}(?![0-9]))",
    "[01]?[0-9]月(?:[ ]?[0-3]?[0-9][日号]?)?",
    "(?:每月|当月|本月|上月|次月|同月|于|至|到|-|—|–|~|、)[0-3]?[0-9][日号]",
    "[0-3]?[0-9][日号](?:前|后|起|止|至|到|之前|以前|开始|左右|上午|下午)",
    "q[1-4]|h[12]",
    r"[0-9]{1,2}[./][0-9]{1,2}[-–—~至到][0-9]{1,2}[./][0-9]{1,2}(?![0-9])",
)
_CLOCKS: Final = (
    r"(?<![0-9])(?<![0-9]:)(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:[ ]?[ap]\.?m\b)?",
    r"[0-9]{1,2}[ ]?(?:点半?|时|[ap]\.?m\b)(?:[0-9]{1,2}分?)?",
    "7[×x*]24|24[/-]7|24h",
)
_ORDINALS: Final = (
    "第[ ]?[0-9]{1,4}",
    r"(?:no\.?|number|clause|article|section|chapter|page|step|level|grade|phase|stage|item|version|table|figure|annex|v)[ ]?[0-9]{1,3}(?:\.[0-9]{1,2}){0,2}(?![0-9])",
    r"\b(?:articles|clauses|sections|items|rules)[ ][0-9]{1,4}(?:(?:,| and|, and| to)[ ][0-9]{1,4}){0,5}",
    r"(?:^|[\n。；;:，, ])\(?[0-9]{1,2}[.、)](?=[^0-9])",
)
_STANDARD_CODES: Final = words(
    "rfc gb gbj jgj cjj cj jg jc ca db dbj dgj tsg xf ga iso iec en ieee astm t hg qb sb nb dl hj yy ws jt sj ls ny ty mz rb jjf jjg cecs qc wh aq"
)
_STANDARDS: Final = (
    rf"(?<![a-z]){_STANDARD_CODES}(?:[ /]?[a-z]{{1,6}})?[ /]{{0,2}}(?:[0-9]{{2}}/)?(?:t[ ]?)?[ ]?[0-9]{{2,6}}(?:\.[0-9]{{1,2}})?(?:[-–—:][ ]?(?:19|20)?[0-9]{{2}})?(?![0-9])",
    r"[(\[〔【〈][ ]?(?:19|20)[0-9]{2}[ ]?[)\]〕】〉][ ]?第?[0-9]{1,4}号",
    "(?:令|第|文件|公告|决议)第?[0-9]{1,4}号|[0-9]{1,4}号(?:令|文|文件|公告|决议)",
    "icp备[0-9]{6,10}号?(?:-[0-9]{1,2})?|公网安备[ ]?[0-9]{10,14}号?",
)
_ORDERED: Final = words(
    "工单 报修单 维修单 派工单 订单 单据 受理 登记 案件 事项 投诉 流水 合同 批次 发票 凭证 文件 招标 项目 设备 电梯 注册 产品 资产 采购 巡查 检验 检测 报告 备案"
)
_ORDERS: Final = (
    r"(?<![a-z0-9])[a-z]{2,4}[-–#]?(?:19|20)[0-9]{2}[-–]?[0-9]{2,10}(?:-[0-9]{1,6})?(?![0-9a-z])",
    rf"{_ORDERED}(?:编号|单号|号码|号|代码|码)?[:为是]?[ ]?[a-z]{{0,6}}[-–]?[0-9]{{4,20}}(?:[-–][0-9]{{1,8}}){{0,4}}(?![0-9a-z])号?",
    r"(?:订单|工单|合同|order|ticket|contract|invoice) ?[a-z]{2,4}[-–][0-9]{3}(?![0-9a-z])",
    r"(?:编号|单号)[:为是]?[ ]?[a-z]{0,6}[-–]?[0-9]{3,20}(?:[-–][0-9]{1,8}){0,4}(?![0-9a-z])",
    r"(?:work order|order|ticket|case|job|reference|ref|request|invoice|contract|report)(?: (?:no\.?|number|id))?[ #:.]{1,3}[a-z]{0,4}[-–]?[0-9]{4,16}(?:[-–][0-9]{1,8}){0,4}(?![0-9a-z])",
)
_EQUIPMENT: Final = (
    "[0-9]{1,2}[ ]?(?:号|#|期|区)(?![ ]?[0-9])(?=[ ]?[一-鿿])(?![ ]?[楼院房室栋幢单的业住家人那车邻户])",
    "[东南西北]?(?:门|区|侧|广场|电梯|梯|泵|出口|入口|岗)[0-9]{1,2}号?(?![0-9])",
    r"(?:gate|lift|elevator|entrance|exit|pump|phase|zone|camera|car park|garage|basement|hall|court|pool|shed|counter|window|line|charger|pole|type|class|tier|stage|top|size|option|question|day|week|month|year|article|cat\.?|form)s?[ ](?:no\.?[ ]?)?[0-9]{1,2}(?![0-9])",
    r"(?:地下|负|b)[ ]?[1-4一二三四](?:层|楼|f)?(?![0-9a-z\-])",
    r"(?<![0-9a-z])(?:ipv?[0-9]{1,2}|dn[ ]?[0-9]{2,4}|de[ ]?[0-9]{2,3}|φ[ ]?[0-9]{1,4}|m[0-9]{1,2}|pm[ ]?(?:2\.5|10|1)|a[34]|[2-6]g|[248]k|co2|h2o|pn[0-9]{2}|3d|4s|1080p|720p|usb[23]|mp[34]|covid-?19|o2o|n95|84(?=消毒)|v[0-9]\.[0-9])(?![a-z0-9])",
)
_HOTLINES: Final = words(
    "110 119 120 122 999 114 12315 12319 12328 12329 12333 12345 12348 12350 12358 12369 12388 12393 96333 95598 10000 10010 10086"
)
_SERVICES: Final = (rf"(?<![0-9])(?:{_HOTLINES})(?![0-9])",)
"""Numbers of the state's and the utilities' public services, the same everywhere."""

_MONTHS: Final = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_ENGLISH_UNITS: Final = words(
    """percent per-cent point points percentage year years month months week weeks day days hour hours minute minutes second seconds working business calendar yuan rmb cent cents dollar dollars million billion thousand hundred metre metres
    meter meters centimetre centimetres millimetre millimetres kilometre kilometres kilo kilos kilogram kilograms square cubic litre litres liter liters ton tons tonne tonnes degree degrees decibel decibels watt watts volt volts time times people person persons
    resident residents household households home homes owner owners family families flat flats unit units building buildings block blocks floor floors storey storeys story stories case cases complaint complaints repair repairs request requests order orders report reports
    call calls visit visits lift lifts elevator elevators lamp lamps light lights camera cameras pump pumps door doors gate gates space spaces bay bays car cars vehicle vehicles bike bikes e-bike e-bikes scooter scooters tree trees shrub shrubs bin bins bag bags box boxes
    piece pieces set sets round rounds inspection inspections drill drills session sessions staff guard guards cleaner cleaners worker workers member members vote votes reply replies answer answers question questions item items place places spot spots site sites copy copies
    page pages character characters word words letter letters out more fewer less new old extra additional other per""",
)
_ENGLISH: Final = (
    rf"{_N}[ -]?(?:st|nd|rd|th)\b",
    r"\b(?:sha|utf|md|aes|rsa)-?[0-9]{1,4}\b",
    r"\b(?:in|of|since|for|by|during|until|from|to|between|and|,)[ ](?:19|20)[0-9]{2}(?![0-9])",
    rf"{_MONTHS}\.?[ ](?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:[-–—][0-9]{{1,2}}|,?[ ](?:19|20)[0-9]{{2}})?|(?:19|20)[0-9]{{2}})(?![0-9:])",
    rf"[0-9]{{1,2}}(?:[-–—][0-9]{{1,2}})?[ ](?:of[ ])?{_MONTHS}(?:[ ](?:19|20)[0-9]{{2}})?",
    r"(?:q[1-4]|spring|summer|autumn|winter)[ ](?:19|20)[0-9]{2}",
    rf"{_N}[ -]?{_ENGLISH_UNITS}\b",
    rf"{_N}[ ]?(?:/|out of|of the|of|to|and|or|[-–—])[ ]?{_N}(?=[ ](?:%|percent|{_ENGLISH_UNITS}))",
    rf"(?<![0-9a-z#]){_N} (?:out )?of (?:the )?{_N}(?= [a-z]{{3,}}s\b)",
    r"(?<=, )[0-9]{1,2}(?= (?:was|were|are|have|had|need|remain|of them)\b)",
    rf"(?:yuan|rmb|usd|eur)[ ]?{_N}",
    r"(?<![0-9a-z])[0-9]{1,2}(?= (?:[a-z]{3,} )?[a-z]{3,}s\b)(?! (?:has|is|was|keeps|says|smells|makes|leaves|plays|throws|lets|parks|does|needs|wants|complains|thinks|knows|always)\b)",
    r"\b(?:before|after|until|till|by|from|between|at|past|around|about|and|to|for|only|than|least|most|nearly|almost|over|under|just|within|every|all|another)[ ](?:about )?[0-9]{1,2}(?![0-9a-z:\-#])(?! (?:of|block))",
)
_GRAMMAR: Final = tuple(
    re.compile(alternatives(*patterns))
    for patterns in (
        _AMOUNTS,
        _RATIOS,
        _DATES,
        _CLOCKS,
        _ORDINALS,
        _STANDARDS,
        _ORDERS,
        _EQUIPMENT,
        _SERVICES,
        _ENGLISH,
    )
)


def explained(reading: Reading) -> list[bool]:
    """For each character of the folded text whether the allow grammar explains it."""
    marks = [False] * len(reading.numbers)
    for start, end in _explained_ranges(reading.numbers):
        marks[start:end] = [True] * (end - start)
    return marks


def _explained_ranges(text: str) -> Iterator[tuple[int, int]]:
    yield from building_counts(text)
    for pattern in _GRAMMAR:
        for match in pattern.finditer(text):
            yield match.span()
