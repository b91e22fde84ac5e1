"""A word that everybody says is no name where a name is expected, and a name that is a rare word is one."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


def holds(text: str) -> bool:
    return scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "路边有点吵，能不能加块隔音板。", "空调的声音吵得睡不着。", "好言说过三次也没用。", "天天有人叫开锁。", "儿子喜欢的秋千坏了。", "女儿确实在楼下玩。", "楼下有家饭店。",
        "还是有一定的问题。", "我是家长才说一声。", "请师傅来闻一闻味道。", "从进门开始就不亮。", "出租车司机都知道路窄。",
    ],
)  # fmt: skip
def test_what_everybody_says_names_nobody(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "翠花说水管漏了。", "我老公大山在修车。", "请退到我爱人万军卡上。", "那个叫铁柱的又来了。", "感谢于海洋帮忙。", "卖水的“水佬倌”又来塞传单。", "前台经理才旺说没票。",
    ],
)  # fmt: skip
def test_a_name_behind_the_same_words_stays_one(text: str) -> None:
    assert holds(text)
