"""What is received: in which language, of which kind, about what, by which way, how urgent."""

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


class Relation(StrEnum):
    """How a case stands to an earlier one it is linked to; each is still counted and answered."""

    REPEAT = "repeat"
    SAME_CAUSE = "same_cause"
    BECAME_COMPLAINT = "became_complaint"
