"""Fees and common income: `content/fees.toml`. What is charged and on what basis; statements whose sums are computed."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from register.content import Words, Written

Amount = Annotated[Decimal, Field(ge=0, decimal_places=2)]


class Fee(Written):
    item: Words
    amount: Amount
    unit: Words
    basis: Words


class StatementKind(StrEnum):
    COMMON_INCOME = "common_income"
    SERVICE = "service"
    ENERGY = "energy"
    REPAIR_FUND = "repair_fund"


class Side(StrEnum):
    INCOME = "income"
    EXPENSE = "expense"


class Line(Written):
    side: Side
    item: Words
    amount: Amount


class Statement(Written):
    """Income and expense of a span of time, in yuan. `opening` is what was there before, if the account is carried on."""

    kind: StatementKind
    first: date
    last: date
    published: date
    audited: Words | None = None
    opening: Amount | None = None
    line: tuple[Line, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> "Statement":
        if not self.first <= self.last <= self.published:
            raise ValueError("a statement covers first to last, and is published after them")
        return self

    def total(self, side: Side) -> Decimal:
        return sum((line.amount for line in self.line if line.side == side), Decimal())

    @property
    def balance(self) -> Decimal:
        """What is left: opening + income - expense."""
        return (self.opening or Decimal()) + self.total(Side.INCOME) - self.total(Side.EXPENSE)


class Fees(Written):
    fee: tuple[Fee, ...] = ()
    statement: tuple[Statement, ...] = ()
