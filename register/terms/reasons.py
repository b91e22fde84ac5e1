"""Reasons, a closed list for each act that needs one."""

from enum import StrEnum


class PauseReason(StrEnum):
    AWAITING_RESIDENT = "awaiting_resident"
    AWAITING_ACCESS = "awaiting_access"
    AWAITING_PARTS = "awaiting_parts"
    AWAITING_THIRD_PARTY = "awaiting_third_party"
    AWAITING_APPROVAL = "awaiting_approval"
    WEATHER = "weather"


class ExtensionReason(StrEnum):
    COMPLEX = "complex"
    PARTS_ORDERED = "parts_ordered"
    THIRD_PARTY = "third_party"
    OWNERS_DECISION = "owners_decision"
    WEATHER = "weather"


class ReclassifyReason(StrEnum):
    MISTAKEN = "mistaken"
    NEW_FACTS = "new_facts"
    BECAME_COMPLAINT = "became_complaint"


class RefusalReason(StrEnum):
    NO_FACTS = "no_facts"
    ALREADY_ANSWERED = "already_answered"
    IN_COURT = "in_court"
    NOT_ABOUT_SERVICE = "not_about_service"
    ABUSIVE = "abusive"


class HoldReason(StrEnum):
    SPAM_SUSPECTED = "spam_suspected"
    SENT_TOO_FAST = "sent_too_fast"
    FLOOD = "flood"
    DUPLICATE_SUSPECTED = "duplicate_suspected"


class TakeDownReason(StrEnum):
    IDENTIFIES_PERSON = "identifies_person"
    WRONG_FACTS = "wrong_facts"
    UPHELD_OBJECTION = "upheld_objection"
    LEGAL_ORDER = "legal_order"


class CorrectionReason(StrEnum):
    """Why a published figure is known better now. Its words are published; nobody types any (decision 0072)."""

    STEP_NOTED_LATE = "step_noted_late"
    WRONG_KIND = "wrong_kind"
    WRONG_TIME = "wrong_time"
    WRONG_REASON = "wrong_reason"
    MISCOUNTED = "miscounted"
    PROGRAM_ERROR = "program_error"


class EraseReason(StrEnum):
    RETENTION_ENDED = "retention_ended"
    RESIDENT_ASKED = "resident_asked"
    IMPORT_UNDONE = "import_undone"


class ErasePart(StrEnum):
    """What is erased: the contact details alone, or the whole record."""

    CONTACT = "contact"
    CASE = "case"


class ContactPart(StrEnum):
    """What of her contact details a resident changed."""

    NAME = "name"
    PHONE = "phone"
    ROOM = "room"


class IdentityCheck(StrEnum):
    """How staff made sure that they give a new query code to the resident herself."""

    CALLED_BACK = "called_back"
    IN_PERSON = "in_person"
