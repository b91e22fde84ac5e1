"""Reading `content/surveys/results/`: every published result with its approval, in the order of the hash chain."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from generator.disclosure.cases.published import Published, digest, problem_of, to_bytes
from generator.disclosure.surveys.survey_result import SurveyApproval, SurveyResult
from register.errors import Fault, SettingsRefused

APPROVAL: Final = ".approval.json"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,31}(\.approval)?\.json")
P = TypeVar("P", bound=Published)


@dataclass(frozen=True)
class PublishedResult:
    """A result that is public: `sha256` of its exact bytes, `file` its name in the folder."""

    result: SurveyResult
    approval: SurveyApproval
    sha256: str

    @property
    def file(self) -> str:
        return result_name(self.result.survey)


def result_name(survey: str) -> str:
    return f"{survey}.json"


def approval_name(survey: str) -> str:
    return f"{survey}{APPROVAL}"


def read_results(folder: Path) -> tuple[PublishedResult, ...]:
    """Every published result, in the order of publication; an absent folder holds none.

    Raises SettingsRefused naming each file that is unknown, damaged, unapproved or outside the chain.
    """
    if not folder.is_dir():
        return ()
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    faults = [_fault(name, "-", "is no result of a survey") for name in names if not _NAME.fullmatch(name)]
    surveys = sorted(
        {name.removesuffix(APPROVAL).removesuffix(".json") for name in names if _NAME.fullmatch(name)}
    )
    found = [one for survey in surveys if (one := _read_one(folder, survey, faults))]
    ordered = tuple(_in_chain_order(found))
    if not faults and len(ordered) != len(found):
        missing = [one.file for one in found if one not in ordered]
        faults += [
            _fault(name, "previous", "follows no result that is here, or the same as another")
            for name in missing
        ]
    if faults:
        raise SettingsRefused(faults)
    return ordered


def _read_one(folder: Path, survey: str, faults: list[Fault]) -> PublishedResult | None:
    result = _parse(folder, result_name(survey), SurveyResult, faults)
    approval = _parse(folder, approval_name(survey), SurveyApproval, faults)
    if result is None or approval is None:
        return None
    sha256 = digest(to_bytes(result))
    if {result.survey, approval.survey} != {survey}:
        faults.append(_fault(result_name(survey), "survey", "is not the survey its file is named after"))
    if approval.sha256 != sha256:
        faults.append(
            _fault(approval_name(survey), "sha256", "approves other bytes: the result was changed since")
        )
    return PublishedResult(result, approval, sha256)


def _parse(folder: Path, name: str, model: type[P], faults: list[Fault]) -> P | None:
    """The file as its model, if it is that and in the one spelling."""
    try:
        data = (folder / name).read_bytes()
        published = model.model_validate_json(data)
    except OSError:
        faults.append(_fault(name, "-", "is missing; a result is published only together with its approval"))
        return None
    except ValidationError as problem:
        faults += [_fault(name, ".".join(map(str, e["loc"])) or "-", problem_of(e)) for e in problem.errors()]
        return None
    if to_bytes(published) != data:
        faults.append(_fault(name, "-", "is not in the one spelling of a result"))
    return published


def _in_chain_order(found: Sequence[PublishedResult]) -> Iterator[PublishedResult]:
    """From the first on; a result that follows none of these, or the same as another, is not reached."""
    following = {one.result.previous: one for one in reversed(found)}
    here = following.get(None)
    while here is not None:
        yield here
        here = following.get(here.sha256)


def _fault(file: str, key: str, problem: str) -> Fault:
    return Fault(f"surveys/results/{file}", key, None, problem)
