"""Which step may follow which status: one table. The diagram in the docs is generated from it.

Sources: clause 四.2 of the management system, ISO 10002:2018 clause 7, DESIGN section 6.
"""

from register.terms import Kind, Phase, Role, Status, Step

S = Status

NEXT_STEPS: dict[Status, dict[Step, Status]] = {
    S.RECEIVED: {
        Step.ACKNOWLEDGE: S.ACKNOWLEDGED,
        Step.WITHDRAW: S.WITHDRAWN,
    },
    S.ACKNOWLEDGED: {
        Step.CONTACT: S.ACKNOWLEDGED,
        Step.CLASSIFY: S.CLASSIFIED,
        Step.REFUSE: S.ANSWERED,
        Step.WITHDRAW: S.WITHDRAWN,
    },
    S.CLASSIFIED: {
        Step.CONTACT: S.CLASSIFIED,
        Step.ASSIGN: S.ASSIGNED,
        Step.RECLASSIFY: S.CLASSIFIED,
        Step.TRANSFER: S.ANSWERED,
        Step.REFUSE: S.ANSWERED,
        Step.WITHDRAW: S.WITHDRAWN,
    },
    S.ASSIGNED: {
        Step.CONTACT: S.ASSIGNED,
        Step.ASSIGN: S.ASSIGNED,
        Step.ARRIVE: S.ASSIGNED,
        Step.INVESTIGATE: S.INVESTIGATED,
        Step.ANSWER: S.ANSWERED,
        Step.FINISH: S.ANSWERED,
        Step.PAUSE: S.PAUSED,
        Step.EXTEND: S.ASSIGNED,
        Step.RECLASSIFY: S.ASSIGNED,
        Step.TRANSFER: S.ANSWERED,
        Step.REFUSE: S.ANSWERED,
        Step.WITHDRAW: S.WITHDRAWN,
    },
    S.INVESTIGATED: {
        Step.CONTACT: S.INVESTIGATED,
        Step.ASSIGN: S.INVESTIGATED,
        Step.ARRIVE: S.INVESTIGATED,
        Step.INVESTIGATE: S.INVESTIGATED,
        Step.ANSWER: S.ANSWERED,
        Step.FINISH: S.ANSWERED,
        Step.PAUSE: S.PAUSED,
        Step.EXTEND: S.INVESTIGATED,
        Step.RECLASSIFY: S.INVESTIGATED,
        Step.TRANSFER: S.ANSWERED,
        Step.REFUSE: S.ANSWERED,
        Step.WITHDRAW: S.WITHDRAWN,
    },
    S.PAUSED: {
        Step.PAUSE: S.PAUSED,
        Step.ASSIGN: S.PAUSED,
        Step.CONTACT: S.PAUSED,
        Step.RESUME: S.ASSIGNED,
        Step.WITHDRAW: S.WITHDRAWN,
    },
    S.ANSWERED: {
        Step.ASSIGN: S.ANSWERED,
        Step.FINISH: S.ANSWERED,
        Step.RATE: S.ANSWERED,
        Step.FEED_BACK: S.FED_BACK,
        Step.REOPEN: S.ASSIGNED,
        Step.ASK_REVIEW: S.REVIEWING,
    },
    S.FED_BACK: {
        Step.ASSIGN: S.FED_BACK,
        Step.RATE: S.FED_BACK,
        Step.FOLLOW_UP: S.FOLLOWED_UP,
        Step.REOPEN: S.ASSIGNED,
        Step.ASK_REVIEW: S.REVIEWING,
        Step.ARCHIVE: S.ARCHIVED,
    },
    S.FOLLOWED_UP: {
        Step.ASSIGN: S.FOLLOWED_UP,
        Step.RATE: S.FOLLOWED_UP,
        Step.FOLLOW_UP: S.FOLLOWED_UP,
        Step.REOPEN: S.ASSIGNED,
        Step.ASK_REVIEW: S.REVIEWING,
        Step.ARCHIVE: S.ARCHIVED,
    },
    S.REVIEWING: {
        Step.ASSIGN: S.REVIEWING,
        Step.CONTACT: S.REVIEWING,
        Step.INVESTIGATE: S.REVIEWING,
        Step.RECONSIDER: S.ANSWERED,
        Step.REOPEN: S.ASSIGNED,
        Step.WITHDRAW: S.WITHDRAWN,
    },
    S.WITHDRAWN: {
        Step.WITHDRAW: S.WITHDRAWN,
        Step.ARCHIVE: S.ARCHIVED,
        Step.REOPEN: S.ASSIGNED,
    },
    S.ARCHIVED: {
        Step.REOPEN: S.ASSIGNED,
    },
}

# Steps that leave the status as it is, in whatever status the case stands.
ALWAYS = frozenset({
    Step.ATTACH, Step.SETTLE, Step.LINK, Step.UNLINK, Step.HOLD, Step.RELEASE_HOLD, Step.MESSAGE, Step.ADD_FACTS,
    Step.CHASE, Step.TAKE_DOWN, Step.REPLY, Step.NEW_CODE, Step.ERASE, Step.UPDATE_CONTACT, Step.ASK_ERASURE,
    Step.CONFIRM,
})  # fmt: skip

# Steps about publication: possible once there is something to publish; the status stays as it is.
PUBLICATION = frozenset(
    {Step.SUMMARISE, Step.APPROVE, Step.SEND_BACK, Step.COUNT_ONLY, Step.WITHHOLD, Step.OBJECT}
)  # fmt: skip
AFTER_ANSWER = frozenset({S.ANSWERED, S.FED_BACK, S.FOLLOWED_UP, S.WITHDRAWN, S.ARCHIVED})
SETTLED = frozenset({S.FED_BACK, S.FOLLOWED_UP, S.WITHDRAWN, S.ARCHIVED})

PHASES: dict[Status, Phase] = {
    S.RECEIVED: Phase.REGISTERED,
    S.ACKNOWLEDGED: Phase.HANDLING,
    S.CLASSIFIED: Phase.HANDLING,
    S.ASSIGNED: Phase.HANDLING,
    S.INVESTIGATED: Phase.HANDLING,
    S.PAUSED: Phase.HANDLING,
    S.ANSWERED: Phase.ANSWERED,
    S.FED_BACK: Phase.FOLLOWING_UP,
    S.FOLLOWED_UP: Phase.CLOSED,
    S.REVIEWING: Phase.REVIEWING,
    S.WITHDRAWN: Phase.CLOSED,
    S.ARCHIVED: Phase.CLOSED,
}

# Who must act next; every status has an owner.
OWNERS: dict[Status, Role] = {
    **dict.fromkeys(Status, Role.HANDLER),
    S.FED_BACK: Role.REVIEWER,
    S.FOLLOWED_UP: Role.REVIEWER,
    S.REVIEWING: Role.REVIEWER,
    S.ARCHIVED: Role.MANAGER,
}

# Steps not every role may take; all others are open to the office's own staff, and to nobody from outside.
OFFICE = frozenset({Role.HANDLER, Role.REVIEWER, Role.MANAGER})
_JUDGES = frozenset({Role.REVIEWER, Role.MANAGER})
ROLES: dict[Step, frozenset[Role]] = dict.fromkeys(
    (Step.APPROVE, Step.SEND_BACK, Step.COUNT_ONLY), _JUDGES | {Role.OUTSIDE}
) | dict.fromkeys((Step.WITHHOLD, Step.RECONSIDER, Step.REOPEN, Step.ERASE), _JUDGES)

# Steps that only some kinds of case know, and kinds whose answer needs an investigation first.
ONLY_KINDS: dict[Step, frozenset[Kind]] = {
    Step.ARRIVE: frozenset({Kind.REPAIR}),
    Step.FINISH: frozenset({Kind.REPAIR, Kind.COMPLAINT}),
}
INVESTIGATE_FIRST = frozenset({Kind.COMPLAINT})

# What tells the resident the result: a refusal and passing on are answers too.
ANSWERING = frozenset({Step.ANSWER, Step.FINISH, Step.REFUSE, Step.TRANSFER})

# What undoes a step taken by mistake: nothing is deleted, a step against it is added. A step that is not here is put
# right by taking it again, or stands as what it is: a note.
COUNTER_STEPS: dict[Step, Step] = {
    Step.CLASSIFY: Step.RECLASSIFY,
    Step.RECLASSIFY: Step.RECLASSIFY,
    Step.ASSIGN: Step.ASSIGN,
    Step.INVESTIGATE: Step.INVESTIGATE,
    Step.PAUSE: Step.RESUME,
    Step.RESUME: Step.PAUSE,
    Step.LINK: Step.UNLINK,
    Step.UNLINK: Step.LINK,
    Step.HOLD: Step.RELEASE_HOLD,
    Step.RELEASE_HOLD: Step.HOLD,
    Step.SUMMARISE: Step.SUMMARISE,
    Step.APPROVE: Step.TAKE_DOWN,
    Step.FEED_BACK: Step.FOLLOW_UP,
    Step.FOLLOW_UP: Step.FOLLOW_UP,
    **dict.fromkeys(
        (*sorted(ANSWERING), Step.RECONSIDER, Step.WITHDRAW, Step.ARCHIVE),
        Step.REOPEN,
    ),
}


def allowed_steps(status: Status) -> frozenset[Step]:
    """Every step the table knows for a status, whoever takes it."""
    steps = frozenset(NEXT_STEPS[status]) | ALWAYS
    return steps | PUBLICATION if status in AFTER_ANSWER else steps


def next_status(status: Status, step: Step) -> Status | None:
    """The status after a step, or None where the step is not allowed."""
    if step in NEXT_STEPS[status]:
        return NEXT_STEPS[status][step]
    return status if step in allowed_steps(status) else None
