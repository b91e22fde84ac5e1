"""What is kept of a case, in words for its resident: what she said, how she is reached, and until when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from forms_api.counter import Counter
from forms_api.description import CONTACT_FIELDS, Question
from forms_api.moments import show_moment
from forms_api.pages import shown_answer
from forms_api.visit import Visit
from register.case import Case
from register.dates import show_date
from register.pictures import pictures
from register.retention import kept_until
from register.terms import ErasePart


@dataclass(frozen=True)
class Kept:
    """One thing that is kept: what it is, and what it says."""

    label: str
    value: str


def said_by_her(visit: Visit, case: Case) -> list[Kept]:
    """What she sent and what was noted with it, each under the words of the form it was asked with."""
    said, counter = case.submission, visit.counter
    moment = show_moment(case.received, visit.language)
    kept = [
        Kept(visit.say("data", "received"), moment),
        Kept(visit.say("data", "channel"), _term(visit, said.channel)),
        Kept(visit.say("data", "kind"), f"{_term(visit, said.kind)} · {_term(visit, said.matter)}"),
    ]
    asked = questions_by_name(counter, said.form)
    for name, value in said.answers.items():
        if name in asked:
            shown = shown_answer(counter.pages, visit.language, asked[name], value) or value
            kept.append(Kept(asked[name].short.say(visit.language), shown))
        else:
            kept.append(Kept(name, value))
    publish = "published" if said.publish else "counted"
    kept.append(Kept(visit.say("data", "publish"), visit.say("check", publish)))
    if count := len(pictures(case)):
        kept.append(Kept(visit.say("photo", "label"), visit.say("data", "photos", count=count)))
    return kept


def kept_days(visit: Visit, case: Case) -> dict[str, str]:
    """Until when each part is kept, in words, by `ErasePart`."""
    retention = visit.counter.book.rules.retention
    until = kept_until(case, retention)
    months = {ErasePart.CONTACT: retention.contact_months, ErasePart.CASE: retention.case_months}
    if until is None:
        return {part.value: visit.say("data", "after_closing", months=months[part]) for part in months}
    days: dict[ErasePart, date] = {ErasePart.CONTACT: until.contact, ErasePart.CASE: until.record}
    return {
        part.value: visit.say("data", "until", when=show_date(day, visit.language))
        for part, day in days.items()
    }


def _term(visit: Visit, code: StrEnum) -> str:
    return visit.counter.pages.wording.term(code, visit.language)


def questions_by_name(counter: Counter, digest: str) -> dict[str, Question]:
    """Every question of the forms; where two share a name, that of the form with this digest."""
    forms = sorted(counter.forms.values(), key=lambda form: form.digest == digest)
    return {question.name: question for form in forms for question in form.description.question}


def contact_questions(counter: Counter) -> tuple[Question, ...]:
    """How the forms ask for contact details."""
    asked = questions_by_name(counter, "")
    return tuple(asked[name] for name in CONTACT_FIELDS)
