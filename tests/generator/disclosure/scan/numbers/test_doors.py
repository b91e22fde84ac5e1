"""A number that ends as a door's does counts only where something shows it; beside everything else it is somebody's home."""

import pytest

from generator.disclosure.scan.lines import scan


@pytest.mark.parametrize(
    "text",
    [
        "1203件事就是漏水。", "601个人家里太吵。", "402人不在，门没关。", "昨晚1203条狗乱叫。", "我家和1203间隔一堵墙，1203扇窗没关。", "，502块玻璃掉了。", "2601盏灯总亮。", "1203根水管爆了。",
        "1203月月欠费。", "2003年轻人通宵。", "2003届时不在家。", "1203分明是装聋。", "803米饭倒下水道。", "1201k歌到半夜。", "1203卷起铺盖走了。", "1203时不时敲。", "1103点名批评。",
        "门前1203的狗叫。", "以前1203，", "靠近1203漏水。", "约1203漏水。", "装修改到1203门口。", "从1203提水。", "每月1203漏水。", "上月502天天闹。", "8月1203漏水。", "公共1203门口堆物。",
        "楼上（2003）漏水。", "得分1203漏水。", "110天天闹。", "昨晚110漏水。", "120的狗叫。", "听见114在砸墙。", "12号起火了。", "12号后院养鸡。", "楼下就是1203处。",
    ],
)  # fmt: skip
def test_a_door_beside_a_unit_is_held(text: str) -> None:
    assert scan(text)["hold"]


@pytest.mark.parametrize(("text", "home"), [("8月1203漏水。", "1203"), ("1103点名批评。", "1103"), ("1203月嫂吵。", "1203"), ("203号召集大家。", "203")])  # fmt: skip
def test_no_rule_cuts_a_number(text: str, home: str) -> None:
    start = text.index(home)
    assert (start, start + len(home)) in {
        (span["start"], span["end"]) for span in scan(text)["spans"]
    } or scan(text)["spans"][0]["end"] > start + len(home)


@pytest.mark.parametrize(
    "text",
    [
        "106人参加，118名党员报名。", "更换灯泡120只，地砖1203块。", "问卷收回412份。", "共612个车位。", "达标120户，共计501个人参加。", "206盏灯已更换。", "到期的213块本月更换。",
        "停车费由300元调至320元。", "TDS由118降至21。", "每月120，按季收取。", "工期120天。", "120米长的栏杆已换。", "1203余件已办结。", "1203多次测试合格。", "12号前完成。",
        "请拨打110、119或120。", "12345或119均可。", "110到场处置。", "由120处理。", "报110。", "Call 110 or 119.", "（2024）第12号文件。", "12号前完成，15号后恢复。", "2003年前装修的管道。",
        "φ108×4.5焊接钢管。", "304不锈钢水箱。", "来了120人。",
    ],
)  # fmt: skip
def test_what_is_counted_is_free(text: str) -> None:
    assert not scan(text, lang="zh" if not text.isascii() else "en")["hold"]
