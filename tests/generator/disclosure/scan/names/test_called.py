"""What neighbours call one another and what the staff is called by post; homes, spaces and moments in rarer words. Both sides."""

import pytest

from generator.disclosure.scan import FindingKind, PrivateValues, Public, World, scan_text

K = FindingKind


def found(text: str, world: World | None = None) -> list[tuple[str, FindingKind]]:
    verdict = scan_text(text, world or World(), Public(), "zh")
    return [(text[span.start : span.end], span.kind) for span in verdict.spans]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Z先生投诉噪音。", "Z"), ("大伙都叫他百事通，什么都传。", "百事通"), ("邻居们喊金嗓子的阿姨又开唱了。", "金嗓子"), ("老古头养鸽子。", "老古头"),
        ("四眼仔又来贴小广告。", "四眼仔"), ("奥特曼妈妈在楼道晾被子。", "奥特曼妈妈"), ("建国他妈在楼梯口择菜。", "建国他妈"), ("是国庆他哥把桶踢翻的。", "国庆他哥"),
        ("尹家老大骑摩托炸街。", "尹家老大"), ("练家姐妹跳绳。", "练家姐妹"), ("老班长天天甩鞭子。", "老班长"), ("大块头天天在门口抽烟。", "大块头"), ("刀疤刘在地库修车。", "刀疤刘"), ("铁柱，别再停坡道上！", "铁柱"),
        ("小孩多多把滑板扔进水池。", "多多"), ("中介小能带人看房不关门。", "小能"), ("租客伊万诺夫不懂分类。", "伊万诺夫"), ("邻居过先生同意拆。", "过先生"), ("戴眼镜的前台说话很冲。", "戴眼镜的前台"),
    ],
)  # fmt: skip
def test_a_nickname_is_found_by_its_shape_or_by_who_says_it(text: str, name: str) -> None:
    assert (name, K.NAME) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "B座先看。", "大家都叫他小声点。", "大家都喊停。", "老镜头换了。", "老码头路灯亮了。", "新手妈妈请走坡道。", "很多妈妈反映滑梯烫。",
        "各位妈妈请注意。", "今天他妈来过。", "国家女儿墙加固。", "灯头子松了。", "物业，请你修门。", "孩子天天跑。", "路灯灯泡坏了。", "我们都叫他别停。",
        "工程，请你们快一点。", "高大个子每天来锻炼。",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_nickname_is_left_alone(text: str) -> None:
    assert not [value for value, kind in found(text) if kind is K.NAME]


STAFF = World.build(
    [PrivateValues(name="鲁晓燕"), PrivateValues(name="梅昌盛"), PrivateValues(name="边星河")],
    ["危大勇", "车前", "仉军", "水生", "由之", "应龙", "贡献"],
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("夜班危保安复位。", "危保安"), ("夸一下车师傅，修得好。", "车师傅"), ("夸一下车保安，修得好。", "车保安"), ("仉技工停机换垫。", "仉技工"), ("边业主来电。", "边业主"), ("昨晚是应保安当班。", "应保安"), ("贡献加班到凌晨。", "贡献"),
        ("燕子家门口的灯坏了。", "燕子"), ("昌盛家的空调滴水。", "昌盛"), ("边家的门铃坏了。", "边家的"),
    ],
)  # fmt: skip
def test_whom_the_register_knows_is_found_by_post_nickname_and_household(text: str, name: str) -> None:
    assert (name, K.NAME) in found(text, STAFF)


@pytest.mark.parametrize(
    "text",
    [
        "请下车师傅们。",
        "货车师傅装卸。",
        "水电工来过。",
        "停水保洁改期。",
        "由保安处理。",
        "应业主要求改期。",
        "邻居贡献花苗。",
        "生意昌盛。",
        "旁边家具店。",
    ],
)
def test_a_word_with_a_surname_of_the_register_in_it_is_nobody(text: str) -> None:
    assert not found(text, STAFF)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("业主住5栋东单元1903，漏水。", "5栋东单元1903", K.ROOM), ("8#楼甲单元4层漏水。", "8#楼甲单元4层", K.ROOM), ("六号楼东头一层开饭桌。", "六号楼东头一层", K.ROOM),
        ("A3-1201把防火门拆了。", "A3-1201", K.ROOM), ("钥匙落在14楼3号门。", "14楼3号门", K.ROOM), ("拐角那栋的903天天烧纸。", "903", K.ROOM), ("储藏室15号有人住。", "储藏室15号", K.ROOM),
        ("我楼上十五零一弹琴。", "十五零一", K.ROOM), ("地库二区19号那位举报的。", "二区19号", K.PARKING), ("二百一十六号位子被占。", "二百一十六号", K.PARKING),
        ("周三凌晨3:15车被砸。", "周三凌晨3:15", K.DATETIME), ("国庆当晚9点20放烟花。", "国庆当晚9点20", K.DATETIME), ("上礼拜六下午三点爆管。", "上礼拜六下午三点", K.DATETIME),
        ("20261007 02:15拍到他。", "20261007 02:15", K.DATETIME), ("鲁B五五K六二的司机骂人。", "鲁B五五K六二", K.PLATE), ("军官证南字第0183377号。", "南字第0183377号", K.ID),
        ("门禁密码4471#谁都知道。", "4471#", K.NUMBER), ("购房合同CD-2019-88123。", "CD-2019-88123", K.CERTIFICATE),
    ],
)  # fmt: skip
def test_a_home_a_space_or_a_moment_in_rarer_words_is_found(text: str, value: str, kind: FindingKind) -> None:
    assert (value, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "五层3户居民已通知。", "二区19号门已修。", "一区3号泵停机。", "除夕当天18:00后停运。", "周三上午9点至11点停水。", "储藏室15平方米。", "密码锁换了4把。",
        "施工合同HT-2019-88123已签。", "A3纸120张。", "中单元门已换。",
    ],
)  # fmt: skip
def test_a_thing_a_count_or_a_notice_is_none(text: str) -> None:
    assert not found(text)
