"""The scan of the gate: what in a text would tell a neighbour who is meant. Pure, standard library only.

`scan_text` judges one text against a `World` (the register's values) and what is `Public`; `scan_lines` is the
same for JSON lines. It holds, never masks: DESIGN 7.2.
"""

from generator.disclosure.scan.judged import Judged, Source
from generator.disclosure.scan.known.standing import Standing
from generator.disclosure.scan.known.world import PrivateValues, World
from generator.disclosure.scan.lines import scan_lines
from generator.disclosure.scan.public import Public
from generator.disclosure.scan.scan import scan_text
from generator.disclosure.scan.spans import FindingKind, Reason, Severity, Span, Verdict

__all__ = [
    "FindingKind",
    "Judged",
    "PrivateValues",
    "Public",
    "Reason",
    "Severity",
    "Source",
    "Span",
    "Standing",
    "Verdict",
    "World",
    "scan_lines",
    "scan_text",
]
