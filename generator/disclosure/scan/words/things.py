"""What is told of things in words that begin with, or end in, the character of a surname: 俩大鹅, 黄兮兮, 侧门老锁着. Data of `nobody`."""

import re
from typing import Final

_COUNTED: Final = re.compile(
    "(?<=[0-9一二两三四五六七八九十几多半][只条头匹棵株盆块座口盏把张根台辆箱袋桶窝群丛段道扇面缸堆排截节])[大小老][一-鿿](?!姓|[姐哥叔婶嫂爷奶])"
    "|(?<=[俩仨])[大小老][鹅鸭鸡猫狗羊猪牛马鱼虾龟兔鸟箱桶缸盆包袋柜桌椅凳瓶罐坑洞碗锅灯门窗树花]"
)
"""俩大鹅, 一座小桥, 三头小牛: what is counted as people are not."""
_KEEPS_ON: Final = re.compile(
    "(?<=[一-鿿])老[锁开关亮闪响堵停摆放压占卡挂晾拉漏滴冒飘晃敲盯躺蹲垂淹泡黑塌缺坏断掉跳空响转烧热冷](?=着(?![急火凉落魔手想力])|不[停停亮开关着响])"
)
"""侧门老锁着, 灯老亮着: all the time."""
_LIES: Final = re.compile(
    "(?<=[处我你他她咱俺谁人])家(?=[朝向靠临挨近对][东南西北街路河门马山湖]|[娃门窗灯水电锁墙锅狗猫车][刚又总老都也就还全没被太一常]|保姆|阿姨|装空调|装修|搞装修|刚|又|也|总是|老是|天天|半夜|晚上|阳台|厨房)"
)
"""某处家朝西, 我家临街: where a home lies."""
_TOO: Final = re.compile(
    "(?<=[一-鿿])[费漆白毛水花叶石沙米油车门楼路井池钱云雷皮管木苗房林山江河湖温党商项单帅包牛马羊鱼龙麻豆金粟薄](?:太(?=[大小高低长短贵吵脏乱差滑暗亮冷热旧破窄宽厚薄急慢快重轻硬软松紧湿干远近早晚久满挤臭香咸甜苦辣老新浅深密稀吓难烦闷险]|多(?![次事嘴疑管心]))|(?=已经?[处清修换退交补付收扣划算核涂刷剪拔除烂坏满断掉干洗喷移种栽]))"
)
"""艺术漆太多, 高温费已经退: how much of a thing there is, and what became of it."""
_LIVELY: Final = (
    "兮兮|哇哇|乎乎|糊糊|溜溜|津津|腾腾|喷喷|飕飕|嗖嗖|邦邦|梆梆|绷绷|巴巴|塌塌|沓沓|答答|漉漉|淋淋|渍渍|腻腻|蒙蒙|茫茫|澄澄|晃晃|堂堂|麻麻|黢黢"
    "|酥酥|抖抖|颤颤|突突|滋滋|剌剌|喇喇|荡荡|巍巍|濛濛|粼粼|烁烁|压压|漆漆|沉沉|洞洞|魆魆|幽幽|油油|森森|葱葱|扑扑|通通|净净|秃秃|挤挤|悠悠|吞吞|烘烘|呼呼|辣辣|歪歪|愣愣|咧咧|唧唧|叨叨|嚷嚷|哄哄|嘟嘟囔囔"
)
_LOOKS_SO: Final = re.compile(
    f"[黄白黑红绿蓝灰紫青金银亮暗湿干滑粘黏油酸甜苦辣臭香咸胖瘦矮短长慢急直弯硬软松紧冷热凉暖空满厚薄毛光乱闹水平温华齐麻沉雾阴](?:{_LIVELY})"
    "|[黄白黑红绿蓝灰紫青金银亮华暖毛水光](?P<more>[一-鿿])(?P=more)(?=[的地])"
)
"""黄兮兮, 华丽丽地: an adjective of three characters."""
_SOUNDS: Final = "滴嗒哗噼啪轰隆乒乓叽叮当咚咕噜咯咔嚓咣哐嗡吱嘎呼嘭砰嘶嗖飕唰簌哔嘀嗷喵咩哞哼吭笃橐哒铛锵咿呀噗咝喳哧突嚷唧吚扑通"
_SOUND: Final = re.compile(
    f"(?<=[{_SOUNDS}]{{2}})[{_SOUNDS}]{{1,2}}|[{_SOUNDS}]{{2}}(?=[{_SOUNDS}])|(?<=[二京板高四坠中马])胡(?=[{_SOUNDS}]{{2}}|拉|响|吵|曲|声)|([{_SOUNDS}])\\1(?=[的地响叫]|一[阵片夜宿]|$|[^一-鿿])"
)
"""滴滴笃笃, 二胡吱吱: what is heard."""
_LETTER: Final = re.compile("(?<=[一二三四五六七八九十几这那每整两]|[写寄送收拆念发])封(?=信)")
"""写了第二封信."""
_DUE: Final = re.compile(
    "(?<![叫姓名])应(?=[发退付转寄送改换补扣加减归按由在给].{0,2}[到至给回为成还入出往在由按])"
)
"""应发到北区: where it should have gone."""
_PAINTED: Final = re.compile("漆成(?=[一-鿿]{1,2}色|了)")
_JUST_NOW: Final = re.compile(
    "(?:机子|建议|笔者|孩子|娃娃|车子|房子|屋子|店家|商家|老板|宝宝|物业|师傅|娃|家里)刚(?=[从在到入睡毕装买搬换修刷铺洗下上出走停接吃来回醒交打学开开])"
)
"""孩子刚睡着: a moment ago."""
_SO_HIGH: Final = re.compile("(?<=[得来起出])老[高长远厚深大粗](?![说把家在叔哥姐爷])")
"""堆得老高."""
_DOES_IT: Final = re.compile("阿(?=[能要会是有肯][一-鿿])(?!.[说把家在被和的])")
"""阿要再等: a question in the dialects of Wu."""
_PET: Final = re.compile(
    "(?:(?<=养的)|(?<=养了)|(?<=[只条遛喂牵溜]))(?:龙猫|泰迪|加菲|巴哥|博美|柯基|可卡|约克夏|秋田|杜宾|杜高|阿拉|三花|玄凤|文鸟|仓鼠|比熊|金毛|拉布拉多|边牧|萨摩|松狮|沙皮)"
)
"""养的龙猫: by its breed."""
_BURNT: Final = re.compile("(?<=[烧纸折叠撒金银])元宝|(?<=[滴流淌冒渗])黄汤")
"""在走廊烧元宝, 滴黄汤: of paper, and of rusty water."""
_ON_A_BRIDGE: Final = re.compile("[一-鿿]{1,2}桥(?=站(?:[,。;暂改停]|$)|[上下]口|桥[头下墩面])")
"""金水桥站: where a bus stops."""
_ALL_THE_WAY: Final = re.compile("(?<=一)路(?=[一-鿿]{2})|[一-鿿]某(?=处(?![理罚置长分]))")
"""一路泡泡, 赖某处: all the way, and a place that is not said."""
_CARRIAGE: Final = re.compile("(?<=[一-鿿])子车")
"""菜篮子车: no compound surname."""
_COLOURS: Final = re.compile("(?<=[一-鿿])[红黄蓝白绿黑紫灰橙粉]{3}(?!家)")
"""红蓝白晃眼."""
_TIMES: Final = re.compile(
    "(?<=[0-9一二两三四五六七八九十几])次才(?=[一-鿿])|查(?:起来|出来|下来|了[一半]|不[到出清])|柴烧|易(?=进[灰水])|会会(?=看)|有点(?=[一-鿿])"
)
"""三次才修好, 查起来费劲, 易进灰."""

BEGINNINGS: Final = (
    _COUNTED,
    _KEEPS_ON,
    _LIES,
    _TOO,
    _LOOKS_SO,
    _SOUND,
    _LETTER,
    _DUE,
    _PAINTED,
    _JUST_NOW,
    _SO_HIGH,
    _DOES_IT,
    _COLOURS,
    _PET,
    _CARRIAGE,
    _ALL_THE_WAY,
    _BURNT,
    _ON_A_BRIDGE,
    _TIMES,
)
"""Where one of them begins, no name does."""
