import pytest

from generator.site.words.prose import to_html
from register.errors import SettingsRefused


def test_headings_lists_tables_and_links_are_rendered():
    html = to_html(
        "## 标题\n\n- 一\n- 二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n[进度](/f/track)", {}, "p.md"
    )
    assert '<td data-l="乙">2</td>' in html
    assert all(
        part in html for part in ("<h2>标题</h2>", "<li>一</li>", '<th scope="row">1</th>', 'href="/f/track"')
    )


def test_raw_html_is_shown_and_not_obeyed():
    html = to_html("<script>alert(1)</script> 与 <b onclick=x>粗</b>", {}, "p.md")
    assert "<script" not in html
    assert "<b" not in html
    assert "&lt;script&gt;" in html


def test_snippets_and_attribute_lists_are_plain_text():
    html = to_html('--8<-- "/etc/passwd"\n\n文字{: onclick=x}', {}, "p.md")
    assert "passwd" in html
    assert "{: onclick=x}" in html
    assert "<p onclick" not in html


def test_values_are_filled_in_and_escaped():
    assert to_html("保存 {contact_months} 个月", {"contact_months": 24}, "p.md") == "<p>保存 24 个月</p>"
    assert "&lt;b&gt;" in to_html("{estate}", {"estate": "<b>"}, "p.md")


def test_unknown_values_and_links_that_leave_the_site_are_refused_at_once():
    with pytest.raises(SettingsRefused) as refused:
        to_html("{nonsense} [x](https://example.com) [y](javascript:alert(1)) [z](//host/)", {"k": 5}, "p.md")
    assert [fault.key for fault in refused.value.faults] == ["{nonsense}", "link", "link", "link"]
    assert "known are k" in str(refused.value)
