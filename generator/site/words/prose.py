"""Staff-written prose to HTML: plain Markdown, tables and lists. Raw HTML in it is shown, never obeyed."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from generator.site.words.render import quiet
from register.errors import Fault, SettingsRefused

SCHEMES = ("", "tel", "mailto")
_TOKEN = re.compile(r"\{([a-z_]+)\}")
_HREF = re.compile(r'href="([^"]*)"')


class _Labels(Treeprocessor):  # type: ignore[misc]  # Markdown ships no types
    """Give every table the shape of ours: rows have a heading, cells carry the name of their column."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            table.set("class", "rows")
            names = ["".join(head.itertext()) for head in table.iter("th")]
            for head in table.iter("th"):
                head.set("scope", "col")
            for row in table.iterfind("tbody/tr"):
                for name, cell in zip(names, row, strict=False):
                    cell.set("data-l", name)
                row[0].tag = "th"
                row[0].attrib = {"scope": "row"}


def to_html(text: str, values: Mapping[str, object], file: str) -> Markup:
    """The prose with its `{values}` filled in.

    Raises SettingsRefused for an unknown `{value}` and for a link that leaves the site.
    """
    markdown = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.treeprocessors.register(_Labels(markdown), "labels", 1)
    html = markdown.convert(text)
    faults = [
        Fault(file, f"{{{token}}}", None, f"is no known value; known are {', '.join(sorted(values))}")
        for token in _TOKEN.findall(html)
        if token not in values
    ]
    faults += [
        Fault(file, "link", target, "leads out of the site; write a path, tel: or mailto:")
        for target in _HREF.findall(html)
        if urlsplit(target).scheme not in SCHEMES or urlsplit(target).netloc
    ]
    if faults:
        raise SettingsRefused(faults)
    return Markup(_TOKEN.sub(lambda found: str(quiet(values[found[1]])), html))  # noqa: S704  made above, from escaped parts
