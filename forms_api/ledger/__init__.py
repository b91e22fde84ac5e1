"""The case ledger as offices keep it: Excel and CSV in and out of the register."""
