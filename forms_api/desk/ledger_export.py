"""The register as a file: narrowed like the to-do list, written into the log before it leaves."""

from datetime import date
from typing import Final

from starlette.responses import Response

from forms_api.desk.handling.facts import Facts
from forms_api.desk.handling.todo import read_wanted
from forms_api.desk.ledger_pages import show_ledger
from forms_api.desk.office import Visit
from forms_api.desk.policies import check_may
from forms_api.ledger.columns import CONTACT, Column
from forms_api.ledger.dryrun import named
from forms_api.ledger.exporting import row_of
from forms_api.ledger.writing import Writer, to_csv, to_xlsx
from register.settings import ZONE

FIELDS: Final = ("format", "show", "kind", "who", "q", "since", "until", "contact")
TYPES: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def export(visit: Visit) -> Response:
    """The cases that fit as .xlsx or .csv. Contact details only on a manager's word."""
    with_contact = "contact" in visit.typed
    if with_contact:
        check_may(visit.member.role, "export_contact")
    try:
        since, until = _day(visit, "since"), _day(visit, "until")
    except ValueError:
        return show_ledger(visit, 422, fault=visit.say("ledger", "date_wrong"))
    columns = tuple(column for column in Column if with_contact or column not in CONTACT)
    numbers = _fitting(visit, since, until)
    held = visit.holdings[0].cases
    rows = [row_of(held[number].record) for number in numbers]
    writer = Writer(visit.office.pages.wording, visit.language, lambda account: _person(visit, account))
    form = "csv" if visit.typed.get("format") == "csv" else "xlsx"
    visit.record("exported_contact" if with_contact else "exported", f"{len(rows)}")
    data = to_csv(rows, columns, writer) if form == "csv" else to_xlsx(rows, columns, writer, visit.now)
    name = f"ledger-{visit.now.astimezone(ZONE):%Y%m%d-%H%M}.{form}"
    return Response(
        data, media_type=TYPES[form], headers={"content-disposition": f'attachment; filename="{name}"'}
    )


def _day(visit: Visit, name: str) -> date | None:
    text = visit.typed.get(name, "").strip()
    return date.fromisoformat(text) if text else None


def _fitting(visit: Visit, since: date | None, until: date | None) -> list[str]:
    """The numbers of the cases wanted, oldest first."""
    wanted = read_wanted(visit.typed, visit.typed.get("q", "").strip()[:100])

    def fits(one: Facts) -> bool:
        day = one.received.astimezone(ZONE).date()
        return wanted.fits(one, visit.now) and (since or day) <= day <= (until or day)

    chosen = [one for one in visit.holdings[1] if fits(one)]
    return [one.number for one in sorted(chosen, key=lambda one: (one.received, one.number))]


def _person(visit: Visit, account: str) -> str:
    return named(visit.name_of(account), account) if account in visit.names else account
