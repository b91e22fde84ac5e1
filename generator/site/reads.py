"""What a part of the site was made from: noted while it is made, so that nobody has to declare it and nobody can forget to.

An edition notes each field of the content, each page of prose and the day whenever they are asked for. A part that asked
for the same things and would be told the same again is the same part (`parts.py`).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar, cast

from generator.site.content import Content
from generator.site.work.reading import Work
from register.terms import Language

T = TypeVar("T")
DAY = "today"
CONTENT, WORK, PROSE, SETTLED = "content", "work", "prose", "settled"
"""The kinds of names: `content.rules`, `work.notices`, `prose.zh.privacy`, `settled.version`."""


@dataclass
class Reads:
    """The names that are asked for, told to everybody who listens; and what an edition works out once."""

    _listening: list[set[str]] = field(default_factory=list)
    _shared: dict[str, tuple[Any, frozenset[str]]] = field(default_factory=dict)
    _settled: dict[str, Any] = field(default_factory=dict)

    def note(self, *names: str) -> None:
        for heard in self._listening:
            heard.update(names)

    @contextmanager
    def listen(self) -> Iterator[set[str]]:
        """Every name asked for while this lasts."""
        heard: set[str] = set()
        self._listening.append(heard)
        try:
            yield heard
        finally:
            self._listening.pop()

    def shared(self, name: str, make: Callable[[], T]) -> T:
        """A value that is made once. Whoever takes it has read what it was made from."""
        if name not in self._shared:
            with self.listen() as heard:
                value = make()
            self._shared[name] = value, frozenset(heard)
        value, read = self._shared[name]
        self.note(*read)
        return cast("T", value)

    def settled(self, name: str, make: Callable[[], T]) -> T:
        """A value that is made once. Whoever takes it has read the value, not what it was made from."""
        if name not in self._settled:
            listening, self._listening = self._listening, []
            try:
                self._settled[name] = make()
            finally:
                self._listening = listening
        self.note(f"{SETTLED}.{name}")
        return cast("T", self._settled[name])


class _Prose(Mapping[tuple[Language, str], str]):
    """Pages of prose; each is a name of its own."""

    def __init__(self, prose: Mapping[tuple[Language, str], str], reads: Reads) -> None:
        self._prose, self._reads = prose, reads

    def __getitem__(self, key: tuple[Language, str]) -> str:
        self._reads.note(f"{PROSE}.{key[0]}.{key[1]}")
        return self._prose[key]

    def __iter__(self) -> Iterator[tuple[Language, str]]:
        return iter(self._prose)

    def __len__(self) -> int:
        return len(self._prose)


def watched_content(content: Content, reads: Reads) -> Content:
    """The same content, noting each field of it and of the work in it that is asked for."""
    work = watched(content.work, reads, {one.name: f"{WORK}.{one.name}" for one in fields(Work)})
    inner = replace(content, work=work, prose=_Prose(content.prose, reads))
    own = {one.name: f"{CONTENT}.{one.name}" for one in fields(Content) if one.name not in (WORK, PROSE)}
    return watched(inner, reads, own)


def watched(value: T, reads: Reads, names: Mapping[str, str]) -> T:
    """The same value, an instance of its class, noting what is asked for: `names` has the name of each field."""
    kind = type(value)

    def ask(self: object, name: str) -> Any:
        if name in names:
            reads.note(names[name])
        return kind.__getattribute__(self, name)

    made: Any = object.__new__(type(kind.__name__, (kind,), {"__getattribute__": ask}))
    vars(made).update(vars(value))
    return cast("T", made)
