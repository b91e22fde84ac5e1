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


@pytest.mark.parametrize(
    "text",
    [
        "退役军人优待证可抵停车费首小时。", "低保家庭凭证减免清洁费。", "独居老人门磁报警器安装86户。", "节前走访军属与失独家庭共11户。", "骨密度检测免费,限60岁以上。", "丧事活动请到指定区域。",
        "困难家庭帮扶基金结余8,430元。", "抗美援朝纪念片周五放映。", "遗体接运车辆请走消防通道。", "失信名单不作为进出依据。", "家暴求助热线已张贴。", "单亲家庭互助群每周活动一次。",
        "吸毒人员帮教由社区负责。", "遗产继承人办理过户须带公证书。", "空巢老人结对46对。", "心梗黄金120秒海报。", "抑郁自评量表可扫码。", "老年食堂糖尿病餐每份12元。",
        "Low-income households pay half of the cleaning fee.", "Widows and orphans fund balance: 12,300 yuan.", "The flu clinic opens at nine in the hall.", "Allergy notice: the canteen uses peanut oil.",
    ],
)  # fmt: skip
def test_a_notice_to_everybody_is_free(text: str) -> None:
    assert not scan_text(text, World(), Public(), "en" if text.isascii() else "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "低保家庭凭证减免，我交过材料。", "失独家庭,想申请减免一年停车费。", "军烈属能不能减免物业费？", "独居老人三天没下楼，请走近看看。", "退伍老兵，义务铲小广告两年多，建议补贴。",
        "低保补贴没到账。", "空巢老人突然晕倒，请到窗口登记。", "刑满人员被安置到车库，请绕行。", "孕妇昨晚在展板前滑倒。",
    ],
)  # fmt: skip
def test_what_is_asked_for_or_happened_once_in_words_of_a_notice_is_held(text: str) -> None:
    assert scan_text(text, World(), Public(), "zh").hold
