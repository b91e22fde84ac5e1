"""Whether a whole name of the register that is a word (安宁, 平安, 高兴, 玉兰) is no more than the word in its place.

Whoever is called so would otherwise hold every text that wishes for peace or says that somebody is glad: 只求安康过个年, 平安无事,
玉兰开了. What stands before or behind it says so; where both leave it open it stays a name (`standing`, `acting`).
"""

import re
from typing import Final

from generator.disclosure.scan.names.candidates import EDGE
from generator.disclosure.scan.reading import Reading

_SIZE: Final = 2
_REACH: Final = 4
_WISHED: Final = re.compile(
    "(?:[求盼图保祈报享扰庆摘挡留]了?|[求图行份]个|[祝愿](?:大家|全家|各位|你们)?|一路|出入|老少|[全一]家|没有?|[不很更太挺真白]|[讲弄搞说]|互相|早日|四季|知足|吉祥|万事|付款|支付|提交|显示|到了|打破|恢复|保持|享受|换来"
    "|还(?:我们|小区|大家|业主)|不得|[一几][夜场片份个]|夜里|过得|看了|给大家|基本|比较|房子|表示)$"
)
"""What is asked for, or what somebody or something is."""
_ENDS: Final = re.compile(f"{EDGE.pattern}|过个|日子|的(?:晚|夜|日|环境|家|生活)")
_GOES_ON: Final = re.compile(
    "无恙|无事|更新|不迫|不离|绕梁|荏苒|皑皑|连绵|翻腾|共处|相处|年代|就好(?!像)|不?起来|下来|[点些][,，。!！]|的(?:话|时候|夜晚|晚上|日子|环境|生活|家园|风(?!筝)|午后|早晨)"
    "|时[节光]|放假|期间|连休|小区|大道|园[,，。]|树(?!立)|花[开瓣]|[开谢熟]了[,，。]|落叶|在望|闭幕|养犬|礼让|一场[,，。]|坏了[,，。]|被打破|照[进在]|很好[,，。]|公示|过年|度过|入睡|渡过|水乡|小馆|器材|训练|呢[,，。]"
)
"""What only the word goes on with."""


def is_said_plainly(reading: Reading, start: int, end: int) -> bool:
    """Whether the name at this range of the folded text is a word of its division, or part of a long one, and nothing else can be meant."""
    text = reading.plain
    if reading.within_word(start, end):
        return True
    if end - start != _SIZE or reading.words[start] != end:
        return False
    wished = _WISHED.search(text, max(0, start - _REACH), start) is not None
    return (wished and _ENDS.match(text, end) is not None) or _GOES_ON.match(text, end) is not None
