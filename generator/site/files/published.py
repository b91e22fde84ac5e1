"""The files a site publishes beside its pages: open data, feeds and the search index, made from the same content."""

from collections.abc import Callable, Mapping

from generator.site.edition import Edition
from generator.site.files.feeds import feed_bytes
from generator.site.files.opendata.files import data_files
from generator.site.files.opendata.sets import open_data
from generator.site.files.search import index_files


def _data(edition: Edition) -> dict[str, bytes]:
    """The same in every language: the Chinese edition brings them."""
    return data_files(edition.content, open_data(edition)) if edition.voice.is_chinese else {}


def _feed(edition: Edition) -> dict[str, bytes]:
    return {edition.link("feed.xml").lstrip("/"): feed_bytes(edition)}


FILES: Mapping[str, Callable[[Edition], Mapping[str, bytes]]] = {
    "data": _data,
    "feed": _feed,
    "index": index_files,
}
"""What an edition publishes, by name; each makes files by their address below the root."""
