"""What a division into words leaves over: names nobody listed, and doubts that only hold."""

import pytest

from generator.disclosure.scan import Public, Reason, World, scan_text
from generator.disclosure.scan.words.english_lexicon import in_dictionary
from generator.disclosure.scan.words.lexicon import words


def found(text: str, lang: str = "zh") -> list[str]:
    return [text[span.start : span.end] for span in scan_text(text, World(), Public(), lang).spans]


def doubted(text: str, lang: str = "zh") -> list[str]:
    verdict = scan_text(text, World(), Public(), lang)
    assert not verdict.spans
    assert verdict.hold == bool(verdict.doubts)
    assert all(doubt.reason is Reason.UNEXPLAINED for doubt in verdict.doubts)
    assert verdict.reasons == verdict.doubts
    return [text[doubt.start : doubt.end] for doubt in verdict.doubts]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("楼上新搬来的金哲洙一家做泡菜。", "金哲洙"),
        ("林徽因的猫跑了。", "林徽因"),
        ("送水的老闷把桶砸了。", "老闷"),
        ("卖水果的阿水用喇叭。", "阿水"),
        ("我家狗被豆包妈的狗咬了。", "豆包妈"),
        ("乐乐爸又来了。", "乐乐爸"),
        ("胡子叔家鹦鹉骂人。", "胡子叔"),
        ("合租的念慈忘关水。", "念慈"),
        ("隔壁个宝根阿叔剁肉。", "宝根"),
        ("谁有老纪电话？", "老纪"),
        ("彭笑笑来过。", "彭笑笑"),
        ("老周天不亮就剁葱。", "老周"),
        ("鹿鸣、尔冬升三家联名。", "尔冬升"),
        ("帕夏古丽做的馕很香。", "帕夏古丽"),
        ("我男人大山是开货车的。", "大山"),
        ("带头的是二毛。", "二毛"),
        ("强子和他吵。", "强"),
        ("陶陶小朋友扔石子。", "陶陶小朋友"),
        ("货车司机虎师傅走了。", "虎师傅"),
        ("值班表上写的桂技工没来。", "桂技工"),
        ("一位姓问的业主来过。", "问"),
        ("做美发的“俏三姐”搬走了。", "俏三姐"),
        ("那个叫秃鹫的保安。", "秃鹫"),
        ("网友“一叶知秋”造谣。", "一叶知秋"),
        ("上个月“豆豆豆”在群里骂人。", "豆豆豆"),
    ],
)
def test_what_no_word_takes_in_is_a_name(text: str, name: str) -> None:
    assert any(name in one for one in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "那个老六天天来。", "工作布衣李布衣来过。", "听说汤圆圆来过。", "邻居尚可把纸箱堆着。", "感谢豆豆来。",
        "三丫来过。", "孩子发烧，先办。", "对象是退伍的。",
    ],
)  # fmt: skip
def test_a_doubt_or_a_finding_holds(text: str) -> None:
    assert scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "姚家路的路灯由市政负责。", "换了3张桌子、两段管。", "祝全体业主新春快乐！", "电箱加装防护帽。",
        "冷热水混装问题由维修班重新接管。", "室内某业主、某住户两户协商。",
    ],
)  # fmt: skip
def test_ordinary_words_leave_nothing_over(text: str) -> None:
    assert not scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "双婷来过了吗？",
        "豆包妈妈在。",
        "大壮很吵。",
        "王晓来。",
        "孩子发烧，先办。",
        "邻居尚可把纸箱堆着。",
        "电工关胜利半小时修好。",
        "王者说昨晚没睡。",
        "水工石运来过。",
        "和老疙瘩喝多了。",
        "由祁锅炉工去看。",
        "欧布衣来过。",
    ],
)
def test_a_blunt_shape_holds(text: str) -> None:
    assert scan_text(text, World(), Public(), "zh").hold


def test_a_word_that_no_english_dictionary_has_is_a_doubt() -> None:
    assert doubted("we met tiago there", "en") == ["tiago"]
    assert doubted("The lobby lamps on the 9th floor were replaced", "en") == ["9th floor"]
    assert found("our cleaner sister he found my ring", "en") == ["sister he"]
    assert found("thanks to a-qiang for it", "en") == ["a-qiang"]


@pytest.mark.parametrize("word", ["weeds", "handyman", "retrained", "installed", "carries", "nightly"])
def test_english_words_are_known_with_their_plain_endings(word: str) -> None:
    assert in_dictionary(word)


@pytest.mark.parametrize("word", ["tiago", "nkechi", "a" * 100_000])
def test_what_is_no_english_word_is_not_known(word: str) -> None:
    assert not in_dictionary(word)


def test_a_text_is_divided_into_its_likeliest_words() -> None:
    assert words("") == []
    assert words("王宝根昨天说") == [1, 2, 3, 5, 5, 6]


@pytest.mark.parametrize(
    ("text", "word"),
    [("小虎队来演出。", "小虎"), ("我老公康力的车坏了。", "康力"), ("小范围停水。", "小范")],
)
def test_a_longer_word_or_a_word_of_the_trade_is_no_name(text: str, word: str) -> None:
    assert word not in found(text)
