"""Every clause of the management system (居民小区物业服务质量管理制度) has its page, and the page has its content."""

import re
from html import unescape

import pytest

CLAUSES = {
    "二.1 组织": ("people/", ("岗位与职责", "项目经理", "三级投诉电话", "0571-5550 0200", "12345"),
                ("Posts and duties", "Estate manager", "Three levels of complaint phone", "0571-5550 0200")),
    "二.2 人员、培训、考核": ("people/", ("培训和考核", "电梯困人应急处置|投诉处理流程与语言规范|消防控制室值守", "考核合格", "应当持证的岗位"),
                    ("Training and tests", "Duty in the fire control room", "Passed the test", "Posts that need a certificate")),
    "五.2 培训": ("people/", ("由投诉引起", "培训按期举行率"), ("After complaints", "Training held in time")),
    "二.3 服务流程": ("standards/", ("投诉", "报修", "时限", "计时方法", "2026年第三季度做到", "依据", "第 2026.1 版", "第 2025.1 版", "点位公示"),
                ("Complaint", "Repair", "Limit", "Measured", "Kept in Q3 2026", "Basis", "Service points")),
    "二.4 服务质量评价": ("evaluation/", ("服务流程", "服务态度", "服务质量", "公开与改进", "历期评价"),
                  ("Service flow", "Attitude", "Quality", "Openness and improvement", "Period by period")),
    "二.4 指标": ("measures/", ("投诉按时答复率", "安全点位合格率", "保洁抽查合格率", "表扬件数", "近六期"),
              ("Complaints answered on time", "Safety points passed", "Last six periods")),
    "二.4 算法": ("measures/complaints_answered_on_time/", ("怎样计算", "分子", "分母", "统计期", "目标", "依据的行", "合计"),
              ("How it is computed", "Numerator", "Denominator", "Period", "Target", "The rows it rests on", "Total")),
    "三 四项质量": ("quality/", ("服务态度", "维修服务", "安全保障", "环境卫生"), ("Attitude", "Repairs", "Safety", "Hygiene")),
    "四.1 监督": ("inspections/", ("近一年的巡查计划", "“独立”的巡查", "问题、整改和复查", "复查通过", "接下来的巡查"),
              ("The plan of the last year", "independent", "Problems, put right and rechecked", "Recheck passed")),
    "四.2 投诉处理": ("complain/", ("投诉之后会怎样", "处理答复", "哪些事项不在物业职责内", "对处理结果不满意"),
                ("What happens then", "Not satisfied with the outcome?")),
    "四.2 处理结果": ("outcomes/", ("按公示期查看", "按类别查看", "按结论查看"), ("By period", "By matter", "By outcome")),
    "四.2 一期的结果": ("outcomes/2026-Q3/", ("收支平衡", "逐件结果", "措施：", "用时：", "回访：", "责任岗位：", "公开编号"),
                 ("the balance", "Case by case", "Time:", "Follow-up:", "Public reference")),
    "四.2 申诉": ("appeal/", ("申请复核", "对公开的内容有异议", "提出异议"), ("Ask for a review", "Make an objection")),
    "四.3 定期公示": ("releases/", ("登记账本", "SHA-256", "2026-Q3.json", "项目经理|审核（监督岗）"), ("Ledger of cases", "SHA-256", "2026-Q3.json")),
    "四.3 更正": ("corrections/", ("更正和撤下", "更新过的公告"), ("Corrections and take-downs", "Notices that were updated")),
    "四.3 数据": ("data/", ("figures.csv", "data.xlsx", "datapackage.json", "release.schema.json"), ("figures.csv", "data.xlsx")),
    "四.3 张贴": ("print/", ("A4", "A3", "投诉渠道", "各期公示单", "点位公示"), ("A4", "A3", "How to complain", "Service points")),
    "四.3 公示单": ("print/2026-Q3/", ("登记账本校验码", "盖章处", "承诺是否做到"), ("Ledger checksum", "Stamp")),
    "五.1 持续改进": ("improvements/", ("发现", "措施", "效果", "前后各 90 天", "未见效"), ("Finding", "Measure", "Effect", "It did not work")),
    "法律 收费": ("fees/", ("收费项目和标准", "公共收益收支", "维修资金使用", "合计"), ("Fees and rates", "Use of the repair fund")),
    "法律 公告": ("notices/", ("公示中", "已结束", "通知"), ("Open", "Ended", "Notice")),
    "法律 公开日历": ("calendar/", ("多久一次", "上次公开", "下次应于", "民法典", "依据的规定"), ("How often", "Next due", "Civil Code", "Sources")),
    "核对": ("verify/", ("凭证", "账本"), ("receipt", "ledger")),
}  # fmt: skip
HEADINGS = {
    "attitude": ("谁先接到谁负责到底", "Whoever takes it first"),
    "repair": ("急修先到场", "For emergencies we come first"),
    "safety": ("重点部位按计划巡查", "Key places are inspected by plan"),
    "hygiene": ("楼道、电梯和公共区域按标准保洁", "Stairs, lifts and grounds are cleaned"),
}
PARTS = (
    ("承诺", "指标", "办过的事", "巡查整改", "持续改进"),
    ("Promises", "Measures", "Cases", "Inspections", "Improvements"),
)


def text_of(staged, address):
    html = (staged.folder / address / "index.html").read_text(encoding="utf-8")
    main = html[html.index("<main") : html.index("</main>")]
    return unescape(re.sub(r"<[^>]+>", "", main))


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_has_its_page_and_its_content_in_both_languages(staged, clause):
    address, chinese, english = CLAUSES[clause]
    for root, expected in (("", chinese), ("en/", english)):
        text = text_of(staged, root + address)
        assert [one for one in expected if not re.search(re.escape(one).replace(r"\|", "|"), text)] == []


@pytest.mark.parametrize("heading", HEADINGS)
def test_each_heading_of_quality_has_promise_measures_cases_inspections_and_improvements(staged, heading):
    for root, promise, parts in zip(("", "en/"), HEADINGS[heading], PARTS, strict=True):
        text = text_of(staged, f"{root}quality/{heading}/")
        assert promise in text
        assert [part for part in parts if part not in text] == []


def test_every_page_of_the_table_can_be_reached_from_the_foot_of_every_page(staged):
    html = (staged.folder / "privacy/index.html").read_text(encoding="utf-8")
    for address in {address.split("/")[0] for address, _, _ in CLAUSES.values()}:
        assert f'href="/{address}/"' in html
