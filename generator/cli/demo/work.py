"""The invented estate's own work, from the samples in the template, moved to the day the demo begins."""

import re
from datetime import date, timedelta
from pathlib import Path

from generator.cli.folder import SAMPLES, TEMPLATE

WRITTEN_ON = date(2026, 11, 20)
"""The day the samples tell of as today."""
_DAY = re.compile(r"\b20\d\d-[01]\d-[0-3]\d\b")


def copy_samples(content: Path, today: date) -> None:
    """Copy the samples into an estate's content, every date moved by the same number of whole weeks."""
    weeks = timedelta(weeks=(today - WRITTEN_ON).days // 7)
    for name in SAMPLES:
        source = TEMPLATE / name
        for file in [source] if source.is_file() else sorted(source.glob("*.toml")):
            target = content / file.relative_to(TEMPLATE)
            target.write_text(moved(file.read_text(encoding="utf-8"), weeks), encoding="utf-8")


def moved(text: str, by: timedelta) -> str:
    """The text with every date in it moved, weekdays kept."""
    return _DAY.sub(lambda found: str(date.fromisoformat(found[0]) + by), text)
