"""What an instrument, a timetable or a list of goods says in figures without a unit. Data of `allowed`.

关窗37，开窗58; 公交K208路; 物资编码WL-0092387; carton of 12; 显指>80. A reading has at most two figures, or a point: three
and four may be those of a door.
"""

import re
from typing import Final

_VALUE: Final = r"(?:[0-9]{1,2}|[0-9]{1,3}\.[0-9]{1,2})(?![0-9.])"
_EDGE: Final = "(?=[,，。;；、!！)）]|$)"

READINGS: Final = (
    rf"(?:读数|实测|测得|分贝仪|打分|评分|噪声|噪音)(?:分别)?[:为是]{{0,2}}(?:[一-鿿]{{0,6}}{_VALUE}[,，、和]?){{1,6}}{_EDGE}",
    r"(?:校验|物资|物料|商品|条|设备|资产|发票|材料|备件|产品)(?:编码|代码|条码|码|号码)[:为是]?[ ]?[a-z]{0,4}[-–]?[0-9]{4,20}(?:[-– ][0-9]{1,6}){0,3}(?![0-9a-z])",
    rf"(?:飙升?|攀升|回落|猛增|蹿升)[到至][0-9]{{1,3}}{_EDGE}|(?:掉|跌|落)到[0-9]{{1,2}}{_EDGE}",
    "(?<![a-z0-9])[a-z]?[0-9]{1,3}路(?=公交|末班|首班|增开|改道|站|停运|延)|公交(?:车)?[a-z]?[0-9]{1,3}路|(?<![0-9a-z])[gsx][0-9]{2,4}(?=国道|省道|县道|高速)",
    r"[<>≤≥±][ ]?[0-9]{1,5}(?:\.[0-9]{1,3})?(?![0-9])",
    r"\b(?:carton|box|pack|set|bundle|roll|case|pallet|tray|bag)s? of [0-9]{1,3}(?![0-9a-z\-])",
    r"\b(?:bus|route|line|lod|grade|class|torque) [a-z]?[0-9]{1,3}(?![0-9a-z\-])",
    rf"\breadings?(?: were| are)?[ :]{{1,2}}(?:(?:[a-z]{{2,8}} ){{0,3}}{_VALUE}(?:, | and )?){{1,6}}(?=[.;]|$)",
)
WEEKDAYS: Final = re.compile(
    "(?<![0-9零一二三四五六七八九十])(?:一三五|二四六)(?=日?[,，、 ]?[收开停休闭放营上值可为到限通])"
)
"""周一三五收可回收物: three days of the week, and no number."""
