"""Chance as an office meets it: what happens, how long something takes, and when somebody is there to do it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

OPENS, CLOSES = time(8, 5), time(19, 30)


@dataclass(frozen=True)
class Luck:
    chance: Random

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def minutes(self, least: float, most: float) -> timedelta:
        return timedelta(minutes=round(self.chance.uniform(least, most)))

    def hours(self, least: float, most: float) -> timedelta:
        return timedelta(minutes=round(60 * self.chance.uniform(least, most)))

    def office(self, moment: datetime) -> datetime:
        """The moment itself while the office is open; else shortly after it opens next."""
        if OPENS <= moment.time() <= CLOSES:
            return moment
        day = moment if moment.time() < OPENS else moment + timedelta(days=1)
        return datetime.combine(day.date(), OPENS, moment.tzinfo) + self.minutes(0, 90)
