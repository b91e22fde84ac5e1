"""The page `/written`: notices, inspections, improvements and the committee's replies, written and reviewed; decision 0022."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from starlette.responses import Response

from forms_api.desk.handling.fields import BETWEEN, Field, read_values
from forms_api.desk.handling.marking import Piece, marked
from forms_api.desk.office import Visit
from forms_api.desk.policies import Forbidden, check_may, may
from forms_api.refusals import Refused
from forms_api.written.checking import GENERAL, check_writing
from forms_api.written.drafts import OPEN, Draft, DraftNotFound, Drafts
from forms_api.written.files import FileNotOurs, Kept, kept_file, kept_files, put_in_place
from forms_api.written.kinds import FORMS, Writing, flat, texts
from register.content import Written
from register.errors import RegisterBusy
from register.settings import ZONE
from register.terms import Role

FIELDS: Final = frozenset({"revision"}).union(
    *(field.names for form in FORMS.values() for field in form.fields)
)
DECISION_FIELDS: Final = ("revision", "read_all", "text")
_WRITES: Final = {writing: "write_reply" if writing == Writing.REPLY else "write" for writing in Writing}


@dataclass(frozen=True)
class Question:
    """One question as the page asks it."""

    field: Field
    label: str
    hint: str
    value: Any
    problem: str
    group: str = ""


def drafts_of(visit: Visit) -> Drafts:
    return Drafts(visit.office.home.var / "written", visit.office.draw)


def show_written(visit: Visit) -> Response:
    """What waits for a reviewer, what may be begun, and what is kept already."""
    role = visit.member.role
    kinds = [writing for writing in Writing if may(role, _WRITES[writing]) or role != Role.OUTSIDE]
    content = visit.office.home.content
    return visit.page(
        "written.html",
        drafts=[draft for draft in drafts_of(visit).open() if draft.writing in kinds],
        kinds=kinds,
        may_begin={writing: may(role, _WRITES[writing]) for writing in Writing},
        kept={writing: [(one, _titles(one)) for one in kept_files(content, writing)] for writing in kinds},
        title_of=lambda draft: _draft_title(draft),
    )


def _titles(kept: Kept) -> tuple[str, ...]:
    """What the file tells of, each once; its name where nothing in it has a title."""
    said = [flat(piece) for piece in kept.pieces]
    titles = (str(one.get("title__zh") or one.get("name__zh") or kept.name) for one in said)
    return tuple(dict.fromkeys(titles)) or (kept.name,)


def _draft_title(draft: Draft) -> str:
    return str(draft.values.get("title__zh") or draft.values.get("name__zh") or draft.name)


def begin(visit: Visit) -> Response:
    """An empty form."""
    writing = _writing(visit)
    values: dict[str, Any] = {"published": f"{visit.now:%Y-%m-%d}"} if writing == Writing.NOTICE else {}
    return _form_page(visit, writing, values, {}, f"/written/new/{writing}")


def add(visit: Visit) -> Response:
    """Keep a new draft."""
    writing = _writing(visit)
    values = _typed(visit, writing)
    name = str(values.get("period", "")) if writing == Writing.REPLY else ""
    problems = _problems(visit, writing, values)
    if name and kept_file(visit.office.home.content, writing, name):
        problems["period"] = "replied"
    if problems:
        return _form_page(visit, writing, values, problems, f"/written/new/{writing}", 422)
    drafts = drafts_of(visit)
    name = name or _fresh_name(visit.now, visit.office.draw(3).hex())
    return _added(visit, drafts.add(writing, name, "", values, visit.member.account, visit.now))


def _fresh_name(now: datetime, drawn: str) -> str:
    return f"{now.astimezone(ZONE):%Y%m%d}-{drawn}"


def _added(visit: Visit, draft: Draft) -> Response:
    visit.record("written_drafted", draft.id)
    return visit.see_other(f"/written/{draft.id}", visit.say("written", "drafted"))


def begin_change(visit: Visit) -> Response:
    """The form filled with a file the desk keeps."""
    writing, kept = _kept(visit)
    assert kept.piece is not None, "files kept by hand were refused before"
    values = flat(kept.piece) | ({"period": kept.name} if writing == Writing.REPLY else {})
    return _form_page(visit, writing, values, {}, visit.request.url.path)


def add_change(visit: Visit) -> Response:
    """Keep a draft that changes a file."""
    writing, kept = _kept(visit)
    values = _typed(visit, writing) | ({"period": kept.name} if writing == Writing.REPLY else {})
    problems = _problems(visit, writing, values)
    if problems:
        return _form_page(visit, writing, values, problems, visit.request.url.path, 422)
    drafts = drafts_of(visit)
    return _added(visit, drafts.add(writing, kept.name, kept.sha256, values, visit.member.account, visit.now))


def show_draft(visit: Visit) -> Response:
    return _draft_page(visit, _read(visit))


def save(visit: Visit) -> Response:
    """The author's new words; what was decided on older ones is void."""
    draft = _own(visit)
    values = _typed(visit, draft.writing) | _fixed(draft)
    problems = _problems(visit, draft.writing, values)
    if problems or _is_stale(visit, draft):
        return _draft_page(visit, draft, values, problems, 422 if problems else 409)
    _kept_draft(visit, draft, values=values, state="drafted", note="")
    return visit.see_other(f"/written/{draft.id}", visit.say("written", "drafted"))


def approve(visit: Visit) -> Response:
    """Put the file in place and build the site. The reviewer is not the author and has read the words as they are."""
    draft = _others(visit)
    if _is_stale(visit, draft):
        return _draft_page(visit, draft, status=409)
    if "read_all" not in visit.typed:
        return _draft_page(visit, draft, problems={GENERAL: "read_all"}, status=422)
    piece = check_writing(draft.writing, draft.values)
    if isinstance(piece, dict) or _known(visit, piece):
        return _draft_page(visit, draft, problems={GENERAL: "not_fit"}, status=422)
    try:
        put_in_place(visit.office.home.content, draft.writing, draft.name, draft.base, piece)
    except (RegisterBusy, FileNotOurs):
        return _draft_page(visit, draft, problems={GENERAL: "file_changed"}, status=409)
    visit.record("written_approved", draft.id)
    _kept_draft(visit, draft, state="published", decided=True)
    visit.office.publishing.start_build()
    return visit.see_other("/written", visit.say("written", "published"))


def send_back(visit: Visit) -> Response:
    """Back to its author, with what to change."""
    draft = _others(visit)
    note = visit.typed.get("text", "").strip()
    if _is_stale(visit, draft):
        return _draft_page(visit, draft, status=409)
    if not note or len(note) > 500:
        return _draft_page(visit, draft, problems={GENERAL: "note"}, status=422)
    visit.record("written_sent_back", draft.id)
    _kept_draft(visit, draft, state="sent_back", note=note, decided=True)
    return visit.see_other("/written", visit.say("written", "sent_back"))


def drop(visit: Visit) -> Response:
    """The author gives the draft up; nothing was published."""
    draft = _own(visit)
    visit.record("written_dropped", draft.id)
    _kept_draft(visit, draft, state="dropped", values={})
    return visit.see_other("/written", visit.say("written", "dropped"))


def _kept_draft(visit: Visit, draft: Draft, *, decided: bool = False, **change: Any) -> Draft:
    who = {"decided_by": visit.member.account, "decided_at": visit.now} if decided else {}
    fresh = draft.model_copy(update={**change, **who, "revision": draft.revision + 1})
    return drafts_of(visit).replace(draft, fresh)


def _fixed(draft: Draft) -> dict[str, Any]:
    """A reply stays with its period."""
    return {"period": draft.name} if draft.writing == Writing.REPLY else {}


def _is_stale(visit: Visit, draft: Draft) -> bool:
    return visit.typed.get("revision") != str(draft.revision)


def _writing(visit: Visit) -> Writing:
    code = visit.request.path_params["writing"]
    if code not in set(Writing):
        raise Refused(404, "not_found")
    check_may(visit.member.role, _WRITES[Writing(code)])
    return Writing(code)


def _kept(visit: Visit) -> tuple[Writing, Kept]:
    writing = _writing(visit)
    kept = kept_file(visit.office.home.content, writing, visit.request.path_params["name"])
    if kept is None:
        raise Refused(404, "no_draft")
    if not kept.ours:
        raise Refused(409, "by_hand")
    return writing, kept


def _read(visit: Visit) -> Draft:
    try:
        draft = drafts_of(visit).read(visit.request.path_params["name"])
    except DraftNotFound:
        raise Refused(404, "no_draft") from None
    if visit.member.role == Role.OUTSIDE and draft.writing != Writing.REPLY:
        raise Forbidden("write")
    return draft


def _own(visit: Visit) -> Draft:
    draft = _read(visit)
    if draft.author != visit.member.account or draft.state not in OPEN:
        raise Refused(409, "draft_over")
    return draft


def _others(visit: Visit) -> Draft:
    """A draft that waits for somebody else's word. Four eyes: its author is refused and the try is logged."""
    draft = _read(visit)
    if not _may_decide(visit, draft):
        raise Forbidden("approve_written")
    if draft.state != "drafted":
        raise Refused(409, "draft_over")
    return draft


def _may_decide(visit: Visit, draft: Draft) -> bool:
    outside = draft.writing == Writing.REPLY and visit.member.role == Role.OUTSIDE
    return draft.author != visit.member.account and (may(visit.member.role, "approve_written") or outside)


def _typed(visit: Visit, writing: Writing) -> dict[str, Any]:
    return read_values(FORMS[writing].fields, visit.typed)


def _problems(visit: Visit, writing: Writing, values: Mapping[str, Any]) -> dict[str, str]:
    """What hinders keeping it: what the model refuses, and private values of the register."""
    piece = check_writing(writing, values)
    if isinstance(piece, dict):
        return piece
    problems = dict.fromkeys(_known(visit, piece), "known")
    if writing == Writing.REPLY and values.get("period") not in _periods(visit):
        problems["period"] = "wrong"
    return problems


def _known(visit: Visit, piece: Written) -> list[str]:
    """Questions whose words hold a private value."""
    scan = visit.office.publishing.scan
    return [name for name, language, text in texts(piece) if any(f.is_known for f in scan(text, language))]


def _periods(visit: Visit) -> tuple[str, ...]:
    releases = visit.office.publishing.state(visit.language).releases
    return tuple(dict.fromkeys(line.period for line in releases))


def _found(visit: Visit, values: Mapping[str, Any]) -> list[tuple[str, tuple[Piece, ...]]]:
    """Every text in which the scan found anything, with its label."""
    scan, found = visit.office.publishing.scan, []
    for name, value in values.items():
        language = name.rpartition(BETWEEN)[2]
        if isinstance(value, str) and language in ("zh", "en"):
            pieces = marked(value, scan(value, language))
            if any(piece.finding for piece in pieces):
                found.append((_label(visit, name), pieces))
    return found


def _form_page(
    visit: Visit,
    writing: Writing,
    values: Mapping[str, Any],
    problems: Mapping[str, str],
    action: str,
    status: int = 200,
) -> Response:
    return visit.page(
        "written_form.html",
        status,
        writing=writing,
        questions=_questions(visit, writing, values, problems),
        problems=_told(visit, problems),
        found=_found(visit, values) if problems else [],
        action=action,
    )


def _draft_page(
    visit: Visit,
    draft: Draft,
    values: Mapping[str, Any] | None = None,
    problems: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    shown = draft.values if values is None else values
    return visit.page(
        "written_draft.html",
        status,
        draft=draft,
        title=_draft_title(draft),
        mine=draft.author == visit.member.account and draft.state in OPEN,
        may_decide=_may_decide(visit, draft) and draft.state == "drafted",
        stale=status == 409 and not problems,
        questions=_questions(visit, draft.writing, shown, problems or {}),
        said=_said(visit, draft),
        problems=_told(visit, problems or {}),
        found=_found(visit, shown),
    )


def _said(visit: Visit, draft: Draft) -> list[tuple[str, str, tuple[Piece, ...]]]:
    """What the draft says, question by question: label, language, marked words."""
    scan = visit.office.publishing.scan
    said = []
    for field in FORMS[draft.writing].fields:
        value = draft.values.get(field.name)
        if value in ("", None, False):
            continue
        language = field.name.rpartition(BETWEEN)[2]
        text = _option(visit, field, value)
        findings = scan(text, language) if language in ("zh", "en") else ()
        said.append((_label(visit, field.name), language, marked(text, findings)))
    return said


def _option(visit: Visit, field: Field, value: Any) -> str:
    if value is True:
        return visit.say("ui", "yes")
    return visit.say(field.vocabulary, value) if field.vocabulary else str(value)


def _questions(
    visit: Visit, writing: Writing, values: Mapping[str, Any], problems: Mapping[str, str]
) -> list[Question]:
    hints = visit.office.pages.wording.section("written_hint", visit.language)
    asked = []
    for field in FORMS[writing].fields:
        shown = replace(field, options=_periods(visit)) if field.name == "period" else field
        stem = field.name.removesuffix("__zh").removesuffix("__en")
        hint = hints.get(f"{writing}_{stem}", "") if not field.name.endswith("__en") else ""
        code = problems.get(field.name, "")
        problem = visit.say("written_problem", code) if code else ""
        asked.append(
            Question(shown, _label(visit, field.name), hint, values.get(field.name), problem, _group(field))
        )
    return asked


def _group(field: Field) -> str:
    """Problems of a round stand together, each in its own frame."""
    parts = field.name.split(BETWEEN)
    return parts[1] if parts[0] == "problem" else ""


def _label(visit: Visit, name: str) -> str:
    parts = [part for part in name.split(BETWEEN) if not part.isdigit()]
    language = parts.pop() if parts[-1] in ("zh", "en") else ""
    label = visit.say("written_field", "_".join(parts))
    return f"{label}{visit.say('written_field', f'in_{language}')}" if language else label


def _told(visit: Visit, problems: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Every problem: the question's name, its label, the words."""
    told = []
    for name, code in problems.items():
        kind, dot, rule = code.partition(".")
        words = visit.say("rule", rule) if dot else visit.say("written_problem", kind)
        told.append((name, _label(visit, name) if name else "", words))
    return told
