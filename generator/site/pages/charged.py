"""Fees and common income: what is charged and why, and statements whose sums are computed here."""

from collections.abc import Iterator
from decimal import Decimal

from generator.site.edition import Edition, Page
from generator.site.work.fees import Side


def fee_pages(edition: Edition) -> Iterator[Page]:
    fees = edition.content.work.fees
    yield edition.page(
        "fees/",
        edition.voice.say("nav", "fees"),
        "fees",
        "pages/fees.html",
        fees=fees.fee,
        statements=sorted(fees.statement, key=lambda one: (one.last, one.kind), reverse=True),
        sides=tuple(Side),
        money=money,
    )


def money(amount: Decimal) -> str:
    """Yuan and fen with thousands apart: 126,450.20."""
    return f"{amount:,.2f}"
