"""What can go wrong in the register.

RegisterError
├── SettingsRefused     settings or content with faults, all of them at once
├── CaseNotFound        no such case
├── CaseErased          the case was erased; its tombstone remains
├── StepRefused         a step the case, the person or its particulars do not allow
├── RecordDamaged       a file that cannot be read as what it should be
│   └── RecordUnread    one the disk could not read; it may be whole
├── RegisterBusy        the record changed since it was read
└── StorageFailed       the disk refused: full, read-only or broken; nothing was acknowledged
"""

from collections.abc import Sequence
from dataclasses import dataclass


class RegisterError(Exception):
    """Root of all errors of the register."""


@dataclass(frozen=True)
class Fault:
    """One fault in a file people write: where it is, and what is wrong there. `key` is "-" where it is the whole file."""

    file: str
    key: str
    value: object
    problem: str
    line: int | None = None

    def __str__(self) -> str:
        shown = "" if self.value is None else f" = {self.value!r}"
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        where = place if self.key == "-" else f"{place}: {self.key}"
        return f"{where}{shown}: {self.problem}"


class SettingsRefused(RegisterError):
    """Settings or content hold faults. All are named at once, so that one look mends them."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in faults))


class CaseNotFound(RegisterError):
    """No case has this number."""


class CaseErased(RegisterError):
    """The case was erased by retention or request; only its tombstone remains."""


class StepRefused(RegisterError):
    """A step that may not be taken. `reasons` are codes; the wording holds the sentences.

    `allowed` lists the steps that could be taken instead.
    """

    def __init__(self, step: str, status: str, reasons: Sequence[str], allowed: Sequence[str] = ()) -> None:
        self.step, self.status, self.reasons, self.allowed = step, status, tuple(reasons), tuple(allowed)
        super().__init__(f"{step} refused in {status}: {', '.join(reasons)}; allowed: {', '.join(allowed)}")


class RecordDamaged(RegisterError):
    """A register file that is not what it should be; it is reported and left as it is."""

    def __init__(self, name: str, problem: str) -> None:
        self.name, self.problem = name, problem
        super().__init__(f"{name}: {problem}")


class RecordUnread(RecordDamaged):
    """A register file the disk could not read: nobody knows what is in it, nor whether it is damaged."""


class RegisterBusy(RegisterError):
    """Somebody else changed the record since it was read; nothing was overwritten."""


class StorageFailed(RegisterError):
    """The disk refused: nothing was acknowledged, no half-made record can be seen, and it may be tried again.

    A new case is not there. A changed one stands as it was or as it should be, whole.
    """
