"""Whether a sentence speaks of anybody: without a person, a wheelchair, a slip or an allergy is nobody's."""

import re
from typing import Final

from generator.disclosure.scan.words.openings import gated

_SOMEBODY: Final = gated(
    "[我你您他她俺咱爸妈爹娘爷奶婆叔姨哥姐弟妹孩娃]|老人|老伴|儿子|女儿|闺女|丈夫|妻|老公|媳|业主|邻居|住户|租|楼上|楼下|隔壁|对门|家(?![具电])|本人|母亲|父亲|某|坐|一个人|患者|病人|考生|学生|老[一-鿿]|医药费|医疗费|误工|送医|就医|[先女][生士]"
    r"|\b(?:i|i'm|i've|my|me|we|our|us|he|she|his|her|him|they|their|who|neighbou?rs?|m[ae]n|wom[ae]n|lady|ladies|boy|girl|husband|wife|mother|father|mum|dad|mom|son|daughter|brother|sister|aunt|uncle|couple|tenant|owner|landlord|resident|guard|cleaner|someone|somebody|child|kid|grand\w+|mr|mrs|ms|miss)\b"
)
_SOMEONE: Final = gated(
    "[我你您他她俺咱爸妈爹娘爷奶婆某]|楼[上下]|隔壁|对门|邻居|一[位名个户]|[该这那][位户名家个]|本人|家[里中]|老伴|儿子|女儿|丈夫|妻|老公|父亲|母亲|[0-9]{3,4}(?:室|房|户|业主|住户|的)|[0-9一二三四五六七八九十](?:栋|幢|号楼|单元|楼)|[先女][生士]|师傅"
    "|老太太?|老头|老爷子|老汉|[大老][爷妈姐哥嫂]|阿姨|租客|租户|男子|女子|小伙|姑娘|主任|老(?:教授|裁缝|教师|医生|工人|干部|木匠|中医)|[顶底]楼的?(?:老|住户|业主)"
    r"|\b(?:i|my|me|he|she|his|her|him|who|neighbou?r|block|unit|room|flat|mr|mrs|ms|miss|the (?:[a-z]+ )?(?:tenant|man|woman|widow|widower|lady|gentleman|boy|girl|couple)|an? (?:elderly|old|young|disabled|deaf|blind|sick|pregnant|single|retired|man|woman|lady|boy|girl|child|resident|tenant|owner|couple|widow|veteran|toddler|infant|baby|patient))\b"
)
_GROUP: Final = gated(
    "(?:为|向|给|对|由|方便|照顾)[^，。]{0,14}(?:老人|居民|家庭|业主|人员|军人|群体|儿童|人士|住户|患者|孕妇|职工|户|幼儿|学生)[^，。]{0,8}(?:提供|安装|送|减免|免费|代|办理|发放|开展|上门|开设|设立|打扫|理发|通行|出入|服务|加装|预留|优惠|慰问|赠)"
    "|课堂|揭牌|随访车|通道已预留|球赛|赛开赛|服务站|互助小组|学习会|年夜饭|招聘会|热线(?=公示|开通|公布)|门诊(?=信息|随访|时间|开放|搬)|咨询室|交友角|支部|流行季|所需(?:材料|资料)|流程图|办理地点|办事指南|植树活动|活动报名|小组报名|专场|政策(?:咨询|宣讲|解读)|不宜使用|安置政策|慰问|关爱|严禁|禁止|请勿|讲座|宣传|讲解|科普|培训|义诊|演练|优先(?:通道|窗口|办理|入场)|协助维持|拨打110|志愿者|志愿队|可(?:委托|线上|由人代|代办|申请|预约|托管)|也?[需应须](?:登记|配合|报备)|的话[请,]|优先(?:上门|办理)|量血压|测血[压糖]"
    r"|\b(?:volunteers|free|(?<!we )(?<!they )(?<!i )(?:do not|don't)|can use|may use|open to|(?:residents|people|women|men|veterans|widows|widowers|parents|owners|sufferers|patients|families|couples|seniors|pensioners) (?:\w+ ){0,2}(?:can|may|have (?:a )?priority|are invited|are welcome|play|meet|were told|are asked)|for a change of title|blood drive|talks?|sessions?|workshop|programme|first aid)\b"
)
"""What is done for everybody of a kind: 为独居老人安装烟感报警器, 慰问退役军人."""
_NOTICE: Final = gated(
    "登记(?![为是])(?:请|本|须|可|从|截|已上线|英文|办理|表|点|处|窗口|时间|材料|流程)|可登记|请(?:到|走|从|报(?![修案警])|凭|持|提前|绕|勿|联系社区)|凭(?:证|本|卡|票|有效)|减免|限[0-9]{2}|每[份餐](?:[0-9]|收)|放映|播放|播出|示意图|结余|合格率|占比|比例|上线|展板|宣传栏|线索|优待证|安装[0-9]|共[0-9]+[户名人]|[0-9]+(?:户|人次|份|场|块)(?=[,.;。]|$)|可(?:领取?|申请|办理|享受?|抵扣?|预约|报名|扫码|委托|打?折)|复印件|原件|交前台|统一(?:制作|发放|安排|投保|更换|保管)|提示[卡牌]|维权牌|公示期|卡激活|热线|互助群|课程|公告栏|补贴|表格|由[^，。,]{2,8}(?:负责|牵头|代班|顶岗)|[0-9]+对(?=[,.;。]|$)|海报|演示|量表|门诊|照片墙|占[一二三四五六七八九半][成数]?|已?张贴|举办|改线上|满额|协会|手册|须(?:带|持|在|由|[0-9])|不宜|试[喝吃]|(?:取消|延期|改期)(?=[,.;。]|$)|持证|招募|招聘|不作为|双方到场|限时|停放|食堂[^，。]{0,8}(?:餐|供应|菜)|清洗服务|名额|剩余|申领"
    r"|\b(?:households? (?:pay|get|receive|may|can|qualify)|fund(?:s|ed)? (?:balance|raised)|notice:|canteen (?:uses|serves|offers)|opens? (?:at|on)|is open|checks are|leaflets?|posters?|helpline|(?:for|by) the community)\b"
)
"""What a notice to everybody says: 凭证减免, 请到窗口, 共11户."""
_PARTICULAR: Final = gated(
    "[吗呢么?？]|能不能|能否|可否|可不可以|想|求(?![助救])|希望|盼|麻烦|申请(?=[减免换借停])|建议|表扬|推荐|帮忙|为是|谢|急(?!救)|投诉|反映|请问|^请(?!到|走|从|报|凭)"
    "|没|未(?!成年|婚|满)|不给|不发|迟迟|拖欠|丢|被|把|跌|摔|晕|走失|死|病故|去世|确诊|倒[在下]|昨|前天|今早|今晚|刚|天天|半夜|整夜|总是|老是|一直|突然|独自|常年|多年|年前|去年"
)
"""What is asked for or happened once, and so to somebody: 想申请减免, 三天没下楼."""
_MEMBER: Final = re.compile(
    "(?:老人|居民|业主|住户|儿童|学生|孩子)(?:也|又|都|昨[天夜晚]|已经?)?$|(?:刚刚?|突然)(?:做完?|动完?|得了?|查出)?$"
)
"""Before what befell one of them: 老人瘫痪, 刚做完透析; 瘫痪老人 is a kind of people."""
_BARRED: Final = gated("轮椅[一-鿿]{0,2}[推过进出上下转走][不没]")
_PLACED: Final = gated("某处")
"""轮椅推不过某处: where no wheelchair passes it is a place that is spoken of, not whose chair it is."""
_ENDS: Final = "。！？!?.;；\n"
_REACH: Final = 80
"""How far a sentence is read to either side; a longer one is taken to speak of somebody."""


def speaks_of_somebody(text: str, start: int, end: int) -> bool:
    """Of the sentence around a range of a lower-case text."""
    sentence = sentence_around(text, start, end)
    if sentence is None:
        return True
    said = text[slice(*sentence)]
    return _SOMEBODY.search(_PLACED.sub(" ", said) if _BARRED.search(said) else said) is not None


def serves_a_group(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a range tells of a service for many, and of nobody among them."""
    sentence = sentence_around(text, start, end)
    return (
        sentence is not None
        and _is_for_many(text, *sentence)
        and _SOMEONE.search(text, *sentence) is None
        and _MEMBER.search(text, max(0, start - 8), start) is None
    )


def _is_for_many(text: str, first: int, last: int) -> bool:
    """Whether a sentence says what is done for everybody of a kind: with a service in it, or as a notice without an event."""
    if _GROUP.search(text, first, last):
        return True
    return _NOTICE.search(text, first, last) is not None and _PARTICULAR.search(text, first, last + 1) is None


def sentence_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the sentence around a range begins and ends; None for one that is too long to tell."""
    first = max(text.rfind(mark, max(0, start - _REACH), start) for mark in _ENDS) + 1
    last = min((at for mark in _ENDS if (at := text.find(mark, end, end + _REACH)) >= 0), default=len(text))
    return None if start - first > _REACH or last - end > _REACH else (first, last)
