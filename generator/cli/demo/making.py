"""Making the invented estate: its folder, its staff, and its life up to now; the same day and seed give the same."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random

from forms_api.answers import AskedForm, ask
from forms_api.description import Notice, read_forms
from forms_api.desk.handling.fields import read_values
from forms_api.desk.handling.registering import FIELDS, check_noted
from forms_api.desk.people.staff import Staff
from forms_api.intake import take_in
from generator.cli.demo.life import Arrival, Life, entered_by
from generator.cli.demo.people import MANAGER, PASSWORD, STAFF
from generator.cli.demo.surveyed import survey_events, write_waves
from generator.cli.demo.work import copy_samples, write_replies
from generator.cli.folder import make_home
from generator.cli.gate import Gate
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.draft import Refused
from register.case import Case, Contact, Submission
from register.clockwork import Clockwork
from register.errors import RegisterError
from register.intake import open_case
from register.keys import Keys, read_keys
from register.receipt import Instance
from register.settings import ZONE, Book, Home, read_book
from register.signoff import SignOff
from register.store import FolderStore
from register.terms import Channel, Kind, Language, Matter
from register.wording import load_wording

SEED = 20250101
PERIODS = 6
Progress = Callable[[str], None]


class DemoFailed(RegisterError):
    """The invented life broke a rule of the house: a fault of the program."""


def last_released_period(today: datetime, lag_days: int) -> Period:
    """The last quarter that ended long enough ago to be released before today."""
    return Period.holding((today - timedelta(days=lag_days + 2)).date()).previous()


def make_demo(
    folder: Path, *, today: datetime, port: int, desk_port: int, progress: Progress, periods: int = PERIODS
) -> Home:
    """An estate with `periods` released quarters and the cases since then, in a new folder."""
    chance = Random(f"{SEED} {today.date()}")  # noqa: S311  invented people, not secrets
    progress("正在建立翠湖花园 · Founding the estate")
    home = make_home(folder, chance.randbytes, port=port, desk_port=desk_port)
    last = last_released_period(today, 14)
    first = last
    for _ in range(periods - 1):
        first = first.previous()
    begin_with(home, first)
    copy_samples(home.content, today.date())
    waves = write_waves(home.content, today.date())
    staff = Staff(home.staff_file, chance.randbytes)
    for employee in STAFF:
        staff.add(employee.account, employee.name, employee.role, PASSWORD, must_change=False)
    _live(home, first, last, today, chance, progress, waves)
    write_replies(home.content, last, today.date())
    return home


def begin_with(home: Home, first: Period) -> None:
    """The estate is a demo, and its first period is the one its life begins with."""
    estate, rules = home.content / "estate.toml", home.content / "rules.toml"
    estate.write_text(f"demo = true\n{estate.read_text(encoding='utf-8')}", encoding="utf-8")
    text = rules.read_text(encoding="utf-8").replace('start = "2025-01"', f'start = "{first.first:%Y-%m}"')
    rules.write_text(text, encoding="utf-8")


def _live(
    home: Home,
    first: Period,
    last: Period,
    today: datetime,
    chance: Random,
    progress: Progress,
    waves: tuple[str, ...],
) -> None:
    book = read_book(home.content)
    now = [datetime.combine(first.first, time(), ZONE)]
    gate = Gate(home, book, lambda: now[0], chance.randbytes)
    reception = Reception.open(home, book, chance)

    def publish(period: Period, at: datetime) -> list[str]:
        now[0] = at
        draft = gate.draft(period)
        if isinstance(draft, Refused):
            raise DemoFailed(f"{period}: {', '.join(against.refusal for against in draft.against)}")
        gate.publish(period, SignOff(draft.sha256, MANAGER.actor, at))
        return [entry.ref for entry in draft.release.entries]

    life = Life(FolderStore(home.register), book.clockwork, chance, reception.receive, publish)
    morning = datetime.combine(today.date(), time(8, 30), ZONE)
    lag = book.rules.periods.lag_days
    opinions = Random(f"{SEED} surveys {today.date()}")  # noqa: S311  apart, so that the cases stay the same
    life.live(
        first,
        last,
        lag,
        morning,
        lambda name: progress(f"已过完并公示 {name} · Lived and released {name}"),
        survey_events(home, book, waves, opinions, progress),
    )


@dataclass(frozen=True)
class Reception:
    """Takes every arrival in as its channel does: the web through the form's own checks, the rest through the desk's."""

    clockwork: Clockwork
    keys: Keys
    forms: dict[str, AskedForm]
    notice: Notice
    store: FolderStore
    chance: Random

    @classmethod
    def open(cls, home: Home, book: Book, chance: Random) -> "Reception":
        forms, notice = read_forms(home.content / "forms")
        return cls(
            clockwork=book.clockwork,
            keys=read_keys(home.key_file),
            forms={name: ask(description) for name, description in forms.items()},
            notice=notice,
            store=FolderStore(home.register),
            chance=chance,
        )

    def receive(self, arrival: Arrival) -> Case:
        submission, contact = (
            self._on_the_web(arrival) if arrival.channel == Channel.WEB else self._noted(arrival)
        )
        return open_case(
            submission,
            contact,
            instance=Instance(self.chance.randbytes(16), arrival.at.year),
            keys=self.keys,
            store=self.store,
            clockwork=self.clockwork,
            by=entered_by(arrival.channel),
        ).case

    def _on_the_web(self, arrival: Arrival) -> tuple[Submission, Contact | None]:
        story = arrival.told.story
        form = self.forms[_form_for(arrival)]
        typed = {
            "kind": story.kind.value,
            "matter": story.matter.value if arrival.entry else _offered(form, story.matter),
            "urgency": story.urgency.value,
            "place": arrival.told.place or "楼道",
            "what": arrival.told.what,
            "reply": "call_me",
            "entry": arrival.entry,
            "why": "not_true",
            **arrival.contact.model_dump(),
        }
        if not arrival.publish:
            typed["count_only"] = "yes"
        asked = {name: value for name, value in typed.items() if name in form.description.names}
        consent = self.notice.digest
        taken = take_in(form, asked, language=Language.ZH, received=arrival.at, consent=consent)
        if isinstance(taken, list):
            raise DemoFailed(f"{form.description.id}: {[(p.field, p.code) for p in taken]}")
        return taken

    def _noted(self, arrival: Arrival) -> tuple[Submission, Contact | None]:
        story = arrival.told.story
        typed = {
            "channel": arrival.channel.value,
            "kind": story.kind.value,
            "matter": story.matter.value,
            "urgency": story.urgency.value,
            "place": arrival.told.place,
            "what": arrival.told.what,
            **arrival.contact.model_dump(),
            "publish": "yes" if arrival.publish else "no",
        }
        checked = check_noted(read_values(FIELDS, typed), typed, arrival.at)
        if isinstance(checked, dict):
            raise DemoFailed(f"desk: {checked}")
        return checked


def _form_for(arrival: Arrival) -> str:
    if arrival.entry:
        return "objection"
    kind = arrival.told.story.kind
    return "suggestion" if kind == Kind.PRAISE else kind.value


def _offered(form: AskedForm, matter: Matter) -> str:
    """What the resident can choose; staff classify the rest, as on a real estate."""
    offered = next(question.codes for question in form.description.question if question.name == "matter")
    return matter.value if matter.value in offered else Matter.FACILITIES.value


def sign_ins() -> list[str]:
    """The demo's accounts, to be printed."""
    wording = load_wording("terms")
    return [
        f"  {employee.account:<10} {PASSWORD}   {employee.name}（{wording.term(employee.role, 'zh')} · "
        f"{wording.term(employee.role, 'en')}）"
        for employee in STAFF
    ]
