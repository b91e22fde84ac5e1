"""All photos of a case, where they lie and what they are."""

from pathlib import Path

from register.handling import THE_RESIDENT
from register.pictures import Picture, added_key, pictures
from register.store import FolderStore
from register.terms import Step
from tests.factories import kept_case, step

A, B, C = "a" * 64, "b" * 64, "c" * 64


def test_photos_of_the_form_come_first_then_those_added_in_order(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path), photos=(A,))
    case = step(case, Step.ADD_FACTS, by=THE_RESIDENT, text="又漏了。", photos=[B, C])
    case = step(case, Step.ADD_FACTS, by=THE_RESIDENT, text="没有照片。")
    case = step(case, Step.ATTACH, photos=[C])
    added, attached = added_key(case.number, [B, C]), added_key(case.number, [C])
    assert pictures(case) == (
        Picture(case.instance, 1, A),
        Picture(added, 1, B),
        Picture(added, 2, C),
        Picture(attached, 1, C),
    )


def test_the_same_photos_of_another_case_lie_elsewhere() -> None:
    assert added_key("2026-483-901-7", [A]) != added_key("2026-574-745-9", [A])
