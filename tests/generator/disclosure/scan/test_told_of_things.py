"""What is told of things beside the character of a surname, by class; and the person who stands in the same place."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


def holds(text: str) -> bool:
    return scan_text(text, World(), Public(), "en" if text.isascii() else "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "隔壁散养俩大鹅，天不亮就叫。", "池子上添了一座小桥。", "地铁口侧门老锁着。", "灯老闪着，晃眼。", "某处家朝西不向阳。", "某处家保姆把拖把伸到窗外甩。",
        "门口艺术漆太多。", "高温费已经退了。", "水管里的水黄兮兮的。", "砖缝里华丽丽地长出蘑菇。", "滴滴笃笃吵死人。", "二胡吱吱呀呀拉到半夜。", "上周又写了第二封信。",
        "取件码应发到北区。", "新能源车位漆成绿色。", "某处家娃刚睡着又吓醒。", "修了三次才修好。", "地砖翘起来老高。", "阿要再等半个月？", "转灯红蓝白晃眼睛。",
        "家养的龙猫半夜蹬轮子。", "把婴儿车当菜篮子车。", "楼下有银杏，求修剪。", "把小风扇换了。", "讲的是方言。", "漏水登门说吧。", "称房东不让动暖气。",
        "鹩哥天天叫“您好请讲”。", "压力表Y-100量程偏小。", "地坪颜色RAL7040。", "污水检查井编号从W01编到W86。", "捞出拖把头一个。", "缺德带冒烟的把狗屎踩得到处都是。",
        "封阳台被贴了条，我不服！", "空调水莫滴到我雨棚上。", "大王椰修剪共56株。", "桨板社借走了中阮。",
        "于走廊烧元宝，烟味入屋。", "公交改线，金水桥站暂不停靠。", "空调机房烫手，谁赔？", "楼檐上吊着一米多长的冰溜子。", "白毛风刮了两天。",
        "一路泡泡流到门口。", "赖某处没关门。", "非要送上门，跟小哥杠上了。", "他只会怪保姆。", "替阿姨交的卡费。", "找老师说过了。", "有会计说过要补票。", "滴黄汤滴了半盆。", "氟利昂嘶嘶地漏。",
        "The vote: residents voted 212 to 41 for the racks.", "The koi pond is drained for relining.",
    ],
)  # fmt: skip
def test_what_is_told_of_a_thing_is_nobodys_name(text: str) -> None:
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "一个小胡把门砸了。", "楼上老锁说没事。", "邻居老关着急回家。", "楼上漆太太来电。", "毛太多管闲事。", "黄丽丽又在楼道骂人。", "楼上胡吱声没？", "楼上应发家漏水。",
        "邻居李刚打孩子。", "老高家漏水。", "阿能说明天来。", "阿要家漏水。", "楼上龙猫又骂人。", "联系子车先生。", "把老疙瘩骂了一顿。", "和老疙瘩喝酒。", "陪王先生上楼。",
        "他外号叫“刀疤强”。", "把头一家又在吵。", "家里被法院贴了条。", "业主Y-100来电。", "楼上大鹅又骂人。",
        "楼上元宝又骂人。", "路泡泡家漏水。", "赖某说他没锁。", "盼先生来电。", "虎师傅来过。", "赖师傅来过。", "联系金水桥。", "桂技工来过。", "他在树上上吊死的。", "房东白毛风把门砸了。",
    ],
)  # fmt: skip
def test_who_stands_there_stays_somebody(text: str) -> None:
    assert holds(text)
