"""Injuries: a part of the body and what happened to it, whoever it was; not what is only warned of, nor a thing's."""

import pytest

from generator.disclosure.scan.lines import scan


@pytest.mark.parametrize(
    "text",
    [
        "左手无名指被门夹断。", "额头缝了五针。", "尾巴骨摔裂了。", "脚筋断了。", "眼眶青了一圈。", "手背烫起泡。", "膝盖磨破皮流血。", "脚底扎进钉子。", "大拇指压扁了。",
        "下巴磕裂。", "指甲盖掀了。", "小腿划了道口子。", "后脑勺起了个包。", "虎口被割开。", "头皮擦掉一块。", "肋骨裂了两根。", "腰闪了，直不起来。", "砸断了脚趾。",
        "绊倒后髋关节脱位。", "右脚趾截除。",
    ],
)  # fmt: skip
def test_what_happened_to_a_body_is_found(text: str) -> None:
    spans = scan(text)["spans"]
    assert [span["end"] - span["start"] for span in spans] >= [3]


@pytest.mark.parametrize(
    "text",
    [
        "小心夹伤手指。", "防止夹手，已加装护角。", "手指夹伤风险已排除。", "以免磕破额头，请看好孩子。", "左手边的门坏了。", "机械手臂断裂。", "脚踝深的积水。",
        "双手柄龙头断了。", "桌腿断了。", "井盖断裂。", "手轮脱落。",
    ],
)  # fmt: skip
def test_what_is_warned_of_and_what_a_thing_has_is_not(text: str) -> None:
    assert scan(text)["spans"] == []
