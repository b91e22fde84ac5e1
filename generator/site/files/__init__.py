"""What is published beside the pages: open data, feeds, the search index."""
