"""The page `/written`: notices, inspections, improvements and the committee's replies, written and reviewed; decision 0022."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final

from starlette.responses import Response

from forms_api.desk.handling.fields import read_values
from forms_api.desk.office import Visit
from forms_api.desk.policies import may
from forms_api.desk.writing_pages import draft_page, form_page, periods_of, title_of, titles_of
from forms_api.desk.writing_rights import (
    WRITES,
    draft_asked,
    drafts_of,
    kept_asked,
    others_draft,
    own_draft,
    writing_asked,
)
from forms_api.written.checking import GENERAL, check_writing
from forms_api.written.drafts import Draft
from forms_api.written.files import (
    FileChanged,
    FileNotOurs,
    check_base,
    kept_file,
    kept_files,
    put_in_place,
)
from forms_api.written.kinds import FORMS, Writing, flat, texts
from register.content import Written
from register.settings import ZONE
from register.terms import Role

FIELDS: Final = frozenset({"revision"}).union(
    *(field.names for form in FORMS.values() for field in form.fields)
)
DECISION_FIELDS: Final = ("revision", "read_all", "text")


def show_written(visit: Visit) -> Response:
    """What waits for a reviewer, what may be begun, and what is kept already."""
    role = visit.member.role
    kinds = [writing for writing in Writing if may(role, WRITES[writing]) or role != Role.OUTSIDE]
    content = visit.office.home.content
    return visit.page(
        "written.html",
        drafts=[draft for draft in drafts_of(visit).open() if draft.writing in kinds],
        kinds=kinds,
        may_begin={writing: may(role, WRITES[writing]) for writing in Writing},
        kept={
            writing: [(one, titles_of(one, visit.language)) for one in kept_files(content, writing)]
            for writing in kinds
        },
        title_of=partial(title_of, language=visit.language),
    )


def begin(visit: Visit) -> Response:
    """An empty form."""
    writing = writing_asked(visit)
    values: dict[str, Any] = {"published": f"{visit.now:%Y-%m-%d}"} if writing == Writing.NOTICE else {}
    return form_page(visit, writing, values, {}, f"/written/new/{writing}")


def add(visit: Visit) -> Response:
    """Keep a new draft."""
    writing = writing_asked(visit)
    values = _typed(visit, writing)
    name = str(values.get("period", "")) if writing == Writing.REPLY else ""
    problems = _problems(visit, writing, values)
    if name and kept_file(visit.office.home.content, writing, name):
        problems["period"] = "replied"
    if problems:
        return form_page(visit, writing, values, problems, f"/written/new/{writing}", 422)
    drafts = drafts_of(visit)
    name = name or _fresh_name(visit.now, visit.office.draw(3).hex())
    return _added(visit, drafts.add(writing, name, "", values, visit.member.account, visit.now))


def _fresh_name(now: datetime, drawn: str) -> str:
    return f"{now.astimezone(ZONE):%Y%m%d}-{drawn}"


def _added(visit: Visit, draft: Draft) -> Response:
    visit.record("written_drafted", draft.id)
    return visit.see_other(f"/written/{draft.id}", visit.say("written", "drafted"))


def show_begun(visit: Visit) -> Response:
    """The form as it was typed; nothing is kept. So are the two below."""
    writing = writing_asked(visit)
    return form_page(visit, writing, _typed(visit, writing), {}, visit.request.url.path)


def show_changed(visit: Visit) -> Response:
    writing, kept = kept_asked(visit)
    values = _typed(visit, writing) | ({"period": kept.name} if writing == Writing.REPLY else {})
    return form_page(visit, writing, values, {}, visit.request.url.path)


def show_rewritten(visit: Visit) -> Response:
    draft = own_draft(visit)
    return draft_page(visit, draft, _typed(visit, draft.writing) | _fixed(draft))


def begin_change(visit: Visit) -> Response:
    """The form filled with a file the desk keeps."""
    writing, kept = kept_asked(visit)
    assert kept.piece is not None, "files kept by hand were refused before"
    values = flat(kept.piece) | ({"period": kept.name} if writing == Writing.REPLY else {})
    return form_page(visit, writing, values, {}, visit.request.url.path)


def add_change(visit: Visit) -> Response:
    """Keep a draft that changes a file."""
    writing, kept = kept_asked(visit)
    values = _typed(visit, writing) | ({"period": kept.name} if writing == Writing.REPLY else {})
    problems = _problems(visit, writing, values)
    if problems:
        return form_page(visit, writing, values, problems, visit.request.url.path, 422)
    drafts = drafts_of(visit)
    return _added(visit, drafts.add(writing, kept.name, kept.sha256, values, visit.member.account, visit.now))


def show_draft(visit: Visit) -> Response:
    return draft_page(visit, draft_asked(visit))


def save(visit: Visit) -> Response:
    """The author's new words; what was decided on older ones is void."""
    draft = own_draft(visit)
    values = _typed(visit, draft.writing) | _fixed(draft)
    problems = _problems(visit, draft.writing, values)
    if problems or _is_stale(visit, draft):
        return draft_page(visit, draft, values, problems, 422 if problems else 409)
    _kept_draft(visit, draft, values=values, state="drafted", note="")
    return visit.see_other(f"/written/{draft.id}", visit.say("written", "drafted"))


def approve(visit: Visit) -> Response:
    """Put the file in place and build the site. The reviewer is not the author and has read the words as they are."""
    draft = others_draft(visit)
    if _is_stale(visit, draft):
        return draft_page(visit, draft, status=409)
    if "read_all" not in visit.typed:
        return draft_page(visit, draft, problems={GENERAL: "read_all"}, status=422)
    piece = check_writing(draft.writing, draft.values)
    if isinstance(piece, dict) or _known(visit, piece):
        return draft_page(visit, draft, problems={GENERAL: "not_fit"}, status=422)
    try:
        _kept_draft(visit, draft, partial(_put, visit, draft, piece), state="published", decided=True)
    except (FileChanged, FileNotOurs):
        return draft_page(visit, draft, problems={GENERAL: "file_changed"}, status=409)
    visit.office.publishing.start_build()
    return visit.see_other("/written", visit.say("written", "published"))


def _put(visit: Visit, draft: Draft, piece: Written) -> None:
    """The file, and before it the line in the log; nobody else decides on the draft meanwhile."""
    content = visit.office.home.content
    check_base(content, draft.writing, draft.name, draft.base, piece)
    visit.record("written_approved", draft.id)
    put_in_place(content, draft.writing, draft.name, piece)


def send_back(visit: Visit) -> Response:
    """Back to its author, with what to change."""
    draft = others_draft(visit)
    note = visit.typed.get("text", "").strip()
    if _is_stale(visit, draft):
        return draft_page(visit, draft, status=409)
    if not note or len(note) > 500:
        return draft_page(visit, draft, problems={GENERAL: "note"}, status=422)
    visit.record("written_sent_back", draft.id)
    _kept_draft(visit, draft, state="sent_back", note=note, decided=True)
    return visit.see_other("/written", visit.say("written", "sent_back"))


def drop(visit: Visit) -> Response:
    """The author gives the draft up; nothing was published."""
    draft = own_draft(visit)
    visit.record("written_dropped", draft.id)
    _kept_draft(visit, draft, state="dropped", values={})
    return visit.see_other("/written", visit.say("written", "dropped"))


def _kept_draft(
    visit: Visit,
    draft: Draft,
    first: Callable[[], None] = lambda: None,
    *,
    decided: bool = False,
    **change: Any,
) -> Draft:
    who = {"decided_by": visit.member.account, "decided_at": visit.now} if decided else {}
    fresh = draft.model_copy(update={**change, **who, "revision": draft.revision + 1})
    return drafts_of(visit).replace(draft, fresh, first)


def _fixed(draft: Draft) -> dict[str, Any]:
    """A reply stays with its period."""
    return {"period": draft.name} if draft.writing == Writing.REPLY else {}


def _is_stale(visit: Visit, draft: Draft) -> bool:
    return visit.typed.get("revision") != str(draft.revision)


def _typed(visit: Visit, writing: Writing) -> dict[str, Any]:
    return read_values(FORMS[writing].fields, visit.typed)


def _problems(visit: Visit, writing: Writing, values: Mapping[str, Any]) -> dict[str, str]:
    """What hinders keeping it: what the model refuses, and private values of the register."""
    piece = check_writing(writing, values)
    if isinstance(piece, dict):
        return piece
    problems = dict.fromkeys(_known(visit, piece), "known")
    if writing == Writing.REPLY and values.get("period") not in periods_of(visit):
        problems["period"] = "wrong"
    return problems


def _known(visit: Visit, piece: Written) -> list[str]:
    """Questions whose words hold a private value."""
    scan = visit.scan
    return [name for name, language, text in texts(piece) if any(f.is_known for f in scan(text, language))]
