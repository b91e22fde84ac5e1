"""What the division of a stretch into words leaves over. Shared by the detectors of names.

The general dictionary of `lexicon` explains ordinary Chinese, so what it leaves over as single characters, in the
shape of a name, is one: 金|哲|洙, 念|慈.
"""

import re
from typing import Final

from generator.disclosure.scan.names.candidates import PLACE
from generator.disclosure.scan.words.given import GIVEN
from generator.disclosure.scan.words.stretches import Division
from generator.disclosure.scan.words.titles import ACT_CUES, ACTS, ROLE_CUES, STOPS

_ALONE: Final = STOPS | frozenset(
    "要请做用看说讲听想能会可应须需无有并或且更较很太最非常仅约近超达满超过按照依据由于为使令至自各该本每某此另全未不勿莫"
    "年月日时分秒天周次件个户人名位台套组只条张块处根株辆扇面份批项起层楼栋元角号区门"
    "灯水电气车梯管线墙窗锁钥卡费款钱票表单证书信报网机器泵井池沟坑桶箱袋盒柜桌椅床架板砖漆"
    "装修换补拆改建造清扫洗擦刷铺砌挖填埋运送取交付收退还借租买卖签盖贴挂放摆堆停开关启闭通断接拉推拖搬抬举"
    "漏渗滴淌堵塞破裂断碎坏损锈烂脏臭吵闹响亮暗热冷湿滑干净好差高低大小多少长短宽窄厚薄快慢早晚新旧老"
    "查检验测量算计核审批定议商谈劝告示提醒催促帮助扶救治管理办修养护守巡值班岗位"
    "前后左右上下内外里中间旁边东南西北侧角处口道路街巷场园院将总率得真点常带待剩配同撞砸碰刮压挡占"
    "投诉求意见事问题因果法式样种类型等级"
)
"""Characters that stand alone in ordinary sentences: verbs, measure words, things of the trade."""

COUNTED: Final = re.compile("[0-9一二三四五六七八九十百两几半每这那多数整各首前后当某逐]$")
MEASURES: Final = frozenset("台元张周段石顾黄钟雷米梁祝")
"""Surnames that are counted, or stand alone as well: 3张, 两周."""


def counted(text: str, start: int) -> bool:
    """三张表: what begins here is counted by its first character."""
    return text[start] in MEASURES and COUNTED.match(text[max(0, start - 1) : start]) is not None


def left_over(word: str) -> bool:
    """A character that no word took in and that does not stand alone in ordinary sentences."""
    return len(word) == 1 and word not in _ALONE


def given(word: str) -> bool:
    """One that a given name may have."""
    return left_over(word) and word in GIVEN


_BEFORE: Final = ROLE_CUES | ACT_CUES | {"的", "叫", "姓", "派", "租给", "转告"}


def name_in_context(words: Division, index: int) -> int | None:
    """林|徽|因, 司机|马|奔, 感谢|于|海洋: one or two characters behind the surname, where a name begins and ends."""
    before = words.at(index - 1)
    if (before and before not in _BEFORE) or PLACE.match(words.text, words.ranges[index][1]):
        return None
    for last in (last for last in (index + 2, index + 1) if words.at(last)):
        behind = "".join(words.at(at) for at in range(index + 1, last + 1))
        if len(behind) < 3 and _could_be_given(behind) and ends_name(words, last):
            return last
    return None


def _could_be_given(name: str) -> bool:
    return all(character in GIVEN or character not in _ALONE for character in name)


def ends_name(words: Division, last: int) -> bool:
    """A name can end with this word: nothing follows, or what a person does."""
    behind = words.at(last + 1)
    return not behind or behind in ACTS or behind[0] in "的家和与跟被把在说将又"
