"""The photos of a case, for signed-in staff alone: pictures that can do nothing but be looked at or saved."""

import hashlib

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.refusals import Refused
from register.case import Case
from register.errors import RecordDamaged
from register.photo_store import PhotoStore
from register.pictures import Picture, pictures

HEADERS = {
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
}


def show_thumbnail(visit: Visit) -> Response:
    """The small picture that stands on the case's page."""
    case, number, picture = _asked(visit)
    return _as_jpeg(case, number, _read(visit, case, picture, small=True))


def show_photo(visit: Visit) -> Response:
    """The photo itself, to be saved; the look is in the log first. A photo that was altered is not shown."""
    case, number, picture = _asked(visit)
    data = _read(visit, case, picture, small=False)
    if hashlib.sha256(data).hexdigest() != picture.digest:
        raise RecordDamaged(f"{case.number}, photo {number}", "is not the photo that was received")
    visit.record("looked_at_photo", case.number)
    return _as_jpeg(case, number, data)


def _asked(visit: Visit) -> tuple[Case, int, Picture]:
    """The case, and the photo of the number in the address. Raises Refused (404) where the case has no such photo."""
    case, typed = visit.read_case().record, visit.request.path_params["photo"]
    numbered = {str(number): (number, picture) for number, picture in enumerate(pictures(case), 1)}
    if typed not in numbered:
        raise Refused(404, "not_found")
    return case, *numbered[typed]


def _read(visit: Visit, case: Case, picture: Picture, *, small: bool) -> bytes:
    try:
        return PhotoStore(visit.office.home.register).read(picture.key, picture.place, small=small)
    except FileNotFoundError:
        raise RecordDamaged(f"{case.number}, photo {picture.place}", "is missing") from None


def _as_jpeg(case: Case, number: int, data: bytes) -> Response:
    name = f"{case.number}-{number}.jpg"
    return Response(
        data,
        media_type="image/jpeg",
        headers=HEADERS | {"content-disposition": f'attachment; filename="{name}"'},
    )
