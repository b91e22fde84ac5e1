"""Pages that need no other file, and the policy that vouches for what stands in them."""

import pytest

from generator.site.making.mkdocs_config import material_stylesheet
from generator.site.making.shell import load_assets
from generator.site.making.standalone import stand_alone, vouched

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'"
HTML = (
    f'<head><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<link rel="stylesheet" id="folded" href="/a/one.css" integrity="sha256-x" media="print" data-big="all">'
    '<script src="/a/one.js" integrity="sha256-y"></script></head><p>style-src \'self\'</p>'
)
ASSETS = {
    "a/one.css": "p{margin:0}/* 中 */".encode(),
    "a/one.js": b'"use strict"; const a = 1 < 2 && "\\\\1";',
}


def test_what_a_page_loads_stands_in_it_and_nothing_else_may_run():
    html = stand_alone(HTML, ASSETS)
    assert '<style id="folded" media="print" data-big="all">p{margin:0}/* 中 */</style>' in html
    assert '<script>"use strict"; const a = 1 < 2 && "\\\\1";</script>' in html
    policy = html.split('content="')[1].split('"')[0]
    assert policy.count("'self'") == 2
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert html.endswith("<p>style-src 'self'</p>")
    assert vouched(html) == ["<style>", "<script>"]


def test_the_same_page_and_assets_give_the_same_bytes():
    assert stand_alone(HTML, ASSETS) == stand_alone(HTML, ASSETS)


def test_a_page_without_scripts_may_run_none():
    html = stand_alone(HTML.replace("<script", "<a").replace("</script", "</a"), ASSETS)
    assert "script-src 'none'" in html


@pytest.mark.parametrize("change", ["{margin:0}", "const a", "sha256-"])
def test_what_was_changed_or_is_not_named_is_not_vouched_for(change):
    html = stand_alone(HTML, ASSETS)
    assert vouched(html.replace(change, "other")) != ["<style>", "<script>"]
    assert vouched("<script>x</script>") == []


def test_an_asset_that_is_not_there_is_named():
    with pytest.raises(KeyError, match=r"one\.css"):
        stand_alone(HTML, {})


def test_no_asset_of_ours_ends_the_element_it_stands_in():
    for asset in load_assets(material_stylesheet()).values():
        text = asset.data.decode().lower()
        assert not any(mark in text for mark in ("</style", "</script", "<!--", "\r"))
