"""Does the whole chain hold, and does it still hold all that residents were shown? Asked by `portal verify` and by every build."""

from collections.abc import Collection, Iterator

from generator.cli.survey_evidence import survey_flaws
from generator.disclosure.evidence import read_evidence
from generator.disclosure.files import Places
from generator.disclosure.findings import Evidence, Finding, Flaw
from generator.disclosure.published import digest
from generator.disclosure.verification import verify
from generator.site.swap import shown_chain
from register.audit import AuditLog
from register.index import Holdings
from register.settings import Home
from register.terms import Language
from register.wording import Wording, load_wording


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
    return (*verify(evidence), *survey_flaws(home, evidence), *_taken_back(home, evidence.withdrawn))


def against_building(home: Home, holdings: Holdings | None) -> tuple[str, ...]:
    """Why no site may be made of this chain: each file or case by name, and what to do, in both languages; empty where it holds."""
    wording = load_wording("verify")
    grave = [flaw for flaw in chain_flaws(home, read_chain_evidence(home, holdings)) if flaw.grave]
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


def _taken_back(home: Home, withdrawn: Collection[str]) -> Iterator[Flaw]:
    """What the present site was made from must be there still: a chain that was cut short is whole in itself."""
    there = chain_files(home)
    for name, sha256 in sorted(shown_chain(home.folder).items()):
        if there.get(name) != sha256 and sha256 not in withdrawn:
            yield Flaw(Finding.TAKEN_BACK, name)
