"""The salt of a release: what nobody can guess of its bytes, and what goes with them when they are withdrawn.

The SHA-256 of a withdrawn release stays public, and nearly all of its bytes stand in the next revision: without a salt, whoever
tries all homes and surnames in the sentence that was taken down would know the right one.
"""

from generator.disclosure.cases.published import to_bytes
from generator.disclosure.releases.release import Release
from register.keys import Keys


def salted(release: Release, keys: Keys) -> Release:
    """The release with its salt: HMAC-SHA256 of all the rest under a key of the estate, so that the same has the same."""
    bare = release.model_copy(update={"salt": None})
    return release.model_copy(update={"salt": keys.tag("release", to_bytes(bare)).hex()})
