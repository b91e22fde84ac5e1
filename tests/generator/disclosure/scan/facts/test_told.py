"""What is told politely or described: each text is held by one row of the tables alone, so that no row can be lost unseen."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


@pytest.mark.parametrize(
    "text",
    [
        "肚子这么大了，电梯别停。", "快到日子了，请多留意。", "她有了身子，别装修。", "弟弟慢半拍，请等一等。", "他听不懂话，别催。",
        "星星的孩子怕吵。", "他想不开，请留意天台。", "她受不了刺激。", "心里很压抑，睡不着。", "经不起惊吓，别敲墙。",
    ],
)  # fmt: skip
def test_a_body_told_politely_is_held(text: str) -> None:
    assert scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "日子过不下去。", "我们俩已经分了。", "俩人早就散了，跟他彻底掰了。", "我们领了证。",
        "我常年倒夜班。", "她上大夜班，白天要睡。", "地铁倒班，白天补觉。",
    ],
)  # fmt: skip
def test_a_life_told_politely_is_held(text: str) -> None:
    assert scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "She was visiting her oncologist.", "My sister is due any day.", "She is in the family way.",
        "I have a weak bladder.", "My gammy leg hates the steps.", "She is isolating at home.",
        "We are in quarantine until then.", "My dad cannot manage the steps.",
        "He can no longer face the steps.", "My boy is non-verbal.", "Noise brings on meltdowns.",
        "They will scatter his ashes by the pond.", "The noise was her wake.", "I was let go.",
        "He got the sack.", "My firm went bust.", "She is engaged to him.",
        "Last Tuesday at about nine he knocked.", "The only tenant here who plays drums.",
    ],
)  # fmt: skip
def test_what_is_told_politely_in_english_is_held(text: str) -> None:
    assert scan_text(text, World(), Public(), "en").hold


@pytest.mark.parametrize(
    "text",
    [
        "底层的又淹水了。", "阁楼的半夜走动。", "那个养鸽子的太臭。", "挂着红灯笼的半夜放歌。", "全楼就他半夜唱歌。",
        "唯一那户还没交。", "新搬来的女孩总晚归。", "刚租的人家太吵。", "隔壁住着个阿訇。", "楼下按摩师凌晨收工。", "在水池边上的那位天天钓鱼。", "修表的那位很吵。",
        "那个捡纸箱的老太太把楼道堆满。", "那个爱下棋的大爷嗓门大。", "物业副主任骂人。", "居委会书记吃回扣。",
        "业委会那个会长不回信。",
    ],
)  # fmt: skip
def test_a_home_a_neighbour_or_an_officer_described_is_held(text: str) -> None:
    assert scan_text(text, World(), Public(), "zh").hold
