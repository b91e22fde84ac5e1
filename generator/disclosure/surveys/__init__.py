"""Results of surveys: counted, shown in bands, audited, and published on the word of two people."""
