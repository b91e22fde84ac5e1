"""Who works at the desk: accounts, sign-in, second factor, sessions, hand-over."""
