"""What staff publish besides cases: written at the desk, reviewed by a second person, kept as content files."""
