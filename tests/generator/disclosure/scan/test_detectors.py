"""Layer B, module by module: what it finds without knowing anybody, and what it leaves alone."""

import pytest

from generator.disclosure.scan import FindingKind, Public, World, scan_text

K = FindingKind


def found(text: str, lang: str = "zh") -> list[tuple[str, FindingKind]]:
    return [
        (text[span.start : span.end], span.kind) for span in scan_text(text, World(), Public(), lang).spans
    ]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("电话13812345678", "13812345678", K.PHONE),
        ("电话138，1234，5678", "138，1234，5678", K.PHONE),
        ("打(+86)138 1234 5678", "(+86)138 1234 5678", K.PHONE),
        ("尾号5678", "5678", K.PHONE),
        ("座机0755-26881234转801", "0755-26881234转801", K.LANDLINE),
        ("固话26881234", "26881234", K.PHONE),
        ("证件510104196508129939", "510104196508129939", K.ID),
        ("身份证末六位12993X", "12993X", K.ID),
        ("卡6222020000001234567", "6222020000001234567", K.BANK),
        ("卡号尾号 6688", "6688", K.BANK),
        ("川A·D12345挡路", "川A·D12345", K.PLATE),
        ("粤B 1 2 3 4 5", "粤B 1 2 3 4 5", K.PLATE),
        ("川A9**", "川A9**", K.PLATE),
        ("车牌尾号K8821的车", "K8821", K.PLATE),
        ("苏(2019)南京市不动产权第0001234号", "苏(2019)南京市不动产权第0001234号", K.CERTIFICATE),
        ("房产证号20081234", "20081234", K.CERTIFICATE),
        ("li_lei(at)qq点com", "li_lei(at)qq点com", K.EMAIL),
        ("lilei#qq", "lilei#qq", K.EMAIL),
        ("邮箱lilei88", "lilei88", K.EMAIL),
        ("加我微信：sunny-day", "sunny-day", K.WECHAT),
        ("找big_tiger99", "big_tiger99", K.WECHAT),
        ("扣扣 308812345", "308812345", K.QQ),
        ("12栋3单元1201室", "12栋3单元1201室", K.ROOM),
        ("六幢", "六幢", K.ROOM),
        ("A座1502", "A座1502", K.ROOM),
        ("甲3号楼", "甲3号楼", K.ROOM),
        ("5#1203", "5#1203", K.ROOM),
        ("9-1-1404", "9-1-1404", K.ROOM),
        ("三单元底楼", "三单元底楼", K.ROOM),
        ("楼上902吵", "902", K.ROOM),
        ("1602的邻居", "1602", K.ROOM),
        ("住12楼", "12楼", K.ROOM),
        ("5楼那家", "5楼", K.ROOM),
        ("22楼2203", "22楼2203", K.ROOM),
        ("车位A-066", "A-066", K.PARKING),
        ("负二层71号那家", "负二层71号", K.PARKING),
        ("负三层四十二号漏油", "负三层四十二号", K.PARKING),
        ("B1-F088那台房车发电", "B1-F088", K.PARKING),
        ("8月14日21:30", "8月14日21:30", K.DATETIME),
        ("2026年9月2日6点45分", "2026年9月2日6点45分", K.DATETIME),
        ("昨晚11点半", "昨晚11点半", K.DATETIME),
        ("我妈心脏搭过桥", "我妈心脏搭过桥", K.HEALTH),
        ("生日是1970年3月2日。", "1970年3月2日", K.DATETIME),
        ("我爬到七楼。", "七楼", K.ROOM),
        ("单亲妈妈", "单亲妈妈", K.FAMILY),
        ("刑满释放", "刑满释放", K.FAMILY),
    ],
)
def test_private_things_are_found_in_chinese(text: str, value: str, kind: FindingKind) -> None:
    assert (value, kind) in found(text)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("Room 1204 of Block 5", "Room 1204 of Block 5", K.ROOM),
        ("Tower 3, Flat 1105", "Tower 3, Flat 1105", K.ROOM),
        ("the man in 4C", "4C", K.ROOM),
        ("the 5th floor resident", "5th floor", K.ROOM),
        ("bay 88", "bay 88", K.PARKING),
        ("August 14 at 9:30 am", "August 14 at 9:30 am", K.DATETIME),
        ("9:30 on 14 August", "9:30 on 14 August", K.DATETIME),
        ("one three eight 0000 1234", "one three eight 0000 1234", K.PHONE),
        ("he uses a wheelchair", "uses a wheelchair", K.HEALTH),
        ("she is divorced", "divorced", K.FAMILY),
    ],
)
def test_private_things_are_found_in_english(text: str, value: str, kind: FindingKind) -> None:
    assert any(value in span and kind is of for span, of in found(text, "en")), found(text, "en")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("邻居老邱家", "老邱家"), ("值班谷电工到场", "谷电工"), ("葉太说", "葉太"), ("找羊叔叔", "羊叔叔"), ("找老周天亮就走。", "老周天亮"), ("楼下胖婶", "胖婶"), ("赵家漏水", "赵家"),
        ("和阿强说", "阿强"), ("大庞不管", "大庞"), ("梅姐来了", "梅姐"), ("静静妈来了", "静静妈"), ("赵家外墙", "赵家"), ("豆豆在哭", "豆豆"),
        ("我叫常乐，", "常乐"), ("姓石的保安", "石"), ("业主农世杰来电", "农世杰"), ("同学夏天宇的", "夏天宇"), ("隔壁简家装修", "简家"),
        ("外号“胖刁”", "胖刁"), ("网名快乐风男，", "快乐风男"), ("@静静妈 你好", "静静妈"), ("“辣椒”是她网名", "辣椒"), ("儿子贝贝哭", "贝贝"),
        ("叫铁柱的保安", "铁柱"), ("阿依古丽·买买提", "阿依古丽·买买提"), ("翠花在群里说", "翠花"), ("周大勇借钱", "周大勇"), ("邓了", "邓"), ("吕不韦说", "吕不韦"),
        ("，农世杰，", "农世杰"), ("，白洁。", "白洁"), ("张和平说", "张和平"), ("扎西", "扎西"), ("Tony 卢说", "Tony 卢"), ("问过Kevin", "Kevin"),
    ],
)  # fmt: skip
def test_people_are_found_in_chinese(text: str, name: str) -> None:
    assert (name, K.NAME) in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. K complained.", "Mr. K"), ("Plumber Chen Gang came.", "Plumber Chen Gang"), ("Thank Wang shifu.", "Wang shifu"), ("by J. Smith", "J. Smith"),
        ("my name is bogdan petrov and", "bogdan petrov"), ("a man named Will Hope", "Will Hope"), ("I saw Zhao Min there.", "Zhao Min"), ("Bogdan left early.", "Bogdan"),
        ("our neighbor kevin parks", "kevin"), ("Rose asked for it.", "Rose"), ("it was OMAR", "OMAR"), ("Xiaohua again.", "Xiaohua"), ("Told Will again.", "Will"),
        ("Nkechi Diop came.", "Nkechi"),
    ],
)  # fmt: skip
def test_people_are_found_in_english(text: str, name: str) -> None:
    spans = scan_text(text, World(), Public(), "en").spans
    gone = "".join(text[span.start : span.end] for span in spans)
    assert all(part in gone for part in name.split())


@pytest.mark.parametrize(
    "text",
    [
        "小区共有9栋高层、2栋商业。", "对12栋楼全部完成清洗。", "遮阳棚1座。", "定于11月8日14:30召开业主大会。", "10月20日9:00-17:00停水。", "11月8日8:30前恢复。",
        "施工方案安全可行。", "保安队长组织学习。", "王工业园。", "老方案作废。", "小区百姓放心。", "商家装修须报备。", "天天巡查。", "联系人：管家。", "报修请找前台。",
        "支架松动已加固。", "隔壁商家已整改。", "由领班每日检查，向主管报告。", "姚家路的路灯由市政负责。", "甲醛浓度0.06毫克每立方米。", "小明确了时间。", "嗯芳姐", "我三哥来了。", "爱心轮椅免费借用。", "退役电梯部件已回收。", "向北京方面了解。", "找王府井商场。", "安全第一。", "使用App和LED。", "常备水泵2台。",
        "文明施工，张贴告示。", "三三两两的落叶已清扫。", "川A级标准。", "车牌识别系统升级。", "业主接待日为每周三14:00-17:00。", "收费80元一台。", "容积率1.8，绿地率35%。", "更换路灯灯泡73只。", "有保洁员巡查。", "由维修工上门。", "猫走丢了已找回。", "婴儿推车寄存处。", "须年满16周岁。", "腰线砖开裂。", "右手边墙面开裂。", "东方不亮西方亮。", "请本人来取。", "视频太大传不上来。", "共计612户。", "向阳面的窗。",
    ],
)  # fmt: skip
def test_ordinary_chinese_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_plate_has_a_digit_and_a_familiar_name_is_no_rank_of_kin() -> None:
    assert found("沪abcd路。") == [("abcd", K.NAME)]
    assert found("眼镜哥的车") == [("眼镜哥", K.NAME)]


@pytest.mark.parametrize(
    "text",
    [
        "Rose Garden opens in May.",
        "Long queues at the West Gate.",
        "Manager office hours changed.",
        "Manager Office hours changed.",
        "Elevator operation resumed.",
        "Will the fee change?",
        "May is busy.",
        "LED lamps from Otis.",
        "Parking improved; Repainted lines.",
        "The meeting will be on 6 December at 14:00.",
        "A man called the office.",
        "In all 118 of 150 forms were returned.",
        "The stairs were unlit.",
        "Of 48 complaints, 45 were answered.",
        "Toddler pool closed; mute the alarm.",
        "Quiet hours during the college entrance exams.",
    ],
)
def test_ordinary_english_is_left_alone(text: str) -> None:
    assert found(text, "en") == []
