"""Surnames that are little words, told by their place in the sentence; and the same little words as what they are."""

import pytest

from generator.disclosure.scan import FindingKind, Public, World, scan_text


def named(text: str) -> list[str]:
    spans = scan_text(text, World(), Public(), "zh").spans
    return [text[span.start : span.end] for span in spans if span.kind is FindingKind.NAME]


@pytest.mark.parametrize("title", ["经理", "主任", "主管", "队长", "总"])
@pytest.mark.parametrize("surname", ["应", "向"])
@pytest.mark.parametrize(
    "sentence",
    ["给{}打电话。", "联系{}处理。", "{}当面道歉了。", "今天上午{}已协调好。", "是{}让停的。", "被{}骂了。"],
)
def test_a_preposition_that_leads_to_nothing_is_a_surname(sentence: str, surname: str, title: str) -> None:
    assert surname + title in named(sentence.format(surname + title))


@pytest.mark.parametrize(
    "text",
    [
        "应主任要求，改在周五开会。", "费用应经理审批后支付。", "大额支出，应经理签字后执行。", "向主任反映过两次，没有下文。", "已向主管说明情况。",
        "向队长汇报后，巡逻路线已调整。", "昨天向主任反映，他说再等等。", "由经理上门处理。", "经主任同意，延后一周。", "投诉时总被推诿。",
    ],
)  # fmt: skip
def test_a_preposition_that_leads_to_something_done_is_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("联系时工处理。", "时工"), ("给时总打电话。", "时总"), ("已电话联系单经理。", "单经理"), ("被单先生骂了。", "单先生"), ("给付师傅打电话。", "付师傅"), ("物业费女士很热心。", "费女士"),
        ("车主任当面道歉了。", "车主任"), ("联系车主管处理。", "车主管"), ("高大爷来电。", "高大爷"), ("楼上高大妈报修。", "高大妈"),
    ],
)  # fmt: skip
def test_a_word_that_leaves_half_a_title_over_is_none(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "车主任意停放。",
        "车主管好自己的车。",
        "工作联系单经理已签收。",
        "养老师资培训下周开课。",
        "石材报修单已签收。",
        "物业费可分期。",
    ],
)
def test_a_word_that_leaves_nothing_over_stays_one(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("高家又在装修。", "高家"),
        ("联系单家处理。", "单家"),
        ("感谢于家帮忙。", "于家"),
        ("楼上成家天天吵架。", "成家"),
    ],
)
def test_a_family_is_told_by_what_it_does(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "多家商户参加。",
        "请商家配合。",
        "感谢全家支持。",
        "石家庄的厂家来人了。",
        "联系家政公司清洗。",
        "各家说法不一。",
    ],
)
def test_other_houses_are_no_family(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("于敏来电反映电梯异响。", "于敏"), ("成浩然来电反映电梯异响。", "成浩然"), ("时建国来电。", "时建国"), ("业主于静不同意加装。", "于静"), ("感谢于敏及时上门处理。", "于敏"), ("已联系高小雨并约定周六上门。", "高小雨"),
        ("方国庆报修。", "方国庆"), ("开户人是我爱人庄严。", "庄严"), ("单洋忍无可忍。", "单洋"),
    ],
)  # fmt: skip
def test_a_whole_name_is_told_by_what_only_somebody_does(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "业主时有投诉。", "于花园看见一只狗。", "于国庆报修的都已修好。", "于平台申请即可。", "业主万分满意。", "业主方同意后施工。", "今天方来电说明。", "高峰时段投诉多。", "成功申请补助。", "时时打听消息。", "我爱人冷静。",
    ],
)  # fmt: skip
def test_the_same_words_elsewhere_name_nobody(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Z姐又骂人。", "Z姐"),
        ("小W说下周修。", "小W"),
        ("C姓业主来电。", "C姓"),
        ("王sir上门调解。", "王sir"),
        ("业主W.L.反映漏水。", "W.L."),
        ("陈□□已签字。", "陈□□"),
    ],
)
def test_what_is_left_of_a_name_tells_a_neighbour(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize("text", ["小U盘已交前台。", "A座大堂已打蜡。", "业主A组先验房。"])
def test_a_letter_of_a_thing_is_nobody(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize("text", ["九楼同意。", "请九楼配合。", "九楼已关阀。", "1203三月入住。"])
def test_a_storey_or_a_door_that_decides_is_a_home(text: str) -> None:
    assert scan_text(text, World(), Public(), "zh").spans


@pytest.mark.parametrize(
    "text", ["共九层，均已配合改造。", "请第九层先做。", "一层大厅三月装修。", "其中三楼签字栏空着。"]
)
def test_a_storey_of_which_something_is_said_is_none(text: str) -> None:
    assert not scan_text(text, World(), Public(), "zh").spans


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("现场由成刚、方圆共同勘查。", "成刚"), ("经于静确认，问题解决。", "于静"), ("经张如意确认，问题解决。", "张如意"), ("请于静联系前台。", "于静"), ("对于刚进行了批评教育。", "于刚"),
        ("物业收到万洋的书面意见。", "万洋"), ("处理人武解放，已办结。", "武解放"), ("感谢武解放热心帮忙。", "武解放"), ("投诉对象为于涛，已核实。", "于涛"),
    ],
)  # fmt: skip
def test_whom_something_is_done_by_or_with_is_somebody(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "由双方负责跟进。", "由单位负责。", "经公安部门核实。", "经双方确认。", "经多方核实。", "已与商户沟通。", "与万科沟通。", "请方便时联系前台。", "请相关住户联系前台。", "对石材进行了更换。", "对当班人员进行了批评教育。", "收到成都的来信。", "感谢全体热心帮忙的住户。",
        "由应急组负责。", "由白班负责。", "由高压班现场处理。", "由安全员负责。", "经常委会确认。", "由管理处负责。", "由水电班负责。", "由包干区负责。", "由施工方负责。", "经单元长同意。", "由黄线内的商户负责。", "由江边泵站负责。", "经计算核实。", "请向总部写信。", "联系应总部的人。", "是我老婆钱包。", "经查看同意。",
    ],
)  # fmt: skip
def test_what_anybody_does_names_nobody(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("万家的狗已拴绳。", "万家"),
        ("余家水管爆裂。", "余家"),
        ("大宝妈反映滑梯松动。", "大宝妈"),
        ("小方当天回访。", "小方"),
        ("找应主任签字。", "应主任"),
    ],
)
def test_what_a_family_has_and_a_child_is_called_tells_whose_it_is(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "农家的狗会看门。",
        "自家水管请自查。",
        "小区当天回访完毕。",
        "小组值班表已贴。",
        "小门把手松了。",
    ],
)
def test_whatever_anybody_has_tells_nobody(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("开户人龙勇敢", "龙勇敢"), ("姓名:高前进", "高前进"), ("落款:马进步", "马进步"), ("房东叫梅未来。", "梅未来"),
        ("被符进步骂了一顿。", "符进步"), ("派符进步去现场。", "符进步"), ("转给柳未来处理。", "柳未来"),
        ("物业经理张中立当面道歉。", "张中立"), ("米解放一家三口都出门了。", "米解放"), ("楼上稽青山装修声音太大。", "稽青山"),
        ("丘子涵来电。", "丘子涵"),
    ],
)  # fmt: skip
def test_a_surname_and_any_word_where_a_person_sits_is_a_name(text: str, name: str) -> None:
    verdict = scan_text(text, World(), Public(), "zh")
    assert name in [text[span.start : span.end] for span in verdict.spans]


@pytest.mark.parametrize(
    "text",
    ["户名于本月更正。", "联系人：管家。", "落款：和平台一致。", "转给物业处理。", "被单位骂了一顿。"],
)
def test_a_word_in_the_same_seat_is_nobody(text: str) -> None:
    assert not scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("钥匙在于冬生那儿。", "于冬生"), ("卡办在全婉名下。", "全婉"), ("这事时玉兰知道。", "时玉兰"), ("据于立新反映，井盖响。", "于立新"),
        ("我时淑芬抱着娃走不动。", "时淑芬"), ("主任时静批了。", "时静"), ("把成杰的电瓶车搬走了。", "成杰"),
    ],
)  # fmt: skip
def test_a_little_word_is_a_surname_where_something_is_hers(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    ["钥匙在前台那儿。", "据单位反映，井盖响。", "把时段调整的通知贴出来。", "这事应该知道。", "表扬全体！", "就时间问题说明如下。", "把车位的快递柜移走。"],
)  # fmt: skip
def test_a_place_or_a_time_in_that_seat_is_none(text: str) -> None:
    assert named(text) == []
