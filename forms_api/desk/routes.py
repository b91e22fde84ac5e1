"""Every page for signed-in people, room by room: its address, who may open it, and what a form on it may send."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from starlette.routing import Route

from forms_api.body import WORDS_ALONE, Upload
from forms_api.desk import ledger, ledger_export, ledger_pages, log, surveys, writing
from forms_api.desk.admission import Door, Known, Work
from forms_api.desk.handling import (
    archiving,
    cases,
    evidence,
    newcode,
    paper_slips,
    photos,
    registering,
    sheet,
    todo,
)
from forms_api.desk.office import Office
from forms_api.desk.people import accounts, own_account, signin, witnessing
from forms_api.desk.people.proving import WORD_FIELDS
from forms_api.desk.publication import held, previewing, releasing, reviewing, revisions, takedowns
from forms_api.enclosures import UPLOAD


@dataclass(frozen=True)
class Address:
    """A path and a method, what answers there, and the right of `policies.ALLOWED` it takes.

    `again` shows what was typed once more, in another language.
    """

    method: str
    path: str
    work: Work
    right: str
    known: Known = ()
    upload: Upload = WORDS_ALONE
    again: Work | None = None

    def route(self, door: Door) -> Route:
        endpoint = door.page(self.work, self.known, self.upload, self.right, self.again)
        return Route(self.path, endpoint, methods=[self.method])


def get(path: str, work: Work, right: str = "inside") -> Address:
    return Address("GET", path, work, right)


def post(
    path: str,
    work: Work,
    known: Known = (),
    right: str = "inside",
    upload: Upload = WORDS_ALONE,
    again: Work | None = None,
) -> Address:
    return Address("POST", path, work, right, known, upload, again)


# Where everybody starts, and what she sets for herself.
OWN: Final = (
    get("/", reviewing.show_home, "account"),
    post("/sign-out", signin.sign_out, right="account"),
    post("/language", signin.change_language, ("to", "back"), "account"),
    get("/password", signin.show_password, "account"),
    post("/password", signin.change_password, signin.PASSWORD_FIELDS, "account"),
    get("/account", witnessing.show, "account"),
    post("/account/witness", witnessing.witness, witnessing.WITNESS_FIELDS, "account"),
    post("/account/sessions/{name}/end", own_account.end_session, right="account"),
    get("/second-factor", own_account.show_second_factor, "account"),
    post("/second-factor", own_account.set_up, WORD_FIELDS, "account"),
    post("/second-factor/off", own_account.take_off, WORD_FIELDS, "account"),
)
# Summaries that wait for a second person.
REVIEW: Final = (
    get("/review", reviewing.show_reviews, "review"),
    get("/review/{number}", reviewing.show_review, "review"),
    post(
        "/review/{number}/{step}",
        reviewing.decide,
        reviewing.known_decision_names,
        "review",
        again=reviewing.show_typed,
    ),
)
# Cases: taken down, found, worked on, put away.
CASES: Final = (
    post("/search", todo.search, todo.SEARCH_FIELDS),
    get("/register", registering.show_registering),
    post("/register", registering.register, registering.KNOWN, again=registering.show_typed),
    get("/register/slip", registering.show_slip),
    get("/register/paper", paper_slips.show_paper_slips),
    post("/register/slip", registering.hand_over, ("mine",)),
    get("/archive", archiving.show_archive),
    post("/archive", archiving.archive, archiving.FIELDS),
    get("/cases/{number}", cases.show_case),
    get("/cases/{number}/sheet", sheet.show_sheet),
    get("/cases/{number}/photos/{photo}", photos.show_photo),
    get("/cases/{number}/photos/{photo}/small", photos.show_thumbnail),
    get("/cases/{number}/code", newcode.show_new_code),
    post("/cases/{number}/code", newcode.issue, newcode.FIELDS),
    get("/cases/{number}/{anything:path}", cases.back_to_case),
    post("/cases/{number}/contact", cases.show_contact),
    post("/cases/{number}/check", cases.check_summary, cases.SUMMARY_FIELDS),
    post("/cases/{number}/steps/{step}", cases.take, cases.known_step_names, again=cases.show_typed),
    post("/cases/{number}/fill/{step}", cases.fill, cases.known_step_names),
    post("/cases/{number}/photos", evidence.add_photos, evidence.FIELDS, upload=UPLOAD),
)
# The office's Excel book, in and out.
LEDGER: Final = (
    get("/ledger", ledger_pages.show_ledger, "ledger"),
    post("/ledger", ledger.upload, right="import", upload=ledger.UPLOAD),
    post("/ledger/export", ledger_export.export, ledger_export.FIELDS, "export"),
    get("/ledger/{name}", ledger.show_import, "ledger"),
    post("/ledger/{name}/layout", ledger.lay_out, ledger.LAYOUT_FIELDS, "import"),
    post("/ledger/{name}/confirm", ledger.confirm, ledger.CONFIRM_FIELDS, "import"),
    post("/ledger/{name}/give-up", ledger.give_up, right="import"),
    post("/ledger/{name}/second-word", ledger.confirm_noted, ledger.SECOND_FIELDS, "ledger"),
    post("/ledger/{name}/undo", ledger.undo_import, ledger.UNDO_FIELDS, "undo_import"),
)
# Notices, inspections, improvements and the committee's replies.
WRITTEN: Final = (
    get("/written", writing.show_written, "written"),
    get("/written/new/{writing}", writing.begin, "written"),
    post("/written/new/{writing}", writing.add, writing.FIELDS, "written", again=writing.show_begun),
    get("/written/change/{writing}/{name}", writing.begin_change, "written"),
    post(
        "/written/change/{writing}/{name}",
        writing.add_change,
        writing.FIELDS,
        "written",
        again=writing.show_changed,
    ),
    get("/written/{name}", writing.show_draft, "written"),
    post("/written/{name}", writing.save, writing.FIELDS, "written", again=writing.show_rewritten),
    post("/written/{name}/approve", writing.approve, writing.DECISION_FIELDS, "written"),
    post("/written/{name}/send-back", writing.send_back, writing.DECISION_FIELDS, "written"),
    post("/written/{name}/drop", writing.drop, (), "written"),
)
# Releases, corrections, take-downs, and the site they stand on.
PUBLICATION: Final = (
    get("/publish", releasing.show_publish, "release"),
    post("/publish/approve", releasing.approve, ("period", "sha256", *WORD_FIELDS), "release"),
    get("/publish/held", held.show_held, "release"),
    post("/publish/held", held.export_held, right="release"),
    get("/publish/preview", releasing.show_preview_progress, "release"),
    post("/publish/preview", releasing.start_preview, right="release"),
    get("/preview/{address:path}", previewing.show_preview, "release"),
    get("/publish/corrections", revisions.show_corrections, "release"),
    post(
        "/publish/corrections",
        revisions.check,
        revisions.REASON_FIELDS,
        "release",
        again=revisions.show_corrections,
    ),
    post("/publish/corrections/correct", revisions.correct, revisions.CORRECT_FIELDS, "release"),
    get("/published", takedowns.show_published, "take_down"),
    get("/published/{ref}", takedowns.show_one, "take_down"),
    post("/published/{ref}/take-down", takedowns.take_down, takedowns.TAKE_DOWN_FIELDS, "take_down"),
    post("/published/{ref}/confirm", takedowns.confirm, WORD_FIELDS, "take_down"),
    post("/publish/build", releasing.build, right="site"),
    get("/publish/progress", releasing.show_progress, "release"),
    post("/publish/roll-back", releasing.roll_back, right="site"),
    get("/publish/roll-back", releasing.show_roll_back, "site"),
)
# Accounts, and who did what.
STAFF: Final = (
    get("/staff", accounts.show_staff, "staff"),
    post("/staff", accounts.add_member, accounts.ADD_FIELDS, "staff"),
    get("/staff/{account}", accounts.show_member, "staff"),
    post("/staff/{account}/{what}", accounts.change_member, accounts.CHANGE_FIELDS, "staff"),
    get("/log", log.show_log, "log"),
)
# Only in the demo, whose clock can be moved.
DEMO: Final = (post("/demo/advance", releasing.advance, right="account"),)


def surveys_of(office: Office) -> tuple[Address, ...]:
    """Surveys: read, typed in from paper, ended and published. A sheet asks what the estate's own questions are."""
    return (
        get("/surveys", surveys.show_surveys),
        get("/surveys/{survey}/paper", surveys.show_paper),
        post(
            "/surveys/{survey}/paper",
            surveys.enter_paper,
            surveys.known_paper_fields(office),
            again=surveys.show_typed,
        ),
        post("/surveys/{survey}/close", surveys.close, surveys.CLOSE_FIELDS),
        post("/surveys/{survey}/approve", surveys.approve, surveys.APPROVE_FIELDS, "site"),
    )


def signed_in_routes(door: Door) -> list[Route]:
    """All of them. Those of one path stand in the order in which they are tried."""
    rooms: Iterable[tuple[Address, ...]] = (
        OWN, REVIEW, CASES, LEDGER, surveys_of(door.office), WRITTEN, PUBLICATION, STAFF,
        DEMO if door.office.advance else (),
    )  # fmt: skip
    return [address.route(door) for room in rooms for address in room]
