"""Whether a sentence speaks of anybody: without a person, a wheelchair, a slip or an allergy is nobody's."""

import re
from typing import Final

_SOMEBODY: Final = re.compile(
    "[我你您他她俺咱爸妈爹娘爷奶婆叔姨哥姐弟妹孩娃]|老人|老伴|儿子|女儿|丈夫|妻|老公|媳|业主|邻居|住户|租|楼上|楼下|隔壁|对门|家(?![具电])|本人|母亲|父亲|某|坐|一个人|患者|病人|考生|学生|老[一-鿿]|医药费|医疗费|误工|送医|就医|[先女][生士]"
    r"|\b(?:i|i'm|i've|my|me|we|our|us|he|she|his|her|him|they|their|who|neighbou?rs?|m[ae]n|wom[ae]n|lady|ladies|boy|girl|husband|wife|mother|father|mum|dad|mom|son|daughter|brother|sister|aunt|uncle|couple|tenant|owner|landlord|resident|guard|cleaner|someone|somebody|child|kid|grand\w+|mr|mrs|ms|miss)\b"
)
_ENDS: Final = "。！？!?.;；\n"
_REACH: Final = 80
"""How far a sentence is read to either side; a longer one is taken to speak of somebody."""


def speaks_of_somebody(text: str, start: int, end: int) -> bool:
    """Of the sentence around a range of a lower-case text."""
    first = max(text.rfind(mark, max(0, start - _REACH), start) for mark in _ENDS) + 1
    last = min((at for mark in _ENDS if (at := text.find(mark, end, end + _REACH)) >= 0), default=len(text))
    if start - first > _REACH or last - end > _REACH:
        return True
    return _SOMEBODY.search(text, first, last) is not None
