"""Turns of phrase, dialects and figures that only look like a name, a flat or a number; and what stays one beside them."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


def holds(text: str, lang: str = "zh") -> bool:
    return scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    "text",
    [
        "雨前逐台试泵。", "公摊电费录入有误。", "电梯里的广告能不能关小声？", "音响请开小点。", "能改用水性漆吗", "全谷共23栋别墅。",
        "应老年住户请求，坡道加长。", "应多位租户建议，改到周末。", "应沿街商户的一致要求办理。", "也祝大家平安，管好自家大狗。", "值班亭空着没人。",
        "周三通渠，请留人。", "问可否借张桌。", "水是黄的，要放很久。", "他的狗一到半夜就叫。", "钟楼大钟慢了7分钟。", "门岗言语不当属实。",
        "龙泉驿方向的班车。", "燃气公司迟迟不复气。", "何乐而不为。", "天台被人長期霸佔。", "僱工把牀搬走，鷄毛亂飛。",
    ],
)  # fmt: skip
def test_a_turn_of_phrase_is_nobodys_name(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "是张吗？", "应老师要求退费。", "应大爷请求换锁。", "祝大勇家漏水。", "大狗又在楼道抽烟。", "大钟昨晚骂人。", "他叫周三通。", "老锁又把车停在坡道。", "老井坏事做尽。", "业主莫文平来电。", "大刷在楼道骂人。", "尚余良来电。", "住户陈列平来电。", "我47了。", "他瘫痪了。", "两口子天天吵架。", "支国庆来过。", "他对灰尘敏感。", "常按明来电。", "业主房先生不同意。", "保安费明来过。", "滑一鸣家漏水。", "楼上莫关山又在跳绳。", "已联系齐平并约定周六。", "群名《静待花开》的人骂我。", "楼上周先生来电。", "楼下周建国家漏水。", "楼上周姐又在拖椅子。", "我爸的轮椅推不过去。", "联系白雪压价。", "滑国庆来过。", "业主查查理来电。", "晏先生来电。", "黑师傅把门撬了。", "找张桌问问。",
        "我是黄的邻居。", "建国他妈来过。", "昵称静待花开。", "请联系王国庆方便时回电。",
    ],
)  # fmt: skip
def test_a_name_in_the_same_place_stays_one(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "连保安都不管。", "后来查才发现漏水。", "外卖汤洒电梯里。", "雷一响电视就没信号。", "某处的娃一进电梯就哭。", "托邻居代领退款单。", "都管二房东叫大哥。", "交房时房东没说清楚。",
        "经清点，灭火器已补齐。", "门前路已经修好。", "楼好矮，路好远。", "那个天叫热啊。", "请保安管管门禁。", "由楼长分送。", "盲道被雪堆埋了。", "某处养的八哥学舌，天天骂脏话。", "苗木到货，周五栽。", "某处领养了院里的三花猫。",
    ],
)  # fmt: skip
def test_what_happens_or_is_done_is_nobodys_name(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "连师傅说明天来。", "钱才说没人来。", "汤洒明家漏水。", "雷一鸣说电梯坏了。", "丁一进门就骂人。", "管师傅修好了。", "姓时的房东没说。", "经清河，快来。", "路明家漏水。",
        "我和连先生吵架。", "汤圆圆把门砸了。", "盲明又来闹。", "楼上八哥天天骂人。", "业主周五栽来电。", "楼上领养了个孩子。",
    ],
)  # fmt: skip
def test_who_is_named_there_stays_somebody(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "维修金可唔可以分三期？", "部𨋢坏咗成个星期，冇人理。", "楼道黑黢黢的，摔到人哪个负责嘛？", "请物业莫睁只眼闭只眼。", "保安莫往门口堆货。", "这灯咋还冇亮？",
        "水管里头放出来的水是黄的。", "楼浪向垃圾勿要乱掼。", "甭往楼下扔瓶子。",
    ],
)  # fmt: skip
def test_dialect_is_ordinary(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "莫文蔚把车停在坡道。",
        "业主莫大姐来过。",
        "他刚从里头放出来。",
        "我系陈生，唔该修灯。",
        "阿好又在晾衫。",
    ],
)
def test_who_speaks_dialect_is_somebody(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("本采暖季共测温118户，达标率97.5%。", "zh"), ("室温不低于18℃的296户，合格率98.7%。", "zh"), ("规划车位1:0.6，缺口较大。", "zh"), ("限高1米9，请推行。", "zh"),
        ("本月新增注册236户。", "zh"), ("查询码JT2611-0457可看进度。", "zh"), ("外墙漆色号W-2107。", "zh"), ("更换为Wilo MHI 403型。", "zh"), ("按RFJ 01-2002更换。", "zh"),
        ("夜间报修请按2。", "zh"), ("Batch 20260611 of the locks was recalled.", "en"), ("Bills may be paid in May or June at the front desk.", "en"),
        ("订单尾段“-5Q81”的滤芯已发出。", "zh"), ("Letter WT-0061 was signed for.", "en"), ("Parcel ...-5Q81 left the depot.", "en"),
        ("Of the 562 forms sent, it came back 498, which 440 of them was happy.", "en"), ("There was 49 complaint, it is less 34 than before.", "en"),
        ("A map costs 3 yuan at the desk.", "en"),
    ],
)  # fmt: skip
def test_what_is_counted_or_ordered_is_no_flat(text: str, lang: str) -> None:
    assert not holds(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("1203户漏水。", "zh"), ("住W-2107的。", "zh"), ("楼上403型男。", "zh"), ("请到301户查看。", "zh"), ("测试300户的住户漏水。", "zh"), ("车位1被占。", "zh"), ("订单尾号1234。", "zh"), ("快递尾号5081。", "zh"),
        ("noise from 498 again", "en"), ("June at the front desk was rude.", "en"), ("Yuan at the desk was rude.", "en"), ("letter for 0061", "en"),
    ],
)  # fmt: skip
def test_a_flat_or_a_tail_of_a_number_stays_one(text: str, lang: str) -> None:
    assert holds(text, lang)


@pytest.mark.parametrize(
    "text",
    [
        "They like amber light and jasmine tea.", "Watch for the heather and the brook.", "Grace is given to late payers.", "Plant the ivy at the gate.",
        "Kids drew on the lobby wall at the gate.",
    ],
)  # fmt: skip
def test_a_plant_or_a_favour_is_no_person(text: str) -> None:
    assert not holds(text, "en")


@pytest.mark.parametrize(
    "text",
    ["heather said she would come.", "and heather left the bins out", "ask jasmine at reception", "Grace is very rude.", "thanks to heather the lift works"],
)  # fmt: skip
def test_whoever_is_called_like_a_plant_is_a_person(text: str) -> None:
    assert holds(text, "en")
