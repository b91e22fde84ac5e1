"""One language speaking: wording, templates, prose, and where a long heading may break."""
