"""Photos that staff took on the spot: through the same worker as those of residents, then a step of the case.

They are added to the case as it is now, whoever changed it meanwhile: a photo contradicts nothing, and a form cannot give
chosen files back to be sent again.
"""

from starlette.responses import Response

from forms_api.desk.handling.cases import case_page
from forms_api.desk.handling.fields import fields_of, read_values, unfit_texts
from forms_api.desk.handling.stepforms import StepForm
from forms_api.desk.office import Visit
from forms_api.enclosures import SLOTS
from forms_api.photos import Photo, PhotoProblem, clean_all
from register.errors import StepRefused
from register.handling import take_step
from register.photo_store import PhotoStore
from register.pictures import added_key
from register.steps import Noted
from register.terms import Step

FIELDS = ("note",)
NOTE = fields_of(Noted)


def add_photos(visit: Visit) -> Response:
    """Keep the photos, then the step that names them. What is wrong with one keeps the others from being taken too."""
    values = read_values(NOTE, visit.typed)
    problems = dict.fromkeys(unfit_texts(NOTE, visit.typed), "character")
    photos = clean_all([visit.files.get(slot, b"") for slot in SLOTS])
    if isinstance(photos, PhotoProblem):
        problems["photos"] = f"photo:{photos.code.value}:{photos.place}"
    elif not photos:
        problems["photos"] = "photo:empty:0"
    if problems or isinstance(photos, PhotoProblem):
        form = StepForm(Step.ATTACH, NOTE, "handle", values=values, problems=problems)
        return case_page(visit, visit.read_case(), typed=form, status=422)
    return _kept(visit, photos, values["note"])


def _kept(visit: Visit, photos: tuple[Photo, ...], note: str) -> Response:
    stored, office = visit.read_case(), visit.office
    digests = [photo.digest for photo in photos]
    key = added_key(stored.record.number, digests)
    try:
        case = take_step(
            stored.record,
            Step.ATTACH,
            by=visit.actor,
            at=visit.now,
            particulars={"photos": digests, "note": note},
            clockwork=office.book.clockwork,
        )
    except StepRefused as refused:
        form = StepForm(Step.ATTACH, NOTE, "handle", values={"note": note})
        return case_page(visit, stored, typed=form, reasons=refused.reasons, status=422)
    PhotoStore(office.home.register).keep(key, [(photo.full, photo.thumbnail) for photo in photos])
    office.store.replace(stored, case)
    visit.record(Step.ATTACH.value, case.number)
    return visit.see_other(
        f"/cases/{case.number}", visit.say("case", "saved", step=visit.say("verb", Step.ATTACH))
    )
