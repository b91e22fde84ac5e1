"""The sets of open data: fields with titles in both languages, and rows. Nothing in them that no page shows."""

from collections.abc import Iterator
from datetime import date

from generator.site.content import Content
from generator.site.edition import Edition, settled
from generator.site.figures.recorded import ALL, figures_of
from generator.site.files.opendata.columns import PERIOD, DataSet, Described, Field, Row
from generator.site.files.opendata.released import RELEASED_ROWS
from generator.site.files.opendata.surveys import SURVEYS
from generator.site.files.opendata.work import WORK
from register.content import Words


def data_sets(content: Content, today: date) -> tuple[DataSet, ...]:
    """Every set, in the order of the page; one without rows is there, empty."""
    return tuple(
        DataSet(name, title, page, fields, tuple(rows(content, today)))
        for name, title, page, fields, rows in _SETS
    )


@settled
def open_data(edition: Edition) -> tuple[DataSet, ...]:
    """The sets of an edition, which are the same in every language."""
    return data_sets(edition.content, edition.today)


def _figures(content: Content, today: date) -> Iterator[Row]:
    for one in content.current:
        figures = figures_of(content, one)
        for measure in ALL:
            if figure := figures.get(measure.id):
                yield (
                    one.release.period,
                    measure.id,
                    figure.unit,
                    figure.numerator,
                    figure.denominator,
                    figure.value,
                    figure.n,
                    figure.target,
                )


def _outcomes(content: Content, today: date) -> Iterator[Row]:
    for one in content.current:
        for entry in one.release.entries:
            yield (
                one.release.period,
                entry.ref,
                entry.period,
                entry.matter,
                entry.outcome,
                " ".join(entry.measures),
                entry.time,
                entry.timeliness,
                entry.satisfaction,
                entry.post,
                entry.summary.zh,
                entry.summary.en,
            )


def _balances(content: Content, today: date) -> Iterator[Row]:
    for one in content.current:
        balance = one.release.balance
        yield (
            one.release.period,
            one.release.revision,
            one.approval.published,
            balance.carried_in,
            balance.received,
            balance.listed,
            balance.counted,
            balance.withheld,
            balance.left_over,
            one.release.ledger.size,
            one.release.ledger.root,
        )


def _standards(content: Content, today: date) -> Iterator[Row]:
    for version in content.standards.version:
        for one in version.standard:
            yield (
                version.version,
                str(version.effective),
                one.id,
                one.kind,
                one.urgency,
                one.step,
                one.limit.amount,
                one.limit.unit,
                one.limit.starts,
                one.target,
                one.promise.zh,
                one.promise.en,
                one.basis.zh,
                one.basis.en,
            )


_SETS: tuple[Described, ...] = (
    (
        "figures",
        Words(zh="指标", en="Measures"),
        "measures/",
        (
            PERIOD,
            Field("measure", "指标编号", "Measure", required=True),
            Field("unit", "单位", "Unit", required=True),
            Field("numerator", "分子", "Numerator", "integer"),
            Field("denominator", "分母", "Denominator", "integer"),
            Field("value", "数值", "Value", "number"),
            Field("n", "依据的件数", "Rests on", "integer", required=True),
            Field("target", "目标（%）", "Target (%)", "integer"),
        ),
        _figures,
    ),
    (
        "outcomes",
        Words(zh="逐件公开的处理结果", en="Outcomes published one by one"),
        "outcomes/",
        (
            PERIOD,
            Field("ref", "公开编号", "Public reference", required=True),
            Field("registered", "登记的公示期", "Registered in", required=True),
            Field("matter", "类别", "Matter", required=True),
            Field("outcome", "结果", "Outcome", required=True),
            Field("measures", "措施", "What was done"),
            Field("time", "用时", "Time", required=True),
            Field("timeliness", "是否按时", "Timeliness", required=True),
            Field("satisfaction", "回访", "Satisfaction", required=True),
            Field("post", "责任岗位", "Post", required=True),
            Field("summary_zh", "公开摘要（中文）", "Summary (Chinese)", required=True),
            Field("summary_en", "公开摘要（英文）", "Summary (English)"),
        ),
        _outcomes,
    ),
    (
        "balances",
        Words(zh="各期收支平衡和账本", en="Balance and ledger of each period"),
        "releases/",
        (
            PERIOD,
            Field("revision", "版次", "Revision", "integer", required=True),
            Field("published", "发布日期", "Published", "date", required=True),
            Field("carried_in", "上期转入", "Carried in", "integer", required=True),
            Field("received", "收到", "Received", "integer", required=True),
            Field("listed", "逐件公开", "Published one by one", "integer", required=True),
            Field("counted", "只计数", "Counted only", "integer", required=True),
            Field("withheld", "不公开", "Withheld", "integer", required=True),
            Field("carried_out", "转入下期", "Carried out", "integer", required=True),
            Field("ledger_size", "账本行数", "Lines of the ledger", "integer", required=True),
            Field("ledger_root", "账本校验码", "Ledger checksum", required=True),
        ),
        _balances,
    ),
    (
        "standards",
        Words(zh="服务承诺", en="Promises"),
        "standards/",
        (
            Field("version", "版本", "Version", required=True),
            Field("effective", "施行日期", "In force since", "date", required=True),
            Field("id", "编号", "Id", required=True),
            Field("kind", "类别", "Kind", required=True),
            Field("urgency", "紧急程度", "Urgency"),
            Field("step", "环节", "Step", required=True),
            Field("amount", "时限", "Limit", "integer", required=True),
            Field("unit", "时限单位", "Unit of the limit", required=True),
            Field("starts", "起算环节", "Counted from", required=True),
            Field("target", "目标（%）", "Target (%)", "integer"),
            Field("promise_zh", "承诺（中文）", "Promise (Chinese)", required=True),
            Field("promise_en", "承诺（英文）", "Promise (English)"),
            Field("basis_zh", "依据（中文）", "Basis (Chinese)", required=True),
            Field("basis_en", "依据（英文）", "Basis (English)"),
        ),
        _standards,
    ),
    *WORK,
    *RELEASED_ROWS,
    *SURVEYS,
)
