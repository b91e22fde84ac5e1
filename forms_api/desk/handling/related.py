"""The cases that have to do with one: what a visit finds of them in the register."""

from dataclasses import dataclass

from forms_api.desk.handling.kin import Tie, pointing_to, ties, unlinked_repeats
from forms_api.desk.office import Visit
from register.case import Case


@dataclass(frozen=True)
class Related:
    """Links both ways, and what is alike and not linked; `cases` holds those that are still there, by number."""

    ties: tuple[Tie, ...]
    alike: tuple[str, ...]
    cases: dict[str, Case]

    @property
    def linked_cases(self) -> tuple[Case, ...]:
        return tuple(self.cases[tie.number] for tie in self.ties if tie.number in self.cases)


def related(visit: Visit, case: Case) -> Related:
    held, everything = visit.holdings
    back = [held.cases[number].record for number in pointing_to(case.number, everything)]
    linked = ties(case, back)
    numbers = {tie.number for tie in linked}
    alike = unlinked_repeats(case.number, visit.office.overview.repeats, numbers)
    there = {number: held.cases[number].record for number in (*numbers, *alike) if number in held.cases}
    return Related(linked, alike, there)
