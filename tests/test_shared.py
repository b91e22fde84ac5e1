"""What tests share is made once a run."""

from pathlib import Path

import pytest

from tests.shared import made_once


def test_what_was_made_is_given_again_and_a_failed_making_is_not(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made: list[Path] = []

    def make(folder: Path) -> Path:
        made.append(folder)
        if len(made) == 1:
            raise OSError("the disk is full")
        (folder / "told").write_text("once", encoding="utf-8")
        return folder

    with pytest.raises(OSError, match="full"):
        made_once(tmp_path_factory, "shared-test", make)
    first, again = (made_once(tmp_path_factory, "shared-test", make) for _ in range(2))
    assert first == again
    assert (again / "told").read_text(encoding="utf-8") == "once"
    assert len(made) == 2
