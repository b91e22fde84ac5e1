"""Names that are ordinary words, doors that look like counts, and households told by place or mark. Both sides."""

import pytest

from generator.disclosure.scan import FindingKind, Public, World, scan_text

K = FindingKind


def found(text: str, lang: str = "zh") -> list[tuple[str, FindingKind]]:
    return [
        (text[span.start : span.end], span.kind) for span in scan_text(text, World(), Public(), lang).spans
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("于洋来电咨询押金。", "于洋"), ("已派冬梅上门查看。", "冬梅"), ("感谢文静及时上门。", "文静"), ("向阳师傅把阀门换好了。", "向阳"),
        ("孙女士来电咨询月卡。", "孙女士"), ("请联系单女士退款。", "单女士"), ("高管家来看过了。", "高管家"), ("小米到现场看了。", "小米"), ("我找小方问过。", "小方"),
        ("保安小康拦住了他。", "小康"), ("经办人：小方，已办。", "小方"), ("明月您好，快递到了。", "明月"), ("于洋（业主）要求换锁。", "于洋"), ("联系海洋未果。", "海洋"), ("高兴师傅修好了。", "高兴"), ("江家孩子跳绳。", "江家"), ("江家的狗叫个不停。", "江家"), ("群里静待花开说收了钱不办事。", "静待花开"), ("那个“大喇叭”又开始唱歌了。", "大喇叭"), ("李**在群里骂人。", "李**"),
        ("王×明反映漏水。", "王×明"), ("姓耳东陈的业主来电。", "耳东陈"), ("短头发那个前台说话很冲。", "短头发那个前台"), ("保安ZX态度差。", "ZX"),
    ],
)  # fmt: skip
def test_an_ordinary_word_is_a_name_where_a_person_stands(text: str, name: str) -> None:
    assert (name, K.NAME) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "高峰期排队。", "国庆放假通知。", "女士优先。", "几位女士咨询。", "小米粥供应。", "找小时工保洁。", "心肺复苏和急救培训已办。", "已派小班去巡查。", "各方女士都到了。", "商家的招牌歪了。", "专家的意见已采纳。", "拍X光片。",
        "群里有人说停水。", "楼上的“文明家庭”牌掉了。", "保安A岗换岗。", "前台的打印机坏了。", "建设方已上门。", "海洋球池已消毒。", "方便时联系前台。", "业主高兴答应了。", "由小区出资。", "请小时工打扫。", "保安小区巡逻。", "了解主任办公时间。",
    ],
)  # fmt: skip
def test_the_same_word_elsewhere_is_nobody(text: str) -> None:
    assert not [value for value, kind in found(text) if kind is K.NAME]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("1203人不在家。", "zh"), ("1203台面渗水到楼下。", "zh"), ("1203次卧漏水。", "zh"), ("1203根本不理人。", "zh"), ("803处于空置状态。", "zh"), ("1203、1204两户漏水。", "zh"),
        ("约1203业主周六查漏。", "zh"), ("1203楼上漏水。", "zh"), ("1203单独装修。", "zh"), ("12#业主反映。", "zh"), ("十二楼零三漏水。", "zh"), ("晚上请打62345678家里有人。", "zh"), ("Noise from 2003 again last night.", "en"),
    ],
)  # fmt: skip
def test_a_door_before_what_could_count_is_held(text: str, lang: str) -> None:
    assert scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("共1203人次参加。", "zh"), ("清运318车。", "zh"), ("1203件工单已办结。", "zh"), ("用电1203度。", "zh"), ("2019年底完工。", "zh"), ("共318人参加演练。", "zh"), ("12#水泵已修。", "zh"),
        ("The lifts date from 2003.", "en"), ("110处警及时。", "zh"),
    ],
)  # fmt: skip
def test_a_count_is_no_door(text: str, lang: str) -> None:
    assert not scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("六楼半夜总拖桌椅。", "六楼", K.ROOM), ("请通知三楼别往下倒水。", "三楼", K.ROOM), ("斜对门的鞋柜伸出来了。", "斜对门", K.ROOM),
        ("顶楼那户把天台锁了。", "顶楼那户", K.ROOM),
        ("对门空姐拖行李箱。", "空姐", K.FAMILY), ("楼上开滴滴的凌晨关门响。", "开滴滴的", K.FAMILY), ("湖南妹子在楼道做辣椒酱。", "湖南妹子", K.FAMILY),
        ("C区三排五号总被占。", "C区三排五号", K.PARKING), ("A六十六号停着僵尸车。", "A六十六号", K.PARKING), ("尾号三个八的车堵门。", "三个八", K.NUMBER),
    ],
)  # fmt: skip
def test_a_household_told_by_place_or_mark_is_found(text: str, value: str, kind: FindingKind) -> None:
    assert (value, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "六楼走廊的灯坏了。", "一楼装修噪音提示：请绕行。", "顶楼防水已重做。", "小区门口那家早餐店排队。", "左手边是电梯。", "楼下卖场招牌歪了。", "密码改成了二维码。",
        "尾号限行两个工作日。", "最里面的灯不亮。", "楼上水管开裂的问题已修。",
    ],
)  # fmt: skip
def test_a_place_that_does_nothing_is_none(text: str) -> None:
    assert not found(text)
