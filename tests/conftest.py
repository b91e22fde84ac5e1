"""For all tests: property tests judge results, never the time a busy machine takes."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
