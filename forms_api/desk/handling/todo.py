"""The page `/`: what is to be done, by nearest limit; objections to what is published first, then one's own cases.

What is searched for may be somebody's name or phone. It is sent in a form and kept in the session, never in an address.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from forms_api.desk.handling.facts import Facts
from forms_api.desk.handling.inbox import PAGE, Wanted, by_nearest_limit
from forms_api.desk.handling.needs import ALWAYS_SHOWN, SOON, Need, is_escalated
from forms_api.desk.office import Visit
from register.terms import Kind

GROUPS: Final = ("objections", "mine", "others")
SHOWS: Final = ("open", "all", "closed")
FILTERS: Final = ("show", "kind", "who", "need")
SEARCH_FIELDS: Final = ("q", *FILTERS)
SEARCHED: Final = "searched"


def show_todo(visit: Visit) -> Response:
    holdings, everything = visit.holdings
    query = visit.request.query_params
    wanted = read_wanted(query, visit.session.searched if SEARCHED in query else "")
    rows = by_nearest_limit((one for one in everything if wanted.fits(one, visit.now)), visit.member.account)
    page = max(int(visit.request.query_params.get("page", "1")), 1) if _is_page(visit) else 1
    last = max((len(rows) + PAGE - 1) // PAGE, 1)
    page = min(page, last)
    return visit.page(
        "todo.html",
        groups=_in_groups(visit, rows, slice((page - 1) * PAGE, page * PAGE)),
        total=len(rows),
        page_number=page,
        last_page=last,
        wanted=wanted,
        query=_address(wanted),
        needs=tuple(Need),
        always=ALWAYS_SHOWN,
        shows=SHOWS,
        kinds=tuple(Kind),
        members=visit.office.staff.members(),
        repeated=visit.office.overview.repeats,
        damaged=holdings.damaged,
        soon=visit.now + SOON,
        escalated=lambda one: is_escalated(one, visit.now),
    )


def search(visit: Visit) -> Response:
    """Keep what is searched for in the session and show what it finds."""
    visit.session.searched = visit.typed.get("q", "").strip()[:100]
    return visit.see_other(f"/?{_address(read_wanted(visit.typed, visit.session.searched))}")


def _in_groups(visit: Visit, rows: list[Facts], shown: slice) -> list[tuple[str, int, list[Facts]]]:
    """What this page shows of objections, of the person's own cases and of the others, each with how many there are in all."""

    def group(one: Facts) -> str:
        if one.objection_waits:
            return "objections"
        return "mine" if one.responsible == visit.member.account else "others"

    counts, here = Counter(map(group, rows)), rows[shown]
    told = [(name, counts[name], [one for one in here if group(one) == name]) for name in GROUPS]
    return [one for one in told if one[2]]


def _address(wanted: Wanted) -> str:
    """The filters as the address carries them; of a search only that there is one."""
    asked = {
        "show": wanted.show if wanted.show != "open" else "",
        "kind": wanted.kind or "",
        "who": wanted.who,
        "need": wanted.need or "",
        SEARCHED: "1" if wanted.text else "",
    }
    return urlencode({name: value for name, value in asked.items() if value})


def read_wanted(query: Mapping[str, str], searched: str) -> Wanted:
    """What the address asks for; anything it does not know is as if it were not there."""
    show, kind, need = query.get("show", "open"), query.get("kind", ""), query.get("need", "")
    return Wanted(
        text=searched,
        show=show if show in SHOWS else "open",
        kind=Kind(kind) if kind in set(Kind) else None,
        who=query.get("who", "")[:32],
        need=Need(need) if need in set(Need) else None,
    )


def _is_page(visit: Visit) -> bool:
    asked = visit.request.query_params.get("page", "")
    return asked.isascii() and asked.isdigit() and len(asked) < 6
