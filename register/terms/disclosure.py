"""What becomes public of a case, and why one is counted or withheld instead of listed."""

from enum import StrEnum

from register.terms.reasons import EraseReason


class Disclosure(StrEnum):
    PENDING = "pending"
    LISTED = "listed"
    COUNTED = "counted"
    WITHHELD = "withheld"


class CountedReason(StrEnum):
    """Why a case is counted and not listed one by one."""

    RESIDENT_ASKED = "resident_asked"
    OBJECTION = "objection"
    SENSITIVE = "sensitive"
    SMALL_GROUP = "small_group"
    WITHDRAWN = "withdrawn"
    REVIEWER_DECIDED = "reviewer_decided"
    ERASED = "erased"
    IMPORT_UNDONE = "import_undone"


class WithholdingReason(StrEnum):
    """Why a case is withheld. Each is set by two people and counted in the balance."""

    PRIVACY = "privacy"
    IN_COURT = "in_court"
    SECURITY = "security"
    SPAM = "spam"
    DUPLICATE = "duplicate"
    MERGED = "merged"


class SensitiveReason(StrEnum):
    """The sensitive class of DESIGN 7.3: counted only, whatever the wording."""

    HEALTH = "health"
    FAMILY = "family"
    MINOR = "minor"
    NEIGHBOUR_QUARREL = "neighbour_quarrel"
    EMPLOYEE_MEASURE = "employee_measure"


# As what an erased case is counted. An import that was undone says so in public: nothing was received that is not shown.
COUNTED_AS: dict[EraseReason, CountedReason] = {
    EraseReason.RETENTION_ENDED: CountedReason.ERASED,
    EraseReason.RESIDENT_ASKED: CountedReason.ERASED,
    EraseReason.IMPORT_UNDONE: CountedReason.IMPORT_UNDONE,
}
