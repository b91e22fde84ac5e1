"""Somebody's body and somebody's life, told without the word a list would have; and machines that have either."""

import pytest

from generator.disclosure.scan import FindingKind, Public, World, scan_text


def kinds(text: str, lang: str) -> set[FindingKind]:
    return {span.kind for span in scan_text(text, World(), Public(), lang).spans}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("我换过人工膝关节，台阶下不去。", "zh"), ("婆婆腰里打了钢钉，弯不下去。", "zh"), ("老伴脑子不清楚了，按错楼层。", "zh"),
        ("我血小板低，怕磕碰。", "zh"), ("我下个月要换肾。", "zh"), ("妈妈摔断了尾骨。", "zh"), ("I have MS and use a scooter.", "en"), ("爷爷老糊涂了认不得家门。", "zh"), ("怀着七个多月的身子还要爬九层楼。", "zh"),
        ("家母近来总忘事，请留意。", "zh"), ("孩子发育比别人慢，要人牵。", "zh"), ("我吃着抗抑郁药睡不好。", "zh"), ("我做完肠镜，马桶没水。", "zh"),
        ("I had a kidney removed in spring.", "en"), ("My son has cystic fibrosis.", "en"), ("I lost two fingers in the gate.", "en"),
        ("My knee was replaced last month.", "en"), ("She tore her tendon on the tile.", "en"), ("He has endocarditis.", "en"),
    ],
)  # fmt: skip
def test_what_was_done_to_a_body_is_health(text: str, lang: str) -> None:
    assert FindingKind.HEALTH in kinds(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("前天被警察带走的那个租客，钥匙在我这儿。", "zh"), ("去年家里着过火的那户墙还是黑的。", "zh"), ("家里死了人，这两天电梯别停。", "zh"),
        ("我被公司优化了，先交半年行不行？", "zh"), ("媳妇跟人跑了，没人接孩子。", "zh"), ("女婿打我女儿，求保安报警。", "zh"),
        ("我在殡仪馆上班，凌晨出门。", "zh"), ("老母亲九十三了，走得慢。", "zh"), ("我家四个孩子上学。", "zh"), ("爷爷当过志愿军。", "zh"),
        ("儿媳是越南人，看不懂通知。", "zh"), ("我是彝族人。", "zh"), ("家父走了刚满七天。", "zh"), ("我一人带仨。", "zh"), ("他离了三次婚。", "zh"), ("我是外卖骑手，没地方充电。", "zh"),
        ("We have adopted twin girls.", "en"), ("My husband is serving a sentence.", "en"), ("My mother turned ninety-four.", "en"),
        ("I teach maths at the school nearby.", "en"),
    ],
)  # fmt: skip
def test_an_event_or_a_way_of_life_that_singles_out_a_household_is_family(text: str, lang: str) -> None:
    assert FindingKind.FAMILY in kinds(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("水泵换过叶轮，振动值降到2.1。", "zh"), ("草坪退化严重，补播三次。", "zh"), ("供水管道老化，多处突出墙面。", "zh"), ("道闸主板糊涂得很。", "zh"),
        ("桂花树长势良好，未见萎缩。", "zh"), ("楼道感应灯反应慢，要跺脚。", "zh"), ("快递车压坏路缘石，赔了六百元。", "zh"),
        ("保洁员招聘6名，月薪4200元起。", "zh"), ("家里没人时水表都转。", "zh"), ("超时包裹移入室内。", "zh"), ("三个孩子一组参加运动会。", "zh"),
        ("外聘讲师来自高校，讲垃圾分类。", "zh"), ("党员志愿者上门更换灯管。", "zh"), ("打印机封条完好。", "zh"), ("我在家等了一天没人来。", "zh"),
        ("The old pump was replaced last month.", "en"), ("The pool has only one working filter.", "en"), ("The gate lost two hinges.", "en"),
        ("The residents' club turned out well.", "en"),
    ],
)  # fmt: skip
def test_a_machine_has_neither(text: str, lang: str) -> None:
    assert not kinds(text, lang) & {FindingKind.HEALTH, FindingKind.FAMILY}


@pytest.mark.parametrize(("text", "said"), [("我是律师。", "律师"), ("我是跑货运的，早出晚归。", "跑货运的")])
def test_who_somebody_says_she_is_is_found_and_not_only_doubted(text: str, said: str) -> None:
    (span,) = scan_text(text, World(), Public(), "zh").spans
    assert (text[span.start : span.end], span.kind) == (said, FindingKind.FAMILY)


def test_a_short_clause_is_found_as_a_whole_and_a_long_one_from_its_trigger() -> None:
    text = "请注意，我家孩子有先天性心脏缺损，谢谢。"
    (span,) = scan_text(text, World(), Public(), "zh").spans
    assert text[span.start : span.end] == "我家孩子有先天性心脏缺损"
    long = "昨天下午在北门等车的时候听见有人在后面大声地说起那件事情讲他住院"
    (late,) = scan_text(long, World(), Public(), "zh").spans
    assert long[late.start : late.end] == "住院"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("My dad is on home oxygen and the power cut scared us.", "is on home oxygen"),
        ("We are foster parents and need a second pram space.", "foster parents"),
        ("She is allergic to cat hair and the corridor is full.", "is allergic to cat hair"),
        ("My son is allergic to bee stings.", "is allergic to bee stings"),
        ("My husband has motor neurone disease.", "has motor neurone disease"),
        ("我们家是港籍双非家庭，孩子上学要证明。", "港籍双非家庭"),
        ("三代八口同住，水表不够。", "三代八口同住"),
        ("志愿铲雪队的手冻伤化脓，请假三天。", "手冻伤化脓"),
    ],
)
def test_what_tells_is_found_whole(text: str, whole: str) -> None:
    found = scan_text(text, World(), Public(), "en" if text.isascii() else "zh").spans
    assert any(whole in text[span.start : span.end] for span in found)
