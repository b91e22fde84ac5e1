"""Turns of phrase that begin with a surname, or end a name too early, and name nobody: 应家长要求, 关小声, 莫乱丢. Data of `nobody`."""

import re
from typing import Final

STREET: Final = re.compile(
    "[一-鿿]{2}[路街巷弄区县市镇村站寺庙乡坪坝垭圩埠](?![说把被骂打]|家[的里]|里的?[狗猫人孩])"
)
BEHIND_STREET: Final = re.compile(
    "[山湖江河岛塔湾岭州]?(?:方向|接驳|徒步|露营)|大道|大街|街道|路口|大桥|立交|[地公][铁交]站|车站|大厦|方向|机场|高速|收费站|派出所|卫生院|古镇|老街|景区|湿地公园|博物馆|社区(?!民警|书记|的?[陈李王张])|街道办|村委|居委|小学|中学|幼儿园|菜市场|农贸市场|踏青|赏花|公园|广场|水库|码头|渡口|徒步[群队团]|[一二两]日游|登山队"
    "|(?:律师|会计师|税务师|建筑师)事务所|药[店房铺]|[面酒乳药茶粮]业|造价咨询|监理公司|检测(?:公司|中心)|乐购|[展柜]台已|专卖店|旗舰店"
)
"""黄石路与新华大道路口, 青羊区: districts and streets, by their last character or by the word behind."""

_COUNTED_DEED: Final = re.compile(
    "[涂查关付解计包盖封占连施管支扶折敬操展步祝通充种养储存租用][一二两三四五六七八九十几半][遍次个天条层块下回趟把件张台只户棵株盏扇圈桶袋车成分轮批期项间处根组套名位倍道级段吨晚夜床面袋盒碗杯勺桌回]"
)
"""涂两遍, 查三次: though the verb is a surname."""
_TIME: Final = re.compile(
    "(?<![叫姓名])(?:周[一二三四五六日天末]|[春夏秋冬][天季日])[至到快又刚将已都才就还也和及起前后通停开修换洗补查测拆割剪喷来去送取搬办试打拉招怕会能可热下淹漏发有没不最太很特用吃穿]"
)
"""周一至周五, 夏天快到了, 周三通渠."""
BEHIND_A_FIGURE: Final = re.compile("(?<=[0-9])[年元伏成米时季万][^先女老叔姨哥姐总工]")
"""2021年通过, 24伏款: a unit behind its figure begins no name, unless a title follows."""
UNITS: Final = frozenset("伏成米")
_COATED: Final = re.compile("[涂施封喷](?=[一-鿿]{1,4}(?:剂|膏|漆|胶|油|蜡|涂料))")
"""涂愈伤剂: what is applied."""
LOOK: Final = re.compile(
    "造型|模样|图案|[色形](?!容|势|象|厉)|[牌款型](?!照|友|位|子|号)|状(?!告|态|况)|式(?=太极|[的样])"
)
"""燕麦色, 宫格形, 陈式太极: what a thing looks like, or is called after."""
FAILS: Final = re.compile(
    "[车花叶钱沙石路井池盘皮毛米鱼漆云房水门](?:都?[掉漏坏堵退烂裂断响脏冒花锈]|太[高滑旧小大少脏低窄短长湿破差](?![一-鿿]{0,2}家))"
)
"""漆掉了, 钱退了吗, 井堵了: a thing whose word is a surname, and what happens to it that nobody is called by."""
_SIDE: Final = re.compile("[由经向和从应与同会对][甲乙丙双三四多对各我贵]方")
"""向甲方反映."""
_WEEK: Final = re.compile(
    "(?<=[上下本每这隔当逢])(?<![楼业员台房工][上下])周"
    "(?!先生|女士|小姐|太太|阿姨|叔叔|师傅|老师|经理|副经理|主任|主管|队长|班长|大[爷妈姐哥叔婶]|奶奶|爷爷|医生|律师|同学|某|[姐哥叔姨婶嫂爷]|家(?![长属里庭委具电])|总(?![共计部体结])|工(?![程作人地期时]))"
)
"""上周, 每周三; but not 楼上周先生, nor 本周师傅."""
_HOURS: Final = re.compile(
    "(?<=[一-鿿])(?<![给跟找问被是和由请])(?<!联系|感谢|谢谢|责成|楼上|楼下|隔壁|对门|业主|住户|租客|邻居)时[总工]"
)
"""散步时总被…; but 给时工打电话."""
BIG_DOG: Final = re.compile("[大小老]狗")
OF_DOGS: Final = re.compile(
    "遛|绳|链|嘴套|狗主|犬|咬|吠|狗[叫粪尿屎毛]|扑|拴|追|[自你我他她]家|[管看牵][好住着]"
)
DOGS_REACH: Final = 12
"""遛大狗不牵绳, 没拴绳的大狗: an animal, where what is said is said of dogs."""
_AFTERWARDS: Final = re.compile("(?<=[警报理修查到完诉电话解复知])后(?![先女])|由(?=水电工|水暖工)")
"""报警后警察到场, 由水电工更换: behind a deed, or before a trade, neither is a surname."""
_RISES: Final = re.compile(
    "(?<=[0-9一二两三四五六七八九十百千])[一-鿿](?:(?:[增减升降变改换缩扩涨补添]|新增|缩减|扩充|扩建|压缩|压减)[至到为成加少]到?(?=[0-9一二两三四五六七八九十百])|(?:[增减升降变换]|新增|增设|另加)(?=[0-9]))"
)
"""由20张增至32张, 20张变32张: how many became how many; 1203张增田 is a home and a name."""
_KINDS: Final = "(?:老年|年轻|部分|个别|多位|多名|多户|不少|众多|许多|很多|广大|周边|附近|沿街|临街|各位|全体|新老|高层|低层|底层|底楼|顶层|顶楼|一楼|首层|本楼|本栋|楼内|小区|园区|社区|街道|辖区|有车|养犬|养狗|带娃|上班|租房|合租|外来|在校|随迁|入住|未入住|装修)"
_SIDES: Final = "(?:家长|学生|孩子|大家|骑手|学校|群众|业主|住户|居民|租户|各户|商家|商户|店家|老人|代表|车主|邻居|街坊|乘客|游客|读者|球友|舞友|志愿者|业委会|居委会|社区|街道|物业|甲方|乙方|施工方|厂家|维保单位|消防队|派出所|主管部门|有关部门|残联|妇联|工会)"
_AT_REQUEST: Final = re.compile(
    f"应{_KINDS}{{0,2}}{_SIDES}(?:们|代表|会|单位|方)?的?(?:多次|再三|一再|强烈|反复|书面|口头|集体|联名|共同|统一)?(?=要求|请求|建议|邀请|呼声|呼吁|需求|需要|愿望|意愿|提议|倡议|申请|恳请|期盼|请|之邀|之请)"
    "|[经随向由据按](?:家长|学生|孩子)(?:们|代表|会)?的?(?=同意|批准|确认|签字|允许|许可|授权|反映|要求|意见|建议|陪同|一起|一同|进|入|说明|解释|通报|告知|反馈|公示|了解|收取|发放|致歉|道歉|宣传|介绍|征集|征求|开放|核实|展示)"
)
"""应家长要求, 应老年住户请求, 经家长同意: at whose wish, or with whose leave."""
_LOUDNESS: Final = re.compile("[关开调拧放说收]([大小高低轻])(?:声|点|些|一)")
"""关小声, 开大点: how loud."""
_WISHED: Final = re.compile(
    "[祝谢贺应向由从和管][大各](?:家|位)(?!的?[狗猫])|(?<=[全整])[谷湾里弄坊苑园村社街巷城庭府院][共计已有现]"
)
"""祝大家平安, 全谷共23栋: all of them."""
_ASKED: Final = re.compile("(?<=[一-鿿])(?<![是叫姓找])[一-鿿][吗呢吧嘛啊呀啦哦哟咯喽]")
"""水性漆吗, 叫热啊: a question or a cry ends no name of two characters."""
_SHEET: Final = re.compile(
    "(?<=[电费账订传罚货])单总|卡拉(?=OK)|[一-鿿][行成够]吗|(?<!邻居|楼上|楼下|对门|业主|住户)易(?:[烫划扎夹割刮碰磕绊滑摔跌冻撞][手脚人头伤倒衣车]|生[锈虫霉]|藏[蚊虫鼠污垢灰]|断[裂,.。])"
)
"""水电单总被抽走, 唱卡拉OK, 水性漆行吗, 暴晒后易烫手: ends of words that a surname begins in."""
_LENT: Final = re.compile(
    "(?<=[借要买搬抬加添放拿给摆来换坐铺贴发填撑支])张[大小新旧白红黄厚整]?[桌椅床纸票卡图表凳垫网席]"
)
"""借张桌: what is counted by 张."""
_COLOUR: Final = re.compile("(?<=[是发变泛])[黄白黑红蓝青灰紫]的")
"""水是黄的."""
_ANIMAL: Final = re.compile("(?<=[的条只养家])[狗猫鸟鸡犬](?=[一又老总就每常天半晚夜叫])")
"""他的狗一到半夜就叫."""
_TOWER_CLOCK: Final = re.compile("大[钟鼓](?=[慢快停响敲准]|不[走准响]|报时|指针)")
_THING: Final = "[纸布板绳杆钩钉盆桶袋箱柜桌椅凳床垫毯伞旗牌匾幅画字勺筷碗碟杯瓶罐壶缸锅炉灶灯缆闸阀泵机器锁钥匙窗框栏栅网罩棚亭廊桥坡坎阶梯塘沟渠坑洞缝口角面顶底墙柱砖瓦土泥灰渣树枝草根藤竹果球架座轮胎船捆堆摊铺店屋间院片块条股滩泡圈环轴链弹簧扣夹钳锤斧锯刀剪铲锹镐耙帚刷抹拖]"
_PLAIN_THING: Final = re.compile(
    f"[大小老]{_THING}(?=[坏漏锈断裂烂破松掉堵渗]|老化|脱落|变形|生锈|太[旧窄短小厚薄长高低重]|[0-9一两二三四五六七八九十几]+[把只个张块根条扇盏棵座])"
    f"|(?<=[0-9一两二三四五六七八九十几][把只个张块根条扇盏棵座])[大小老]{_THING}"
    f"|(?<=[换装拆修买借砌搬挂钉配备带][了上掉过张把只块根条扇个])[大小老]{_THING}|(?<=[换装拆修买借砌搬挂钉配备带])[大小老]{_THING}"
)
"""老墙渗水, 换张大纸, 小锁一把: a thing and what it is like; never one that is a surname (老井)."""
_SLIPS: Final = re.compile(
    "滑(?:一[跤下脚]|[了倒落脱轨丝坡下])|漆[重刷补画涂都脱剥起褪未没又再底面]|[白大积厚]雪(?=压[断塌弯]|覆|堵|封)|黑(?=中介|导游|物业|诊所|作坊|代办|开锁|装修|广告|网吧|出租)|管[一-鿿]不管|杜鹃(?=被踩|开花|枯|苗|球|修剪|长势)|钱进(?=公|账|了|户|池|对)|支[摊锅桌棚帐架伞炉灶]|沙子[扬撒满进多少太]|常[按走停放忘打弄搞认敲]错|陈(?=情书|述[^一-鿿]|列[室柜架馆品厅]|设品|旧)|(?<=[一-鿿]{2})路(?=施工|改造|维修|封闭|开挖)|[烟气味尘]一[飘上来吹散]|(?<=[居人])家狗|[车灯门水电风雨泵机梯]一[压亮关开停过吹踩响动拉推碰]"
)
"""滑一跤, 热熔漆重画, 黑中介: what happens, or is done, to a thing."""
_AGAIN: Final = re.compile("(?P<one>[查管谈计充盖封解扶问修看说听])(?P=one)")
"""给查查: do it a little."""
_LATE: Final = re.compile("(?<=[得太好咁几蛮最更])晏(?=[^一-鿿]|$|[了咗])")
"""收得晏: late, in the south."""
_LEFT: Final = re.compile("尚[余有缺差欠存剩需](?=[0-9一二两三四五六七八九十几部多个])")
"""尚余2项."""
_FORBIDS: Final = re.compile(
    "莫[滴落淋浇泼挂晒贴踩乱再往把要让去管在给跟拿停放扔倒丢甩堆占踩动碰催忘睁怪急慌搞整弄嫌吵]"
)
"""莫乱丢: do not."""
_WITHERS: Final = re.compile("(?<=[花朵英])谢[后了前]")
"""樱花谢后."""
_FAST: Final = re.compile(
    "[关封堵盖包扶支连施充栓解][牢死净匀透紧]|[关封堵盖包扶支解][勿不唔没冇未起][牢紧严到着上下掉了好住哒咯]"
)
"""堵牢, 关勿牢: what a deed comes to."""
_VIVID: Final = re.compile("[温滑毛齐麻松干水乐热冷贼](?P<one>[突捋塌溜茸刷垮沉乎吞丝渍])(?P=one)")
"""温突突, 滑捋捋: how something feels."""
TO_A_DEGREE: Final = re.compile("[一-鿿]得[一-鿿]")
"""薄得跟纸一样."""

_EVEN: Final = re.compile(
    "连(?=(?:保安|保洁|前台|门卫|管家|物业|服务员|业主|住户|邻居|老人|孩子|小孩|大人|年轻人|路人|民警|快递员?|外卖员?|电工|水工|维修工|清洁工|工人|司机|楼上|楼下|对门|隔壁)[一-鿿]{0,3}[都也])"
)
"""连保安都不管: even they."""
_ONLY_THEN: Final = re.compile("[钱查谈关管支付解]才(?=[一-鿿])(?![说把骂])")
"""钱才退, 查才发现: not before that."""
_SPILLS: Final = re.compile(
    "[汤油米水茶粥饭菜奶沙漆花][洒泼淌溢](?=[了在得到出一满进]|电梯|楼道|地|$|[^一-鿿])"
)
"""汤洒了一地."""
_AS_SOON: Final = re.compile(
    "[娃孩狗猫门灯闸锁窗铃车梯泵机锅火烟油灶雨风雪雷天夜水电人脚手](?=一[进出上下来去到开关响亮灭停动炒烧压踩踏推拉吹刮打闪黑亮热冷多少倒跑跳闹哭叫吠])"
)
"""娃一进电梯就哭, 雷一响: as soon as that happens."""
_WITH_A_VERB: Final = re.compile(
    "[管托叫烦求催劝拉唤请](?=(?:二房东|大房东|房东|邻居|同事|同学|朋友|亲戚|家属|代表|队员|组员))"
)
"""托邻居代领, 管二房东叫: a deed, and to whom."""

_THING_BY_NOW: Final = re.compile(
    "[路车楼井池房沙石花叶钱米鱼皮毛门水灯墙](?=已经|仍[在未然]|尚未|还没[有修通换来开停装清退好]|好[远高矮旧多少慢窄小短])"
)
"""路已经修好, 楼好矮: what a thing is like by now."""

_WHILE: Final = re.compile(
    "(?<=[房租诉修看话到来走检查施工问时])时(?=(?:房东|保洁|前台|保安|物业|管家|业主|邻居|家长|司机|对方|师傅们|老板)[一-鿿])(?!(?:房东|老板|司机)(?:说他姓|姓))"
)
"""交房时房东没说: while that was done."""
_AFTER_A_DEED: Final = re.compile(
    "(?<![一-鿿])经(?=(?:清点|清查|盘点|核对|核查|核实|复核|查验|检测|抽查|排查|测算|统计|协商|调解|劝说|劝阻|讨论|表决|公示|走访|回访|了解|询问|观察|整改|抢修|疏通|催缴)[,，后已仍])"
)
"""经清点，已补齐."""

_OF_OLD: Final = re.compile(
    "(?:焦裕禄|孔繁森|雷锋|王进喜|钱学森|袁隆平|屈原|李白|杜甫|白居易|苏轼|苏东坡|辛弃疾|李清照|陆游|王维|孟浩然|杜牧|李商隐|王羲之|颜真卿|柳公权|欧阳询|齐白石|徐悲鸿|张大千|唐伯虎|郑板桥|鲁迅|老舍|冰心|巴金|茅盾"
    "|诸葛亮|关羽|张飞|刘备|曹操|岳飞|包公|包拯|关公|杨家将|花木兰|穆桂英|孔子|孟子|庄子|老子|司马迁|徐霞客|李时珍|华佗|张仲景|贝多芬|莫扎特|肖邦|梅兰芳|祝枝山|嫦娥|祝融)"
    "(?=[^一-鿿]|$|[诗词戏像曲剧画帖读借草]|书法|精神|先进|事迹|音乐|脸谱|故事|传说|之书|名[篇句言著]|作品|石刻|廊|与月亮|杯)"
)
"""李白诗歌朗诵, 焦裕禄精神, 贝多芬音乐会: whom everybody reads of, where what is left of them is named; 李白说 stays somebody."""

_BIRD: Final = re.compile("(?<=[养只笼喂鸟]的)八哥|(?<=[养只笼喂])八哥")
"""养的八哥学舌: no eighth brother."""

_ON_A_DAY: Final = re.compile(
    "(?<![一-鿿])周[一二三四五六日](?=[栽种浇剪喷送换修停供开洗补测验签发收搬办拆装试割清运查打拉领交](?![说把骂家明国平]))"
)
"""周五栽: when something is done."""

_TRIED: Final = re.compile(r"([一-鿿])[一了]\1")
"""闻一闻, 看了看: what is tried for a moment."""
BEGINNINGS: Final = (
    _TRIED,
    _EVEN,
    _ON_A_DAY,
    _BIRD,
    _OF_OLD,
    _WHILE,
    _AFTER_A_DEED,
    _THING_BY_NOW,
    _ONLY_THEN,
    _SPILLS,
    _AS_SOON,
    _WITH_A_VERB,
    _COUNTED_DEED,
    _RISES,
    _AT_REQUEST,
    _LOUDNESS,
    _WISHED,
    _LENT,
    _COLOUR,
    _ANIMAL,
    _TOWER_CLOCK,
    _LEFT,
    _SLIPS,
    _LATE,
    _PLAIN_THING,
    _FORBIDS,
    _WITHERS,
    _VIVID,
    _SHEET,
    _COATED,
    _AFTERWARDS,
    _HOURS,
    _WEEK,
)
"""Where one of them begins, no name does, however far it was taken to reach."""
WHOLE: Final = (_TIME, _ASKED, _SIDE, _FAST, _AGAIN)
"""What was taken for a name is one of them, and no more."""
