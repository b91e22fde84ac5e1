"""What only looks private: designations, measures, set phrases, streets, and bodies that are nobody's; and their limits."""

import pytest

from generator.disclosure.scan import FindingKind, PrivateValues, Public, World, scan_text
from generator.disclosure.scan.numbers.codes import codes
from generator.disclosure.scan.reading import read
from generator.disclosure.scan.words import trade
from generator.disclosure.scan.words.english_lexicon import in_dictionary


def holds(text: str, lang: str = "zh") -> bool:
    return scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    "text",
    [
        "梯控主板NICE3000已到货。", "铺设SBS改性沥青卷材。", "沉降观测点CJ-05本期无变化。", "摩擦系数BPN值58，达标。",
        "泵房变频器报E05故障。", "更换C20混凝土路面。", "设计C30，合格。", "公交K12路改道。", "合同编号HT-2026-0087。",
        "已换Y-100型压力表一块。", "Y-100系列压力表两块。", "巡更点位XG-17二维码脱落。", "电缆型号YJV-4×35+1×16。",
        "单号R-260915-007，已派工。", "版本V2.8.3已发布。", "软件2.8.0版已修复闪退。", "KT板两块。", "升级SCADA软件。",
    ],
)  # fmt: skip
def test_the_designation_of_a_thing_is_nobodys(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "停在B12位置。", "别墅A17漏水。", "住户编号A1203。", "业主代码B0502。", "A-066被占。", "楼上KK装修。", "找LJ要钥匙。",
        "群里的LJ天天骂人。", "邻居CC把狗放出来。", "LJ每天敲墙。", "AB-12-1203漏水。", "Y-100漏水。", "报告1203漏水。",
        "编号为1203的住户。", "客户编号510123456。", "LJ。", "LJ x。", "XK的狗。",
    ],
)  # fmt: skip
def test_a_nickname_a_door_or_a_customer_is_no_designation(text: str) -> None:
    assert holds(text)


def test_a_designation_is_read_with_its_figures() -> None:
    reading = read("更换为NICE3000，又CR32-4型", "zh")
    assert [reading.plain[start:end] for start, end in codes(reading)] == ["NICE3000", "CR32-4"]


@pytest.mark.parametrize(
    "text",
    [
        "电阻1.8Ω，电流由11.2A降至6.8A。", "总开关由63A换成100A空开。", "加装3P柜机一台。", "辐射0.8μW/cm²。", "草坪1,560㎡。",
        "充电费按四段计价：1.35/1.08/0.76/0.42元。", "充200送30，满500可兑换。", "停车费从150涨到280。", "坡度1:8太陡。",
        "同款800×800砖更换。", "钢管φ108×4.5焊接。", "同意票286票。", "清运186车。", "物业费3块2。", "扬程64m，流量32m³/h。",
        "夜间急修请拨96345。", "二氧化氮0.04mg/(m³·h)。", "304不锈钢水箱。", "地库B2层3号风机皮带断裂。",
    ],
)  # fmt: skip
def test_a_measure_is_nobodys(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "隔壁16A装修。", "1203对面那家养鸡。", "1203晚上吵。", "搬到280室。", "负二层3号。", "1203车主。", "住在12c。",
        "打到280。",
    ],
)  # fmt: skip
def test_a_door_is_no_measure(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("公告张冠李戴，白存了一天水。", "zh"), ("谢谢物业雷厉风行。", "zh"), ("保安态度马马虎虎。", "zh"),
        ("黄石路与新华大道路口封闭施工。", "zh"), ("青羊区市场监管局抽检。", "zh"), ("黄石路雨水井共17座，已全部清掏。", "zh"), ("绕行王家湾、杨家坪。", "zh"),
        ("楼板薄得跟纸一样。", "zh"), ("外墙涂料涂两遍。", "zh"), ("夏天快到了，求求管管吧！", "zh"), ("周六上午半天，咨询：周一至周五8:30-17:30。", "zh"),
        ("才12个小时就要五毛。", "zh"), ("灭火器不足21具，其中车库17具。", "zh"), ("高层住宅14栋、商铺36间。", "zh"), ("浊度读数为12。", "zh"),
        ("工单号WX-260907-014。", "zh"), ("请拨400热线。", "zh"), ("其中6台今年更换了钢丝绳。", "zh"), ("保安小区转一圈。", "zh"), ("孩子天天跑。", "zh"),
        ("业委会保平安反映民意。", "zh"), ("我爱人是业主。", "zh"),
        ("Invoice YX-20260711 covers the lifts.", "en"), ("All 186 garage lamps were replaced.", "en"),
        ("Two cameras failed; the other 184 are working.", "en"), ("Outlet pressure 0.82 MPa.", "en"), ("We planted trees along Maple Walk.", "en"),
        ("Fake codes at the exit were removed.", "en"), ("We had 23 complaints; 21 were resolved.", "en"), ("The hive by the pond was removed.", "en"),
        ("The vote closed with 431 in favour and 96 against.", "en"), ("Why 300 yuan when the contract says 260?", "en"), ("领班老师不在。", "zh"), ("灯杆A3-105不亮。", "zh"),
        ("Kerbstones along Jianshe North Road were reset.", "en"), ("The shuttle to Tianfu Square leaves late.", "en"),
        ("Turbidity was 0.3 NTU.", "en"), ("The impeller was cleaned.", "en"), ("I rate it 4.3 out of 5.", "en"),
        ("Voting papers: 1,148 issued, 923 returned, 17 spoilt.", "en"), ("The barrier reads plates in 0.8 seconds.", "en"),
        ("No water from 9:00 to 15:00 on May 6.", "en"), ("The fund stands at 28.46 million yuan.", "en"),
    ],
)  # fmt: skip
def test_what_has_the_shape_of_a_name_or_a_moment_is_none(text: str, lang: str) -> None:
    assert not holds(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("张冠军来过。", "zh"), ("网友“一叶知秋”造谣。", "zh"), ("黄石路说他没错。", "zh"), ("杨家坪里的狗。", "zh"),
        ("邻居家的孩子糖糖总按电梯。", "zh"), ("黄牛“眼镜曾”收了钱。", "zh"), ("换锁的强子干的。", "zh"), ("保安小巴已拍照。", "zh"), ("抄表小麦只好估数。", "zh"), ("折叠床扔在12#门厅。", "zh"), ("关于18栋商铺油烟。", "zh"),
        ("我买的是一百三十二号车位。", "zh"), ("车位一百二十号漏水。", "zh"), ("微信WX-liu123。", "zh"), ("neighbour in 1203 and the other 1203 are loud", "en"),
        ("Invoice Zhong covers nothing", "en"), ("李得贵来过。", "zh"), ("带头的是五毛。", "zh"), ("Jianshe called again.", "en"), ("upstairs ZHANGWEI drums", "en"),
        ("Mr Tianfu Square", "en"), ("we met tiago there", "en"), ("302 returned the key to Wei.", "en"), ("Drain backs up whenever B2-2001 waters plants.", "en"),
        ("write to foo at bar.com", "en"), ("plate ABC123 blocks the ramp", "en"), ("at 15:00 on May 6 I fell", "en"),
        ("停电那天（7月9日20:15）我被困电梯。", "zh"), ("外卖员霍某撞了人。", "zh"),
    ],
)  # fmt: skip
def test_a_name_or_a_moment_stays_one(text: str, lang: str) -> None:
    assert holds(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("共享单车挡盲道，盲人咋走？", "zh"), ("门厅对讲机听不清。", "zh"), ("打球容易崴脚。", "zh"), ("石墩子挡轮椅。", "zh"),
        ("小广告贴得跟牛皮癣似的。", "zh"), ("接送孩子的家长请即停即走。", "zh"),
        ("Repaint the crossing by the kindergarten.", "en"),
    ],
)  # fmt: skip
def test_without_a_person_a_body_is_nobodys(text: str, lang: str) -> None:
    assert not holds(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("踩到地砖韧带撕裂，要求承担医药费。", "zh"), ("我一个人带俩孙子。", "zh"), ("部队家属常年一个人。", "zh"), ("我爱人是夜班护士。", "zh"),
        ("我爸的轮椅过不去。", "zh"), ("老人崴了脚。", "zh"), ("低保户能否减免。", "zh"), ("肾透析三年了。", "zh"), ("我吃了食堂的饺子后上吐下泻。", "zh"),
        (f"轮椅进不了门{'，坡太陡' * 30}。", "zh"), (f"{'坡太陡，' * 30}轮椅进不了门。", "zh"),
        ("My son goes to kindergarten.", "en"),
    ],
)  # fmt: skip
def test_beside_a_person_or_in_a_sentence_too_long_to_tell_it_is_a_fact(text: str, lang: str) -> None:
    assert holds(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("出生日期1990年3月7日。", "zh"), ("1990年3月7日出生。", "zh"), ("born on 7 March 1990", "en"), ("DOB: 1990", "en"),
    ],
)  # fmt: skip
def test_a_date_of_birth_is_a_moment(text: str, lang: str) -> None:
    spans = scan_text(text, World(), Public(), lang).spans
    assert [span.kind for span in spans] == [FindingKind.DATETIME]


def test_a_moment_at_which_somebody_came_is_no_range() -> None:
    assert holds("某员工于2026年7月19日14点20分到场。")
    assert not holds("2026年7月19日14点到次日8点停水。")


def test_a_word_of_the_trade_hides_no_given_name_of_the_register() -> None:
    assert "艾草" in trade.WORDS
    world = World.build([PrivateValues(name="王艾草")])
    assert scan_text("我艾草都想搬家了。", world, Public(), "zh").hold
    assert not holds("端午挂艾草。")


def test_a_given_name_that_is_a_word_is_one_where_it_speaks() -> None:
    world = World.build([PrivateValues(name="王平安")])
    assert scan_text("平安报称：岗亭没人。", world, Public(), "zh").hold
    assert not scan_text("大家平安，没有人受伤。", world, Public(), "zh").spans


@pytest.mark.parametrize("word", ["preventer", "sweeper", "diffuser"])
def test_a_word_with_the_ending_of_a_doer_is_known(word: str) -> None:
    assert in_dictionary(word)


@pytest.mark.parametrize("run", ["A" * 60, "A1" * 2000, "A-" * 2000, "A12" * 2000, "A" * 8000])
def test_a_run_that_is_nearly_a_designation_is_passed_over_at_once(run: str) -> None:
    """Were a part of it tried in every division, this would not end."""
    assert list(codes(read(f"{run}b", "zh"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "开票结果：同意801，反对203，弃权184。", "抽检30，合格29。", "计划60，完成58。", "坡道坡度由1比8改为1比12。", "电表读数由10234到10890。", "温度设在26。", "转速1450降到1200。", "音量上限70。",
        "早班7—15，中班15—23。", "端口8080已关闭。", "涂料色号1203。", "轴线3-5漏水。", "充电桩编号01—20投用。", "积分满500兑换。", "窗型C1518。",
    ],
)  # fmt: skip
def test_a_tally_a_set_value_and_a_part_are_nobodys(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "住户同意1203。", "反对1203，吵了一夜。", "计划1203，完成。", "端口1203业主来电。", "早班1203吵。", "1203比1102吵。", "由1203到1102漏水。", "柜号1203。", "色号1203室。", "同意801室，反对203室。",
    ],
)  # fmt: skip
def test_a_door_beside_the_same_words_stays_one(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ramp's slope went from 1 in 8 to 1 in 12.", "Score at the end: 21 to 18.", "Meter went from 10234 to 10890.", "Shifts run 7 to 3 and 3 to 11.", "Speed limit 5.", "Press 1 for the desk.",
        "Port 8080 was closed.", "Breaker DZ47-63 was replaced.", "Veterans have a priority lane.", "Deaf residents can text the desk.",
    ],
)  # fmt: skip
def test_english_tallies_parts_and_offers_are_nobodys(text: str) -> None:
    assert not holds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Ask 1203 for the desk.",
        "My deaf neighbour can text the desk.",
        "Shifts of 1203 are loud.",
        "A deaf resident called.",
    ],
)
def test_a_door_and_a_neighbour_stay_held_in_english(text: str) -> None:
    assert holds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "朗诵李白诗歌比赛报名。",
        "贝多芬音乐会门票十张。",
        "法律意见由金杜律师事务所出具。",
        "马应龙药店义诊。",
        "白鹭在湖边栖息。",
        "谢谢您的宝贵意见。",
        "路面拓宽后令人满意。",
        "退役军人服务站揭牌。",
    ],
)
def test_whom_everybody_reads_of_a_firm_and_a_bird_are_nobody(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "李白说楼上漏水。",
        "鲁迅家漏水。",
        "王天亮来电。",
        "张令人来过。",
        "失业来咨询能不能减免。",
        "离婚了来咨询过户。",
    ],
)
def test_who_bears_such_a_name_or_asks_for_herself_stays_held(text: str) -> None:
    assert holds(text)
