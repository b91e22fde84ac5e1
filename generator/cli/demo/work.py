"""The invented estate's own work, from the samples in the template, moved to the day the demo begins, and what its owners' committee replied."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

from generator.cli.folder import SAMPLES, TEMPLATE
from generator.disclosure.cases.period import Period
from register.spelling import to_toml
from register.written.replies import Reply

WRITTEN_ON = date(2026, 11, 20)
"""The day the samples tell of as today."""
REPLIES = Path(__file__).with_name("replies.toml")
REPLIED_AFTER = timedelta(days=38)
"""From the end of a period: the release comes after a fortnight, the committee meets some weeks later."""
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


def write_replies(content: Path, last: Period, today: date) -> None:
    """The committee's reply to the last period and to the one before, as the desk keeps them; none from a day to come."""
    period = last
    for said in tomllib.loads(REPLIES.read_text(encoding="utf-8"))["reply"]:
        received = period.last + REPLIED_AFTER
        if received <= today:
            reply = Reply.model_validate({**said, "received": received})
            place = content / "replies" / f"{period}.toml"
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(to_toml(reply))
        period = period.previous()
