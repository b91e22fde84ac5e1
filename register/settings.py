"""An estate's folder, and its private settings `portal.toml`; every fault named at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import Field

from register.calendar import ZONE as ZONE
from register.calendar import WorkCalendar
from register.clockwork import Clockwork
from register.content import Written, gather, read_written
from register.errors import Fault, SettingsRefused
from register.estate import Estate
from register.people import PEOPLE, People
from register.rules import Rules
from register.sealed_days import read_own_years
from register.sealed_standards import read_standards
from register.standards import Standards

Clock = Callable[[], datetime]


class Served(Written):
    """Where an app listens. Both stay on this machine unless somebody writes otherwise."""

    host: str = "127.0.0.1"
    port: int = Field(ge=1, le=65535)


class PortalFile(Written):
    """`portal.toml`: paths are relative to the estate's folder; `origin` is the public address of the site."""

    origin: str = Field(pattern=r"^https?://[a-z0-9.:-]+$")
    desk_origin: str = Field(pattern=r"^https?://[a-z0-9.:-]+$")
    register_folder: str = Field("var/register", alias="register")
    keys: str = "var/keys/master.key"
    serve: Served = Served(port=8000)
    desk: Served = Served(port=8001)


@dataclass(frozen=True)
class Home:
    """An estate's folder and where things lie in it."""

    folder: Path
    portal: PortalFile

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def var(self) -> Path:
        return self.folder / "var"

    @property
    def register(self) -> Path:
        return self.folder / self.portal.register_folder

    @property
    def key_file(self) -> Path:
        return self.folder / self.portal.keys

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def audit_file(self) -> Path:
        return self.var / "audit" / "audit.jsonl"

    @property
    def surveys(self) -> Path:
        """The stores of survey answers; apart from the register, so that nothing of it is read beside a case."""
        return self.var / "surveys"

    @property
    def staff_file(self) -> Path:
        return self.var / "staff" / "staff.json"


@dataclass(frozen=True)
class Book:
    """What the estate has written down about itself and its promises."""

    estate: Estate
    people: People
    rules: Rules
    standards: Standards
    calendar: WorkCalendar

    @property
    def clockwork(self) -> Clockwork:
        return Clockwork(self.standards, self.calendar)


def read_home(folder: Path) -> Home:
    """The estate's folder. Raises SettingsRefused; the register must lie outside what is public."""
    folder = folder.resolve()
    portal = read_written(folder / "portal.toml", PortalFile, folder)
    home = Home(folder, portal)
    faults = []
    for key, value in (("register", portal.register_folder), ("keys", portal.keys)):
        for public in (home.content, home.site):
            if (folder / value).resolve().is_relative_to(public.resolve()):
                problem = f"lies inside the public folder {public.name}/"
                faults.append(Fault("portal.toml", key, value, problem))
    if faults:
        raise SettingsRefused(faults)
    return home


def read_book(content: Path) -> Book:
    """Everything people wrote that the programs go by. Raises SettingsRefused with the faults of all files."""
    root = content.parent
    estate, people, rules, standards, years = gather(
        lambda: read_written(content / "estate.toml", Estate, root),
        lambda: read_written(content / PEOPLE, People, root),
        lambda: read_written(content / "rules.toml", Rules, root),
        lambda: read_standards(content, root),
        lambda: read_own_years(content),
    )
    return Book(estate, people, rules, standards, WorkCalendar(standards.hours_on, years))
