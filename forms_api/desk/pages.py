"""Rendering the desk's templates: autoescaped, every name defined, words from the wording files."""

from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from forms_api.desk.handling.fields import Field
from forms_api.desk.publication.spans import moment, span
from forms_api.desk.publication.summaries import load_summaries
from register.numbers import is_case_number
from register.terms import Language
from register.wording import TEMPLATES, Wording, load_wording


class Pages:
    """The desk's templates and words. Residents' words reach a page only as values, which are always escaped."""

    def __init__(self) -> None:
        self.wording: Wording = load_wording(
            "terms",
            "register",
            "photos",
            "desk",
            "people",
            "casework",
            "ledger",
            "survey",
            "desk_survey",
            "publishing",
            "aside",
            "written",
            "custody",
        )
        self.sentences: Wording = load_summaries()

    def say(self, section: str, code: str, language: Language, **values: object) -> str:
        """A sentence of the wording, with its places filled."""
        sentence = self.wording.say(section, code, language)
        return sentence.format(**values) if values else sentence

    def label(self, name: str, language: Language, step: str = "") -> str:
        """A field's label: the step's own where it has one, else the field's."""
        labels = self.wording.section("field", language)
        return labels.get(f"{step}_{name}") or labels[name]

    def hint(self, name: str, language: Language, step: str = "") -> str:
        """What helps to fill in a field; empty where nothing needs to be said."""
        hints = self.wording.section("hint", language)
        return hints.get(f"{step}_{name}", "")

    def option(self, field: Field, code: str, language: Language) -> str:
        """The words of one option of a field with a vocabulary."""
        return self.wording.say(field.vocabulary, code, language)

    def render(self, template: str, language: Language, **values: Any) -> str:
        now = values.get("now")

        def at(when: datetime) -> str:
            return moment(when, now or when)

        def say(section: str, code: str, **places: object) -> str:
            return self.say(section, code, language, **places)

        def term(code: StrEnum) -> str:
            return self.wording.term(code, language)

        def label(name: str, step: str = "") -> str:
            return self.label(name, language, step)

        def hint(name: str, step: str = "") -> str:
            return self.hint(name, language, step)

        def fault(code: str) -> str:
            if code.startswith("photo:"):
                return say("photofault", code.split(":")[1], place=code.split(":")[2])
            return say("refusal" if code.startswith("particular:") else "field_problem", code)

        words = {
            "say": say,
            "fault_words": fault,
            "term": term,
            "label": label,
            "hint": hint,
            "at": at,
            "span": span,
        }
        return _environment().get_template(template).render(lang=language, **words, **values)


@cache
def _environment() -> Environment:
    """The templates, compiled once a process: nothing in them is an estate's own."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES / "desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["is_number"] = is_case_number
    return environment
