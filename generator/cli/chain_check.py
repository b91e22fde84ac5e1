"""Does the whole chain hold, and does it still hold all that residents were shown? Asked by `portal verify` and by every build."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from generator.cli.own_records import moved_records
from generator.cli.survey_evidence import survey_flaws
from generator.disclosure.cases.published import digest
from generator.disclosure.drafts.takedown import TakeDown, read_takedowns
from generator.disclosure.releases.files import Places
from generator.disclosure.releases.findings import Evidence, Finding, Flaw, Private
from generator.disclosure.review.evidence import read_evidence
from generator.disclosure.review.one_hand import by_pair, in_short, of_case, of_log
from generator.disclosure.review.takedown_verification import verify_takedowns
from generator.disclosure.review.verification import verify
from generator.disclosure.surveys.survey_closing import SurveyPlaces
from generator.disclosure.surveys.survey_publications import read_results
from generator.site.making.swap import builds_that_do_not_say, shown_ever
from register.audit import AuditLog
from register.custody import CustodyThen
from register.errors import RecordDamaged, SettingsRefused
from register.index import Holdings
from register.records import canonical
from register.sealed_standards import FILE as SEALED
from register.sealed_standards import SealedDays, SealedHours, SealedVersion, read_sealed
from register.settings import Home
from register.terms import Language
from register.wording import Wording, load_wording

SHOWN: Final = 5
LOG: Final = "audit/audit.jsonl"


def read_chain_evidence(home: Home, holdings: Holdings | None) -> Evidence:
    """Everything of an estate; without its register, what is public."""
    places = Places.of(home)
    return (
        read_evidence(places)
        if holdings is None
        else read_evidence(places, AuditLog(home.audit_file), holdings)
    )


def chain_flaws(home: Home, evidence: Evidence) -> tuple[Flaw, ...]:
    """Every flaw of releases, approvals, ledger, surveys and, where they are at hand, settlements, register and log."""
    return (*verify(evidence), *survey_flaws(home, evidence), *_taken_back(home, evidence))


def all_flaws(home: Home, evidence: Evidence) -> tuple[Flaw, ...]:
    """Those of the chain, and of what is kept privately beside it and stops no build."""
    flaws = (*chain_flaws(home, evidence), *moved_records(home, evidence))
    if evidence.private is None or evidence.released is None:
        return flaws
    folder = home.var / "takedowns"
    takedowns = verify_takedowns(folder, evidence.released, evidence.private.decisions)
    return (*flaws, *takedowns, *_in_one_hand(home, evidence.private))


def _in_one_hand(home: Home, private: Private) -> Iterator[Flaw]:
    """What two people did who may be one: for each two accounts how often, at what, and why."""
    lines = tuple(private.decisions.values())
    then = CustodyThen.told_by(lines)
    doubts = [doubt for case in private.cases.values() for doubt in of_case(case, then)]
    doubts += of_log(lines, _takedowns(home), _surveys(home))
    for (one, other), pair in by_pair(doubts).items():
        about = sorted({doubt.about[:16] for doubt in pair})
        named = ", ".join(about[:SHOWN]) + (" …" if len(about) > SHOWN else "")
        why = max((doubt.why for doubt in pair), key=lambda why: why.at)
        yield Flaw(Finding.ONE_HAND, f"{one}, {other}", f"{len(pair)}: {named}; {in_short(why)}")


def _takedowns(home: Home) -> tuple[TakeDown, ...]:
    """Those that can be read: the others are flaws already."""
    with suppress(RecordDamaged):
        return read_takedowns(home.var / "takedowns")
    return ()


def _surveys(home: Home) -> dict[str, str]:
    """Published results by their SHA-256; those that cannot be read are flaws already."""
    with suppress(SettingsRefused):
        return {one.sha256: one.result.survey for one in read_results(SurveyPlaces.of(home).results)}
    return {}


def against_building(home: Home, evidence: Evidence) -> tuple[str, ...]:
    """Why no site may be made of this chain: each file or case by name, and what to do, in both languages; empty where it holds."""
    wording = load_wording("verify")
    grave = [flaw for flaw in chain_flaws(home, evidence) if flaw.grave]
    if not grave:
        return ()
    advice = " · ".join(wording.say("verify_command", "damaged", language) for language in Language)
    lines = (" · ".join(flaw_in_words(flaw, wording, language) for language in Language) for flaw in grave)
    return (*lines, advice)


def flaw_in_words(flaw: Flaw, wording: Wording, language: Language | str) -> str:
    """The flaw as one line that says where, what, and what to do."""
    said = wording.say("finding", flaw.finding, language).format(about=flaw.about, detail=flaw.detail)
    mark = wording.say("verify_command", "fault" if flaw.grave else "note", language)
    return f"{mark}{said}"


def chain_files(home: Home) -> dict[str, str]:
    """Every published release and result, their approvals too, with its SHA-256, by the file's name in `content/`."""
    folders = (home.content / "releases", home.content / "surveys" / "results")
    files = [file for folder in folders for file in folder.glob("*.json")]
    return {file.relative_to(home.content).as_posix(): digest(file.read_bytes()) for file in files}


def made_under(home: Home, evidence: Evidence) -> dict[str, str]:
    """What else must be there still when the next site is made, each part with its SHA-256.

    Every version of the standards that a release was made under, its hours and days, and the last line of the log, which holds all before it.
    """
    return _sealed(home) | _log(evidence)


def _sealed(home: Home) -> dict[str, str]:
    sealed = read_sealed(home.content, home.folder)
    parts: dict[str, SealedVersion | SealedHours | SealedDays] = {
        **{one.version: one for one in sealed.sealed},
        **{f"{one.version} hours": one for one in sealed.hours},
        **{f"{one.release} days": one for one in sealed.days},
    }
    return {
        f"{SEALED}: {name}": digest(canonical(one.model_dump(mode="json"))) for name, one in parts.items()
    }


def _log(evidence: Evidence) -> dict[str, str]:
    lines = () if evidence.private is None else tuple(evidence.private.decisions)
    return {LOG: lines[-1]} if lines else {}


def _taken_back(home: Home, evidence: Evidence) -> Iterator[Flaw]:
    """What the sites were made from must be there still: a chain that was cut short is whole in itself."""
    there = chain_files(home) | made_under(home, evidence)
    for name, sha256 in sorted(shown_ever(home.folder).items()):
        if there.get(name) != sha256 and not _is_accounted_for(name, sha256, evidence):
            yield Flaw(Finding.TAKEN_BACK, name)
    for name in builds_that_do_not_say(home.folder):
        yield Flaw(Finding.UNSAID, name)


def _is_accounted_for(name: str, sha256: str, evidence: Evidence) -> bool:
    """A release withdrawn by a take-down is gone rightly; the log grows, and where it is not at hand it says nothing."""
    if name == LOG:
        return evidence.private is None or sha256 in evidence.private.decisions
    return sha256 in evidence.withdrawn
