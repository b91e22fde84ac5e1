"""Which names of the register two people may say to be words where they stand, and which nobody may."""

import pytest

from generator.disclosure.scan import PrivateValues, Public, World, scan_text

PUBLIC = Public.build()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("后已更", "报修后已更换门机。"),
        ("王已更", "阀门已更换。"),
        ("松动", "闭门器松动，检查后修好。"),
        ("车辆", "咨询车辆登记和访客停车。"),
        ("由业主", "已说明由业主委员会召集。"),
        ("路灯", "南门三盏路灯同时熄灭。"),
        ("不及时", "楼道垃圾清运不及时。"),
        ("车库入", "地下车库入口道闸损坏。"),
    ],
)
def test_a_piece_of_an_everyday_sentence_may_be_said_to_be_words(name: str, text: str) -> None:
    spans = scan_text(text, World.build([PrivateValues(name=name)]), PUBLIC, "zh").spans
    assert spans
    assert all(span.wordlike for span in spans)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (PrivateValues(name="安宁"), "经安宁确认，问题解决。"),
        (PrivateValues(name="高洁"), "感谢高洁的建议。"),
        (PrivateValues(name="陈建国"), "陈建国家水管已修。"),
        (PrivateValues(name="陈建国"), "建国家水管已修。"),
        (PrivateValues(name="云海"), "云海报：连廊夜夜有人打麻将。"),
        (PrivateValues(name="候奶奶"), "候奶奶滑了一跤。"),
        (PrivateValues(name="王建国"), "王师傅已修好。"),
        (PrivateValues(name="丘建国"), "丘师来过。"),
        (PrivateValues(name="May Green"), "May Green 来电。"),
        (PrivateValues(name="阿里木江"), "阿里木江来电。"),
        (PrivateValues(name="额尔敦"), "管理员额尔敦把通知发错楼了。"),
        (PrivateValues(name="晨曦"), "请改成新号码，机主晨曦。"),
        (PrivateValues(phone="13905086221"), "电话13905086221。"),
    ],
)
def test_nobody_may_say_so_of_a_name_or_of_a_number(value: PrivateValues, text: str) -> None:
    spans = scan_text(text, World.build([value]), PUBLIC, "zh").spans
    assert spans
    assert not any(span.wordlike for span in spans)
