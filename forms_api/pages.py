"""Pages from templates: autoescaped, no undefined name passes silently, no words in the code."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from forms_api.description import Description, Option, Question
from register.content import Words
from register.estate import Estate
from register.terms import Language
from register.wording import TEMPLATES, Wording, load_wording

FORMS = TEMPLATES / "forms"


@dataclass(frozen=True)
class Pages:
    """Renders the counter's templates for one estate."""

    estate: Estate
    wording: Wording
    style: bytes

    @cached_property
    def style_digest(self) -> str:
        return hashlib.sha256(self.style).hexdigest()[:12]

    def render(self, template: str, language: Language, **context: Any) -> str:
        """A whole page. Raises jinja2's UndefinedError where a name is missing."""
        page = _environment().get_template(template)
        return page.render(
            estate=self.estate,
            style_digest=self.style_digest,
            lang=language.value,
            html_lang="zh-CN" if language == Language.ZH else "en",
            say=partial(say, self.wording, language),
            site=partial(on_site, language),
            term=lambda code: self.wording.term(code, language),
            of=speaker(language),
            options=partial(options, self.wording, language),
            **context,
        )


def make_pages(estate: Estate) -> Pages:
    """The templates of the counter, with what every page of the estate shows."""
    wording = load_wording("terms", "forms", "photos", "survey", "counter")
    return Pages(estate, wording, (FORMS / "forms.css").read_bytes())


@cache
def _environment() -> Environment:
    """The templates, compiled once a process: nothing in them is an estate's own."""
    return Environment(
        loader=FileSystemLoader(FORMS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def on_site(language: Language, path: str) -> str:
    """The address of a page of the public site in a language."""
    return f"/en{path}" if language == Language.EN else path


def say(wording: Wording, language: Language, section: str, code: str, **values: object) -> str:
    """A sentence with its values filled in; they are escaped with the sentence by the template."""
    sentence = wording.say(section, code, language)
    return sentence.format(**values) if values else sentence


def speaker(language: Language) -> Callable[[Words], str]:
    return lambda words: words.say(language)


def options(wording: Wording, language: Language, question: Question) -> list[Option]:
    """What a choice offers; the words of a bare vocabulary come from the terms."""
    if question.option:
        return list(question.option)
    section = question.vocabulary or ""
    return [
        Option(
            code=code, label=Words(zh=wording.say(section, code, "zh"), en=wording.say(section, code, "en"))
        )
        for code in question.codes
    ]


def shown_answer(pages: Pages, language: Language, question: Question, value: str) -> str:
    """An answer as the check page shows it: the chosen option's words, or the text itself."""
    if question.control == "tick":
        return pages.wording.say("check", "counted" if value else "published", language)
    if question.control != "choice":
        return value
    chosen = [o for o in options(pages.wording, language, question) if o.code == value]
    return chosen[0].label.say(language) if chosen else ""


def has_alarm(description: Description, answers: dict[str, str]) -> bool:
    """Whether an answer sends the resident to the telephone."""
    return any(answers.get(question.name, "") in question.alarms for question in description.question)
