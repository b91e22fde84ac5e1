"""Long Chinese headings are broken between words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.site.words.phrases import phrases
from generator.site.words.render import headline
from generator.site.words.voice import voices

CHINESE, ENGLISH = voices()


@pytest.mark.parametrize(
    ("heading", "pieces"),
    [
        ("2026 年上半年物业服务满意度调查", "2026\xa0年|上半年|物业服务|满意度调查"),
        ("地下车库变形缝防水维修方案公示", "地下|车库|变形缝|防水|维修|方案|公示"),
        ("2026 年第三季度是否做到了承诺", "2026\xa0年|第三|季度|是否|做到了|承诺"),
        ("物业服务公开", "物业服务|公开"),
        ("处理结果", "处理结果"),
    ],
)
def test_a_heading_breaks_between_words_and_a_number_keeps_its_unit(heading, pieces):
    assert phrases(heading) == pieces.split("|")


@given(st.text(alphabet="物业服务满意度调查是否了的 2026年（）<>&·ab", max_size=30))
def test_the_pieces_are_the_heading(heading):
    assert "".join(phrases(heading)).replace("\xa0", " ") == heading


def test_only_chinese_headings_that_are_text_are_divided():
    long = "上一年度物业服务合同履行情况公示"
    assert "<wbr>" in headline(long, CHINESE)
    assert headline(long, ENGLISH) == long
    marked = Markup('<span lang="zh-CN">{}</span>').format(long)
    assert headline(marked, CHINESE) == marked
    assert "<b>" not in headline("<b>上一年度物业服务合同履行情况公示", CHINESE)
