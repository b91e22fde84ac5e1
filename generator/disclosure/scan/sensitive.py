"""Detector of what DESIGN 7.3 calls sensitive: health and family. A wheelchair is a name.

A trigger word is widened to the phrase it stands in (body part, verb, duration), because the phrase tells.
Source of the classes: PIPL article 28 and 法释〔2016〕19号 article 10 (health is deleted from judgments).
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind

_ILLNESS: Final = (
    "癌|肿瘤|白血病|高血压|低血压|高血脂|高血糖|糖尿病|心脏病|冠心病|心梗|心肌|心绞痛|脑梗|脑溢血|脑出血|中风|偏瘫|瘫痪|瘫在床|截瘫|癫痫|羊癫疯|帕金森|阿尔茨海默|老年痴呆|痴呆|健忘症"
    "|哮喘|肺炎|肺结核|肺气肿|慢阻肺|尘肺|肝炎|乙肝|肝硬化|肾衰|尿毒症|透析|肾病|肾移植|化疗|放疗|艾滋|性病|梅毒|抑郁|焦虑症|躁郁|精神分裂|精神病|精神疾病|精神障碍|精神残疾|神经衰弱|强迫症|自闭症|孤独症|多动症|唐氏"
    "|手术|开刀|开过刀|搭桥|搭过桥|支架|起搏器|住院|出院|病危|病重|重病|大病|绝症|病退|病假|病历|病情|发病|犯病|旧病|慢性病|卧病|卧床|病床|病人|患者|养病|看病|得了病|生病|有病|生了?场?大?病"
    "|骨折|骨裂|脱臼|扭伤|摔伤|烫伤|烧伤|擦伤(?=住院)|缝了?[0-9一二三四五六七八九十两几]{1,2}针|脑震荡|昏迷|昏倒|晕倒|休克|关节炎|风湿|类风湿|腰椎|椎间盘|颈椎病|股骨头|半月板|静脉曲张|痛风"
    "|残疾|残障|轮椅|拐杖|拄拐|助行器|假肢|助听器|人工耳蜗|聋哑|耳聋|失聪|聋子|聋了|听力|盲人|失明|眼盲|半盲|弱视|青光眼|白内障|色盲|腿脚不(?:便|好|方便|利索)|行动不便|行走不便|走路不便|生活不能自理|不能自理|半身不遂|腿瘸|瘸腿|跛"
    "|怀孕|孕妇|身孕|有孕|孕期|孕晚期|孕早期|待产|临产|保胎|流产|小产|剖腹产|剖宫产|难产|早产|产后|坐月子|月子|哺乳期|不孕|试管|高龄产妇"
    "|过敏|荨麻疹|湿疹|白癜风|牛皮癣(?!广告|小广告)|红斑狼疮|甲亢|甲减|贫血|血友病|胃病|胃溃疡|胃出血|疝气|痔疮|结石|前列腺|妇科|肌瘤|囊肿|结节|失眠|心慌|心悸|心律不齐|心口疼|心脏不(?:好|舒服)|神经衰弱|偏头痛|眩晕|耳鸣"
    "|戒毒|吸毒|酗酒|酒精依赖|自杀|自残|轻生|确诊|复诊|康复期|术后|胰岛素|吸氧|氧气瓶|制氧机|呼吸机|造瘘|导尿|ICU|icu|重症监护|植物人|临终|安宁疗护|丧失劳动能力|工伤|职业病|新冠|阳性|水痘|手足口|肢体|智力障碍|智障|弱智|发育迟缓|脑瘫|罕见病|侏儒"
)
_FAMILY: Final = (
    "单亲(?:妈妈|爸爸|家庭|母亲|父亲|家长)?|离异|离了?婚|闹离婚|离过婚|再婚|复婚|分居|丧偶|丧夫|丧妻|守寡|寡妇|遗孀|鳏夫|未婚先孕|未婚妈妈|未婚同居|非婚生|同性恋|同性伴侣|婚外情|出轨|小三|第三者|情人|包养|家暴|打老婆|打孩子|虐待"
    "|独居(?:老人)?|空巢(?:老人)?|孤寡(?:老人)?|失独(?:家庭|老人|父母)?|留守(?:儿童|老人)|孤儿|养子|养女|领养|收养的|抱养|继父|继母|后妈|后爸|私生|双胞胎|三胞胎|龙凤胎|二胎|三胎|二孩|三孩|独生子女?|头胎"
    "|低保(?:户|家庭)?|特困|五保|贫困户|困难户|救济|吃低保|下岗(?!位)|失业|待业(?!主)|破产|欠债|欠了?[^，。]{0,6}债|躲债|网贷|赌博|赌债|老赖|失信|被执行|坐牢|入狱|服刑|劳改|刑满|刑释|前科|判刑|缓刑|社区矫正|取保"
    "|老伴(?:儿)?(?:刚|去年|今年|前年|早|已经?|上个?月|走了|去世|过世|不在)[^，。；,;!！?？]{0,8}|(?:刚|去年|今年|前年|上个?月|已经?)?(?:去世|过世|病逝|走了|没了|离世|车祸身亡)(?:了|后|多年|不久)?|办丧事|守孝|服丧|白事"
    "|退役(?:军人|消防员|士兵|老兵|运动员)?|退伍(?:军人|老兵|兵)?|转业(?:军人|干部)?|军属|军嫂|烈属|烈士家属|伤残军人|优抚|现役|老兵|老红军|侨属|归侨|外籍|少数民族|回民|回族|维吾尔族?|藏族|基督徒|穆斯林|佛教徒|信教"
    "|退休(?:老)?(?:教师|工人|干部|医生|职工|军人|警察|护士|会计|老师|教授|法官|工程师)|离休(?:干部)?"
    "|婆媳[^，。；,;!！?？]{0,6}|夫妻(?:俩)?(?:吵|打|闹|长期|常年|分|感情|不和|两地)[^，。；,;!！?？]{0,6}|两口子(?:吵|打|闹|离|常|天天)[^，。；,;!！?？]{0,6}|感情破裂|争家产|争遗产|遗产|抚养权|探视|分家"
    "|(?:孩子|儿子|女儿|孙子|孙女|外孙|外孙女|娃|小孩|闺女|小儿|小女|长子|次子|长女|次女|老大|老二|他儿子|她女儿)[^，。；,;!！?？]{0,6}?(?:高考|中考|考研|高一|高二|高三|初一|初二|初三|小升初|上小学|上初中|上高中|上幼儿园|读[^，。；,;!！?？]{1,6}年级|[一二三四五六1-6]年级|在[^，。；,;!！?？]{2,10}(?:小学|中学|幼儿园|大学|上学|读书|上班|工作)|休学|辍学|留学|刚满月|满月|[0-9一二三四五六七八九十两]{1,3}个?(?:多)?月大|[0-9一二三四五六七八九十两]{1,3}(?:岁半?|周岁)|刚出生|没爹|没妈|叛逆|早恋|被?欺负|不是亲生)"
    "|(?:高三|初三|高考|中考)(?:生|学生|考生|孩子|女儿|儿子)|(?:家有|家里有)(?:考生|高三|初三|新生儿|婴儿|孕妇|病人|老人|产妇)[^，。；,;!！?？]{0,4}|新生儿|早产儿|刚满月|满月(?:的)?(?:宝宝|婴儿|孩子)"
    "|独自(?:一人)?(?:带|抚养|照顾|居住|生活)[^，。；,;!！?？]{0,6}|一个人(?:带|抚养|照顾|拉扯)[^，。；,;!！?？]{0,4}(?=.{0,3}(?:没|无|单))|(?:丈夫|老公|爱人|妻子|老婆|儿子|女儿|父母|爸妈|儿女|子女)[^，。；,;!！?？]{0,3}(?:常年|长期|都)?(?:在外|在国外|出国|外派|驻外|在部队|当兵|不在身边|在外地|跑船|坐牢|失踪|失联)[^，。；,;!！?？]{0,4}"
    "|(?:八|九|七|六)十(?:多|几|来)?岁|[6-9][0-9](?:多)?岁|百岁老人|高龄(?:老人|独居|父母|母亲|父亲)|年过(?:七旬|八旬|九旬|六旬|花甲|古稀)|[七八九]旬(?:老人|老太|老汉|母亲|父亲|老母|老父)?"
)
_BODY: Final = (
    "心脏|脑部?|头部?|脸|眼睛?|耳朵?|鼻|嘴|牙|喉|脖子|颈椎?|肩膀?|胳膊|手臂|手腕|手指|手|胸部?|肋骨?|背|后背|腰椎?|腰部?|腹部?|胃|肝|胆囊?|肾|肺|肠|膀胱|子宫|乳腺|甲状腺|前列腺|盆骨|髋关?节?|髋部?|臀|屁股|大腿|小腿"
    "|右腿|左腿|双腿|腿|膝盖|膝关节|膝|脚踝|脚腕|脚|踝|股骨颈?|韧带|半月板|尾椎|锁骨|左手|右手|左脚|右脚|右眼|左眼|双眼|双耳|骨头|血管|皮肤|全身|半身|下肢|上肢"
)
_BEFORE: Final = re.compile(
    rf"(?:刚刚?|才|去年|今年|前年|上个?月|上周|前几?天|昨天|最近|近期|已经?|曾经?|一直|长期|常年|多年|天天|又|还|正|在|正在|做|做了|做完|做过|刚做完?|动|动了|动过|得|得了|得过|患|患有|患上|查出|检查出|确诊|确诊为?|诊断|诊断为|有|是|因|因为|严重|轻度|中度|重度|轻微|先天|先天性|后天|急性|慢性|晚期|早期|中期|末期|二级|一级|三级|四级|老年|小儿|儿童|妊娠|双侧|左侧|右侧|粉碎性|需要?|要|坐|拄|靠|装|装了|戴|戴着|突发|老|犯|引发|诱发|导致|[0-9一二三四五六七八九十两]{{1,2}}(?:个月|年|次|周|天|级|度|期)|{_BODY}|的)$"
)
_AFTER: Final = re.compile(
    rf"(?:症|病|史|手术|期|中|了|过|后|患者|病人|病史|化疗|放疗|治疗|发作|晚期|早期|术后|恢复期?|康复|[0-9一二三四五六七八九十两几]{{1,2}}(?:个多?月|多?年|次|周|天|级|度|期|针)|多年|半年|在家|在床|卧床|出行|不起|不醒|{_BODY}|期间|住院|老人|人员|证|家属|儿童|的?(?:老人|母亲|父亲|妈妈|爸爸))"
)
_ORDINARY_HEALTH: Final = re.compile(
    "关爱残疾|残疾人(?:车位|通道|坡道|专用|设施|停车|联合会|证件办理|保障)|残障(?:车位|通道|坡道|设施)|无障碍|轮椅(?:坡道|通道|借用|租借|服务|车位|可以|共)|急救|(?:便民|爱心|免费|借用|提供|配备|备有)[^，。]{0,6}(?:轮椅|拐杖)|病虫害|病媒|疾病预防|疾病防控|防病|传染病防治|预防接种"
    "|通病|毛病|职业病防治|工伤保险|失业保险|社区住院|听力(?:测试|考试)|手术室|支架(?:松动|脱落|生锈|断裂|安装|更换|锈|固定|损坏|变形|加固)|(?:晾衣|空调|灯|管道|广告|信箱|桥架|金属|不锈钢|镜头|外机|车|晒衣|花)支架|搭桥(?:施工|修)|过敏原检测|健康讲座|康复中心|老年(?:大学|食堂|活动)|阳性(?:标本|植物)|(?:中考|高考)(?:期间|时段|静音)|下岗再就业|二胎政策|肢体(?:冲突|接触)|走了(?=之|以|[0-9一二三])|没了(?=电|水|气|信号)"
)
_LEFT_STOP: Final = 14


def find_sensitive(reading: Reading) -> Iterator[Found]:
    """Every phrase about somebody's health or family."""
    text = reading.plain
    ordinary = [match.span() for match in _ORDINARY_HEALTH.finditer(text)]
    for pattern, kind in ((_ILLNESS_ZH, FindingKind.HEALTH), (_FAMILY_ZH, FindingKind.FAMILY)):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in ordinary):
                yield *_widen(text, *match.span()), kind
    yield from _english(text.lower())


_ILLNESS_ZH: Final = re.compile(_ILLNESS)
_FAMILY_ZH: Final = re.compile(_FAMILY)


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """The phrase around a trigger: verbs and body parts before it, course and duration after it."""
    for _ in range(4):
        before = _BEFORE.search(text[max(0, start - _LEFT_STOP) : start])
        if not before:
            break
        start -= len(before.group())
    for _ in range(3):
        after = _AFTER.match(text, end)
        if not after:
            break
        end = after.end()
    return start, end


_ILLNESS_EN: Final = (
    r"surgery|operation on|cancer|tumou?r|chemo(?:therapy)?|radiotherapy|dialysis|diabet(?:es|ic)|insulin|asthma(?:tic)?|epilep(?:sy|tic)|seizures?|stroke|heart (?:attack|disease|condition|failure|problem|trouble)|pacemaker|bypass|stent|high blood pressure|hypertension"
    r"|depress(?:ion|ed)|anxiety|bipolar|schizophreni[ac]|autis(?:m|tic)|adhd|dementia|alzheimer'?s|parkinson'?s|down'?s? syndrome|mental(?:ly)? (?:ill(?:ness)?|health)|suicid(?:e|al)|panic attacks?"
    r"|wheel-?chair|crutches|walking (?:stick|frame)|disab(?:led|ility)|blind|deaf|hearing aid|hard of hearing|partially sighted|paraly[sz]ed|bedridden|amputat\w+|prosthe\w+|arthritis|migraines?|insomnia|allerg(?:y|ic|ies)|pneumonia|tuberculosis|hepatitis|hiv|covid"
    r"|pregnan(?:t|cy)|miscarriage|miscarried|maternity|in labou?r|gave birth|expecting (?:a baby|twins|our|her)|due (?:in|next) (?:\w+ )?(?:weeks?|months?)|postnatal|ivf|breastfeeding"
    r"|broke(?:n)? (?:my|his|her|their|a|an)? ?(?:hip|leg|arm|wrist|ankle|foot|rib|collarbone|finger|nose|back|knee|elbow)|fractured?|sprained|concussion|stitches|hospitali[sz]ed|in hospital|from hospital|from the hospital|hospital bed|terminally ill|seriously ill|chronic(?:ally)? \w+|oxygen (?:tank|machine|concentrator)|medication for|alcoholic|addict(?:ed|ion)?|rehab\b|hip replacement|knee replacement|transplant|ill health|sick leave|multiple sclerosis|copd|leuka?emia"
)
_FAMILY_EN: Final = (
    r"single (?:mother|father|mum|mom|dad|parent)|divorc(?:ed|e|ing)|separated from|widow(?:ed|er)?|re-?married|domestic (?:violence|abuse)|affair with|having an affair|cheat(?:ed|ing) on|custody|foster(?:ed| child| parent| family)|adopted (?:son|daughter|child|her|him)|orphan|step-?(?:father|mother|son|daughter|dad|mum)"
    r"|lives? (?:all )?alone|living alone|on (?:her|his|my) own with|unemployed|lost (?:my|his|her) job|laid off|bankrupt(?:cy)?|on benefits|low-income|in debt|gambl\w+|in prison|in jail|ex-convict|out of prison|on parole|retired (?:teacher|nurse|doctor|soldier|officer|policeman|police officer|engineer|firefighter|army|judge|professor)|veteran|ex-(?:army|military|soldier|husband|wife|police)|refugee|immigrant|undocumented"
    r"|newborn(?: (?:baby|twins|son|daughter))?|twins|triplets|toddler twins|(?:my|his|her|our|their|the) (?:\w+ )?(?:husband|wife|mother|father|mum|dad|son|daughter|grandmother|grandfather|partner|brother|sister|parents|kids?) (?:(?:has|have|had|just|recently|was|is|passed|died|left|works? (?:abroad|nights|overseas)|lives? abroad|moved out|abandoned|walked out)[^,.;!?]{0,40}?(?:died|passed away|left (?:me|us|her|him)|walked out|moved out|abroad|nights|in the (?:army|navy|military)|final exams?|gaokao|exams|school|expelled|deployed))"
    r"|(?:died|passed away|passed on) (?:last|this|in|on|a few|two|three|recently)[^,.;!?]{0,16}|recently (?:died|bereaved|passed away)|funeral|mourning|bereave\w+|[0-9]{1,2}[ -](?:year|month|week)s?[ -]old|aged [0-9]{1,2}|in (?:her|his|their) (?:seventies|eighties|nineties|80s|90s|70s)|gay couple|lesbian|same-sex|muslim|christian|jewish|religion"
)
_SENSITIVE_EN: Final = (
    (re.compile(rf"\b(?:{_ILLNESS_EN})"), FindingKind.HEALTH),
    (re.compile(rf"\b(?:{_FAMILY_EN})\b"), FindingKind.FAMILY),
)
_ORDINARY_EN: Final = re.compile(
    r"wheelchair (?:ramps?|access|users?|spaces?|friendly|lift)|disabled (?:parking|access|toilet|bays?|spaces?)|blind (?:spot|corner|alley)s?|deaf ears|blinds?\b(?= (?:in|on|for|were|are))|(?:elevator|lift|pump|plant|system|equipment|machine)s? operation|anxiety-free|stroke of|one stroke|addicted to green|fractured (?:pipe|tile|kerb)|broken back (?:gate|door)"
)
_BEFORE_EN: Final = re.compile(
    r"(?:\b(?:has|have|had|is|was|are|am|been|being|just|recently|currently|now|still|a|an|the|with|severe|chronic|acute|mild|serious|terminal|late|early|stage|type|[0-9]|months?|weeks?|years?|one|two|three|four|five|six|seven|eight|nine|my|his|her|newly|got|suffers? from|suffering from|suffered|diagnosed with|recovering from|undergoing|underwent|having|uses?|using|needs?|in|on|from|after|of|for|going through|hip|knee|heart|back|brain|eye|spinal|shoulder|breast|lung|liver|kidney|colon|stomach|skin|prostate|cataract|open-heart|dental|leg|foot|hand|ear|bone|blood|bladder|peanut|pollen|dust|clinical|postnatal|full-time|legally|partially|almost|completely|profoundly|visually|hearing|recent|registered|physically|mentally|wife|husband)[ -])$"
)
_AFTER_EN: Final = re.compile(
    r"[ -](?:surgery|treatment|patient|cancer|disease|replacement|operation|user|medication|from (?:her|his|my|a|the) \w+|for (?:[0-9]+|two|three|many|several|a few) (?:years|months|weeks)|mother|mum|father|baby|son|daughter|since \w+ ?\w*|in one (?:ear|eye)|in both (?:ears|eyes))\b"
)


def _english(text: str) -> Iterator[Found]:
    ordinary = [match.span() for match in _ORDINARY_EN.finditer(text)]
    for pattern, kind in _SENSITIVE_EN:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in ordinary):
                yield *_widen_english(text, *match.span()), kind


def _widen_english(text: str, start: int, end: int) -> tuple[int, int]:
    for _ in range(6):
        before = _BEFORE_EN.search(text[max(0, start - 20) : start])
        if not before:
            break
        start -= len(before.group())
    after = _AFTER_EN.match(text, end)
    return start, after.end() if after else end
