"""The check page: a resident checks her receipt against the ledger, in her own browser (`assets/verify.js`)."""

from collections.abc import Iterator
from typing import Final

from generator.site.content import LEDGER_FILES
from generator.site.edition import Edition, Page

ADDRESS: Final = "verify/"
GOOD: Final = ("whole", "counted", "unaltered", "kept", "signed_good")
WAITING: Final = (
    "not_found",
    "not_yet",
    "signed",
    "unsigned",
    "nothing",
    "code_wrong",
    "receipt_wrong",
    "head_wrong",
    "no_ledger",
)
BAD: Final = (
    "broken",
    "unreadable",
    "missing",
    "altered",
    "file_differs",
    "differs",
    "removed",
    "shorter",
    "signed_bad",
    "signed_other",
)
TONES: Final = {
    **dict.fromkeys(GOOD, "good"), **dict.fromkeys(WAITING, "waiting"), **dict.fromkeys(BAD, "bad"),
}  # fmt: skip
"""Every answer the page can give, and how it is shown; the script knows them by these codes."""


def verify_pages(edition: Edition) -> Iterator[Page]:
    files, periods = edition.content.files, edition.content.rules.periods
    yield edition.page(
        ADDRESS,
        edition.voice.say("verify", "title"),
        "verify",
        "pages/verify.html",
        published=all(f"ledger/{name}" in files for name in LEDGER_FILES),
        periods=periods,
        tones=TONES,
    )
