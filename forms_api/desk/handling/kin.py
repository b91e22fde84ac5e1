"""How cases stand to each other: links both ways, and what looks like the same matter again. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from forms_api.desk.handling.facts import Facts
from register.case import Case
from register.terms import Relation


@dataclass(frozen=True)
class Tie:
    """A linked case. `forth` where this case points to it, else the other one points here."""

    number: str
    relation: Relation
    forth: bool


def ties(case: Case, pointing_here: Iterable[Case]) -> tuple[Tie, ...]:
    """Every link of a case, its own first; both ways between the same two are shown as one."""
    own = tuple(Tie(number, relation, forth=True) for number, relation in case.links.items())
    back = (
        Tie(other.number, other.links[case.number], forth=False)
        for other in pointing_here
        if other.number not in case.links
    )
    return (*own, *back)


def pointing_to(number: str, everything: Iterable[Facts]) -> tuple[str, ...]:
    """The numbers of the cases that are linked to this one."""
    return tuple(sorted(one.number for one in everything if number in one.links))


def unlinked_repeats(
    number: str, repeats: Mapping[str, tuple[str, ...]], linked: Iterable[str]
) -> tuple[str, ...]:
    """What looks like the same matter, before or after this case, and is not linked to it."""
    later = (other for other, earlier in repeats.items() if number in earlier)
    alike = {*repeats.get(number, ()), *later} - set(linked)
    return tuple(sorted(alike))
