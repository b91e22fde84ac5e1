"""The page `/`: what is to be done, by nearest limit."""

from collections.abc import Mapping

from starlette.responses import Response

from forms_api.desk.inbox import PAGE, SOON, Need, Wanted, by_nearest_limit, repeats
from forms_api.desk.office import Visit
from register.terms import Kind

SHOWS = ("open", "all", "closed")


def show_todo(visit: Visit) -> Response:
    holdings, everything = visit.holdings
    wanted = read_wanted(visit.request.query_params)
    rows = by_nearest_limit((one for one in everything if wanted.fits(one, visit.now)), visit.now)
    page = max(int(visit.request.query_params.get("page", "1")), 1) if _is_page(visit) else 1
    last = max((len(rows) + PAGE - 1) // PAGE, 1)
    page = min(page, last)
    return visit.page(
        "todo.html",
        rows=rows[(page - 1) * PAGE : page * PAGE],
        total=len(rows),
        page_number=page,
        last_page=last,
        wanted=wanted,
        needs=tuple(Need),
        shows=SHOWS,
        kinds=tuple(Kind),
        members=visit.office.staff.members(),
        repeated=repeats(everything),
        damaged=holdings.damaged,
        soon=visit.now + SOON,
    )


def read_wanted(query: Mapping[str, str]) -> Wanted:
    """What the address asks for; anything it does not know is as if it were not there."""
    show, kind, need = query.get("show", "open"), query.get("kind", ""), query.get("need", "")
    return Wanted(
        text=query.get("q", "").strip()[:100],
        show=show if show in SHOWS else "open",
        kind=Kind(kind) if kind in set(Kind) else None,
        who=query.get("who", "")[:32],
        need=Need(need) if need in set(Need) else None,
    )


def _is_page(visit: Visit) -> bool:
    asked = visit.request.query_params.get("page", "")
    return asked.isascii() and asked.isdigit() and len(asked) < 6
