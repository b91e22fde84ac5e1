"""The files a site publishes beside its pages: open data, feeds and the search index, made from the same content."""

from collections.abc import Mapping

from generator.site.edition import Edition
from generator.site.feeds import feed_bytes
from generator.site.opendata.files import data_files
from generator.site.opendata.sets import data_sets
from generator.site.search import index_files
from register.terms import Language


def made_files(editions: Mapping[Language, Edition]) -> dict[str, bytes]:
    """Every such file by its address below the root."""
    chinese = editions[Language.ZH]
    files = data_files(chinese.content, data_sets(chinese.content, chinese.today))
    for edition in editions.values():
        files[edition.link("feed.xml").lstrip("/")] = feed_bytes(edition)
        files |= index_files(edition)
    return files
