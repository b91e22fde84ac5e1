"""Chinese surnames in three strengths, by how often the character is an ordinary word.

Sources: 《百家姓》 and the Ministry of Public Security's yearly lists of the 400 most frequent surnames, with the
rarer ones of 《中国姓氏大辞典》 that are met in towns. Whether a character is ordinary was judged for texts on
property service.
"""

from typing import Final

from generator.disclosure.scan.words.patterns import word_set

STRONG: Final = frozenset(
    "赵吴冯褚蒋沈韩秦吕曹魏姜戚邹喻窦潘葛奚彭鲁韦俞袁酆鲍岑薛倪滕殷郝邬傅卞穆萧尹姚邵汪祁狄臧宋茅庞阮闵娄贾郭刁邱"
    "骆蔡樊霍虞柯昝卢裘缪邓崔钮龚嵇邢裴翁荀芮靳邴隗侯宓郗栾甘钭詹郜蓟邰鄂蔺胥莘翟谭逄姬冉郦郤璩濮扈郏瞿阎茹廖"
    "庾暨阙殳夔厍聂晁訾阚乜鞠蒯荆竺逯桓肖闫覃邸苟佟佘仝冼隋雒邝谌辜芦萨睢眭缑禤刘羿邳麴晏郁巫厉耿寇邕鄢亓郇鄞岳琚"
    "谯仉綦禚庹俎呙妫辛戎巩邾牟晋洪柴尉匡卓仇甄羌幸亢禹湛贲於汲"
)
"""Characters that are hardly ever anything but a surname: alone they already need an explanation."""

MEDIUM: Final = frozenset(
    "王李张陈杨黄周徐孙胡朱林何罗郑梁谢唐许董程苏叶任范方石田余丁钟陆夏贺顾毛熊孟龙段雷汤黎武乔赖文庄施"
    "陶邓尤柳凌童严戴季康梅盛麦舒齐伍葛庞兰植沃薄羊计米屈简古翁倪牛甄樊艾占欧聂焦涂霍谷仲鲜楚宫柏项祝项纪"
    "江史蓝席廉项裴华路左章莫邢池桂苗解应宗管臧游敖鱼封边向温盖迟曾符桑关柴尚商阳黑褚冷麻付代闻占"
    "金白钱安常马高姬曲饶练景申束原党肇漆栗粟招佴揭帅苑母丛查"
    "丘孔昌费毕杜谈颜诸吉滑惠储糜松司韶怀蒲索屠苍雍燕冀慕易戈终衡弘禄蔚融侣沐"
)
"""Surnames that are also everyday characters: with a given name that nothing else explains."""

WEAK: Final = frozenset(
    "平和于时成元水云门从明全单容农宁万包能双通充都满国广公那空养须红权益连习宦慎居步越隆师勾后相有海年"
    "畅稽扬练衣银卫尹经房木山井富牧秋祖别暴乌巴弓班仰伊花皮卜贝危支干家利东卞但冶初台呼哈官尧展庆延操敬普朴来火由盘种线者"
    "车豆赫青靖香鹿揣撒折税区南强郎伏荣凤俟咸籍蒙阴贡劳扶堵寿浦宰乐宣杭印宿毋沙丰巢蓬敖檀粘冒冀危楼"
)
"""Characters that are nearly always ordinary words: only where the context says that a person is meant."""

FUNCTION_WORDS: Final = frozenset("和于时成从全有相后来能都通充满别但越由种线者单门空须双慎步火木楼冒")
"""Weak ones that begin so many phrases that only a title or a cue makes them a name."""

EVERYDAY: Final = frozenset(
    "植盖柏方石安常金白马高钱计米解应宗管向边封满温连桑关尚商阳黑冷麻付代占闻查帅景项路左章史江段任万程曾毛苗游符盛季康梅古"
    "丘庄施文武麦舒齐简饶练原党丛母桂羊牛鱼严明叶余花苏谈郁洪柴幸费毕易索怀松储融司终惠昌吉滑诸燕弘沐禄衡蓝雍印单孔颜"
)
"""Of the medium ones those that begin many ordinary words: they need a word's borders around the name as well."""

COMPOUND: Final = word_set(
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 "
    "申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 "
    "宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 梁丘 左丘 东门 西门 南荣 纳兰 完颜 "
    "叶赫 爱新觉罗 欧阳 张王 刘王 范姜 第五 单于 达奚 贺兰 赫舍里 钮祜禄 瓜尔佳 富察"
)

SINGLE: Final = STRONG | MEDIUM | WEAK
EVERYDAY_COMPOUNDS: Final = frozenset(
    {"东方", "百里", "第五", "南门", "东门", "西门", "公户", "张王", "刘王"}
)
"""Compound surnames that are also ordinary words: treated like weak ones."""
