"""What stands around every page of an edition: navigation, banner, footer, names of the assets."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.site.edition import Edition
from generator.site.making.outline import MORE, SECTIONS
from generator.site.words.render import ROOTS, quiet
from generator.site.words.voice import HTML_LANGUAGE
from register.wording import TEMPLATES

ASSETS = TEMPLATES / "assets"
SCRIPTS = {"verify/": "verify", "search/": "search"}
"""The pages that have a script of their own, and its name among the assets."""

WORDS = ("skip", "menu", "sections", "other_language", "big", "normal", "demo", "search")


@dataclass(frozen=True)
class Asset:
    """A file every page loads; its name holds a hash of its bytes, so that it may be cached for ever."""

    address: str
    data: bytes

    @property
    def link(self) -> dict[str, str]:
        """What the skeleton writes: the address, and the digest a browser checks the bytes against."""
        digest = base64.b64encode(hashlib.sha256(self.data).digest()).decode("ascii")
        return {"href": f"/{self.address}", "integrity": f"sha256-{digest}"}


def load_assets(material: bytes) -> dict[str, Asset]:
    """Our own assets and the theme's stylesheet, by the name the skeleton knows them by."""
    return {
        "material": _asset("material", ".css", material),
        "css": _asset("site", ".css", (ASSETS / "site.css").read_bytes()),
        "folded": _asset("folded", ".css", (ASSETS / "folded.css").read_bytes()),
        "script": _asset("large-text", ".js", (ASSETS / "large-text.js").read_bytes()),
        "verify": _asset("verify", ".js", (ASSETS / "verify.js").read_bytes()),
        "search": _asset("search", ".js", (ASSETS / "search.js").read_bytes()),
        "icon": _asset("favicon", ".svg", (ASSETS / "favicon.svg").read_bytes()),
    }


def make_shell(edition: Edition, assets: Mapping[str, Asset]) -> dict[str, Any]:
    """The values of the skeleton, finished and escaped: the skeleton only puts them in their places."""
    voice, estate = edition.voice, edition.content.estate
    name = estate.name.say(voice.language)
    words = {code: voice.say("shell", code) for code in WORDS}
    words["feed"] = str(quiet(voice.say("feed", "subscribe")))
    words["home_link"] = str(quiet(voice.say("shell", "home_link", estate=name)))
    missing = edition.page(
        "404.html", voice.say("missing", "title"), "missing", "pages/missing.html", sections=SECTIONS
    )
    return {
        "lang": voice.html_language,
        "root": edition.link(),
        "languages": [{"lang": HTML_LANGUAGE[one], "root": root} for one, root in ROOTS.items()],
        "sections": [
            {"title": voice.say("nav", code), "address": address} for code, address in SECTIONS.items()
        ],
        "words": words,
        "banner": _banner(edition),
        "footer": edition.fragment("parts/footer.html", sections=SECTIONS | MORE),
        "missing": {"title": missing.title, "description": missing.description, "body": missing.body},
        "scripts": {address: assets[name].link for address, name in SCRIPTS.items()},
        **{name: asset.link for name, asset in assets.items() if name not in SCRIPTS.values()},
    }


def _banner(edition: Edition) -> str:
    """What every page must say of itself before anything else; mostly nothing."""
    if edition.unscanned:
        return edition.fragment("parts/banner.html", code="unscanned")
    return edition.fragment("parts/banner.html", code="demo") if edition.content.estate.demo else ""


def _asset(name: str, ending: str, data: bytes) -> Asset:
    return Asset(f"assets/{name}.{hashlib.sha256(data).hexdigest()[:8]}{ending}", data)
