"""The demo's clock: the real one, moved forward by what `var/demo-clock.json` says. Production never imports it."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from register.settings import Clock


@dataclass(frozen=True)
class DemoClock:
    """Now, plus the days that were skipped. Both apps share the file, so both move together."""

    file: Path
    real: Clock

    def __call__(self) -> datetime:
        return self.real() + timedelta(days=self.skipped)

    @property
    def skipped(self) -> int:
        return int(json.loads(self.file.read_text(encoding="utf-8"))["days"]) if self.file.exists() else 0

    def skip_to(self, moment: datetime) -> datetime:
        """Move to the first whole day at or after the moment; never back. Returns the new now."""
        missing = moment - self()
        if missing > timedelta(0):
            days = self.skipped + missing.days + 1
            self.file.write_text(json.dumps({"days": days}), encoding="utf-8")
        return self()
