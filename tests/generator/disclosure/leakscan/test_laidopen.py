"""What stands beside the text of a file is read as well, and what programs put between letters parts none."""

from base64 import b64encode
from urllib.parse import quote

import pytest

from generator.disclosure.leakscan.laidopen import cells_laid_open, laid_open

DRAWING = "<svg><text>周<tspan>建国</tspan></text></svg>"


@pytest.mark.parametrize(
    "text",
    [
        "周<!-- -->建国",
        "周<!-- > <b> -->建<!---->国",
        "<![CDATA[周]]>建<![CDATA[国]]>",
        "<ruby>周<rp>(</rp><rt>zhou</rt><rp>)</rp>建国</ruby>",
        '<svg><text x="1">周</text>\n<text x="2">建</text><text>国</text></svg>',
        '<svg><text x="1">&#21608;</text><text x="2">&#x5efa;</text><text>国</text></svg>',
    ],
)
def test_what_parts_no_letters_is_taken_out(text: str) -> None:
    assert any(word in laid_open(text) for word in ("周建国", "&#21608;&#x5efa;国"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>a<!-- 周建国 --></p>", "周建国"),
        ("<ruby>a<rt>周建国</rt></ruby>", "周建国"),
        (f'<img src="data:image/svg+xml;base64,{b64encode(DRAWING.encode()).decode()}">', DRAWING),
        (f"a{{b:url('data:image/svg+xml;charset=utf-8,{quote(DRAWING)}')}}", DRAWING),
        (f"url(data:text/html;base64,{quote(b64encode(f'<!--{DRAWING}-->'.encode()).decode())})", DRAWING),
    ],
)
def test_what_is_taken_out_is_read_behind_the_rest(text: str, said: str) -> None:
    assert said in laid_open(text).partition("¦")[2]


def test_two_labels_of_a_chart_stay_two() -> None:
    chart = "<svg><text>12</text><text>34</text><text>5</text></svg>"
    assert laid_open(chart) == chart


@pytest.mark.parametrize("packed", ["iVBORw0KGgo=", "x", "%%%"])
def test_an_enclosed_picture_has_no_letters(packed: str) -> None:
    page = f'<img src="data:image/png;base64,{packed}">'
    assert laid_open(page) == page


def test_a_cell_in_several_looks_is_one_text() -> None:
    cell = '<si><r><t>周</t></r><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">建</t></r><r><t>_x56FD_</t></r></si>'
    assert "周建国" in cells_laid_open(cell)
