"""What the desk asks of the wing that publishes. `generator.cli` implements it and hands it in; the desk imports none of it.

Texts that come back are finished sentences in the `language` asked for (`zh` or `en`). No method may take longer than a
page can wait, except `draft`; long work runs behind `start_build` and is told by `job`.
"""

from datetime import datetime
from typing import Protocol

from forms_api.desk.publication.views import (
    CorrectionView,
    DraftView,
    Finding,
    Job,
    PreviewView,
    PublishedView,
    PublishingState,
)
from register.handling import Actor
from register.signoff import SignOff
from register.terms import CorrectionReason, TakeDownReason


class Publishing(Protocol):
    """The gate and the press, as the desk sees them. Methods are called from several threads."""

    def scan(self, text: str, language: str, told: str) -> tuple[Finding, ...]:
        """What in the text may identify a person, by start; nothing overlaps.

        `language` is the text's own, and that of the suggestions; `told` that of the reasons.
        """
        ...

    def state(self, language: str) -> PublishingState:
        """What can be released, what was, and how the building goes."""
        ...

    def draft(self, period: str, language: str) -> DraftView:
        """The draft of a period as it would be released now."""
        ...

    def approve(self, period: str, signed: SignOff, language: str) -> tuple[str, ...]:
        """Freeze the draft with these exact bytes. Returns what stands against it, in words; empty means done.

        The desk has checked the person's own password before, and writes the audit line after.
        """
        ...

    def is_site_behind(self) -> bool:
        """Whether the site is still one that was made from something else than is published now."""
        ...

    def set_aside(self, language: str) -> tuple[str, ...]:
        """What is not on the site as it is written now, because a take-down did not wait for it; a line each."""
        ...

    def start_build(self) -> None:
        """Begin to build the site in the background, as soon as the build that runs has ended."""
        ...

    def job(self, language: str) -> Job | None:
        """The latest build."""
        ...

    def start_preview(self, period: str) -> None:
        """Begin to stage the site with the period's draft in it, in the background; nothing where that runs already."""
        ...

    def preview_job(self, language: str) -> Job | None:
        """The latest staging."""
        ...

    def preview(self, language: str) -> PreviewView | None:
        """What was staged last, of whatever draft."""
        ...

    def preview_file(self, address: str) -> bytes | None:
        """A file of the preview by its address without the leading slash; None where there is none."""
        ...

    def published(self, language: str) -> tuple[PublishedView, ...]:
        """Every outcome ever published, the newest period first, taken down ones too."""
        ...

    def unconfirmed(self) -> int:
        """How many take-downs wait for a second person."""
        ...

    def take_down(
        self, ref: str, reason: TakeDownReason, by: Actor, at: datetime, language: str
    ) -> tuple[str, ...]:
        """Take a sentence down at once. Returns what stands against it; empty means done. The caller starts a build."""
        ...

    def confirm_take_down(self, ref: str, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        """The second person's word, with its line in the log. Returns what stands against it; empty means done."""
        ...

    def corrections_due(self) -> tuple[str, ...]:
        """The released periods whose figures have changed with what is registered now."""
        ...

    def correction(self, period: str, reason: CorrectionReason, language: str) -> CorrectionView | None:
        """What a correction with this reason would say; None where there is nothing to correct."""
        ...

    def correct(
        self, period: str, reason: CorrectionReason, signed: SignOff, language: str
    ) -> tuple[str, ...]:
        """Publish the correction with exactly these bytes. Returns what stands against it; empty means done."""
        ...

    def start_roll_back(self) -> None:
        """Begin to search the previous site and, if nothing stands against it, put it back, in the background."""
        ...

    def roll_back_job(self, language: str) -> Job | None:
        """The latest of these."""
        ...
