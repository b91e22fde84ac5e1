"""What summaries of handling are made of: slips, how many became how many, at whose wish, and what stays private beside them."""

import pytest

from generator.disclosure.scan import FindingKind, Public, World, scan_text


def holds(text: str, lang: str = "zh") -> bool:
    return scan_text(text, World(), Public(), lang).hold


def found(text: str) -> list[tuple[str, FindingKind]]:
    return [
        (text[span.start : span.end], span.kind) for span in scan_text(text, World(), Public(), "zh").spans
    ]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("催办单CB0926117已转工程部，限72小时答复。", "zh"), ("督办单DB-0926-003已下发。", "zh"), ("巡检单XJ0910088无异常。", "zh"),
        ("处置单CZ0926117号已归档。", "zh"), ("领料单LL0926117已归档。", "zh"), ("请购单：QG0926003。", "zh"), ("催办单0926117已转。", "zh"),
        ("Reminder CB0926117 was sent.", "en"), ("Slip BX0917055 was signed.", "en"), ("Follow-up HF-0912004 is closed.", "en"),
    ],
)  # fmt: skip
def test_the_number_of_a_slip_is_nobodys(text: str, lang: str) -> None:
    assert not holds(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("编号为1203的住户。", "zh"), ("业主代码B0502。", "zh"), ("住户单1203漏水。", "zh"), ("身份证单号510123199003077777", "zh"),
        ("Notice 1203 was loud.", "en"), ("record 1203 drums", "en"),
    ],
)  # fmt: skip
def test_the_number_of_a_person_or_a_door_is_no_slip(text: str, lang: str) -> None:
    assert holds(text, lang)


@pytest.mark.parametrize(
    "text",
    [
        "根据居民投票，长椅由20张增至32张。", "桌子从8张减至6张。", "巡逻由2班增至3班。", "20张变32张。", "海报由12张减少到6张。",
        "长椅由二十张增至三十二张。", "班车由4班扩充至6班。", "长椅20张新增12张。", "监控由40路增至64路。", "砂由2方增至4方。",
    ],
)  # fmt: skip
def test_how_many_became_how_many_names_nobody(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    ["1203张增田漏水。", "20号张增至今没交费。", "由张增田签收。", "班增至12月没交费。", "路增在楼道抽烟。"],
)
def test_a_surname_that_counts_is_one_before_a_given_name(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "应家长要求，滑梯下加铺软垫12平方米。", "应学生们请求，自习室延长。", "应大家要求，增设路灯。", "应骑手请求，增设饮水点。",
        "经家长同意，活动改期。", "随家长一起进场。", "向家长说明情况。", "由家长陪同进场。", "据家长反映，秋千链条松了。",
    ],
)  # fmt: skip
def test_at_whose_wish_is_nobodys_name(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "应家长来过。",
        "应家长说要换锁。",
        "应老师要求换课。",
        "经家长说不同意。",
        "随家长骂人。",
        "向家长又来投诉。",
    ],
)
def test_a_surname_that_is_a_little_word_is_one_before_what_somebody_does(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Only 3 of 120 smoke alarms failed and all were swapped.", "Exactly 11 of the 240 fire hoses failed.", "Only 17 out of 230 bicycle tags were claimed.",
        "562 ballots have come back so far.", "Of 700 ballots, 562 have come back.", "Turnout was 312 of 480.", "7 out of 10 answered yes.",
        "The gardeners planted 650 shrubs.", "Another 240 plates were printed.", "There were 230 children at the fair.",
        "Noise complaints dropped from 112 to 87 in a year.", "Water consumption fell from 1203 to 1118 tonnes.",
    ],
)  # fmt: skip
def test_what_is_counted_in_english_is_no_door(text: str) -> None:
    assert not holds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "1203 dogs bark all night.", "1203 parties until dawn.", "3 of 1203 complained.", "He lives in 1203 of 8.", "1203 windows leak.", "Another 1203.",
        "She moved from 1203 to 1305.", "A pot fell from 1203 to 203.", "Water dropped from 1203 to 1103.", "1203 kids scream.", "Ask 1203 about the leaflets.",
        "1203 of 8 always complains.", "At least 1203 keeps quiet.", "We collected 1203 keys.",
    ],
)  # fmt: skip
def test_a_door_in_english_is_no_count(text: str) -> None:
    assert holds(text, "en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("喷泉修好了，看着精神不少。", "zh"), ("弘扬工匠精神。", "zh"), ("向商户收取保证金。", "zh"), ("装修押金可领取保证金收据退还。", "zh"), ("烈日炎炎，暂停户外作业。", "zh"), ("秋风送爽，天井落叶每日清扫3遍。", "zh"), ("梅雨天地面返潮。", "zh"),
        ("孩子们在唱卡拉OK。", "zh"), ("水电单总被抽走。", "zh"), ("改用水性漆行吗？", "zh"), ("出门请关好门窗。", "zh"), ("落款“开锁某处”。", "zh"), ("扶手暴晒后易烫手。", "zh"), ("玻璃门易碰伤。", "zh"), ("铁艺易生锈。", "zh"),
        ("Ball games broke a lamp.", "en"),
    ],
)  # fmt: skip
def test_seasons_spirits_and_ends_of_words_are_nobodys(text: str, lang: str) -> None:
    assert not holds(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("我妈精神失常。", "zh"), ("他团队精神病发作。", "zh"), ("他儿子取保在家。", "zh"), ("单总让保安打人。", "zh"), ("人叫卡拉的狗。", "zh"), ("邻居关好门把灯关了。", "zh"),
        ("落款“开锁强子”。", "zh"), ("邻居易烫手把门堵了。", "zh"), ("易小手说不修。", "zh"), ("She broke a hip.", "en"),
    ],
)  # fmt: skip
def test_an_illness_or_a_name_beside_them_stays_one(text: str, lang: str) -> None:
    assert holds(text, lang)


@pytest.mark.parametrize(
    ("text", "nickname"),
    [
        ("自称装修公司的“刀疤强”到处塞卡片。", "刀疤强"), ("号称民间侦探的“猫眼”来敲门。", "猫眼"), ("冒充电工的“大头鱼”上门。", "大头鱼"),
        ("人称小区一霸的“疯狗”。", "疯狗"),
    ],
)  # fmt: skip
def test_what_somebody_styles_himself_is_a_name(text: str, nickname: str) -> None:
    assert (nickname, FindingKind.NAME) in found(text)
    assert not holds("自称装修公司的“某处”到处塞卡片。")


@pytest.mark.parametrize(
    ("text", "name"),
    [("Linda 蒙把负三层转租。", "Linda 蒙"), ("Sara 时把车停门口。", "Sara"), ("Amy 明反映电梯坏了。", "Amy 明"), ("Jack 单骂人。", "Jack 单")],
)  # fmt: skip
def test_a_surname_behind_a_first_name_belongs_to_it(text: str, name: str) -> None:
    assert (name, FindingKind.NAME) in found(text)


@pytest.mark.parametrize(
    ("text", "space"),
    [("车停在M1-075一直没动。", "M1-075"), ("占了P1-033不走。", "P1-033"), ("F3-112被人占了。", "F3-112"), ("Q2-209的车主不接电话。", "Q2-209"), ("位子是北区40号。", "北区40号"), ("地库M层17号漏油。", "M层17号")],
)  # fmt: skip
def test_a_space_with_its_area_and_row_is_found_whole(text: str, space: str) -> None:
    assert (space, FindingKind.PARKING) in found(text)
    assert not holds("排风机型号M1-075已更换。")
    assert not holds("位子在第3排。")
    assert not holds("地库M层17号摄像头已更换，B层2号门已修好。")


def test_whoever_says_her_name_is_found() -> None:
    assert ("石大力", FindingKind.NAME) in found("我叫石大力，来报修。")
    assert not holds("我叫物业来修。")
