"""Who may do what on the desk beyond the steps of a case, whose policy stands in `register.handling`."""

from typing import Final

from register.terms import Role

ALLOWED: Final[dict[str, frozenset[Role]]] = {
    "staff": frozenset({Role.MANAGER}),
    "log": frozenset({Role.REVIEWER, Role.MANAGER}),
    "release": frozenset({Role.REVIEWER, Role.MANAGER}),
}


class Forbidden(Exception):
    """The role may not do this. `what` is a key of `ALLOWED` or a step's code."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


def may(role: Role, what: str) -> bool:
    return role in ALLOWED[what]


def check_may(role: Role, what: str) -> None:
    """Raises Forbidden."""
    if not may(role, what):
        raise Forbidden(what)
