"""A service for many is nobody's fact; what befell one of them stays hers, though the sentence speaks of volunteers."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("顶楼老人瘫痪在床，志愿者每周上门。", "zh"), ("独居老太太摔断腿，志愿者送饭。", "zh"), ("社区慰问丧偶的老太太。", "zh"),
        ("社区慰问刚做完手术的业委会主任。", "zh"), ("志愿者看望得了癌症的老裁缝。", "zh"), ("老教授中风，禁止燃放鞭炮。", "zh"),
        ("有租客吸毒，已宣传禁毒。", "zh"), ("有抑郁租客轻生，社区已开展心理讲座。", "zh"), ("刚出狱的租客已签承诺书，禁止群租。", "zh"),
        ("The deaf tenant upstairs cannot hear, so don't ring.", "en"),
        ("The blind woman can use the side door.", "en"),
        ("Volunteers visit the widow on the top floor.", "en"),
        ("Please do not knock: the tenant above is dying of cancer.", "en"), ("社区志愿者上门，业主刚做完透析。", "zh"),
        ("老人突然中风，志愿者送医。", "zh"),
    ],
)  # fmt: skip
def test_what_befell_one_is_held_beside_a_service_for_many(text: str, lang: str) -> None:
    assert scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("为行动不便的老人提供代扔垃圾服务，请拨打服务热线。", "zh"), ("社区为辖区孤寡老人免费理发。", "zh"), ("已联合社区慰问困难家庭12户。", "zh"),
        ("八一建军节慰问小区退役军人。", "zh"), ("开展老年人防跌倒讲座，讲解骨质疏松知识。", "zh"), ("组织党员志愿者为空巢老人打扫卫生。", "zh"),
        ("Volunteers visited elderly residents before the festival.", "en"),
        ("We hold a free blood pressure check on the first Monday of the month.", "en"),
        ("严禁在楼道赌博、打麻将。", "zh"), ("小区内发现有人吸毒请拨打110举报。", "zh"),
    ],
)  # fmt: skip
def test_a_service_for_many_is_free(text: str, lang: str) -> None:
    assert not scan_text(text, World(), Public(), lang).hold
