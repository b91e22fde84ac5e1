"""Homes, cars and people described instead of named, and lives told politely: doubts; and what is said of everybody: none."""

import pytest

from generator.disclosure.scan import Public, Reason, World, scan_text
from generator.disclosure.scan.described import find_described
from generator.disclosure.scan.reading import read


def holds(text: str, lang: str) -> bool:
    return scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    "text",
    [
        "三楼天天半夜打麻将。", "八楼总往下扔烟头。", "怀疑是九楼把阀门关了。", "四楼的又在阳台烧炭。",
        "请找七楼别再敲墙。", "五楼东边的狗叫了一夜。", "顶层那家私搭了阳光房。",
        "走廊最里面那家堆了一地纸箱。", "出电梯左手第二家门口放了鞋架。", "挨着垃圾站那户养了好多猫。",
        "门口摆着两只石狮子的那家半夜放鞭炮。", "窗户贴满海报的那户噪音很大。",
        "整栋唯一没装防盗窗的那家被偷了。", "刚搬来的小夫妻天天吵架。", "楼上跑货车的凌晨发动车。",
        "隔壁教钢琴的周末来好多学生。", "对门护士下夜班关门声大。", "那家做直播的半夜还在喊。",
        "隔壁住着个网红，天天有人堵门。", "楼下开麻将馆的烟味太重。", "我老公在高速上倒班，白天要补觉。",
        "我是做外贸的，半夜要开会。", "我干了三十年电工，这线不合格。", "我当年是铁道兵，路基我懂。",
        "我妈耳朵背，门铃要响一点。", "儿子从小跟别人不一样，怕声音。", "爷爷老分不清东西南北，请保安留心。",
        "我老婆快生了，电梯别停。", "我二阳了，快递能放门口吗？", "奶奶离不开氧，停电请提前说。",
        "我爸去年走的，水表名字还没改。", "我妈走了三年，房本还没过户。", "我跟老公已经分开了，他的卡请注销。",
        "前任还拿着我的门禁卡。", "我女儿跟我闹翻了，别放她进来。", "我们单位黄了，物业费能缓吗？",
        "我半年没发工资了。", "隔壁天天有人讨债，我害怕。", "法院上门贴封条那天保安在场。",
        "那家的媳妇是缅甸来的。", "楼下几个老外喝酒到天亮。", "隔壁东北大哥夜里唱歌。",
        "家里老人九十大寿，想借会议室。", "我今年奔六十了，爬不动楼。", "我属马的，今年本命年。",
        "尾号两个七的黑色奥迪占了我的位置。", "那辆红色跑车天天半夜轰油门。", "苏州牌照的货车压坏了草坪。",
        "我的车位B区二排六号被占。", "A七十八号停了辆僵尸车。", "我家车位在消防栓旁边，老被堵。",
        "门口密码是四个六，保洁直接进。", "抖音搜小城故事多就是我。", "光头保安骂人。",
        "戴眼镜的前台说话很冲。", "东北口音的门卫人不错。", "那个年轻保安夜里睡觉。",
        "那个胖胖的保洁阿姨很勤快。", "保安队长私自收钱放车进来。", "业委会那个副主任家占了绿地。",
        "那只叫豆豆的泰迪的主人从来不捡。", "养金毛那家从来不牵绳。", "隔壁奶奶走了没几天，请安静些。",
        "我婆婆脑子已经不清楚了。", "对门孩子考砸了天天挨打。", "我们家不吃猪肉，公共灶台请分开。",
        "我女儿过生日那天停电了。", "三千二百零四的狗乱叫。", "我家孩子对花粉敏感。",
        "七楼的小孩天天在楼道骑车。", "麻烦跟十一楼说一声，别再半夜拖地了。", "我们楼上的楼上在装修。",
        "五楼那个大爷又在楼道抽烟。", "八层东户漏水。", "九楼装修敲墙敲到晚上十点。", "水是从六楼漏下来的。",
        "一楼带花园那家把绿地围了。", "三楼西户阳台往下滴水。", "挨着电梯井那户说噪音大。",
        "靠北边那家把自行车放楼道。", "最顶上那家养鸽子。", "楼道拐弯第一家堆了鞋柜。",
        "从东边数第三家把墙砸了。", "楼梯口那户门口的垃圾臭死了。", "门口贴着大红对联那家半夜打麻将。",
        "阳台挂了很多鸟笼的那户早上太吵。", "就那家大门是铜的，天天关门巨响。", "家里开补习班的那户人来人往。",
        "隔壁两口子是开饭店的，凌晨才回来。", "楼上那个护士凌晨回来高跟鞋响。", "对门是个警察，谁都不敢说他。",
        "楼下的退休教师投诉我们。", "我隔壁住的是个法官。", "我老婆是护士，倒三班。",
        "我跑长途的，一个月回来两次。", "我在机场上班，凌晨三点出门。", "我爸是老木匠，说这门做得不行。",
        "我干消防二十年了。", "我自己就是做防水的。", "我爱人刚动完刀，楼道电钻能停停吗？", "我妈刚做了手术。",
        "我爸走路要人扶。", "我婆婆眼睛不行了，台阶看不清。", "孩子有点自闭，怕吵。",
        "我得了那个病，不方便出门。", "我每天要打两针。", "家里老人躺床上三年了。", "我嗓子开了刀说不了话。",
        "我老公刚查出来不好，最近老跑医院。", "他脑子有病，天天砸墙。", "那人精神不太好，见人就骂。",
        "我儿子有多动，坐不住。", "老太太记不住事，总走错楼。", "我妈最近糊涂得厉害。",
        "我刚没了老伴，一个人不会弄网上缴费。", "老公没了以后就我一个人带孩子。",
        "家里刚走了人，这几天请别放音乐。", "我跟前妻共用一个车位，她不让我停。",
        "孩子跟他爸，钥匙别给我前夫。", "我们俩离了，房子归我。", "我儿子在里面，还有半年出来。",
        "他刚放出来，没人敢惹。", "我欠了一屁股债，物业费晚点交。", "我店关了，手上没钱。", "我下岗三年了。",
        "我刚生完二胎，电梯别停。", "我女儿下个月结婚，想借场地。", "儿媳妇坐月子，别装修了。",
        "我是从云南嫁过来的，听不懂本地话。", "楼下那几个黑人很吵。", "我们是回民，不能和猪肉放一起。",
        "我家初一十五要烧香。", "我生日那天停电。", "我七十八了，眼睛不好。", "老太太过九十大寿。",
        "孩子刚满三岁。", "我老父亲八十好几了。", "车牌尾号三七的本田堵门。", "黑色大G停在消防通道。",
        "我那辆蓝色五菱被刮了。", "唯一一辆绿色甲壳虫天天停我车位。", "外地牌照的奔驰，粤B的。",
        "我停在负二楼柱子旁边第三个位置。", "我的位子靠着配电房。", "地库最里面那个车位被占了。",
        "我家大门密码改成了我生日。", "我手机尾号六六八八。", "加我微信，号码就是手机号。",
        "新来的那个高个子保安真负责。", "姓不知道，就是那个说山东话的保安。",
        "中班那个胖保安收了外卖小哥的烟。", "那个烫头发的收费员态度差。", "门口修车的老头知道是谁。",
        "那只会说话的鹦鹉的主人不管。", "遛三条哈士奇的女人从来不捡屎。", "二楼养藏獒的那家没拴绳。",
        "业委会姓不说了，那个女的副主任骂人。", "客服主管骂业主。", "隔壁出过命案，晚上害怕。",
        "对门天天有警察来。", "楼上老公打老婆，天天哭。", "隔壁女的被人包养。", "对门离婚了天天吵。",
        "我信佛，楼上杀鸡受不了。", "我教了三十年书。", "德顺又把三轮车停在门口。", "志强修得很仔细。",
        "楼上山本家孩子跑来跑去。", "张-建-国家漏水。", "秀芝天天在楼道剥豆子。", "谢谢耀宗，灯亮了。",
    ],
)  # fmt: skip
def test_a_description_that_fits_one_holds(text: str) -> None:
    assert holds(text, "zh")


@pytest.mark.parametrize(
    "text",
    [
        "楼上住户反映漏水，已上门查看。", "楼上那户已联系，待回复。", "已联系楼下住户，双方同意分摊。",
        "值班保安及时到场处理。", "一位老人在楼道摔倒，保安扶起。", "三楼楼道灯不亮，已更换。",
        "二楼平台积水已清理。", "五楼电梯厅地砖松动，已修复。", "六楼消防栓箱门损坏。",
        "顶楼住户反映屋面渗漏，已列入计划。", "顶层业主反映屋面漏水。", "一楼住户投诉下水道返味。",
        "住户反映楼上装修噪音大，已劝阻。", "漏水的那户已经关阀。", "装修的那家已停工整改。",
        "保安队长带队巡查了地下车库。", "业委会主任主持会议。", "业委会副主任出席并讲话。",
        "工程主管到场确认漏点。", "新来的保洁员已完成培训。", "一辆白色轿车占用消防通道，已联系挪车。",
        "一辆红色电动车停在楼道，已搬走。", "尾号限行调整通知。", "外地牌照车辆请到岗亭登记。",
        "本地牌照优先。", "地库第三排车位线已重划。", "B区二层照明已修。",
        "门禁密码已更换，请到服务中心办理。", "请勿把密码告诉他人。", "微信公众号已上线。",
        "抖音直播普法讲座。", "请勿在楼道给狗喂食。", "养狗的业主请牵绳。", "居民办喜事请勿在小区燃放鞭炮。",
        "法院判决物业退还费用。", "已向法院起诉欠费业主。", "公司工资按月发放。", "保洁员工资已发。",
        "电工师傅走了以后又跳闸。", "前任物业公司移交资料不全。", "前任业委会留下的账目已审计。",
        "隔离墩已摆放。", "隔离带破损已修。", "夜班保安每两小时巡逻一次。", "保安分早班、中班、夜班三班。",
        "绿化工人在种树。", "施工方教育工人注意安全。", "培训教师来自消防队。", "生日会在活动室举行。",
        "九月十二日举办长者集体生日会。", "有人反映楼下卖菜的摊位占道。", "楼上弹钢琴的声音已沟通降低。",
        "楼道里吸烟的问题已劝导。", "那个时候电梯正在检修。", "那位业主已收到回复。", "左边第二个灯不亮。",
        "进门左手第一间是办公室。", "电梯口第一盏灯不亮。", "转角镜已更换。", "拐角处的灯不亮。",
        "尽头的垃圾桶已清。", "靠墙的座椅已修。", "水电工程款由公司承担。", "师傅上门查看后确认是主管堵塞。",
        "电梯困人半小时，已救出。", "小区有三条路通向地铁。", "电梯年检过期，已补办。",
        "情绪激动的住户经劝解离开。", "孩子们在广场踢球。", "有儿童在喷泉玩水，已劝离。",
        "老师带学生参观垃圾分类站。", "民警到场调解，双方和解。", "律师到场提供咨询。",
        "医生义诊周六在架空层举行。", "消防员到场灭火。", "已邀请律师为业主解答。", "对面学校的铃声太响。",
        "对面工地夜间施工。", "隔壁小区的垃圾飘过来。", "隔壁商铺油烟大，已装净化器。",
        "楼下商户占道经营，已劝离。", "楼下餐馆排烟管已加高。", "楼下早餐店六点开门。",
        "全小区只有一台充电桩能用。", "整栋楼只有两部电梯。", "整栋停水三小时。", "全楼停电检修通知。",
        "唯一的出口被堵，已疏通。", "只有一家公司报价。", "湖南路口施工绕行。", "四川地震捐款公示。",
        "上海某处已回复。", "北京时间八点。", "国外品牌电梯配件缺货。", "外地业主可网上办理。",
        "农村信用社缴费。", "外国人住宿登记请到社区办理。", "大门外泼水结冰。", "房贷政策咨询请找银行。",
        "单元门密码锁坏了。", "大家注意身体。", "天气热，身体不舒服请停止作业。", "保安没有回应，态度不好。",
        "保安态度恶劣，请处理。", "管家态度差，已约谈。", "物业经理当面道歉。", "项目经理已到场。",
        "戴口罩进入电梯。", "保洁员戴手套作业。", "保安穿制服上岗。", "穿拖鞋请勿乘坐扶梯，保安会提醒。",
        "物业在做消防演练。", "我在家等了一天没人来。", "我住了二十年没见过这样的。", "我是租客，押金怎么退？",
        "我的快递丢了。", "我以前在物业投诉过两次。", "我之前在群里说过。", "我做的早餐店油烟合格。",
        "我写的意见没人回。", "我们都是邻居，互相体谅。", "我要开发票的，请寄电子版。",
        "我开车来的，找不到车位。", "孩子上下学高峰请慢行。", "孩子在广场玩，灯太暗。",
        "老人多，希望加装扶手。", "家里没人，改天再来。", "他说已经报修了。", "她的车位被占。", "晚上天天吵。",
        "感谢物业及时处理。", "多亏保安，东西找到了。", "楼上邻居家孩子跑来跑去。", "楼上新邻居家装修。",
        "隔壁商家的油烟。", "A-B-C三类垃圾。", "东-西-南三个方向。", "师傅来修好了。", "夜里又在施工。",
        "电梯修好了。", "广场每天开放。", "水泵换好后正常。", "谢谢帮忙。", "灯天天亮着。",
        "大家每天都经过这里。", "大门天天不关。", "花园晚上有蚊子。", "路灯晚上不亮。", "清洁每天两次。",
        "年底前修好。", "明天上门。", "春天来了。", "安全第一。",
    ],
)  # fmt: skip
def test_what_handling_summaries_say_of_everybody_is_free(text: str) -> None:
    assert not holds(text, "zh")


@pytest.mark.parametrize(
    "text",
    [
        "The people directly below me smoke all night.", "The only house with a blue gate keeps chickens.",
        "The end flat by the lift has a drummer.", "The flat opposite the gym stinks.",
        "Nineteen-oh-two floods my bathroom.", "The nurse upstairs drops her shoes at five.",
        "The taxi driver next door starts his engine at four.", "A lawyer on our landing holds parties.",
        "I work as a baker and sleep in the day.", "My mother is forgetful and leaves the tap on.",
        "My dad has weak lungs.", "My boyfriend moved out in June, cancel his card.",
        "We split up, so please change the code.", "I lost my job, er, I was let go last week.",
        "She is six months gone.", "My son does not speak and runs off.", "My husband drives a taxi at night.",
        "My wife tested positive on Monday.", "The bailiffs came to our neighbour.",
        "My aunt turns eighty next week.", "We buried my mother last week.",
        "The French couple upstairs shout.", "The guy in the corner house keeps a pig.",
        "The old lady two floors up feeds pigeons.",
        "The family at the end of the corridor never ties up their bags.",
        "The house with the pink shutters is a party house.", "Nine oh two floods us.",
        "The man above me plays drums.", "Our neighbour is a policeman and parks anywhere.",
        "The doctor in the penthouse complained.", "The piano teacher on the fourth floor has pupils.",
        "I'm a nurse and sleep in the day.", "My wife is a pilot.",
        "I drive a night bus and sleep until noon.", "My son is autistic.",
        "My mother had a fall and cannot get up the stairs.", "My wife is due in two weeks.",
        "My brother is inside for two years.", "My wife walked out on me.", "We lost our dad in June.",
        "I lost my job in May.", "My ex still has a key.", "My mum is going deaf.",
        "I have trouble with my heart.", "My husband is on the sick.", "My girl has fits.",
        "I am recovering from an operation.", "Gran is nearly blind.", "The woman downstairs drinks.",
        "The police were at the flat next door again.", "The tall guard with the beard was rude.",
        "The young guard on nights sleeps.", "The receptionist with red hair was kind.",
        "It was my sixtieth birthday.", "The foreigner upstairs cooks fish.",
        "The red Ferrari blocks the ramp.", "The owner of the parrot never answers.",
        "Everyone calls her Granny Fox.", "Ask Rose at the desk.",
        "May from the office answered within the hour.", "ask lily in the office she knows about the keys",
        "Rose at the front desk was kind.",
    ],
)  # fmt: skip
def test_a_description_in_english_holds_too(text: str) -> None:
    assert holds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "The guard opened the gate.", "The neighbour upstairs was asked to keep quiet.",
        "A resident reported a leak.", "The people upstairs were asked to stop.",
        "The first door on the corridor was repaired.", "The office is next to the gym.",
        "The lift engineer came and left at noon.", "The plumber left a note.", "The manager took the report.",
        "Residents cannot take the stairs during painting.", "The pool will be closed on Monday at ten.",
        "Please test the alarm.", "The plumber was on call.", "The teacher of the yoga class is on holiday.",
        "The police took a statement.", "The cleaner works nights.",
        "The bus driver parked across the entrance.", "The only lift in the block was out of order.",
        "The only entrance is locked.", "The corner of the garden is muddy.",
        "A car with a broken window was reported.", "The house rules were updated.",
        "The water test was positive for chlorine.", "The fence next to the pool was painted.",
        "Staff from the office visited.", "The court order was posted.", "The contractor got notice to stop.",
        "The ramp is steep; residents struggle with the steps.", "We cannot afford a new pump this year.",
        "The company closed the request.", "The company folded the notice into the letter.",
        "Insurance companies sent an engineer.", "Staff from the office came.",
        "Pets may at the gate be checked.", "The man from the office left.",
        "Dogs will on the night shift be kept inside.",
    ],
)  # fmt: skip
def test_what_is_said_of_everybody_in_english_is_free(text: str) -> None:
    assert not holds(text, "en")


def test_a_description_is_a_doubt_and_no_finding() -> None:
    verdict = scan_text("那辆红色跑车天天半夜轰油门。", World(), Public(), "zh")
    assert not verdict.spans
    assert [doubt.reason for doubt in verdict.doubts] == [Reason.UNEXPLAINED]


def test_each_kind_of_description_is_looked_for() -> None:
    texts = (
        "三楼天天吵。",
        "斜对门养鸡。",
        "那辆红色跑车。",
        "A七十八号一直停着。",
        "对门医生。",
        "光头保安。",
        "养金毛那家。",
        "密码是四个六。",
        "贴满海报的那户。",
    )
    assert all(list(find_described(read(text, "zh"))) for text in texts)
