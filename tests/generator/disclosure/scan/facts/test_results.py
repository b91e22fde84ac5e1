"""What a summary of handling tells of one person: what somebody did, what was done to an employee; and what it tells of many."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


def holds(text: str) -> bool:
    return scan_text(text, World(), Public(), "en" if text.isascii() else "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "保安队长酒后上岗，已停职。", "维修班班长虚报工时，已免职。", "绿化主管收受好处，已移交公司。", "原客服主管已调离本项目。", "3号岗队员睡岗，已辞退。", "监控室女保安已调岗。",
        "前台小姑娘已致歉。", "业委会主任拖欠物业费，已补缴。", "业委会副主任家漏水，已修。", "党支部书记家装修超时，已提醒。", "殴打保安的业主已赔偿。", "起诉物业的业主撤诉。",
        "欠费五年的业主已起诉。", "举报违建的业主要求保密。", "拉横幅维权的业主已约谈。", "上访业主已答复。", "被狗咬伤的女童已就医。", "划车的是一名初中生。", "偷窥者系合租男子。",
        "纵火者系租客。", "肇事业主已赔偿。", "遛烈性犬的业主被罚款。", "开火锅店的业主承诺安静。", "开网约房的业主已约谈。", "做二房东的业主已约谈。", "日租房房东已约谈。", "民宿老板承诺安静。",
        "网红住户直播扰民，已提醒。", "人大代表业主提出意见。", "养信鸽的住户已清理鸽笼。", "养蜂的业主已清理。", "种菜的业主已清理菜地。", "喂流浪猫的业主承诺定点投喂。", "囤纸板的老人已清理。",
        "拾荒老人已清理楼道堆物。", "弹钢琴的孩子家长承诺不超九点。", "晨练吹唢呐的大爷承诺不超九点。", "跳广场舞的带头人承诺调低音量。", "开大货车的业主占用消防通道。",
        "非裔租客聚会扰民，已提醒。", "该户有未成年人独自在家。", "该业主经济困难。", "该业主信用不良。", "该户是群租。", "The estate manager was reprimanded.",
        "The night guard was dismissed for sleeping.", "The head of security was suspended for drinking.",
        "The accountant was dismissed for theft.", "The chair of the owners' committee owes fees.",
        "The steward was moved to other work after the complaint.", "The lift mechanic was fined for the mistake.",
        "The owner has died; his daughter pays.", "The owner is abroad; his brother signed.",
        "The owner threatened to jump and was talked down.", "The owner has hearing loss; a light bell was fitted.",
        "The owner who hit the guard paid.", "The owner who sued us withdrew the case.",
        "The owner who owes five years' fees was sued.", "The boy bitten by the dog was treated.",
        "The owner is a policeman and offered help.",
    ],
)  # fmt: skip
def test_what_a_result_tells_of_one_is_held(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "退休人员门球赛开赛。", "单身青年交友角取消。", "离婚析产过户所需材料见前台。", "心脏病、高血压患者不宜使用桑拿。", "反家暴热线公示。", "春节留守员工年夜饭。", "单亲家庭互助小组报名。",
        "退役军人服务站揭牌。", "离退休支部学习会。", "残疾人就业招聘会在街道举行。", "刑满释放人员安置政策咨询见社区。", "新婚夫妇植树活动报名。", "慢病门诊随访车周三来。",
        "心理咨询室每周开放两天。", "戒烟门诊信息见公告栏。", "失业登记办理地点见公告。", "低保申请流程图更新。", "手足口病流行季，玩具每日消毒。", "孤寡老人年夜饭由食堂免费提供。",
        "该业主欠费三年，经沟通签订分期协议，共分6期。", "夜班保安巡更漏点，被扣绩效并补训。", "项目经理当面道歉。", "养鸽子的住户请到前台登记。", "部分起诉物业的业主已撤诉。",
        "Blind people can now use the lift; braille was added.", "Deaf residents can text the desk.",
        "Pregnant women have priority in the lift.", "Unemployed residents can ask about instalments.",
        "Retired residents play bridge on Mondays.", "Veterans have a priority lane.",
        "Widows and widowers are invited to tea.", "Asthma sufferers were told of the painting in advance.",
        "Allergy season: grass is cut in the morning.", "The blood drive collected forty units.",
        "The divorce paper needed for a change of title is listed at the desk.", "Depression in the paving was filled.",
        "The pump suffered a breakdown and was replaced.", "The system was paralysed for two hours.",
        "The disabled lift works again.", "The pipe suffered a fracture.",
    ],
)  # fmt: skip
def test_what_is_offered_to_many_is_free(text: str) -> None:
    assert not holds(text)
