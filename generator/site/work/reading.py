"""All of it as one frozen value. A folder or file that is not there holds nothing: the page then says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from re import fullmatch

from generator.site.work.duties import Disclosures, Profile
from generator.site.work.fees import Fees
from generator.site.work.points import Point, Points
from generator.site.work.training import Training
from register.content import W, gather, read_written
from register.errors import Fault, SettingsRefused
from register.written.improvements import Improvement, Improvements
from register.written.inspections import Round, Rounds
from register.written.notices import Notice
from register.written.replies import NAME as PERIOD
from register.written.replies import Reply

NAME = r"[a-z0-9]+(-[a-z0-9]+)*"
NAMED = {
    NAME: "name it with small letters, digits and hyphens",
    PERIOD: "name it after the period it is about, for example 2026-Q3",
}


@dataclass(frozen=True)
class Work:
    """What the estate wrote down. Rounds, improvements and notices are newest first; notices by their address."""

    rounds: tuple[Round, ...]
    improvements: tuple[Improvement, ...]
    training: Training
    notices: Mapping[str, Notice]
    fees: Fees
    profile: Profile | None
    disclosures: Disclosures
    points: tuple[Point, ...]
    replies: Mapping[str, Reply]


def read_work(content: Path, home: Path) -> Work:
    """Read every file. Raises SettingsRefused with all their faults at once."""
    rounds, improvements, training, notices, fees, disclosures, profiles, points, replies = gather(
        lambda: _read_folder(content / "inspections", Rounds, home),
        lambda: _read_folder(content / "improvements", Improvements, home),
        lambda: _read_file(content / "training.toml", Training, home),
        lambda: _read_folder(content / "notices", Notice, home),
        lambda: _read_file(content / "fees.toml", Fees, home),
        lambda: _read_file(content / "disclosures.toml", Disclosures, home),
        lambda: _read_folder(content / "duties", Profile, home),
        lambda: _read_file(content / "points.toml", Points, home),
        lambda: _read_folder(content / "replies", Reply, home, PERIOD),
    )
    return Work(
        rounds=_newest(one for file in rounds.values() for one in file.round),
        improvements=tuple(
            sorted(
                (one for file in improvements.values() for one in file.improvement),
                key=lambda one: (one.started, one.title.zh),
                reverse=True,
            )
        ),
        training=training,
        notices=dict(sorted(notices.items(), key=lambda named: (named[1].published, named[0]), reverse=True)),
        fees=fees,
        profile=_profile(disclosures, profiles),
        disclosures=disclosures,
        points=points.point,
        replies=replies,
    )


def _newest(rounds: Iterable[Round]) -> tuple[Round, ...]:
    return tuple(sorted(rounds, key=lambda one: (one.due, one.name.zh), reverse=True))


def _read_file(path: Path, model: type[W], home: Path) -> W:
    return read_written(path, model, home) if path.is_file() else model()


def _read_folder(folder: Path, model: type[W], home: Path, name: str = NAME) -> dict[str, W]:
    """Every `NAME.toml` of a folder by its name."""
    if not folder.is_dir():
        return {}
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    faults = [
        Fault(str(path.relative_to(home)), "-", path.stem, NAMED[name])
        for path in paths
        if not fullmatch(name, path.stem)
    ]
    readings = [partial(read_written, path, model, home) for path in paths]
    *read, _ = gather(*readings, partial(_refuse_any, faults))
    return dict(zip((path.stem for path in paths), read, strict=True))


def _refuse_any(faults: list[Fault]) -> None:
    if faults:
        raise SettingsRefused(faults)


def _profile(disclosures: Disclosures, profiles: Mapping[str, Profile]) -> Profile | None:
    file = "content/disclosures.toml"
    if not profiles and not disclosures.done:
        return None
    if disclosures.profile not in profiles:
        known = ", ".join(sorted(profiles)) or "none"
        raise SettingsRefused(
            [Fault(file, "profile", disclosures.profile, f"is no profile in content/duties; known: {known}")]
        )
    profile = profiles[disclosures.profile]
    known_duties = {duty.id for duty in profile.duty}
    faults = [
        Fault(file, f"done.{number}.duty", one.duty, f"is no duty of the profile {disclosures.profile}")
        for number, one in enumerate(disclosures.done)
        if one.duty not in known_duties
    ]
    _refuse_any(faults)
    return profile
