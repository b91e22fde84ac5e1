"""Numbers that lead to a person, and the grammar of those that do not."""
