"""Names of illnesses and operations are made of few pieces, and a family is told by its kind; pipes, walls and crowds are not."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


@pytest.mark.parametrize(
    "text",
    [
        "保安夜巡时晕倒,查出二度房室传导阻滞。", "我爸右束支传导阻滞。", "我妈三尖瓣关闭不全。", "我二尖瓣反流，电梯停了上不去。", "查出Ⅱ期矽肺。", "老人呼吸衰竭，要供电。", "刚做完射频消融，要静养。",
        "我甲状旁腺增生。", "我刚做了球囊扩张。", "我妈室性心动过速。", "我先天性马蹄内翻足。", "我妈颈动脉斑块。", "我妈是胃食管反流。", "我踝关节扭挫伤。", "我脑供血不足。", "我有心包积液。", "我女儿室间隔缺损。",
        "我有髌骨软化。", "老人主动脉夹层。", "我有胃下垂。", "我有肠粘连。", "老人肺栓塞。", "确诊三级脂样病变。", "我妈要做肛瘘切开术。",
        "I have second-degree heart block.", "My father has aortic regurgitation.", "She has atrial fibrillation.", "I have an arrhythmia.", "She has an aneurysm.", "I am on haemodialysis.", "I have an ulcer.",
        "He has stage two liver disease.",
    ],
)  # fmt: skip
def test_an_illness_is_found_by_how_its_name_is_made(text: str) -> None:
    verdict = scan_text(text, World(), Public(), "en" if text.isascii() else "zh")
    assert "health" in {span.kind.value for span in verdict.spans}


@pytest.mark.parametrize(
    "text",
    [
        "管道炎热变形。", "电机增生油垢。", "水管支架松动。", "设备功能不全，已报修。", "水泵衰竭，已换。", "墙面溃疡状起皮。", "木材结节处开裂。", "二度污染防治。", "为业主的事心力交瘁。", "绿篱增生过密。",
        "阀门关闭不全。", "闸阀关闭不全，渗水。", "通道阻滞，已疏通。", "水箱积液已排。", "二级配电箱脱位。", "三级教育已完成。", "门铰链脱位，已修复。", "污水反流。", "管道扩张段更换。", "吊顶下垂。",
        "涂层粘连。", "管道栓塞。", "线路供电不足。", "路面缺损修补。", "墙面斑块脱落。", "井道造影。", "吊顶夹层积水。", "积雪消融。", "滤网切除。", "软化水箱。", "查出二级管网破裂。", "绿植修剪技术。",
        "肺结节筛查义诊周六开展。", "为居民提供骨质疏松、颈动脉斑块免费筛查。",
        "The block of flats.", "The second-degree burn drill.", "A regurgitation of sewage.",
    ],
)  # fmt: skip
def test_what_fails_in_a_building_is_no_illness(text: str) -> None:
    assert not scan_text(text, World(), Public(), "en" if text.isascii() else "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "班车点挪到北门后,我们双职工家庭真接不过来。", "隔壁是教师家庭。", "对门军人家庭。", "我家三代从医。", "周末夫妻，平时没人。", "双警家庭，孩子没人接。", "我家双军人家庭。", "我们是丁克。", "我家拆迁户。",
        "我们是失独家庭。", "对门空巢家庭。", "外来务工家庭，请理解。",
        "We are a two-income family.", "We are a one-parent family.", "We are empty nesters.", "We are a migrant family.", "Next door is a military family.",
    ],
)  # fmt: skip
def test_what_a_family_is_is_found(text: str) -> None:
    verdict = scan_text(text, World(), Public(), "en" if text.isascii() else "zh")
    assert "family" in {span.kind.value for span in verdict.spans}


@pytest.mark.parametrize(
    "text",
    [
        "双职工子女暑托班开始报名。", "为双职工家庭提供暑期托管。", "我们为双职工家庭提供暑期托管。", "慰问军属。", "回迁户安置房办证。", "亲子家庭报名。", "文明家庭评选。", "五好家庭。", "家庭装修垃圾。", "拆迁户安置办理。",
        "服务对象是双职工家庭。", "孩子家长是双职工家庭的可申请延时托管。", "The two-income threshold.", "Family day is on Saturday.",
    ],
)  # fmt: skip
def test_families_of_a_kind_are_nobodys(text: str) -> None:
    assert not scan_text(text, World(), Public(), "en" if text.isascii() else "zh").hold
