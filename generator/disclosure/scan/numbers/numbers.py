"""Detector of numbers that identify: phones, landlines, identity cards, bank cards, plates, certificates.

Formats: mobile 1[3-9] + 9 digits (工信部电信网码号资源), area codes 010, 02x, 0[3-9]xx; citizen number GB 11643
(15 or 18 digits; the check digit is no condition: a mistyped number still identifies); bank card GB/T 14504 /
ISO/IEC 7812 (16-19 digits); plates GA 36; real-estate certificates of the national form.
Separators may stand between any two digits; all patterns are bounded, so they take linear time.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading, matches
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import parts

SEP: Final = r"[ \-–—‐‑_.。·•・,，、/\\()*~:=]{0,3}"
"""What may stand between two digits of one number."""

_MOBILE: Final = gated(
    rf"(?<![0-9])(?P<it>(?:\(?\+?(?:00)?86\)?{SEP})?1{SEP}[3-9](?:{SEP}[0-9]){{9}})(?![0-9])"
)
_SECRET: Final = re.compile("密码[是为:改成 ]{0,4}(?P<it>[0-9]{4,8}#?)")
"""A code that opens a door."""
_MASKED: Final = re.compile(
    rf"(?<![0-9])(?P<it>1{SEP}[3-9]{SEP}[0-9]{SEP}[*x×#·•]{{3,6}}{SEP}[0-9]{{2,5}})(?![0-9])"
)
"""138****5678: what is left of a number still tells it to a neighbour."""
_LANDLINE: Final = gated(
    rf"(?<![0-9a-z])(?P<it>(?:\+?86{SEP})?\(?0(?:10|2[0-9]|[3-9][0-9]{{2}})\)?{SEP}[2-9](?:{SEP}[0-9]){{6,7}}"
    r"(?:[ -]?(?:转|ext\.?|x)[ ]?[0-9]{1,5})?)(?![0-9])"
)
_CUED_PHONE: Final = re.compile(
    r"(?:电话|手机号?|手机号码|座机|固话|联系方式|致电|拨打?|号码|来电|call(?: me)?(?: on| at)?|phone|mobile|cell|tel|number)"
    r"[是为:： .]{0,3}(?P<it>\+?[0-9][0-9 \-–—.·]{4,18}[0-9])"
)
_ID: Final = re.compile(rf"(?<![0-9])(?P<it>[1-9](?:{SEP}[0-9]){{16}}{SEP}[0-9xX×])(?![0-9])")
_OLD_ID: Final = re.compile(
    r"(?:身份证|证件|identity card|id card|id no\.?|id number)(?:号码?)?(?:尾号|[后末前][0-9一二三四五六七八九十]位|最后[0-9一二三四五六七八九十]位|number|no\.?)?[是为:： ]{0,3}"
    rf"(?P<it>[0-9](?:{SEP}[0-9]){{2,16}}{SEP}[0-9x]?)"
)
_DOCUMENT: Final = re.compile(
    r"(?:军官|士官|士兵|警官|通行|居留|居住|驾驶|行驶|残疾|结婚|退休|老年|学生|工作|记者|律师)证(?:件)?(?:号码?|编号)?[是为: ]{0,3}"
    r"(?P<it>(?=[^,.;。]{0,8}[0-9]{4})[a-z一-鿿]{0,3}第?[0-9a-z][0-9a-z\-]{4,18}号?)"
)
"""军官证南字第0183377号."""
_BANK: Final = gated(
    rf"(?<![0-9])(?!(?:{SEP}[0-9]){{6}}{SEP}(?:19|20)(?:{SEP}[0-9]){{9}}{SEP}[0-9x](?![0-9]))(?P<it>[3-9](?:{SEP}[0-9]){{15,18}})(?![0-9])"
)
_CUED_BANK: Final = re.compile(
    r"(?:卡号|账号|帐号|银行卡|信用卡|储蓄卡|工资卡|account|card)(?:尾号|号|后四位|number|no\.?)?[是为:： ]{0,3}"
    rf"(?P<it>[0-9](?:{SEP}[0-9]){{3,20}})"
)
_TAIL: Final = gated(
    r"(?:(?<!车牌)尾号|末尾|末位|后四位|后4位|末四位|最后四位|后几位|后三位|后六位|后八位|前三位|尾数|\bending (?:in |with )?|\bends? in |last (?:four|4|three|3)(?: digits)?)"
    rf"[是为:： ]{{0,3}}(?:are |is )?(?P<it>[0-9a-z](?:{SEP}[0-9a-z]){{2,7}})(?![0-9a-z])"
)

_REPEATED: Final = re.compile(
    "(?:尾号|最后|末尾|后[三四]位|密码)[是为: ]{0,2}(?P<it>[1-9一二两三四五六七八九]个[0-9一二三四五六七八九](?![0-9一二三四五六七八九]|月|人|小时|工作日))|牌[^,.;。]{0,4}(?:最后|末尾|后面)[是为]?(?P<plate>[a-z][0-9一二三四五六七八九]{2,4})"
)
"""尾号三个八."""
_SPELLED_DIGIT: Final = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
_SPELLED: Final = re.compile(
    rf"\b(?P<it>{_SPELLED_DIGIT}(?:[ -]{_SPELLED_DIGIT}){{2,12}}(?:[ -][0-9]{{1,8}}){{0,4}})\b"
)

PROVINCES: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_LETTER: Final = "a-hj-z"
_DIGITS: Final = "零一二三四五六七八九"
_PLATE: Final = re.compile(
    rf"(?P<it>[{PROVINCES}使]{SEP}[a-z]{SEP}(?:[0-9a-z{_DIGITS}]{SEP}){{4,5}}[0-9a-z{_DIGITS}挂学警港澳领])(?![0-9a-z])"
)
_SHORT_PLATE: Final = re.compile(
    rf"(?P<it>[{PROVINCES}][a-z]{SEP}[0-9a-z*×]{{3,6}})(?![0-9a-z])"
    rf"|(?:[{PROVINCES}]牌(?:照|车)?)[ ]?(?P<its>(?=[a-z]?[0-9a-z]{{0,5}}[0-9])[a-z]?[·\- ]?[0-9a-z]{{4,6}})(?![0-9a-z])"
    r"|(?:车牌号?码?|牌照|牌号|plate(?: number| no\.?)?(?![a-z])|registration)(?:尾号|后几位|ending)?[是为:： ]{0,3}"
    rf"(?P<tail>(?=[0-9a-z·\- ]{{0,7}}[0-9])[a-z0-9](?:[·\- ]?[0-9a-z]){{2,7}})(?![0-9a-z])"
)
_CERTIFICATE: Final = gated(
    rf"(?P<it>(?:[{PROVINCES}][ ]?)?[(\[〔【][ ]?[0-9]{{4}}[ ]?[)\]〕】][^，。；,;!?！？\n]{{0,16}}(?:不动产权|房权证|房地证|产权|国用|权)"
    r"[^，。；,;!?！？\n]{0,12}?第?[ ]?[0-9][0-9 \-]{2,14}号?)"
)
_CUED_CERTIFICATE: Final = re.compile(
    r"(?:购房合同|买卖合同|租赁合同|租房合同|网签备案|网签|不动产权证|产权证|房产证|房权证|房本|土地证|不动产证|权证|权证字|证字|deed|certificate|title)(?:书|明|编|deed)*(?:编?号码?|no\.?|number)?[是为:： 第#]{0,3}"
    r"(?P<it>(?=[^，。；;!?！？\n]{0,12}[0-9]{3})[0-9a-z\-一-鿿()〔〕\[\] ]{0,24}[0-9]{4,}号?)"
)


def find_numbers(reading: Reading) -> Iterator[Found]:
    """Every identifying number, by its format or by the word before it."""
    text = reading.numbers
    yield from matches(_ID, text, FindingKind.ID)
    yield from matches(_OLD_ID, text, FindingKind.ID)
    yield from matches(_DOCUMENT, text, FindingKind.ID)
    yield from ((start, end, FindingKind.NUMBER) for start, end in parts(_REPEATED, text))
    yield from matches(_SECRET, text, FindingKind.NUMBER)
    yield from matches(_MOBILE, text, FindingKind.PHONE)
    yield from matches(_MASKED, text, FindingKind.PHONE)
    yield from matches(_LANDLINE, text, FindingKind.LANDLINE)
    yield from matches(_SPELLED, text, FindingKind.PHONE)
    yield from matches(_CUED_PHONE, text, FindingKind.PHONE)
    yield from matches(_BANK, text, FindingKind.BANK)
    yield from matches(_CUED_BANK, text, FindingKind.BANK)
    yield from matches(_TAIL, text, FindingKind.PHONE)
    yield from matches(_CERTIFICATE, text, FindingKind.CERTIFICATE)
    yield from matches(_CUED_CERTIFICATE, text, FindingKind.CERTIFICATE)
    yield from _plates(reading)


def _plates(reading: Reading) -> Iterator[Found]:
    """Plates are read from the folded text: a letter in them is a letter, not a digit."""
    text = reading.plain.lower()
    yield from (found for found in matches(_PLATE, text, FindingKind.PLATE) if _has_digit(text, found))
    for match in _SHORT_PLATE.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        if _has_digit(text, (start, end, FindingKind.PLATE)):
            yield start, end, FindingKind.PLATE


def _has_digit(text: str, found: Found) -> bool:
    return any(
        character.isdecimal() or character in "〇零一二三四五六七八九"
        for character in text[found[0] : found[1]]
    )
