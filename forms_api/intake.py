"""From checked answers to what the register keeps: a submission, and the contact details apart from it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from forms_api.answers import TICKED, AskedForm, Problem, check_answers
from register.case import Contact, Submission
from register.terms import Channel, HoldReason, Kind, Language, Matter, Urgency

HONEYPOT = "website"
TOO_FAST = timedelta(seconds=2)
COUNT_ONLY = "count_only"
_ATTRIBUTES = ("kind", "matter", "urgency", COUNT_ONLY)


def take_in(
    form: AskedForm, fields: Mapping[str, str], *, language: Language, received: datetime, consent: str
) -> tuple[Submission, Contact | None] | list[Problem]:
    """The submission and the contact details, or every problem with the answers."""
    answers = check_answers(form, fields)
    if isinstance(answers, list):
        return answers
    return _submission(form, answers, language, received, consent), _contact(form, answers)


def suspicion(fields: Mapping[str, str], age: timedelta) -> HoldReason | None:
    """Why a post looks as if no person sent it. It is kept all the same, on hold, for a person to look at."""
    if fields.get(HONEYPOT):
        return HoldReason.SPAM_SUSPECTED
    return HoldReason.SENT_TOO_FAST if age < TOO_FAST else None


def _submission(
    form: AskedForm, answers: Mapping[str, str], language: Language, received: datetime, consent: str
) -> Submission:
    description = form.description
    own = [q.name for q in description.question if q.part == "submission" and q.name not in _ATTRIBUTES]
    return Submission(
        kind=Kind(answers.get("kind") or description.kind),
        matter=Matter(answers.get("matter") or description.matter or Matter.OTHER),
        urgency=Urgency(answers.get("urgency") or Urgency.ORDINARY),
        channel=Channel.WEB,
        language=language,
        form=form.digest,
        consent=consent,
        received=received,
        publish=description.publish and answers.get(COUNT_ONLY) != TICKED,
        answers={name: answers[name] for name in own if answers[name]},
    )


def _contact(form: AskedForm, answers: Mapping[str, str]) -> Contact | None:
    asked = [question.name for question in form.description.question if question.part == "contact"]
    given = {name: answers[name] for name in asked if answers[name]}
    return Contact(**given) if given else None
