"""What was decided about showing her case, told to the resident, so that she can contest it: held, counted only, withheld. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from register.case import Case
from register.publication import Publication, Stage, publication


@dataclass(frozen=True)
class Decided:
    """`code` is a sentence of the wording's section `disclosed`, into which the words of `reason` go, if there is one."""

    code: str
    reason: StrEnum | None = None


def decided(case: Case) -> tuple[Decided, ...]:
    """What stands now. A proposal to withhold is no decision yet; why a case is held is not told, for it would teach how not to be."""
    holding = (Decided("held"),) if case.is_held else ()
    return holding + _of_publication(publication(case))


def _of_publication(state: Publication) -> tuple[Decided, ...]:
    if state.stage == Stage.WITHHELD:
        return (Decided("withheld", state.withheld),)
    if state.stage == Stage.COUNTED:
        return (Decided("counted", state.counted),)
    if state.stage == Stage.OBJECTION_NOTED:
        return (Decided("objection_noted"),)
    return (Decided("sensitive"),) if state.sensitive else ()
