"""What the desk asks of the wing that ends surveys and publishes their results; `generator.cli` implements it.

Texts that come back are finished sentences in the `language` asked for. The desk has checked the person's own word before.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from register.handling import Actor
from register.signoff import SignOff
from register.surveys.survey import Survey


@dataclass(frozen=True)
class WaitingResult:
    """A wave that was ended `by` an account and waits for another person; `lines` say what would be published."""

    by: str
    sha256: str
    lines: tuple[str, ...]


class SurveyResults(Protocol):
    """The gate, as the desk's page of surveys sees it."""

    def published(self) -> frozenset[str]:
        """The waves whose results are public."""
        ...

    def waiting(self, survey: Survey, language: str) -> WaitingResult | None:
        """The wave's result, if somebody ended it and nobody has approved it."""
        ...

    def close(self, survey: Survey, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        """End the wave for good and count it. Returns what stands against it, in words; empty means done."""
        ...

    def approve(self, survey: Survey, signed: SignOff, language: str) -> tuple[str, ...]:
        """Publish these exact bytes. Returns what stands against it, in words; empty means done."""
        ...
