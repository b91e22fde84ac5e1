"""The allow grammar: numbers that a public summary needs and that say nothing about a person.

Amounts, durations, counts with their unit, percentages, dates, clock times and opening hours, standards and
document numbers, work orders, equipment and gates by number. Everything else that looks like a number is held.
A detector's finding always wins over this grammar.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.homes.rooms_zh import building_counts
from generator.disclosure.scan.numbers.codes import codes
from generator.disclosure.scan.numbers.doors import may_be_a_door
from generator.disclosure.scan.numbers.readings import READINGS, WEEKDAYS
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import alternatives, words
from generator.disclosure.scan.words.quantities import AMOUNTS, NUMBER, RATIOS

_DATES: Final = (
    r"(?:19|20)[0-9]{2}[年\-./][ ]?[01]?[0-9](?:[月\-./][ ]?[0-3]?[0-9][日号]?)?",
    "[(]20[0-9]{2}[)](?=[ ]?第?[0-9]{1,4}号|年)|[(]20[2-9][0-9][)]",
    r"(?:19|20)[0-9]{2}(?:年度?(?![轻老幼迈久货夜]|年|三十)|版|届(?!时)|财年|-?q[1-4]|-?h[12]|/[0-9]{2}(?![0-9]))",
    "[01]?[0-9]月(?:[ ]?[0-3]?[0-9][日号]?)?",
    "(?:每月|当月|本月|上月|次月|同月|于|至|到|-|—|–|~|、)[0-3]?[0-9][日号]",
    "[0-3]?[0-9][日号](?:前(?![院面门后阳花边排楼])|后(?![院面门窗阳花边排墙楼])|起(?![火诉哄争冲])|止|至|到(?![处家])|之前|以前|开始|左右|上午|下午)",
    "q[1-4]|h[12]",
    r"[0-9]{1,2}[./][0-9]{1,2}[-–—~至到][0-9]{1,2}[./][0-9]{1,2}(?![0-9])",
)
_CLOCKS: Final = (
    r"(?<![0-9])(?<![0-9]:)(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:[ ]?[ap]\.?m\b)?",
    r"[0-9]{1,2}[ ]?(?:点半?|时|[ap]\.?m\b)(?:[0-9]{1,2}分?)?",
    "7[×x*]24|24[/-]7|24h",
)
_ORDINALS: Final = (
    "第[ ]?(?:[0-9]{1,2}(?![0-9])|[0-9]{1,4}(?=[ ]?(?:[次届期条款号页项章节批场个名轮件版季位笔例天日年周张只台套户份封辆棵卷册段组问题回部字轮]|[-–—~至到和、,)]|$)))",
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
    """工单 报修单 维修单 派工单 派单 订单 单据 受理 登记 案件 事项 投诉 流水 合同 批次 发票 凭证 文件 招标 项目 设备 电梯 注册 产品 资产 采购 巡查 检验 检测 报告 备案
    催办单 督办单 督查单 转办单 交办单 承办单 处置单 处理单 验收单 领料单 领用单 出库单 入库单 抢修单 检修单 保养单 养护单 评价单 申请单 任务单 联系单 通知单 巡检单 巡查单 检查单 复查单 投诉单 回访单 整改单 工作单 提醒单
    反馈单 签证单 变更单 采购单 请购单 送货单 移交单 服务单 咨询单 建议单 求助单 报事 诉求 催办函 督办函 联系函 报事单 受理单 施工单 协办单 转派单 销项单 罚单 清运单 盘点单 结算单 审批单 核验单 抄告单 交接单 点检单 报障单 诉求单"""
)
_NOBODYS: Final = "(?!的?(?:业主|住户|客户|用户|租户|租客|房|买家|收件人|户主|机主))"
_ORDERS: Final = (
    rf"(?:投诉|服务|报修|反映|诉求|建议|咨询|求助|表扬|来电|来访|转办|督办|维修|派工|工作|业务|受理|处置|抢修|保养|巡检|交办|催办|信访)[件单](?:编号|号)?[:为是]?[ ]?[a-z]{{2,4}}-[0-9]{{2,8}}(?:-[0-9]{{1,8}}){{1,2}}(?![0-9a-z]){_NOBODYS}",
    r"(?<![a-z0-9])[a-z]{2,4}[-–#]?(?:19|20)[0-9]{2}[-–]?[0-9]{2,10}(?:-[0-9]{1,6})?(?![0-9a-z])",
    rf"{_ORDERED}(?:编号|单号|号码|号|代码|码)[:为是]?[ ]?(?:[a-z]{{1,4}}[-–])?[a-z]{{0,6}}[-–]?[0-9]{{4,20}}(?:[-–][0-9]{{1,8}}){{0,4}}(?![0-9a-z])号?{_NOBODYS}",
    rf"(?:{_ORDERED}|编号)(?:编号|单号|号码|号|码)?[:为是]?[ ]?[a-z]{{0,6}}[〔\[(]20[0-9]{{2}}[〕\])][0-9]{{1,5}}(?![0-9a-z])号?",
    r"(?<![a-z0-9])[a-z]{1,6}字第?[0-9]{1,6}号(?![楼院房室栋幢])",
    rf"(?!(?:投诉|登记|注册|受理)[0-9]){_ORDERED}[:为是]?[ ]?#?(?:[a-z]{{1,6}}[0-9]?[-–]?[0-9]{{4,20}}|[0-9]{{6,20}}|(?=[0-9\-–]{{6}})[0-9]{{4,8}})(?:[-–][0-9]{{1,8}}){{0,4}}(?![0-9a-z])号?",
    r"(?:订单|工单|运单|包裹|单号|order|parcel|package)[尾末后]?[一-鿿]{0,2}[ “\"'.…]{0,5}[-–](?=[0-9]*[a-z])(?=[a-z]*[0-9])[0-9a-z]{3,8}(?![0-9a-z\-])",
    r"\b(?:letter|order|parcel|package|circular|minutes|resolution|voucher|certificate|policy|quote|quotation) [a-z]{2,4}[-–][0-9]{3,6}(?![0-9a-z\-])",
    r"(?:订单|工单|合同|order|ticket|contract|invoice) ?[a-z]{2,4}[-–][0-9]{3}(?![0-9a-z])",
    rf"(?<![业户客员房主宅递运费卡])(?:编号|单号)[:为是]?[ ]?[a-z]{{0,6}}[-–]?[0-9]{{3,20}}(?:[-–][0-9]{{1,8}}){{0,4}}(?![0-9a-z]){_NOBODYS}",
    r"(?:work order|order|ticket|case|job|reference|ref|request|invoice|contract|report)(?:(?: (?:no\.?|number|id))[ #:.]{1,3}|[ ]?#[ ]?|[ :.]{1,3}(?=[a-z]|[0-9]{5}|[0-9]{4}[-–]))[a-z]{0,4}[-–]?[0-9]{4,16}(?:[-–][0-9]{1,8}){0,4}(?![0-9a-z])",
    r"\b(?:reminder|slip|follow-?up|notice|task|docket|dispatch|complaint|inspection|requisition|memo|callout|enquiry|worksheet|form|record) [a-z]{2,4}[-–]?[0-9]{5,16}(?:[-–][0-9]{1,8}){0,2}(?![0-9a-z])",
)
_EQUIPMENT: Final = (
    "(?:井|灯|桩|柜|箱|阀|泵|点|树|杆)编号(?:从|由|自)?[a-z]{1,3}-?[0-9]{1,4}(?:编|排|顺延)?[到至-][a-z]{1,3}-?[0-9]{1,4}(?![0-9])",
    "[0-9]{1,2}[ ]?(?:号|#|期|区)(?![ ]?[0-9])(?=[ ]?[一-鿿])(?![ ]?[楼院房室栋幢单的业住家人那车邻户])",
    "防滑[^,。;0-9]{0,8}r(?:9|1[0-3])(?![0-9a-z])",
    "(?:以|start(?:s|ing)? with |begin(?:s|ning)? with )[a-z]{2,4}[0-9]{1,4}(?=开头|打头|[ ,.])",
    "[东南西北]?(?:门|侧|广场|电梯|梯|泵|出口|入口|岗)[0-9]{1,2}号?(?![0-9])|[东南西北]?区[0-9]{1,2}(?![0-9号])",
    r"(?:sump|tank|riser|valve|boiler|chiller|fan|feeder|circuit|transformer|manhole|hydrant|bin|kiosk|gate|lift|elevator|entrance|exit|pump|phase|zone|camera|car park|garage|basement|hall|court|pool|shed|counter|window|line|charger|pole|type|class|tier|stage|top|size|option|question|point|station|post|route|ramp|lane|row|area|platform|cabinet|panel|filter|blower|motor|compressor|sensor|detector|extinguisher|alarm|channel|day|week|month|year|article|cat\.?|form)s?[ ](?:no\.?[ ]?)?[0-9]{1,2}(?![0-9])",
    r"(?:地下|负|b)[ ]?[1-4一二三四](?:层|楼|f)?(?![0-9a-z\-])",
    r"(?<![0-9a-z])(?:ipv?[0-9]{1,2}|dn[ ]?[0-9]{2,4}|de[ ]?[0-9]{2,3}|φ[ ]?[0-9]{1,4}|m[0-9]{1,2}|pm[ ]?(?:2\.5|10|1)|a[34]|[2-6]g|[248]k|co2|h2o|pn[0-9]{2}|3d|4s|1080p|720p|usb[23]|mp[34]|covid-?19|o2o|n95|84(?=消毒)|v[0-9]\.[0-9]|ra[ ]?[0-9]{2}|ip[0-9x]{2}|r(?:22|32|134a|410a|404a|290)|t[58](?=[ ]?(?:led|灯|管|日光))|e(?:14|27|40)(?=[ ]?[灯螺头])|gu10|sus[ ]?[0-9]{3}l?|hrb[0-9]{3}e?|q[23][0-9]{2}[a-e]?|h\.?26[45]|rs[ -]?(?:232|422|485)|rj(?:11|45)|cat[ ]?[5-8][ea]?|win(?:7|8|10|11)|[5-8]s(?=管理|标准|检查|现场)|3c(?=认证|标志|证书))(?![a-z0-9])",
)
_HOTLINES: Final = words(
    "12315 12319 12328 12329 12333 12345 12348 12350 12358 12369 12388 12393 96333 95598 10000 10010 10086"
)
_EMERGENCY: Final = "(?:110|114|119|120|122|999)(?![0-9])"
_RUNG: Final = r"(?:[打拨报急警警察火医救消防叫接呼]|电话|热线|号码|移交|平台|\b(?:call|dial|ring|phone|police|fire|ambulance|emergency|number|to|on|via))[ :“\"'(]{0,2}"
_SERVICES: Final = (
    rf"(?<![0-9])(?:{_HOTLINES}|9[56][0-9]{{3}})(?![0-9])(?:(?:[、,/和或及与]|[ ](?:or|and)[ ]){_EMERGENCY}){{0,3}}",
    "(?<![0-9])400(?=热线|电话|客服)",
    rf"{_RUNG}(?:了|过|通)?{_EMERGENCY}(?:(?:[、,/和或及与]|[ ](?:or|and)[ ]){_EMERGENCY}){{0,3}}",
    rf"(?<![0-9]){_EMERGENCY}(?=[ ]?(?:报警|出警|民警|警[察务方]|到场后?|急救|电话|指挥|平台|救护|火警|求助|举报|热线|接警|处警|处[置理]|一天打|打[了过不通]|协助|联动|医生|医护|消防|call|line|hotline|operator|was called|came))",
)
"""Numbers of the state's and the utilities' public services, the same everywhere; 110 and its like are flats as well."""

_VOTES: Final = "(?:同意|赞成|赞同|反对|弃权|有效|无效|作废)票?[数:为是]?"
_PLANNED: Final = "(?:计划|应到|应发|进场|抽检|抽查|抽取|抽样|送检|发出|发放|报名|核定|实到)"
_REACHED: Final = "(?:完成|实到|实发|退场|合格|达标|到场|收回|回收|录取|签到|不合格)"
_SET: Final = "(?:温度|湿度|亮度|照度|音量|转速|浓度|总?硬度|浊度|色度|余氯|流速|坡度|pm ?2\\.5|pm ?10|满分|均分|平均分?|得分|限速|比例尺|[上下]限)"
_TO: Final = "(?:[由从为是在至到]|设[在为定]|降[到至为]|升[到至为]|提高[到至]|调[到至为]|控制在|改为|维持在|不超过|不低于)"
_EDGE: Final = "(?=[,，。;；!！)）]|$)"
_TALLIES: Final = (
    f"{_VOTES}[0-9]{{1,4}}票?(?:[,、;]{_VOTES}[0-9]{{1,4}}票?){{1,4}}",
    f"{_PLANNED}[0-9]{{1,4}}[,、;]?{_REACHED}[0-9]{{1,4}}{_EDGE}",
    "(?<![0-9])(?:1比[0-9]{1,4}|[0-9]{1,2}比[0-9]{1,3})(?![0-9室号]|单元|[楼栋幢层])",
    "(?:读数|底数|表底|示数|表码)[为是由从]{0,2}[0-9]{1,6},?(?:[到至]|[一-鿿]{2,4}(?:合计|读数|底数)?)[0-9]{1,6}(?![0-9])",
    f"{_SET}{_TO}{{0,2}}[0-9]{{1,4}}(?:{_TO}{{1,2}}[0-9]{{1,4}})?{_EDGE}",
    f"(?:早班|中班|晚班|夜班|白班|窗口|早|营业)[0-9]{{1,2}}[-–—至到晚][0-9]{{1,2}}{_EDGE}",
    f"(?:由|从)[0-9]{{1,3}}(?:提高|降低|增加|减少|提升|调整|上调|下调)[到至为][0-9]{{1,3}}{_EDGE}",
    "积分满[0-9]{1,5}|抽签号[0-9]{1,3}[至到-][0-9]{1,3}(?![0-9])",
    "(?:端口号?|色号|格口|柜口|牌号|初始值|默认值|图层|网段|[iI][pP]段)(?:为|是|:)?[0-9]{1,5}(?:\\.[0-9]{1,3}){0,3}(?![0-9室号])",
    "(?:轴线?|轴交)[0-9]{1,2}[-–—~至][0-9]{1,2}(?![0-9])",
    "(?:充电桩|车挡|路灯|灯杆|井盖|消火栓|灭火器|摄像头|探头|垃圾桶|座椅|水泵|风机|电梯|闸机|道闸)(?:编号|序号)[0-9]{1,3}[-–—~至到]{1,2}[0-9]{1,3}(?![0-9])",
    f"(?:第[一二三四五六七八九十]名|冠军|亚军|季军)得?分?[0-9]{{1,3}}{_EDGE}",
)
"""同意801，反对203; 抽检30，合格29; 1比8; 读数由10234到10890; 温度设在26: two figures of a tally, or the value that something has."""

_MONTHS: Final = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_ENGLISH_UNITS: Final = words(
    """percent per-cent point points percentage year years month months week weeks day days hour hours minute minutes second seconds working business calendar yuan rmb cent cents dollar dollars million billion thousand hundred metre metres
    meter meters centimetre centimetres millimetre millimetres kilometre kilometres kilo kilos kilogram kilograms square cubic litre litres liter liters ton tons tonne tonnes degree degrees decibel decibels watt watts volt volts time times people person persons
    resident residents household households home homes owner owners family families flat flats unit units building buildings block blocks floor floors storey storeys story stories case cases complaint complaints repair repairs request requests order orders report reports
    call calls visit visits lift lifts elevator elevators lamp lamps light lights camera cameras pump pumps door doors gate gates space spaces bay bays car cars vehicle vehicles bike bikes e-bike e-bikes scooter scooters tree trees shrub shrubs bin bins bag bags box boxes
    piece pieces set sets round rounds inspection inspections drill drills session sessions staff guard guards cleaner cleaners worker workers member members vote votes reply replies answer answers question questions item items place places spot spots site sites copy copies
    page pages character characters word words letter letters out more fewer less new old extra additional other per""",
)
_TALLIED: Final = words(
    "issued returned spoilt spoiled valid invalid sent received cast for against abstained abstentions absent present approved rejected resolved closed pending completed passed failed registered attended planted removed collected distributed signed counted outstanding overdue paid unpaid sold reused recycled"
)
_COUNTED: Final = words(
    """ballots leaflets flyers posters brochures booklets questionnaires signatures stickers parcels packages envelopes emails e-mails messages tickets receipts tags vouchers coupons invoices certificates permits
    extinguishers hydrants sprinklers detectors manholes lampposts bollards kerbstones cobbles slabs seedlings saplings tulips lilies roses hedges bushes bicycles tricycles batteries barrows sandbags bricks litres
    spectators swimmers attendees participants volunteers runners applicants respondents voters entrants signatories bollards cones barriers benches drains gullies meters chargers sockets fittings smoke-alarms loudspeakers"""
)
"""What an estate counts and no flat owns: 562 ballots; 1203 windows, dogs or parties may be those of a home."""
_NO_MORE_THAN: Final = (
    r"(?:\b(?:only|just|all|but|about|around|nearly|almost|over|under|for|and|to|by|than|least|most) )?"
)
_AMONG: Final = (
    r"(?= (?!(?:always|often|never|still|again|also|has|is|was|does)\b)(?:[a-z]{3,} ){0,2}[a-z]{3,}s\b)"
)
_FALLING: Final = words(
    """complaints calls reports requests visits cases repairs number turnout votes ballots thefts incidents faults figure total score consumption usage cost fee price rate backlog attendance accidents alarms readings count bill time minutes breakdowns applications
    deliveries injuries fines arrears trips outages leaks"""
)
"""What rises and falls; a pot that fell from 1203 to 203 is none of it."""
_OF_A_HOME: Final = words(
    "keys key doors windows rooms balconies pipes walls dogs cats kids tenants owners neighbours neighbors guests visitors always has is was keeps says smells makes leaves plays throws lets parks does needs wants complains thinks knows gets likes never often still"
)
"""At least 1203 keeps quiet, we collected 1203 keys: what a flat has, or whoever lives there does."""
_OWNED: Final = words(
    "people person residents resident owner owners family door doors lights light lamp lamps staff guard guards member members car cars vehicle vehicles bike bikes e-bike e-bikes scooter scooters bag bags box boxes out more fewer less new old extra additional other per times time home homes"
)
_LED_TO: Final = alternatives(
    *(
        rf"(?<={lead})"
        for lead in (
            '[.;:!?(“"] ',
            ", ",
            " of ",
            " the ",
            "from ",
            " in ",
            "last night ",
            "about ",
            "contact ",
            "than ",
            "with ",
            " but ",
            "when ",
            "again ",
            " no ",
            "no. ",
            "ext. ",
            "door ",
            "meter ",
            "number ",
        )
    ),
    "^",
)
_DOOR_LED: Final = (
    rf"{_LED_TO}(?:[1-9][0-9]?(?:0[1-9]|[12][0-9]|3[0-6])|[0-9]{{7,12}})[ -]{_OWNED}\b"
    r"(?! (?:[a-z]+ )?(?:attended|voted|joined|took|replied|signed|received|were|have|had|responded|registered|came|visited|participated|parked|waited|a|in total|per|this|last)\b|[,.;)]|$)"
)
"""1203 people never stop is somebody's door; 1203 people voted are counted."""
_ENGLISH: Final = (
    r"\bvoted (?:by )?[0-9]{1,4} (?:to|against|for and) [0-9]{1,4}\b(?! (?:by|of) the)",
    rf"{NUMBER} {_COUNTED}\b",
    r"\b(?:(?:from|to|of|is|was) )?1 in [0-9]{1,4}(?![0-9\-])",
    r"\bscores?(?: [a-z]{2,6}){0,3}[ :]{1,2}[0-9]{1,3}(?: to |[-–:])[0-9]{1,3}(?![0-9])",
    r"\b(?:meters?|readings?) (?:[a-z]{2,6} ){0,2}from [0-9]{1,6} to [0-9]{1,6}(?![0-9])",
    r"\bshifts? (?:[a-z]{2,5} ){0,2}[0-9]{1,2} to [0-9]{1,2}(?:,? (?:and )?[0-9]{1,2} to [0-9]{1,2}){0,3}(?![0-9])",
    r"\b(?:speed limit|setpoint|average score)(?: is| of| to|:)? [0-9]{1,3}(?=[,.;]|$)",
    r"\bpress [0-9](?= (?:for|to)\b)",
    r"\bports? [0-9]{2,5}(?= (?:was|is|were|are|on)\b)",
    r"\b(?:paint|wall|tile) colou?r [0-9]{3,4}(?![0-9\-])|\bbearings? [0-9]{4}(?![0-9\-])|\bax[ie]s [0-9]{1,2}-[0-9]{1,2}(?![0-9\-])",
    rf"{NUMBER} (?:in favou?r|against)(?=[,.;]| and |$)",
    rf"\b(?:contract|bill|meter|sign|invoice|receipt|statement|budget|quote|tariff) (?:says|shows|reads|gives|states) {NUMBER}(?=[,.;?!]|$)",
    rf"\bof (?:the )?{NUMBER} (?:[a-z]{{3,}} )?[a-z]{{3,}}s, {NUMBER}(?= [a-z])",
    rf"\b(?:turnout|total|count|tally|attendance|result)(?: [a-z]{{2,9}}){{0,2}} {NUMBER} (?:out )?of (?:the )?{NUMBER}(?![0-9a-z\-])",
    rf"\b(?:some|nearly|almost|exactly|another|fewer than|more than|at least|at most|total of|counted|collected|printed|planted|swept|weighed|issued|distributed|recycled|received|handed out) {NUMBER}(?! {_OF_A_HOME}\b)(?= (?:[a-z]{{3,}} )?[a-z]{{3,}}s\b)",
    rf"\bthere (?:are|were|have been) {NUMBER}(?= [a-z]{{3,}})",
    rf"\b{_FALLING}(?: [a-z]{{2,9}}){{0,3}} (?:fell|dropped|rose|grew|increased|decreased|declined|shrank|jumped|cut|raised|reduced|risen|fallen|grown) from {NUMBER} to {NUMBER}(?![0-9a-z\-])",
    rf"{_NO_MORE_THAN}{NUMBER} out of (?:the )?{NUMBER}(?= [a-z]{{3,}})",
    rf"{_NO_MORE_THAN}{NUMBER} of (?:the )?{NUMBER}{_AMONG}",
    rf"{NUMBER} {_TALLIED}(?=[,.;)]| and |$)",
    r"(?:fire|front|back|side|glass|lobby|main|service|roof) door [0-9]{1,2}(?![0-9a-z])",
    r"(?:hours|open|library|pool|gym|office|desk|counter|hall|clubhouse)[ :]{1,2}[0-9]{1,2}[-–][0-9]{1,2}(?![0-9\-])",
    r"(?<![0-9a-z])(?<![0-9]\.)[0-9]{1,2}(?:\.[0-9])? out of [0-9]{1,3}(?=[,.;!?]|$)",
    rf"{NUMBER}[ -]?(?:st|nd|rd|th)\b",
    r"\ball [0-9]{1,4}(?= (?:[a-z]{3,} )?[a-z]{3,}s\b)",
    r"\bthe (?:other|remaining) [0-9]{1,3}(?= (?:are|were|have|had|will|remain)\b)",
    r"\b(?:sha|utf|md|aes|rsa)-?[0-9]{1,4}\b",
    r"\b(?:10|[0-9](?:\.[0-9])?) out of (?:5|10)\b",
    r"\b(?:on|by|from) (?:the )?[0-9]{1,2}(?:(?:,| and| or| to) [0-9]{1,2}){1,3} of (?:each|every) month\b",
    r"\b(?:in|of|since|for|by|during|until|from|to|between|and|,)[ ](?:19[2-9]|20[2-9])[0-9](?![0-9])",
    r"\b(?:in|since|during|until|before|after|year|(?:built|installed|signed|laid|opened) (?:in )?|(?:date|dates|dated|dating) (?:back )?(?:from|to))[ ]?20[01][0-9](?![0-9])",
    r"\b(?:from|between) 20[01][0-9] (?:to|and|until) (?:19|20)[0-9]{2}(?![0-9])",
    rf"{_MONTHS}\.?[ ](?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:[-–—][0-9]{{1,2}}|,?[ ](?:19|20)[0-9]{{2}})?|(?:19|20)[0-9]{{2}})(?![0-9:])",
    rf"[0-9]{{1,2}}(?:[-–—][0-9]{{1,2}})?[ ](?:of[ ])?{_MONTHS}(?:[ ](?:19|20)[0-9]{{2}})?",
    r"(?:q[1-4]|spring|summer|autumn|winter)[ ](?:19|20)[0-9]{2}",
    rf"(?!{_DOOR_LED}){NUMBER}[ -]?{_ENGLISH_UNITS}\b",
    r"\b(?:levels?|floors?|storeys?|items?|pages?|rows?|stages?|phases?|steps?|lines?) [0-9]{1,2} (?:to|and|through|until) (?:level |floor |storey )?[0-9]{1,2}(?![0-9a-z])",
    rf"{NUMBER}[ ]?(?:/|out of|of the|of|to|and|or|[-–—])[ ]?{NUMBER}(?=[ ](?:%|percent|{_ENGLISH_UNITS}))",
    r"\b(?:need|needs|needed|order|ordered|buy|bought|counted|replaced|planted|installed|removed|added|total|totals|totalled) [0-9]{1,2}(?=[,.;!?]|$| (?:with|of|that|more)\b)",
    r", [0-9]{1,5} in (?:all|total)\b",
    r"\bform [a-z]{2,4}[-–][0-9]{3,4}(?![0-9a-z])",
    r"\b(?:came|come|were|was|been|went) (?:back|returned|sent|counted|received) [0-9]{1,4}(?=[,.;])",
    r"\b(?:batch|consignment|shipment|edition)(?: (?:no\.?|number))? [0-9]{5,10}(?![0-9a-z\-])",
    r"\b[0-9]{1,4} of (?:them|these|those|which)\b",
    r"\b(?:less|more|fewer|up|down) [0-9]{1,2}(?= than\b)",
    r"\b(?:notes|replies|answers|cases|calls|reports|forms|letters|complaints|requests|votes|papers|lamps|pumps|doors|trees|cameras) [0-9]{1,3}(?= (?:are|were)\b)",
    r"(?<=[,;] )[0-9]{1,2}(?= (?:was|were|are|have|had|need|remain|of them)\b)",
    rf"(?:yuan|rmb|usd|eur)[ ]?{NUMBER}",
    r"(?<![0-9a-z])[0-9]{1,2}(?= (?:[a-z]{3,} )?[a-z]{3,}s\b)(?! (?:has|is|was|keeps|says|smells|makes|leaves|plays|throws|lets|parks|does|needs|wants|complains|thinks|knows|always)\b)",
    r"\b(?:before|after|until|till|by|from|between|at|past|around|about|and|to|for|only|than|least|most|nearly|almost|over|under|just|within|every|all|another)[ ](?:about )?[0-9]{1,2}(?![0-9a-z:\-#])(?! (?:of|block))",
)
_AMOUNTS: Final = gated(alternatives(*RATIOS, *AMOUNTS))
_GRAMMAR: Final = tuple(
    gated(alternatives(*patterns))
    for patterns in (
        _TALLIES,
        _DATES,
        _CLOCKS,
        _ORDINALS,
        _STANDARDS,
        _ORDERS,
        _EQUIPMENT,
        _SERVICES,
        READINGS,
        _ENGLISH,
    )
)


def explained(reading: Reading) -> list[bool]:
    """For each character of the folded text whether the allow grammar explains it."""
    marks = [False] * len(reading.numbers)
    for start, end in _explained_ranges(reading):
        marks[start:end] = [True] * (end - start)
    for start, end in codes(reading):
        marks[start:end] = [True] * (end - start)
    for days in WEEKDAYS.finditer(reading.plain):
        marks[days.start() : days.end()] = [True] * len(days.group())
    for numeral in _NUMERAL.finditer(reading.plain):
        marks[numeral.start()] |= _in_a_word(reading, numeral.start())
    return marks


_LONG: Final = re.compile(r"(?<![0-9:])(?<![0-9][.,])[1-9][0-9]{2,11}(?![0-9.,])(?=[一-鿿])")
_NO_TELEPHONE: Final = re.compile("[元块度吨升字步秒瓦株米平立方公千百万亿毫厘克斤](?!工)|人次|户次")
"""Of what there are hundreds of thousands; six digits and more before anything else are a number to ring."""


def _counts_nothing(reading: Reading, start: int, end: int) -> bool:
    """1203对面, 501元旦, 85550199转三: what looks like a unit begins a longer word, or nothing comes in such numbers.

    And storeys are counted upwards: 3-5楼 are three of them, 5-3楼道 is the staircase of a building's unit.
    """
    if may_be_a_door(reading, start, end):
        return True
    if _is_a_number_of(reading.numbers, start, end):
        return True
    number = next(_LONG.finditer(reading.numbers, start, end), None)
    if number is None or number.end() >= end:
        return False
    at = number.end()
    if _NO_UNIT.match(reading.numbers, at):
        return True
    if at - number.start() > _MANY and not _NO_TELEPHONE.match(reading.numbers, at):
        return True
    return max(reading.words[at:end]) > end and reading.numbers[end] not in _OPEN_ENDS


def _is_a_number_of(text: str, start: int, end: int) -> bool:
    """分机8843人不在, 0502人不在, 6-1人不在: a number of something, with a nought before it, or that falls, counts nothing."""
    if _CHAIN.match(text, start):
        return True
    first = _FIRST.match(text, start)
    if first is None:
        return False
    fallen = first["next"] is not None and int(first["next"]) <= int(first["number"])
    return (
        fallen
        or _NOUGHT.match(first["number"]) is not None
        or _OF.search(text, max(0, start - 8), start) is not None
    )


_FIRST: Final = re.compile(
    "(?P<number>[0-9]{1,12})(?:[ ]?[-–—~][ ]?(?P<next>[0-9]{1,12})(?![0-9.]))?(?![0-9.,]|[ ]?型)(?=.{0,3}[一-鿿])"
)
_CHAIN: Final = re.compile("[0-9]{1,2}(?:[-–—~][0-9]{1,4}){2,3}(?![0-9\\-])(?=[一-鿿])")
_NOUGHT: Final = re.compile("0[0-9]{2}")
_OF: Final = re.compile("(?:[码尾户卡账证表机单员历工]号|号码|[件证员]码|分机|编号)[是为: ]{0,2}$")
_MANY: Final = 5
_OPEN_ENDS: Final = "起整钟高长宽厚深重余多"
"""129元起, 105米高."""
_NO_UNIT: Final = re.compile(
    "卷起|名下(?![岗沉乡基属])|面[朝向]|副卧|头[一两]|对过|时有|度假|角落|天花|层[高顶内外里]|转(?![/每的速,.;、以左]|$)"
)
_NUMERAL: Final = re.compile("[一二三四五六七八九两零]")


def _in_a_word(reading: Reading, at: int) -> bool:
    """17二维码, 3一次性: a numeral that begins a word is no figure of the number before it."""
    word = reading.plain[at : reading.words[at]]
    return len(word) > 2 and _NUMERAL.search(word, 1) is None


def _explained_ranges(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.numbers
    yield from building_counts(text)
    for match in _AMOUNTS.finditer(text):
        if not _counts_nothing(reading, *match.span()):
            yield match.span()
    for pattern in _GRAMMAR:
        for match in pattern.finditer(text):
            if not _cuts_a_number(text, *match.span()):
                yield match.span()


def _cuts_a_number(text: str, start: int, end: int) -> bool:
    """8月12 of 8月1203, 03点 of 1103点名: what begins or ends within a number explains nothing."""
    return _is_inside(text, start) or _is_inside(text, end)


def _is_inside(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isdecimal() and text[at].isdecimal()
