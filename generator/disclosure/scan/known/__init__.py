"""The closed world: the values of the register, found in every notation."""
