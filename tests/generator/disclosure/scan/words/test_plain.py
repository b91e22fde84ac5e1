"""Ordinary words that look like a name: they explain a text, and nobody who stands where a person does."""

import pytest

from generator.disclosure.scan import PrivateValues, Public, World, scan_text
from generator.disclosure.scan.words import plain
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.trade import WORDS as TRADE


def holds(text: str) -> bool:
    return scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "葛藤缠住了围栏。", "章鱼造型滑梯的接缝有毛刺。", "白铁皮风管漏风。", "井字梁下加吊顶。", "查表日定为每月25日。",
        "洪峰过境那几天开了水泵。", "收入和支出一并张榜。", "金额大写为壹万贰仟元整。", "武火慢炖的是汤。", "卜卦算命的摊子占道。",
    ],
)  # fmt: skip
def test_an_ordinary_word_is_nobody(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "邻居章鱼把门砸了。", "感谢章鱼帮我搬箱子。", "章鱼家漏水。", "昨天古道涛吵架。", "葛藤强家漏水。",
        "邻居乌木把车停在消防通道。",
    ],
)  # fmt: skip
def test_where_a_person_stands_it_stays_doubted(text: str) -> None:
    assert holds(text)


def test_it_hides_no_given_name_of_the_register() -> None:
    world = World.build([PrivateValues(name="王秋葵")])
    assert scan_text("秋葵都想搬家了。", world, Public(), "zh").hold


def test_no_word_is_listed_twice() -> None:
    assert not plain.WORDS & (ORDINARY | TRADE)


@pytest.mark.parametrize(
    "text",
    [
        "水表检定依据JJG 162-2019执行。", "按T/CECS 512-2018设计。", "符合YD/T 1078规定。", "参照JGJ 59-2011检查。", "按DG/TJ 08-2001评定。",
        "达到BS EN 1176标准。", "GB 5749—2022生活饮用水。", "HJ 91.1-2019采样。", "质量按Q/320100 JT 01-2023。", "依据WS 310清洗。", "参照XF 1203巡查。",
    ],
)  # fmt: skip
def test_the_number_of_a_standard_is_nobodys(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize("text", ["LY 1203又漏水。", "住户GA 1517来电。", "WS3-1203的业主。"])
def test_initials_before_a_room_are_no_standard(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "现行版本是2021年通过的。", "厨余占四成。", "断口已涂愈伤剂。", "遛大狗不牵绳。", "宫格形的鞋柜占道。", "配5座岗亭。", "泳卡须满18周岁。",
        "婚车被拦在岗亭外面。", "柯基在门口走丢了。", "月季得了白粉病。", "嫁接的桃树活了。", "精神面貌不错。", "维修单WX26120098已完工。",
        "未按规定时段施工。", "已停工，由施工方更换密封条。", "反映人满意。", "有家长反映秋千松动。", "我和同学合租。", "连查五晚未发现。", "一名住户被困12分钟。", "下周复验。",
        "已向甲方反映。", "散步时总被车追。", "漆掉了一大块。", "钱退了吗？", "字太小看不清。", "燃气表箱贴了封条。",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_name_or_a_fact_is_let_through(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "1203安小姐来过。", "大狗又来骂人。", "老人今年78周岁。", "结婚三年了。", "老人走丢了。", "我得了重病。",
        "联系我WX26120098。", "遗孀一个人住。", "时总来过。", "和女士来过。", "反映人常乐。", "同学夏天宇的书。", "石太家漏水。", "家门贴了封条。", "老人看不清。",
    ],
)  # fmt: skip
def test_a_person_or_a_fact_in_the_same_words_is_held(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("为行动不便的老人提供代扔垃圾服务。", "zh"), ("为独居老人安装烟感报警器26只。", "zh"), ("八一建军节慰问小区退役军人。", "zh"), ("严禁在楼道赌博。", "zh"),
        ("小区内发现有人吸毒请拨打110举报。", "zh"), ("向低保户发放消费券。", "zh"), ("电动车自燃未造成人员伤亡。", "zh"), ("Volunteers visited elderly residents.", "en"),
        ("We hold a free blood pressure check on Monday.", "en"),
    ],
)  # fmt: skip
def test_a_service_for_many_is_nobodys_fact(text: str, lang: str) -> None:
    assert not scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("我是低保户，申请减免清运费。", "zh"), ("为独居老人某处送餐。", "zh"), ("一位退役军人申请优先通道。", "zh"), ("请关爱我家的残疾孩子。", "zh"), ("3栋的孤寡老人没领到米油。", "zh"),
        ("该户有残疾人，请照顾。", "zh"), (f"为独居老人送餐{'，每天一次' * 20}。", "zh"), ("A volunteer helps my blind neighbour.", "en"),
    ],
)  # fmt: skip
def test_one_of_the_many_is_somebody(text: str, lang: str) -> None:
    assert scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("更换12V100AH电池8只。", "zh"), ("按上次抄表1286计算。", "zh"), ("凭证编号0012至0058。", "zh"), ("Sprinklers on levels 2 to 5 were tested.", "en"),
        ("Please use Stair B.", "en"), ("We need 35.", "en"), ("The Gree outdoor unit was re-mounted.", "en"), ("Drivers cannot see.", "en"),
    ],
)  # fmt: skip
def test_readings_ranges_and_makes_are_nobodys(text: str, lang: str) -> None:
    assert not scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    "text",
    [
        "灯具色温4000K，显指80。", "砂浆M7.5砌筑。", "玻璃6+12A+6中空。", "转速2900r/min。", "轴承型号6205-2RS更换2套。", "参会人数64，应到88。", "排风机BF-03停机。",
        "水带65-20型8盘。", "信号-95dBm。", "键盘锁电池4节5号。", "防火门甲级A1.5h。", "电缆YJV22-4×95+1×50共260米。", "灭火器MT3共6具。", "A区12号消火栓缺水带1盘。",
    ],
)  # fmt: skip
def test_what_a_machine_is_marked_with_is_nobodys(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "水箱A-1203漏水。",
        "业主人数1203的。",
        "A区12号业主来电。",
        "A区1203路灯边。",
        "A区12号灯坏了。",
        "直径家1203漏水。",
        "电池给5号楼。",
        "YJ1203的业主。",
        "65-20的业主。",
    ],
)
def test_a_door_beside_a_machine_stays_one(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "小卖部的老柴把纸箱堆到门口。",
        "钟楼长来过。",
        "夏收费员来过。",
        "关小姐来过。",
        "祖先生来过。",
        "业主方伟反映漏水。",
        "都师傅修好了。",
    ],
)
def test_no_ordinary_word_begins_with_somebody_and_ends_in_what_she_is_or_does(text: str) -> None:
    assert holds(text)
