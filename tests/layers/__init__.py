"""The layers of the gate, each with a way to take it out and the tests that must notice (`python -m tests.layers`)."""
