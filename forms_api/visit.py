"""One visit to the counter: its language, whether a program or a person asks, and how it is answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from forms_api import body
from forms_api.counter import Counter
from forms_api.guard import check_sender
from forms_api.instance import FormInstance, InstanceForged, read_instance
from forms_api.refusals import Refused
from register.terms import Language

INSTANCE = "_instance"
SWITCH = "_switch"


@dataclass(frozen=True)
class Visit:
    """A request as the endpoints see it."""

    counter: Counter
    request: Request

    @property
    def language(self) -> Language:
        return language_of(self.request)

    @property
    def peer(self) -> str:
        """The address the request came from; a forwarding header is believed from this machine alone."""
        return self.request.client.host if self.request.client else ""

    @property
    def is_post(self) -> bool:
        return self.request.method == "POST"

    @property
    def wants_json(self) -> bool:
        accepted = self.request.headers.get("accept", "")
        return "application/json" in accepted and "text/html" not in accepted

    def say(self, section: str, code: str, **values: object) -> str:
        sentence = self.counter.pages.wording.say(section, code, self.language)
        return sentence.format(**values) if values else sentence

    async def fields(self, known: tuple[str, ...]) -> dict[str, str]:
        """The fields of a post from a page of ours. Raises Refused."""
        check_sender(self.request.headers, self.counter.hosts)
        request = self.request
        return await body.read_fields(request.headers, request.stream(), known)

    async def posted(
        self, known: tuple[str, ...], upload: body.Upload, claim: Callable[[int], None]
    ) -> body.Posted:
        """Fields and files of a post from a page of ours; `claim` as of `body.read_form`. Raises Refused."""
        check_sender(self.request.headers, self.counter.hosts)
        request = self.request
        return await body.read_form(request.headers, request.stream(), known, upload, claim=claim)

    def instance(self, token: str, form: str) -> FormInstance:
        """The form instance that was signed into the page. Raises Refused (400) for one that was not."""
        try:
            return read_instance(self.counter.keys, token, form, now=self.counter.now())
        except InstanceForged:
            raise Refused(400, "forged") from None

    def answer(
        self, template: str, data: Mapping[str, object], *, status: int = 200, **context: Any
    ) -> Response:
        """A page for a person; `data`, with the same facts, for a program that asks for JSON."""
        if self.wants_json:
            return JSONResponse(dict(data), status)
        page = self.counter.pages.render(
            template,
            self.language,
            url=partial(link, language=self.language),
            there=partial(link, language=other_language(self.language)),
            other=link(self.request.url.path, other_language(self.language)),
            **context,
        )
        return HTMLResponse(page, status)

    def see(self, path: str, data: Mapping[str, object]) -> Response:
        """Done: the browser goes on to a page that a reload may show again; a program gets the facts (201)."""
        if self.wants_json:
            return JSONResponse(dict(data), 201)
        return RedirectResponse(link(path, self.language), 303)


def language_of(request: Request) -> Language:
    """Chinese unless the address says `?lang=en`."""
    return Language.EN if request.query_params.get("lang") == Language.EN else Language.ZH


def link(path: str, language: Language) -> str:
    """A path of the counter in a language; the language stays in the address through the whole flow."""
    return f"{path}?lang=en" if language == Language.EN else path


def other_language(language: Language) -> Language:
    return Language.ZH if language == Language.EN else Language.EN
