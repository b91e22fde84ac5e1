"""The register: the shared records of the house, and the rules every record obeys."""
