"""A text cut at the findings of the scan, so that a page can strike what must go. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from forms_api.desk.publication.views import Finding


@dataclass(frozen=True)
class Piece:
    """A run of the text; `finding` is None where nothing was found."""

    text: str
    finding: Finding | None = None


def marked(text: str, findings: Iterable[Finding]) -> tuple[Piece, ...]:
    """The whole text in pieces, in order; of findings that overlap, the first stands."""
    pieces, place = [], 0
    for finding in sorted(findings, key=lambda f: (f.start, -f.end)):
        if finding.start < place or finding.end > len(text) or finding.end <= finding.start:
            continue
        if finding.start > place:
            pieces.append(Piece(text[place : finding.start]))
        pieces.append(Piece(text[finding.start : finding.end], finding))
        place = finding.end
    if place < len(text):
        pieces.append(Piece(text[place:]))
    return tuple(pieces)


def reworded(pieces: Iterable[Piece]) -> str:
    """The text with the neutral words in the place of what was found; a start for whoever writes it, not a text to send."""
    return "".join(
        piece.finding.suggestion if piece.finding and piece.finding.suggestion else piece.text
        for piece in pieces
    )
