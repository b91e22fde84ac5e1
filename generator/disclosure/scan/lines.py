"""The contract of `portal scan`: JSON lines in, JSON lines out.

In: `{"id", "text", "lang", "known", "public"}`; out: `{"id", "spans": [{"start", "end"}], "hold"}`.
`known` stands in for the register and `public` for the settings; both may be missing.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generator.disclosure.scan.known.world import PrivateValues, World
from generator.disclosure.scan.public import Public
from generator.disclosure.scan.scan import scan_text
from generator.disclosure.scan.spans import Verdict

_FIELDS: Final = {
    "name": "name",
    "phone": "phone",
    "room": "room",
    "plate": "plate",
    "parking": "parking",
    "email": "email",
    "wechat": "wechat",
    "qq": "qq",
    "id_card": "id_number",
    "id": "id_number",
    "bank_card": "bank",
    "bank": "bank",
    "cert": "certificate",
    "certificate": "certificate",
    "landline": "landline",
}


def scan_lines(lines: Iterable[str]) -> Iterator[str]:
    """One answer a line; blank lines are passed over. Raises ValueError naming a line that is not of the form."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            record = _record(line, number)
            verdict = scan(
                record["text"], record.get("known"), record.get("public"), record.get("lang") or "zh"
            )
            yield json.dumps({"id": record.get("id"), **verdict}, ensure_ascii=False)


def _record(line: str, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ValueError(f"line {number}: not JSON: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError(f'line {number}: needs an object with a string "text"')
    known, public = (record.get(name) or {} for name in ("known", "public"))
    if not isinstance(known, dict) or not isinstance(public, dict):
        raise ValueError(f'line {number}: "known" and "public" are objects')
    return record


def scan(
    text: str,
    known: Mapping[str, Any] | None = None,
    public: Mapping[str, Any] | None = None,
    lang: str = "zh",
) -> dict[str, Any]:
    """The verdict on one text as plain data: `{"spans": [{"start", "end"}], "hold"}`."""
    return _plain(scan_text(text, world_of(known or {}), public_of(public or {}), lang))


def _plain(verdict: Verdict) -> dict[str, Any]:
    return {"spans": [{"start": span.start, "end": span.end} for span in verdict.spans], "hold": verdict.hold}


def world_of(known: Mapping[str, Any]) -> World:
    """A register of one person and a roster, from the fields of a line; what is unknown is an `other`."""
    people = [
        PrivateValues(others=(value,)) if key not in _FIELDS else _person(_FIELDS[key], value)
        for key, values in known.items()
        if key != "staff"
        for value in _strings(values)
    ]
    return World.build(people, _strings(known.get("staff") or ()))


def _strings(values: Any) -> tuple[str, ...]:
    """The texts of a field, one or many; a number is looked for as it is written, what is neither says nothing."""
    several = values if isinstance(values, list | tuple) else (values,)
    return tuple(str(value) for value in several if isinstance(value, str | int))


def _person(field: str, value: str) -> PrivateValues:
    particulars: dict[str, Any] = {field: value}
    return PrivateValues(**particulars)


def public_of(public: Mapping[str, Any]) -> Public:
    """The public values of a line: `phones`, `emails`, and every other string as a name."""
    names = [
        value for key, value in public.items() if key not in ("phones", "emails") and isinstance(value, str)
    ]
    return Public.build(_strings(public.get("phones") or ()), _strings(public.get("emails") or ()), names)
