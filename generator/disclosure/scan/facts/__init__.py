"""What tells of somebody without a name or a number: a body, a family, a life, a place next door."""
