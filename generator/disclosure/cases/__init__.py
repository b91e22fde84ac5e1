"""A case as the gate sees it: its period, its history, whether it is listed, and the entry it becomes."""
