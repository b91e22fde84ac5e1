"""The gate: what may be published, in which shape and on whose word, and the proof that it tells of nobody."""
