"""Words that tell somebody's health, by what they are about; and where the same words tell nothing. Data."""

from typing import Final

CHINESE: Final = {
    "organs and vessels": "高血压 低血压 高血脂 高血糖 糖尿病 心脏病 冠心病 心梗 心肌 心绞痛 心慌 心悸 心律不齐 心口疼 心脏不(?:好|舒服) 脑梗 脑溢血 脑出血 脑震荡 中风 尿毒症 透析 肾衰 肾病 肾移植 肝炎 乙肝 肝硬化 胃病 胃溃疡 胃出血 甲亢 甲减 贫血 血友病 静脉曲张 痛风 前列腺 肌瘤 囊肿 结节 结石 疝气 痔疮 妇科 心衰 房颤 早搏 心肌炎 心脏(?:病|早搏|骤停|不太好) 肺心病 血栓 动脉瘤 血管瘤 低血糖 胆结石 胆囊炎 阑尾炎 胰腺炎 肠梗阻 肠炎 胃炎 肾炎 肾结石 尿失禁 大小便失禁 失禁 脂肪肝 丙肝 肝腹水 甲状腺 乳腺 卵巢 子宫 更年期 身体(?:不好|不太好|虚弱|欠佳|很差) 体弱多?病? 心脏(?:手术|搭桥)",
    "tumours and treatment": "癌 肿瘤 白血病 化疗 放疗 手术 开刀 开过刀 搭桥 搭过桥 支架 起搏器 置换 换髋 换膝 移植 胰岛素 吸氧 氧气瓶 制氧机 呼吸机 造瘘 导尿 ICU icu 重症监护 住院 出院 术后 康复期 复诊 确诊 临终 安宁疗护 植物人 靶向 血透 腹透 胃管 鼻饲 尿管 尿袋 造口 引流管 吸痰 雾化 输液 打点滴 打钢钉 钢板 拆线 缝针 抢救 介入治疗 骨髓 截肢 药物治疗 理疗 复健 疗养 康复训练 (?:胃|肝|肺|肾|肠|胆|脾|子宫|卵巢|乳腺|甲状腺|扁桃体|阑尾|息肉|喉|眼球)[^，。；,;]{0,2}(?:切除|摘除|切了|移植|穿刺|手术)",
    "nerves and mind": "偏瘫 瘫痪 瘫在床 截瘫 半身不遂 癫痫 羊癫疯 帕金森 阿尔茨海默 老年痴呆 痴呆 健忘症 抑郁 焦虑症 躁郁 精神分裂 精神病 精神疾病 精神障碍 精神残疾 精神不(?:好|正常) 神经衰弱 强迫症 自闭症 孤独症 多动症 唐氏 智力障碍 智障 弱智 发育迟缓 脑瘫 失眠 偏头痛 眩晕 自杀 自残 轻生 戒毒 吸毒 酗酒 酒精依赖 脑膜炎 脑积水 脑萎缩 小脑萎缩 脑外伤 小儿麻痹 渐冻 肌无力 肌肉萎缩 双相 躁狂 妄想 幻听 幻觉 恐惧症 惊恐症 社恐 厌食症 暴食症 认知症 认知障碍 阿兹海默 失智 记忆力衰退 走失过 语言障碍 失语 口吃 结巴 疯疯癫癫 精神(?:失常|恍惚|出了问题) 嗜睡 睡眠障碍 神经痛 三叉神经 面瘫 多动 自闭 抽动症 阅读障碍",
    "lungs, skin, infections": "哮喘 肺炎 肺结核 肺气肿 慢阻肺 尘肺 艾滋 性病 梅毒 过敏 荨麻疹 湿疹 白癜风 牛皮癣(?!广告|小广告) 红斑狼疮 新冠 阳性 水痘 手足口 传染病 狂犬病 打了?[0-9一二三四五六两]{1,2}针 花粉症 鼻炎 咽炎 支气管炎 气管炎 肺纤维化 肺大泡 间质性肺 咳血 咯血 皮炎 银屑病 带状疱疹 白化病 褥疮 甲流 流感 腮腺炎 猩红热 麻疹 登革热 结核 丙型肝炎 哮喘病 感染",
    "bones and injuries": "骨折 骨裂 脱臼 扭伤 摔伤 烫伤 烧伤 (?:打着?|上了?|戴着?)(?:石膏|支具|护具|绷带) 发高烧 高烧 抽搐 (?:家有)?[一-鿿]{0,2}病人 (?:摔|跌|扭|崴|撞|砸|压)(?:断|骨折|裂|伤)了?(?:腿|手|胳膊|腰|胯骨?|骨盆|肋骨|脚|脚踝|手腕|膝盖|锁骨|尾椎|门牙|股骨) 听不清(?=[，。；！？、,.;!?]|$) 听不见(?=[，。；！？、,.;!?]|$) 看不清(?=[，。；！？、,.;!?]|$) 看不见(?=[，。；！？、,.;!?]|$) 走不动 站不稳 下不了床 说不出话 缝了?[0-9一二三四五六七八九十两几]{1,2}针 昏迷 昏倒 晕倒 休克 关节炎 风湿 类风湿 腰椎 椎间盘 颈椎病 股骨头 半月板 工伤 职业病 骨质疏松 腰突 腰间盘 脊柱 脊髓 强直 滑膜炎 韧带 跟腱 半月板撕裂 腰伤 腿伤 脚伤 旧伤 腿疾 脚疾 (?:腰|腿|脚|膝盖|眼睛|眼神|耳朵|耳朵眼睛|视力|听力|腿脚|胳膊|心脏|肺|胃)(?:都|也|又|一直)?(?:不好|不太好|不行|有伤|受伤|受过伤|有病|有毛病) 走路不稳 站立不稳 走不了路 走不动路 站不起来 上不了楼 爬不动楼?梯? 爬不了楼梯? 起不来床 下不来床 动弹不得 中毒 溺水 猝死 晕厥 被烫 被砸伤 流产 断指 (?:骨盆|胯骨|肋骨|锁骨|股骨|颈骨|尾骨|眉骨|鼻梁|手指|食指|小指|拇指|中指|无名指|脚趾|脚踝|手腕|手臂|胳膊|膝盖|小腿|大腿|额头|门牙|下巴|脑袋|后脑勺?|脚背|[左右双](?:手(?!边|侧|拐)|[脚腿眼耳臂肩膝])|脚(?!手架|垫|踏|轮|线|下)|腿|腰(?!线))[^，。；,;：:0-9]{0,5}(?:裂|断|伤|折|破|扭|崴|肿|麻|缝|烫|脱臼|疼|痛|流血|出血|瘸|抽筋) (?:全|半|双耳)聋 发烧 低烧 抽筋 崴了 (?:扭|摔|烫|烧)伤(?!害|亡)",
    "disability": "残疾 残障 肢体 轮椅 拐杖 拄拐 助行器 假肢 助听器 人工耳蜗 聋哑 耳聋 耳鸣 失聪 聋子 聋了 听力 盲人 失明 眼盲 半盲 弱视 青光眼 白内障 色盲 腿脚不(?:便|好|方便|利索) 行动不便 行走不便 走路不便 生活不能自理 不能自理 腿瘸 瘸腿 跛 侏儒 罕见病 丧失劳动能力 听障 视障 视力障碍 听力障碍 言语障碍 智力残疾 精神残疾 肢残 [一二三四1-4]级残疾 截瘫 失能 半失能 义肢 黄斑 视网膜 飞蚊 斜视 散光 行动迟缓 腿脚不灵便?",
    "birth": "怀孕 怀了?(?:二胎|孕|双胞胎) 孕妇 身孕 有孕 孕期 孕晚期 孕早期 待产 临产 预产期 保胎 流产 小产 剖腹产 剖宫产 难产 早产 产后 坐月子 月子 哺乳期 不孕 试管 高龄产妇 怀(?:了|着|上)?(?:宝宝|孩子|二胎|三胎) 怀胎 孕吐 (?:前|后)?孕[中后]期 备孕 宫外孕 双胎 (?:顺|剖腹?|剖宫)产 刚生(?:完|了|过) 胎儿 羊水 产假 产妇 坐小月子 催产 保胎针",
    "being ill": "病危 病重 重病 大病 绝症 病退 病假 病历 病情 发病 犯病 旧病 慢性病 卧病 卧床 病床 病人 患者 养病 看病 得了?病 生病 有病 生了?场?大?病 吃药 服药 病号 体弱 病弱 病恹恹 生命垂危 不省人事 病假条 大病初愈 大手术 久病 常年吃药 长期吃药 药罐子 老毛病(?:犯|又) 头晕 呕吐 便血 浑身疼 走丢 走失(?!犬|宠物|猫|狗|的狗|的猫|物) 瘸 瘫 疯子",
}
CHINESE_ORDINARY: Final = (
    "(?:白粉|叶斑|黑斑|煤污|锈|褐斑|霜霉|软腐|青枯|枯萎|立枯|根腐|炭疽|花叶|灰霉|腐烂|丛枝|流胶|溃疡|黄化|猝倒)病|病(?:弱枝|枝|叶|果|株|树|残枝|虫枝|残株|句|菌|原)|抗病(?:性|力|品种)|[语弊通诟]病|(?:防病|慢性病|常见病|疾病|肿瘤|癌症|糖尿病|高血压)(?:讲座|科普|筛查|防治|预防|知识|宣传|义诊)",
    "残(?:次|砖|局|片|存|损|迹|酷|墙|羹|花|雪|联|骸|料|土|液|胶|渣|叶|汤|水|茶)|断壁残垣|(?:文明|全国)?助残(?:日|活动)|风烛残|臃肿|(?:木|门|板|窗|地板|树干|树瘤|线头)[^，。]{0,4}肿[胀大]|疯(?:长|抢|涨|狂)|痛(?:点|快|痒|心|下决心)|阵痛|头痛医头|眩目|[七左右东八急]拐|拐[来去]|(?:中药|药)渣|药(?:箱|店|房|剂|液|膏|械|害)|喷药|打药|农药|灌药|投药|放药|施药|鼠药",
    "[一-鿿]{1,3}擦(?:伤|破)",
    "关爱残疾|残疾人(?:车位|通道|坡道|专用|设施|停车|联合会|证件办理|保障)|残障(?:车位|通道|坡道|设施)|无障碍|轮椅(?:坡道|通道|借用|租借|服务|车位|可以|共)|急救",
    "(?:便民|爱心|免费|借用|提供|配备|备有)[^，。]{0,6}(?:轮椅|拐杖)|病虫害|病媒|疾病预防|疾病防控|防病|传染病防[治控]|预防(?:接种|传染病)|通病|毛病|职业病防治|工伤保险|听力(?:测试|考试)|手术室|感染(?:控制|防控)|(?:人行|消防|加固|不锈)钢板|钢板(?:桩|网|厚|焊|脱|锈|更换)|中毒(?:演练|事故预防|预防)|(?:预防|防止|防)[^，。]{0,6}(?:中毒|溺水|流感|感染|骨折)|流感(?:疫苗|季)|(?:猫|狗|犬|宠物|鸟|龟|兔|鹦鹉)[^，。]{0,8}走[丢失]|(?:柯基|泰迪|金毛|哈士奇|拉布拉多|边牧|比熊|博美|萨摩耶|柴犬|法斗|雪纳瑞|松狮|吉娃娃|藏獒|德牧|布偶|英短|美短|仓鼠|鸽子)[^，。]{0,10}走[丢失]|孕妇[、和及]|[、和及]孕妇|孕妇(?:优先|慎|不宜|请|专|免)|(?:桌|椅|凳|床|柜|坡|山|屋|管|墙|架|支|灯|台|三)[脚腿][^，。]{0,5}(?:裂|断|伤|折|破)|(?:天花板|吊顶|顶棚|墙|砖|叶|草坪|地板)[^，。]{0,5}黄斑|烫伤膏|走失(?:登记|招领)|(?:防止|避免|以免|防|预防|未)[^，。]{0,5}(?:摔|扭|烫|烧|划|夹|砸|撞|咬|抓|割)伤|未(?:造成|发生)[^，。]{0,4}伤|抢救(?:树|苗|设备|古树)|抢救性",
    "支架(?:松动|脱落|生锈|断裂|安装|更换|锈|固定|损坏|变形|加固)|(?:晾衣|空调|灯|管道|广告|信箱|桥架|金属|不锈钢|镜头|外机|车|晒衣|花)支架|搭桥(?:施工|修)|健康讲座|康复中心|肢体(?:冲突|接触)|树木?移植|苗木移植|移植(?:树|苗|草)|(?:设备|物业|配件|部件)置换|置换(?:设备|配件|费)|绿化移植",
)

ENGLISH: Final = (
    r"\w{3,}(?:itis|ectomy|plasty|ostomy|algia|neuropathy|myopathy|dystrophy|carcinoma|lymphoma|melanoma|fibrosis|sclerosis|cirrhosis|thrombosis|stenosis|an?emia|leuk\w+emia)s?\b",
    r"(?:had|have|has|having) (?:had )?(?:an?|one|two|three|my|his|her|both|the|part of (?:my|his|her)) (?:\w+ ){0,2}(?:removed|replaced|reconstructed|put in|taken out|fitted|amputated|transplanted|out)\b|(?:knees?|hips?|heart|lungs?|kidneys?|liver|valve|cornea|spine|shoulder|elbow|ankle)s? (?:was|were|has been|have been|got|is being) (?:replaced|removed|operated|reconstructed|damaged|fused|repaired)|only (?:one|half an?) (?:\w+ )?(?:lung|kidney|eye|ear|leg|arm|hand)\b|one (?:working |good )?(?:lung|kidney|eye|leg)\b|lost (?:most|all|some|part|much|half) of (?:her|his|my)|(?:lost|missing) (?:a|an|one|two|three|four|her|his|my|both) (?:fingers?|toes?|eye|ear|leg|arm|foot|hand|hair|voice)s?\b",
    r"(?:tore|ripped|snapped|ruptured|tear in|strained|dislocated|shattered|crushed|bruised|scalded) (?:a|an|her|his|my) \w+|(?:thigh|shin|hip|cheek|collar|tail|jaw)[ -]?bone|(?:birth|heart|genetic|congenital) (?:defect|disorder|condition)|born (?:with|deaf|blind|without)|breakdown (?=after|in|last|this|and)|after (?:a|her|his|my) (?:nervous )?breakdown|(?:wears?|wearing|carries|fitted with) (?:a|an) (?:\w+ ){0,2}(?:pump|monitor|brace|bag|patch|neck brace|back brace|catheter|eye patch|leg brace)|wanders (?:off|at night|about|away|out)|(?:cystic|muscular|cerebral|vascular|bi-?polar|crohn'?s?|coeliac|celiac|huntington'?s?|tourette'?s?) \w+|cerebral palsy|syndrome|on (?:warfarin|steroids|methadone|lithium|morphine|blood thinners)|sober|withdrawal symptoms",
    r"(?:was|were|been|being|be) operated on|lost (?:her|his|my) (?:sight|hearing|eyesight|memory|leg|arm|speech)|fell ill|taken ill|fractured (?:her|his|my) \w+|broke (?:her|his|my|a|an) \w+|sprained (?:her|his|my) \w+|twisted (?:her|his|my) \w+|burn(?:ed|t) (?:her|his|my) \w+|cut (?:her|his|my) (?:hand|foot|finger|leg|arm|head)|wandered off|gets? confused|fever\b|vomiting|dizzy|dizziness|feeble|frail",
    r"(?:home|on|needs?|her|his|my) (?:home )?oxygen\b|on a ventilator|on (?:a )?drip|catheter|colostomy|feeding tube|(?:bad|weak|failing|dodgy|injured|sore|replaced) (?:knees?|back|hips?|heart|eyes?|eyesight|lungs?|legs?|shoulder|ankles?|hearing)|(?:kidney|liver|lung|heart|skin|eye|bowel|thyroid) (?:failure|disease|trouble|problems?|condition|transplant)|memory loss|losing (?:her|his|my) (?:sight|memory|hearing|eyesight)",
    r"(?:can(?:not|'t|no longer| no longer| barely| hardly)?|could(?:n't| not| barely| hardly)?|unable to|struggles? to|hardly able to) (?:walk(?! (?:past|through|along|to|on|in|the|dogs?|their|by))|breathe|get out of bed|leave (?:her|his) bed|(?:see|hear)(?= (?:well|properly|at all)|[.,;]|$))|in a (?:cast|sling|coma|brace)|(?:leg|arm|wrist|ankle|foot) (?:is |was )?in (?:a )?(?:cast|plaster)|plaster cast|walks? with a (?:cane|stick|limp|frame)|slipped dis[ck]|sciatica|scoliosis|osteoporosis|torn ligament|fainted|(?:i|he|she|father|mother|grandpa|grandma|husband|wife|neighbou?r) collapsed|had a (?:bad )?fall|hernia|gout|lupus|vertigo|glaucoma|cataracts?|macular",
    r"(?:visually|hearing|cognitively|mobility)[ -]impaired|impairment|colou?r-?blind|stutter|ptsd|ocd\b|eating disorder|anorexi[ac]|psychosis|psychotic|nervous breakdown|psychiatric|sleep apnoea|sleep apnea|sedatives?|antidepressants?|painkillers|c-section|ca?esarean|morning sickness|trimester|months along|nursing mother|premature(?:ly born)? baby|born premature|infertil\w+|hospice|palliative|bed-?bound|house-?bound|intensive care|biopsy|remission|relapsed?|overdose|chickenpox|measles|eczema|psoriasis|the flu\b|infected|immune(?:-compromised| deficiency| system)|post-op\w*|recovering from|convalesc\w+",
    r"surgery|operation on|cancer|tumou?r|chemo(?:therapy)?|radiotherapy|dialysis|diabet(?:es|ic)|insulin|asthma(?:tic)?|epilep(?:sy|tic)|seizures?|stroke|heart (?:attack|disease|condition|failure|problem|trouble)|pacemaker|bypass|stent|high blood pressure|hypertension",
    r"depress(?:ion|ed)|anxiety|bipolar|schizophreni[ac]|autis(?:m|tic)|adhd|dementia|alzheimer'?s|parkinson'?s|down'?s? syndrome|mental(?:ly)? (?:ill(?:ness)?|health)|suicid(?:e|al)|panic attacks?|alcoholic|addict(?:ed|ion)?|rehab\b|insomnia|migraines?",
    r"wheel-?chair|crutches|walking (?:stick|frame)|disab(?:led|ility)|blind|deaf|hearing aid|hard of hearing|partially sighted|paraly[sz]ed|bedridden|amputat\w+|prosthe\w+|arthritis|multiple sclerosis|copd|leuka?emia|allerg(?:y|ic|ies)|pneumonia|tuberculosis|hepatitis|hiv|covid",
    r"pregnan(?:t|cy)|miscarriage|miscarried|maternity|in labou?r|gave birth|expecting (?:a baby|twins|our|her)|due (?:in|next) (?:\w+ )?(?:weeks?|months?)|postnatal|ivf|breastfeeding",
    r"broken? (?:(?:my|his|her|their|a|an) )?(?:hip|leg|arm|wrist|ankle|foot|rib|collarbone|finger|nose|back|knee|elbow)|fractured?|sprained|concussion|stitches|hospitali[sz]ed|in hospital|from (?:the )?hospital|hospital bed|terminally ill|seriously ill|is ill\b|chronic(?:ally)? \w+|oxygen (?:tank|machine|concentrator)|medication for|hip replacement|knee replacement|transplant|ill health|sick leave",
)
ENGLISH_ORDINARY: Final = (
    r"during (?:the )?(?:\w+ ){0,3}exams?",
    r"wheelchair (?:ramps?|access|users?|spaces?|friendly|lift)|disabled (?:parking|access|toilet|bays?|spaces?|an account)|be disabled|blind (?:spot|corner|alley)s?|deaf ears|blinds?\b(?= (?:in|on|for|were|are))",
    r"(?:elevator|lift|pump|plant|system|equipment|machine)s? operation|stroke of|fractured (?:pipe|tile|kerb)|broken back (?:gate|door)|bypass (?:valve|pipe|road)|(?:traffic|water) bypass|transplant(?:ed|ing)? (?:trees|shrubs|plants)",
)

SLIGHT: Final = (
    "轮椅|拐杖|盲人|盲道|残疾|残障|听不[清见]|看不[清见]|崴|扭|麻|酸|疼|痛|晕|昏|牛皮癣|过敏|感染|中毒|[烫摔扭烧划]伤|溺水|缝|破|断|裂|雾化|流感|病毒|休克|抢救|急救|呕吐|头晕|流血|出血|结石|结节|支架|置换|移植|输液|康复|传染|幼儿园|新生儿|婴儿|高考|中考",
    r"kindergarten|school|bleed|injur|infect|chronic|prison|jail|debt|funeral|oxygen|walking|religion",
)
"""Of the words above those that ordinary sentences have too, as long as nobody is spoken of."""

BODY: Final = "心脏 脑部? 头部? 脸 眼睛? 耳朵? 鼻 嘴 牙 喉 脖子 颈椎? 肩膀? 胳膊 手臂 手腕 手指 手 胸部? 肋骨? 背 后背 腰椎? 腰部? 腹部? 胃 肝 胆囊? 肾 肺 肠 膀胱 子宫 乳腺 甲状腺 前列腺 盆骨 髋关?节? 髋部? 臀 屁股 大腿 小腿 右腿 左腿 双腿 腿 膝盖 膝关节 膝 脚踝 脚腕 脚 踝 股骨颈? 韧带 半月板 尾椎 锁骨 左手 右手 左脚 右脚 右眼 左眼 双眼 双耳 骨头 血管 皮肤 全身 半身 下肢 上肢"

DOUBTFUL: Final = (
    "病(?!虫|媒|毒|害|假房|[态因]分析)|医院|医保|发烧|高烧|低烧|抽搐|抽筋|晕|(?<!黄)昏(?!暗|黄)|呕吐|流血|出血|疼|痛(?!快|点)|骨头|扭了|崴|瘸|(?:摔|烫|烧)伤|吃药|喝药|中药|药罐|输液|打针|体检(?!设备|电梯)|"
    "孕|坐月|喂奶|哺乳|残(?!余|留|渣|值|缺|旧|破|枝|土|障通|疾人(?:车位|通道|坡道|设施))|瘫|痴呆|失智|失能|护理床|拐(?!角|弯|进|入|点)|助步|心脏|高血压|血糖|中风|肿|癌|透析|疯|精神(?!宣讲|文明|风貌|面貌|抖擞|饱满|状态饱满|传达|要求|食粮)|心理|遗书|自杀|跳楼|咳|喘|鼻炎|耳背|眼花|动不了|下不了床",
)
"""Words that make one ask whose body is meant; they hold a text and find nothing."""
DOUBTFUL_EN: Final = (
    r"\b(?:ill|illness|sick|fever|faint(?:ed|ing)?|dizz\w+|wound\w*|injur\w+|bleed\w*|blood|doctor|hospital|clinic|ambulance|pills?|medicine|medication|therapy|treatment|infection|pain(?:s|ful)?|ache|limp\w*|cane|walker|frail|breath\w*|cough\w*|vomit\w*|sprain\w*|bruis\w+|burn(?:ed|t) (?:her|his|my)|broke (?:her|his|my)|baby|infant|toddler|elderly)\b",
)
