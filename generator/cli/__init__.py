"""The top floor: the `portal` command. The only place that sees the counter, the desk, the gate and the press."""
