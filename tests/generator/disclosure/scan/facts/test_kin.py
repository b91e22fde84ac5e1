"""Where somebody's kin serves or works, and what somebody is by trade."""

import pytest

from generator.disclosure.scan.lines import scan


@pytest.mark.parametrize(
    "text",
    [
        "独子在外地当兵，柜子搬不动。", "长子在部队服役。", "幺女在深圳打工。", "我姐夫卜建军是在职缉毒警。", "我舅舅在检察院上班。", "妹夫在狱里管犯人。", "我表哥在刑警队。",
        "老公派驻非洲三年。", "独女远嫁新疆。", "退休老木匠愿修椅子。", "前法官牵头维权。", "小徐是轮岗护士，白天补觉。", "下岗职工摆摊。",
    ],
)  # fmt: skip
def test_service_and_trade_are_found(text: str) -> None:
    assert scan(text)["spans"]


@pytest.mark.parametrize(
    "text",
    [
        "父母在国外的业主可委托办理。", "租客到外地的可线上退租。", "退休老师合唱队演出。", "退休党员座谈会。", "来讲课的是消防员。", "邀请儿科医生义诊。", "持证电工检修。",
        "社区民警已到场。", "资深律师坐班。",
    ],
)  # fmt: skip
def test_what_is_for_everybody_or_done_by_the_trade_is_not(text: str) -> None:
    assert not scan(text)["hold"]
