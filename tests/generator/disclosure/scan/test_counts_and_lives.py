"""Counts of buildings and slips are nobody's; officers, injuries and names that are wishes are somebody's. Both sides of each."""

import pytest

from generator.disclosure.scan.lines import scan


def held(text: str, **known: str) -> bool:
    return bool(scan(text, known)["hold"])


@pytest.mark.parametrize(
    "text",
    [
        "项目含高层6栋、叠拼14栋，地下停车位配建比1:1.4。",
        "地块内住宅12栋、配套公建4栋，人防车位占比三成。",
        "本期共有5座塔楼、2座裙楼，车位与住户之比约0.78:1。",
        "现有板楼17栋、塔楼4栋，缺口较大。",
        "根据住户愿望,儿童滑梯由1座增至3座。",
        "休息亭从2座扩建到5座。",
        "暂未采纳，已转业主委员会。",
        "已转业委会研究。",
        "供暖测温抽样300户，合格率98.7%。",
        "您的诉求编号SQ〔2026〕417已转工程部，3个工作日内答复。",
        "工单#A7-30952已生成，我们会在1个工作日内给您回复。",
        "报事码ZC-K4471已登记，承诺40分钟内到场。",
        "催办函WT字第0061号已签收。",
    ],
)
def test_what_is_counted_or_filed_is_nobodys(text: str) -> None:
    assert not held(text)


@pytest.mark.parametrize(
    "text",
    [
        "由1座业主反映漏水。",
        "从2座搬来的住户投诉。",
        "由1座增至3座业主反映漏水。",
        "叠拼14栋业主反映漏水。",
        "WT字第6号楼漏水。",
        "测试300户的住户漏水。",
        "我姐夫是在职缉毒警。",
        "我是转业军人，想优先选车位。",
        "合影请撤下，我姐夫建军是在职缉毒警。",
        "我爸以前是老刑警。",
        "乘扶梯时夹了脚，右脚趾截除。",
        "绊倒后髋关节脱位，押金谁出？",
    ],
)
def test_what_tells_of_a_home_or_a_life_is_held(text: str) -> None:
    assert held(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("太平求个太平，别在凌晨拖椅子。", "万太平"),
        ("太平求个太平，请劝楼上别拖椅子。", "太平"),
        ("光明表态支持装充电棚，但灯光别太光明正大地照进来。", "光明"),
        ("吊灯就晃，胜利先谢过各位帮忙劝劝。", "胜利"),
        ("平安祝大家平安，也请管好自家大狗。", "柳平安"),
        ("门口的灯不亮，如意希望早点修。", "姚如意"),
    ],
)
def test_a_given_name_that_is_a_wish_is_found_where_it_asks(text: str, name: str) -> None:
    (span, *_) = scan(text, {"name": name})["spans"]
    assert text[span["start"] : span["end"]] == name[-2:]


@pytest.mark.parametrize(
    "text", ["平安祝福墙已撤下。", "求个太平。", "太平问题不少。", "平安也好，太平也罢，都是口号。"]
)
def test_the_wish_itself_is_a_word(text: str) -> None:
    assert scan(text, {"name": "柳平安" if "平安" in text else "万太平"})["spans"] == []
