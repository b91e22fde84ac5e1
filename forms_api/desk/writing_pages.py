"""What the pages at `/written` show: the questions with what was typed, the draft as it will read, and what the scan found."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.responses import Response

from forms_api.desk.handling.fields import BETWEEN, Field
from forms_api.desk.handling.marking import Piece, marked
from forms_api.desk.office import Visit
from forms_api.desk.writing_rights import may_decide
from forms_api.written.drafts import OPEN, Draft
from forms_api.written.files import Kept
from forms_api.written.kinds import FORMS, Writing, flat
from register.terms import Language


@dataclass(frozen=True)
class Question:
    """One question as the page asks it."""

    field: Field
    label: str
    hint: str
    value: Any
    problem: str
    group: str = ""


def titles_of(kept: Kept, language: Language) -> tuple[str, ...]:
    """What the file tells of, each once; its name where nothing in it has a title."""
    titles = (_title(flat(piece), language) or kept.name for piece in kept.pieces)
    return tuple(dict.fromkeys(titles)) or (kept.name,)


def title_of(draft: Draft, language: Language) -> str:
    """The draft's title or name; the file's name where it has none."""
    return _title(draft.values, language) or draft.name


def _title(values: Mapping[str, Any], language: Language) -> str:
    """The title or name in a language; in Chinese where it was not translated."""
    names = (f"{name}{BETWEEN}{spoken}" for spoken in (language, Language.ZH) for name in ("title", "name"))
    return next((str(values[name]) for name in names if values.get(name)), "")


def form_page(
    visit: Visit,
    writing: Writing,
    values: Mapping[str, Any],
    problems: Mapping[str, str],
    action: str,
    status: int = 200,
) -> Response:
    """The form of a kind, with what was typed and what is wrong with it."""
    return visit.page(
        "written_form.html",
        status,
        writing=writing,
        questions=_questions(visit, writing, values, problems),
        problems=_told(visit, problems),
        found=_found(visit, values) if problems else [],
        action=action,
    )


def draft_page(
    visit: Visit,
    draft: Draft,
    values: Mapping[str, Any] | None = None,
    problems: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """A draft as it will read, and what this person may do with it."""
    shown = draft.values if values is None else values
    return visit.page(
        "written_draft.html",
        status,
        draft=draft,
        title=title_of(draft, visit.language),
        mine=draft.author == visit.member.account and draft.state in OPEN,
        may_decide=may_decide(visit, draft) and draft.state == "drafted",
        one_hand=draft.author in visit.actor.barred,
        stale=status == 409 and not problems,
        questions=_questions(visit, draft.writing, shown, problems or {}),
        said=_said(visit, draft),
        problems=_told(visit, problems or {}),
        found=_found(visit, shown),
    )


def _said(visit: Visit, draft: Draft) -> list[tuple[str, str, tuple[Piece, ...]]]:
    """What the draft says, question by question: label, language, marked words."""
    scan = visit.scan
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


def _found(visit: Visit, values: Mapping[str, Any]) -> list[tuple[str, tuple[Piece, ...]]]:
    """Every text in which the scan found anything, with its label."""
    scan, found = visit.scan, []
    for name, value in values.items():
        language = name.rpartition(BETWEEN)[2]
        if isinstance(value, str) and language in ("zh", "en"):
            pieces = marked(value, scan(value, language))
            if any(piece.finding for piece in pieces):
                found.append((_label(visit, name), pieces))
    return found


def _questions(
    visit: Visit, writing: Writing, values: Mapping[str, Any], problems: Mapping[str, str]
) -> list[Question]:
    hints = visit.office.pages.wording.section("written_hint", visit.language)
    asked = []
    for field in FORMS[writing].fields:
        shown = replace(field, options=periods_of(visit)) if field.name == "period" else field
        stem = field.name.removesuffix("__zh").removesuffix("__en")
        hint = hints.get(f"{writing}_{stem}", "") if not field.name.endswith("__en") else ""
        code = problems.get(field.name, "")
        problem = visit.say("written_problem", code) if code else ""
        asked.append(
            Question(shown, _label(visit, field.name), hint, values.get(field.name), problem, _group(field))
        )
    return asked


def periods_of(visit: Visit) -> tuple[str, ...]:
    """The released periods a reply may answer."""
    releases = visit.office.publishing.state(visit.language).releases
    return tuple(dict.fromkeys(line.period for line in releases))


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
