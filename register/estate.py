"""The estate and its property company: `content/estate.toml`. All of it is public."""

from typing import Annotated

from pydantic import Field

from register.content import Words, Written

Phone = Annotated[str, Field(pattern=r"^[0-9][0-9 -]{1,18}[0-9]$")]


class Company(Written):
    name: Words
    office: Words
    address: Words
    hours: Words


class Phones(Written):
    """Published numbers: the scan lets these through, everything else that looks like one is held."""

    service: Phone
    emergency: Phone
    supervision: Phone
    company: Phone
    street: Phone
    hotline: Phone = "12345"

    def all(self) -> tuple[str, ...]:
        return (self.service, self.emergency, self.supervision, self.company, self.street, self.hotline)


class Recounted(Written):
    """The number of homes that a release was made with, and why it is another now."""

    was: Annotated[int, Field(gt=0)]
    why: Words


class Estate(Written):
    name: Words
    short_name: Words
    households: Annotated[int, Field(gt=0)]
    buildings: Annotated[int, Field(gt=0)]
    city: Words
    demo: bool = False
    company: Company
    phones: Phones
    emails: tuple[str, ...] = ()
    owners_committee: Words
    recounted: tuple[Recounted, ...] = ()

    def why_recounted(self, was: int) -> Words | None:
        return next((one.why for one in self.recounted if one.was == was), None)

    def follows(self, households: int) -> bool:
        """Whether the number of homes is the one of a release, or somebody said why it is not."""
        return households == self.households or self.why_recounted(households) is not None
