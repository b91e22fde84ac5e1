"""The closed vocabularies. Stored codes are for ever; their words are in `site_templates/wording/terms.toml`.

Everybody imports them from here; the modules beside this one are the lists by what they are about.

Sources: clause 四.2 of the management system, ISO 10002:2018 clause 7, DESIGN section 4.
"""

from enum import StrEnum

from register.terms.course import RESIDENTS_STEPS, Phase, Role, Status, Step
from register.terms.disclosure import (
    COUNTED_AS,
    CountedReason,
    Disclosure,
    SensitiveReason,
    WithholdingReason,
)
from register.terms.reasons import (
    ContactPart,
    CorrectionReason,
    ErasePart,
    EraseReason,
    ExtensionReason,
    HoldReason,
    IdentityCheck,
    PauseReason,
    ReclassifyReason,
    RefusalReason,
    TakeDownReason,
)
from register.terms.received import Channel, Kind, Language, Matter, Relation, Urgency
from register.terms.results import AgeBand, Measure, Outcome, Post, Satisfaction, TimeBand, Timeliness

__all__ = [
    "COUNTED_AS",
    "RESIDENTS_STEPS",
    "VOCABULARIES",
    "AgeBand",
    "Channel",
    "ContactPart",
    "CorrectionReason",
    "CountedReason",
    "Disclosure",
    "ErasePart",
    "EraseReason",
    "ExtensionReason",
    "HoldReason",
    "IdentityCheck",
    "Kind",
    "Language",
    "Matter",
    "Measure",
    "Outcome",
    "PauseReason",
    "Phase",
    "Post",
    "ReclassifyReason",
    "RefusalReason",
    "Relation",
    "Role",
    "Satisfaction",
    "SensitiveReason",
    "Status",
    "Step",
    "TakeDownReason",
    "TimeBand",
    "Timeliness",
    "Urgency",
    "WithholdingReason",
]

VOCABULARIES: tuple[type[StrEnum], ...] = (
    Language, Kind, Matter, Channel, Urgency, Step, Status, Phase, Outcome, Measure, Post, Disclosure, Role,
    PauseReason, ExtensionReason, ReclassifyReason, Relation, RefusalReason, HoldReason, CountedReason,
    WithholdingReason, TakeDownReason, CorrectionReason, EraseReason, ErasePart, ContactPart, IdentityCheck, SensitiveReason, TimeBand,
    Timeliness, Satisfaction, AgeBand,
)  # fmt: skip
