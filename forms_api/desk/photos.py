"""The photos of a case, for signed-in staff alone: pictures that can do nothing but be looked at or saved."""

import hashlib

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.refusals import Refused
from register.case import Case
from register.errors import RecordDamaged
from register.photo_store import PhotoStore

HEADERS = {
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
}


def show_thumbnail(visit: Visit) -> Response:
    """The small picture that stands on the case's page."""
    case, number = _asked(visit)
    return _picture(case, number, _read(visit, case, number, small=True))


def show_photo(visit: Visit) -> Response:
    """The photo itself, to be saved; the look is in the log first. A photo that was altered is not shown."""
    case, number = _asked(visit)
    data = _read(visit, case, number, small=False)
    if hashlib.sha256(data).hexdigest() != case.submission.photos[number - 1]:
        raise RecordDamaged(f"{case.number}, photo {number}", "is not the photo that was received")
    visit.record("looked_at_photo", case.number)
    return _picture(case, number, data)


def _asked(visit: Visit) -> tuple[Case, int]:
    """The case and the number of the photo in the address. Raises Refused (404) where the case has no such photo."""
    case, typed = visit.read_case().record, visit.request.path_params["photo"]
    if typed not in {str(number) for number in range(1, len(case.submission.photos) + 1)}:
        raise Refused(404, "not_found")
    return case, int(typed)


def _read(visit: Visit, case: Case, number: int, *, small: bool) -> bytes:
    try:
        return PhotoStore(visit.office.home.register).read(case.instance, number, small=small)
    except FileNotFoundError:
        raise RecordDamaged(f"{case.number}, photo {number}", "is missing") from None


def _picture(case: Case, number: int, data: bytes) -> Response:
    name = f"{case.number}-{number}.jpg"
    return Response(
        data,
        media_type="image/jpeg",
        headers=HEADERS | {"content-disposition": f'attachment; filename="{name}"'},
    )
