"""What of an estate's content is searched before a build."""

from pathlib import Path

from generator.cli.written_content import content_files


def test_all_that_people_write_is_searched_wherever_the_estate_lies(tmp_path: Path) -> None:
    """An estate in a folder called ledger or releases is no less searched than any other."""
    content = tmp_path / "ledger" / "releases" / "content"
    for name in (
        "notices/1.md",
        "people.toml",
        "releases/2026-Q3.txt",
        "ledger/1.txt",
        "exceptions.toml",
        "a.png",
    ):
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("字", encoding="utf-8")
    assert sorted(content_files(content)) == ["notices/1.md", "people.toml"]
