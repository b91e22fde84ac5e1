"""Whether a whole name of the register that is nothing but a word (太平, 旷野, 胜利) stands where a person is named.

A form asks for it (户名太平), a word for people leads to it (家长宁静拍了照), something of hers or done to her follows
(夹到太平的手, 把清明送回家), or it signs what was written. What the word says otherwise decides how much of this is needed: 家长满意 and
业主高兴 are nobody's name before a full stop, 户主胜利 is.
"""

import re
from typing import Final

from generator.disclosure.scan.names.candidates import EDGE, any_of
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.words.patterns import word_set
from generator.disclosure.scan.words.predicates import part_of
from generator.disclosure.scan.words.titles import PERSONAL, ROLE_CUES

_REACH: Final = 8
"""Characters before a name that are asked what they lead to."""
_FIELD: Final = re.compile(
    "(?:姓名|名字|名叫|[我他她]叫|户名|抬头|署名|落款|(?<![百同贵])姓|开户人|持卡人|产权人|签字人|签收人|联系人|收件人|收货人|经办人|缴费人|委托人|监护人|失主|户主|车主)(?:是|为|写|改成|姓|叫)?[: ]{0,2}$"
    "|[人主](?:姓名|姓|叫|是|为|写|:|改成)[ ]?$|(?:改成|改为|过户给|转给|写|注明|备注)$"
)
"""户名…, 反映人姓…, 抬头写…: where a form or whoever fills it in has a name."""
_FILLED_IN: Final = re.compile(f"{EDGE.pattern}|收|就[行好]|即可|后发|某处|先生|女士|名下|[(（]")
_ROLES: Final = ROLE_CUES | word_set(
    """狗主 猫主人 新郎 新娘 伴娘 外婆 外公 姥姥 姥爷 奶奶 爷爷 我妈 我爸 家父 家母 姐夫 妹夫 嫂子 弟媳 舅舅 姨妈 伯父 婶婶 小姑 大伯 失主 访客 来访人 报修人 报事人 反映人 投诉人 申请人 举报人 街坊 家属 家人 护理员 骑手
    团长 桌长 队友 球友 牌友 酒友 住户 院长 店长 摊主 档主 网友 博主 作者 男士 女士 老师 教练 钢琴老师 他叫 她叫 我是 俺 举报的是 下单的是 受伤的是 敲门的是 来电的是 送锦旗的是 路过的 住着的"""
)
_ROLE: Final = re.compile(f"(?:{any_of(_ROLES)}|(?<![给帮替让为把对向跟和])我|[夫妻父母]亲?|某处的?)$")
"""Behind these somebody is named, or says what she is: 家长太平, 我凤凰这把年纪, 5栋的光明问 (某处的光明问 once the home is gone)."""
_OBJECT: Final = re.compile(
    "(?:[砸夹碰撞伤打绊刮吓吵咬烫][到中伤倒坏着得]了?|害得|吓得|回访时?|电访|走访|告知|知会|答复|回复|回电|致电|送给|退给|退还|应退|通知|影响|已回|代|替|帮|把|夸|陪|扶|背着|找|请|回了|由此|此前|麻烦回|排到|迷路的|摔倒的|还给|交给|举报人|伤者|来电的是|接亲的是|发票的是|合同的是|我[妈爸姨叔舅姑]|公公|外婆|奶奶|[向给为])$"
)
"""What is done to somebody: 砸中宽容, 已代坚强收件."""
_OF_HERS: Final = re.compile(
    "的?(?:玻璃|水表|外机|手(?![机册续工])|脚|腿|胳膊|手指|后背|孙子|孙女|女儿|儿子|老伴|快递|押金|车(?![库道位间棚])|身份证|微信|手机|座机)"
    "|[家露](?:孩|里|的|台|门|阳台|座机|老人)|这(?:名字|把年纪)|本人|敬上|全家(?![福出都老])|夫妇|夫妻|一家子|小姑娘|小朋友|所持|名下|第[0-9几二三四五六]{1,2}次|压根|隔天|晚点|[一五]星好评|邮件"
)
"""What somebody has, and what is said of nobody else."""
_AT_HOME: Final = re.compile("(?:单元|[0-9][室号栋幢户]?)$")
"""25幢1单元国庆全家."""
_SIGNED: Final = re.compile(f"(?!、){EDGE.pattern}")
_BEFORE_SIGNING: Final = re.compile("(?:[^一-鿿A-Za-z0-9、]|某处)$")
_SAID: Final = re.compile(
    f"(?:[不没已也又都曾均刚才]|坚决|一直|多次|再次|当场|主动|自己|至今)?(?:{any_of(PERSONAL)}|质疑|夸(?![张大耀])|报[:：]|投[了反赞弃]|认赔|留言|缺席|委托|肯定|说(?![明法])|问|嫌|[拍提拎抱牵推]了?着?|喊|气得|急得|自己|等着|打[来分0-9]|送来|托人|撤[诉回]|隔天|居家|整[晚夜]|一[夏宿]|二次来|这[回次]|那[天晚]|很(?:感谢|满意|生气|着急|不|心疼)|[投起走]不了|补交|换号|选的)"
)
"""What somebody does or says, a little more freely than where nothing stands before her name."""
_STATES: Final = word_set(
    """希望 满意 安心 放心 祝愿 祝福 包容 应许 许诺 许可 应声 高兴 开心 平安 辛苦 快乐 欢乐 幸福 方便 容易 顺利 顺心 成功 舒心 舒畅 舒坦 简单 着急 明白 关心 关怀 费心 费力
    宽容 和解 同意 感谢 谢谢 安静 安全 文明 和睦 康复 成长 生活 聚会 幸运 明确 清楚 常来 经常 应允 解放 建设 游泳 乐意 谈笑 向往 温暖 健康 安康 尚可 富裕 从容"""
)
"""平安, 满意: what can be said of whoever is named before it; every other word behind 业主 is what she is called."""


def is_named(reading: Reading, start: int, end: int) -> bool:
    """Whether the word at this range of the folded text is somebody's name by its place."""
    before = reading.plain[max(0, start - _REACH) : start]
    is_state = reading.plain[start:end] in _STATES
    return (
        _fills_in(reading, before, end, is_state=is_state)
        or _has(reading, before, end)
        or (_signs(reading, before, end) and not is_state)
        or _is_spoken_of(reading, before, end, is_state=is_state)
    )


def _fills_in(reading: Reading, before: str, end: int, *, is_state: bool) -> bool:
    """户名太平, 抬头写勇敢; 改成安静 asks for something."""
    field = _FIELD.search(before)
    if field is None or _FILLED_IN.match(reading.plain, end) is None:
        return False
    return not (is_state and field.group().endswith(("改成", "改为", "写")))


def _has(reading: Reading, before: str, end: int) -> bool:
    """夹到太平的手, 清明这名字."""
    led = (
        _ROLE.search(before) or _OBJECT.search(before) or _AT_HOME.search(before) or EDGE.search(before[-1:])
    )
    return led is not None and _OF_HERS.match(reading.plain, end) is not None


def _signs(reading: Reading, before: str, end: int) -> bool:
    """…麻烦改一下。太平: alone between marks."""
    return bool(_SIGNED.match(reading.plain, end) and _BEFORE_SIGNING.search(before))


def _is_spoken_of(reading: Reading, before: str, end: int, *, is_state: bool) -> bool:
    """家长宁静拍了照, 砸中宽容: behind a word for people, or what is done to somebody."""
    if not (_ROLE.search(before) or _OBJECT.search(before)):
        return False
    if is_state or _SAID.match(reading.plain, end):
        return _SAID.match(reading.plain, end) is not None
    goes_on = end < len(reading.plain) and part_of(reading.plain[end : reading.words[end]]) is not None
    return goes_on or EDGE.match(reading.plain, end) is not None
