"""The transition table as a page for people: a Mermaid diagram and tables, in both languages."""

import sys
from collections.abc import Iterable, Iterator

from register.terms import Language, Role, Status, Step
from register.transitions import ALWAYS, NEXT_STEPS, OWNERS, PHASES, PUBLICATION, ROLES
from register.wording import Wording, load_wording


def life_of_a_case(wording: Wording) -> str:
    """The page `docs/life-of-a-case.md`, from the table alone; `wording` holds `terms` and `register`."""
    return "\n".join(line for language in Language for line in _page(wording, language))


def main() -> None:
    """Write the page to standard output."""
    sys.stdout.write(life_of_a_case(load_wording("terms", "register")))


def _page(wording: Wording, language: Language) -> Iterator[str]:
    def say(code: str) -> str:
        return wording.say("life", code, language)

    yield from (f"# {say('title')}", "", say("generated"), "", f"## {say('diagram')}", "")
    yield from ("```mermaid", *_diagram(wording, language), "```", "")
    yield from (f"## {say('statuses')}", "", *_statuses(wording, language), "")
    yield from (say("always") + _listed(wording, language, ALWAYS), "")
    yield from (say("publication") + _listed(wording, language, PUBLICATION), "")
    yield from (say("apart"), "", f"## {say('roles')}", "", *_roles(wording, language), "")


def _diagram(wording: Wording, language: Language) -> Iterator[str]:
    """Steps that change the status, as `stateDiagram-v2`; arrows between the same two are drawn as one."""
    yield "stateDiagram-v2"
    for status in Status:
        yield f"    {status.value}: {wording.term(status, language)}"
    yield f"    [*] --> received: {wording.term(Step.RECEIVE, language)}"
    for status, ways in NEXT_STEPS.items():
        for following in Status:
            steps = [step for step, to in ways.items() if to == following != status]
            if steps:
                yield f"    {status.value} --> {following.value}: {_listed(wording, language, steps)}"


def _statuses(wording: Wording, language: Language) -> Iterator[str]:
    yield _row(wording.say("life", code, language) for code in ("status", "phase", "owner", "ways"))
    yield _row(["---"] * 4)
    for status, ways in NEXT_STEPS.items():
        shown = "<br>".join(_way(wording, language, step, status, to) for step, to in ways.items())
        words = [wording.term(term, language) for term in (status, PHASES[status], OWNERS[status])]
        yield _row([*words, shown])


def _way(wording: Wording, language: Language, step: Step, status: Status, following: Status) -> str:
    to = wording.say("life", "stays", language) if following == status else wording.term(following, language)
    return f"{wording.term(step, language)} → {to}"


def _roles(wording: Wording, language: Language) -> Iterator[str]:
    yield _row(wording.say("life", code, language) for code in ("step", "role"))
    yield _row(["---"] * 2)
    for step, roles in ROLES.items():
        yield _row([wording.term(step, language), _listed(wording, language, roles)])


def _listed(wording: Wording, language: Language, terms: Iterable[Step | Role]) -> str:
    """The words of terms, in the order of their vocabulary."""
    kept = frozenset(terms)
    ordered = [term for term in (*Step, *Role) if term in kept]
    return ("、" if language == Language.ZH else ", ").join(wording.term(term, language) for term in ordered)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
