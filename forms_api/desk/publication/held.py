"""The page `/publish/held`: every case that the next release carries on, with its reason; page by page, whole, or as a file."""

import csv
import io
from typing import Final

from starlette.responses import Response

from forms_api.desk.office import Visit
from register.guarding import guard

PAGE: Final = 100
WHOLE: Final = "all"
Held = tuple[tuple[str, str], ...]


def show_held(visit: Visit) -> Response:
    """A page of the cases, or all of them to be printed; the first page where the address asks for none there is."""
    period, held = _carried_on(visit)
    asked = visit.request.query_params.get("page", "1")
    last = max((len(held) + PAGE - 1) // PAGE, 1)
    page = min(int(asked), last) if asked.isascii() and asked.isdecimal() and 0 < len(asked) < 7 else 1
    page = max(page, 1)
    return visit.page(
        "held.html",
        period=period,
        total=len(held),
        rows=held if asked == WHOLE else held[(page - 1) * PAGE : page * PAGE],
        whole=asked == WHOLE,
        page_number=page,
        last_page=last,
    )


def export_held(visit: Visit) -> Response:
    """All of them as a CSV with its mark, so that Excel reads it; what leaves is written into the log first."""
    period, held = _carried_on(visit)
    visit.record("exported_held", period or "-")
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    lines.writerow([visit.say("column", "number"), visit.say("publish", "why")])
    lines.writerows([guard(number), guard(why)] for number, why in held)
    name = f"held-{period or 'none'}.csv"
    return Response(
        out.getvalue().encode("utf-8-sig"),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def _carried_on(visit: Visit) -> tuple[str, Held]:
    """The period whose turn it is, and what its draft carries on; nothing where no period is over."""
    publishing = visit.office.publishing
    period = publishing.state(visit.language).next_period
    return (period, publishing.draft(period, visit.language).held) if period else ("", ())
