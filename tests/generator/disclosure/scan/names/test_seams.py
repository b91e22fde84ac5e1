"""What two ordinary words make at their seam, and the same characters where somebody is meant."""

import pytest

from generator.disclosure.scan.lines import scan


@pytest.mark.parametrize(
    "text",
    [
        "骑车请戴头盔。",
        "祝心情舒畅，一切顺利。",
        "展厅请常静音。",
        "连沙发都没有。",
        "旁边的金源饭店排烟太吵。",
        "入住武岳大酒店的旅客改走北门。",
        "但总觉得有些别扭。",
        "大门口在晚上时太乱。",
        "行李生和司机都很有礼貌。",
        "藏在一个小胡同里面。",
        "这个老顾客还是理解的。",
        "价格贵，位置差。",
        "价格上稍微一点贵。",
        "声音刚停歇，又响了。",
        "说明书是意大利文的。",
        "当妈的心都揪着。",
        "他大喝一声。",
        "阳台勿放酒精等易燃品。",
        "2号高压泵停机。",
    ],
)
def test_the_seam_of_two_words_is_nobody(text: str) -> None:
    assert not scan(text)["hold"]


@pytest.mark.parametrize(
    "text",
    [
        "楼下戴小米家漏水。",
        "邻居易烫手把门堵了。",
        "20号张增至今没交费。",
        "请祝师傅上门。",
        "李建国饭店的油烟太大。",
        "老金饭店的老板骂人。",
        "我叫连战，住六楼。",
        "邻居谢天敏说太吵。",
        "清运员老查捡到戒指。",
        "巡逻队员郎咸平劝阻。",
        "老周天天来闹。",
        "声音刚把门踹坏。",
        "豆包妈又来投诉。",
        "工程部大党下去捞上来的。",
    ],
)
def test_the_same_characters_are_somebody_where_somebody_is_meant(text: str) -> None:
    assert scan(text)["hold"]
