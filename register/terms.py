"""The closed vocabularies. Stored codes are for ever; their words are in `site_templates/wording/terms.toml`.

Sources: clause 四.2 of the management system, ISO 10002:2018 clause 7, DESIGN section 4.
"""

from enum import StrEnum


class Language(StrEnum):
    ZH = "zh"
    EN = "en"


class Kind(StrEnum):
    COMPLAINT = "complaint"
    REPAIR = "repair"
    INQUIRY = "inquiry"
    SUGGESTION = "suggestion"
    PRAISE = "praise"


class Matter(StrEnum):
    ATTITUDE = "attitude"
    MAINTENANCE = "maintenance"
    SAFETY = "safety"
    HYGIENE = "hygiene"
    GREENING = "greening"
    PARKING = "parking"
    NOISE = "noise"
    CHARGES = "charges"
    FACILITIES = "facilities"
    OTHER = "other"


class Channel(StrEnum):
    WEB = "web"
    PHONE = "phone"
    COUNTER = "counter"
    LETTERBOX = "letterbox"
    WECHAT = "wechat"
    INSPECTION = "inspection"
    REFERRED = "referred"


class Urgency(StrEnum):
    EMERGENCY = "emergency"
    IMPORTANT = "important"
    ORDINARY = "ordinary"


class Step(StrEnum):
    """An entry in a case. The first block is taken by staff, the second by the resident."""

    RECEIVE = "receive"
    ACKNOWLEDGE = "acknowledge"
    CONTACT = "contact"
    CLASSIFY = "classify"
    RECLASSIFY = "reclassify"
    ASSIGN = "assign"
    TRANSFER = "transfer"
    REFUSE = "refuse"
    INVESTIGATE = "investigate"
    ARRIVE = "arrive"
    ATTACH = "attach"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    SETTLE = "settle"
    ANSWER = "answer"
    FINISH = "finish"
    FEED_BACK = "feed_back"
    FOLLOW_UP = "follow_up"
    RECONSIDER = "reconsider"
    REOPEN = "reopen"
    LINK = "link"
    UNLINK = "unlink"
    HOLD = "hold"
    RELEASE_HOLD = "release_hold"
    SUMMARISE = "summarise"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    COUNT_ONLY = "count_only"
    WITHHOLD = "withhold"
    TAKE_DOWN = "take_down"
    REPLY = "reply"
    NEW_CODE = "new_code"
    ERASE = "erase"
    ARCHIVE = "archive"

    ADD_FACTS = "add_facts"
    MESSAGE = "message"
    CHASE = "chase"
    RATE = "rate"
    ASK_REVIEW = "ask_review"
    OBJECT = "object"
    UPDATE_CONTACT = "update_contact"
    ASK_ERASURE = "ask_erasure"
    WITHDRAW = "withdraw"


RESIDENTS_STEPS = frozenset(
    {
        Step.ADD_FACTS,
        Step.MESSAGE,
        Step.CHASE,
        Step.RATE,
        Step.ASK_REVIEW,
        Step.OBJECT,
        Step.UPDATE_CONTACT,
        Step.ASK_ERASURE,
        Step.WITHDRAW,
    }
)


class Status(StrEnum):
    """Where a case stands inside the office. Residents and readers see the `Phase`."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    CLASSIFIED = "classified"
    ASSIGNED = "assigned"
    INVESTIGATED = "investigated"
    PAUSED = "paused"
    ANSWERED = "answered"
    FED_BACK = "fed_back"
    FOLLOWED_UP = "followed_up"
    REVIEWING = "reviewing"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"


class Phase(StrEnum):
    REGISTERED = "registered"
    HANDLING = "handling"
    ANSWERED = "answered"
    FOLLOWING_UP = "following_up"
    CLOSED = "closed"
    REVIEWING = "reviewing"


class Outcome(StrEnum):
    RECTIFIED = "rectified"
    PARTLY_RECTIFIED = "partly_rectified"
    EXPLAINED = "explained"
    OUT_OF_SCOPE = "out_of_scope"
    UNFOUNDED = "unfounded"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    UNVERIFIABLE = "unverifiable"
    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"
    THANKED = "thanked"


class Measure(StrEnum):
    """What was done (处理措施): several may apply to one case."""

    REPAIRED = "repaired"
    REPLACED = "replaced"
    CLEANED = "cleaned"
    PLANTED = "planted"
    CLEARED = "cleared"
    PATROL_ADDED = "patrol_added"
    SCHEDULE_CHANGED = "schedule_changed"
    SIGN_PLACED = "sign_placed"
    STAFF_INSTRUCTED = "staff_instructed"
    CONTRACTOR_CALLED = "contractor_called"
    MEDIATED = "mediated"
    CHARGE_CORRECTED = "charge_corrected"
    EXPLANATION_GIVEN = "explanation_given"
    REFERRED = "referred"
    PLANNED = "planned"
    PASSED_ON = "passed_on"


class Post(StrEnum):
    """The responsible post (责任岗位), never a person."""

    FRONT_DESK = "front_desk"
    ENGINEERING = "engineering"
    SECURITY = "security"
    CLEANING = "cleaning"
    GREENING = "greening"
    ACCOUNTS = "accounts"
    MANAGEMENT = "management"


class Disclosure(StrEnum):
    PENDING = "pending"
    LISTED = "listed"
    COUNTED = "counted"
    WITHHELD = "withheld"


class Role(StrEnum):
    HANDLER = "handler"
    REVIEWER = "reviewer"
    MANAGER = "manager"
    OUTSIDE = "outside"


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


class Relation(StrEnum):
    """How a case stands to an earlier one it is linked to; each is still counted and answered."""

    REPEAT = "repeat"
    SAME_CAUSE = "same_cause"
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


class TakeDownReason(StrEnum):
    IDENTIFIES_PERSON = "identifies_person"
    WRONG_FACTS = "wrong_facts"
    UPHELD_OBJECTION = "upheld_objection"
    LEGAL_ORDER = "legal_order"


class EraseReason(StrEnum):
    RETENTION_ENDED = "retention_ended"
    RESIDENT_ASKED = "resident_asked"
    IMPORT_UNDONE = "import_undone"


# As what an erased case is counted. An import that was undone says so in public: nothing was received that is not shown.
COUNTED_AS: dict[EraseReason, CountedReason] = {
    EraseReason.RETENTION_ENDED: CountedReason.ERASED,
    EraseReason.RESIDENT_ASKED: CountedReason.ERASED,
    EraseReason.IMPORT_UNDONE: CountedReason.IMPORT_UNDONE,
}


class ErasePart(StrEnum):
    """What is erased: the contact details alone, or the whole record."""

    CONTACT = "contact"
    CASE = "case"


class IdentityCheck(StrEnum):
    """How staff made sure that they give a new query code to the resident herself."""

    CALLED_BACK = "called_back"
    IN_PERSON = "in_person"


class SensitiveReason(StrEnum):
    """The sensitive class of DESIGN 7.3: counted only, whatever the wording."""

    HEALTH = "health"
    FAMILY = "family"
    MINOR = "minor"
    NEIGHBOUR_QUARREL = "neighbour_quarrel"
    EMPLOYEE_MEASURE = "employee_measure"


class TimeBand(StrEnum):
    """Time from receipt to the answer (for a repair: to its finish), coarse enough to hide the day."""

    WITHIN_DAY = "within_day"
    DAYS_1_3 = "days_1_3"
    DAYS_4_7 = "days_4_7"
    OVER_WEEK = "over_week"


class Timeliness(StrEnum):
    ON_TIME = "on_time"
    EXTENDED = "extended"
    LATE = "late"
    NOT_TIMED = "not_timed"


class Satisfaction(StrEnum):
    SATISFIED = "satisfied"
    FAIRLY_SATISFIED = "fairly_satisfied"
    DISSATISFIED = "dissatisfied"
    NO_ANSWER = "no_answer"


class AgeBand(StrEnum):
    """Age of what is carried out of a period, in days since receipt."""

    DAYS_0_7 = "days_0_7"
    DAYS_8_15 = "days_8_15"
    DAYS_16_30 = "days_16_30"
    OVER_30 = "over_30"


VOCABULARIES: tuple[type[StrEnum], ...] = (
    Language, Kind, Matter, Channel, Urgency, Step, Status, Phase, Outcome, Measure, Post, Disclosure, Role,
    PauseReason, ExtensionReason, ReclassifyReason, Relation, RefusalReason, HoldReason, CountedReason,
    WithholdingReason, TakeDownReason, EraseReason, ErasePart, IdentityCheck, SensitiveReason, TimeBand, Timeliness,
    Satisfaction, AgeBand,
)  # fmt: skip
