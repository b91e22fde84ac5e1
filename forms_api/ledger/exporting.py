"""From a case to its row: the same columns that an import reads. Pure."""

from collections.abc import Mapping
from datetime import datetime

from forms_api.ledger.columns import ANSWERS, Column, Moment, Value, Values
from register.case import Case, CaseEntry
from register.settings import ZONE
from register.terms import Outcome, Satisfaction, Step

_ANSWERING = (Step.ANSWER, Step.FINISH, Step.REFUSE, Step.TRANSFER, Step.RECONSIDER)


def row_of(case: Case) -> dict[Column, Value]:
    """What a case says, by column; what it does not say is left out. The handling is that of its latest round."""
    sent, contact = case.submission, case.contact
    said: dict[Column, Value | None] = {
        Column.NUMBER: case.number,
        Column.RECEIVED: _moment(case.received),
        Column.CHANNEL: sent.channel.value,
        Column.KIND: case.kind.value,
        Column.MATTER: case.matter.value,
        Column.URGENCY: case.urgency.value,
        **{column: sent.answers.get(column.value) for column in ANSWERS},
        Column.PUBLISH: sent.publish,
        Column.STATUS: case.status.value,
        Column.NAME: contact.name if contact else None,
        Column.PHONE: contact.phone if contact else None,
        Column.ROOM: contact.room if contact else None,
        **_handling(case),
    }
    return {column: value for column, value in said.items() if value not in (None, "", ())}


def _handling(case: Case) -> Mapping[Column, Value | None]:
    acknowledged = case.last(Step.ACKNOWLEDGE)
    found = _latest(case, Step.INVESTIGATE)
    answer = _latest(case, *_ANSWERING)
    heard = _latest(case, Step.FEED_BACK)
    said = answer.particulars if answer else {}
    return {
        Column.ACKNOWLEDGED: _moment(acknowledged.at) if acknowledged else None,
        Column.RESPONSIBLE: case.responsible,
        Column.POST: case.post.value if case.responsible else None,
        Column.FINDINGS: str(found.particulars["findings"]) if found else None,
        Column.OUTCOME: _outcome(case.outcome),
        Column.MEASURES: tuple(said.get("measures", ())),
        Column.ANSWER: said.get("text"),
        Column.ANSWERED: _moment(answer.at) if answer else None,
        Column.SATISFACTION: _satisfaction(case, heard),
        Column.FED_BACK: _moment(heard.at) if heard else None,
    }


def _outcome(outcome: Outcome | None) -> str | None:
    return outcome.value if outcome else None


def _satisfaction(case: Case, heard: CaseEntry | None) -> str | None:
    """What the resident said; that nobody answered is worth a word only where she was asked."""
    return case.satisfaction.value if heard or case.satisfaction != Satisfaction.NO_ANSWER else None


def _latest(case: Case, *steps: Step) -> CaseEntry | None:
    return next((entry for entry in reversed(case.round) if entry.step in steps), None)


def _moment(at: datetime) -> Moment:
    return Moment(at.astimezone(ZONE).replace(microsecond=0))


def without(values: Values, columns: tuple[Column, ...]) -> dict[Column, Value]:
    return {column: value for column, value in values.items() if column not in columns}
