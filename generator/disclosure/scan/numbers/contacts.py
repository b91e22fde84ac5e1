"""Detector of mail addresses, WeChat and QQ names, however the at sign and the dot are written."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading, matches
from generator.disclosure.scan.spans import FindingKind

_AT: Final = r"[ ]{0,2}(?:@|#|艾特|爱特|圈a|[(\[（【{<][ ]?(?:at|@|艾特)[ ]?[)\]）】}>]|[ ]at[ ])[ ]{0,2}"
_DOT: Final = (
    r"(?:\.|。|[ ]{0,2}点[ ]{0,2}|[ ]{0,2}[(\[（【{<][ ]?(?:dot|点|\.)[ ]?[)\]）】}>][ ]{0,2}|[ ]dot[ ])"
)
_MAIL: Final = re.compile(
    rf"(?P<it>[0-9a-z][0-9a-z._%+\-]{{0,40}}{_AT}[0-9a-z][0-9a-z\-]{{0,30}}(?:{_DOT}[0-9a-z\-]{{2,20}}){{0,2}}{_DOT}[a-z][0-9a-z\-]{{1,19}})"
)
_MAIL_HOST: Final = re.compile(
    rf"(?P<it>[0-9a-z][0-9a-z._%+\-]{{1,40}}{_AT}(?:qq|163|126|139|189|gmail|outlook|hotmail|sina|foxmail|icloud|yahoo|sohu)\b)"
)
_MAIL_CUE: Final = re.compile(
    r"(?:邮箱|电邮|e-?mail|mail)(?:地址|address)?[是为:： ]{0,3}(?:is )?(?P<it>(?!(?:address|is|from|with|about)\b)(?=[a-z._%+\-]{0,30}[0-9@_])[0-9a-z][0-9a-z._%+\-@]{3,40})"
)

_ACCOUNT: Final = r"[a-z0-9][a-z0-9_\-]{3,30}"
_WECHAT: Final = re.compile(
    r"(?:微信|威信|薇信|徽信|v信|(?<![a-z])(?<![单号])(?<!job )(?<!order )(?<!ticket )(?:vx|wx)(?![ ]?20[0-9]{4}|[-–]20[0-9]{2}-[0-9]|[-–][0-9]{6}-[0-9]{1,4}(?![0-9]))|wei ?xin|wechat|we chat|加我微|加微|微|企微|抖音号?|小红书号?|微博|telegram|whatsapp)"
    r"(?:账号|帐号|同号|号码|号|名|id|account|name)?(?: ?(?:是|为|叫|就是|is|id))?[:：\-=,， “\"'「]{0,3}"
    rf"(?P<it>(?!(?:group|account|message|notice|mini|pay|official|id)\b){_ACCOUNT})(?![a-z0-9_])"
)
_QQ: Final = re.compile(
    r"(?:qq|扣扣|企鹅|秋秋|抠抠|q q)(?:账号|号码|号|number|no\.?)?(?: ?(?:是|为|is))?[:：\-=,， ]{0,3}"
    r"(?P<it>[1-9](?:[ \-–—_.·,，]{0,2}[0-9]){4,11})(?![0-9@])"
)
_HANDLE: Final = re.compile(
    r"(?<![0-9a-z_.@])(?P<it>(?=[a-z0-9]{0,20}_)(?=[a-z0-9_]{5,30}(?![a-z0-9_]))[a-z][a-z0-9_]{4,29})(?![0-9a-z_])"
)


def find_contacts(reading: Reading) -> Iterator[Found]:
    """Every mail address and account name; letters in them stay letters."""
    text = reading.plain.lower()
    for pattern in (_MAIL, _MAIL_HOST, _MAIL_CUE):
        yield from matches(pattern, text, FindingKind.EMAIL)
    yield from matches(_WECHAT, text, FindingKind.WECHAT)
    yield from matches(_HANDLE, text, FindingKind.WECHAT)
    yield from matches(_QQ, reading.numbers, FindingKind.QQ)
