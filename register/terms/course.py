"""The course of a case: its steps, where it stands, and who may act."""

from enum import StrEnum


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
    CONFIRM = "confirm"
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


class Role(StrEnum):
    HANDLER = "handler"
    REVIEWER = "reviewer"
    MANAGER = "manager"
    OUTSIDE = "outside"
