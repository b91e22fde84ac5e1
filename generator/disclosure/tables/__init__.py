"""Tables of counts, and the small counts in them that are hidden so that nobody can work them out."""
