"""A number of three digits and more counts only what ends where its unit does; 1203名下 and 85550199转三 count nothing."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


def holds(text: str) -> bool:
    return scan_text(text, World(), Public(), "zh").hold


@pytest.mark.parametrize(
    "text",
    [
        "请打85550199联系我。", "请打62345678联系。", "85550199转三。", "85550199转分机。", "62345678晚上打。", "62345678本人接。",
        "88997766根本打不通。", "3301281990名下。", "123456处理。", "13699014联系我。", "13699014目前停机。", "分机8843转人工。", "报修62345678次漏水。",
        "8843名下的车位。", "4477次日打。", "4477处理。", "1203名下有两个车位。", "501面朝南那间漏水。", "501元旦装修。", "2704副卧漏水。",
        "2704头一家交费。", "第1203漏水。", "约501，请处理。",
    ],
)  # fmt: skip
def test_a_number_whose_unit_begins_a_longer_word_is_held(text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "共1203户居民，发放1203份。", "全年接报1286件次，通行98765人次。", "用电85550度，支出123456元。", "发放问卷1203份，收回1086份。",
        "转速1450转/分。", "小区绿地12000平方米，苗木623450株。", "第1203次例会。", "约305人到场。", "电梯运行1205小时后更换。",
        "更换303不锈钢板120米长。", "106人参加，118名下岗再就业人员报名。", "消耗112个工作日。", "充值送500元整。", "停运时长120分钟。",
        "水压0.35兆帕，扬程105米高。", "共计501个人参加。", "共排查1203处隐患。", "停车位1203个。", "收到1203元押金。", "第1203条、第112号公告。",
        "第112条第3款。", "第203期简报。", "屋面防水翻修面积840平方米，129元起。",
    ],
)  # fmt: skip
def test_a_number_that_counts_is_free(text: str) -> None:
    assert not holds(text)
