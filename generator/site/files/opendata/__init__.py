"""Open data: the same figures and entries as the pages, as tables to download."""
