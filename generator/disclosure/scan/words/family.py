"""Words that tell somebody's family, means or past, by what they are about. Data."""

from typing import Final

_CLAUSE: Final = "[^，。；,;!！?？]"
_CHILD: Final = (
    "(?:孩子|儿子|女儿|孙子|孙女|外孙|外孙女|娃|小孩|闺女|小儿|小女|长子|次子|长女|次女|老大|老二)"
)
_PARTNER: Final = "(?:丈夫|老公|爱人|妻子|老婆|儿子|女儿|父母|爸妈|儿女|子女)"
_COUPLE: Final = "(?:夫妻俩?|夫妇俩?|两口子|小两口|老两口|小夫妻)"
_CN: Final = "[0-9一二三四五六七八九十两]"

CHINESE: Final = {
    "marriage": (
        "(?:刚|刚刚|去|没|未)?(?:领证|扯证|领结婚证)|(?:离婚|结婚|分手)(?:协议|证|判决)?|婚前|婚后|嫁(?:人|过来|到)|独生[子女][^，。；,;]{0,4}",
        "二婚|头婚|改嫁|入赘|上门女婿|净身出户|婚变|父母(?:离异|双亡|离婚)|(?:父母|爸妈|爹妈)(?:都)?(?:不在了|走得早|去世)|大龄(?:未婚|单身)|单身(?:妈妈|母亲|女性|女子|爸爸|父亲|汉|男|女)?(?!公寓|宿舍)|同居|未婚夫|未婚妻|新婚|闪婚|不是亲生|非亲生|亲子鉴定|代孕|过继|继子|继女|养父|养母|干儿子|干女儿|相依为命|孤儿寡母|寡居|鳏居|隔代(?:抚养|教育)?",
        "单亲(?:妈妈|爸爸|家庭|母亲|父亲|家长)?",
        f"(?:离异|离了?婚|闹离婚|离过婚)(?:后|了)?(?:独自)?(?:一人)?(?:带{_CLAUSE}{{0,4}}(?:孩子|娃))?",
        "再婚|复婚|分居|丧偶|丧夫|丧妻|守寡|寡妇|遗孀|鳏夫|未婚先孕|未婚妈妈|未婚同居|非婚生|同性恋|同性伴侣|婚外情|出轨|小三|第三者|情人|包养|家暴|打老婆|打孩子|虐待|感情破裂",
        f"婆媳{_CLAUSE}{{0,6}}|{_COUPLE}(?:(?:长期|常年|天天|整天|经常|总)(?:是|在|又)?(?:吵|打(?!麻|牌|扫|球)|闹|骂|分|不|两地|异地|冷战|在外)|吵|打(?!麻|牌|扫|球)|闹|分|感情|不和|两地){_CLAUSE}{{0,6}}",
    ),
    "who lives there": (
        "(?:刚|才|又)?(?:生[完了下]|怀上?了?|要了?)(?:二胎|三胎|二宝|三宝|老二|双胞胎|孩子|宝宝|小孩)|年?[五六七八九]十有[一二三四五六七八九]",
        "(?:独居|空巢|孤寡|失独|留守|丧子)(?:老人|老两口|老夫妻|夫妇|夫妻|老太太?|老头|老汉|妇女|老奶奶|老爷爷|爷孙俩?|婆孙俩?|娃|家庭|父母)|独居|空巢|孤寡|失独|留守儿童|孤儿|遗孤|弃婴|遗腹[子女]?|私生[子女]|童养媳|过继(?:来|给)|老来得[子女]|晚来得[子女]|试管婴儿|早产儿|倒插门|填房|续弦|老光棍|妯娌|连襟|没断奶|吃奶的[娃孩]|养子|养女|领养(?![^，。]{0,8}[猫狗犬宠])|收养的|抱养|继父|继母|后妈|后爸|私生|双胞胎|三胞胎|龙凤胎|二胎|三胎|二孩|三孩|独生子女?|头胎",
        f"独自(?:一人)?(?:带|抚养|照顾|居住|生活){_CLAUSE}{{0,6}}|一个人(?:住|生活|抚养|拉扯){_CLAUSE}{{0,4}}|一个人带着?{_CLAUSE}{{0,3}}(?:孙[子女儿]?|外孙女?|孩子|娃|儿子|女儿|小孩)",
        f"{_PARTNER}{_CLAUSE}{{0,3}}(?:常年|长期|都)?(?:在外|在国外|出国|出海|援藏|援疆|支教|戍边|服役|参军|外派|驻外|在外打工|打工|在部队|当兵|不在身边|在外地|跑船|坐牢|失踪|失联){_CLAUSE}{{0,4}}",
        f"{_CN}{{1,3}}(?:个多?月|周?岁|岁半|天)(?:多|半)?(?:大)?的?(?:小|大|双胞胎|外|重)?(?:孩子?|儿子?|女儿|孙子|孙女|外孙女?|娃|宝宝|宝贝|闺女|男孩|女孩|婴儿|妹妹|弟弟)|(?:上|读|念|刚上)(?:小学|初中|高中|大学|幼儿园|[一二三四五六]年级|大班|中班|小班)的?(?:孩子|儿子|女儿|孙子|孙女|外孙|娃|闺女)|婴儿(?![一-鿿]{{0,2}}[车床椅房品台])|襁褓|吃奶的|未满月|(?:刚)?满月|(?:刚)?百天|早产|奶奶带大|爷爷带大|重孙|祖孙[一-鿿]{{0,3}}|四世同堂|三代同堂|老来得子|(?:膝下|身边)?无儿无女|无子女|没有子女|无依无靠|无人赡养|不赡养|赡养",
        f"{_CN}{{1,2}}十(?:多|几|来)?岁|[6-9][0-9](?:多)?岁|百岁老人|(?<![满0-9一二三四五六七八九十])[0-9一二三四五六七八九十百两]{{1,4}}周?岁(?!以|及以|至|到|-|—|~|的?以)[^，。；,;：:0-9]{{0,4}}|高龄(?:老人|独居|父母|母亲|父亲)|年过(?:七旬|八旬|九旬|六旬|花甲|古稀)|[七八九]旬(?:老人|老太|老汉|母亲|父亲|老母|老父)?",
    ),
    "means and past": (
        "(?:刚|才)?出狱|被判[^，。；,;]{0,4}|判了[^，。；,;]{1,4}年|蹲过?(?:监狱|大牢|号子)|刚放出来|(?:被[^，。；,;]{0,4})?裁员|(?:外来|外出|进城|在外)务工(?:人员|家庭)?|务工家庭|打工仔|打工妹|寄人篱下",
        "(?:备考|考研|考公|考编|考博|复读|艺考|二战考研|三战)[^，。；,;!！?？、：:]{0,6}|抗美援朝[^，。；,;]{0,4}|抗战老?[^，。；,;]{0,3}|(?:参战|复员|伤残|残疾|荣誉|参过军的)(?:老?军人|老?兵|战士)|老战士|(?:部队|随军|军人|消防员?|警察|民警)家属|随军|(?:现役)?军人(?:家属|的妻子)|军婚|军休干部|警属|劳模|侨眷|归国华侨|老?知青|支边[^，。；,;]{0,3}|援[藏疆非鄂][^，。；,;]{0,3}|志愿军[^，。；,;]{0,3}|老革命|老八路|战斗英雄|立过功|老党员|海归|参过军|当过兵|军转干部|警嫂|军烈属|遗属|事实孤儿|事实无人抚养[^，。；,;]{0,2}|(?:跨境|跨国|涉外|涉台|涉港|异国)婚姻|困境儿童|建档立卡[^，。；,;]{0,3}|零就业|低收入[^，。；,;]{0,4}|被裁(?:员|了)?|失了?业|丢了?工作|没了?工作|没有工作|(?<![日月年天期以])内退(?!还|款|回|费|换|场)|买断工龄|高利贷|断供|被限高|靠[^，。；,;]{0,6}(?:过日子|生活|为生|糊口|度日|养家)|(?:捡|拾)(?:废品|破烂|垃圾)(?:为生|补贴)|打零工|刑释人员|假释|吸毒|戒毒|信徒|天主教|伊斯兰|新移民|难民|外来户",
        "(?:困难|特困|贫困|受灾|外来|流动|特殊|帮扶|失地|离异|残疾|孤寡|丧偶|再婚|重组|低收入)(?:户|家庭|家属|老人|儿童|人口|人员|人士|职工|群众|农民)",
        f"低保(?:户|家庭)?|特困|五保|贫困户|困难户|救济|吃低保|下岗(?!位)|失业(?!保险)|待业(?!主)|破产|欠债|欠了?{_CLAUSE}{{0,6}}债|躲债|网贷|赌博|赌债|老赖|失信|被执行",
        "刑满[一-鿿]{0,3}|坐牢|坐过牢|入狱|服刑|劳改|刑满(?:释放)?|刑释|前科|判刑|判过刑|缓刑|社区矫正|(?<!收)取保(?!证金|险|洁|管|温|安|修|养)|拘留过",
        "退役(?:军人|消防员|士兵|老兵|运动员)?|退伍(?:军人|老兵|兵)?|转业(?!主|委|务)(?:军人|干部)?|军属|军嫂|烈属|烈士家属|伤残军人|优抚|现役|老兵|老红军|侨属|归侨|外籍|少数民族|回民|回族|维吾尔族?|藏族|基督徒|穆斯林|佛教徒|信教",
        "(?:退休|离休|退了休|返聘|在职|现职|在编|在任|已故|卸任)的?(?:老)?[一-鿿]{0,4}?(?:医(?!院|保)|匠|护士长?|大夫|司机|教师|老师|法官|检察官|律师|记者|编辑|演员|画家|裁缝|厨子|干部|校长|厂长|局长|处长|教授|工程师|会计师?|[刑特交民武狱法乘片辅]警|缉毒警|警察|军官|船长|海员|飞行员|运动员|教练|列车长|邮递员|售票员|钳工|车工|矿工|书记|主任(?!科员))(?![^,.;。]{0,6}(?:合唱|志愿|座谈|活动室|坐班|支部|协会|团队|组成|报到|舞蹈|书画))|前(?:法官|警察|民警|检察官|国脚|记者|军官|官员)|退休(?:老)?[一-鿿]{0,4}(?:师|员|人|兵|长|授|工|部|官|警|生|士|会计)(?![^,.;。]{0,6}(?:合唱|志愿|座谈|活动室|坐班|支部|协会|团队|组成|报到|舞蹈|书画))|离休(?:干部)?|争家产|争遗产|遗产|抚养权|探视|分家",
    ),
    "death": (
        f"老伴(?:儿)?(?:刚|去年|今年|前年|早|已经?|上个?月|走了|去世|过世|不在){_CLAUSE}{{0,8}}",
        "(?:刚|去年|今年|前年|上个?月|已经?)?(?:去世|过世|病逝|离世|车祸身亡)(?:了|后|多年|不久)?|(?:老伴|老人|父亲|母亲|爸|妈|爷爷|奶奶|丈夫|老公|妻子|老婆|儿子|女儿)(?:走了|没了)(?!进|过|多)|办丧事|守孝|服丧|白事",
    ),
    "children": (
        f"{_CHILD}{_CLAUSE}{{0,6}}?(?:高考|中考|考研|高[一二三]|初[一二三]|小升初|上(?:小学|初中|高中|幼儿园|学前班|大班|中班|小班)(?:[一二三四五六]年级)?|读{_CLAUSE}{{1,6}}年级|[一二三四五六1-6]年级|在{_CLAUSE}{{2,10}}(?:小学|中学|幼儿园|大学|上学|读书|上班|工作)|休学|辍学|留学|刚?满月|{_CN}{{1,3}}个?(?:多)?月大|{_CN}{{1,3}}(?:岁半?|周岁)|刚出生|没爹|没妈|叛逆|早恋|被?欺负|不是亲生)",
        "未成年(?:的)?(?:孩子|儿子|女儿|妹妹|弟弟|孙子|孙女|子女)|寄养[^，。；,;]{0,4}|寄宿[^，。；,;]{0,4}|带着?[两二三四五2-5]个?(?:孩子|娃|小孩|女儿|儿子)|(?:高考|中考)(?:冲刺|失利|落榜|在即|临近|备考)|落榜|(?:小学|初中|高中|大学|幼儿园)(?:刚)?(?:开学|毕业|入学)的?(?:孩子|儿子|女儿)",
        "(?:照看|照顾|照料|带|接送|抚养)(?:孙[子女儿]?|外孙女?|孩子|娃|小孩)[^，。；,;]{0,4}",
        "(?:高三|初三|高考|中考)(?:生|学生|考生|孩子|女儿|儿子)|(?:家有|家里有)(?:考生|高三|初三|新生儿|婴儿|孕妇|病人|老人|产妇)[^，。；,;!！?？]{0,4}|新生儿|早产儿|满月(?:的)?(?:宝宝|婴儿|孩子)",
    ),
}
CHINESE_ORDINARY: Final = (
    "相亲(?:角|会|活动|大会)|(?:时长|存储|保存|留存|试用|运行|使用|质保)满月|免费领养(?=[,，]|每|限|$)",
    "外来(?:人员|人口)(?=[^，。；,.;]{0,4}(?:凭|须|需|请|应|登记|不得|禁止|一律|进[出入]))",
    "(?:想|欲|拟|可否|能否|能不能|可不可以|可以|打算)(?:在|借|用|租)[^，。；,.;]{0,6}(?:办|摆)(?:个|场)?(?:喜酒|满月酒|百日宴|寿宴|升学宴|谢师宴)",
    "(?:里[头面]?|管子?|龙头|[池箱阀炉泵井罐桶]里?)放出来?的?(?=[水气电烟油声]|[一-鿿]水)",
    "亡羊|人员伤亡|无伤亡|消亡|(?:苗木|树木|绿植|乔木|灌木|草坪|鱼)[^，。]{0,4}死亡|丧失|沮丧|丧气|葬送|转嫁|嫁接|嫁祸|不遗|无遗|(?:文化|自然|工业|历史)遗产|遗弃(?:物|车|的?(?:车|单车|自行车|家具|杂物))|遗存|寡(?:淡|不敌|言|断|闻)|和寡|孤(?:零零|单单|注|掌|军|芳|陋|植|品|本|例|灯)|赌气|赌一把|恋恋不舍|依恋|留恋|流亡",
    "家长[^，。]{0,3}带着?(?:孩子|小孩|娃)|带着?(?:孩子|小孩|娃)(?:玩|散步|乘|坐|参加|遛弯|游泳|出行|的(?:家长|居民|住户|业主))|领养(?:猫|狗|犬|宠物|流浪|日)|接送(?:孩子|学生|小孩)的?(?:家长|车|时|高峰|通道|专用|点|区|请)|失业保险|下岗再就业|二胎政策|老年(?:大学|食堂|活动)|(?:中考|高考)(?:期间|时段|静音)|现役(?:设备|电梯)|婴儿(?:车|床|房|用品|座椅|换洗|护理台)|(?:重点|优抚|帮扶)[^，。]{0,4}对象|(?:母婴|哺乳)(?:室|间)|新婚姻|单身公寓|限高(?:杆|架|梁|[0-9]|标|门)|讨薪维权热线|满月(?:酒|宴)?禁|退役(?:设备|电梯|车辆)|第三者(?:责任)?(?:险|保险)|禁止赌博|严禁赌博|聚众赌博|虐待动物|失信名单制度",
)

ENGLISH_ORDINARY: Final = (
    r"\b(?:keep|keeping) (?:\w+ (?:and|or) )?(?:toddlers|infants|babies)(?: and \w+)? away\b",
    r"\b(?:sand|soil|water|paint|gravel|money|fees|words|talk|this|that|salt|cement|glue|washing|cleaning|sweeping) alone\b",
    r"(?:comments?|suggestions?|proposals?|ideas?|plans?|requests?|rules?|one|two|three|most|all|none|some) (?:of \w+ )?(?:is|was|are|were|(?:has|have) been) adopted",
)

ENGLISH: Final = (
    r"(?:husband|wife|partner|mother|father|he|she) (?:left|walked out|moved out|ran off|disappeared)(?= in | last | on | me| us|[.,;]|$)|(?:are|we're|am|were|have) (?:splitting|split|broken|breaking) up|buried (?:my|her|his|our)|(?:was|been|got) (?:sacked|arrested|evicted)|bailiffs?\b|(?:had|have|having|expecting) our (?:first|second|third|fourth)|police took (?:him|her|them|my|the (?:man|woman|boy|neighbour|tenant))|taken away by|i (?:fly|drive|sail) (?:long-haul|trucks?|lorries|taxis?|cabs?|for)|(?:i|he|she|mother|father) turns? (?:[4-9]0|forty|fifty|sixty|seventy|eighty|ninety)",
    r"the (?:\w+ )?(?:teacher|judge|pilot|doctor|nurse|lawyer|dentist|surgeon|stewardess|singer|actor|actress|musician|drummer|policeman|professor|coach|butcher|baker|monk|priest|foreigner) (?:upstairs|downstairs|next door|opposite|across|on our|above|below)",
    r"(?:have|has|had|we|she|he|they|just) adopted (?:a|an|two|twin|three|our|my|her|his)\b|late (?:sister|brother|son|daughter|mother|wife|uncle|aunt)(?:'s)?|raising (?:my|her|his|our|a|two|three|four)|elop(?:ed|ing)|serv(?:es|ing|ed) (?:a|his|her|my|out)? ?(?:\w+ )?(?:sentence|time)\b|turn(?:ed|s|ing) (?:[6-9][0-9]|1[01][0-9]|sixty|seventy|eighty|ninety|a hundred|one hundred)(?:-\w+)?|abus(?:ive|ed)|fled (?:an?|my|her|his|from)|stalk(?:s|ed|er|ing)|(?:i|she|he|husband|wife|mother|father|son|daughter|partner|neighbou?r) (?:teach(?:es)?|taught|nurses?|lectures?|preach(?:es)?|work(?:s|ed)?) (?:\w+ ){0,4}(?:at|in|for) (?:the|a|an)\b|(?:lost|losing) (?:my|his|her|our) (?:home|business|savings|licen[cs]e|visa)|(?:my|her|his) (?:ex|fianc[eé]e?)\b|pension\b|made homeless|sleeping rough|rehoused|witness protection|under guardianship|surrogate",
    r"(?:is|was|are|were|been) (?:adopted|orphaned|widowed|divorced|separated|remarried|unemployed|retired|an orphan)|(?:her|his|my) own kids?|childless|runaway|minor child|underage",
    r"ex-(?:boyfriend|girlfriend|partner)|late (?:husband|wife|father|mother)|lost (?:my|her|his|our) (?:husband|wife|mother|father|son|daughter|parents?|baby|mum|dad|partner)|newly-?weds?|newly married|just (?:got )?(?:married|separated)|estranged|restraining order|in-laws|mother-in-law|raising (?:\w+ ){0,4}(?:alone|by (?:my|her|him)self|on (?:my|her|his) own)|(?:single|unmarried|young|teenage|first-time|new) (?:mother|father|mum|mom|dad|parents?)",
    r"between jobs|out of work|jobless|made redundant|on welfare|on a pension|pensioner|benefit(?:s)? claimant|evict(?:ed|ion)|in arrears|behind on (?:my|her|his|the) (?:mortgage|rent)|(?:army|war|navy|military|air force|korean war|vietnam) veteran|served in the (?:army|navy|military|war)|ex-(?:con|prisoner|offender|firefighter|service\w*|policeman)|retired (?:\w+ )?(?:firefighter|fireman|worker|miner|driver|colonel|captain|general|detective|surgeon|diplomat|civil servant|accountant|postman|sailor|pilot|cop|principal)",
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\dth)[ -]graders?|(?:college|university|high school|middle school|civil service|bar|entrance|final|a-level|gcse)(?: \w+)? exams?|gaokao|a-levels?|revis(?:es|ing) for|(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2})[ -](?:year|month|week)s?[ -]olds?|toddler(?! (?:pool|area|swing|slide|play|group|section))s?|infant(?! (?:formula|car|seat))|new baby|baby (?:girl|boy|daughter|son|twins)|(?:elderly|ageing|aging|frail) (?:mother|father|parents?|mum|dad|grandmother|grandfather|aunt|uncle|neighbou?r|couple|woman|man|lady|gentleman)|(?:widowed|bereaved|childless|orphaned) \w+|(?:i|he|she|husband|wife|son|daughter|mother|father|we) works? (?:the )?nights?(?: shifts?)?|night(?:[- ]shift)? (?:nurse|worker|doctor)",
    r"single (?:mother|father|mum|mom|dad|parent)|divorc(?:ed|e|ing)|separated from|(?:war |young |recent )?widow(?:ed|er)?|re-?married|domestic (?:violence|abuse)|affair with|having an affair|cheat(?:ed|ing) on|custody|(?:are |is |am )?(?:a )?foster(?:ed| child(?:ren)?| parents?| famil(?:y|ies)| carers?| mother| father| home)|adopted (?:son|daughter|child|her|him)|orphan|step-?(?:father|mother|son|daughter|dad|mum)",
    r"(?:starts?|started|attends?|goes to|go to|is in|enters?) (?:\w+ )?(?:primary|middle|high|elementary|secondary|nursery|boarding) school|kindergarten|in (?:first|second|third|fourth|fifth|sixth|final) grade|grade [0-9]{1,2}\b|(?:preparing|studying|sitting) for (?:\w+ )?(?:gaokao|exams?|finals|college)",
    r"lives? (?:all )?alone|living alone|on (?:her|his|my) own with|unemployed|lost (?:my|his|her) job|laid off|bankrupt(?:cy)?|on benefits|low-income|in debt|gambl\w+|in prison|in jail|ex-convict|out of (?:prison|jail)|on parole|criminal record|refugee|immigrant|undocumented|gay couple|lesbian|same-sex|muslim|christian|jewish|religion",
    r"retired (?:teacher|nurse|doctor|soldier|officer|policeman|police officer|engineer|firefighter|army|judge|professor)|veteran|ex-(?:army|military|soldier|husband|wife|police)",
    r"newborn(?: (?:baby|twins|son|daughter))?|twins|triplets|(?:my|his|her|our|their|the) (?:\w+ )?(?:husband|wife|mother|father|mum|dad|son|daughter|grandmother|grandfather|partner|brother|sister|parents|kids?) (?:has|have|had|just|recently|was|is|passed|died|left|works?|lives?|moved|abandoned|walked)[^,.;!?]{0,40}?(?:died|passed away|left (?:me|us|her|him)|walked out|moved out|abroad|overseas|nights|in the (?:army|navy|military)|final exams?|gaokao|exams|school|expelled|deployed)",
    r"(?:died|passed away|passed on) (?:last|this|in|on|a few|two|three|recently)[^,.;!?]{0,16}|recently (?:died|bereaved|passed away)|funeral|mourning|bereave\w+|[0-9]{1,2}[ -](?:year|month|week)s?[ -]old|aged [0-9]{1,2}|in (?:her|his|their) (?:seventies|eighties|nineties|80s|90s|70s)",
)

DOUBTFUL: Final = (
    "丧|亡|(?<![拾补非所])遗(?!漏|留|憾|失|忘|撒|址|迹)|葬|奔丧|守寡|单身|离婚|离异|前夫|前妻|再婚|结婚|出嫁|嫁|娶|婚(?!庆|车|纱|宴|房|介|姻法|姻登记|礼(?:车|现场|当天|仪式|堂|用车|音乐|鞭炮|气球|拱门))|恋爱|分手|同居|小三|二奶|情夫|情妇|奶娃|带娃|独居|(?<![满0-9一二三四五六七八九十])[0-9一二三四五六七八九十]{1,3}(?:岁|周岁|个月大)(?!以|及以)|[六七八九]十(?:有|多|来|几)[一二三四五六七八九]?(?!个?(?:人|名|家|户|张|棵|件|只|台|次|元|块|斤|公斤|米|平|辆|盆|份|本|条|年|万|层|盏|株|吨|项|处|位(?!老)))|年逾|高寿|[六七八九]旬|"
    "高考|中考|考研|辍学|休学|转学|毕业班|坐牢|前科|判刑|拘留|劳改|低保|失业(?!保险)|下岗|破产|欠债|借钱|赌|吸毒|酗酒|信佛|信教|清真|参军|当兵|退伍|退役(?!设备|电梯|车)|孤(?!岛|立)|寡|领养(?![^，。]{0,8}[猫狗犬宠])|收养|私生|继[父母子女]|后[妈爸爹娘](?!门)|婆媳|家暴|打老婆|打孩子|留守|外派|常年在外|常年在国外",
)
"""Words that make one ask whose life is meant; they hold a text and find nothing."""
SELF: Final = (
    f"(?:我|我家|他|她)(?:的)?{_PARTNER}(?:就?是)(?:一?[名个位])?(?!某|业主|住户|租户|户主|车主|不|在|从|来|怕|想|要|第一次|[0-9])[一-鿿]{{2,8}}",
    "(?:我|我们|我家|本人|俺)(?:就?是|乃)(?:一[名个位]|个|这儿的|小区的|咱们?小区的?)?(?!某|业主|住户|租户|租客|房东|房客|户主|家长|邻居|楼上|楼下|隔壁|对门|对面|车主|商户|店主|老板|物业|保安|保洁|管家|居民|住在|因为|想|要|怕|说|来|在|从|不|第一次|新|老业主|[0-9]|你|您|他|她)[一-鿿]{2,10}",
    "(?:家有|家里有|家中有|屋里有)(?!人[，。！？,.!?])[^，。；,;]{0,6}(?:老人|孩|娃|妇|童|婴|考生|学生|病|岁|残)",
)
"""Who somebody says she is: whatever stands there and is no word for a customer."""
DOUBTFUL_EN: Final = (
    r"\b(?:married|pregnan\w+|divorc\w+|widow\w*|orphan\w*|unemployed|retired|prison|jail|religio\w*|alone|drunk|affair)\b",
)
