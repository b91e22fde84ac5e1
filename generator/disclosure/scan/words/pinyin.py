"""Pinyin of the characters that names are made of, so that a name of the register is found in Latin letters too.

Only name characters, without tones; a character with two readings in names is listed under both.
"""

from functools import lru_cache
from typing import Final

from generator.disclosure.scan.words.patterns import word_set

_TABLE: Final = """
a 阿 ai 艾爱皑 an 安岸 ang 昂 ao 敖傲奥翱 ba 巴芭 bai 白百柏 ban 班斑 bang 邦 bao 包鲍保宝葆暴 bei 贝倍蓓北 ben 本贲 bi 毕碧璧必笔 bian 边卞 biao 彪标飙 bin 斌彬滨宾缤邠 bing 冰兵炳秉丙邴
bo 波博柏伯勃渤铂薄泊 bu 卜步布 cai 蔡才财彩采材 can 灿璨 cang 苍臧沧 cao 曹操草 cen 岑 chai 柴 chan 婵蝉 chang 常昌长畅昶嫦 chao 超朝潮晁巢 che 车 chen 陈晨辰谌琛宸沉忱尘 cheng 程成诚承城盛澄铖呈丞橙
chi 池迟驰赤 chong 崇充冲翀 chou 仇 chu 褚楚储初 chuan 川传 chuang 闯 chun 春纯淳椿 ci 慈词次 cong 从丛聪葱 cui 崔翠璀 da 达大 dai 戴代岱黛 dan 丹单旦但 dang 党 dao 道 de 德 deng 邓登灯 di 狄迪邸棣笛
dian 典点殿 diao 刁貂 die 蝶 ding 丁定鼎 dong 董东冬栋 dou 窦豆 du 杜都度笃 duan 段端 dun 敦 duo 朵多铎 e 鄂娥峨 en 恩 er 尔儿二洱 fa 发法 fan 范樊凡帆繁 fang 方房芳坊舫 fei 费飞菲斐霏妃 fen 芬奋
feng 冯丰封凤峰锋风枫烽逢酆 fu 付傅符福富甫芙扶伏孚辅馥 gai 盖 gan 甘干淦赣 gang 刚钢岗罡 gao 高皋郜 ge 葛戈歌格阁 gen 根 geng 耿庚 gong 龚公宫贡巩功恭弓 gou 苟勾 gu 顾古谷固 gua 瓜 guan 关管官观冠莞
guang 光广 gui 桂贵归圭 guo 郭国果 ha 哈 hai 海 han 韩汉涵寒翰晗含罕瀚菡 hang 杭航 hao 郝浩豪昊好皓灏颢 he 何贺和河荷赫鹤禾合 hei 黑 heng 恒亨衡珩 hong 洪红宏鸿虹弘泓 hou 侯厚后 hu 胡虎扈湖护
hua 华花化桦 huai 怀淮槐 huan 欢桓环宦焕 huang 黄皇煌凰 hui 惠辉慧晖徽会汇卉蕙回 hun 浑 huo 霍火 ji 吉季纪计姬嵇汲籍冀继吉佶骥济积绩基继寂纪霁集 jia 贾家嘉佳甲郏加葭珈 jian 简建健剑坚俭鉴见 jiang 江姜蒋将疆
jiao 焦娇姣皎角 jie 杰洁解揭婕节捷介 jin 金晋靳锦进今瑾津劲 jing 景静京敬晶井荆靖婧菁精晶经竞 jiu 九久 ju 鞠居菊举巨聚 juan 娟卷隽 jue 珏觉爵 jun 军君俊钧峻骏筠均隽 kai 凯开恺楷 kan 阚 kang 康亢 ke 柯可克科珂
kong 孔空 kou 寇 kuai 蒯 kuang 匡邝旷 kui 奎魁葵隗夔 kun 坤昆琨锟鲲 lai 来赖莱 lan 蓝兰岚澜览 lang 郎朗琅 lao 劳 le 乐 lei 雷磊蕾垒 leng 冷 li 李黎厉利力立丽莉理礼里励历栗莉俐璃骊漓郦 lian 连廉莲练涟 liang 梁良亮
liao 廖辽 lie 列 lin 林霖琳麟临蔺淋 ling 凌玲灵令岭铃菱伶羚苓 liu 刘柳六流浏 long 龙隆珑 lou 楼娄 lu 陆卢鲁路芦鹿露禄璐逯录 luan 栾鸾 lun 伦仑 luo 罗骆洛洛雒 lv 吕律绿 lu 吕律绿 lü 吕律绿 ma 马麻玛 mai 麦迈 man 满曼蔓
mang 芒 mao 毛茅茂 mei 梅美枚媚玫 men 门 meng 孟蒙梦萌 mi 米宓密 mian 绵棉 miao 苗缪妙 min 闵民敏旻珉岷 ming 明鸣铭茗名 mo 莫墨默 mou 牟 mu 穆牧慕木母沐睦 na 娜那纳 nai 乃 nan 南楠男 neng 能 ni 倪妮尼 nian 年念
ning 宁凝 niu 牛妞 nong 农 nuan 暖 nuo 诺 ou 欧 pan 潘盘盼攀 pang 庞逄 pei 裴沛佩培 peng 彭鹏朋蓬 pi 皮 piao 朴飘 pin 品 ping 平萍苹屏 po 坡 pu 浦蒲濮普璞 qi 齐戚祁奇琪琦旗祺启绮淇骐岐祈 qian 钱千倩乾谦茜前潜
qiang 强羌 qiao 乔巧桥俏 qin 秦琴勤芹钦沁覃 qing 青清庆卿晴情 qiong 琼 qiu 邱秋丘裘仇求 qu 曲屈瞿渠 quan 全权泉 que 阙雀 qun 群 ran 冉然染 rao 饶 ren 任仁人 rong 荣容蓉融戎榕溶 ru 茹如汝儒 ruan 阮
rui 瑞芮睿锐蕊 run 润 ruo 若 sa 萨 san 三 sang 桑 sha 沙莎 shan 单山珊善杉闪 shang 商尚 shao 邵韶少 she 佘 shen 沈申慎深莘燊 sheng 盛生胜圣晟升笙 shi 石史施师时世诗实士仕始示 shou 寿守 shu 舒束书淑树姝叔
shuai 帅 shuang 双霜爽 shui 水 shun 顺舜 shuo 硕朔 si 司思四斯丝 song 宋松颂嵩 su 苏素宿肃 sui 隋随岁 sun 孙 suo 索 ta 塔 tai 泰太邰 tan 谭谈覃檀坦 tang 唐汤棠堂糖 tao 陶涛桃韬滔 teng 滕腾藤 ti 体 tian 田天甜恬 tie 铁
ting 婷廷庭亭霆挺 tong 佟童同彤桐仝瞳 tu 涂屠图 tuo 拓 wan 万婉宛晚湾琬 wang 王汪望旺 wei 韦魏卫伟威维薇为未巍玮炜尉蔚惟唯微 wen 文温闻雯 weng 翁 wo 沃 wu 吴伍武巫邬乌午吾悟梧 xi 席习奚郗喜希曦西溪熙锡熹玺晰
xia 夏霞侠 xian 贤咸先鲜显娴弦仙冼贤 xiang 向项相香祥翔湘象享 xiao 肖萧小晓笑霄潇孝筱 xie 谢解邪谐 xin 辛新心欣鑫馨信忻昕 xing 邢星兴幸杏 xiong 熊雄 xiu 秀修绣 xu 徐许须胥旭绪续栩 xuan 宣玄轩萱璇瑄 xue 薛雪学
xun 荀寻勋巡逊 ya 雅亚娅 yan 严颜阎燕晏闫言岩艳彦妍雁延炎研焱琰 yang 杨阳羊仰洋央扬 yao 姚耀瑶尧遥药 ye 叶业野晔烨 yi 易伊仪艺怡益义毅宜亦一依逸翼意轶奕懿祎忆 yin 尹殷阴印银音茵胤 ying 应英颖莹影盈映樱瑛迎
yong 雍永勇咏泳镛 you 尤游友优由幽 yu 于余俞喻鱼虞郁玉宇雨瑜裕钰渝羽禹育豫煜语愉毓昱妤予 yuan 袁元苑原源媛远园圆缘渊 yue 岳月悦越跃玥 yun 云芸运韵允匀赟耘 za 匝 zai 宰再 zan 昝 zang 臧 zao 枣 ze 泽则 zeng 曾增
zha 查 zhai 翟 zhan 詹占展战湛 zhang 张章彰璋樟 zhao 赵招昭兆照钊肇 zhe 哲喆 zhen 甄真珍振震贞镇臻祯 zheng 郑正政争铮峥 zhi 志智芝治之知植直至致枝 zhong 钟仲中忠重众 zhou 周舟洲宙 zhu 朱祝诸竹珠柱竺铸主
zhuang 庄壮 zhuo 卓灼 zi 子紫梓自姿资滋孜 zong 宗综 zou 邹 zu 祖 zuo 左佐作
"""


def _readings() -> dict[str, tuple[str, ...]]:
    readings: dict[str, tuple[str, ...]] = {}
    words = _TABLE.split()
    for syllable, characters in zip(words[::2], words[1::2], strict=True):
        for character in characters:
            readings[character] = (*readings.get(character, ()), syllable)
    return readings


_READINGS: Final = _readings()
_SYLLABLES: Final = frozenset(_TABLE.split()[::2]) | word_set(
    "bie biao cha chan chang chi chuai chui chuo cu cuo deng dui fo ga gei geng guai gun hen heng hong hu jiong ka kang kao ken keng kou ku kua kuan "
    "lia luan lun lve me mie miu nai nang nao nei nen nian niang niao nie nin nou nu nuan nv o pa pai pao pie qia qie qu re ri rou sai sao se sen seng "
    "shei shu shua shuan sui te tui tun tou wa wai xiang zei zen zhei zhua zhuan zhun zi zun zuan cun cui ceng chai chou dia die diu"
)


def is_pinyin_name(word: str) -> bool:
    """Whether a lower-case Latin word is one to three pinyin syllables: zhiguo, xiaoming."""
    letters = word.replace("'", "").replace("-", "")
    return len(letters) <= _MOST * _LONGEST and _splits(letters, _MOST)


_MOST: Final = 3
_LONGEST: Final = max(map(len, _SYLLABLES))


@lru_cache(maxsize=1000)
def _splits(word: str, syllables: int) -> bool:
    if not word:
        return True
    if syllables == 0:
        return False
    return any(
        word[:size] in _SYLLABLES and _splits(word[size:], syllables - 1) for size in range(_LONGEST, 0, -1)
    )


def spell(name: str) -> tuple[tuple[str, ...], ...]:
    """The spellings of each character of a Chinese name; empty where one is not in the table."""
    spelled = tuple(_READINGS.get(character, ()) for character in name)
    return spelled if all(spelled) else ()
