"""Who may do what on the desk beyond the steps of a case, whose policy stands in `register.handling`."""

from typing import Final

from register.terms import Role
from register.transitions import OFFICE

_JUDGES = frozenset({Role.REVIEWER, Role.MANAGER})

# Every page asks for one of these; a page that names none is the office's own (`inside`).
ALLOWED: Final[dict[str, frozenset[Role]]] = {
    "account": frozenset(Role),
    "inside": OFFICE,
    "review": _JUDGES | {Role.OUTSIDE},
    "release": _JUDGES | {Role.OUTSIDE},
    "take_down": frozenset(Role),
    "site": _JUDGES,
    "log": _JUDGES,
    "staff": frozenset({Role.MANAGER}),
    "ledger": frozenset({Role.HANDLER, Role.REVIEWER, Role.MANAGER}),
    "import": frozenset({Role.HANDLER, Role.MANAGER}),
    "undo_import": frozenset({Role.MANAGER}),
    "export": frozenset({Role.REVIEWER, Role.MANAGER}),
    "export_contact": frozenset({Role.MANAGER}),
    "written": frozenset(Role),
    "write": OFFICE,
    "write_reply": frozenset({Role.MANAGER, Role.OUTSIDE}),
    "approve_written": _JUDGES,
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
