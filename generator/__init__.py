"""From the register to the public site: the gate, the press, and the command line over both."""
