"""Names of people, in every way residents and staff write them, and what is nobody's name."""
