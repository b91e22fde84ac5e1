"""What came of a case: its outcome, what was done, by which post, how fast, and what the resident says of it."""

from enum import StrEnum


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
