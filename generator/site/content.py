"""All that the press may read: `content/` of an estate, as one frozen value. The register stays closed to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.disclosure.cases.published import to_bytes
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import ReleasedPeriod, current, read_releases
from generator.disclosure.surveys.survey_publications import PublishedResult, read_results
from generator.site.work.reading import Work, read_work
from register.content import gather, read_written
from register.errors import Fault, SettingsRefused
from register.estate import Estate
from register.people import PEOPLE, People
from register.rules import Rules
from register.sealed_days import OddDay, odd_days, read_own_years
from register.sealed_standards import read_sealed, read_standards
from register.standards import Standards
from register.surveys.survey import Survey, read_surveys
from register.terms import Language

PROSE = ("complain", "privacy", "anonymising", "accessibility")
LEDGER_FILES = ("entries.txt", "checkpoint")


@dataclass(frozen=True)
class Content:
    """What people wrote and what has been released.

    `waves` are the surveys written down, the latest first; `results` those published, in that order, as is `released`.
    `odd_days` are those that are not as decreed, or not as sealed. `prose` holds Markdown by (language, page), `files` the bytes that are published as they are, by address.
    """

    estate: Estate
    people: People
    rules: Rules
    standards: Standards
    work: Work
    waves: tuple[Survey, ...]
    results: tuple[PublishedResult, ...]
    released: tuple[ReleasedPeriod, ...]
    prose: Mapping[tuple[Language, str], str]
    files: Mapping[str, bytes]
    odd_days: tuple[OddDay, ...] = field(default=())

    @property
    def current(self) -> tuple[ReleasedPeriod, ...]:
        """The latest revision of each period, oldest period first."""
        return current(self.released)

    @property
    def latest(self) -> ReleasedPeriod | None:
        """The newest period published; None before the first."""
        return self.current[-1] if self.released else None

    @property
    def head(self) -> ReleasedPeriod | None:
        """The release with the newest ledger head; a revision of an older period carries an older one."""
        return max(self.released, key=lambda one: one.release.ledger.size, default=None)

    def promised_in(self, release: Release) -> dict[str, int]:
        """The targets a release is judged by, in per cent by measure: those it was made under.

        One from before they were kept tells those of its own figures; for the others the rules of today stand in.
        """
        told = release.promised()
        return told if release.targets is not None else self.rules.targets() | told

    def promised_on(self, day: date) -> dict[str, int]:
        """The targets of the period that holds the day; those of today where it is not released yet."""
        one = next((one for one in self.current if day in one.period), None)
        return self.promised_in(one.release) if one else self.rules.targets()


def read_content(home: Path) -> Content:
    """Read `home/content`. Raises SettingsRefused with the faults of every file at once."""
    folder = home / "content"
    estate, people, rules, standards, work, waves, results, released, prose, odd = gather(
        lambda: read_written(folder / "estate.toml", Estate, home),
        lambda: read_written(folder / PEOPLE, People, home),
        lambda: read_written(folder / "rules.toml", Rules, home),
        lambda: read_standards(folder, home),
        lambda: read_work(folder, home),
        lambda: read_surveys(folder),
        lambda: read_results(folder / "surveys" / "results"),
        lambda: read_releases(folder / "releases"),
        lambda: _read_prose(folder / "pages"),
        lambda: odd_days(read_own_years(folder), read_sealed(folder, home)),
    )
    files = _released_files(folder / "releases", released) | _ledger_files(folder / "ledger")
    files |= {f"survey/{one.file}": to_bytes(one.result) for one in results}
    return Content(estate, people, rules, standards, work, waves, results, released, prose, files, odd)


def _read_prose(folder: Path) -> dict[tuple[Language, str], str]:
    prose: dict[tuple[Language, str], str] = {}
    faults: list[Fault] = []
    for language in (Language.ZH, Language.EN):
        for name in PROSE:
            shown = f"content/pages/{language}/{name}.md"
            try:
                prose[language, name] = (folder / language / f"{name}.md").read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as problem:
                faults.append(Fault(shown, "-", None, f"cannot be read as UTF-8 text: {problem}"))
    if faults:
        raise SettingsRefused(faults)
    return prose


def _released_files(folder: Path, released: tuple[ReleasedPeriod, ...]) -> dict[str, bytes]:
    return {f"releases/{one.file}": (folder / one.file).read_bytes() for one in released}


def _ledger_files(folder: Path) -> dict[str, bytes]:
    return {
        f"ledger/{name}": (folder / name).read_bytes() for name in LEDGER_FILES if (folder / name).is_file()
    }
