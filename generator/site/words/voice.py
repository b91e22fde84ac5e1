"""One language speaking: the wording files, and dates, periods and limits as that language writes them."""

from datetime import date
from enum import StrEnum

from generator.disclosure.cases.period import Period
from generator.disclosure.figures.statements import in_words
from generator.disclosure.releases.release import Correction
from register.dates import short_month, show_date, show_month
from register.standards import Limit
from register.terms import Language
from register.wording import Wording, load_wording

HTML_LANGUAGE = {Language.ZH: "zh-CN", Language.EN: "en"}


class Voice:
    """Everything the site says in one language. An unknown code is a fault of the program: KeyError."""

    def __init__(self, wording: Wording, language: Language) -> None:
        self._wording = wording
        self.language = language
        self.html_language = HTML_LANGUAGE[language]
        self.is_chinese = language == Language.ZH

    def say(self, section: str, code: str, **values: object) -> str:
        """A sentence with its `{values}` filled in. `one|many` chooses by the value `n`."""
        sentence = self._wording.say(section, code, self.language)
        if "|" in sentence:
            one, many = sentence.split("|")
            sentence = one if values.get("n") == 1 else many
        return sentence.format(**values) if values else sentence

    def maybe(self, section: str, code: str, **values: object) -> str | None:
        """The sentence, or None where this code has none."""
        return self.say(section, code, **values) if self.has(section, code) else None

    def has(self, section: str, code: str) -> bool:
        return code in self._wording.section(section, self.language)

    def term(self, code: StrEnum) -> str:
        return self._wording.term(code, self.language)

    def day(self, day: date) -> str:
        """2026年9月30日 · 30 September 2026."""
        return show_date(day, self.language)

    def month(self, name: str) -> str:
        """`2026-07` → 2026年7月 · July 2026."""
        return show_month(date.fromisoformat(f"{name}-01"), self.language)

    def short_month(self, name: str) -> str:
        """`2026-07` → 7月 · Jul, for the axis of a chart."""
        return short_month(int(name[-2:]), self.language)

    def period(self, period: Period | str) -> str:
        """2026年第三季度 · Q3 2026 (July to September)."""
        span = Period.parse(period) if isinstance(period, str) else period
        if span.months == 1:
            return self.month(str(span))
        code = ("quarter" if span.months == 3 else "half") + str((span.month - 1) // span.months + 1)
        return self.say("period", code, year=span.year)

    def short_period(self, period: Period | str) -> str:
        """26Q3, 26H2 or 2026-07: for the axis of a chart."""
        text = str(period)
        return f"{text[2:4]}{text[5:]}" if text[5:6].isalpha() else text

    def correction(self, one: Correction) -> str:
        """What was corrected, from what to what; or that it waits until enough cases moved."""
        code = "correction_pending" if one.new is None else "correction"
        return self.say("outcomes", code, what=in_words(one.what, self.say), old=one.old, new=one.new)

    def limit(self, limit: Limit) -> str:
        """7 天 · 7 days."""
        return self.say("limit", limit.unit, n=limit.amount)


def voices() -> tuple[Voice, ...]:
    """The site's languages, Chinese first."""
    wording = load_wording(
        "terms",
        "site",
        "measures",
        "derived_measures",
        "further_measures",
        "happened",
        "outcomes",
        "intervals",
        "survey",
        "survey_site",
        "survey_measures",
        "board",
        "work",
        "kept",
        "verify",
        "release",
        "replies",
    )
    return tuple(Voice(wording, language) for language in (Language.ZH, Language.EN))
