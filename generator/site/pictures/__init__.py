"""The charts: their geometry, their margins, and the finding each one shows."""
