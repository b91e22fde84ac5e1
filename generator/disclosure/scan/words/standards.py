"""The numbers of standards and technical rules: GB/T 50378-2019, JJG 162-2019, DB11/T 751, T/CPMI 021-2022, ISO 9001:2015.

Codes of the national and trade standards of China by 国家标准委's list of trade codes; those of two letters could be
somebody's initials before a room (LY 1203), so they need a /T, a year, or a word that speaks of a standard.
"""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import words

Range = tuple[int, int]

_SURE: Final = words(
    "GB GBJ GBZ JGJ JJG JJF CJJ TSG JTG JTJ CECS DBJ DGJ ISO IEC EN BS IEEE ASTM ANSI NFPA DIN JIS UL CNCA CQC RISN RFJ DBJT SJG"
)
_TRADE: Final = words(
    """AQ BB CB CH CJ CY DA DB DL DZ EJ FZ GA GC GD GH GM GY HB HG HJ HS HY JB JC JG JR JT JY KA LB LD LS LY MH MR MT MZ NB NY QB QC QJ RB RF
    SB SC SH SJ SL SN SW SY TB TD TY WB WH WJ WM WS WW XB XF YB YC YD YS YY YZ ZY"""
)
_FIGURES: Final = r"[A-Z]{0,2}[-–]?[0-9]{1,6}(?:[.\-–/][0-9]{1,3}(?![0-9])){0,3}"
_YEAR: Final = "[-–—:][ ]?(?:19|20)[0-9]{2}(?![0-9])"
_KIND: Final = "(?:[ ]?/[A-Z]{1,3})"
_SPEAKS: Final = "(?<=依据|按照|遵照|符合|执行|参照|满足|达到|采用|标准|规范|规程)"
_STANDARD: Final = gated(
    rf"(?<![A-Za-z])(?:(?:BS[ ])?(?:{_SURE}|DBJ?[0-9]{{2,4}}){_KIND}?[ ]?-?{_FIGURES}(?:{_YEAR})?[a-z]{{0,2}}"
    rf"|(?:T/[A-Z]{{2,8}}|DG/TJ|Q/[0-9A-Z]{{2,8}}(?:[ ][A-Z]{{1,4}})?|{_TRADE}{_KIND})[ ]?{_FIGURES}(?:{_YEAR})?"
    rf"|{_TRADE}[ ]?{_FIGURES}{_YEAR}"
    rf"|{_SPEAKS}[ ]?{_TRADE}[ ]?{_FIGURES})(?![0-9A-Za-z])"
)


def standards(text: str) -> Iterator[Range]:
    """Every number of a standard, with its code and its year, in a folded text."""
    yield from (match.span() for match in _STANDARD.finditer(text))
