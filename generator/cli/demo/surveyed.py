"""The invented estate's surveys: two finished and published, one open. Codes, answers, counting: all through the real code."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from random import Random

from generator.cli.demo.life import Event
from generator.cli.demo.opinions import opinion
from generator.cli.demo.people import FRONT_DESK, MANAGER
from generator.cli.folder import TEMPLATE
from generator.cli.surveying import Surveys
from register.settings import ZONE, Book, Home
from register.signoff import SignOff
from register.surveys.survey import Survey, Way
from register.surveys.survey_codes import make_codes, show_code

SAMPLE = "2026h2"
CODES_FILE = "demo-survey-codes.txt"
FRESH_CODES = 5
FIRST_DAYS = 7
HALF_A_YEAR = 6
CLOSED_AFTER, APPROVED_AFTER = timedelta(days=2), timedelta(days=5)
_LINE = re.compile(r"^(id|title|opens|closes|paper_closes) = .*$", re.MULTILINE)


@dataclass(frozen=True)
class Turnout:
    """The share of homes that answered, and that of the answers that came on paper."""

    answered: float
    on_paper: float


FINISHED = (Turnout(0.51, 0.33), Turnout(0.57, 0.26))
SO_FAR = Turnout(0.14, 0.2)


def write_waves(content: Path, today: date) -> tuple[str, ...]:
    """The sample survey as three waves half a year apart, the last one open today; their ids, the oldest first."""
    sample = (TEMPLATE / "surveys" / f"{SAMPLE}.toml").read_text(encoding="utf-8")
    (content / "surveys" / f"{SAMPLE}.toml").unlink(missing_ok=True)
    opened = _month(today, 0 if today.day > FIRST_DAYS else -1)
    waves = []
    for back in (2 * HALF_A_YEAR, HALF_A_YEAR, 0):
        lines = _lines(_month(opened, -back))
        waves.append(lines["id"].strip('"'))
        (content / "surveys" / f"{waves[-1]}.toml").write_text(_moved(sample, lines), encoding="utf-8")
    return tuple(waves)


def survey_events(
    home: Home, book: Book, waves: tuple[str, ...], chance: Random, progress: Callable[[str], None]
) -> list[Event]:
    """What happens when: each finished wave is answered and ended by one person, then published by another."""
    surveys = Surveys(home, book, chance.randbytes)
    events: list[Event] = []
    for number, (name, turnout) in enumerate(zip(waves[:-1], FINISHED, strict=True)):
        survey = surveys.wave(name)
        last = datetime.combine(survey.paper_closes, time(10, 0), ZONE)
        events += [
            (last, partial(_answered, surveys, survey, number, turnout, chance)),
            (last + CLOSED_AFTER, partial(_closed, surveys, survey)),
            (last + APPROVED_AFTER, partial(_approved, surveys, survey, progress)),
        ]
    current = surveys.wave(waves[-1])
    opens = datetime.combine(current.opens, time(8, 0), ZONE)
    return [*events, (opens, partial(_opened, surveys, current, chance))]


def _answered(
    surveys: Surveys, survey: Survey, number: int, turnout: Turnout, chance: Random, at: datetime
) -> None:
    _answer(surveys, survey, number, turnout, chance)


def _closed(surveys: Surveys, survey: Survey, at: datetime) -> None:
    surveys.close(survey, FRONT_DESK.actor, at)


def _approved(surveys: Surveys, survey: Survey, progress: Callable[[str], None], at: datetime) -> None:
    waiting = surveys.closed(survey)
    assert waiting is not None, "it was closed three days before"
    surveys.approve(survey, SignOff(waiting.sha256, MANAGER.actor, at))
    progress(f"已完成并公布调查 {survey.id} · Held and published the survey {survey.id}")


def _opened(surveys: Surveys, survey: Survey, chance: Random, at: datetime) -> None:
    """The open wave: some have answered, and a few codes are left to try."""
    codes = _answer(surveys, survey, len(FINISHED), SO_FAR, chance)
    shown = "\n".join(show_code(code) for code in codes[-FRESH_CODES:])
    (surveys.home.var / CODES_FILE).write_text(f"{shown}\n", encoding="utf-8")


def fresh_codes(home: Home) -> list[str]:
    """Codes of the open wave that the demo has not used, to be printed."""
    file = home.var / CODES_FILE
    return file.read_text(encoding="utf-8").split() if file.exists() else []


def _answer(
    surveys: Surveys, survey: Survey, number: int, turnout: Turnout, chance: Random
) -> tuple[str, ...]:
    """Issue a code a home, and let the first of them answer; returns all codes."""
    store = surveys.store(survey)
    codes = make_codes(surveys.book.estate.households, chance.randbytes)
    store.issue(codes)
    answering = codes[: round(turnout.answered * len(codes))]
    ways = [Way.PAPER if chance.random() < turnout.on_paper else Way.WEB for _ in answering]
    store.add_all(
        (code, opinion(survey, number, chance), way) for code, way in zip(answering, ways, strict=True)
    )
    return codes


def _moved(sample: str, lines: dict[str, str]) -> str:
    return _LINE.sub(lambda found: f"{found[1]} = {lines[found[1]]}", sample)


def _lines(opens: date) -> dict[str, str]:
    """What differs from wave to wave: open for two months, paper for a week more."""
    closes = _month(opens, 2) - timedelta(days=1)
    half = 1 if opens.month <= HALF_A_YEAR else 2
    zh, en = ("上半年", "first half") if half == 1 else ("下半年", "second half")
    return {
        "id": f'"{opens.year}h{half}"',
        "title": f'{{ zh = "{opens.year}年{zh}物业服务满意度调查", en = "Satisfaction survey, {en} of {opens.year}" }}',
        "opens": f"{opens}",
        "closes": f"{closes}",
        "paper_closes": f"{closes + timedelta(days=7)}",
    }


def _month(day: date, further: int) -> date:
    """The first day of the month so many months on."""
    months = day.year * 12 + day.month - 1 + further
    return date(months // 12, months % 12 + 1, 1)


def told(home: Home) -> Iterator[str]:
    """What the demo says of its open survey."""
    codes = fresh_codes(home)
    if codes:
        yield f"满意度调查 · Survey   {home.portal.origin}/f/survey"
        yield f"  演示答题码 · Codes to try   {'  '.join(codes)}"
