"""Whoever belongs to somebody's family, as people say it. Data."""

from typing import Final

KIN: Final = (
    "爱人 老公 老婆 丈夫 妻子 媳妇 婆娘 男人 女人 当家的 孩子他爸 孩子他妈 孩子爸 孩子妈 孩他爸 孩他妈 孩儿他妈 孩儿他爸 他爸 他妈 她爸 她妈 男友 女友 男朋友 女朋友 对象 未婚夫 未婚妻 前夫 前妻 "
    "儿子 女儿 闺女 儿媳 儿媳妇 女婿 孙子 孙女 外孙 外孙女 孙媳 重孙 独子 独女 独生子 独生女 独生儿子 独生女儿 长子 长女 次子 次女 三子 三女 幺儿 幺女 小儿 小女 大儿子 二儿子 三儿子 小儿子 大女儿 二女儿 三女儿 小女儿 "
    "大闺女 小闺女 大儿 二儿 老大 老二 老三 老幺 继子 继女 养子 养女 干儿子 干女儿 儿女 子女 双胞胎 两个儿子 两个女儿 "
    "爸爸 妈妈 父亲 母亲 爸妈 父母 爸 妈 爹 娘 爹妈 爷爷 奶奶 外公 外婆 姥姥 姥爷 公公 婆婆 公婆 岳父 岳母 老丈人 丈母娘 继父 继母 养父 养母 家父 家母 老父 老母 老父亲 老母亲 "
    "哥哥 姐姐 弟弟 妹妹 大哥 大姐 二哥 二姐 三哥 三姐 哥 姐 弟 妹 姐夫 妹夫 嫂子 弟媳 弟妹 大舅子 小舅子 小姨子 表哥 表姐 表弟 表妹 堂哥 堂姐 堂弟 堂妹 "
    "大伯 二伯 伯父 伯母 叔叔 婶婶 二叔 三叔 舅舅 舅妈 大舅 二舅 小舅 姑姑 姑父 姑妈 大姑 小姑 姨妈 姨父 大姨 小姨 外甥 外甥女 侄子 侄女 侄儿 亲戚 亲家 "
    "老伴 老伴儿 老爷子 老太太 老头 老头子 老头儿 老婆子 老人 室友 孩子 小孩 娃 娃娃"
)
KIN_EN: Final = "husband wife partner boyfriend girlfriend dad mum mom father mother son daughter brother sister gran grandma grandpa granny nan grandad fiancé fiance fiancee uncle aunt"
