"""Detector of names that are ordinary words: 于洋来电, 已派冬梅上门, 小方说, 孙女士, 江家的狗; where a person stands or acts."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import CJK, GIVEN_NAME, any_of, one_of
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.patterns import parts, word_set
from generator.disclosure.scan.words.surnames import FUNCTION_WORDS, MEDIUM, SINGLE, STRONG
from generator.disclosure.scan.words.titles import PREPOSITIONS

_CALLED: Final = word_set(
    """于洋 于海 于是 文静 文雅 高明 高峰 高洁 高远 高尚 高原 黎明 马力 马达 马路 方圆 方正 方便 方舟 建军 建国 建华 建设 冬梅 红梅 腊梅 春梅 国庆 胜利 春花 秋月 春兰 爱国 爱民 向阳 海洋 夏天 夏雨 秋雨 春雨 春天 长江 黄河 黄海 和平 卫东 卫国
    平安 幸福 光明 红旗 解放 前进 团结 友谊 东升 东方 朝阳 旭日 晨光 阳光 星辰 晓春 立春 立夏 立秋 立冬 谷雨 小满 白露 冬至 清明 元旦 金星 金山 银河 白云 白雪 白杨 白桦 白帆 雪莲 雪花 玉兰 牡丹 芙蓉 海棠 丁香 百合 水仙 茉莉 荷花 桂花 菊花 梅花 石榴 海燕 燕子 喜鹊
    安静 安宁 安康 安稳 宁静 平静 文明 文化 成功 成长 成才 远航 启航 起航 远方 明亮 明白 明星 明月 江山 江河 江南 江海 山川 山峰 山河 林海 森林 田野 原野 时光 时间 未来 希望 理想 梦想 常青 长青 长春 长城 富强 富贵 富裕 自强 自立 自然 天然 乐观 乐意 关心 关爱 关键 温暖 温和 温馨 温柔
    程序 程度 成熟 沉静 易行 易经 易水 任重 任意 任性 段落 余波 余音 余粮 余晖 盛世 盛夏 盛开 盛况 祝福 祝愿 祝贺 简单 简洁 简朴 简易 康宁 康乐 康健 康复 甘泉 甘甜 甘露 甘草 苗条 苗圃 凌云 凌霄 凌晨 雷达 雷雨 雷霆 万里 万年 万象 万能 万一 万全 连翘 连绵 连续 计划 路遥 路灯 边疆 边防 金刚 金银 金秋 金榜
    良好 善良 真诚 真实 如意 吉祥 勇敢 坚强 英勇 英雄 英明 聪明 美丽 美好 漂亮 快乐 欢乐 开心 可心 可乐 欣欣 向荣 繁荣 兴旺 兴盛 大海 大山 大江 大力 大勇 小雨 小雪 小草 小丽
    王国 王道 王力 王朝 黄山 黄安 黄兴 黄梅 黄金 黄影 黄桃 唐山 唐诗 刘海 吴国 李树 杨梅 杨树 华山 华丽 华南 华阳 安生 安东 安国 安庆 安立 安乐 安定 安泰 安源 张力 张望 徐海 朱红 林木 罗兰 金华 金利 金花 金发 金声 金川 金根 魏国 鲁国 叶子 向东 向南 向北 向善 夏雷
    文华 文山 文峰 文章 方军 方平 申明 申生 苏林 苏南 苏木 龙江 龙柏 严明 乔木 何力 关山 关平 宋词 晋阳 松林 梁柱 武安 武功 田园 石河 石林 石英 石开 石湖 童心 许可 贺海 雷声 雷锋 霍然 高兴 高松 高阳 高升 高树 古松 吉安 岳阳 应明 惠民 景山 景泰 景行 曲阳 杜仲 柳树 柳絮
    江东 江安 江湖 甘宁 程文 胡桃 解明 谢意 郑重 辛勤 辛然 钟声 阳城 齐心 齐鸣 常胜 常安 时新 周全 周正 周密 易帜 白鸽 白鹭 白灵 柏林 云海 云飞 云山 云峰 云霞 水清 水生 牧歌 牧云 路平 路通 项链 陆离 孟夏 孟春 季春 季风 武艺 沈静 温情 舒心 舒畅 左岸 包容 花开 花香 鱼跃 谈笑 谈心 宁远 高歌
    志强 志远 志刚 德顺 德福 建平 建明 秀英 秀兰 桂兰 桂英 玉梅 玉珍 淑芬 淑珍 美玲 海波 海涛 晓东 晓明 晓峰 永强 永刚 国强 国栋 俊杰 文斌 文武 金宝 金锁 来顺 来福 大壮 大柱 二柱 铁柱 长生 长贵 有才 有福 有根 福生 福贵 根生 水根 喜来 双喜 三喜 四喜 进财 进喜 得胜 得福 守义 守信"""
)
"""Ordinary words that people are called, with a surname or by their given name."""
_NEVER_ALONE: Final = word_set(
    "于是 马路 方便 时间 文化 程度 程序 段落 计划 路灯 凌晨 连续 万一 关键 任意 简单 森林 苗圃"
)
_HOW: Final = word_set(
    "高兴 安心 郑重 辛勤 严明 温柔 温和 勇敢 坚强 真诚 善良 良好 开心 快乐 乐意 成功 自立 自然 明白 简单 安静 文明 齐心 关心 舒心 舒畅 周全 周密 安稳 安康 宁静 平静 幸福 团结 乐观 包容 许可 申明 连绵 如意 和平 解放 自强 希望 真实 天然 漂亮 美丽 美好 聪明 冷静 张望 谈笑 谈心 成长 前进 启航 起航 盛开 祝福 祝愿 祝贺 关爱 万能 康复"
)
"""They also say how somebody does something: 高兴答应 is no name, 高兴师傅 is."""
_WORD: Final = any_of(_CALLED - _NEVER_ALONE - _HOW)
_ANY_WORD: Final = any_of(_CALLED - _NEVER_ALONE)
_DOES: Final = "(?:修得|来电|致电|来访|咨询|反映|投诉|报修|求助|表示(?!屏)|答应|不肯|拒绝|承认|道歉|上门|到场|到现场|接报|签收|签字|帮我|帮忙|说(?!明)|骂|吵了|半夜|又在|又把|把(?!关|握)|就?修好|放学|刷不开|的(?:门禁|业主卡|车位|车|快递|电话|手机|狗|猫|孩子|房子|家)|家(?:的|里|门|那)|师傅|阿姨|先生|女士|大姐|大哥|大爷|大妈|老师|经理|主管|队长|，|,)"
_TO: Final = "(?:支持|客服|楼上|楼下|隔壁|对门|已派|派了?|点名表扬|表扬|转告|联系|通知|回访|回复|责成|安排了?|投诉人|报修人|联系人|经办人?|落款|电工|保安|保洁|维修工|水工|绿化工|管家|前台|值班|业主|住户|租客|邻居|房东|我女儿|我儿子|我老公|我老婆|我爱人|我妹|我弟|我姐|我哥)"
_ACTING: Final = re.compile(
    f"(?:^|(?<=[,.;:!?。，；：！？\\n 和跟被让]))(?P<it>{_WORD})(?={_DOES}(?<![,，]))"
)
_TITLED: Final = re.compile(
    f"(?:^|(?<=[,.;:!?。，；：！？\\n ])|{_TO}|感谢|谢谢|请|找)(?P<it>{_ANY_WORD})(?=师傅|阿姨|先生|女士|大姐|大哥|大爷|大妈|老师|家(?:的[狗猫孩]|门口)|的(?:门禁卡|业主卡|狗|猫))"
)
"""文静来电: at the beginning of a clause, before what only a person does."""
_ADDRESSED: Final = re.compile(
    f"{_TO}[: ]?(?P<it>{_WORD})(?=(?:{_DOES}|及时|冒雨|十分钟|已|上|来|去|别|刮|撞|又|没|修|态度|登记|回电|处理|未果|[、和与.。;；!！]|$))"
)
_ADDED: Final = re.compile(
    f"(?:被|和|跟|找|给|联系|那个|感谢|谢谢|多亏|就是|是)(?P<it>{_WORD})(?=及时|冒雨|刮|撞|打|骂|推|吵|说|拿|问|借|要|发|扔|丢|砸|倒|未果|又来|干的|弄的|的(?:车|狗)|[,，.。!！]|$)(?<!是)"
)
_GREETED: Final = re.compile(
    f"(?:^|(?<=[.;!?。！？\\n]))(?P<it>{_WORD})(?=[您你]好|[(（](?:业主|住户|租户|租客|女|男))"
)
"""明月您好, 于洋（业主）."""

_WOMAN: Final = re.compile(f"(?P<it>{one_of(SINGLE - FUNCTION_WORDS - PREPOSITIONS | {'单'})}女士)(?![兵官])")
"""孙女士: whatever word the surname and the first half of the title make; nobody else is called so."""
_NO_TITLE_BEFORE: Final = re.compile("[老各几位些名数两多众本该某]$")

_MASKED: Final = re.compile(
    f"(?<![0-9一二三四五六七八九十两几])(?P<it>{one_of(STRONG | MEDIUM - set('周'))}(?:[*×]{{1,2}}|[Xx]{{1,2}}(?![A-Za-z光])){GIVEN_NAME}?)(?![栋号室座])"
    f"|(?:保安|管家|保洁|客服|前台|维修工|电工|门岗)(?P<post>[A-Z]{{1,2}})(?![A-Za-z0-9]|[座栋区岗班组卡证级类队])"
    "|姓(?P<letter>[A-Z])(?![A-Za-z0-9])|姓(?P<spelled>耳东陈|弓长张|立早章|木子李|双木林|口天吴|草头黄|三横王|言午许|古月胡|关耳郑|走肖赵|木易杨|人可何)"
)
"""李**, 王×明: what is left of a name still tells it to a neighbour."""
_POST: Final = re.compile(
    f"(?:^|(?<=[,.;:!?。，；：！？\\n ]))(?P<it>{one_of(STRONG | MEDIUM)}管家)(?=来|说|已|答应|态度|很|回复|没|不)"
)
_IN_THE_GROUP: Final = re.compile(
    f"群里(?P<it>(?!有|都|大家|天天|很多|业主|邻居|物业|经常|又|还|总|一直|也|不|好多|几|没|就|已|谁|某|各|管家|客服|每|刚|突然|所有|的|在|被|公开|反复)[{CJK}]{{3,6}}?)(?=说|发的|骂|@)"
    f"|群(?:名|昵称)(?P<named>(?!某|改|要|应|须|统一)[{CJK}A-Za-z]{{2,6}}?)的(?:业主|住户|邻居|人|那)"
    f"|(?:微信搜|抖音叫|抖音搜|小红书叫|视频号叫|账号叫)(?P<account>(?!某)[{CJK}]{{2,10}}?)(?=[,.;!?]|就|$)"
    f'|(?:那个|这个|楼上|楼下|隔壁|对门|邻居)的?[“"「](?P<quoted>(?!某)[{CJK}A-Za-z]{{1,8}})[”"」](?!的?(?:活动|通知|公告|标语|牌|字|标志|规定|会议|项目|系统|小程序))'
)
"""群里静待花开说, 那个“大喇叭”."""
_SMALL: Final = re.compile(
    f"(?P<it>[小老]{one_of((SINGLE - FUNCTION_WORDS) | set('于时成'))})(?=说(?!明)|答应|到现场|到场|上门|来电|不肯|不让|让我|叫我|帮我|回话|回电|骂|很(?:热心|耐心|负责|客气|专业|认真|及时|热情)|已(?:上门|到场|登记|回复|联系|答复|核实))"
)
_SMALL_ASKED: Final = re.compile(
    f"(?:我找|找到?|问过?|已派|派了?|联系|请|通知|感谢|表扬|跟)(?P<it>小{one_of(SINGLE - FUNCTION_WORDS)})(?=问|说|上门|去|来|帮|处理|看|核实|跟进|[,.;!?，。；！？]|$)"
)
_SMALL_POSTED: Final = re.compile(
    f"(?:保安|物业|前台|维修工?|管家|客服|经办人?|保洁|电工|水工|门岗|让|由|请|感谢)[: ]?(?P<it>小{one_of(SINGLE - set('区时门车件票组包屋亭修费家'))})(?=拦|登记|换|没|负责|来看|来修|去看|态度|处理|跟进|很|带|帮|给|把|说|已|上门|核实|[,.;!?，。；！？]|$)"
    f"|(?:^|(?<=[,.;:!?。，；：！？\\n ]))(?P<hello>小{one_of(SINGLE - set('区门车'))})(?=[你您]好|负责|早上好|辛苦了)"
)
"""保安小康拦住了他: behind a post, or spoken to."""
_NO_SMALL: Final = word_set(
    "小时 小区 小门 小车 小心 小组 小班 小包 小步 小查 小段 小路 小花 小雨 小年 小家 小水 小商 老时 老区 老路 老家 老成 老年 老板 老公 老东 老花 老门 小票 小修 小单 小能 小事 小沙 小石 小池 小金 小支 小满 小易 小项 小关 小东 小利 小广 小农 小青 小米"
)
"""With these only what a person does counts, not whom somebody looks for: 找小时工."""

_HOUSE: Final = re.compile(
    f"(?:^|(?<=[,.;:!?。，；：！？\\n ]))(?P<it>{one_of((STRONG | MEDIUM) - PREPOSITIONS - set('商管安成专原代占查付解应连当单'))}家)(?=的(?:[狗猫孩娃老空阳门窗车水管装鞋垃]|[{CJK}])|里|门口|孩|小孩|老人|老太|老爷|儿子|女儿|两口|夫妻|楼|又|天天|每天|半夜|总|老是|那|在|把|装修|漏水|没人)"
)


def find_worded_names(reading: Reading) -> Iterator[Found]:
    """Every such name."""
    text = reading.plain
    for pattern in (
        _ACTING,
        _ADDRESSED,
        _ADDED,
        _TITLED,
        _GREETED,
        _SMALL,
        _SMALL_POSTED,
        _MASKED,
        _POST,
        _IN_THE_GROUP,
    ):
        yield from ((start, end, FindingKind.NAME) for start, end in parts(pattern, text))
    for match in _WOMAN.finditer(text):
        if not _NO_TITLE_BEFORE.search(text, max(0, match.start() - 1), match.start()):
            yield *match.span("it"), FindingKind.NAME
    for match in _SMALL_ASKED.finditer(text):
        if match["it"] not in _NO_SMALL:
            yield *match.span("it"), FindingKind.NAME
    yield from ((*match.span("it"), FindingKind.NAME) for match in _HOUSE.finditer(text))
