"""What the bench changes before it builds again is changed as it would be: through the gate, in release and register."""

from pathlib import Path

import pytest

from bench import build
from bench.estates import live
from bench.whole import Parts
from register.index import Index
from register.store import FolderStore
from register.terms import Step


def test_a_sentence_judged_anew_is_gone_from_its_release_and_its_case_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Path] = []
    parts = Parts(1.0, 1.0, 1, 1.0, {})
    monkeypatch.setattr(build, "whole", lambda home: built.append(home) or parts)
    estate = live(tmp_path / "estate", quarters=1, a_month=25, scanned=False)
    estate.store.keep()
    assert build._judged_anew(estate.home.folder) == parts
    assert built == [estate.home.folder]
    assert len(list((estate.home.content / "releases").glob("2026-Q3*.json"))) == 4
    cases = Index(FolderStore(estate.home.register)).holdings().cases.values()
    assert sum(stored.record.last(Step.TAKE_DOWN) is not None for stored in cases) == 1
