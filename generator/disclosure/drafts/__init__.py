"""The ways to a draft: a period, a correction, a take-down. Each is audited before anybody may approve it."""
