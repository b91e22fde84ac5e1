"""An estate whose chain holds one of everything a build trusts, and the ways somebody may spoil a file of it."""

import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from forms_api.desk.people.staff import Staff
from generator.cli.excepting import EVENT
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.correction import compile_correction
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.drafts.takedown import compile_takedown
from generator.disclosure.leakscan.contentscan import EXCEPTIONS, Exceptions, LineException, digest_of
from generator.disclosure.review.approval import CORRECT, TAKE_DOWN, publish
from generator.disclosure.surveys.survey_closing import SurveyPlaces, approve_survey, keep_closed
from register.handling import THE_RESIDENT
from register.seal import seal
from register.signoff import SignOff
from register.spelling import to_toml
from register.terms import CorrectionReason, Matter, Role, Step, TakeDownReason
from tests.factories import KEYS, contact, instance, open_case, step, submission
from tests.generator.cli.conftest import Portal
from tests.generator.disclosure.estate import Q1, Q3, Q4, RELEASED_ON, Folder, at, listable
from tests.generator.disclosure.surveyed import HANDLER, REVIEWER, result
from tests.shared import made_once

TODAY = "2027-02-01"
NAME = "骆晓燕"
EXCUSED = f"感谢{NAME}的建议。"
PAGE = "pages/en/privacy.md"
Spoil = Callable[[Path], object]


def built_once(factory: pytest.TempPathFactory, portal: Portal) -> Path:
    """A copy of one's own of the folder with the estate in it, which is made and built once a run."""

    def make(folder: Path) -> Path:
        home = grown(folder / "estate").home.folder
        built = portal("build", "--today", TODAY, "--home", str(home))
        assert built.exit_code == 0, built.output
        return folder

    made = made_once(factory, "spoiled", make)
    return Path(shutil.copytree(made, factory.mktemp("spoiled") / "own", symlinks=True))


def grown(folder: Path) -> Folder:
    """Two quarters, a figure corrected, a survey published, a name excused, and last of all a sentence taken down.

    Beside it lie `older`, the whole folder as it was after the first quarter, and `withdrawn.json`, the old bytes.
    """
    estate = Folder(folder)
    for number in range(1, 13):
        estate.change(listable(estate.open(number, matter=Matter.HYGIENE)))
    late = step(estate.open(13, matter=Matter.HYGIENE), Step.ACKNOWLEDGE)
    estate.change(late)
    open_case(
        submission(received=at(9, 29)), contact(name=NAME, phone="13700001111"), instance=instance(14), keys=KEYS,
        store=estate.store, clockwork=estate.book.clockwork,
    )  # fmt: skip
    _excuse(estate, "本人要求署名，有书面同意。", RELEASED_ON[Q3])
    _release(estate, Q3)
    shutil.copytree(folder, folder.parent / "older")
    for number in range(21, 29):
        estate.change(listable(estate.open(number, matter=Matter.PARKING, received=at(11, 3))))
    _release(estate, Q4)
    late = step(late, Step.CLASSIFY, kind=late.kind, matter=late.matter, urgency=late.urgency)
    estate.change(step(late, Step.WITHDRAW, by=THE_RESIDENT))
    revise(
        estate,
        compile_correction(estate.materials(Q3, RELEASED_ON[Q1]), CorrectionReason.STEP_NOTED_LATE),
        CORRECT,
    )
    places = SurveyPlaces.of(estate.home)
    kept = keep_closed(result(), places, by=HANDLER, at=RELEASED_ON[Q1], audit=estate.audit)
    approve_survey(
        "2026h2", SignOff(kept.sha256, REVIEWER, RELEASED_ON[Q1]), places=places, audit=estate.audit
    )
    _excuse(estate, "本人再次要求署名，有书面同意。", RELEASED_ON[Q1])
    shutil.copy(estate.places.releases / "2026-Q4.json", folder.parent / "withdrawn.json")
    materials = estate.materials(Q4, RELEASED_ON[Q1])
    ref = materials.released[1].release.entries[0].ref
    revise(estate, compile_takedown(materials, ref, TakeDownReason.IDENTIFIES_PERSON), TAKE_DOWN)
    return estate


def _release(estate: Folder, period: Period) -> None:
    estate.publish(estate.draft(period))
    seal(estate.home.content, estate.book.standards, str(period), period.last)


def revise(estate: Folder, made: object, act) -> None:
    assert isinstance(made, Draft), made
    signed = SignOff(made.sha256, REVIEWER, RELEASED_ON[Q1])
    publish(made, signed, places=estate.places, audit=estate.audit, act=act)


def _excuse(estate: Folder, reason: str, when: datetime) -> None:
    """A resident's name on a page, and the word of two people for it."""
    staff = Staff(estate.home.staff_file, lambda size: b"7" * size)
    for actor in (HANDLER, REVIEWER):
        if staff.find(actor.account) is None:
            staff.add(
                actor.account, actor.account, Role(actor.role), "a long evening 2026", must_change=False
            )
    page = estate.home.content / PAGE
    if EXCUSED not in page.read_text(encoding="utf-8"):
        page.write_text(f"{page.read_text(encoding='utf-8')}\n{EXCUSED}\n", encoding="utf-8")
    by = (HANDLER.account, REVIEWER.account)
    one = LineException(file=PAGE, line_sha256=digest_of(EXCUSED), reason=reason, by=by)
    for account in by:
        estate.audit.append(at=when, by=account, event=EVENT, about=one.sha256)
    (estate.home.content / EXCEPTIONS).write_bytes(to_toml(Exceptions(exception=(one,))))


def flipped(place: float) -> Spoil:
    """One bit of a byte, this far into the file."""

    def spoil(file: Path) -> None:
        data = bytearray(file.read_bytes())
        data[int(len(data) * place)] ^= 1
        file.write_bytes(data)

    return spoil


def changed(change: Callable[[bytes], bytes]) -> Spoil:
    return lambda file: file.write_bytes(change(file.read_bytes()))


def of_lines(change: Callable[[list[bytes]], list[bytes]]) -> Spoil:
    return changed(lambda data: b"".join(change(data.splitlines(keepends=True))))


def duplicated(file: Path) -> None:
    """A copy beside it, as an office's computer names one."""
    shutil.copy(file, file.with_name(f"{file.stem} (1){file.suffix}"))


# What can happen to any file; how it is spoiled by name.
MANNERS: Mapping[str, Spoil] = {
    "a byte flipped near its beginning": flipped(0.03),
    "a byte flipped in its middle": flipped(0.55),
    "a byte flipped near its end": flipped(0.98),
    "cut off in its middle": changed(lambda data: data[: len(data) // 2]),
    "its last line dropped": of_lines(lambda lines: lines[:-1]),
    "its first line dropped": of_lines(lambda lines: lines[1:]),
    "its last line twice": of_lines(lambda lines: [*lines, lines[-1]]),
    "an empty line added": changed(lambda data: data + b"\n"),
    "emptied": changed(lambda data: b""),
    "deleted": Path.unlink,
    "copied beside itself": duplicated,
}
