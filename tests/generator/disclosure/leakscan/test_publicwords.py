"""What is put together from public sentences is public; what a resident said in her own words is not."""

import pytest

from generator.disclosure.leakscan.publicwords import PublicWords
from generator.disclosure.leakscan.wordings import letters
from generator.disclosure.scan.folding import spelled_plainly

TEMPLATE = 'heard = "截至{date}，共收到 {count} 件诉求，其中{late}件超过时限"\ntitle = "{% if year %}全年{% endif %}办理情况一览"\n'
NOTICE = "<p>本周六<b>上午九点</b>至十二点停水检修，&#35831;提前储水，由此带来不便敬请谅解</p>\n<p>Please keep your windows shut.</p>"
PUBLIC = PublicWords((lambda: (TEMPLATE,), lambda: (NOTICE,)))


def read(text: str) -> str:
    return letters(spelled_plainly(text))


@pytest.mark.parametrize(
    "text",
    [
        "本周六上午九点至十二点停水检修，请提前储水",
        "停水检修请提前储水，由此带来不便敬请谅解",
        "截至2027年3月31日，共收到128件诉求，其中9件超过时限",
        "全年办理情况一览",
        "共收到件诉求，其中件超过时限，停水检修，请提前储水",
        "Please keep your windows shut",
    ],
)
def test_words_that_are_public_already_are_explained(text: str) -> None:
    assert PUBLIC.explain(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "灰鹭在泵房顶上筑巢幼鸟昨夜被叼走",
        "停水检修请提前储水，我母亲瘫痪在床没法储水怎么办",
        "Please keep your windows shut because my husband coughs all night",
    ],
)
def test_her_own_words_are_not_even_beside_public_ones(text: str) -> None:
    assert not PUBLIC.explain(read(text))


def test_a_source_is_read_once_and_only_where_those_before_it_do_not_explain_all() -> None:
    asked: list[str] = []

    def source(text: str) -> tuple[str]:
        asked.append(text)
        return (text,)

    public = PublicWords((lambda: source("停水检修请提前储水"), lambda: source("敬请谅解并做好准备")))
    assert public.explain(read("停水检修请提前储水"))
    assert asked == ["停水检修请提前储水"]
    for _ in range(2):
        assert public.explain(read("停水检修请提前储水敬请谅解"))
        assert not public.explain(read("灰鹭在泵房顶上筑巢幼鸟昨夜被叼走"))
    assert len(asked) == 2
