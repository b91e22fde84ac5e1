"""A house by whatever word it is counted with, and a storey of it, is a home; gates, lifts, dates and halls are none."""

import pytest

from generator.disclosure.scan import FindingKind, Public, World, scan_text


def holds(text: str) -> bool:
    return scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "B2-2001漏水。", "B2-1203漏水。", "9号底楼漏水。", "15号顶层漏水。", "18号三楼漏水。", "2门底层漏水。", "2梯顶层漏水。", "38弄6号1101室漏水。", "十 三 号 八 零 四漏水。",
        "6号402漏水。", "12弄3号底楼漏水。", "四座顶楼漏水。", "3幢负一楼漏水。", "5区2栋顶层漏水。", "二期三栋顶楼漏水。", "A座12楼漏水。", "B区顶层漏水。",
        "C梯15楼漏水。", "7门二楼东漏水。", "3号门五楼漏水。", "第3门洞二楼漏水。", "东梯8楼漏水。", "二号院三楼漏水。", "5号2楼漏水。", "十五号二零一漏水。",
        "15号的顶层漏水。", "18号三楼右边漏水。",
    ],
)  # fmt: skip
def test_a_storey_of_a_house_is_held(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "2号电梯三楼停运。", "3号泵房底层渗水已处理。", "6号门三楼平台瓷砖已修。", "12号上午停水。", "15号顶楼水箱清洗。", "8号起底层车棚施工。", "东门二楼会议室开放。",
        "2号线一楼大厅导览更新。", "7月15号二楼停水。", "5号电梯负一楼不停。", "地铁3号线二层站厅。", "15号顶楼大堂消毒。", "第2期三层以上业主投票。",
        "5区二楼会所开放。", "一区、二区底层商铺油烟管改造。", "8月6号一楼大厅办理。", "3号电梯1200元配件费已退。", "2号门1203份问卷已发放。",
        "型号B2-2001的水泵。", "探测器A1-103误报。", "合同A1-2012已签。", "C3-1204型风机已换。", "票数41比67。", "同意票612，反对票87，弃权票15。", "报名人数突破300。", "月均节电1360千瓦时。",
        "共有二期5栋高层。", "仓库有2601只灯泡。", "全区共1203只狗已登记。", "12门1203份问卷已收。", "一共12门600元的课。", "二期12栋高层已完工。",
    ],
)  # fmt: skip
def test_a_gate_a_lift_a_date_or_a_hall_is_free(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("5号楼4楼左门漏水。", "5号楼4楼左门"), ("2栋中门1003漏水。", "2栋中门1003"), ("三区五号楼的。", "三区五号楼"),
        ("二期12栋和3栋。", "二期12栋"), ("5号楼东门坏了。", "5号楼"), ("9号底楼漏水。", "9号底楼"), ("2梯顶层漏水。", "2梯顶层"), ("38弄6号1101室漏水。", "38弄6号1101室"),
        ("十 三 号 八 零 四漏水。", "十 三 号 八 零 四"), ("6号402漏水。", "6号402"), ("C梯15楼漏水。", "C梯15楼"),
        ("水漏到12门602了。", "12门602"), ("露台跟2601只隔块玻璃。", "2601"), ("和1203共用一堵墙。", "1203"), ("2203只大狗从来唔拖绳。", "2203"),
    ],
)  # fmt: skip
def test_such_a_home_is_found_whole(text: str, home: str) -> None:
    spans = scan_text(text, World(), Public(), "zh").spans
    assert (home, FindingKind.ROOM) in [(text[span.start : span.end], span.kind) for span in spans]
