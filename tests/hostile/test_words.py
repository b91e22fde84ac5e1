"""Group C: hostile words in a form that is otherwise in order. Numbers are those of the list of 135."""

import html
from html.parser import HTMLParser

import pytest

from tests.forms_api.visitor import COMPLAINT, Visitor

REFUSED: list[tuple[str, str, str, str]] = [
    ("33 too long", "what", "长" * 1001, "最多 1000 个字，现在是 1001 个字"),
    ("59a NUL", "what", "a\0b", "U+0000"),
    ("59b escape", "what", "a\x1b[31mb", "U+001B"),
    ("59c DEL", "what", "a\x7fb", "U+007F"),
    ("59d C1", "what", "a\x9bb", "U+009B"),
    ("61a right-to-left override", "name", "张\u202e三", "U+202E"),
    ("61b isolate", "place", "a\u2066b", "U+2066"),
    ("62 zalgo", "what", "z" + "\u0335\u0336" * 2500, "叠加了过多符号"),
    ("64a blank", "what", " \t\n ", "请写明发生了什么"),
    ("64b ideographic space", "what", "\u3000\u3000", "请写明发生了什么"),
    ("64c zero width", "what", "\u200b\u200b", "请写明发生了什么"),
    ("66 Arabic-Indic digits", "phone", "١٣٨٠٠٠٠١٢٣٤", "电话应为 11 位手机号"),
    ("77 line break in a name", "name", "a@b\r\nBcc: c@d", "请写成一行"),
    ("78 mail for a phone", "phone", '"a b"@x', "电话应为 11 位手机号"),
    ("82a choice not offered", "matter", "moon", "请从列出的选项中选择"),
    ("82b number", "matter", "1e999", "请从列出的选项中选择"),
    ("82c tick of another value", "count_only", "NaN", "请从列出的选项中选择"),
]
INERT: list[tuple[str, str]] = [
    ("68 rare characters and an emoji family", "𠮷𠀀 👨‍👩‍👧‍👦 👍🏽"),
    ("69a script", "<script>alert(1)</script>"),
    ("69b attribute", '"><svg/onload=alert(1)>'),
    ("69c image", "<img src=x onerror=alert(1)>"),
    ("69d end of the field", "</textarea><script>alert(1)</script>"),
    ("70 snippet", '--8<-- "../spool/x.json"'),
    ("71 template", "{{ config }}{% include 'x' %}{{7*7}}${7*7}<%= 7*7 %>"),
    ("72 attribute list", "*a*{: onclick=alert(1) style=position:fixed }"),
    ("73 blocks", "/// html | script\nalert(1)\n///\n*[物业]: 骗子\n[TOC]\n# 官方公告"),
    ("74 links", "[x](javascript:alert(1)) ![](http://evil.example/t.png) http://evil.example"),
    ("75 front matter", "---\ntitle: x\n---\n!!python/object:os.system"),
    ("76 formula", "=cmd|' /C calc'!A0"),
    ("79 mention", "@all <@everyone>"),
    ("80 forged log line", "x\n2026-11-24 ERROR admin logged in"),
    ("81 regex killer", "a" * 999),
    ("83 identity number", "身份证 110101199003077758，京A12345，5-2-1203"),
]


@pytest.mark.parametrize(("name", "typed", "said"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_cannot_be_kept_is_named_and_the_rest_stays(
    visitor: Visitor, name: str, typed: str, said: str
) -> None:
    answer = visitor.check(**{**COMPLAINT, name: typed})
    assert answer.status_code == 422
    assert answer.text.count(html.escape(said)) >= 2
    kept = next(value for field, value in COMPLAINT.items() if field not in (name, "phone"))
    assert kept in answer.text
    assert visitor.cases == []


@pytest.mark.parametrize("typed", [c[1] for c in INERT], ids=[c[0] for c in INERT])
def test_hostile_words_are_kept_as_typed_and_do_nothing(
    visitor: Visitor, capfd: pytest.CaptureFixture[str], typed: str
) -> None:
    check = visitor.check(**{**COMPLAINT, "what": typed})
    wrong = visitor.check(**{**COMPLAINT, "what": typed, "matter": ""})
    receipt = visitor.submit(**{**COMPLAINT, "what": typed})
    for page in (check.text, wrong.text):
        assert html.escape(typed, quote=False) in page.replace("&#34;", '"').replace("&#39;", "'")
        assert live_markup(page) == []
    assert receipt.status_code == 303
    assert visitor.cases[0].submission.answers["what"] == typed
    assert capfd.readouterr() == ("", "")


def test_60_a_lone_surrogate_never_gets_in(visitor: Visitor) -> None:
    token = visitor.token()
    body = f"_instance={token}&what=%ED%A0%80&_end=1".encode()
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert visitor.client.post("/f/complaint", content=body, headers=headers).status_code == 400


def test_63_look_alike_names_are_stored_in_one_spelling(visitor: Visitor) -> None:
    visitor.submit(**{**COMPLAINT, "name": "物业\u2060公司"})
    contact = visitor.cases[0].contact
    assert contact is not None
    assert contact.name == "物业公司"


def test_65_full_width_digits_are_taken(visitor: Visitor) -> None:
    visitor.submit(**{**COMPLAINT, "phone": "１３８００００１２３４"})
    contact = visitor.cases[0].contact
    assert contact is not None
    assert contact.phone == "13800001234"


def test_67_line_ends_count_once(visitor: Visitor) -> None:
    assert visitor.check(**{**COMPLAINT, "what": "一\r\n" * 499 + "一二"}).status_code == 200
    assert visitor.check(**{**COMPLAINT, "what": "一\n" * 499 + "一二"}).status_code == 200


class Markup(HTMLParser):
    """Collects what would do something: foreign elements, event handlers, addresses elsewhere."""

    found: list[str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "svg", "img", "iframe"):
            self.found.append(tag)
        for name, value in attrs:
            elsewhere = name in ("href", "src", "action") and not (value or "").startswith(("/", "#", "tel:"))
            if name.startswith("on") or name == "style" or elsewhere:
                self.found.append(f"{tag} {name}")


def live_markup(page: str) -> list[str]:
    parser = Markup()
    parser.found = []
    parser.feed(page)
    return parser.found
