"""The line between what somebody is and what a case is about: the consequence of a fact that was taken out, a thing, a feast, a scratch."""

import pytest

from generator.disclosure.scan import Public, World, scan_text
from generator.disclosure.scan.facts.matters import is_matter


def held(text: str) -> bool:
    lang = "en" if sum(character.isascii() for character in text) * 2 > len(text) else "zh"
    return scan_text(text, World(), Public(), lang).hold


@pytest.mark.parametrize(
    "text",
    [
        "家父某处，轮椅推不进来。", "妈妈某处，想借轮椅一周。", "三楼某处大姐帮我抬过轮椅箱子。", "我某处，走几步就要歇，长椅能不能多放两张？", "加装电梯别再拖了，我某处爬不动。", "某处某处，天冷喘得厉害，暖气才15度。",
        "烟道串味，我家某处就咳成一片。", "我某处要静养，某处家的K歌机每晚唱到散场。", "手机坏了，某处，敲门听不见。", "某处走丢在地库，门岗找着送回了家。", "保安某处夜巡时晕倒。",
        "秋千链子断了，某处小同学磕破下巴。", "某处小朋友手肘蹭破。", "地砖翘起没围挡，某处绊倒后某处，住院押金5000元谁出？", "葬礼棚搭在门前三天。", "楼上某处家办白事搭棚，把门全堵了。", "某处过寿，客服部送去长寿面。",
        "麻烦打我爱人电话某处，我在外地。", "我上夜班白天要补觉，楼上某处装了健身器。", "我们老两口某处，谢谢某处送饺子。", "我某处带孙子，随叫随到。", "我是骑手某处，餐放驿站。", "群里借钱的不是我，某处郑重声明。", "我家某处要高考。",
        "家里某处刚满月。", "父母来看孙子，电梯卡只有一张，某处。", "某处，融雪剂烧死丁香，很心疼。", "某处在群里骂我神经病。", "救护车堵在门口。", "某处住院期间，车被拖走，怎么领？", "封阳台被贴了条，我不服！",
        "手柄断裂，某处某处卧床，家属要求公开采购合同。", "某处，家里就我一个，夜里陌生人按门铃好怕的。", "我某处怕感染，楼道那堆霉木板求清走，某处。", "我某处，刚拆线，雨天路滑不敢走，某处。", "我某处，不敢一个人下楼，某处陪着去的。", "开水房烫着我闺女，某处，药费267元找谁报？", "婆婆某处，走丢过一回，请各门岗留意。", "烟道正对某处，熏得人脑壳昏，某处说要联名。", "玻璃门没贴条，我爸撞上去额头肿了，某处。", "我跑外卖，门岗某处不让进。", "丈母娘来带娃，办卡要证明，某处。", "保安某处晚上值班胃疼，某处送了热粥。",
        "My mother-in-law 某处 and has wandered off once, please call 某处.", "My little boy was stung by a wasp near 某处.", "我在某处上班，夜里两点下班，门禁打不开。", "某处的助听器掉进电梯井。", "某处在群里说我是骗子。", "社区医院体检车堵了某处的车。", "某处结婚那天婚车堵了消防通道。", "我从某处嫁过来，方言听不懂。",
        "I teach online, so the drilling at 某处 is a problem.", "An elderly lady, 某处, could not open the new gate.", "The doctor at 某处 parks across two bays.", "The wheelchair bay is taken every night by 某处.", "My wife 某处 and the paint fumes make her cough.", "某处 某处 and cannot climb stairs while the lift is broken.", "I 某处 and the wheelchair does not fit through the new gate.", "The ambulance could not get past the barrier; my mother 某处.",
        "某处 fell and 某处; who pays the hospital bill?", "My husband is away this week, so please call 某处.", "I work nights, so please ring 某处 after four.", "Our wedding guests could not park near 某处.", "Our baby cries because of the drilling at 某处.",
        "As 某处, I cannot afford the new parking fee.", "我是个某处，换灯泡够不着。", "我是老住户某处，外墙瓷砖空鼓。", "我是顺丰送件的某处。",
    ],
)  # fmt: skip
def test_what_follows_from_a_fact_that_was_taken_out_is_free(text: str) -> None:
    assert not held(text)


@pytest.mark.parametrize(
    "text",
    [
        "某处坐轮椅，坡道太陡。", "我爸的轮椅过不去。", "家里老人坐轮椅，请修坡道。", "我走两步就得歇。", "某处来过，我妈爬不动楼。", "我某处，我爸天冷就喘得厉害。", "她听不见，请敲重些。", "我妈某处，他咳血。", "某处，我妈半夜跑丢过。",
        "某处小朋友额头缝了五针。", "某处小朋友手指被门夹断。", "我家办丧事，吵到大家了。", "某处说我儿子在外地当兵。", "我常年倒夜班。", "某处空巢老两口。", "某处夫妻俩闹离婚。", "某处一个人带俩孙子。",
        "某处，我是退休护士。", "我是独居老人，某处。", "我陪读妈妈，某处。", "崽划到脚板，缝了五针，某处。", "某处的女儿今年高考。", "我某处，耳朵听不清。", "某处双胞胎刚满月。", "家门被贴了条。", "我有老慢支，某处天天生炉子，呛得人喘不上气。", "某处患帕金森走失。", "我爸卧床三年，某处帮忙。", "晚上家里就我一个。", "某处，留守老两口靠邻居送菜。", "我爸的助听器掉进电梯井。", "我刚割完胆，提不动水，某处帮忙。", "孩子被校园霸凌，不敢出门，某处。", "某处夫妇天天打架，孩子哭。", "孩子热性惊厥，某处开车送的。", "闺女今年高考，喇叭震天响。",
        "My husband 某处 and uses a wheelchair.", "My mum uses an inhaler and the paint at 某处 sets her off.", "The night nurse in 某处 sleeps until noon.", "某处 is on dialysis and cannot climb stairs.", "My mother coughs up blood, 某处.", "My husband is away for years in the navy.",
    ],
)  # fmt: skip
def test_what_somebody_is_stays_a_fact(text: str) -> None:
    assert held(text)


def test_what_was_taken_out_far_away_frees_nothing() -> None:
    """A signature behind the full stop is beside the sentence; 某处 of another matter is not."""
    assert is_matter("老咳。某处", 0, 2)
    assert not is_matter("老咳。" + "又修了一次灯。" * 4 + "某处", 0, 2)
    assert not is_matter("咳" + "又" * 100 + "某处", 0, 1)
    assert is_matter("某处,一开窗就咳", 7, 8)
    assert not is_matter("某处,我一开窗就咳", 8, 9)
